// Compiles the expressions of a rule pack, checking types and names as it goes.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "foundation/reader.h"
#include "rules/rule_pack.h"

namespace vagval {

/// Where an expression stands, which decides what it may ask for.
struct ExprPlace {
  bool person_at_hand = false;
  bool in_conflict = false;
};

/// What an expression may name. Indices are those of the pack.
struct ExprNames {
  const RulePack* pack = nullptr;
  std::map<std::string, std::size_t, std::less<>> parameters, definitions;
  std::map<std::string, std::vector<std::size_t>, std::less<>> conditions;
};

/// \returns the index in `pack.exprs`; after a problem an expression that is never evaluated.
std::uint32_t compile_expr(const Json& json, const std::string& pointer, ExprPlace place, const ExprNames& names,
                           RulePack& pack, ProblemList& problems);

/// The facts that an expression asks for directly or through definitions, each once, in order.
std::vector<Fact> facts_of(const RulePack& pack, std::uint32_t expr);

}  // namespace vagval
