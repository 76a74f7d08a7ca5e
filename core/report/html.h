// HTML as it is written for paper: everything that goes in is escaped, and what is opened is closed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vagval {

class Html {
 public:
  /// `attributes` are ours and written as they are: ` id="x"`. What comes from data goes through `attribute`.
  Html& open(std::string_view tag, std::string_view attributes = {});
  /// Closes what was opened last.
  Html& close();
  Html& text(std::string_view text);
  /// An element with nothing but text in it; an empty text gives no element.
  Html& element(std::string_view tag, std::string_view text, std::string_view attributes = {});
  Html& link(std::string_view to_id, std::string_view text);
  /// What another one has written.
  Html& part(std::string_view html);
  /// ` name="value"`, escaped.
  static std::string attribute(std::string_view name, std::string_view value);
  /// Everything that is still open is closed.
  std::string take();

 private:
  std::string out_;
  std::vector<std::string> open_;
};

}  // namespace vagval
