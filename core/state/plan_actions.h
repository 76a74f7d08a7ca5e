// Changing the plan, and undoing it.
#pragma once

#include <string>
#include <variant>

#include "facts/fact.h"
#include "plan/change.h"
#include "state/undo.h"
#include "state/work.h"

namespace vagval {

struct AddPerson {
  static constexpr Undo undo = Undo::step;
  std::string tie;  ///< as in the plan file; empty: not known
};
struct RemovePerson {
  static constexpr Undo undo = Undo::step;
  std::string person;
};
struct SetAnswer {
  static constexpr Undo undo = Undo::step;
  FactRef fact;
  std::string text;  ///< empty: not known
};
struct SetAnswerForAll {
  static constexpr Undo undo = Undo::step;
  std::string question;
  std::string text;
};
/// Everything in the plan that is not a fact; see plan/change.h for the names.
struct SetValue {
  static constexpr Undo undo = Undo::step;
  std::string name, text;
};
struct AddEntry {
  static constexpr Undo undo = Undo::step;
  EntryList list{};
  std::string about;
};
struct RemoveEntry {
  static constexpr Undo undo = Undo::step;
  EntryList list{};
  std::string id;
};
/// Something was typed into a field. The draft is kept as typed; the plan changes only when it can be read.
struct EditField {
  static constexpr Undo undo = Undo::merge;
  std::string field, text;
};
struct CommitField {
  static constexpr Undo undo = Undo::merge;
  std::string field, text;
};
/// Forgets the draft of a field that this version does not have.
struct ForgetDraft {
  static constexpr Undo undo = Undo::step;
  std::string field;
};
struct UndoLast {
  static constexpr Undo undo = Undo::none;
};
struct RedoLast {
  static constexpr Undo undo = Undo::none;
};
using PlanAction = std::variant<AddPerson, RemovePerson, SetAnswer, SetAnswerForAll, SetValue, AddEntry, RemoveEntry,
                                EditField, CommitField, ForgetDraft, UndoLast, RedoLast>;

void apply(Work work, const PlanAction& action);

}  // namespace vagval
