// Compiles the expressions of a rule pack, and checks their types and names.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "foundation/reader.h"
#include "rules/rule_pack.h"

namespace vagval {

/// The place of an expression. It decides which operators and facts the expression may use.
struct ExprPlace {
  bool person_at_hand = false;
  bool in_conflict = false;
};

/// The names that an expression may use. Indices are those of the pack.
struct ExprNames {
  const RulePack* pack = nullptr;
  std::map<std::string, std::size_t, std::less<>> parameters, definitions;
  std::map<std::string, std::vector<std::size_t>, std::less<>> conditions;
};

/// Returns the index in `pack.exprs`. After a problem it returns an expression that is never evaluated.
std::uint32_t compile_expr(const Json& json, const std::string& pointer, ExprPlace place, const ExprNames& names,
                           RulePack& pack, ProblemList& problems);

/// The facts that an expression reads, directly or through definitions, each once, in order.
std::vector<Fact> facts_of(const RulePack& pack, std::uint32_t expr);

}  // namespace vagval
