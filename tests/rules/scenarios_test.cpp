// Every row of the scenario tables against the shipped rules, and the same bytes of JSON on every platform.
#include "rules/scenarios.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "app/assets.h"
#include "files.h"
#include "report/estimate_json.h"

namespace vagval {
namespace {

const Assets& shipped() {
  static const auto assets = read_assets().assets;
  if (!assets) std::abort();
  return *assets;
}

Json member(const Json& json, std::string_view name) {
  const Json* found = json.find(name);
  return found ? *found : Json{};
}

KronorInterval interval_of(const Json& pair) {
  return {{*(*pair.array())[0].integer()}, {*(*pair.array())[1].integer()}};
}

std::string condition_key(const Plan& plan, const RulePack& pack, const ConditionResult& result) {
  const std::string& id = pack.conditions[result.condition].id;
  return result.person == nobody ? id
                                 : id + " of " + plan.household.persons[static_cast<std::size_t>(result.person)].id;
}

class ScenarioRow : public testing::Test {
 public:
  explicit ScenarioRow(tests::Scenario scenario) : s_(std::move(scenario)) {}
  void TestBody() override {
    const RulePack& pack = shipped().pack;
    const Assessment a = assess(pack, s_.plan.household, s_.plan.situation, s_.as_of);
    EXPECT_EQ(state_name(a.state), *member(s_.expect, "state").text());
    const Json amount = member(s_.expect, "amount");
    if (amount.is_null()) {
      EXPECT_TRUE(a.no_rule_for_date);
    } else {
      EXPECT_EQ(a.amount.min.value, interval_of(amount).min.value);
      EXPECT_EQ(a.amount.max.value, interval_of(amount).max.value);
    }
    for (const auto& [name, value] : *s_.expect.object()) check(name, value, pack, a);
  }

 private:
  void check(const std::string& name, const Json& expected, const RulePack& pack, const Assessment& a) {
    if (name == "version") {
      ASSERT_TRUE(pack.slices[a.slice].version.has_value());
      EXPECT_EQ(pack.versions[*pack.slices[a.slice].version].id, *expected.text());
    } else if (name == "caps") {
      for (const auto& [id, binds] : *expected.object()) {
        const auto cap = std::find_if(a.caps.begin(), a.caps.end(),
                                      [&, &wanted = id](const CapResult& c) { return pack.caps[c.cap].id == wanted; });
        ASSERT_NE(cap, a.caps.end()) << id;
        EXPECT_EQ(cap->binds == Truth::yes ? "yes" : cap->binds == Truth::no ? "no" : "unknown", *binds.text()) << id;
      }
    } else if (name == "parts") {
      ASSERT_EQ(a.instalments.size(), expected.array()->size());
      for (std::size_t i = 0; i < a.instalments.size(); ++i)
        EXPECT_EQ(a.instalments[i].amount.max.value, *(*expected.array())[i].integer());
    } else if (name == "persons") {
      for (const auto& [id, amount] : *expected.object()) {
        const Person* person = find_person(s_.plan.household, id);
        ASSERT_TRUE(person) << id;
        EXPECT_EQ(a.persons[static_cast<std::size_t>(person - s_.plan.household.persons.data())].amount,
                  interval_of(amount))
            << id;
      }
    } else if (name == "conditions") {
      for (const auto& [id, result] : *expected.object()) {
        const auto found = std::find_if(
            a.conditions.begin(), a.conditions.end(),
            [&, &wanted = id](const ConditionResult& c) { return condition_key(s_.plan, pack, c) == wanted; });
        ASSERT_NE(found, a.conditions.end()) << id;
        EXPECT_EQ(condition_state_name(found->state), *result.text()) << id;
      }
    } else if (name == "conflicts_include") {
      for (const Json& id : *expected.array())
        EXPECT_TRUE(std::any_of(a.conflicts.begin(), a.conflicts.end(), [&](std::uint16_t c) {
          return pack.conflicts[c].id == *id.text();
        })) << *id.text();
    } else if (name == "unknown") {
      for (const Json& fact : *expected.array())
        EXPECT_TRUE(std::any_of(a.next_questions.begin(), a.next_questions.end(), [&](const NextQuestion& q) {
          return std::string(info(q.fact.fact).name) + " of " + q.fact.person == *fact.text();
        })) << *fact.text();
    } else if (name == "last_part") {
      const DueTime& due = a.instalments.back().due;
      ASSERT_TRUE(due.earliest_min && due.earliest_max);
      EXPECT_EQ(to_iso(*due.earliest_min), *(*expected.array())[0].text());
      EXPECT_EQ(to_iso(*due.earliest_max), *(*expected.array())[1].text());
    }
  }

  tests::Scenario s_;
};

TEST(ScenarioTables, GiveTheSameBytesOnEveryPlatform) {
  std::string lines;
  for (const tests::Scenario& s : tests::scenarios())
    lines += estimate_json(shipped().pack, s.plan.household, s.plan.situation,
                           assess(shipped().pack, s.plan.household, s.plan.situation, s.as_of)) +
             "\n";
  const std::string golden = "tests/golden/scenarios.ndjson";
  if (std::getenv("UPDATE_GOLDENS")) tests::write(golden, lines);
  EXPECT_TRUE(lines == tests::read(golden))
      << "the estimates differ from tests/golden/scenarios.ndjson; UPDATE_GOLDENS=1 rewrites it";
}

[[maybe_unused]] const bool registered = [] {
  for (const tests::Scenario& s : tests::scenarios()) {
    std::string name;
    for (const char c : s.table + "." + s.name) name += std::isalnum(static_cast<unsigned char>(c)) ? c : '_';
    testing::RegisterTest("Scenario", name.c_str(), nullptr, nullptr, __FILE__, __LINE__,
                          [s]() -> testing::Test* { return new ScenarioRow(s); });
  }
  return true;
}();

}  // namespace
}  // namespace vagval
