// Names of months, in every language of the program and in the calendars its readers may use.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace vagval {

enum class Calendar : std::uint8_t { gregorian, solar_hijri, ethiopian };

struct NamedMonth {
  Calendar calendar{};
  int month = 0;  ///< 1…12, and 13 in the Ethiopian calendar
  friend bool operator==(const NamedMonth&, const NamedMonth&) = default;
};

/// Every month that the words can name; a name may have several words. Accepts whole names, and short forms of at least
/// three letters. Tigrinya uses names of Ethiopian months for Gregorian months too, so one name can be both. \param
/// name  as `plainly` writes it.
std::vector<NamedMonth> months_named(std::string_view name);

/// True for words in a date that carry no value: "den", "of", names of weekdays.
bool is_filler_in_dates(std::string_view word);

}  // namespace vagval
