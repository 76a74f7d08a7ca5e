// Laws for all households, tried on thousands of them. The condition is a bool before RC_ASSERT, because RC_ASSERT's
// capture evaluates both sides of ||.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>

#include "facts/check.h"
#include "files.h"
#include "plan/plan_json.h"
#include "rules/assess.h"
#include "state/assets.h"

namespace vagval {
namespace {

const RulePack& pack() {
  static const auto assets = read_assets().assets;
  if (!assets) std::abort();
  return assets->pack;
}

const Date as_of = *make_date(2026, 3, 2);

std::string any_answer(Fact fact, const Household& household) {
  const FactInfo& about = info(fact);
  switch (about.type) {
    case FactType::boolean:
      return *rc::gen::element<std::string>("true", "false");
    case FactType::choice:
      return std::string(about.choices[*rc::gen::inRange<std::size_t>(0, about.choices.size())]);
    case FactType::date:
      return fact == Fact::birth
                 ? *rc::gen::element<std::string>("1985-05-05", "2008-09-01", "2015-01-31", "2008-02-29")
                 : *rc::gen::element<std::string>("2016-03-01", "2024-09-12", "2024-09-13", "2025-12-31", "2026-01-01",
                                                  "2026-11-30");
    case FactType::country:
      return *rc::gen::element<std::string>("SY", "DE", "TR", "CH");
    case FactType::person:
      return household.persons[*rc::gen::inRange<std::size_t>(0, household.persons.size())].id;
  }
  return {};
}

// Answers lean towards yes, so that amounts are often above zero.
std::string likely_answer(Fact fact, const Household& household) {
  static const std::map<Fact, std::string> good = {{Fact::swedish_citizen, "false"},
                                                   {Fact::permit_kind, "permanent"},
                                                   {Fact::permit_ground, "refugee"},
                                                   {Fact::permit_granted_on, "2016-03-01"},
                                                   {Fact::permit_valid, "true"},
                                                   {Fact::registered_in_sweden, "true"},
                                                   {Fact::lives_with_applicant, "true"},
                                                   {Fact::earlier_grant, "false"},
                                                   {Fact::debt_kronofogden, "false"},
                                                   {Fact::debt_csn, "false"},
                                                   {Fact::prison_sentence_unserved, "false"},
                                                   {Fact::prosecuted, "false"},
                                                   {Fact::under_investigation, "false"},
                                                   {Fact::plan, "goes"},
                                                   {Fact::destination_kind, "country_of_origin"},
                                                   {Fact::destination_country, "SY"},
                                                   {Fact::intends_to_settle_there, "true"},
                                                   {Fact::can_show_reception, "true"},
                                                   {Fact::has_own_means, "false"},
                                                   {Fact::asylum_refused_or_withdrawn, "false"},
                                                   {Fact::application_date, "2026-03-02"}};
  const auto found = good.find(fact);
  if (found != good.end() && *rc::gen::inRange(0, 10) < 8) return found->second;
  return any_answer(fact, household);
}

void answer_everything(Plan& plan) {
  const Household& household = plan.household;
  for (std::size_t f = 0; f < fact_count; ++f) {
    const Fact fact = static_cast<Fact>(f);
    if (fact == Fact::tie) continue;
    if (!is_person_fact(fact))
      set_answer(plan.household, plan.situation, {fact, ""}, likely_answer(fact, household));
    else
      for (const Person& p : std::vector<Person>(household.persons))
        set_answer(plan.household, plan.situation, {fact, p.id}, likely_answer(fact, household));
  }
}

// A household without faults, every question answered.
Plan any_plan() {
  Plan plan;
  const int size = *rc::gen::inRange(1, 6);
  for (int i = 0; i < size; ++i) plan.household.persons.push_back({.id = "p" + std::to_string(i + 1)});
  static const std::vector<std::string> others = {"child", "adult_child", "other_relative", "child"};
  for (int i = 0; i < size; ++i) {
    std::string tie = i == 0   ? "applicant"
                      : i == 1 ? *rc::gen::element<std::string>("spouse", "cohabitant", "child", "other_relative")
                               : others[static_cast<std::size_t>(*rc::gen::inRange(0, 4))];
    set_answer(plan.household, plan.situation, {Fact::tie, plan.household.persons[static_cast<std::size_t>(i)].id},
               tie);
  }
  answer_everything(plan);
  for (Person& p : plan.household.persons)
    if (!form_faults(plan.household).empty()) p.permit.tie_to.reset();
  RC_PRE(faults(plan.household, plan.situation, as_of).empty());
  return plan;
}

std::vector<FactRef> answered_facts(const Plan& plan) {
  std::vector<FactRef> out;
  for (std::size_t f = 0; f < fact_count; ++f) {
    const Fact fact = static_cast<Fact>(f);
    if (fact == Fact::application_date)
      continue;  // without an application date the assessment assumes today and says so
    if (!is_person_fact(fact))
      out.push_back({fact, ""});
    else
      for (const Person& p : plan.household.persons) out.push_back({fact, p.id});
  }
  return out;
}

Plan with_holes(Plan plan) {
  for (const FactRef& ref : answered_facts(plan))
    if (*rc::gen::inRange(0, 10) < 3) set_answer(plan.household, plan.situation, ref, "");
  return plan;
}

Evaluation result_of(const Plan& plan) { return evaluate(pack(), flatten(plan.household, plan.situation), as_of); }

std::map<std::pair<std::uint16_t, int>, ConditionState> states_of(const Evaluation& e) {
  std::map<std::pair<std::uint16_t, int>, ConditionState> out;
  for (const ConditionResult& c : e.conditions) out[{c.condition, c.person}] = c.state;
  return out;
}

RC_GTEST_PROP(Unknown, TheIntervalOfAPartialHouseholdHoldsTheResultOfItsCompletion, ()) {
  const Plan whole = any_plan();
  const Evaluation partial = result_of(with_holes(whole)), complete = result_of(whole);
  const bool inside = partial.amount.min <= complete.amount.min && complete.amount.max <= partial.amount.max;
  RC_ASSERT(inside);
}

RC_GTEST_PROP(Unknown, NeverTurnsIntoUnmet, ()) {
  const Plan whole = any_plan();
  const auto partial = states_of(result_of(with_holes(whole))), complete = states_of(result_of(whole));
  for (const auto& [key, state] : partial) {
    const auto in_whole = complete.find(key);
    // A condition that turns out not to concern a person is no longer listed; that is no contradiction.
    const bool kept = in_whole == complete.end() || (state != ConditionState::unmet && state != ConditionState::met) ||
                      in_whole->second == state;
    RC_ASSERT(kept);
  }
}

RC_GTEST_PROP(Unknown, OneMoreAnswerNeverWidensTheResult, ()) {
  const Plan whole = any_plan();
  Plan partial = with_holes(whole);
  const Evaluation before = result_of(partial);
  const auto facts = answered_facts(whole);
  const FactRef ref = facts[*rc::gen::inRange<std::size_t>(0, facts.size())];
  set_answer(partial.household, partial.situation, ref, answer_text(whole.household, whole.situation, ref));
  const Evaluation after = result_of(partial);
  const bool narrower = before.amount.min <= after.amount.min && after.amount.max <= before.amount.max;
  RC_ASSERT(narrower);
}

RC_GTEST_PROP(Unknown, WhatNeedsMoreAnswersAsksForOne, ()) {
  const Plan plan = with_holes(any_plan());
  const Assessment a = assess(pack(), plan.household, plan.situation, as_of);
  const bool asks = a.state != State::need_more || a.no_rule_for_date || !a.next_questions.empty();
  RC_ASSERT(asks);
}

RC_GTEST_PROP(Unknown, TheTimesOfThePartsHoldThoseOfTheCompletion, ()) {
  const Plan whole = any_plan();
  Plan partial = with_holes(whole);
  // A missing day of decision means that no decision has come, which is an answer too.
  partial.situation.decision_date = whole.situation.decision_date;
  const auto parts = [](const Plan& plan) {
    return assess(pack(), plan.household, plan.situation, as_of, OtherAnswers::left_out);
  };
  const Assessment open = parts(partial), known = parts(whole);
  const auto& s = whole.situation;
  RC_PRE(known.amount.max > Kronor{});
  RC_PRE(!s.arrival_date || !s.departure_date || on_or_before(*s.departure_date, *s.arrival_date) == Truth::yes);
  for (std::size_t i = 0; i < known.instalments.size(); ++i) {
    const DueTime &a = open.instalments[i].due, &b = known.instalments[i].due;
    const bool least = !a.earliest_min || (b.earliest_min && *a.earliest_min <= *b.earliest_min);
    const bool most = !a.earliest_max || (b.earliest_max && *b.earliest_max <= *a.earliest_max);
    RC_ASSERT(least);
    RC_ASSERT(most);
  }
}

RC_GTEST_PROP(Undecided, NoPartComesOnADayThatHasPassed, ()) {
  Plan plan = with_holes(any_plan());
  plan.situation.decision_date.reset();
  for (const InstalmentResult& part :
       assess(pack(), plan.household, plan.situation, as_of, OtherAnswers::left_out).instalments) {
    const bool ahead = !part.due.earliest_min || *part.due.earliest_min >= as_of;
    RC_ASSERT(ahead);
  }
}

RC_GTEST_PROP(Caps, AreNeverExceeded, ()) {
  const Evaluation e = result_of(with_holes(any_plan()));
  for (const CapResult& cap : e.caps) {
    const bool within = cap.after.max <= cap.limit && cap.after.min <= cap.after.max;
    RC_ASSERT(within);
    const bool household = pack().caps[cap.cap].group != CapGroup::household || e.amount.max <= cap.limit;
    RC_ASSERT(household);
  }
}

RC_GTEST_PROP(Order, OfPersonsDoesNotMatter, ()) {
  Plan plan = with_holes(any_plan());
  const Evaluation before = result_of(plan);
  std::map<std::string, KronorInterval> amounts;
  for (std::size_t i = 0; i < plan.household.persons.size(); ++i)
    amounts[plan.household.persons[i].id] = before.persons[i].amount;
  std::reverse(plan.household.persons.begin(), plan.household.persons.end());
  const Evaluation after = result_of(plan);
  const bool same = before.state == after.state && before.amount == after.amount;
  RC_ASSERT(same);
  for (std::size_t i = 0; i < plan.household.persons.size(); ++i)
    RC_ASSERT(amounts[plan.household.persons[i].id] == after.persons[i].amount);
}

RC_GTEST_PROP(Adding, AChildNeverLowersTheMaximum, ()) {
  Plan plan = any_plan();
  const Evaluation before = result_of(plan);
  plan.household.persons.push_back({.id = "new", .birth = Period::year(2015), .tie = Tie::child});
  if (*rc::gen::arbitrary<bool>()) {
    Person& child = plan.household.persons.back();
    child.permit.ground = PermitGround::refugee;
    child.debt_csn = *rc::gen::arbitrary<bool>();
  }
  const bool not_lower = result_of(plan).amount.max >= before.amount.max;
  RC_ASSERT(not_lower);
}

RC_GTEST_PROP(Parts, OfTheGrantSumToTheWhole, ()) {
  const Plan plan = with_holes(any_plan());
  const Assessment a = assess(pack(), plan.household, plan.situation, as_of);
  KronorInterval sum;
  for (const InstalmentResult& part : a.instalments) sum = sum + part.amount;
  RC_ASSERT(a.instalments.empty() || sum == a.amount);
}

RC_GTEST_PROP(Parts, OfPersonsHoldTheWholeBetweenThem, ()) {
  const Plan plan = any_plan();
  const Evaluation e = result_of(plan);
  std::int64_t least = 0, most = 0;
  for (const PersonResult& p : e.persons) {
    const bool in_order = p.amount.min <= p.amount.max && p.amount.max <= p.base.max;
    RC_ASSERT(in_order);
    if (p.in_household != Truth::no) least += p.amount.min.value, most += p.amount.max.value;
  }
  const bool between = least <= e.amount.max.value && e.amount.max.value <= most;
  RC_ASSERT(between);
}

RC_GTEST_PROP(PlanFile, ReadsBackWhatItWrote, ()) {
  const Plan plan = with_holes(any_plan());
  const std::string bytes = write_plan(plan);
  const Result<Plan> again = open_plan(bytes);
  RC_ASSERT(static_cast<bool>(again));
  RC_ASSERT(*again == plan);
  RC_ASSERT(write_plan(*again) == bytes);
}

// ---- dates known roughly ----

constexpr Fact dates[] = {Fact::birth,         Fact::permit_granted_on, Fact::permit_expires_on, Fact::application_date,
                          Fact::decision_date, Fact::departure_date,    Fact::arrival_date};

void set_period(Plan& plan, Fact fact, const Period& period) {
  set_answer(plan.household, plan.situation, {fact, is_person_fact(fact) ? plan.household.persons[0].id : ""},
             to_text(period));
}

RC_GTEST_PROP(RoughDate, HoldsTheResultOfEachOfItsDays, ()) {
  Plan plan = with_holes(any_plan());
  const Fact fact = dates[*rc::gen::inRange<std::size_t>(0, std::size(dates))];
  const Date around = *parse_date(*rc::gen::element<std::string>("2024-09-12", "2025-12-31", "2026-03-02", "2008-03-02",
                                                                 "2007-03-02", "2024-09-24", "1985-01-01"));
  const Date first = add_days(around, *rc::gen::inRange(-20, 5));
  const Period period = *Period::between(first, add_days(first, *rc::gen::inRange(0, 31)));
  set_period(plan, fact, period);
  const Evaluation rough = result_of(plan);
  const auto rough_states = states_of(rough);
  for (Date day = period.first(); day <= period.last(); day = add_days(day, 1)) {
    set_period(plan, fact, day);
    const Evaluation exact = result_of(plan);
    const bool inside = rough.amount.min <= exact.amount.min && exact.amount.max <= rough.amount.max;
    RC_ASSERT(inside);
    const bool possible = rough.state == State::need_more || rough.state == exact.state;
    RC_ASSERT(possible);
    if (fact == Fact::application_date) continue;  // its days can have other conditions
    for (const auto& [key, state] : states_of(exact)) {
      const auto in_rough = rough_states.find(key);
      const bool kept =
          in_rough == rough_states.end() || in_rough->second == ConditionState::unknown || in_rough->second == state;
      RC_ASSERT(kept);
    }
  }
}

RC_GTEST_PROP(RoughDate, IsAskedAboutWhereItLeavesTheResultOpen, ()) {
  Plan plan = any_plan();
  const Fact fact = dates[*rc::gen::inRange<std::size_t>(0, std::size(dates))];
  const Date first = add_days(as_of, *rc::gen::inRange(-600, 30));
  set_period(plan, fact,
             *rc::gen::element(*Period::between(first, add_days(first, 400)), Period::until(as_of),
                               Period::since(add_days(as_of, -400)), *Period::year(2008)));
  RC_PRE(faults(plan.household, plan.situation, as_of).empty());
  const Assessment a = assess(pack(), plan.household, plan.situation, as_of);
  const bool asks = a.state != State::need_more || a.no_rule_for_date || !a.next_questions.empty();
  RC_ASSERT(asks);
}

RC_GTEST_PROP(RoughDate, HoldsTheTimesOfThePartsOfEachOfItsDays, ()) {
  Plan plan = any_plan();
  const Fact fact =
      *rc::gen::element(Fact::permit_expires_on, Fact::decision_date, Fact::departure_date, Fact::arrival_date);
  const Date first = add_days(as_of, *rc::gen::inRange(0, 400));
  const Period period = *rc::gen::element(*Period::between(first, add_days(first, 30)),
                                          *Period::month(civil(first).year, civil(first).month), Period::until(first),
                                          Period::since(first));
  set_period(plan, fact, period);
  const auto parts = [&] {
    return assess(pack(), plan.household, plan.situation, as_of, OtherAnswers::left_out).instalments;
  };
  const std::vector<InstalmentResult> rough = parts();
  for (int i = -30; i <= 30; ++i) {
    const Date day = add_days(first, i);
    if (!period.holds(day)) continue;
    set_period(plan, fact, day);
    const std::vector<InstalmentResult> exact = parts();
    for (std::size_t p = 0; p < exact.size(); ++p) {
      const DueTime &a = rough[p].due, &b = exact[p].due;
      const bool least = !a.earliest_min || (b.earliest_min && *a.earliest_min <= *b.earliest_min);
      const bool most = !a.earliest_max || (b.earliest_max && *b.earliest_max <= *a.earliest_max);
      RC_ASSERT(least);
      RC_ASSERT(most);
    }
  }
}

// One person who is covered, so that one date alone decides.
Plan covered_applicant() {
  Plan plan;
  plan.household.persons.push_back({.id = "a", .birth = Period::year(1985), .tie = Tie::applicant});
  for (std::size_t f = 0; f < fact_count; ++f) {
    const Fact fact = static_cast<Fact>(f);
    if (fact == Fact::tie || fact == Fact::birth || fact == Fact::permit_tie_to || is_everyday_fact(fact)) continue;
    const std::map<Fact, std::string> good = {{Fact::permit_kind, "permanent"},
                                              {Fact::permit_ground, "refugee"},
                                              {Fact::permit_granted_on, "2016-03-01"},
                                              {Fact::permit_valid, "true"},
                                              {Fact::registered_in_sweden, "true"},
                                              {Fact::lives_with_applicant, "true"},
                                              {Fact::plan, "goes"},
                                              {Fact::destination_kind, "country_of_origin"},
                                              {Fact::destination_country, "SY"},
                                              {Fact::intends_to_settle_there, "true"},
                                              {Fact::can_show_reception, "true"},
                                              {Fact::application_date, "2026-03-02"}};
    if (const auto found = good.find(fact); found != good.end())
      set_answer(plan.household, plan.situation, {fact, is_person_fact(fact) ? "a" : ""}, found->second);
    else if (info(fact).type == FactType::boolean)
      set_answer(plan.household, plan.situation, {fact, is_person_fact(fact) ? "a" : ""}, "false");
  }
  return plan;
}

struct Threshold {
  Fact fact;
  Date day;
  const char* about;
};

// Every period of at most 31 days around each day on which a date decides: the interval is the hull, no more and no
// less.
TEST(RoughDate, GivesTheHullOfItsDaysAroundEveryThreshold) {
  const auto day = [](std::string_view text) { return *parse_date(text); };
  for (const Threshold& at : {Threshold{Fact::permit_granted_on, day("2024-09-12"), "the cut-off"},
                              Threshold{Fact::permit_granted_on, day("2024-09-24"), "the other reading of the cut-off"},
                              Threshold{Fact::birth, day("2008-03-02"), "18 on the day of application"},
                              Threshold{Fact::birth, day("2009-03-02"), "18 before the decision"},
                              Threshold{Fact::birth, day("2008-02-29"), "born on a leap day"},
                              Threshold{Fact::application_date, day("2025-12-31"), "a new ordinance"},
                              Threshold{Fact::application_date, day("2026-03-02"), "today"},
                              Threshold{Fact::permit_expires_on, day("2026-03-02"), "expiry today"},
                              Threshold{Fact::decision_date, day("2025-12-31"), "decided under the old ordinance"}}) {
    Plan plan = covered_applicant();
    const Date begin = add_days(at.day, -31), end = add_days(at.day, 31);
    std::vector<KronorInterval> amounts;
    for (Date d = begin; d <= end; d = add_days(d, 1)) {
      set_period(plan, at.fact, d);
      amounts.push_back(result_of(plan).amount);
    }
    for (Date first = begin; first <= end; first = add_days(first, 1)) {
      KronorInterval wanted = amounts[static_cast<std::size_t>(first.days - begin.days)];
      for (Date last = first; last <= end && last.days - first.days < 31; last = add_days(last, 1)) {
        wanted = hull(wanted, amounts[static_cast<std::size_t>(last.days - begin.days)]);
        const Period period = *Period::between(first, last);
        set_period(plan, at.fact, period);
        ASSERT_EQ(result_of(plan).amount, wanted) << at.about << ": " << to_text(period);
      }
    }
  }
}

TEST(RoughDate, DecidesAsSoonAsItCan) {
  Plan plan = covered_applicant();
  const auto state_with = [&](Fact fact, std::string_view text) {
    set_period(plan, fact, *parse_period(text));
    return result_of(plan).state;
  };
  EXPECT_EQ(state_with(Fact::permit_granted_on, "2024-09"), State::need_more);
  EXPECT_EQ(state_with(Fact::permit_granted_on, "2024-09-13.."), State::not_covered);
  EXPECT_EQ(state_with(Fact::permit_granted_on, "..2024-09-12"), result_of(covered_applicant()).state);
}

// ---- files of earlier versions ----

TEST(OldPlan, OpensWithTheEstimateItHad) {
  const auto amount = [](const std::string& file) {
    const Result<Plan> plan = open_plan(tests::read("tests/plans/" + file + ".vagval.json"));
    return plan ? assess(pack(), plan->household, plan->situation, *make_date(2026, 11, 20)).amount : KronorInterval{};
  };
  // Read by the program before plan file version 3.
  EXPECT_EQ(amount("v1/full_with_unknown_members"), (KronorInterval{{0}, {375'000}}));
  EXPECT_EQ(amount("v1/nothing_answered"), (KronorInterval{{0}, {600'000}}));
  EXPECT_EQ(amount("v2/full"), (KronorInterval{{0}, {350'000}}));
}

TEST(OldPlan, IsThePlanThatVersionThreeWrites) {
  for (const std::string name : {"everything", "full"}) {
    const Result<Plan> old = open_plan(tests::read("tests/plans/v2/" + name + ".vagval.json")),
                       now = open_plan(tests::read("tests/plans/v3/" + name + ".vagval.json"));
    ASSERT_TRUE(old) << name;
    ASSERT_TRUE(now) << name;
    EXPECT_TRUE(*old == *now) << name;
  }
}

// Every completion of three yes/no answers, exhaustively.
TEST(Unknown, HoldsEveryCompletionOfThreeAnswers) {
  Plan plan;
  plan.household.persons.push_back({.id = "a", .birth = Period::year(1985), .tie = Tie::applicant});
  for (const auto& [fact, text] : std::map<Fact, std::string>{{Fact::swedish_citizen, "false"},
                                                              {Fact::permit_ground, "refugee"},
                                                              {Fact::permit_granted_on, "2016-03-01"},
                                                              {Fact::permit_valid, "true"},
                                                              {Fact::earlier_grant, "false"},
                                                              {Fact::prison_sentence_unserved, "false"},
                                                              {Fact::prosecuted, "false"},
                                                              {Fact::under_investigation, "false"},
                                                              {Fact::plan, "goes"}})
    ASSERT_TRUE(set_answer(plan.household, plan.situation, {fact, "a"}, text));
  plan.situation.destination.country = Country{{'S', 'Y'}};
  plan.situation.destination.kind = DestinationKind::country_of_origin;
  plan.situation.intends_to_settle_there = plan.situation.can_show_reception = true;
  const Evaluation open = result_of(plan);
  for (int bits = 0; bits < 8; ++bits) {
    Person& a = plan.household.persons[0];
    a.registered_in_sweden = (bits & 1) != 0;
    a.debt_kronofogden = (bits & 2) != 0;
    a.debt_csn = (bits & 4) != 0;
    const Evaluation e = result_of(plan);
    EXPECT_LE(open.amount.min, e.amount.min);
    EXPECT_GE(open.amount.max, e.amount.max);
  }
}

}  // namespace
}  // namespace vagval
