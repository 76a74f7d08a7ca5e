// Two plans of two adults beside each other.
#pragma once

#include <string>
#include <variant>

#include "state/undo.h"
#include "state/work.h"

namespace vagval {

struct AgreeTogether {
  static constexpr Undo undo = Undo::none;
};
struct ShowTopic {
  static constexpr Undo undo = Undo::none;
  bool mine = true;
  std::string topic;
};
struct OpenOther {
  static constexpr Undo undo = Undo::none;
};
struct CloseOther {
  static constexpr Undo undo = Undo::none;
};
using TogetherAction = std::variant<AgreeTogether, ShowTopic, OpenOther, CloseOther>;

void apply(Work work, const TogetherAction& action);

}  // namespace vagval
