// Laws of the planner: cash is conserved, waiting tasks come later, order does not matter, entries are kept.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "budget/cash.h"
#include "path/hazards.h"
#include "plan/change.h"
#include "plan/plan_json.h"
#include "state/assets.h"
#include "state/derived.h"

namespace vagval {
namespace {

const Date today = *make_date(2026, 11, 20);

const Assets& shipped() {
  static const auto assets = read_assets().assets;
  if (!assets) std::abort();
  return *assets;
}

std::int64_t amount(std::int64_t most) { return *rc::gen::inRange<std::int64_t>(0, most); }

// ---- cash ----

RulePack any_instalments() {
  RulePack out;
  for (const auto& [id, due] : {std::pair("first", Due::with_decision), std::pair("leave", Due::on_departure),
                                std::pair("second", Due::after_arrival), std::pair("third", Due::permit_ended)})
    out.instalments.push_back({.id = id, .due = due});
  return out;
}

Assessment any_grant() {
  Assessment out;
  for (std::uint16_t i = 0; i < 4; ++i) {
    const Kronor least{amount(100'000)};
    out.instalments.push_back({.instalment = i, .amount = {least, least + Kronor{amount(50'000)}}});
  }
  const int months = *rc::gen::inRange(1, 30);
  out.instalments[3].due.months_after_departure_min = months;
  out.instalments[3].due.months_after_departure_max = months + *rc::gen::inRange(0, 12);
  out.repayment.resize(3);
  return out;
}

std::vector<CashLine> any_lines() {
  std::vector<CashLine> out;
  const int count = *rc::gen::inRange(0, 12);
  for (int i = 0; i < count; ++i)
    out.push_back({"l" + std::to_string(i),
                   static_cast<Phase>(*rc::gen::inRange(0, 4)),
                   static_cast<Flow>(*rc::gen::inRange(0, 2)),
                   {amount(20'000)}});
  return out;
}

Budget any_budget() {
  Budget out;
  if (*rc::gen::arbitrary<bool>()) out.savings = amount(10'000'000);
  if (*rc::gen::arbitrary<bool>()) out.prices_percent = *rc::gen::inRange(-50, 500);
  if (*rc::gen::arbitrary<bool>()) out.last_part = static_cast<LastPart>(*rc::gen::inRange(0, 3));
  if (*rc::gen::arbitrary<bool>()) out.months_late = *rc::gen::inRange(1, 60);
  if (*rc::gen::arbitrary<bool>()) out.no_income = *rc::gen::arbitrary<bool>();
  return out;
}

RC_GTEST_PROP(Cash, IsConservedToTheKrona, ()) {
  static const RulePack pack = any_instalments();
  const Assessment grant = any_grant();
  const CashFlow cash = cash_flow(any_lines(), any_budget(), pack, &grant);
  for (const CashMonth& month : cash.months) {
    Kronor low, high;
    for (const CashEntry& entry : cash.entries)
      if (entry.month <= month.month) {
        low = low + entry.low;
        high = high + entry.high;
      }
    RC_ASSERT(low == month.low);
    RC_ASSERT(high == month.high);
    RC_ASSERT(month.low <= month.high);
  }
}

RC_GTEST_PROP(Cash, DoesNotDependOnTheOrderOfLines, ()) {
  static const RulePack pack = any_instalments();
  const Assessment grant = any_grant();
  const Budget budget = any_budget();
  std::vector<CashLine> lines = any_lines();
  const CashFlow one = cash_flow(lines, budget, pack, &grant);
  std::reverse(lines.begin(), lines.end());
  const CashFlow other = cash_flow(lines, budget, pack, &grant);
  RC_ASSERT(one.months == other.months);
}

RC_GTEST_PROP(Cash, IsNeverMoreWithALateOrRefusedPart, ()) {
  static const RulePack pack = any_instalments();
  const Assessment grant = any_grant();
  const std::vector<CashLine> lines = any_lines();
  Budget budget = any_budget();
  budget.last_part = LastPart::on_time;
  const CashFlow best = cash_flow(lines, budget, pack, &grant);
  budget.last_part = *rc::gen::element(LastPart::late, LastPart::refused);
  const CashFlow worse = cash_flow(lines, budget, pack, &grant);
  for (std::size_t i = 0; i < std::min(best.months.size(), worse.months.size()); ++i) {
    const bool less = worse.months[i].low <= best.months[i].low && worse.months[i].high <= best.months[i].high;
    RC_ASSERT(less);
  }
}

// ---- schedule ----

std::vector<OwnTask> any_tasks(bool may_circle) {
  std::vector<OwnTask> out;
  const int count = *rc::gen::inRange(1, 25);
  for (int i = 0; i < count; ++i) {
    OwnTask task{.id = "t" + std::to_string(i), .section = "housing", .days = *rc::gen::inRange(0, 60)};
    const int links = *rc::gen::inRange(0, 4);
    for (int k = 0; k < links; ++k) {
      const int other = may_circle ? *rc::gen::inRange(0, count) : *rc::gen::inRange(0, std::max(i, 1));
      if (may_circle || other < i) task.after.push_back("own.t" + std::to_string(other));
    }
    std::sort(task.after.begin(), task.after.end());
    task.after.erase(std::unique(task.after.begin(), task.after.end()), task.after.end());
    out.push_back(std::move(task));
  }
  return out;
}

const PathGuide& two_sections() {
  static const PathGuide guide{.sections = {{.id = "housing"}, {.id = "after"}}};
  return guide;
}

RC_GTEST_PROP(Schedule, LetsNothingBeginBeforeWhatItWaitsForHasEnded, ()) {
  const std::vector<OwnTask> own = any_tasks(false);
  Situation situation;
  if (*rc::gen::arbitrary<bool>()) situation.departure_date = add_days(today, *rc::gen::inRange(0, 900));
  const Schedule s = schedule({two_sections(), own, {}, situation, {}, today});
  RC_ASSERT(s.circle.empty());
  for (std::size_t i = 0; i < own.size(); ++i)
    for (const std::string& id : own[i].after) {
      const auto other = static_cast<std::size_t>(std::stoi(id.substr(5)));
      RC_ASSERT(s.tasks[i].earliest.days >= s.tasks[other].earliest.days + *own[other].days);
      RC_ASSERT(s.tasks[other].latest->days + *own[other].days <= s.tasks[i].latest->days);
    }
}

RC_GTEST_PROP(Schedule, DoesNotDependOnTheOrderOfTasks, ()) {
  std::vector<OwnTask> own = any_tasks(false);
  const Schedule one = schedule({two_sections(), own, {}, {}, {}, today});
  std::vector<OwnTask> turned(own.rbegin(), own.rend());
  const Schedule other = schedule({two_sections(), turned, {}, {}, {}, today});
  for (std::size_t i = 0; i < own.size(); ++i) RC_ASSERT(one.tasks[i] == other.tasks[own.size() - 1 - i]);
}

RC_GTEST_PROP(Schedule, NamesACircleExactlyWhenThereIsOne, ()) {
  const std::vector<OwnTask> own = any_tasks(true);
  // A task is in a circle, or between two, if it can be reached from itself or lies on a way from one circle to
  // another.
  const auto reaches = [&](std::size_t from, std::size_t to) {
    std::vector<std::size_t> open{from}, seen;
    while (!open.empty()) {
      const std::size_t at = open.back();
      open.pop_back();
      for (const std::string& id : own[at].after) {
        const auto next = static_cast<std::size_t>(std::stoi(id.substr(5)));
        if (next == to) return true;
        if (std::find(seen.begin(), seen.end(), next) == seen.end()) {
          seen.push_back(next);
          open.push_back(next);
        }
      }
    }
    return false;
  };
  const Schedule s = schedule({two_sections(), own, {}, {}, {}, today});
  bool any = false;
  for (std::size_t i = 0; i < own.size(); ++i) {
    const bool in_circle = reaches(i, i);
    any = any || in_circle;
    const bool named = std::find(s.circle.begin(), s.circle.end(), "own." + own[i].id) != s.circle.end();
    if (in_circle) RC_ASSERT(named);
  }
  RC_ASSERT(any == !s.circle.empty());
}

// ---- the shipped path ----

RC_GTEST_PROP(Path, NeverReadsAnUnknownAnswerAsNo, ()) {
  // A task that does not concern a household stays so after any further answer, and so does a task that does.
  Plan plan;
  plan.household.persons = {{.id = "p1", .tie = Tie::applicant}, {.id = "p2"}};
  const auto answer_some = [&](Plan& into) {
    for (std::size_t f = 0; f < fact_count; ++f) {
      const Fact fact = static_cast<Fact>(f);
      if (info(fact).type != FactType::boolean || *rc::gen::inRange(0, 3) == 0) continue;
      const std::string text = *rc::gen::element<std::string>("true", "false");
      for (const char* person : {"p1", "p2"}) {
        const FactRef ref{fact, is_person_fact(fact) ? person : ""};
        if (answer_text(into.household, into.situation, ref).empty())
          set_answer(into.household, into.situation, ref, text);
      }
    }
  };
  if (*rc::gen::arbitrary<bool>()) answer_some(plan);
  Plan more = plan;
  answer_some(more);
  const PathToday before = path_today(shipped(), plan, today), after = path_today(shipped(), more, today);
  for (std::size_t t = 0; t < before.concerned.size(); ++t) {
    const bool settled = before.concerned[t] != Truth::unknown;
    if (settled) RC_ASSERT(before.concerned[t] == after.concerned[t]);
  }
}

RC_GTEST_PROP(Plan, SurvivesItsFile, ()) {
  Plan plan;
  plan.household.persons = {{.id = "p1"}};
  const int steps = *rc::gen::inRange(0, 30);
  for (int i = 0; i < steps; ++i) {
    const auto& tasks = shipped().path.tasks;
    const std::string task = tasks[*rc::gen::inRange<std::size_t>(0, tasks.size())].id;
    switch (*rc::gen::inRange(0, 7)) {
      case 0:
        set_plan_value(plan, "task." + task + ".state",
                       task_state_names[*rc::gen::inRange<std::size_t>(0, std::size(task_state_names))], today);
        break;
      case 1:
        set_plan_value(plan, "task." + task + ".note", *rc::gen::element<std::string>("a", "å\nä", ""), today);
        break;
      case 2:
        add_entry(plan, EntryList::own_task, "housing", today);
        break;
      case 3:
        set_plan_value(plan, "line.rent.amount", std::to_string(amount(9999)), today);
        break;
      case 4:
        set_plan_value(plan, "stage", *rc::gen::element<std::string>("housing", "move", ""), today);
        break;
      case 5:
        set_plan_value(plan, "way.return.plan.p1", *rc::gen::element<std::string>("goes", "stays", ""), today);
        break;
      default:
        set_plan_value(plan, "own.t1.after." + task, *rc::gen::element<std::string>("yes", ""), today);
    }
  }
  const Result<Plan> read = open_plan(write_plan(plan));
  RC_ASSERT(static_cast<bool>(read));
  RC_ASSERT(*read == plan);
}

}  // namespace
}  // namespace vagval
