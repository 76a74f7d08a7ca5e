#include "state/update.h"

#include <iterator>
#include <tuple>
#include <utility>

#include "foundation/overloaded.h"
#include "plan/entries_json.h"
#include "plan/field_ref.h"
#include "state/parts.h"
#include "state/places.h"
#include "state/typed_field.h"

namespace vagval {

namespace {

constexpr std::size_t history_max = 200;

// What a merging action is about: two of the same kind and target become one step of undo.
std::string merge_key(const Action& action) {
  if (const auto* edit = action.get<EditField>()) return edit->field;
  if (const auto* commit = action.get<CommitField>()) return commit->field;
  return {};
}

void remember(Model& model, Plan before, const Action& action) {
  model.session.unsaved = true;
  History& history = model.history;
  const std::string key = merge_key(action);
  history.future.clear();
  if (!key.empty() && key == history.merge_key) return;
  history.merge_key = key;
  history.past.push_back(std::move(before));
  if (history.past.size() > history_max) history.past.erase(history.past.begin());
}

// Clears the open person if the plan no longer holds the person.
void keep_session_valid(Model& model) {
  if (!model.session.person.empty() && !find_person(model.plan.household, model.session.person))
    model.session.person.clear();
}

void step_in_history(Model& model, std::vector<Plan>& from, std::vector<Plan>& to) {
  if (from.empty()) return;
  // Undo keeps the rules seen at the last save and the calendar's id; the person changed neither.
  RulesSeen seen = model.plan.rules_seen;
  std::string calendar_id = model.plan.calendar_id;
  to.push_back(std::move(model.plan));
  model.plan = std::move(from.back());
  model.plan.rules_seen = std::move(seen);
  model.plan.calendar_id = std::move(calendar_id);
  from.pop_back();
  model.history.merge_key.clear();
  model.session.drafts.clear();
  model.session.typed_as.clear();
  model.session.unsaved = true;
  keep_session_valid(model);
}

// Which fields there are depends on it.
using OnScreen = std::tuple<ScreenId, std::string, std::string, std::string>;
OnScreen on_screen(const Session& session) { return {session.screen, session.person, session.question, session.item}; }

void forget_typed_fields(Session& session) {
  for (auto draft = session.drafts.begin(); draft != session.drafts.end();)
    draft = is_field_name(draft->first) ? session.drafts.erase(draft) : std::next(draft);
}

// Typing a passphrase, or moving in a calendar, is no change of the plan.
bool may_change(const Action& action) {
  const FieldRef::About about = parse_field(merge_key(action)).about;
  return undo_of(action) != Undo::none && about != FieldRef::About::passphrase && about != FieldRef::About::picker;
}

/// What an action or a reply means for the places, the voice and a held node.
struct Traits {
  bool goes_back = false;     ///< to a place that was visited, or forward again
  bool takes_away = false;    ///< what was open is not there any more
  bool ends_reading = false;  ///< where it leads to another screen, the voice would read the one that was left
  bool reveals = false;
  bool steps = false;  ///< in the history
};

template <class... Kinds>
bool is_any(const Action& action) {
  return (action.get<Kinds>() || ...);
}

Traits traits_of(const Action& action) {
  return {.goes_back = is_any<GoBack, GoForward>(action),
          .takes_away =
              is_any<RemovePerson, RemoveEntry, UndoLast, RedoLast, LeaveLocked, HandOver, EraseDevice, Leave>(action),
          .ends_reading =
              is_any<GoTo, GoBack, GoForward, OpenPerson, OpenQuestion, OpenItem, ChooseLanguage, OpenExample>(action),
          .reveals = is_any<Reveal>(action),
          .steps = is_any<UndoLast, RedoLast>(action)};
}

Traits traits_of(const Reply& reply) {
  return {.takes_away = reply.get<Unsealed>() != nullptr, .ends_reading = reply.get<FileOpened>() != nullptr};
}

/// The state before an action or a reply, for the comparison after it.
struct Before {
  explicit Before(const Session& session)
      : filming(is_filming(session.transfer)), shown(on_screen(session)), place(place_of(session)) {}
  bool filming;
  OnScreen shown;
  Place place;
};

// The places, the voice and the typed fields follow what has happened.
void follow(Work work, Before before, Traits traits) {
  Session& session = work.model.session;
  if (!traits.goes_back) note_place(session, std::move(before.place), traits.takes_away);
  if (session.reading.aloud && traits.ends_reading) {
    session.reading.aloud = false;
    work.effects.push_back(BeSilent{});
  }
  // A field that is gone is typed in no more; what the plan has not taken of it is in the plan as it was typed.
  if (before.shown != on_screen(session)) forget_typed_fields(session);
  // A held node is visible only while no other action happens.
  if (!traits.reveals) session.counsel.revealed.clear();
}

void finish(Work work, bool was_filming) {
  Session& session = work.model.session;
  // Only the screen transfer has pictures and a camera.
  if (session.screen != ScreenId::transfer || session.covered) session.transfer = {};
  if (was_filming && !is_filming(session.transfer)) work.effects.push_back(StopCamera{});
  note_rules(work.assets, work.model, work.effects);
}

// What has waited for the answer about unsaved changes happens now.
Step go_on(const Assets& assets, Model model, Effects effects) {
  const std::optional<PutAway> next = std::exchange(model.session.waiting, std::nullopt);
  model.session.unsaved = false;
  if (!next) return {std::move(model), std::move(effects)};
  Step step = std::visit([&](const auto& one) { return update(assets, std::move(model), one); }, *next);
  step.effects.insert(step.effects.begin(), effects.begin(), effects.end());
  return step;
}

Step open_field(const Assets& assets, Model model, const std::string& field) {
  const FieldPlace place = place_of_field(model.plan, field);
  if (place.about == FieldPlace::About::nothing) return {std::move(model), {}};
  Step step = update(assets, std::move(model), place.where);
  step.model.session.counsel.one_at_a_time = false;
  focus_on(step.model.session, field);
  return step;
}

}  // namespace

void undo_last(Model& model) { step_in_history(model, model.history.past, model.history.future); }
void redo_last(Model& model) { step_in_history(model, model.history.future, model.history.past); }

Step update(const Assets& assets, Model model, const Action& action) {
  // After leaving, the program ignores all actions but closing.
  if (model.session.left && !action.get<CloseProgram>()) return {std::move(model), {}};
  if (action.get<GoOnWithout>()) return go_on(assets, std::move(model), {});
  if (const auto* const to = action.get<OpenField>()) return open_field(assets, std::move(model), to->field);
  if (model.session.keeping.newer && may_change(action)) {
    say(model, true, "newer.locked.what", "newer.locked.do");
    return {std::move(model), {}};
  }
  Effects effects;
  const Work work{assets, model, effects};
  const Traits traits = traits_of(action);
  Before before(model.session);
  const bool was_filming = before.filming;
  Plan plan_before = undo_of(action) == Undo::none ? Plan{} : model.plan;
  // Each feature has its part; one without does not compile.
  std::visit([&](const auto& feature) { apply(work, feature); }, static_cast<const AnyAction&>(action));
  follow(work, std::move(before), traits);
  const bool changed = undo_of(action) != Undo::none && plan_before != model.plan;
  if (changed) remember(model, std::move(plan_before), action);
  if (changed || traits.steps) {
    // The pictures show the plan before the change.
    model.session.transfer.pictures.clear();
    model.session.transfer.running = false;
    keep_up(model, effects);
  }
  finish(work, was_filming);
  return {std::move(model), std::move(effects)};
}

Step update(const Assets& assets, Model model, const Reply& reply) {
  // After leaving, the program ignores what the host says, also files dropped on the page.
  if (model.session.left) return {std::move(model), {}};
  Effects effects;
  const Work work{assets, model, effects};
  Before before(model.session);
  const bool was_filming = before.filming;
  std::visit([&](const auto& feature) { apply(work, feature); }, static_cast<const AnyReply&>(reply));
  if (reply.get<Saved>() && model.session.waiting) return go_on(assets, std::move(model), std::move(effects));
  follow(work, std::move(before), traits_of(reply));
  finish(work, was_filming);
  return {std::move(model), std::move(effects)};
}

}  // namespace vagval
