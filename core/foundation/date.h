// Civil dates. They know no clock and no time zone, so daylight saving does not move them.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vagval {

/// A day in the Gregorian calendar, counted from 1970-01-01 (which is 0).
struct Date {
  std::int32_t days = 0;
  friend constexpr auto operator<=>(const Date&, const Date&) = default;
};

struct CivilDate {
  int year = 1970, month = 1, day = 1;
  friend constexpr bool operator==(const CivilDate&, const CivilDate&) = default;
};

/// The years this program accepts. A date outside them is taken for a typing error.
inline constexpr int first_year = 1900;
inline constexpr int last_year = 2199;

/// \returns the date, or nothing if there is no such day (31 April) or the year is outside first_year…last_year.
std::optional<Date> make_date(int year, int month, int day);

CivilDate civil(Date date);

/// Reads `YYYY-MM-DD` and nothing else: no spaces, no other separators, no missing zeros.
std::optional<Date> parse_date(std::string_view text);

/// `YYYY-MM-DD`.
std::string to_iso(Date date);

/// 28…31. \param month 1…12.
int days_in_month(int year, int month);

/// Which day to take when a month has no such day (31 January + 1 month).
enum class MonthEnd : std::uint8_t {
  last_day,   ///< the month's last day
  next_month  ///< the first day of the month after, e.g. for "not before this day" of a person born on 29 February
};

/// The civil date `months` later; `months` may be negative.
/// Source: none. No ordinance in the pack says how months end. The rule is this program's, and the trace shows it as an
/// assumption.
Date add_months(Date from, int months, MonthEnd end);

constexpr Date add_days(Date from, int days) { return {from.days + days}; }

}  // namespace vagval
