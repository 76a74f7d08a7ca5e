// Laws of periods, tried on thousands of them.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "foundation/period.h"

namespace vagval {
namespace {

Date any_day(int around) {
  const Date begin = *make_date(around, 1, 1);
  return add_days(begin, *rc::gen::inRange(0, 3 * 365));
}

// Around a year, so that two periods often overlap; at both ends of the years that a plan holds too.
Period any_period(int around) {
  const Date day = any_day(around);
  switch (*rc::gen::inRange(0, 6)) {
    case 0:
      return day;
    case 1:
      return *Period::month(civil(day).year, civil(day).month);
    case 2:
      return *Period::year(civil(day).year);
    case 3:
      return Period::until(day);
    case 4:
      return Period::since(day);
    default:
      return *Period::between(day, add_days(day, *rc::gen::inRange(0, 30)));
  }
}

int any_year() { return *rc::gen::element(1900, 2015, 2024, 2196); }

RC_GTEST_PROP(Period, IsReadBackAsItIsWritten, ()) {
  const Period period = any_period(any_year());
  RC_ASSERT(parse_period(to_text(period)) == period);
}

RC_GTEST_PROP(Period, AYesAndANoHoldForEveryDay, ()) {
  const int year = any_year();
  const Period a = any_period(year), b = any_period(year);
  const Truth truth = on_or_before(a, b);
  RC_PRE(truth != Truth::unknown);
  const auto any_day_of = [](const Period& period) {
    return add_days(period.first(), *rc::gen::inRange(0, period.last().days - period.first().days + 1));
  };
  const bool holds = (any_day_of(a) <= any_day_of(b)) == (truth == Truth::yes);
  RC_ASSERT(holds);
}

RC_GTEST_PROP(Period, AnUnknownHasADayForYesAndOneForNo, ()) {
  const int year = any_year();
  const Period a = any_period(year), b = any_period(year);
  RC_PRE(on_or_before(a, b) == Truth::unknown);
  const bool can_be_yes = a.first() <= b.last(), can_be_no = a.last() > b.first();
  RC_ASSERT(can_be_yes);
  RC_ASSERT(can_be_no);
}

RC_GTEST_PROP(Period, ADayOfBothIsInBoth, ()) {
  const int year = any_year();
  const Period a = any_period(year), b = any_period(year);
  const Date day = any_day(year);
  const std::optional<Period> common = both(a, b);
  RC_ASSERT((common && common->holds(day)) == (a.holds(day) && b.holds(day)));
}

RC_GTEST_PROP(Period, NoTextIsReadInTwoWaysOrCrashes, ()) {
  const std::string text = *rc::gen::container<std::string>(rc::gen::element('0', '1', '2', '9', '-', '.', '/', 'x'));
  const Result<Period> read = read_period(text);
  const bool same = !read || read_period(to_text(*read))->first() == read->first();
  RC_ASSERT(same);
}

}  // namespace
}  // namespace vagval
