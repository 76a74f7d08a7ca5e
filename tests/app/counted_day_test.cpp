// The day of calculation: a clock that is behind selects no law and no ages; a chosen day does. The screen expresses
// doubt about both.
#include "state/counted_day.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "app/hands.h"
#include "facts/check.h"
#include "report/outputs.h"
#include "rules/assess.h"

namespace vagval {
namespace {

Date checked() { return assets()->pack.checked_on; }

const Node* doubt_on(const App& app) {
  const auto& main = app.screen().main;
  const auto at = std::find_if(main.begin(), main.end(), [](const Node& n) { return n.id == "day.doubt"; });
  return at == main.end() ? nullptr : &*at;
}

TEST(CountedDay, IsTheClocksWhereThatCanBeRight) {
  for (const int days : {0, 1, 40'000}) {
    const CountedDay day = by_clock(*assets(), add_days(checked(), days));
    EXPECT_EQ(day.today, add_days(checked(), days));
    EXPECT_FALSE(day.clock);
    EXPECT_FALSE(day_doubt(*assets(), assets()->catalogue("en"), day));
  }
}

TEST(CountedDay, IsTheDayOfTheCheckWhereTheClockIsBehind) {
  for (const Date says : {*make_date(1970, 1, 1), *make_date(2015, 1, 1), add_days(checked(), -1)}) {
    App app = family("en");
    app.reply(TodayIs{says});
    EXPECT_EQ(app.model().session.today, checked());
    EXPECT_EQ(app.model().session.clock, says);
    EXPECT_TRUE(faults(app.model().plan.household, app.model().plan.situation, app.model().session.today).empty());
  }
}

TEST(CountedDay, IsDoubtedOnEveryScreenWhereTheClockIsBehind) {
  App app = family("en");
  app.reply(TodayIs{*make_date(2015, 1, 1)});
  for (const ScreenId screen : all_screens) {
    app.dispatch(GoTo{screen});
    const Node* doubt = doubt_on(app);
    ASSERT_TRUE(doubt) << name_of(screen);
    EXPECT_NE(doubt->text.find("2015"), std::string::npos);
  }
}

TEST(CountedDay, OfAClockThatIsRightAgainIsNotDoubted) {
  App app = family("en");
  app.reply(TodayIs{*make_date(2015, 1, 1)});
  app.reply(TodayIs{add_days(checked(), 3)});
  EXPECT_EQ(app.model().session.today, add_days(checked(), 3));
  EXPECT_FALSE(app.model().session.clock);
  EXPECT_FALSE(doubt_on(app));
}

TEST(CountedDay, ChoosesNoLawByAClockThatIsBehind) {
  App app = family("en");
  app.dispatch(SetAnswer{{Fact::application_date, ""}, ""});
  app.reply(TodayIs{*make_date(2015, 1, 1)});
  const Plan& plan = app.model().plan;
  const Assessment a = assess(assets()->pack, plan.household, plan.situation, app.model().session.today);
  EXPECT_EQ(assets()->pack.versions[*assets()->pack.slices[a.slice].version].id, "2025:970");
}

TEST(CountedDay, ThatWasChosenChoosesTheLawAndIsSaid) {
  App app(assets(), *make_date(2015, 1, 1), "en");
  ASSERT_TRUE(doubt_on(app));
  EXPECT_EQ(app.model().session.today, *make_date(2015, 1, 1));
  EXPECT_NE(doubt_on(app)->text.find("looked at as on"), std::string::npos);
}

TEST(CountedDay, IsDoubtedOnPaperInTheCalendarFileAndInTables) {
  const App app = family("en");
  for (const std::optional<Date> clock : {std::optional<Date>(), std::optional(*make_date(2015, 1, 1))}) {
    const Date day = clock ? checked() : *make_date(2026, 1, 2);
    const OutputOf of{assets(), app.model().plan, day, "en", "", clock};
    const std::string said = clock ? "This device says" : "looked at as on";
    EXPECT_NE(print_page(of, {ScreenId::estimate}, "").find(said), std::string::npos);
    EXPECT_NE(sheet_page(of, "", {}).find(said), std::string::npos);
    EXPECT_NE(table_file(of, TableOf::tasks, {}).find(said), std::string::npos);
    const Result<std::string> calendar = calendar_file(of, false);
    ASSERT_TRUE(calendar);
    EXPECT_NE(calendar->find("X-WR-CALDESC"), std::string::npos);
  }
}

}  // namespace
}  // namespace vagval
