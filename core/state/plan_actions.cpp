// Changing the plan, and undoing it. What each action changes is in change_plan.cpp.
#include "foundation/overloaded.h"
#include "plan/entries_json.h"
#include "state/parts.h"

namespace vagval {

void apply(Work work, const PlanAction& action) {
  const Assets& assets = work.assets;
  Model& model = work.model;
  std::visit(Overloaded{[&](const AddPerson& one) { change_plan(assets, model, one); },
                        [&](const RemovePerson& one) { change_plan(assets, model, one); },
                        [&](const SetAnswer& one) { change_plan(assets, model, one); },
                        [&](const SetAnswerForAll& one) { change_plan(assets, model, one); },
                        [&](const SetValue& one) { change_plan(assets, model, one); },
                        [&](const AddEntry& one) { change_plan(assets, model, one); },
                        [&](const RemoveEntry& one) { change_plan(assets, model, one); },
                        [&](const EditField& one) { edit_field(assets, model, one.field, one.text, false); },
                        [&](const CommitField& one) { edit_field(assets, model, one.field, one.text, true); },
                        [&](const ForgetDraft& one) { forget_draft(model.plan, one.field); },
                        [&](const UndoLast&) { undo_last(model); }, [&](const RedoLast&) { redo_last(model); }},
             action);
}

}  // namespace vagval
