// A day as people write it: "3 juni 1991", "03.06.1991", "910603", "12 khordad 1366". What can be read in more than one
// way is never chosen among: the readings are handed back, to be asked about.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/date.h"

namespace vagval {

/// A date, or a year alone where that is enough: "1991-06-03" or "1991", as the plan writes it.
struct TypedDay {
  /// Why a text is not simply taken.
  enum class Doubt : std::uint8_t {
    none,
    no_such_day,  ///< not a day at all
    too_far,      ///< a year outside of those that a plan can hold
    order,        ///< which number is the day, which the month
    century,      ///< a year of two digits
    no_day,       ///< a month and a year, or a year, where a day is wanted
    solar_hijri,  ///< of the calendar of Iran and Afghanistan
    ethiopian     ///< of the calendar of Ethiopia and Eritrea
  };
  Doubt doubt = Doubt::no_such_day;
  std::string taken;                  ///< understood without a doubt; empty otherwise
  std::vector<std::string> readings;  ///< what else it can be, to choose from; in the order of the calendar
};

struct DayWanted {
  bool year_is_enough = false;
  std::optional<Date> latest;    ///< readings after it cannot be meant
  bool maybe_ethiopian = false;  ///< the reader's language is one in which that calendar is used
};

TypedDay read_typed_day(std::string_view typed, const DayWanted& wanted);

/// The day in the Gregorian calendar, or nothing if there is no such day in years that a plan can hold.
std::optional<Date> from_solar_hijri(int year, int month, int day);
std::optional<Date> from_ethiopian(int year, int month, int day);

}  // namespace vagval
