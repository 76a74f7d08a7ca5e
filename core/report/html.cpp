#include "report/html.h"

#include <utility>

#include "report/screen_text.h"

namespace vagval {

Html& Html::open(std::string_view tag, std::string_view attributes) {
  out_ += "<" + std::string(tag) + std::string(attributes) + ">";
  open_.emplace_back(tag);
  return *this;
}

Html& Html::close() {
  out_ += "</" + open_.back() + ">\n";
  open_.pop_back();
  return *this;
}

Html& Html::text(std::string_view text) {
  out_ += html_escaped(text);
  return *this;
}

Html& Html::element(std::string_view tag, std::string_view content, std::string_view attributes) {
  if (content.empty()) return *this;
  return open(tag, attributes).text(content).close();
}

Html& Html::link(std::string_view to_id, std::string_view content) {
  out_ += "<a" + attribute("href", "#" + std::string(to_id)) + ">" + html_escaped(content) + "</a>";
  return *this;
}

Html& Html::part(std::string_view html) {
  out_ += html;
  return *this;
}

std::string Html::attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + html_escaped(value) + "\"";
}

std::string Html::take() {
  while (!open_.empty()) close();
  return std::exchange(out_, {});
}

}  // namespace vagval
