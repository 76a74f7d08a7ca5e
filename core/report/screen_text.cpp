#include "report/screen_text.h"

#include <algorithm>

namespace vagval {

namespace {

class Writer {
 public:
  explicit Writer(Closed closed) : closed_(closed) {}

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
    const auto characters =
        std::count_if(node.text.begin(), node.text.end(), [](char c) { return (c & 0xC0) != 0x80; });
    line(depth, std::string(static_cast<std::size_t>(characters), node.level == 1 ? '=' : '-'));
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
        // The table beside it says the same in words; a code is for a camera.
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

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else
      out += c;
  }
  return out;
}

std::string element(std::string_view tag, std::string_view text) {
  return text.empty() ? std::string() : "<" + std::string(tag) + ">" + escaped(text) + "</" + std::string(tag) + ">\n";
}

std::string html(const Node& node);

std::string html(const std::vector<Node>& nodes) {
  std::string out;
  for (const Node& node : nodes) out += html(node);
  return out;
}

std::string html(const Node& node) {
  switch (node.kind) {
    case Kind::heading:
      return element("h" + std::to_string(node.level), node.text);
    case Kind::paragraph:
    case Kind::chip:
      return element("p", node.text);
    case Kind::list: {
      std::string out = "<ul>\n";
      for (const Node& item : node.children) out += element("li", item.text);
      return out + "</ul>\n";
    }
    case Kind::table: {
      std::string out = "<table>\n";
      for (const Node& row : node.children) {
        out += "<tr>";
        const bool head = &row == node.children.data();
        for (const Node& cell : row.children)
          out += head ? "<th scope=\"col\">" + escaped(cell.text) + "</th>" : "<td>" + escaped(cell.text) + "</td>";
        out += "</tr>\n";
      }
      return out + "</table>\n";
    }
    case Kind::button:
      return "";  // paper has none
    case Kind::option:
      return element("li", (node.selected ? "\u25CF " : "\u25CB ") + node.text);
    case Kind::choice:
      return element("p", node.text) + "<ul class=\"choice\">\n" + html(node.children) + "</ul>\n";
    case Kind::field:
      return element("p", node.text + ": " + node.value) + element("p", node.error);
    case Kind::chart:
    case Kind::timeline:
      return "";  // the table beside it says the same
    case Kind::code:
    case Kind::camera:
      return "";  // for a screen and a camera
    case Kind::divider:
      return "<hr>\n";
    default:
      break;
  }
  const bool block =
      node.kind == Kind::card || node.kind == Kind::note || node.kind == Kind::row || node.kind == Kind::disclosure;
  std::string out = block ? "<section class=\"" +
                                std::string(node.kind == Kind::note   ? "note"
                                            : node.kind == Kind::card ? "card"
                                                                      : "row") +
                                "\">\n"
                          : "<div>\n";
  if (node.kind != Kind::card) out += element("strong", node.text) + element("span", node.value);
  out += element("p", node.detail) + html(node.children);
  return out + (block ? "</section>\n" : "</div>\n");
}

}  // namespace

std::string screen_text(const Screen& screen, Closed closed) {
  Writer writer(closed);
  writer.nodes(screen.main, 0);
  if (!screen.aside.empty()) {
    writer.line(0, "\n" + screen.aside_label + ":");
    writer.nodes(screen.aside, 1);
  }
  if (!screen.footer.empty()) writer.line(0, "");
  writer.nodes(screen.footer, 0);
  return writer.take();
}

std::string nodes_html(const std::vector<Node>& nodes) { return html(nodes); }

std::string html_escaped(std::string_view text) { return escaped(text); }

std::string html_head(std::string_view language, bool right_to_left, std::string_view title, std::string_view style) {
  return "<!DOCTYPE html>\n<html lang=\"" + escaped(language) + "\" dir=\"" + (right_to_left ? "rtl" : "ltr") +
         "\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + escaped(title) + "</title>\n<style>" + std::string(style) +
         "</style>\n</head>\n<body>\n";
}

std::string screen_html(const Screen& screen) {
  constexpr std::string_view style =
      "body{font:16px/1.5 sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1f2a30}"
      ".card,.note{border:1px solid #dad6ce;border-radius:8px;padding:.5rem 1rem;margin:1rem 0}.row{margin:.5rem 0}"
      "section>span{float:right;font-weight:600}td,th{text-align:start;padding:.25rem 1rem .25rem 0}";
  return html_head(screen.language, screen.right_to_left, screen.app_name, style) + "<main>\n" + html(screen.main) +
         "</main>\n<aside>\n" + html(screen.aside) + "</aside>\n</body>\n</html>\n";
}

}  // namespace vagval
