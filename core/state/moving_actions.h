// Moving about among the screens and their parts.
#pragma once

#include <string>
#include <variant>

#include "state/screens.h"
#include "state/undo.h"
#include "state/work.h"

namespace vagval {

struct GoTo {
  static constexpr Undo undo = Undo::none;
  ScreenId screen{};
};
struct OpenPerson {
  static constexpr Undo undo = Undo::none;
  std::string person;  ///< empty: back to the list
};
struct OpenQuestion {
  static constexpr Undo undo = Undo::none;
  std::string question;  ///< empty: back to the overview
};
/// One thing of a screen by itself: a section or a task of the path, a document, a way, a question, a journal entry.
struct OpenItem {
  static constexpr Undo undo = Undo::none;
  ScreenId screen{};
  std::string item;  ///< empty: back to the overview
};
/// Goes to where a text stands that the plan could not take.
struct OpenField {
  static constexpr Undo undo = Undo::none;
  std::string field;
};
struct ToggleOpen {
  static constexpr Undo undo = Undo::none;
  std::string id;
  bool folds = false;  ///< it is something that folds out over the screen: going back folds it in again
};
struct OpenMenu {
  static constexpr Undo undo = Undo::none;
  bool open = false;
};
/// To the previous screen, as the key or the swipe of a phone; an open part of the screen is closed first.
/// Nothing where there is none, and nothing while the program is covered.
struct GoBack {
  static constexpr Undo undo = Undo::none;
};
/// To the screen one has gone back from.
struct GoForward {
  static constexpr Undo undo = Undo::none;
};
struct DismissMessage {
  static constexpr Undo undo = Undo::none;
};
using MovingAction = std::variant<GoTo, OpenPerson, OpenQuestion, OpenItem, OpenField, ToggleOpen, OpenMenu, GoBack,
                                  GoForward, DismissMessage>;

void apply(Work work, const MovingAction& action);

}  // namespace vagval
