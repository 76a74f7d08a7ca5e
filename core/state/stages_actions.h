// An office's overview of files that persons gave.
#pragma once

#include <variant>

#include "state/undo.h"
#include "state/work.h"

namespace vagval {

/// Files that persons chose to give to an office, to be counted; see plan/stage_counts.h.
struct AskForGivenFiles {
  static constexpr Undo undo = Undo::none;
};
struct ForgetGiven {
  static constexpr Undo undo = Undo::none;
};
using StagesAction = std::variant<AskForGivenFiles, ForgetGiven>;

void apply(Work work, const StagesAction& action);

}  // namespace vagval
