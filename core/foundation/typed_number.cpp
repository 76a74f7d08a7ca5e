#include "foundation/typed_number.h"

#include <algorithm>

#include "foundation/characters.h"

namespace vagval {

namespace {

constexpr std::size_t typed_digits_max = 17;

/// The digits with the characters between them, and the words before and after them.
struct Around {
  std::string_view before, number, behind;
};
Around around(std::string_view text) {
  const auto first = std::find_if(text.begin(), text.end(), is_plain_digit);
  const auto last = std::find_if(text.rbegin(), text.rend(), is_plain_digit).base();
  if (first == text.end()) return {text, {}, {}};
  const auto begin = static_cast<std::size_t>(first - text.begin()),
             end = static_cast<std::size_t>(last - text.begin());
  return {text.substr(0, begin), text.substr(begin, end - begin), text.substr(end)};
}

std::string_view without_ends(std::string_view text, std::string_view ends) {
  const std::size_t first = text.find_first_not_of(ends);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(ends) - first + 1);
}

/// Returns the number in units of the last decimal, or nothing if it has more decimals than allowed.
std::optional<std::int64_t> number_from(std::string_view whole, std::string_view part, int decimals) {
  std::string digits;
  for (const char c : whole)
    if (is_plain_digit(c)) digits += c;
  if (part.size() > static_cast<std::size_t>(decimals)) return std::nullopt;
  digits += part;
  digits.append(static_cast<std::size_t>(decimals) - part.size(), '0');
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
  if (digits.size() > typed_digits_max) return std::nullopt;
  std::int64_t out = 0;
  for (const char c : digits) out = out * 10 + (c - '0');
  return out;
}

/// "1", "12", "123" and then three digits after each of the same sign.
bool is_grouped(std::string_view whole, char by) {
  std::size_t group = whole.find(by);
  if (group == 0 || group > 3) return false;
  for (std::string_view rest = whole.substr(group); !rest.empty(); rest.remove_prefix(4)) {
    if (rest.front() != by || rest.size() < 4) return false;
    if (!std::all_of(rest.begin() + 1, rest.begin() + 4, is_plain_digit)) return false;
  }
  return std::all_of(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(group), is_plain_digit);
}

bool is_whole_number(std::string_view text, std::string_view groups) {
  if (text.empty()) return false;
  if (std::all_of(text.begin(), text.end(), is_plain_digit)) return true;
  return std::any_of(groups.begin(), groups.end(), [&](char by) { return is_grouped(text, by); });
}

/// The words beside the number that are not a sign, a trailing ",-" or ":-" (zero öre), or a known unit; empty if there
/// are none. `negative`: whether a minus sign stands before the number.
std::string_view unknown_words(const Around& parts, const NumberWanted& wanted, bool& negative) {
  std::string_view before = without_ends(parts.before, " ");
  // A minus sign belongs to the number, also when a unit stands between.
  const auto is_sign = [](char c) { return c == '-' || c == '+'; };
  if (!before.empty() && is_sign(before.front())) {
    negative = before.front() == '-';
    before = without_ends(before.substr(1), " ");
  } else if (!before.empty() && is_sign(before.back())) {
    negative = before.back() == '-';
    before = without_ends(before.substr(0, before.size() - 1), " ");
  }
  std::string_view behind = without_ends(parts.behind, " ");
  for (const std::string_view none : {":-", ",-", ".-", ":--", ",--"})
    if (wanted.decimals > 0 && behind.starts_with(none)) {
      behind = without_ends(behind.substr(none.size()), " -");
      break;
    }
  if (behind == ".") behind = {};
  const auto is_known = [&](std::string_view word) {
    return word.empty() || std::find(wanted.units.begin(), wanted.units.end(), word) != wanted.units.end();
  };
  return !is_known(behind) ? behind : !is_known(before) ? before : std::string_view();
}

/// The value where the last sign of the number stands before its decimals: "2,5", "2 500:50" (öre after a colon).
std::optional<std::int64_t> with_decimals(std::string_view number, int decimals) {
  const std::size_t point = number.find_last_of(",.:");
  if (point == std::string_view::npos || decimals == 0) return std::nullopt;
  const std::string_view whole = number.substr(0, point), part = number.substr(point + 1);
  const char sign = number[point];
  const std::string_view groups = sign == ',' ? " '." : sign == '.' ? " '," : " '.,";
  if (!std::all_of(part.begin(), part.end(), is_plain_digit) || !is_whole_number(whole, groups)) return std::nullopt;
  if (sign == ':' && part.size() != 2) return std::nullopt;
  return number_from(whole, part, decimals);
}

}  // namespace

TypedNumber read_typed_number(std::string_view typed, const NumberWanted& wanted) {
  TypedNumber out;
  const std::string text = plainly(typed);
  const Around parts = around(text);
  if (parts.number.empty()) return out;
  bool negative = false;
  out.unit = unknown_words(parts, wanted, negative);
  if (!out.unit.empty()) return out;

  const auto add = [&](std::optional<std::int64_t> value) {
    if (value) out.readings.push_back(negative ? -*value : *value);
  };
  if (is_whole_number(parts.number, " '.,")) add(number_from(parts.number, "", wanted.decimals));
  add(with_decimals(parts.number, wanted.decimals));
  if (out.readings.size() == 2 && out.readings[0] == out.readings[1]) out.readings.pop_back();
  if (out.readings.size() == 1) {
    out.taken = out.readings.front();
    out.readings.clear();
  }
  return out;
}

}  // namespace vagval
