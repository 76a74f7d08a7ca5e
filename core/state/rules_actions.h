// Rules from a file.
#pragma once

#include <string>
#include <variant>

#include "state/undo.h"
#include "state/work.h"

namespace vagval {

/// Those of the file with that hash; empty: those of the program.
struct UseRules {
  static constexpr Undo undo = Undo::none;
  std::string sha256;
};
/// Those that wait are not to be used.
struct LeaveRules {
  static constexpr Undo undo = Undo::none;
};
using RulesAction = std::variant<UseRules, LeaveRules>;

void apply(Work work, const RulesAction& action);

}  // namespace vagval
