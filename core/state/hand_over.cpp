// What the actions of handing over and taking along do.
#include "plan/plan_json.h"
#include "state/places.h"
#include "state/take.h"
#include "state/update.h"

namespace vagval {

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

void take_along(Model& model, Effects& effects, bool on_paper) {
  const Session& session = model.session;
  // The browser shows what it prints, whole.
  if (on_paper && session.counsel.hidden) return;
  MakeOutput make{.output = session.take.output,
                  .parts = parts_taken(session.take),
                  .left_out = session.take.left_out,
                  .days_by_name = session.take.days_by_name,
                  .on_paper = on_paper,
                  .beside = beside_on_paper(session, session.take.output),
                  .form = csv_form(session)};
  // What the entries of a calendar are known by has to be in the file, or the next one would be taken for another's.
  // What is in no file is not, either way; and what a newer version wrote stays as it is.
  if (make.output == Output::calendar && !session.keeping.newer && name_calendar(model)) {
    model.session.unsaved = session.unsaved || !session.file_name.empty();
    keep_up(model, effects);
  }
  effects.push_back(std::move(make));
}

}  // namespace vagval
