#include "state/take.h"

#include "foundation/overloaded.h"
#include "state/parts.h"

namespace vagval {

namespace {

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
  // The file must hold the calendar's id; otherwise calendar programs would take the next calendar for another one.
  // A plan without a file stays so, and the program changes no file of a newer version.
  if (make.output == Output::calendar && !session.keeping.newer && name_calendar(model)) {
    model.session.unsaved = session.unsaved || !session.file_name.empty();
    keep_up(model, effects);
  }
  effects.push_back(std::move(make));
}

}  // namespace

std::vector<ScreenId> parts_taken(const Take& take) {
  std::vector<ScreenId> out;
  for (const ScreenId part : printable)
    if (!take.left_out.contains(std::string(name_of(part)))) out.push_back(part);
  return out;
}

std::string beside_on_paper(const Session& session, Output output) {
  if (output == Output::paper || !session.reading.beside.empty()) return session.reading.beside;
  // An authority reads Swedish.
  return session.language == "sv" ? std::string() : "sv";
}

CsvForm usual_csv_form(std::string_view language) {
  return language == "sv" || language == "bs" ? CsvForm::semicolons : CsvForm::commas;
}

CsvForm csv_form(const Session& session) { return session.take.form.value_or(usual_csv_form(session.language)); }

void apply(Work work, const TakeAction& action) {
  Session& session = work.model.session;
  Take& take = session.take;
  std::visit(Overloaded{[&](const ChooseOutput& one) {
                          if (session.screen != ScreenId::take) go_to(work.model, ScreenId::take);
                          take.output = one.output;
                        },
                        [&](const IncludePart& one) {
                          if (!take.left_out.erase(one.part)) take.left_out.insert(one.part);
                        },
                        [&](const ChooseCsvForm& one) { take.form = one.form; },
                        [&](const CallDaysByName& one) { take.days_by_name = one.on; },
                        [&](const TakeAlong& one) { take_along(work.model, work.effects, one.on_paper); }},
             action);
}

}  // namespace vagval
