#include "foundation/period.h"

#include <algorithm>
#include <limits>

namespace vagval {

namespace {

constexpr Date before_all{std::numeric_limits<std::int32_t>::min()};
constexpr Date after_all{std::numeric_limits<std::int32_t>::max()};

constexpr std::string_view open = "..";
constexpr std::size_t detail_max = 60;

bool are_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int number_of(std::string_view digits) {
  int out = 0;
  for (const char c : digits) out = out * 10 + (c - '0');
  return out;
}

// A day, a month or a year, as a result without the text.
Result<Period> read_part(std::string_view text) {
  const Error no_such_date{ErrorId::no_such_date, "", ""};
  const Error out_of_range{ErrorId::year_out_of_range, "", ""};
  const bool below_zero = text.size() > 1 && text[0] == '-';
  const std::string_view unsigned_text = below_zero ? text.substr(1) : text;
  const std::string_view year = unsigned_text.substr(0, unsigned_text.find('-'));
  if (year.empty() || !are_digits(year)) return no_such_date;
  const std::string_view rest = unsigned_text.substr(year.size());
  const bool has_form =
      rest.empty() || (rest.size() == 3 && are_digits(rest.substr(1))) ||
      (rest.size() == 6 && rest[3] == '-' && are_digits(rest.substr(1, 2)) && are_digits(rest.substr(4)));
  if (!has_form) return no_such_date;
  // "20240912" is a day without its dashes, and no year.
  if (year.size() != 4 && !(rest.empty() && year.size() > 5)) return out_of_range;
  if (year.size() != 4) return no_such_date;
  if (below_zero) return out_of_range;
  const int number = number_of(year);
  if (number < first_year || number > last_year) return out_of_range;
  std::optional<Period> out;
  if (rest.empty())
    out = Period::year(number);
  else if (rest.size() == 3)
    out = Period::month(number, number_of(rest.substr(1)));
  else if (const std::optional<Date> day = make_date(number, number_of(rest.substr(1, 2)), number_of(rest.substr(4))))
    out = *day;
  if (!out) return no_such_date;
  return *out;
}

Result<Period> read_form(std::string_view text) {
  if (text.starts_with(open)) {
    Result<Period> end = read_part(text.substr(open.size()));
    if (!end) return end;
    return Period::until(end->last());
  }
  if (text.ends_with(open)) {
    Result<Period> begin = read_part(text.substr(0, text.size() - open.size()));
    if (!begin) return begin;
    return Period::since(begin->first());
  }
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return read_part(text);
  Result<Period> begin = read_part(text.substr(0, slash)), end = read_part(text.substr(slash + 1));
  if (!begin) return begin;
  if (!end) return end;
  if (end->last() < begin->first()) return Error{ErrorId::period_backwards, "", ""};
  return *Period::between(begin->first(), end->last());
}

}  // namespace

std::optional<Period> Period::between(Date first, Date last) {
  return last < first ? std::nullopt : std::optional(Period(first, last));
}
Period Period::until(Date last) { return {before_all, last}; }
Period Period::since(Date first) { return {first, after_all}; }

std::optional<Period> Period::month(int year, int month) {
  const std::optional<Date> begin = make_date(year, month, 1);
  if (!begin) return std::nullopt;
  return Period(*begin, add_days(*begin, days_in_month(year, month) - 1));
}

std::optional<Period> Period::year(int year) {
  const std::optional<Date> begin = make_date(year, 1, 1), end = make_date(year, 12, 31);
  if (!begin || !end) return std::nullopt;
  return Period(*begin, *end);
}

bool Period::has_first() const { return first_ != before_all; }
bool Period::has_last() const { return last_ != after_all; }
Date Period::first() const { return has_first() ? first_ : *make_date(first_year, 1, 1); }
Date Period::last() const { return has_last() ? last_ : *make_date(last_year, 12, 31); }

std::optional<Period> both(const Period& a, const Period& b) {
  const Date first = std::max(a.first(), b.first()), last = std::min(a.last(), b.last());
  if (!a.has_first() && !b.has_first()) return Period::until(last);
  if (!a.has_last() && !b.has_last()) return Period::since(first);
  return Period::between(first, last);
}

std::optional<Date> exact_day(const std::optional<Period>& period) { return period ? period->day() : std::nullopt; }

Result<Period> read_period(std::string_view text) {
  Result<Period> out = read_form(text);
  if (out) return out;
  return Error{out.error().id, "", std::string(text.substr(0, detail_max))};
}

std::optional<Period> parse_period(std::string_view text) {
  const Result<Period> out = read_period(text);
  return out ? std::optional(*out) : std::nullopt;
}

Exactness exactness(const Period& period) {
  if (period.day()) return Exactness::day;
  if (!period.has_first()) return Exactness::until;
  if (!period.has_last()) return Exactness::since;
  const CivilDate first = civil(period.first());
  if (period == Period::month(first.year, first.month)) return Exactness::month;
  return period == Period::year(first.year) ? Exactness::year : Exactness::between;
}

std::string to_text(const Period& period) {
  constexpr std::size_t year_length = 4, month_length = 7;
  switch (exactness(period)) {
    case Exactness::day:
      break;
    case Exactness::month:
      return to_iso(period.first()).substr(0, month_length);
    case Exactness::year:
      return to_iso(period.first()).substr(0, year_length);
    case Exactness::until:
      return std::string(open) + to_iso(period.last());
    case Exactness::since:
      return to_iso(period.first()) + std::string(open);
    case Exactness::between:
      return to_iso(period.first()) + "/" + to_iso(period.last());
  }
  return to_iso(period.first());
}

}  // namespace vagval
