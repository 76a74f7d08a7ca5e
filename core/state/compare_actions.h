// The ways beside each other.
#pragma once

#include <variant>

#include "state/undo.h"
#include "state/work.h"

namespace vagval {

/// The four ways in another order, so that none of them is always first.
struct ReorderWays {
  static constexpr Undo undo = Undo::none;
};
using CompareAction = std::variant<ReorderWays>;

void apply(Work work, const CompareAction& action);

}  // namespace vagval
