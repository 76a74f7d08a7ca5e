// A Screen as HTML with headings, lists and tables, and without controls.
#include <algorithm>

#include "assets/border.h"
#include "report/screen_text.h"

namespace vagval {

namespace {

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
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

// As on the screen, a sign and words state the result; a colour alone does not.
std::string sign_of(const std::string& mark) {
  for (const border::Named& one : border::marks)
    if (one.name == mark) return std::string(one.value) + " ";
  // The number of a stage. Swatches are left out: paper shows no picture that needs them.
  return mark.empty() || mark.starts_with("swatch") ? std::string() : escaped(mark) + ". ";
}

class HtmlWriter {
 public:
  HtmlWriter(std::string_view second_language, bool second_right_to_left) {
    if (second_language.empty()) return;
    second_ = " lang=\"" + escaped(second_language) + "\" dir=\"" + (second_right_to_left ? "rtl" : "ltr") + "\"";
  }

  void nodes(const std::vector<Node>& list) {
    for (const Node& node : list) write(node);
  }
  std::string take() { return std::move(out_); }

 private:
  static std::string language(const Node& node) {
    return node.lang.empty() ? std::string() : " lang=\"" + escaped(node.lang) + "\"";
  }
  std::string said(const std::string& text, const std::string& beside) const {
    if (beside.empty() || second_.empty()) return escaped(text);
    return escaped(text) + "<br><span class=\"beside\"" + second_ + ">" + escaped(beside) + "</span>";
  }
  void element(std::string_view tag, const std::string& inside, const std::string& attributes = {}) {
    if (inside.empty()) return;
    out_ += "<" + std::string(tag) + attributes + ">" + inside + "</" + std::string(tag) + ">\n";
  }

  void list(const Node& node) {
    out_ += "<ul>\n";
    for (const Node& item : node.children) element("li", said(item.text, item.beside), language(item));
    out_ += "</ul>\n";
  }
  void table(const Node& node) {
    out_ += "<table>\n";
    for (const Node& line : node.children) {
      const bool head = &line == node.children.data();
      out_ += head ? "<thead><tr>" : "<tr>";
      for (const Node& cell : line.children)
        out_ += head ? "<th scope=\"col\">" + said(cell.text, cell.beside) + "</th>"
                     : "<td>" + said(cell.text, cell.beside) + "</td>";
      out_ += head ? "</tr></thead>\n<tbody>\n" : "</tr>\n";
    }
    out_ += node.children.empty() ? "</table>\n" : "</tbody>\n</table>\n";
  }
  void block(const Node& node, std::string_view name) {
    out_ += "<section class=\"" + std::string(name) + "\"" + language(node) + ">\n";
    if (node.kind != Kind::card) {
      const std::string sign = sign_of(node.mark);
      element("span", escaped(node.value), " class=\"value\"");
      element("strong", node.text.empty() ? std::string() : sign + said(node.text, node.beside));
      element("p", said(node.detail, node.beside_detail));
    }
    chips(node.children);
    out_ += "</section>\n";
  }
  // First the sources on one line, then the other children.
  void chips(const std::vector<Node>& children) {
    std::string line;
    for (const Node& child : children)
      if (child.kind == Kind::chip) line += (line.empty() ? "" : " \u00B7 ") + escaped(child.text);
    for (const Node& child : children)
      if (child.kind != Kind::chip) write(child);
    element("p", line, " class=\"sources\"");
  }

  void write(const Node& node) {
    switch (node.kind) {
      case Kind::heading:
        return element("h" + std::to_string(node.level), said(node.text, node.beside), language(node));
      case Kind::paragraph:
        return element(
            "p", said(node.text, node.beside),
            language(node) + (node.tone == Tone::muted || node.tone == Tone::caption ? " class=\"muted\"" : ""));
      case Kind::chip:
        return element("p", escaped(node.text), " class=\"sources\"");
      case Kind::list:
        return list(node);
      case Kind::table:
        return table(node);
      case Kind::option:
        return element("li", (node.selected ? "\u25CF " : "\u25CB ") + said(node.text, node.beside));
      case Kind::choice:
        element("p", said(node.text, node.beside));
        out_ += "<ul class=\"choice\">\n";
        nodes(node.children);
        out_ += "</ul>\n";
        return;
      case Kind::field:
        element("p", escaped(node.text + ": " + node.value));
        return element("p", escaped(node.error));
      case Kind::button:    // paper has no buttons
      case Kind::chart:     // the table beside it says the same
      case Kind::timeline:  // likewise
      case Kind::code:      // a camera reads the screen
      case Kind::camera:    // a part of the screen alone
        return;
      case Kind::divider:
        out_ += "<hr>\n";
        return;
      case Kind::figure:
        return element("p",
                       said(node.text, node.beside) + " <strong class=\"figure\">" + escaped(node.value) + "</strong>");
      case Kind::note:
        return block(node, "note");
      case Kind::card:
        return block(node, "card");
      case Kind::row:
      case Kind::disclosure:
        return block(node, "row");
      case Kind::pair:
        out_ += "<div class=\"pair\">\n";
        nodes(node.children);
        out_ += "</div>\n";
        return;
      case Kind::bar:
      case Kind::table_row:
      case Kind::cell:
        break;
    }
    out_ += "<div>\n";
    element("strong", said(node.text, node.beside));
    nodes(node.children);
    out_ += "</div>\n";
  }

  std::string second_, out_;
};

}  // namespace

std::string nodes_html(const std::vector<Node>& nodes, std::string_view second_language, bool second_right_to_left) {
  HtmlWriter writer(second_language, second_right_to_left);
  writer.nodes(nodes);
  return writer.take();
}

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
      ".value{float:inline-end;font-weight:600}td,th{text-align:start;padding:.25rem 1rem .25rem 0}"
      ".muted,.beside,.sources{color:#55636b}";
  return html_head(screen.language, screen.right_to_left, screen.app_name, style) + "<main>\n" +
         nodes_html(screen.main, screen.beside_language, screen.beside_right_to_left) + "</main>\n<aside>\n" +
         nodes_html(screen.aside, screen.beside_language, screen.beside_right_to_left) + "</aside>\n</body>\n</html>\n";
}

}  // namespace vagval
