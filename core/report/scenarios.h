// The scenario tables: households with the outcome a lawyer expects, one a row. Tests and the rule book read them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "foundation/json.h"
#include "foundation/result.h"
#include "plan/plan.h"
#include "rules/assess.h"

namespace vagval {

struct Scenario {
  std::string name;
  Date as_of;
  Plan plan;
  Json expect;
};

struct ScenarioTable {
  std::string name;   ///< of its file, without folder and ending
  std::string about;  ///< in English, like the names of its rows
  Plan common;        ///< what holds for everyone (its one person) and for the situation where a row says nothing else
  std::vector<Scenario> rows;
};

/// What is said of everyone is filled in; a null in a row takes it away.
/// \returns the table, or the first thing that is wrong, with its place.
Result<ScenarioTable> read_scenarios(std::string_view name, std::string_view bytes);

/// One thing that a row expects, and what came of it.
struct Finding {
  std::string what;       ///< the member of `expect`: "state", "amount", "conditions", …
  std::string of;         ///< which one, where there are several: "C-05 of a", "couple", "I-10"
  Json expected, actual;  ///< in the form of the table; null: no rule for the date, or nothing of that name
  bool agrees() const { return expected == actual; }
};

/// Runs the household through the rules and compares. An expectation of an unknown name never agrees.
std::vector<Finding> check_scenario(const RulePack& pack, const Scenario& scenario);

}  // namespace vagval
