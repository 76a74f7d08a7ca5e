// Writes HTML for paper: escapes all text and attributes, and closes all elements.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vagval {

class Html {
 public:
  /// `attributes` is written as it is: ` id="x"`. Text from data must go through `attribute`.
  Html& open(std::string_view tag, std::string_view attributes = {});
  /// Closes the element opened last.
  Html& close();
  Html& text(std::string_view text);
  /// An element that holds only text. An empty text writes no element.
  Html& element(std::string_view tag, std::string_view text, std::string_view attributes = {});
  Html& link(std::string_view to_id, std::string_view text);
  /// Appends HTML of another writer.
  Html& part(std::string_view html);
  /// ` name="value"`, escaped.
  static std::string attribute(std::string_view name, std::string_view value);
  /// Closes all open elements.
  std::string take();

 private:
  std::string out_;
  std::vector<std::string> open_;
};

}  // namespace vagval
