// The end of working with a counsellor.
#pragma once

#include <variant>

#include "state/undo.h"
#include "state/work.h"

namespace vagval {

/// One of the two says whether the counsellor may keep a copy; there is one only where both say yes.
struct AgreeCopy {
  static constexpr Undo undo = Undo::none;
  bool counsellor = false, yes = false;
};
/// The counsellor's own copy, where both agree.
struct SaveCopy {
  static constexpr Undo undo = Undo::none;
};
/// Everything is forgotten, here and on the device, and read again to see that it is.
struct HandOver {
  static constexpr Undo undo = Undo::none;
};
using HandoverAction = std::variant<AgreeCopy, SaveCopy, HandOver>;

void apply(Work work, const HandoverAction& action);

}  // namespace vagval
