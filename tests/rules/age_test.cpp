// How the wording about a check changes with its age.
#include "rules/age.h"

#include <gtest/gtest.h>

namespace vagval {
namespace {

constexpr Age (*age)(Date, Date, Date) = age_of;
Date on(int year, int month, int day) { return make_date(year, month, day).value_or(Date{}); }

TEST(AgeOfFacts, MayBeOldTheDayAfterTheNextReview) {
  EXPECT_EQ(age(on(2026, 11, 20), on(2027, 2, 1), on(2027, 2, 1)), Age::checked);
  EXPECT_EQ(age(on(2026, 11, 20), on(2027, 2, 1), on(2027, 2, 2)), Age::may_be_old);
}

TEST(AgeOfFacts, IsOldMoreThanTwelveMonthsAfterTheCheck) {
  EXPECT_EQ(age(on(2026, 11, 20), on(2027, 2, 1), on(2027, 11, 20)), Age::may_be_old);
  EXPECT_EQ(age(on(2026, 11, 20), on(2027, 2, 1), on(2027, 11, 21)), Age::old);
}

TEST(AgeOfFacts, IsOldEvenWhenTheReviewWasPutFarAhead) {
  EXPECT_EQ(age(on(2026, 11, 20), on(2040, 1, 1), on(2027, 11, 21)), Age::old);
}

TEST(AgeOfFacts, IsNotMadeOldByAClockThatIsBehind) {
  EXPECT_EQ(age(on(2026, 11, 20), on(2027, 2, 1), on(1999, 1, 1)), Age::checked);
}

}  // namespace
}  // namespace vagval
