// Periods: their forms in a file, their faults, and their comparison.
#include "foundation/period.h"

#include <gtest/gtest.h>

namespace vagval {
namespace {

Date on(int y, int m, int d) { return *make_date(y, m, d); }
Period span(std::string_view text) { return *read_period(text); }

struct Form {
  const char* text;
  Date first, last;
  Exactness exactness;
};

TEST(Period, HasOneFormForEachExactness) {
  const Date first_day = on(1900, 1, 1), last_day = on(2199, 12, 31);
  for (const Form& form : {Form{"2016-05-01", on(2016, 5, 1), on(2016, 5, 1), Exactness::day},
                           Form{"2016-02", on(2016, 2, 1), on(2016, 2, 29), Exactness::month},
                           Form{"2016", on(2016, 1, 1), on(2016, 12, 31), Exactness::year},
                           Form{"..2024-09-12", first_day, on(2024, 9, 12), Exactness::until},
                           Form{"2024-09-13..", on(2024, 9, 13), last_day, Exactness::since},
                           Form{"2016-05-01/2017-02-03", on(2016, 5, 1), on(2017, 2, 3), Exactness::between}}) {
    const Result<Period> read = read_period(form.text);
    ASSERT_TRUE(read) << form.text;
    EXPECT_EQ(read->first(), form.first) << form.text;
    EXPECT_EQ(read->last(), form.last) << form.text;
    EXPECT_EQ(exactness(*read), form.exactness) << form.text;
    EXPECT_EQ(to_text(*read), form.text);
  }
}

TEST(Period, TakesAMonthOrAYearAsAnEnd) {
  EXPECT_EQ(to_text(span("..2016")), "..2016-12-31");
  EXPECT_EQ(to_text(span("2016-05..")), "2016-05-01..");
  EXPECT_EQ(to_text(span("2016/2018-02")), "2016-01-01/2018-02-28");
}

TEST(Period, IsWrittenInItsShortestForm) {
  EXPECT_EQ(to_text(span("2016-05-01/2016-05-31")), "2016-05");
  EXPECT_EQ(to_text(span("2016-01/2016-12")), "2016");
  EXPECT_EQ(to_text(span("2016-05-01/2016-05-01")), "2016-05-01");
}

TEST(Period, AnOpenEndIsNotTheFirstOrLastDayThatAPlanHolds) {
  EXPECT_NE(span("..1900-12-31"), span("1900"));
  EXPECT_EQ(to_text(span("..1900-12-31")), "..1900-12-31");
  EXPECT_NE(span("2199.."), span("2199"));
  EXPECT_EQ(span("..1900-01-01").day(), std::nullopt);
}

TEST(Period, SaysWhyATextIsNone) {
  for (const char* text : {"",
                           "..",
                           "/",
                           "2016-13",
                           "2016-00",
                           "2016-02-30",
                           "2015-02-29",
                           "2016-5",
                           "2016-05-1",
                           "maj 2016",
                           "2016-05-01..2017-02-03",
                           "../2024-09-12",
                           "2024-09-13/..",
                           "..2016..",
                           "2016-XX",
                           "2016~",
                           "20160501",
                           " 2016",
                           "2016-05-01/",
                           "2016-05-01/2017/2018",
                           "2016-05-01T00",
                           "2016-13/2017",
                           "2016/2017-02-30",
                           "twenty"}) {
    const Result<Period> read = read_period(text);
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.error(), (Error{ErrorId::no_such_date, "", text})) << text;
  }
  for (const char* text : {"0000", "0", "10000", "1899", "2200", "10000-01-01", "0000-05", "..1899-12-31",
                           "2200-01-01..", "2016/10000", "-2016", "-0001-05-05"}) {
    const Result<Period> read = read_period(text);
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.error(), (Error{ErrorId::year_out_of_range, "", text})) << text;
  }
  for (const char* text : {"2017-02-03/2016-05-01", "2016-05/2016-04", "2017/2016", "2016-05-02/2016-05-01"}) {
    const Result<Period> read = read_period(text);
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.error(), (Error{ErrorId::period_backwards, "", text})) << text;
  }
}

TEST(Period, IsComparedWithADay) {
  const Date cutoff = on(2024, 9, 12);
  EXPECT_EQ(on_or_before(span("2024-08"), cutoff), Truth::yes);
  EXPECT_EQ(on_or_before(span("2024-09"), cutoff), Truth::unknown);
  EXPECT_EQ(on_or_before(span("2024-10"), cutoff), Truth::no);
  EXPECT_EQ(on_or_before(span("..2024-09-12"), cutoff), Truth::yes);
  EXPECT_EQ(on_or_before(span("..2024-09-13"), cutoff), Truth::unknown);
  EXPECT_EQ(on_or_before(span("2024-09-13.."), cutoff), Truth::no);
  EXPECT_EQ(on_or_before(span("2024-09-12.."), cutoff), Truth::unknown);
  EXPECT_EQ(on_or_after(span("2024-09-12.."), cutoff), Truth::yes);
  EXPECT_EQ(on_or_after(span("2024"), cutoff), Truth::unknown);
  EXPECT_EQ(before(cutoff, cutoff), Truth::no);
}

TEST(Period, IsOneDayOrNone) {
  EXPECT_EQ(span("2016-05-01").day(), on(2016, 5, 1));
  EXPECT_EQ(span("2016-05").day(), std::nullopt);
  EXPECT_EQ(exact_day(std::nullopt), std::nullopt);
}

// Every pair of periods within one week, and every pair of days in them.
TEST(Period, SaysYesOrNoOnlyWhereEveryDayDoes) {
  std::vector<Period> all;
  const Date begin = on(2024, 2, 27), end = add_days(begin, 6);
  for (Date first = begin; first <= end; first = add_days(first, 1))
    for (Date last = first; last <= end; last = add_days(last, 1)) all.push_back(*Period::between(first, last));
  for (const Period& a : all)
    for (const Period& b : all) {
      bool always = true, never = true;
      for (Date i = a.first(); i <= a.last(); i = add_days(i, 1))
        for (Date k = b.first(); k <= b.last(); k = add_days(k, 1)) (i <= k ? never : always) = false;
      EXPECT_EQ(on_or_before(a, b), always  ? Truth::yes
                                    : never ? Truth::no
                                            : Truth::unknown)
          << to_text(a) << " and " << to_text(b);
    }
}

TEST(Period, OfTwoHoldsTheDaysOfBoth) {
  EXPECT_EQ(both(span("2016"), span("2016-05..")), span("2016-05/2016-12"));
  EXPECT_EQ(both(span("..2016-05"), span("..2017")), span("..2016-05"));
  EXPECT_EQ(both(span("2016.."), span("2017..")), span("2017.."));
  EXPECT_EQ(both(span("2016.."), span("..2016")), span("2016"));
  EXPECT_EQ(both(span("2016"), span("2017")), std::nullopt);
}

}  // namespace
}  // namespace vagval
