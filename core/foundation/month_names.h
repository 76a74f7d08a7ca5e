// What months are called, in every language of the program and in the calendars that its readers may know.
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

/// Every month the words can be; names of several words too. \param name  as `plainly` writes it.
/// Whole names and what they are shortened to, where at least three letters stand. The Ethiopian months give their
/// names to the Gregorian ones in Tigrinya, so one name can be both.
std::vector<NamedMonth> months_named(std::string_view name);

/// Words that stand in dates and say nothing: "den", "of", names of weekdays.
bool is_filler_in_dates(std::string_view word);

}  // namespace vagval
