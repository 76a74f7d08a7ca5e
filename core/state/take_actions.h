// What to take along.
#pragma once

#include <string>
#include <variant>

#include "state/output.h"
#include "state/undo.h"
#include "state/work.h"

namespace vagval {

struct ChooseOutput {
  static constexpr Undo undo = Undo::none;
  Output output{};
};
/// A part of an output is left out, or taken in again: a screen of the paper by its name, a part of a sheet by its
/// heading's id, a column of a table as "budget.0".
struct IncludePart {
  static constexpr Undo undo = Undo::none;
  std::string part;
};
struct ChooseCsvForm {
  static constexpr Undo undo = Undo::none;
  CsvForm form{};
};
/// The days of a calendar by what they are, instead of as reminders.
struct CallDaysByName {
  static constexpr Undo undo = Undo::none;
  bool on = false;
};
struct TakeAlong {
  static constexpr Undo undo = Undo::none;
  bool on_paper = false;  ///< to the printer rather than into a file
};
using TakeAction = std::variant<ChooseOutput, IncludePart, ChooseCsvForm, CallDaysByName, TakeAlong>;

void apply(Work work, const TakeAction& action);

}  // namespace vagval
