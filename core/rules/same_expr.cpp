#include "rules/same_expr.h"

#include <string>
#include <vector>

namespace vagval {

namespace {

bool same_constant(const RulePack& earlier, const RulePack& later, const Expr& a, const Expr& b) {
  const auto first = static_cast<std::size_t>(a.constant), second = static_cast<std::size_t>(b.constant);
  if (a.op == Op::definition) return earlier.definitions[first].id == later.definitions[second].id;
  if (a.op == Op::cap_binds) return earlier.caps[first].id == later.caps[second].id;
  if (a.uses_parameter) return earlier.parameters[first].id == later.parameters[second].id;
  return a.constant == b.constant;
}

// The ids of the conditions that an expression asks for, each once.
std::vector<std::string> asked_conditions(const RulePack& pack, const Expr& expr) {
  std::vector<std::string> out;
  for (std::uint32_t i = 0; i < expr.count; ++i) {
    const std::string& id = pack.conditions[pack.children[expr.first + i]].id;
    if (out.empty() || out.back() != id) out.push_back(id);
  }
  return out;
}

}  // namespace

bool SameExpr::same(std::uint32_t one, std::uint32_t other) const {
  if (one == no_expr || other == no_expr) return one == other;
  const Expr &a = earlier.exprs[one], &b = later.exprs[other];
  if (a.op != b.op || a.fact != b.fact || a.uses_parameter != b.uses_parameter ||
      a.unclear_months != b.unclear_months || a.unclear_until_decision != b.unclear_until_decision ||
      !same_constant(earlier, later, a, b))
    return false;
  // A condition may have been split into several versions that ask for the same facts.
  if (a.op == Op::conditions) return asked_conditions(earlier, a) == asked_conditions(later, b);
  if (a.count != b.count) return false;
  for (std::uint32_t i = 0; i < a.count; ++i) {
    const bool is_same = a.op == Op::equals ? earlier.constants[a.first + i] == later.constants[b.first + i]
                                            : same(earlier.children[a.first + i], later.children[b.first + i]);
    if (!is_same) return false;
  }
  return true;
}

}  // namespace vagval
