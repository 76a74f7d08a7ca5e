// Files: opening, saving, and putting a plan away.
#pragma once

#include <string>
#include <variant>

#include "state/undo.h"
#include "state/work.h"

namespace vagval {

struct AskForFile {
  static constexpr Undo undo = Undo::none;
};
struct Save {
  static constexpr Undo undo = Undo::none;
};
/// Without a passphrase.
struct SavePlain {
  static constexpr Undo undo = Undo::none;
};
/// A plan of a newer version can only be read; its copy is one of this version.
struct GoOnWithCopy {
  static constexpr Undo undo = Undo::none;
};
struct StartNewPlan {
  static constexpr Undo undo = Undo::none;
};
struct OpenExample {
  static constexpr Undo undo = Undo::none;
  std::string name;
};
// An action that would put away a plan with changes that are not saved waits, and the person is asked.
struct SaveFirst {
  static constexpr Undo undo = Undo::none;
};
struct GoOnWithout {
  static constexpr Undo undo = Undo::none;
};
struct StayHere {
  static constexpr Undo undo = Undo::none;
};
/// Closes the window.
struct CloseProgram {
  static constexpr Undo undo = Undo::none;
};
using FileAction = std::variant<AskForFile, Save, SavePlain, GoOnWithCopy, StartNewPlan, OpenExample, SaveFirst,
                                GoOnWithout, StayHere, CloseProgram>;

void apply(Work work, const FileAction& action);

}  // namespace vagval
