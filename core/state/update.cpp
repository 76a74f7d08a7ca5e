#include "state/update.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <type_traits>
#include <utility>

#include "foundation/overloaded.h"
#include "plan/entries_json.h"
#include "plan/plan_json.h"
#include "plan/signature.h"
#include "state/counted_day.h"
#include "state/examples.h"
#include "state/places.h"
#include "state/typed_field.h"

namespace vagval {

namespace {

constexpr std::size_t history_max = 200;

// What a merging action is about: two of the same kind and target become one step of undo.
std::string merge_key(const Action& action) {
  if (const auto* edit = std::get_if<EditField>(&action)) return edit->field;
  if (const auto* commit = std::get_if<CommitField>(&action)) return commit->field;
  return {};
}

Undo undo_of(const Action& action) {
  return std::visit([](const auto& a) { return std::decay_t<decltype(a)>::undo; }, action);
}

bool is_filming(const Session& session) {
  return session.transfer.camera == Camera::asked || session.transfer.camera == Camera::on;
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

void go_back(Model& model, std::vector<Plan>& from, std::vector<Plan>& to) {
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

bool is_to_come(const ReadingAids& reading, const std::string& language) {
  return std::any_of(reading.to_come.begin(), reading.to_come.end(),
                     [&](const LanguageToCome& one) { return one.language == language; });
}

// Forgets the answer to the check question, so that the next person does not see it.
void forget_check(Session& session) {
  session.said_back.clear();
  session.open.erase("check.why");
}

// What was open is not there any more.
bool takes_away(const Action& action) {
  return std::holds_alternative<RemovePerson>(action) || std::holds_alternative<RemoveEntry>(action) ||
         std::holds_alternative<UndoLast>(action) || std::holds_alternative<RedoLast>(action) ||
         std::holds_alternative<Unsealed>(action) || std::holds_alternative<LeaveLocked>(action) ||
         std::holds_alternative<HandOver>(action) || std::holds_alternative<EraseDevice>(action) ||
         std::holds_alternative<Leave>(action);
}

bool ends_reading(const Action& action) {
  return std::holds_alternative<GoTo>(action) || std::holds_alternative<GoBack>(action) ||
         std::holds_alternative<GoForward>(action) || std::holds_alternative<OpenPerson>(action) ||
         std::holds_alternative<OpenQuestion>(action) || std::holds_alternative<OpenItem>(action) ||
         std::holds_alternative<ChooseLanguage>(action) || std::holds_alternative<OpenExample>(action) ||
         std::holds_alternative<FileOpened>(action);
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
  return undo_of(action) != Undo::none && !merge_key(action).starts_with("pass.") &&
         !merge_key(action).starts_with("pick.");
}

Step go_on(const Assets& assets, Model model, std::vector<Effect> effects) {
  const std::optional<Action> then = std::exchange(model.session.waiting, std::nullopt);
  model.session.unsaved = false;
  if (!then) return {std::move(model), std::move(effects)};
  Step next = update(assets, std::move(model), *then);
  next.effects.insert(next.effects.begin(), effects.begin(), effects.end());
  return next;
}

}  // namespace

bool ask_first(Model& model, Action then) {
  if (!is_at_risk(model.session)) return false;
  model.session.waiting = std::move(then);
  model.session.message.reset();
  model.session.focus = "clear.save";
  ++model.session.focus_serial;
  return true;
}

void say(Model& model, bool is_error, std::string what, std::string act, std::string detail, std::string where) {
  ++model.session.said;
  model.session.message = Message{is_error, std::move(what), std::move(act), std::move(detail), std::move(where)};
}

void say_error(Model& model, const Error& error) {
  const std::string name(error_name(error.id));
  say(model, true, "error." + name + ".what", "error." + name + ".do", error.detail, error.where);
}

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
  model.session.was_open.clear();
  model.session.was_at.reset();
  model.session.focus = "title";
  ++model.session.focus_serial;
}

Step update(const Assets& assets, Model model, const Action& action) {
  std::vector<Effect> effects;
  const bool filming = is_filming(model.session);
  // After leaving, the program ignores all actions but closing, also files dropped on the page.
  if (model.session.left && !std::holds_alternative<CloseProgram>(action)) return {std::move(model), {}};
  if (std::holds_alternative<GoOnWithout>(action)) return go_on(assets, std::move(model), {});
  if (const auto* const to = std::get_if<OpenField>(&action)) {
    const FieldPlace place = place_of_field(model.plan, to->field);
    if (place.about == FieldPlace::About::nothing) return {std::move(model), {}};
    Step step = update(assets, std::move(model), place.where);
    step.model.session.counsel.one_at_a_time = false;
    step.model.session.focus = to->field;
    ++step.model.session.focus_serial;
    return step;
  }
  if (model.session.keeping.newer && may_change(action)) {
    say(model, true, "newer.locked.what", "newer.locked.do");
    return {std::move(model), {}};
  }
  Plan before = undo_of(action) == Undo::none ? Plan{} : model.plan;
  Session& session = model.session;
  const OnScreen here = on_screen(session);
  Place was_at = place_of(session);
  const auto to_top = [&] {
    session.was_open.clear();
    session.was_at.reset();
    session.focus = "title";
    ++session.focus_serial;
  };
  const auto arrived = [&] {
    if (session.screen == ScreenId::rules) session.changes_known = true;
    if (session.screen == ScreenId::privacy && session.device.keeps) effects.push_back(LookAround{});
  };
  std::visit(Overloaded{
                 [&](const GoTo& a) {
                   go_to(model, a.screen);
                   arrived();
                 },
                 [&](const GoBack&) {
                   if (session.covered) return;
                   // Nobody has gone anywhere yet: what was asked is left alone.
                   if (session.waiting) return session.waiting.reset();
                   if (go_back(model)) arrived();
                 },
                 [&](const GoForward&) {
                   if (!session.covered && !session.waiting && go_forward(model)) arrived();
                 },
                 [&](const OpenPerson& a) {
                   const std::string was_open = a.person.empty() ? session.person : "";
                   go_to(model, ScreenId::household);
                   session.person = a.person;
                   session.was_open = was_open;
                 },
                 [&](const OpenQuestion& a) {
                   const std::string was_open = std::exchange(session.question, a.question);
                   session.item.clear();
                   const std::string whom = a.question.substr(0, a.question.find('.'));
                   if (!a.question.empty())
                     session.screen =
                         find_person(model.plan.household, whom) ? ScreenId::household : ScreenId::situation;
                   if (find_person(model.plan.household, whom)) session.person = whom;
                   session.message.reset();
                   session.counsel.part = 0;
                   to_top();
                   if (a.question.empty()) session.was_open = was_open;
                 },
                 [&](const OpenItem& a) {
                   forget_check(session);
                   const bool same = std::exchange(session.screen, a.screen) == a.screen;
                   const std::string was_open = std::exchange(session.item, a.item);
                   session.person.clear();
                   session.question.clear();
                   session.message.reset();
                   session.counsel.part = 0;
                   to_top();
                   if (same) session.was_open = was_open;
                 },
                 [&](const SayBack& a) {
                   forget_check(session);
                   session.said_back = a.choice;
                 },
                 [&](const TurnWays&) { ++session.turned; },
                 [&](const ToggleOpen& a) {
                   if (session.open.erase(a.id)) {
                     session.unfolded.erase(a.id);
                   } else {
                     session.open.insert(a.id);
                     if (a.folds) session.unfolded.insert(a.id);
                   }
                 },
                 [&](const OpenMenu& a) { session.menu_open = a.open; },
                 [&](const ChooseLanguage& a) {
                   if (is_to_come(session.reading, a.language) && !has_words(assets, a.language)) {
                     session.reading.wanted = a.language;
                     effects.push_back(AskForWords{});
                     return;
                   }
                   session.reading.wanted.clear();
                   session.language = assets.catalogue(a.language).language();
                   session.reading.draft_known = false;
                   if (session.reading.beside == session.language) session.reading.beside.clear();
                 },
                 [&](const LanguagesToCome& a) { session.reading.to_come = a.languages; },
                 [&](const AskAgain&) { effects.push_back(AskForWords{}); },
                 [&](const ChooseAppearance& a) { session.reading.appearance = a.appearance; },
                 [&](const ChooseTextSize& a) { session.reading.text_percent = std::clamp(a.percent, 100, 200); },
                 [&](const BrowserLetters& a) { session.reading.browser_percent = std::clamp(a.percent, 100, 200); },
                 [&](const ChooseDigits& a) { session.reading.own_digits = a.own; },
                 [&](const ChooseBeside& a) {
                   session.reading.beside = a.language.empty() ? "" : assets.catalogue(a.language).language();
                 },
                 [&](const VoicesAre& a) { session.reading.voices = a.languages; },
                 [&](const ReadAloud& a) {
                   if (session.reading.aloud == a.on) return;
                   session.reading.aloud = a.on;
                   if (a.on)
                     effects.push_back(Speak{.language = session.language});
                   else
                     effects.push_back(BeSilent{});
                 },
                 [&](const ReadingEnded&) { session.reading.aloud = false; },
                 [&](const PageIs& a) { session.reading.page = a.page; },
                 [&](const TurnPage&) { effects.push_back(ShowOtherPage{}); },
                 [&](const DismissDraft&) { session.reading.draft_known = true; },
                 [&](const TodayIs& a) {
                   const CountedDay day = by_clock(assets, a.today);
                   session.today = day.today;
                   session.clock = day.clock;
                 },
                 [&](const AddPerson& a) { change_plan(assets, model, a); },
                 [&](const RemovePerson& a) { change_plan(assets, model, a); },
                 [&](const SetAnswer& a) { change_plan(assets, model, a); },
                 [&](const SetAnswerForAll& a) { change_plan(assets, model, a); },
                 [&](const SetValue& a) { change_plan(assets, model, a); },
                 [&](const AddEntry& a) { change_plan(assets, model, a); },
                 [&](const RemoveEntry& a) { change_plan(assets, model, a); },
                 [&](const EditField& a) { edit_field(assets, model, a.field, a.text, false); },
                 [&](const CommitField& a) { edit_field(assets, model, a.field, a.text, true); },
                 [&](const ForgetDraft& a) { forget_draft(model.plan, a.field); },
                 [&](const OpenField&) {},  // above
                 [&](const UndoLast&) { go_back(model, model.history.past, model.history.future); },
                 [&](const RedoLast&) { go_back(model, model.history.future, model.history.past); },
                 [&](const StartNewPlan& a) {
                   if (ask_first(model, a)) return;
                   start_plan(model, {});
                   go_to(model, ScreenId::household);
                 },
                 [&](const OpenExample& a) {
                   if (ask_first(model, a)) return;
                   for (const Example& example : assets.examples)
                     if (example.name == a.name)
                       start_plan(model, example_in(assets, example, assets.catalogue(session.language)));
                   go_to(model, ScreenId::estimate);
                 },
                 [&](const AskForFile&) {
                   session.together.opening = false;
                   effects.push_back(ShowFilePicker{});
                 },
                 [&](const FileOpened& a) { open_file(model, a.name, a.bytes); },
                 [&](const FileNotOpened& a) { say_error(model, a.error); },
                 [&](const Save&) { save(model, effects); },
                 [&](const SaveFailed& a) { say_error(model, a.error); },
                 [&](const DismissMessage&) { session.message.reset(); },
                 [&](const StretchedTo& a) { session.keeping.thousandths = a.thousandths; },
                 [&](const KeptElsewhere& a) {
                   session.keeping.elsewhere = a.erased ? Keeping::Elsewhere::erased : Keeping::Elsewhere::changed;
                 },
                 [&](const NewerProgram&) { session.device.newer_program = true; },
                 [&](const UseNewer&) { effects.push_back(UseNewerProgram{}); },
                 [&](const LookAtDevice&) { effects.push_back(LookAround{}); },
                 [&](const Cover& a) {
                   session.covered = a.on;
                   to_top();
                 },
                 [&](const ChooseCover& a) { session.cover_after = std::clamp(a.minutes, 0, 60); },
                 [&](const AgreeTogether&) { session.together.agreed = true; },
                 [&](const ShowTopic& a) {
                   auto& topics = a.mine ? session.together.mine : session.together.theirs;
                   if (!topics.erase(a.topic)) topics.insert(a.topic);
                 },
                 [&](const OpenOther&) {
                   session.together.opening = true;
                   effects.push_back(ShowFilePicker{});
                 },
                 [&](const CloseOther&) {
                   session.together.other.reset();
                   session.together.theirs.clear();
                   session.together.name.clear();
                 },
                 [&](const HideValues& a) { session.counsel.hidden = a.on; },
                 [&](const Reveal& a) { session.counsel.revealed = a.id; },
                 [&](const OneAtATime& a) { session.counsel.one_at_a_time = a.on; },
                 [&](const ShowPart& a) {
                   session.counsel.part = std::max(a.part, 0);
                   to_top();
                 },
                 [&](const RingPointer& a) { session.counsel.pointer_ring = a.on; },
                 [&](const AgreeCopy& a) {
                   (a.counsellor ? session.counsel.copy_counsellor : session.counsel.copy_person) = a.yes;
                 },
                 [&](const SaveCopy&) { save_copy(model, effects); },
                 [&](const HandOver&) { hand_over(model, effects); },
                 [&](const ChooseOutput& a) {
                   if (session.screen != ScreenId::take) go_to(model, ScreenId::take);
                   session.take.output = a.output;
                 },
                 [&](const IncludePart& a) {
                   if (!session.take.left_out.erase(a.part)) session.take.left_out.insert(a.part);
                 },
                 [&](const CallDaysByName& a) { session.take.days_by_name = a.on; },
                 [&](const ChooseCsvForm& a) { session.take.form = a.form; },
                 [&](const ChanceIs& a) { session.device.chance = a.chance; },
                 [&](const TakeAlong& a) { take_along(model, effects, a.on_paper); },
                 [&](const Taken& a) {
                   if (!a.name.empty())
                     say(model, false, a.handed ? "message.handed.what" : "take.made.what", "take.made.do", a.name);
                 },
                 [&](const auto& a) {
                   if constexpr (requires { carry_plan(model, effects, a); })
                     carry_plan(model, effects, a);
                   else
                     keep_plan(model, effects, a);
                 },
                 [&](const UseRules& a) { use_rules(model, a); },
                 [&](const LeaveRules&) { leave_rules(model); },
                 [&](const AskForGivenFiles&) { effects.push_back(ShowFilePicker{.several = true}); },
                 [&](const FileGiven& a) { add_plan_file(session.given, assets.path, a.bytes, session.today); },
                 [&](const FileNotGiven&) { ++session.given.unread; },
                 [&](const ForgetGiven&) {
                   session.given = {};
                   to_top();
                 },
                 [&](const SaveFirst&) { save(model, effects); },
                 [&](const GoOnWithout&) {},  // above
                 [&](const StayHere&) { session.waiting.reset(); },
                 [&](const CloseProgram& a) {
                   if (!ask_first(model, a)) effects.push_back(EndProgram{});
                 },
             },
             action);
  if (std::holds_alternative<Saved>(action) && session.waiting)
    return go_on(assets, std::move(model), std::move(effects));
  if (!std::holds_alternative<GoBack>(action) && !std::holds_alternative<GoForward>(action))
    note_place(session, std::move(was_at), takes_away(action));
  // Going to another screen ends reading aloud, because the voice would read the screen that was left.
  if (model.session.reading.aloud && !std::holds_alternative<ReadAloud>(action) && ends_reading(action)) {
    model.session.reading.aloud = false;
    effects.push_back(BeSilent{});
  }
  // A field that is gone is typed in no more; what the plan has not taken of it is in the plan as it was typed.
  if (here != on_screen(model.session)) forget_typed_fields(model.session);
  // A held node is visible only while no other action happens.
  if (!std::holds_alternative<Reveal>(action)) model.session.counsel.revealed.clear();
  const bool changed = undo_of(action) != Undo::none && before != model.plan;
  const bool stepped = std::holds_alternative<UndoLast>(action) || std::holds_alternative<RedoLast>(action);
  if (changed) remember(model, std::move(before), action);
  if (changed || stepped) {
    // They are of the plan as it was.
    model.session.transfer.pictures.clear();
    model.session.transfer.running = false;
    keep_up(model, effects);
  }
  // Pictures and camera are of their screen alone.
  if (model.session.screen != ScreenId::transfer || model.session.covered) model.session.transfer = {};
  if (filming && !is_filming(model.session)) effects.push_back(StopCamera{});
  note_rules(assets, model, effects);
  return {std::move(model), std::move(effects)};
}

void start_plan(Model& model, Plan plan) {
  const Session& old = model.session;
  // What belongs to the device and the reader stays; what belongs to the plan goes, its passphrase first.
  Session fresh{.language = old.language,
                .reading = old.reading,
                .device = old.device,
                .counsel = old.counsel,
                .rules = old.rules,
                .cover_after = old.cover_after,
                .today = old.today,
                .been = old.been,
                .ahead = old.ahead,
                .focus_serial = old.focus_serial};
  // Who has agreed to a copy has agreed for this plan.
  fresh.counsel.copy_person = fresh.counsel.copy_counsellor = false;
  fresh.counsel.handed_over = fresh.counsel.read_again = false;
  fresh.device.has_plan = old.device.has_plan || old.keeping.here != Keeping::Here::off;
  if (model.session.keeping.key) wipe(*model.session.keeping.key);
  model.plan = std::move(plan);
  model.history = {};
  model.session = std::move(fresh);
}

bool open_file(Model& model, const std::string& name, const std::string& bytes, bool kept) {
  Session& session = model.session;
  if (is_sealed(bytes)) {
    if (const Result<SealedFile> file = read_sealed(bytes); !file) {
      say_error(model, file.error());
      return false;
    }
    if (!kept && !session.together.opening && ask_first(model, FileOpened{name, bytes})) return false;
    go_to(model, ScreenId::keep);
    session.keeping.locked = bytes;
    session.keeping.locked_name = name;
    session.keeping.locked_is_kept = kept;
    session.focus = "pass.open";
    return false;
  }
  const bool other = std::exchange(session.together.opening, false);
  Result<Plan> plan = open_plan(bytes, other ? Newer::refused : Newer::as_far_as_understood);
  if (!plan && is_rules_file(bytes)) {
    open_rules(model, name, bytes);
    return false;
  }
  if (!plan && is_minisign_text(bytes)) {
    open_signature(model, bytes);
    return false;
  }
  if (!plan) {
    if (session.screen == ScreenId::keep) go_to(model, other ? ScreenId::together : ScreenId::start);
    say_error(model, plan.error());
    return false;
  }
  if (other) {
    session.together.other = std::move(*plan);
    session.together.name = base_name(name);
    session.together.theirs.clear();
    go_to(model, ScreenId::together);
    return false;
  }
  if (!kept && ask_first(model, FileOpened{name, bytes})) return false;
  start_plan(model, std::move(*plan));
  go_to(model, ScreenId::household);
  session.opened_with = model.plan.rules_seen;
  session.file_name = name;
  // What came as pictures has no name and lies in no file.
  const bool pictures = name.empty() && !kept;
  session.unsaved = pictures;
  session.keeping.newer = is_newer_plan(bytes);
  if (kept) session.device.newer_plan = session.keeping.newer;
  // What a newer version wrote stays as it is, in its file and on the device, and a note says so for as long.
  if (session.keeping.newer) return true;
  if (kept)
    session.keeping.here = Keeping::Here::open, session.keeping.written = true;
  else if (pictures)
    say(model, false, "transfer.opened.what", "transfer.opened.do");
  else
    say(model, false, "message.opened.what", "message.opened.do", base_name(name));
  if (!name.empty()) session.own_files.insert(name);
  return true;
}

}  // namespace vagval
