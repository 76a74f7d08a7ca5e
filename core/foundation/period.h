// Periods: a day of the calendar that is known more or less exactly.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "foundation/date.h"
#include "foundation/result.h"
#include "foundation/truth.h"

namespace vagval {

/// One day, of which only the first and the last possibility are known: a day, a month, a year, on or before a day, on
/// or after a day, or between two days. A day about which nothing is known is an absent Period; no Period is open at
/// both ends.
///
/// The file has the forms of ISO 8601-2 (EDTF):
///   2024-09-12               the day
///   2016-05, 2016            a day of the month, of the year
///   ..2024-09-12             the day or one before it
///   2024-09-13..             the day or one after it
///   2016-05-01/2017-02-03    from the first day to the last; the rule "after this day, and before that one" needs it
/// Each end may also be a month or a year: "..2016" ends on 31 December 2016. to_text writes the shortest form of the
/// same days.
class Period {
 public:
  constexpr Period(Date day) : first_(day), last_(day) {}

  /// \returns nothing if the last day lies before the first.
  static std::optional<Period> between(Date first, Date last);
  static Period until(Date last);   ///< on or before the day
  static Period since(Date first);  ///< on or after the day
  /// \returns nothing if there is no such month, or its year is outside first_year…last_year.
  static std::optional<Period> month(int year, int month);
  static std::optional<Period> year(int year);

  bool has_first() const;  ///< false for "on or before a day"
  bool has_last() const;   ///< false for "on or after a day"
  /// The first and the last possible day. Where the period is open, the first or last day that a plan can hold.
  Date first() const;
  Date last() const;
  /// \returns the day, if the period is one day. No other function makes one day of a period.
  constexpr std::optional<Date> day() const { return first_ == last_ ? std::optional(first_) : std::nullopt; }
  constexpr bool holds(Date day) const { return first_ <= day && day <= last_; }

  friend constexpr bool operator==(const Period&, const Period&) = default;
  friend constexpr Truth on_or_before(const Period& a, const Period& b);

 private:
  constexpr Period(Date first, Date last) : first_(first), last_(last) {}
  Date first_, last_;  // an open end lies before or after every Date that a plan can hold
};

/// Whether the day of `a` is the day of `b` or lies before it. Yes and no hold for every choice of the two days.
constexpr Truth on_or_before(const Period& a, const Period& b) {
  return a.last_ <= b.first_ ? Truth::yes : a.first_ > b.last_ ? Truth::no : Truth::unknown;
}
constexpr Truth on_or_after(const Period& a, const Period& b) { return on_or_before(b, a); }
constexpr Truth before(const Period& a, const Period& b) { return negate(on_or_before(b, a)); }

/// \returns the days that lie in both, or nothing.
std::optional<Period> both(const Period& a, const Period& b);

/// \returns the day, if there is a period and it is one day.
std::optional<Date> exact_day(const std::optional<Period>& period);

/// Reads one of the forms above and nothing else.
/// \returns no_such_date for an unknown form or a day or month that does not exist, year_out_of_range for a year
/// outside first_year…last_year, or period_backwards for a period that ends before it begins. The detail is the text
/// found.
Result<Period> read_period(std::string_view text);
std::optional<Period> parse_period(std::string_view text);

std::string to_text(const Period& period);

/// How exactly a period says the day: for words, which differ by it.
enum class Exactness : std::uint8_t { day, month, year, until, since, between };
Exactness exactness(const Period& period);

}  // namespace vagval
