// vagval rulebook: the whole rule pack with its tests for a lawyer, its graph, or only its conflicts.
#include <iostream>

#include "app/app.h"
#include "assets/scenarios.h"
#include "cli/commands.h"
#include "report/rule_book.h"
#include "state/assets.h"

namespace vagval {

namespace {

std::optional<std::vector<ScenarioTable>> shipped_tables(const Catalogue& words) {
  std::vector<ScenarioTable> out;
  for (const assets::File& file : assets::scenario_files()) {
    Result<ScenarioTable> table = read_scenarios(file.path.substr(0, file.path.rfind('.')), file.bytes);
    if (!table) return complain(words, std::string(file.path), table.error()), std::nullopt;
    out.push_back(std::move(*table));
  }
  return out;
}

}  // namespace

int run_rulebook(const CommandOptions& options) {
  const auto assets = load_assets();
  const Catalogue& words = assets->catalogue(options.language);
  if (options.format == "dot") return write_output(options, words, rules_dot(assets->pack, words));
  if (options.format == "conflicts") return write_output(options, words, conflicts_html(*assets, words));
  std::optional<std::vector<ScenarioTable>> tables = shipped_tables(words);
  if (!tables) return unreadable_code;
  return write_output(options, words, rule_book_html({*assets, words, std::move(*tables)}));
}

}  // namespace vagval
