// The example households for training: the outcome of each on one day. One row an example, readable by a lawyer.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "facts/check.h"
#include "rules/assess.h"
#include "rules/shipped.h"

namespace vagval {
namespace {

const Date one_day = *make_date(2026, 11, 20);

struct Outcome {
  State state{};
  std::int64_t least = 0, most = 0;  ///< kronor
  std::set<std::string> unmet;       ///< conditions that are not met, and the persons
};

const std::map<std::string, Outcome> outcomes = {
    // Covered.
    {"family", {State::may_be_covered, 550'000, 550'000, {}}},
    {"turning_18", {State::may_be_covered, 525'000, 600'000, {}}},
    {"citizen_partner", {State::may_be_covered, 350'000, 350'000, {"C-01 of p2"}}},
    {"young_child", {State::may_be_covered, 525'000, 525'000, {"C-11 of p4"}}},
    // Not covered.
    {"single_debt", {State::not_covered, 0, 0, {"D-04 of p1"}}},
    {"asylum_refused", {State::not_covered, 0, 0, {"C-15 of p1", "D-17 of p1"}}},
    {"work_permit", {State::not_covered, 0, 0, {"C-15 of p1"}}},
    {"move_to_germany", {State::not_covered, 0, 0, {"D-01"}}},
    {"main_person_stays", {State::not_covered, 0, 0, {"C-22 of p1", "C-09 of p2"}}},
    // Left to the authority.
    {"siblings", {State::for_authority, 600'000, 600'000, {}}},
    {"adult_child", {State::for_authority, 600'000, 600'000, {}}},
    {"not_registered", {State::for_authority, 0, 350'000, {}}},
    {"upper_secondary", {State::for_authority, 0, 350'000, {}}},
    {"filed_2025", {State::for_authority, 10'000, 10'000, {}}},
    // Answers are missing.
    {"family_unanswered", {State::need_more, 0, 550'000, {}}},
    {"pensioner", {State::need_more, 0, 350'000, {}}},
};

TEST(ExampleHouseholds, AreAtLeastThirteenAndEachIsInTheTable) {
  EXPECT_GE(shipped().examples.size(), 13u);
  EXPECT_EQ(shipped().examples.size(), outcomes.size());
  for (const Example& example : shipped().examples) EXPECT_EQ(outcomes.count(example.name), 1u) << example.name;
}

TEST(ExampleHouseholds, ComeToWhatTheTableSays) {
  const RulePack& pack = shipped().pack;
  for (const Example& example : shipped().examples) {
    const auto expected = outcomes.find(example.name);
    if (expected == outcomes.end()) continue;
    const Assessment a = assess(pack, example.plan.household, example.plan.situation, one_day);
    EXPECT_EQ(state_name(a.state), state_name(expected->second.state)) << example.name;
    EXPECT_EQ(a.amount.min.value, expected->second.least) << example.name;
    EXPECT_EQ(a.amount.max.value, expected->second.most) << example.name;
    std::set<std::string> unmet;
    for (const ConditionResult& result : a.conditions) {
      if (result.state != ConditionState::unmet) continue;
      std::string name = pack.conditions[result.condition].id;
      if (result.person != nobody)
        name += " of " + example.plan.household.persons[static_cast<std::size_t>(result.person)].id;
      unmet.insert(name);
    }
    EXPECT_EQ(unmet, expected->second.unmet) << example.name;
  }
}

TEST(ExampleHouseholds, HaveNoFaultsAndSayInTheirOwnFileThatTheyAreExamples) {
  for (const Example& example : shipped().examples) {
    EXPECT_TRUE(faults(example.plan.household, example.plan.situation, one_day).empty()) << example.name;
    EXPECT_EQ(example.plan.example, example.name);
  }
}

}  // namespace
}  // namespace vagval
