// A day as people write it: "3 juni 1991", "03.06.1991", "910603", "12 khordad 1366". The reader never chooses between
// several readings: it returns them, and the program asks.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/date.h"

namespace vagval {

/// A date as the plan writes it, "1991-06-03", or a month or a year alone where that is enough, "1991-06", "1991".
struct TypedDay {
  /// Why the reader does not take a text.
  enum class Doubt : std::uint8_t {
    none,
    no_such_day,  ///< no such day
    too_far,      ///< a year outside those that a plan can hold
    order,        ///< unclear which number is the day and which the month
    century,      ///< a year of two digits
    no_day,       ///< a month and a year, or a year, where a day is wanted
    solar_hijri,  ///< a date of the calendar of Iran and Afghanistan
    ethiopian     ///< a date of the calendar of Ethiopia and Eritrea
  };
  Doubt doubt = Doubt::no_such_day;
  std::string taken;                  ///< the one reading; empty when the text is not clear
  std::vector<std::string> readings;  ///< the possible readings, in the order of the calendar
};

struct DayWanted {
  bool year_is_enough = false;
  bool month_is_enough = false;  ///< a month of our calendar; those of others lie in two of our months
  std::optional<Date> latest;    ///< later readings are left out
  bool maybe_ethiopian = false;  ///< the reader's language uses that calendar
};

TypedDay read_typed_day(std::string_view typed, const DayWanted& wanted);

/// The day in the Gregorian calendar, or nothing if a plan cannot hold such a day.
std::optional<Date> from_solar_hijri(int year, int month, int day);
std::optional<Date> from_ethiopian(int year, int month, int day);

}  // namespace vagval
