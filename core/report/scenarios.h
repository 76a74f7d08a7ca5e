// The scenario tables: one household a row, with the outcome that a lawyer expects. Tests and the rule book read them.
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
  std::string name;   ///< the file's name, without folder and ending
  std::string about;  ///< in English, like the names of its rows
  Plan common;        ///< the common answers of the one person and of the situation, for rows that do not change them
  std::vector<Scenario> rows;
};

/// Fills the common answers into each row; a null in a row removes an answer.
/// \returns the table, or its first fault with its place.
Result<ScenarioTable> read_scenarios(std::string_view name, std::string_view bytes);

/// One expectation of a row, and the actual outcome.
struct Finding {
  std::string what;       ///< the member of `expect`: "state", "amount", "conditions", …
  std::string of;         ///< which one, where there are several: "C-05 of a", "couple", "I-10"
  Json expected, actual;  ///< in the form of the table; null: no rule for the date, or no such name
  bool agrees() const { return expected == actual; }
};

/// Applies the rules to the household and compares. An expectation with an unknown name fails.
std::vector<Finding> check_scenario(const RulePack& pack, const Scenario& scenario);

}  // namespace vagval
