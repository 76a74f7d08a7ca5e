// The scenario tables: one household a row, readable by a lawyer.
#pragma once

#include <string>
#include <vector>

#include "foundation/json.h"
#include "plan/plan.h"

namespace vagval::tests {

struct Scenario {
  std::string table, name;
  Date as_of;
  Plan plan;
  Json expect;
};

/// Every row of every table in tests/scenarios; what the table says of everyone is filled in, null takes it away.
std::vector<Scenario> scenarios();

}  // namespace vagval::tests
