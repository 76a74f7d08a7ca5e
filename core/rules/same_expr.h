// Compares expressions of two packs by their content: each pack has its own numbers for the same things.
#pragma once

#include <cstdint>

#include "rules/rule_pack.h"

namespace vagval {

struct SameExpr {
  const RulePack& earlier;
  const RulePack& later;

  /// Whether the first expression, in the earlier pack, says the same as the other one, in the later pack. Both may be
  /// no_expr.
  bool same(std::uint32_t one, std::uint32_t other) const;
};

}  // namespace vagval
