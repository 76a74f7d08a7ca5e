// Saying it back.
#pragma once

#include <string>
#include <variant>

#include "state/undo.h"
#include "state/work.h"

namespace vagval {

/// One of the two answers of the check that is open: "a" or "b". Forgotten when another is opened.
struct SayBack {
  static constexpr Undo undo = Undo::none;
  std::string choice;
};
using ChecksAction = std::variant<SayBack>;

void apply(Work work, const ChecksAction& action);

}  // namespace vagval
