// Civil dates: no clock, no time zone, so no daylight saving can move them.
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

/// The years this program accepts. Outside them a date is a slip of the keyboard, not a plan.
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

/// What to do when a month has no such day (31 January + 1 month).
enum class MonthEnd : std::uint8_t {
  last_day,   ///< the month's last day
  next_month  ///< the first day of the month after, e.g. for "not before this day" of someone born on 29 February
};

/// The civil date `months` later (may be negative).
/// Source: none. No ordinance we hold says how months end; the choice is ours and the trace shows it as an assumption.
Date add_months(Date from, int months, MonthEnd end);

constexpr Date add_days(Date from, int days) { return {from.days + days}; }

}  // namespace vagval
