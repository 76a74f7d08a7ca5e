#include "app/view.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "app/questions.h"

namespace vagval {

namespace {

using Fill = void (*)(const ViewContext&, Screen&);
// In the order of ScreenId.
constexpr std::array<Fill, std::size(screen_names)> fills = {
    start_screen,   household_screen, situation_screen,     estimate_screen,  path_screen,    calendar_screen,
    money_screen,   documents_screen, compare_screen,       questions_screen, journal_screen, sources_screen,
    privacy_screen, reading_screen,   accessibility_screen, glossary_screen,  keep_screen,    together_screen,
    rumours_screen, rules_screen,     take_screen,          transfer_screen,  counsel_screen, agenda_screen,
    checks_screen,  handover_screen,  stages_screen};

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
  for (std::size_t i = 0; i < screens_in_navigation; ++i) {
    const ScreenId screen = static_cast<ScreenId>(i);
    const std::string id = "nav." + std::string(screen_names[i]);
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
  out.push_back(button("toolbar.cover", view.words.text("toolbar.cover"_t), Cover{true}, Emphasis::quiet));
  for (const Catalogue& other : view.assets.catalogues) {
    // The two that are whole and read; the others have a screen of their own.
    if (other.language() == view.words.language() || other.unreviewed() > 0) continue;
    Node node = button("toolbar.language." + other.language(), other.text("language.this"_t),
                       ChooseLanguage{other.language()}, Emphasis::quiet);
    node.lang = other.language();
    out.push_back(std::move(node));
  }
  const auto& voices = view.session.reading.voices;
  if (std::find(voices.begin(), voices.end(), view.words.language()) != voices.end()) {
    const bool aloud = view.session.reading.aloud;
    out.push_back(button("toolbar.aloud", view.words.text(aloud ? "read.stop"_t : "read.start"_t), ReadAloud{!aloud},
                         Emphasis::quiet));
  }
  out.push_back(
      button("toolbar.reading", view.words.text("toolbar.reading"_t), GoTo{ScreenId::reading}, Emphasis::quiet));
  return out;
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
    out.children.back().lang = other.language();
  }
  out.children.push_back(button("draft.known", view.words.text("draft.known"_t), DismissDraft{}, Emphasis::quiet));
  screen.main.insert(screen.main.begin(), std::move(out));
}

// The same screen in another language is made of the same nodes: each gets the other's words beside its own.
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

void message(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  if (view.session.keeping.elsewhere) {
    Node out = note("kept.other", Tone::hazard, words.text("kept.other.what"_t), words.text("kept.other.do"_t));
    out.children = {button("kept.mine", words.text("kept.mine"_t), KeepMine{}),
                    button("kept.theirs", words.text("kept.theirs"_t), OpenKept{})};
    screen.main.insert(screen.main.begin(), std::move(out));
  }
  if (!view.session.example.empty())
    screen.main.insert(screen.main.begin(), note("message.example", Tone::info, words.text("message.example.what"_t),
                                                 words.text("message.example.do"_t)));
  if (!view.session.message) return;
  const Message& m = *view.session.message;
  const std::string what = words.text(m.what, {{"detail", m.detail}});
  const std::string act = m.act.empty() ? std::string() : words.text(m.act, {{"detail", m.detail}});
  Node out = note("message", m.is_error ? Tone::error : Tone::info, what, act);
  if (!m.where.empty()) out.detail += " " + words.text("message.where"_t, {{"where", m.where}});
  out.children.push_back(button("message.dismiss", words.text("message.dismiss"_t), DismissMessage{}, Emphasis::quiet));
  screen.main.insert(screen.main.begin(), std::move(out));
  if (!m.is_error) screen.announcement = what + " " + act;
}

// The node that leads to what was open: a row to a thing of the screen, a button to a person or a question.
const Node* leading_to(const std::vector<Node>& nodes, const std::string& what) {
  for (const Node& node : nodes) {
    if (const Action* const action = node.action ? &*node.action : nullptr) {
      const auto* const item = std::get_if<OpenItem>(action);
      const auto* const person = std::get_if<OpenPerson>(action);
      const auto* const question = std::get_if<OpenQuestion>(action);
      if ((item && node.kind == Kind::row && item->item == what) || (person && person->person == what) ||
          (question && question->question == what))
        return &node;
    }
    if (node.kind == Kind::disclosure && !node.expanded) continue;
    if (const Node* const found = leading_to(node.children, what)) return found;
  }
  return nullptr;
}

}  // namespace

Screen view(const Assets& assets, const Model& model, const Derived& derived) {
  const Session& session = model.session;
  const Catalogue& plain = assets.catalogue(session.language);
  const Catalogue words = plain.with_digits(session.reading.own_digits ? plain.own_digits() : Digits::western);
  const ViewContext context{assets, words, model.plan, session, derived};
  Screen out;
  out.language = words.language();
  out.right_to_left = words.right_to_left();
  out.appearance = session.reading.appearance;
  out.text_percent = session.reading.text_percent;
  out.app_name = words.text("app.name"_t);
  out.promise = words.text("app.promise"_t);
  const auto alone = [&](const char* id, Fill fill) {
    out.id = id;
    fill(context, out);
    out.focus = session.focus;
    out.focus_serial = session.focus_serial;
    return out;
  };
  out.skip_label = words.text("label.skip"_t);
  out.toolbar_label = words.text("label.toolbar"_t);
  if (session.left) return alone("calendar.month", neutral_screen);
  if (session.covered) return alone("cover", cover_screen);
  out.navigation_label = words.text("label.navigation"_t);
  out.menu_label = words.text("label.menu"_t);
  out.close_label = words.text("label.close"_t);
  out.aside_label = words.text("label.aside"_t);
  out.plain_label = words.text("label.plain"_t);
  out.drawn_label = words.text("label.drawn"_t);
  out.menu_open = session.menu_open;
  out.navigation = navigation(context);
  out.toolbar = toolbar(context, model.history);
  out.header.push_back(button("header.leave", words.text("toolbar.leave"_t), Leave{}));
  const auto part = [](const std::string& name) { return name.empty() ? name : "." + name; };
  const auto screen = static_cast<std::size_t>(session.screen);
  out.id = std::string(screen_names[screen]) + part(session.person) + part(session.question) + part(session.item);
  fills[screen](context, out);
  if (!session.reading.beside.empty() && session.reading.beside != out.language) {
    const Catalogue& second = assets.catalogue(session.reading.beside);
    out.beside_language = second.language();
    out.beside_right_to_left = second.right_to_left();
    Screen other;
    fills[screen]({assets, second, model.plan, session, derived}, other);
    lay_beside(out.main, other.main);
    lay_beside(out.aside, other.aside);
  }
  ask_about_identifiers(context, out.main);
  words_on(context, out);
  message(context, out);
  draft(context, out);
  lay_out(out.main);
  lay_out(out.aside);
  out.said = session.said;
  out.focus = session.focus;
  out.focus_serial = session.focus_serial;
  if (!session.was_open.empty() && session.focus == "title")
    if (const Node* const from = leading_to(out.main, session.was_open)) out.focus = from->id;
  return out;
}

}  // namespace vagval
