// The plan to another device and from it, as pictures.
#pragma once

#include <variant>

#include "state/undo.h"
#include "state/work.h"

namespace vagval {

/// Shows the plan sealed with the key that it has already.
struct ShowPictures {
  static constexpr Undo undo = Undo::none;
};
/// Another picture of the series. A person who turns pictures by hand looks at this one, so the series stops here.
struct StepPicture {
  static constexpr Undo undo = Undo::none;
  int by = 1;  ///< below 0: the one before
};
struct RunPictures {
  static constexpr Undo undo = Undo::none;
  bool on = false;
};
struct HidePictures {
  static constexpr Undo undo = Undo::none;
};
struct ReadPictures {
  static constexpr Undo undo = Undo::none;
  bool on = true;
};
struct ReadAgain {
  static constexpr Undo undo = Undo::none;
};
using TransferAction = std::variant<ShowPictures, StepPicture, RunPictures, HidePictures, ReadPictures, ReadAgain>;

void apply(Work work, const TransferAction& action);

}  // namespace vagval
