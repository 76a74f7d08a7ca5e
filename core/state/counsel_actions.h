// With a counsellor, before the eyes of others.
#pragma once

#include <string>
#include <variant>

#include "state/undo.h"
#include "state/work.h"

namespace vagval {

struct HideValues {
  static constexpr Undo undo = Undo::none;
  bool on = false;
};
/// Shows one thing that is hidden, for as long as it is held; empty: hides it again.
struct Reveal {
  static constexpr Undo undo = Undo::none;
  std::string id;
};
/// One idea of a screen at a time.
struct OneAtATime {
  static constexpr Undo undo = Undo::none;
  bool on = false;
};
struct ShowPart {
  static constexpr Undo undo = Undo::none;
  int part = 0;
};
struct RingPointer {
  static constexpr Undo undo = Undo::none;
  bool on = false;
};
using CounselAction = std::variant<HideValues, Reveal, OneAtATime, ShowPart, RingPointer>;

void apply(Work work, const CounselAction& action);

}  // namespace vagval
