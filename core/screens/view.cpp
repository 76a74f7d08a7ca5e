#include "screens/view.h"

#include <algorithm>
#include <iterator>

#include "screen/reading_order.h"
#include "state/counted_day.h"
#include "state/questions.h"
#include "words/changes.h"
#include "words/conceal.h"
#include "words/overlays.h"

namespace vagval {

namespace {

using Fill = void (*)(const ViewContext&, Screen&);
// In the order of ScreenId.
constexpr Fill fills[] = {
#define SCREEN(name, found, printed, needs) name##_screen,
#include "state/screens.inc"
#undef SCREEN
};

std::int64_t unanswered(const ViewContext& view) {
  const auto questions = questions_of_situation(view.assets, view.plan, view.session.today);
  return std::count_if(questions.begin(), questions.end(),
                       [&](const Question& q) { return !is_everyday_fact(q.fact) && !is_answered(view.plan, q); });
}

std::string remark(const ViewContext& view, ScreenId screen) {
  const auto people = static_cast<std::int64_t>(view.plan.household.persons.size());
  if (screen == ScreenId::household && people > 0) return view.words.text("nav.people"_t, {{"count", people}});
  if (screen == ScreenId::situation && people > 0)
    if (const std::int64_t left = unanswered(view); left > 0)
      return view.words.text("nav.unanswered"_t, {{"count", left}});
  return {};
}

std::vector<Node> navigation(const ViewContext& view) {
  std::vector<Node> out;
  for (const ScreenId screen : all_screens) {
    if (row_of(screen).found != Found::navigation) continue;
    const std::string id = "nav." + std::string(name_of(screen));
    Node node = button(id, view.words.text(id), GoTo{screen}, Emphasis::quiet);
    node.selected = view.session.screen == screen;
    node.value = remark(view, screen);
    out.push_back(std::move(node));
  }
  return out;
}

std::vector<Node> toolbar(const ViewContext& view, const History& history) {
  std::vector<Node> out;
  out.push_back(button("toolbar.undo", view.words.text("toolbar.undo"_t), UndoLast{}, Emphasis::quiet));
  out.back().disabled = history.past.empty();
  out.push_back(button("toolbar.redo", view.words.text("toolbar.redo"_t), RedoLast{}, Emphasis::quiet));
  out.back().disabled = history.future.empty();
  out.push_back(button("toolbar.open", view.words.text("toolbar.open"_t), AskForFile{}, Emphasis::quiet));
  out.push_back(button("toolbar.save", view.words.text("toolbar.save"_t), Save{}, Emphasis::quiet));
  const auto leads_to = [&](const char* id, TextKey words, ScreenId screen) {
    out.push_back(button(id, view.words.text(words), GoTo{screen}, Emphasis::quiet));
    out.back().selected = view.session.screen == screen;
  };
  leads_to("toolbar.take", "toolbar.take"_t, ScreenId::take);
  out.push_back(button("toolbar.cover", view.words.text("toolbar.cover"_t), Cover{true}, Emphasis::quiet));
  for (const Catalogue& other : view.assets.catalogues) {
    // The two that are whole and read; the others have a screen of their own.
    if (other.language() == view.words.language() || other.unreviewed() > 0) continue;
    Node node = button("toolbar.language." + other.language(), other.text("language.this"_t),
                       ChooseLanguage{other.language()}, Emphasis::quiet);
    written_in(node, other);
    out.push_back(std::move(node));
  }
  for (const LanguageToCome& one : view.session.reading.to_come) {
    if (!one.whole || has_words(view.assets, one.language)) continue;
    Node node = button("toolbar.language." + one.language, one.name, ChooseLanguage{one.language}, Emphasis::quiet);
    node.lang = one.language;
    node.lang_right_to_left = one.right_to_left;
    out.push_back(std::move(node));
  }
  const auto& voices = view.session.reading.voices;
  if (std::find(voices.begin(), voices.end(), view.words.language()) != voices.end()) {
    const bool aloud = view.session.reading.aloud;
    out.push_back(button("toolbar.aloud", view.words.text(aloud ? "read.stop"_t : "read.start"_t), ReadAloud{!aloud},
                         Emphasis::quiet));
  }
  leads_to("toolbar.reading", "toolbar.reading"_t, ScreenId::reading);
  return out;
}

// Chosen, but its words have not come: in its own words, and in those of the page that is shown meanwhile.
void late_words(const ViewContext& view, Screen& screen) {
  for (const LanguageToCome& one : view.session.reading.to_come) {
    if (one.language != view.session.reading.wanted) continue;
    const auto theirs = [&](Node node) {
      node.lang = one.language;
      node.lang_right_to_left = one.right_to_left;
      return node;
    };
    Node out = note("words.late", Tone::hazard, view.words.text("reading.late.what"_t, {{"name", one.name}}),
                    view.words.text("reading.late.do"_t));
    out.children = {theirs(paragraph("words.late.theirs", one.late ? one.missing : one.coming)),
                    theirs(button("words.late.again", one.again, AskAgain{}))};
    screen.main.insert(screen.main.begin(), std::move(out));
  }
}

// A translation nobody has read says so, and how to leave it.
void draft(const ViewContext& view, Screen& screen) {
  if (view.words.unreviewed() == 0) return;
  if (view.session.reading.draft_known) {
    screen.main.push_back(paragraph("draft.short", view.words.text("draft.short"_t), Tone::caption));
    return;
  }
  Node out = note("draft", Tone::info, view.words.text("draft.what"_t), view.words.text("draft.do"_t));
  for (const Catalogue& other : view.assets.catalogues) {
    if (other.unreviewed() > 0) continue;
    out.children.push_back(
        button("draft." + other.language(), other.text("language.this"_t), ChooseLanguage{other.language()}));
    written_in(out.children.back(), other);
  }
  out.children.push_back(button("draft.known", view.words.text("draft.known"_t), DismissDraft{}, Emphasis::quiet));
  screen.main.insert(screen.main.begin(), std::move(out));
}

// Every screen says when the rules of another pack are in use.
void other_rules(const ViewContext& view, Screen& screen) {
  const RulesFile* file = file_in_use(view.session.rules);
  if (!file || view.session.screen == ScreenId::rules) return;
  Node out = note("rules.note", Tone::hazard, view.words.text("rules.note.what"_t),
                  view.words.text("rules.note.do"_t, {{"name", file->name}, {"checked", view.assets.pack.checked_on}}));
  out.children = {button("rules.note.go", view.words.text("rules.note.go"_t), GoTo{ScreenId::rules}),
                  button("rules.note.back", view.words.text("rules.note.back"_t), UseRules{""}, Emphasis::quiet)};
  screen.main.insert(screen.main.begin(), std::move(out));
}

// On every screen: ages, days and the law are counted from it.
void doubted_day(const ViewContext& view, Screen& screen) {
  const std::optional<DayDoubt> doubt = day_doubt(view.assets, view.words, {view.session.today, view.session.clock});
  if (doubt) screen.main.insert(screen.main.begin(), note("day.doubt", Tone::hazard, doubt->what, doubt->act));
}

void message(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  const Keeping& keeping = view.session.keeping;
  const auto first = [&](Node note, std::vector<Node> buttons) {
    note.children = std::move(buttons);
    screen.main.insert(screen.main.begin(), std::move(note));
  };
  using enum Keeping::Conflict;
  if (keeping.conflict == erased)
    first(note("kept.gone", Tone::hazard, words.text("kept.gone.what"_t), words.text("kept.gone.do"_t)),
          {button("kept.mine", words.text("kept.again"_t), KeepMine{}),
           button("kept.not", words.text("kept.not"_t), StopKeeping{})});
  else if (keeping.conflict != none)
    first(keeping.conflict == newer
              ? note("kept.other", Tone::hazard, words.text("kept.newer.what"_t), words.text("kept.newer.do"_t))
              : note("kept.other", Tone::hazard, words.text("kept.other.what"_t), words.text("kept.other.do"_t)),
          {button("kept.mine", words.text("kept.mine"_t), KeepMine{}),
           button("kept.theirs", words.text("kept.theirs"_t), OpenKept{})});
  if (keeping.newer)
    first(note("newer", Tone::info, words.text("newer.what"_t), words.text("newer.do"_t)),
          {button("newer.copy", words.text("newer.copy"_t), GoOnWithCopy{})});
  if (!view.plan.example.empty()) {
    // On every screen; what to do with it where one comes to it, what comes of it where that is asked.
    const bool first_seen = view.session.screen == ScreenId::start || view.session.screen == ScreenId::household;
    Node out = note("message.example", Tone::info, words.text("message.example.what"_t),
                    first_seen ? words.text("message.example.do"_t) : std::string());
    // A file may name an example that this version does not have.
    const std::optional<TextKey> outcome = find_text_key("example." + view.plan.example + ".outcome");
    if (outcome && (first_seen || view.session.screen == ScreenId::estimate))
      out.children.push_back(disclosure(view, "message.example.outcome", words.text("message.example.outcome"_t),
                                        {paragraph("message.example.outcome.text", words.text(*outcome))}));
    screen.main.insert(screen.main.begin(), std::move(out));
  }
  if (std::optional<Node> changed = changes_note(view)) screen.main.insert(screen.main.begin(), std::move(*changed));
  other_rules(view, screen);
  doubted_day(view, screen);
  if (keeping.damaged && !keeping.before.empty())
    first(note("kept.damaged", Tone::hazard, words.text("kept.damaged.what"_t), words.text("kept.damaged.do"_t)),
          {button("kept.before", words.text("kept.before"_t), OpenBefore{})});
  if (view.session.waiting) {
    const std::string what = words.text("clear.what"_t), ask = words.text("clear.do"_t);
    first(note("clear", Tone::hazard, what, ask),
          {button("clear.save", words.text("clear.save"_t), SaveFirst{}),
           button("clear.go_on", words.text("clear.go_on"_t), GoOnWithout{}),
           button("clear.stay", words.text("clear.stay"_t), StayHere{}, Emphasis::quiet)});
    screen.announcement = what + " " + ask;
  }
  if (!view.session.message) return;
  const Message& m = *view.session.message;
  const std::string what = words.text(m.what, {{"detail", m.detail}});
  const std::string act = m.act.empty() ? std::string() : words.text(m.act, {{"detail", m.detail}, {"other", m.other}});
  Node out = note("message", m.is_error ? Tone::error : Tone::info, what, act);
  if (!m.where.empty()) out.detail += " " + words.text("message.where"_t, {{"where", m.where}});
  out.children.push_back(button("message.dismiss", words.text("message.dismiss"_t), DismissMessage{}, Emphasis::quiet));
  screen.main.insert(screen.main.begin(), std::move(out));
  if (!m.is_error) screen.announcement = what + " " + act;
}

// The node that leads to what was open: a row to a thing of the screen, a button to a person or a question, or to the
// other screen one has gone back from.
const Node* leading_to(const std::vector<Node>& nodes, const std::string& what, std::optional<ScreenId> screen) {
  for (const Node& node : nodes) {
    if (const Action* const action = node.action ? &*node.action : nullptr) {
      const auto* const to = action->get<GoTo>();
      if (to && to->screen == screen) return &node;
      const auto* const item = action->get<OpenItem>();
      const auto* const person = action->get<OpenPerson>();
      const auto* const question = action->get<OpenQuestion>();
      if ((item && node.kind == Kind::row && !what.empty() && item->item == what) ||
          (person && !what.empty() && person->person == what) ||
          (question && !what.empty() && question->question == what))
        return &node;
    }
    if (node.kind == Kind::disclosure && !node.expanded) continue;
    if (const Node* const found = leading_to(node.children, what, screen)) return found;
  }
  return nullptr;
}

// The note that stands once on each hidden screen.
void say_hidden(const Catalogue& words, ScreenId where, Screen& screen) {
  Node out = note("counsel.on", Tone::info, words.text("hidden.on.what"_t),
                  where == ScreenId::counsel ? words.text("hidden.on.do"_t) : std::string());
  out.children = {button("counsel.off", words.text("hidden.off"_t), HideValues{false}, Emphasis::quiet)};
  if (where != ScreenId::counsel)
    out.children.push_back(
        button("counsel.to", words.text("counsel.title"_t), GoTo{ScreenId::counsel}, Emphasis::quiet));
  screen.main.insert(screen.main.begin(), std::move(out));
}

// One idea of a screen: its title, and what stands under one of its headings.
void one_part(const Catalogue& words, int wanted, Screen& screen) {
  std::vector<std::vector<Node>> parts(1);
  // The title and the notes before it stand above every part.
  const auto title =
      std::find_if(screen.main.begin(), screen.main.end(), [](const Node& n) { return n.id == "title"; });
  const auto begin = title == screen.main.end() ? screen.main.begin() : std::next(title);
  std::vector<Node> shown(std::make_move_iterator(screen.main.begin()), std::make_move_iterator(begin));
  for (auto node = begin; node != screen.main.end(); ++node) {
    if (node->kind == Kind::heading && node->level <= 2 && !parts.back().empty()) parts.emplace_back();
    parts.back().push_back(std::move(*node));
  }
  const auto count = static_cast<int>(parts.size());
  const int here = std::clamp(wanted, 0, count - 1);
  for (Node& node : parts[static_cast<std::size_t>(here)]) shown.push_back(std::move(node));
  screen.main = std::move(shown);
  screen.aside.clear();
  if (count == 1) return;
  Node steps = row("part.steps",
                   words.text("part.where"_t, {{"number", std::int64_t{here + 1}}, {"count", std::int64_t{count}}}));
  steps.children = {button("part.back", words.text("footer.back"_t), ShowPart{here - 1}),
                    button("part.next", words.text("footer.next"_t), ShowPart{here + 1})};
  steps.children[0].disabled = here == 0;
  steps.children[1].disabled = here + 1 == count;
  screen.main.push_back(std::move(steps));
}

// The parts around every screen.
Screen frame_of(const ViewContext& context, const History& history) {
  const Catalogue& words = context.words;
  const Session& session = context.session;
  Screen out;
  out.language = words.language();
  out.right_to_left = words.right_to_left();
  out.appearance = session.reading.appearance;
  out.text_percent = std::min(session.reading.text_percent * session.reading.browser_percent / 100, 200);
  out.app_name = words.text("app.name"_t);
  out.promise = words.text("app.promise"_t);
  out.skip_label = words.text("label.skip"_t);
  out.toolbar_label = words.text("label.toolbar"_t);
  if (session.left || session.covered) return out;
  out.navigation_label = words.text("label.navigation"_t);
  out.menu_label = words.text("label.menu"_t);
  out.close_label = words.text("label.close"_t);
  out.aside_label = words.text("label.aside"_t);
  out.copied_label = words.text("copy.done"_t);
  out.not_copied_label = words.text("copy.failed"_t);
  out.plain_label = words.text("label.plain"_t);
  out.drawn_label = words.text("label.drawn"_t);
  out.menu_open = session.menu_open;
  out.pointer_ring = session.counsel.pointer_ring;
  out.navigation = navigation(context);
  out.toolbar = toolbar(context, history);
  out.header.push_back(button("header.leave", words.text("toolbar.leave"_t), Leave{}));
  return out;
}

// The screen of a plan, in the session's language and the one beside it.
Screen screen_of(const ViewContext& context, const History& history) {
  const Session& session = context.session;
  Screen out = frame_of(context, history);
  const auto part = [](const std::string& name) { return name.empty() ? name : "." + name; };
  const Fill fill = fills[static_cast<std::size_t>(session.screen)];
  out.id = std::string(name_of(session.screen)) + part(session.person) + part(session.question) + part(session.item);
  fill(context, out);
  if (!session.reading.beside.empty() && session.reading.beside != out.language) {
    const Catalogue second = context.assets.catalogue(session.reading.beside).on(session.today);
    out.beside_language = second.language();
    out.beside_right_to_left = second.right_to_left();
    Screen other;
    fill({context.assets, second, context.plan, session, context.derived}, other);
    lay_beside(out.main, other.main);
    lay_beside(out.aside, other.aside);
  }
  ask_about_identifiers(context, out.main);
  offer_readings(context, out.main);
  if (std::optional<Node> unfinished = unfinished_note(context, out))
    out.main.insert(out.main.begin(), std::move(*unfinished));
  message(context, out);
  return out;
}

// The same screen as it would be if nobody had answered or written anything.
Screen unanswered(const Assets& assets, const Catalogue& words, const Model& model) {
  Session session = model.session;
  session.drafts.clear();
  session.typed_as.clear();
  session.file_name.clear();
  session.together = {};
  session.keeping.locked_name.clear();
  if (session.message) session.message->detail.clear();
  const Plan twin = unanswered_twin(model.plan);
  const Derived derived = derive(assets, twin, session.today, row_of(session.screen).needs);
  return screen_of({assets, words, twin, session, derived}, model.history);
}

}  // namespace

void lay_beside(std::vector<Node>& nodes, const std::vector<Node>& other) {
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    Node& node = nodes[i];
    const auto same = i < other.size() && other[i].id == node.id
                          ? other.begin() + static_cast<std::ptrdiff_t>(i)
                          : std::find_if(other.begin(), other.end(), [&](const Node& o) { return o.id == node.id; });
    if (same == other.end()) continue;
    if (same->text != node.text) node.beside = same->text;
    if (same->detail != node.detail) node.beside_detail = same->detail;
    lay_beside(node.children, same->children);
  }
}

std::vector<Node> nodes_of(const Assets& assets, const Plan& plan, const Session& session, const Derived& derived) {
  const Fill fill = fills[static_cast<std::size_t>(session.screen)];
  Screen out;
  const Catalogue words = assets.catalogue(session.language).on(session.today);
  fill({assets, words, plan, session, derived}, out);
  if (session.reading.beside.empty() || session.reading.beside == session.language) return std::move(out.main);
  Screen other;
  const Catalogue second = assets.catalogue(session.reading.beside).on(session.today);
  fill({assets, second, plan, session, derived}, other);
  lay_beside(out.main, other.main);
  return std::move(out.main);
}

Screen view(const Assets& assets, const Model& model, const Derived& derived) {
  const Session& session = model.session;
  const Catalogue plain = assets.catalogue(session.language).on(session.today);
  const Catalogue words = plain.with_digits(session.reading.own_digits ? plain.own_digits() : Digits::western);
  const ViewContext context{assets, words, model.plan, session, derived};
  const auto alone = [&](const char* id, Fill fill) {
    Screen out = frame_of(context, model.history);
    out.id = id;
    fill(context, out);
    out.focus = session.focus;
    out.focus_serial = session.focus_serial;
    keep_reading_order(out);
    return out;
  };
  if (session.left) return alone("calendar.month", neutral_screen);
  if (session.covered) return alone("cover", cover_screen);
  Screen out = screen_of(context, model.history);
  if (session.counsel.hidden) {
    conceal(out, unanswered(assets, words, model), words, model.plan.household.persons.size(),
            session.counsel.revealed);
    say_hidden(words, session.screen, out);
  }
  // The Swedish words are those of the part that is seen.
  if (session.counsel.one_at_a_time) one_part(words, session.counsel.part, out);
  words_on(context, out);
  draft(context, out);
  late_words(context, out);
  mark_own_words(model.plan, session, out);
  lay_out(out.main);
  lay_out(out.aside);
  out.said = session.said;
  out.focus = session.focus;
  out.focus_serial = session.focus_serial;
  keep_reading_order(out);
  if ((!session.was_open.empty() || session.was_at) && session.focus == "title")
    if (const Node* const from = leading_to(out.main, session.was_open, session.was_at)) out.focus = from->id;
  return out;
}

}  // namespace vagval
