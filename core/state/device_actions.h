// What lies on the device, another version of the program, leaving and covering.
#pragma once

#include <variant>

#include "state/undo.h"
#include "state/work.h"

namespace vagval {

struct LookAtDevice {
  static constexpr Undo undo = Undo::none;
};
struct EraseDevice {
  static constexpr Undo undo = Undo::none;
};
struct UseNewer {
  static constexpr Undo undo = Undo::none;
};
struct Leave {
  static constexpr Undo undo = Undo::none;
};
struct Cover {
  static constexpr Undo undo = Undo::none;
  bool on = true;
};
struct ChooseCover {
  static constexpr Undo undo = Undo::none;
  int minutes = 0;  ///< 0: never by itself
};
using DeviceAction = std::variant<LookAtDevice, EraseDevice, UseNewer, Leave, Cover, ChooseCover>;

void apply(Work work, const DeviceAction& action);

}  // namespace vagval
