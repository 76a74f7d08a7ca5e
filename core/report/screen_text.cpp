#include "report/screen_text.h"

#include <algorithm>

#include "foundation/utf8.h"

namespace vagval {

namespace {

class TextWriter {
 public:
  explicit TextWriter(Closed closed) : closed_(closed) {}

  void nodes(const std::vector<Node>& list, std::size_t depth) {
    for (const Node& node : list) write(node, depth);
  }
  void line(std::size_t depth, std::string_view text) {
    if (text.empty()) return;
    out_.append(depth * 2, ' ');
    out_ += text;
    out_ += '\n';
  }
  std::string take() { return std::move(out_); }

 private:
  static std::string joined(const Node& node) {
    std::string out = node.mark.empty() ? "" : "<" + node.mark + "> ";
    out += node.text;
    if (!node.value.empty()) out += (out.empty() ? "" : "  | ") + node.value;
    return out;
  }

  void heading(const Node& node, std::size_t depth) {
    if (!out_.empty()) out_ += '\n';
    line(depth, node.text);
    line(depth, std::string(count_characters(node.text), node.level == 1 ? '=' : '-'));
  }

  void table(const Node& node, std::size_t depth) {
    for (const Node& row : node.children) {
      std::string cells;
      for (const Node& cell : row.children) cells += (cells.empty() ? "" : "  | ") + cell.text;
      line(depth, cells);
    }
  }

  void write(const Node& node, std::size_t depth) {
    switch (node.kind) {
      case Kind::heading:
        return heading(node, depth);
      case Kind::button:
        return line(depth, "[" + node.text + "]" + (node.disabled ? " -" : ""));
      case Kind::option:
        return line(depth, (node.selected ? "(\u2022) " : "( ) ") + node.text);
      case Kind::chip:
        return line(depth, "{" + node.text + "}");
      case Kind::field:
        line(depth, node.text + ": [" + node.value + "]");
        line(depth + 1, node.detail);
        return line(depth + 1, node.error.empty() ? "" : "! " + node.error);
      case Kind::list:
        for (const Node& item : node.children) line(depth, "- " + item.text);
        return;
      case Kind::table:
        return table(node, depth);
      case Kind::chart:
      case Kind::timeline:
      case Kind::code:
      case Kind::camera:
        // The table beside it holds the same values in words; a code needs a camera.
        return line(depth, "(" + node.text + ")");
      case Kind::disclosure: {
        const bool open = node.expanded || closed_ == Closed::shown;
        line(depth, (open ? "v " : "> ") + joined(node));
        line(depth + 1, node.detail);
        if (open) nodes(node.children, depth + 1);
        return;
      }
      case Kind::divider:
        return line(depth, "--");
      default:
        break;
    }
    const std::string head = joined(node);
    line(depth, node.kind == Kind::note ? "! " + head : head);
    line(depth + 1, node.detail);
    const bool inside = node.kind == Kind::row || node.kind == Kind::note || node.kind == Kind::choice;
    nodes(node.children, depth + (inside ? 1 : 0));
  }

  Closed closed_;
  std::string out_;
};

}  // namespace

std::string screen_text(const Screen& screen, Closed closed) {
  TextWriter writer(closed);
  writer.nodes(screen.main, 0);
  if (!screen.aside.empty()) {
    writer.line(0, "\n" + screen.aside_label + ":");
    writer.nodes(screen.aside, 1);
  }
  if (!screen.footer.empty()) writer.line(0, "");
  writer.nodes(screen.footer, 0);
  return writer.take();
}

}  // namespace vagval
