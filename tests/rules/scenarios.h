// The shipped scenario tables for the tests.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <vector>

#include "files.h"
#include "report/scenarios.h"

namespace vagval::tests {

/// Every table in tests/scenarios; ends the test program if a table cannot be read.
inline std::vector<ScenarioTable> scenario_tables() {
  std::vector<ScenarioTable> out;
  for (const std::string& file : names_in("tests/scenarios", ".json")) {
    Result<ScenarioTable> table = read_scenarios(file.substr(0, file.size() - 5), read("tests/scenarios/" + file));
    if (!table) {
      std::fprintf(stderr, "%s %s: %s\n", file.c_str(), table.error().where.c_str(),
                   std::string(error_name(table.error().id)).c_str());
      std::abort();
    }
    must(!table->rows.empty(), file + " has no row");
    out.push_back(std::move(*table));
  }
  return out;
}

}  // namespace vagval::tests
