// One message: plain text with {name}, {count, plural, one {…} other {…}} and {who, select, a {…} other {…}}.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace vagval {

/// The values that a message uses, for comparing languages: "name", "count:plural", "who:select".
/// \returns nothing usable if the braces do not match; `fault` then describes the fault.
std::vector<std::string> placeholders(std::string_view pattern, std::string_view language, std::string& fault);

/// Fills a message. `plain` gives the text of {name} (empty optional: leave it visible), `category` the form of a
/// plural ("one", "other"), `choice` the word of a select. Inside a plural, # stands for `plain` of its name.
struct MessageValues {
  std::function<bool(std::string_view name, std::string& out)> plain;
  std::function<std::string(std::string_view name)> category;
  std::function<std::string(std::string_view name)> choice;
};
std::string fill(std::string_view pattern, const MessageValues& values);

/// The plural forms of a language (CLDR, whole numbers), "other" last.
std::vector<std::string_view> plural_forms(std::string_view language);
/// The plural form for a number.
std::string_view plural_form(std::string_view language, long long number);

}  // namespace vagval
