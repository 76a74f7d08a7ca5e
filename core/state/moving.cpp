// Moving about among the screens and their parts.
#include <utility>

#include "foundation/overloaded.h"
#include "plan/field_ref.h"
#include "state/parts.h"
#include "state/places.h"

namespace vagval {

namespace {

// A screen of the navigation has been opened, or come back to.
void arrive(Session& session, Effects& effects) {
  if (session.screen == ScreenId::rules) session.changes_known = true;
  if (session.screen == ScreenId::privacy && session.device.keeps) effects.push_back(LookAround{});
}

void back(Model& model, Effects& effects) {
  Session& session = model.session;
  if (session.covered) return;
  // The person has not gone anywhere yet: the question is taken back, and nothing else.
  if (session.waiting) return session.waiting.reset();
  if (go_back(model)) arrive(session, effects);
}

void forward(Model& model, Effects& effects) {
  if (!model.session.covered && !model.session.waiting && go_forward(model)) arrive(model.session, effects);
}

void open_person(Model& model, const OpenPerson& action) {
  const std::string was_open = action.person.empty() ? model.session.person : "";
  go_to(model, ScreenId::household);
  model.session.person = action.person;
  model.session.was_open = was_open;
}

void open_question(Model& model, const OpenQuestion& action) {
  Session& session = model.session;
  const std::string was_open = std::exchange(session.question, action.question);
  session.item.clear();
  const std::string whom = parse_question(action.question).whom;
  if (!action.question.empty())
    session.screen = find_person(model.plan.household, whom) ? ScreenId::household : ScreenId::situation;
  if (find_person(model.plan.household, whom)) session.person = whom;
  session.message.reset();
  session.counsel.part = 0;
  to_top(session);
  if (action.question.empty()) session.was_open = was_open;
}

void open_item(Session& session, const OpenItem& action) {
  forget_check(session);
  const bool same = std::exchange(session.screen, action.screen) == action.screen;
  const std::string was_open = std::exchange(session.item, action.item);
  session.person.clear();
  session.question.clear();
  session.message.reset();
  session.counsel.part = 0;
  to_top(session);
  if (same) session.was_open = was_open;
}

void toggle_open(Session& session, const ToggleOpen& action) {
  if (session.open.erase(action.id)) {
    session.unfolded.erase(action.id);
    return;
  }
  session.open.insert(action.id);
  if (action.folds) session.unfolded.insert(action.id);
}

}  // namespace

void go_to(Model& model, ScreenId screen) {
  model.session.screen = screen;
  model.session.person.clear();
  model.session.question.clear();
  model.session.item.clear();
  forget_check(model.session);
  if (screen == ScreenId::compare) ++model.session.turned;
  model.session.counsel.part = 0;
  model.session.counsel.handed_over = false;
  model.session.menu_open = false;
  model.session.message.reset();
  to_top(model.session);
}

void focus_on(Session& session, std::string id) {
  session.focus = std::move(id);
  ++session.focus_serial;
}

void to_top(Session& session) {
  session.was_open.clear();
  session.was_at.reset();
  focus_on(session, "title");
}

void apply(Work work, const MovingAction& action) {
  Model& model = work.model;
  Session& session = model.session;
  std::visit(Overloaded{[&](const GoTo& one) {
                          go_to(model, one.screen);
                          arrive(session, work.effects);
                        },
                        [&](const OpenPerson& one) { open_person(model, one); },
                        [&](const OpenQuestion& one) { open_question(model, one); },
                        [&](const OpenItem& one) { open_item(session, one); },
                        [&](const OpenField&) {},  // the router opens the screen that has it
                        [&](const ToggleOpen& one) { toggle_open(session, one); },
                        [&](const OpenMenu& one) { session.menu_open = one.open; },
                        [&](const GoBack&) { back(model, work.effects); },
                        [&](const GoForward&) { forward(model, work.effects); },
                        [&](const DismissMessage&) { session.message.reset(); }},
             action);
}

}  // namespace vagval
