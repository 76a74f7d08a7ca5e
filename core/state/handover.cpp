// The end of working with a counsellor: a copy where both agree, and handing over.
#include "foundation/overloaded.h"
#include "plan/plan_json.h"
#include "state/parts.h"
#include "state/places.h"

namespace vagval {

namespace {

void hand_over(Model& model, Effects& effects) {
  start_plan(model, {});
  forget_places(model.session);
  go_to(model, ScreenId::handover);
  model.session.counsel.handed_over = true;
  effects.push_back(EraseKept{.everything = true});
}

void save_copy(Model& model, Effects& effects) {
  const Counsel& counsel = model.session.counsel;
  if (!counsel.copy_person || !counsel.copy_counsellor) return;
  const bool sealed = model.session.keeping.key.has_value();
  effects.push_back(WriteFile{.name = sealed ? "copy.vagval.age" : "copy.vagval.json",
                              .bytes = write_plan(model.plan),
                              .key = model.session.keeping.key,
                              .aside = true});
}

}  // namespace

void apply(Work work, const HandoverAction& action) {
  Counsel& counsel = work.model.session.counsel;
  std::visit(Overloaded{[&](const AgreeCopy& one) {
                          (one.counsellor ? counsel.copy_counsellor : counsel.copy_person) = one.yes;
                        },
                        [&](const SaveCopy&) { save_copy(work.model, work.effects); },
                        [&](const HandOver&) { hand_over(work.model, work.effects); }},
             action);
}

}  // namespace vagval
