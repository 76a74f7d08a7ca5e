// The path as data: the shipped path loads without a problem, and every kind of fault is named with its place.
#include <gtest/gtest.h>

#include <functional>

#include "files.h"
#include "path/fitting.h"
#include "path/path_guide.h"
#include "rules/pack_json.h"
#include "state/assets.h"
#include "text/catalogue.h"
#include "today.h"

namespace vagval {
namespace {

bool has_text(std::string_view key) { return find_text_key(key).has_value(); }

// Reads the shipped path after one replacement in its text; returns all problems as "pointer: sentence".
std::string problems_after(const std::string& from, const std::string& to) {
  std::string bytes = tests::read("assets/path/se.json");
  const std::size_t at = bytes.find(from);
  if (!from.empty() && at == std::string::npos) return "the test looks for something that is not there: " + from;
  if (!from.empty()) bytes.replace(at, from.size(), to);
  PackRead pack = read_pack(tests::read("assets/rules/se-repatriation-grant.json"), "rules", has_text);
  if (!pack.pack) return "the rule pack has problems";
  std::string out;
  for (const Problem& p : read_path(bytes, "path", has_text, *pack.pack).problems)
    out += p.pointer + ": " + p.sentence + "\n";
  return out;
}
void expect_problem(const std::string& from, const std::string& to, const std::string& words) {
  const std::string problems = problems_after(from, to);
  EXPECT_NE(problems.find(words), std::string::npos) << from << " -> " << to << " gave:\n" << problems;
}

TEST(PathFile, IsShippedWithoutAProblem) { EXPECT_EQ(problems_after("", ""), ""); }

TEST(PathFile, IsRefusedWithTheReasonAndThePlace) {
  expect_problem("\"version\": 2", "\"version\": 3", "this program reads version 2");
  expect_problem("\"undo\": \"freely\"", "\"undo\": \"maybe\"", "/sections/0/tasks/0/undo");
  expect_problem("\"text\": \"path.thinking.own_ground\"", "\"text\": \"path.no_such\"", "no catalogue has the text");
  expect_problem("\"L1#§ 3\"", "\"L999#§ 3\"", "the rule pack has no source \"L999\"");
  expect_problem("\"id\": \"own_ground\"", "\"id\": \"debts\"", "this name is taken");
  expect_problem("\"after\": [\"thinking.own_ground\", ", "\"after\": [\"thinking.gone\", ",
                 "there is no \"thinking.gone\"");
  expect_problem("\"gives\": [\"permit_decision\"]", "\"gives\": [\"gold\"]", "there is no \"gold\"");
  expect_problem("\"costs\": [\"advice\"]", "\"costs\": [\"bribe\"]", "there is no \"bribe\"");
  expect_problem("\"is\": [\"situation.rents_home\", true]", "\"is\": [\"situation.rents_boat\", true]",
                 "there is no fact of this name");
  expect_problem("\"days\": {\"least\": 0, \"usual\": 7}", "\"days\": {\"least\": 9, \"usual\": 7}",
                 "usual is less than least");
  expect_problem("\"statutory\": true, \"sources\": [\"L7#27 §\"]", "\"statutory\": true",
                 "a statutory day needs the section");
  expect_problem("\"from\": \"departure\"", "\"from\": \"easter\"", "/latest/from");
  expect_problem("\"phase\": \"before\"", "\"phase\": \"never\"", "/budget/0/phase");
  expect_problem("\"who\": \"who.me\"", "\"colour\": \"red\", \"who\": \"who.me\"", "colour");
}

TEST(PathFile, IsRefusedWithARumourOrACheckThatIsNotWhole) {
  expect_problem("\"text\": \"rumour.travel\"", "\"text\": \"rumour.no_such\"",
                 "no catalogue has the text \"rumour.no_such.says\"");
  expect_problem("\"sum\": \"family\"", "\"sum\": \"billions\"", "/rumours/2/sum");
  expect_problem("\"sources\": [\"L1#§ 9\", \"M1\", \"L2#§ 5\"]",
                 "\"sources\": [\"L1#§ 9\", \"M1\", \"L2#§ 5\"], \"sum\": \"parts\"",
                 "no catalogue has the text \"rumour.travel.sum\"");
  expect_problem("\"text\": \"rumour.means\", \"sources\": [\"L1#§§ 3–8\", \"L2#§ 3\", \"M10\"]",
                 "\"text\": \"rumour.means\", \"sources\": []", "what the sources say needs a source");
  expect_problem("\"text\": \"rumour.means\", ", "\"text\": \"rumour.means\", \"true\": false, ", "/rumours/17/true");
  expect_problem("\"id\": \"travel\"", "\"id\": \"percent\"", "/rumours/3/id: this name is taken");
  expect_problem("\"text\": \"check.who\"", "\"text\": \"rumour.means\"",
                 "no catalogue has the text \"rumour.means.a\"");
  expect_problem("\"text\": \"check.parts\", \"right\": \"b\"", "\"text\": \"check.parts\", \"right\": \"c\"",
                 "/checks/0/right");
  expect_problem("\"text\": \"check.parts\", \"right\": \"b\"",
                 "\"text\": \"check.parts\", \"right\": \"b\", \"points\": 1", "/checks/0/points");
}

TEST(PathFile, WithTasksThatWaitForEachOtherIsRefused) {
  expect_problem("{\"id\": \"own_ground\", ", "{\"id\": \"own_ground\", \"after\": [\"thinking.decision\"], ",
                 "/thinking.own_ground: this task waits for itself");
}

TEST(PathFile, GivesEveryHazardASource) {
  const auto assets = read_assets().assets;
  ASSERT_TRUE(assets);
  for (const PathHazard& hazard : assets->path.hazards) EXPECT_FALSE(hazard.sources.empty()) << hazard.id;
}

struct Case {
  const char* about;
  std::function<void(Plan&)> answer;
  std::vector<const char*> tasks;
};

// The households that the path has tasks for, and that no other household gets those tasks.
TEST(PathFile, HasTasksForEveryoneInTheTargetGroup) {
  const auto assets = read_assets().assets;
  ASSERT_TRUE(assets);
  const auto concerns = [&](const Plan& plan, const std::string& id) {
    const Fitting fitting = fit(assets->path, assets->pack, plan.household, plan.situation, today());
    for (std::size_t t = 0; t < assets->path.tasks.size(); ++t)
      if (assets->path.tasks[t].id == id) return fitting.tasks[t].truth;
    ADD_FAILURE() << "there is no task " << id;
    return Truth::unknown;
  };
  const auto says_no = [](Plan& plan) {
    plan.household.persons = {{.id = "p1", .tie = Tie::applicant}};
    for (std::size_t f = 0; f < fact_count; ++f) {
      const Fact fact = static_cast<Fact>(f);
      if (info(fact).type == FactType::boolean)
        set_answer(plan.household, plan.situation, {fact, is_person_fact(fact) ? "p1" : ""}, "false");
    }
    plan.household.persons[0].permit = {.kind = PermitKind::temporary, .ground = PermitGround::work};
  };
  const auto says = [](Fact fact) {
    return [fact](Plan& plan) {
      set_answer(plan.household, plan.situation, {fact, is_person_fact(fact) ? "p1" : ""}, "true");
      if (fact == Fact::guarantee_pension) set_answer(plan.household, plan.situation, {Fact::pension, ""}, "true");
    };
  };
  const std::vector<Case> cases = {
      {"children",
       [](Plan& plan) { plan.household.persons.push_back({.id = "p2", .tie = Tie::child}); },
       {"needs.school", "thinking.children", "deregister.childbenefit"}},
      {"pensioners", says(Fact::pension), {"livelihood.pension", "after.lifecert"}},
      {"guarantee pension", says(Fact::guarantee_pension), {"livelihood.guarantee"}},
      {"debts", says(Fact::debt_csn), {"thinking.pay_debts"}},
      {"own business", says(Fact::own_business), {"livelihood.close_business"}},
      {"a tenancy", says(Fact::rents_home), {"housing.lease", "housing.sublet"}},
      {"custody", says(Fact::custody_elsewhere), {"needs.consent"}},
      {"chronic illness", says(Fact::chronic_illness), {"needs.care", "needs.medicine_supply"}},
      {"a visit", says(Fact::visit_first), {"trial.visit", "trial.result"}},
      {"a trial period", says(Fact::trial_period), {"trial.double", "trial.length"}},
      {"Swedish grades", says(Fact::swedish_grades), {"education.recognise"}},
      {"protection",
       [](Plan& plan) { plan.household.persons[0].permit.ground = PermitGround::refugee; },
       {"thinking.advice", "documents.passport_travel"}},
  };
  for (const Case& c : cases)
    for (const char* id : c.tasks) {
      Plan plan;
      EXPECT_EQ(concerns(plan, id), Truth::unknown) << id << ": nothing is known of an empty plan";
      says_no(plan);
      EXPECT_EQ(concerns(plan, id), Truth::no) << c.about << ": " << id;
      c.answer(plan);
      EXPECT_EQ(concerns(plan, id), Truth::yes) << c.about << ": " << id;
    }
}

}  // namespace
}  // namespace vagval
