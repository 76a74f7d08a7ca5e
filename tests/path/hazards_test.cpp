// Hazards: the orders of steps that are pointed out, and no others.
#include "path/hazards.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "today.h"

namespace vagval {
namespace {

// Advice before passport and visit; the decision before the lease; custody before the lease.
struct SmallPlan {
  PathGuide guide{.sections = {{.id = "s"}, {.id = "after"}}};
  std::vector<OwnTask> own;
  std::vector<TaskEntry> entries;
  Situation situation;
  Fitting fitting;
  std::vector<Truth> concerned;

  SmallPlan() {
    for (const char* id : {"s.advice", "s.passport", "s.visit", "s.custody", "s.lease"})
      guide.tasks.push_back({.id = id});
    guide.hazards = {{.id = "passport", .first = {"s.advice"}, .then = {"s.passport"}},
                     {.id = "visit", .first = {"s.advice"}, .then = {"s.visit"}},
                     {.id = "lease", .first = {"@decision"}, .then = {"s.lease"}},
                     {.id = "custody", .first = {"s.custody"}, .then = {"s.lease"}}};
    fitting.orders.assign(guide.hazards.size(), Fit{});
    fitting.facts.assign(guide.hazards.size(), Fit{Truth::no, {}});
    concerned.assign(guide.tasks.size(), Truth::yes);
  }
  std::vector<Hazard> all() const {
    const ScheduleInput input{guide, own, entries, situation, concerned, today()};
    return hazards(input, fitting, schedule(input));
  }
  std::set<std::string> ids() const {
    std::set<std::string> out;
    for (const Hazard& h : all())
      out.insert(h.kind == HazardKind::deadline_passed ? "deadline" : guide.hazards[h.hazard].id);
    return out;
  }
};

TEST(Hazards, AreNoneInAnEmptyPlan) { EXPECT_TRUE(SmallPlan().ids().empty()); }

TEST(Hazards, PointAtAPassportBegunBeforeAdvice) {
  SmallPlan plan;
  plan.entries = {{.task = "s.passport", .state = TaskState::in_progress}};
  EXPECT_EQ(plan.ids(), (std::set<std::string>{"passport"}));
  EXPECT_EQ(plan.all()[0].tasks, (std::vector<std::string>{"s.passport", "s.advice"}));
}

TEST(Hazards, AreSilentWhenAdviceIsDone) {
  SmallPlan plan;
  plan.entries = {{.task = "s.passport", .state = TaskState::in_progress},
                  {.task = "s.advice", .state = TaskState::done, .since = today()}};
  EXPECT_TRUE(plan.ids().empty());
}

TEST(Hazards, AreSilentAboutTasksThatThePersonDecidedAgainst) {
  SmallPlan plan;
  plan.entries = {{.task = "s.passport", .state = TaskState::decided_not, .on = today()}};
  EXPECT_TRUE(plan.ids().empty());
}

TEST(Hazards, AreSilentForThoseWhomTheOrderDoesNotConcern) {
  SmallPlan plan;
  plan.entries = {{.task = "s.passport", .state = TaskState::done}};
  plan.fitting.orders[0].truth = Truth::no;
  EXPECT_TRUE(plan.ids().empty());
}

TEST(Hazards, SayMaybeWhileItIsNotKnownWhomTheyConcern) {
  SmallPlan plan;
  plan.entries = {{.task = "s.passport", .state = TaskState::done}};
  plan.fitting.orders[0].truth = Truth::unknown;
  ASSERT_EQ(plan.all().size(), 1u);
  EXPECT_TRUE(plan.all()[0].maybe);
}

TEST(Hazards, PointAtALeaseGivenUpBeforeTheDecision) {
  SmallPlan plan;
  plan.entries = {{.task = "s.lease", .on = add_days(today(), 10)},
                  {.task = "s.custody", .state = TaskState::done, .since = today()}};
  EXPECT_EQ(plan.ids(), (std::set<std::string>{"lease"}));
  plan.situation.decision_date = add_days(today(), 20);
  EXPECT_EQ(plan.ids(), (std::set<std::string>{"lease"}));
  plan.situation.decision_date = add_days(today(), 5);
  EXPECT_TRUE(plan.ids().empty());
}

TEST(Hazards, HoldForAFactThatIsSo) {
  SmallPlan plan;
  plan.guide.hazards.push_back({.id = "eu", .when = 0, .tasks = {"s.lease"}});
  plan.fitting.orders.push_back({});
  plan.fitting.facts.push_back({Truth::yes, {}});
  EXPECT_EQ(plan.ids(), (std::set<std::string>{"eu"}));
  plan.fitting.facts.back().truth = Truth::unknown;
  EXPECT_TRUE(plan.ids().empty());
}

TEST(Hazards, PointAtADayOfTheLawThatHasPassed) {
  SmallPlan plan;
  plan.guide.tasks[4].latest = Deadline{.from = Milestone::departure, .days = -7, .statutory = true};
  plan.situation.departure_date = add_days(today(), 7);
  EXPECT_TRUE(plan.ids().empty());
  plan.situation.departure_date = add_days(today(), 6);
  EXPECT_EQ(plan.ids(), (std::set<std::string>{"deadline"}));
  plan.entries = {{.task = "s.lease", .state = TaskState::done}};
  EXPECT_EQ(plan.ids().count("deadline"), 0u);
}

// All 120 orders of five dated steps: an order is warned of exactly when its steps stand the wrong way round.
TEST(Hazards, OfEveryPermutationAreExactlyThoseDocumented) {
  std::vector<std::string> steps{"s.advice", "s.passport", "s.visit", "s.custody", "s.lease"};
  std::sort(steps.begin(), steps.end());
  int permutations = 0;
  do {
    ++permutations;
    SmallPlan plan;
    plan.situation.decision_date = add_days(today(), 25);
    const auto place = [&](const std::string& id) {
      return static_cast<int>(std::find(steps.begin(), steps.end(), id) - steps.begin());
    };
    for (const std::string& id : steps)
      plan.entries.push_back({.task = id, .on = add_days(today(), 10 * (place(id) + 1))});
    std::set<std::string> expected;
    if (place("s.passport") < place("s.advice")) expected.insert("passport");
    if (place("s.visit") < place("s.advice")) expected.insert("visit");
    if (place("s.lease") < place("s.custody")) expected.insert("custody");
    if (place("s.lease") < 2) expected.insert("lease");  // on day 10 or 20; the decision comes on day 25
    EXPECT_EQ(plan.ids(), expected);
  } while (std::next_permutation(steps.begin(), steps.end()));
  EXPECT_EQ(permutations, 120);
}

}  // namespace
}  // namespace vagval
