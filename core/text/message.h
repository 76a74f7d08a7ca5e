// One message: plain text with {name}, {count, plural, one {…} other {…}} and {who, select, a {…} other {…}}.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vagval {

/// Which form of a message a whole number takes, as Unicode's CLDR says it for a language.
class Plurals {
 public:
  /// "one" for 1, "other" for all else.
  Plurals();
  /// "zero 1, one 1, two 1, few 8, many 89, other 3, few 8, many 89": the forms of 0 to 199, each with how many numbers
  /// in a row take it; from 100 on they repeat every hundred. \returns nothing for a text that does not say this.
  static std::optional<Plurals> read(std::string_view written);
  /// The forms that there are, in the order of CLDR, "other" last.
  std::vector<std::string_view> forms() const;
  std::string_view form(long long number) const;

 private:
  std::array<std::uint8_t, 200> forms_{};
};

/// The values that a message uses, for comparing languages: "name", "count:plural", "who:select".
/// \returns nothing usable if the braces do not match; `fault` then describes the fault.
std::vector<std::string> placeholders(std::string_view pattern, const Plurals& plurals, std::string& fault);

/// Fills a message. `plain` gives the text of {name} (empty optional: leave it visible), `category` the form of a
/// plural ("one", "other"), `choice` the word of a select. Inside a plural, # stands for `plain` of its name.
struct MessageValues {
  std::function<bool(std::string_view name, std::string& out)> plain;
  std::function<std::string(std::string_view name)> category;
  std::function<std::string(std::string_view name)> choice;
};
std::string fill(std::string_view pattern, const MessageValues& values);

}  // namespace vagval
