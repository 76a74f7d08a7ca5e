// The rule book: the whole rule pack with its tests, for a lawyer to read, annotate and compare with the sources.
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

/// A self-contained page for A4: versions, definitions, conditions, values, amounts, caps, parts, repayment, facts,
/// conflicts, tested examples and sources, each with an anchor made of its name.
std::string rule_book_html(const RuleBookOf& of);

/// Only the conflicts: every question with its readings, their sources and the way it is shown.
std::string conflicts_html(const Assets& assets, const Catalogue& words);

/// Conditions, definitions and conflicts with the facts and values they read, in Graphviz's DOT.
std::string rules_dot(const RulePack& pack, const Catalogue& words);

}  // namespace vagval
