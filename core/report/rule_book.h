// The rule book: the whole rule pack with its tests, for a lawyer to read, mark up and hold against the sources.
#pragma once

#include <string>
#include <vector>

#include "report/scenarios.h"
#include "state/assets.h"
#include "text/catalogue.h"

namespace vagval {

struct RuleBookOf {
  const Assets& assets;
  const Catalogue& words;
  std::vector<ScenarioTable> tables;
};

/// A whole page for A4 that needs nothing else: versions, definitions, conditions, values, amounts, caps, parts,
/// repayment, facts, conflicts, tested examples and sources, each with an anchor made of its own name.
std::string rule_book_html(const RuleBookOf& of);

/// The conflicts alone: every question with its readings, their sources and how it is shown.
std::string conflicts_html(const Assets& assets, const Catalogue& words);

/// Conditions, definitions and conflicts down to the facts and values they ask for, in Graphviz's DOT.
std::string rules_dot(const RulePack& pack, const Catalogue& words);

}  // namespace vagval
