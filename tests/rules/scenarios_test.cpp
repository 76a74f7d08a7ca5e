// Every row of the scenario tables against the shipped rules, and the same bytes of JSON on every platform.
#include "rules/scenarios.h"

#include <gtest/gtest.h>

#include <cctype>

#include "files.h"
#include "report/estimate_json.h"
#include "rules/shipped.h"

namespace vagval {
namespace {

class ScenarioRow : public testing::Test {
 public:
  explicit ScenarioRow(Scenario scenario) : scenario_(std::move(scenario)) {}
  void TestBody() override {
    const std::vector<Finding> findings = check_scenario(shipped().pack, scenario_);
    EXPECT_FALSE(findings.empty());
    for (const Finding& finding : findings)
      EXPECT_EQ(write_json(finding.expected), write_json(finding.actual)) << finding.what << " " << finding.of;
  }

 private:
  Scenario scenario_;
};

TEST(ScenarioTables, GiveTheSameBytesOnEveryPlatform) {
  std::string lines;
  for (const ScenarioTable& table : tests::scenario_tables())
    for (const Scenario& s : table.rows)
      lines += estimate_json(shipped().pack, s.plan.household, s.plan.situation,
                             assess(shipped().pack, s.plan.household, s.plan.situation, s.as_of)) +
               "\n";
  const std::string golden = "tests/golden/scenarios.ndjson";
  if (std::getenv("UPDATE_GOLDENS")) tests::write(golden, lines);
  EXPECT_TRUE(lines == tests::read(golden))
      << "the estimates differ from tests/golden/scenarios.ndjson; UPDATE_GOLDENS=1 rewrites it";
}

TEST(ScenarioTables, AreReadStrictlyAndSayWhereTheyAreWrong) {
  EXPECT_EQ(read_scenarios("t", "[").error().id, ErrorId::not_json);
  EXPECT_EQ(read_scenarios("t", R"({"about": "x"})").error().where, "/rows");
  const Result<ScenarioTable> table = read_scenarios(
      "t", R"({"about": "x", "everyone": {}, "situation": {}, "rows": [{"name": "n", "as_of": "2026-02-30"}]})");
  EXPECT_EQ(table.error(), (Error{ErrorId::no_such_date, "/rows/0/as_of", "2026-02-30"}));
}

TEST(ScenarioTables, AnExpectationThatIsNotMetOrNotKnownDoesNotAgree) {
  Scenario scenario = tests::scenario_tables().front().rows.front();
  scenario.expect = *read_json(R"({"state": "not_covered", "colour": "red", "persons": {"nobody": [0, 0]}})");
  const std::vector<Finding> findings = check_scenario(shipped().pack, scenario);
  EXPECT_EQ(findings.size(), 3U);
  for (const Finding& finding : findings) EXPECT_FALSE(finding.agrees()) << finding.what;
}

[[maybe_unused]] const bool registered = [] {
  for (const ScenarioTable& table : tests::scenario_tables())
    for (const Scenario& s : table.rows) {
      std::string name;
      for (const char c : table.name + "." + s.name) name += std::isalnum(static_cast<unsigned char>(c)) ? c : '_';
      testing::RegisterTest("Scenario", name.c_str(), nullptr, nullptr, __FILE__, __LINE__,
                            [s]() -> testing::Test* { return new ScenarioRow(s); });
    }
  return true;
}();

}  // namespace
}  // namespace vagval
