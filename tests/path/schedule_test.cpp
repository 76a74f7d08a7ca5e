// The schedule: days from the dependency graph, from known days, and from the law.
#include "path/schedule.h"

#include <gtest/gtest.h>

#include "today.h"

namespace vagval {
namespace {

Date day(int year, int month, int d) { return *make_date(year, month, d); }

PathTask task(std::string id, int days, std::vector<std::string> after = {}, std::uint16_t section = 0) {
  return {.id = std::move(id), .section = section, .after = std::move(after), .lead = {days, days, {}}};
}

// Two sections: before the move and after it.
struct Fixture {
  PathGuide guide{.sections = {{.id = "before"}, {.id = "after"}}};
  std::vector<OwnTask> own;
  std::vector<TaskEntry> entries;
  Situation situation;
  std::vector<Truth> concerned;

  Schedule run() {
    if (concerned.empty()) concerned.assign(guide.tasks.size(), Truth::yes);
    return schedule({guide, own, entries, situation, concerned, today()});
  }
};

TEST(Schedule, PutsWhatWaitsAfterWhatItWaitsFor) {
  Fixture f;
  f.guide.tasks = {task("before.b", 5, {"before.a"}), task("before.a", 10)};
  const Schedule s = f.run();
  EXPECT_EQ(s.tasks[1].earliest.date(), today());
  EXPECT_EQ(s.tasks[0].earliest.date(), add_days(today(), 10));
}

TEST(Schedule, CountsBackFromTheDayOfTheMove) {
  Fixture f;
  f.situation.departure_date = day(2027, 6, 30);
  f.guide.tasks = {task("before.a", 10), task("before.b", 5, {"before.a"})};
  const Schedule s = f.run();
  EXPECT_EQ(s.tasks[1].latest->date(), day(2027, 6, 25));
  EXPECT_EQ(s.tasks[0].latest->date(), day(2027, 6, 15));
}

TEST(Schedule, TakesTheUsualTimeForwardsAndTheLeastBackwards) {
  Fixture f;
  f.situation.departure_date = day(2027, 6, 30);
  f.guide.tasks = {task("before.a", 30), task("before.b", 5, {"before.a"})};
  f.guide.tasks[0].lead.least = 10;
  const Schedule s = f.run();
  EXPECT_EQ(s.tasks[1].earliest.date(), add_days(today(), 30));
  EXPECT_EQ(s.tasks[0].latest->date(), day(2027, 6, 15));
}

TEST(Schedule, CountsInDaysBeforeTheMoveWhenThereIsNoDay) {
  Fixture f;
  f.guide.tasks = {task("before.a", 10), task("before.b", 5, {"before.a"})};
  const Schedule s = f.run();
  EXPECT_EQ(*s.tasks[0].latest, (Moment{Milestone::departure, -15}));
  EXPECT_FALSE(s.tasks[0].latest->date());
}

TEST(Schedule, KeepsTheWeekBeforeDepartureForSkatteverket) {
  Fixture f;
  f.situation.departure_date = day(2027, 3, 5);
  f.guide.tasks = {task("before.skv", 1)};
  f.guide.tasks[0].latest = Deadline{.from = Milestone::departure, .days = -7, .statutory = true};
  const Schedule s = f.run();
  EXPECT_EQ(s.tasks[0].deadline->date(), day(2027, 2, 26));
  EXPECT_EQ(s.tasks[0].latest->date(), day(2027, 2, 25));
}

TEST(Schedule, CountsFifteenMonthsToTheLastDayOfAShorterMonth) {
  Fixture f;
  f.situation.departure_date = day(2026, 11, 30);
  f.guide.tasks = {task("after.third", 0, {}, 1)};
  f.guide.tasks[0].earliest = Deadline{.from = Milestone::departure, .months = 15, .statutory = true};
  EXPECT_EQ(f.run().tasks[0].earliest.date(), day(2028, 2, 29));  // a leap year
}

TEST(Schedule, GivesAYearToLeaveFromTheDecision) {
  Fixture f;
  f.situation.decision_date = day(2028, 2, 29);
  f.guide.tasks = {task("before.leave", 0)};
  f.guide.tasks[0].latest = Deadline{.from = Milestone::decision, .months = 12, .statutory = true};
  EXPECT_EQ(f.run().tasks[0].deadline->date(), day(2029, 2, 28));
}

TEST(Schedule, LetsNothingPressWhatComesAfterTheMove) {
  Fixture f;
  f.situation.departure_date = day(2027, 6, 30);
  f.guide.tasks = {task("after.a", 3, {}, 1)};
  const Schedule s = f.run();
  EXPECT_EQ(s.tasks[0].earliest.date(), day(2027, 6, 30));
  EXPECT_FALSE(s.tasks[0].latest);
}

TEST(Schedule, WaitsForADecisionThatHasNoDay) {
  Fixture f;
  f.guide.tasks = {task("before.lease", 90, {"@decision"})};
  EXPECT_EQ(f.run().tasks[0].earliest, (Moment{Milestone::decision, 0}));
}

TEST(Schedule, WaitsNeitherForWhatIsDoneNorForWhatDoesNotConcern) {
  Fixture f;
  f.guide.tasks = {task("before.a", 10), task("before.b", 20), task("before.c", 1, {"before.a", "before.b"})};
  f.entries = {{.task = "before.a", .state = TaskState::done}};
  f.concerned = {Truth::yes, Truth::no, Truth::yes};
  EXPECT_EQ(f.run().tasks[2].earliest.date(), today());
}

TEST(Schedule, WaitsForWhatMayConcern) {
  Fixture f;
  f.guide.tasks = {task("before.a", 10), task("before.b", 1, {"before.a"})};
  f.concerned = {Truth::unknown, Truth::yes};
  EXPECT_EQ(f.run().tasks[1].earliest.date(), add_days(today(), 10));
}

TEST(Schedule, TakesAnOwnDayForWhatComesAfter) {
  Fixture f;
  f.guide.tasks = {task("before.a", 10), task("before.b", 1, {"before.a"})};
  f.entries = {{.task = "before.a", .on = day(2027, 1, 1)}};
  EXPECT_EQ(f.run().tasks[1].earliest.date(), day(2027, 1, 11));
}

TEST(Schedule, NamesOwnTasksThatWaitForEachOtherAndDatesTheRest) {
  Fixture f;
  f.own = {{.id = "t1", .section = "before", .days = 3, .after = {"own.t2"}},
           {.id = "t2", .section = "before", .days = 3, .after = {"own.t1"}},
           {.id = "t3", .section = "before", .days = 3, .after = {"own.t1"}},
           {.id = "t4", .section = "before", .days = 3}};
  const Schedule s = f.run();
  EXPECT_EQ(s.circle, (std::vector<std::string>{"own.t1", "own.t2"}));
  EXPECT_EQ(s.tasks[3].earliest.date(), today());
}

TEST(Schedule, IgnoresALinkToATaskThatIsNotThere) {
  Fixture f;
  f.own = {{.id = "t1", .section = "before", .after = {"own.t9", "before.gone"}}};
  EXPECT_EQ(f.run().tasks[0].earliest.date(), today());
}

}  // namespace
}  // namespace vagval
