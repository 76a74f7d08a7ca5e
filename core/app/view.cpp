#include "app/view.h"

#include <algorithm>
#include <array>

#include "app/questions.h"

namespace vagval {

namespace {

struct Entry {
  ScreenId screen;
  std::string_view name;
  void (*fill)(const ViewContext&, Screen&);
};
constexpr std::array<Entry, 7> entries = {{{ScreenId::start, "start", start_screen},
                                           {ScreenId::household, "household", household_screen},
                                           {ScreenId::situation, "situation", situation_screen},
                                           {ScreenId::estimate, "estimate", estimate_screen},
                                           {ScreenId::path, "path", path_screen},
                                           {ScreenId::sources, "sources", sources_screen},
                                           {ScreenId::privacy, "privacy", privacy_screen}}};

std::int64_t unanswered(const ViewContext& view) {
  const auto questions = questions_of_situation(view.assets, view.plan, view.session.today);
  return std::count_if(questions.begin(), questions.end(),
                       [&](const Question& q) { return !is_answered(view.plan, q); });
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
  for (const Entry& entry : entries) {
    Node node = button("nav." + std::string(entry.name), view.words.text("nav." + std::string(entry.name)),
                       GoTo{entry.screen}, Emphasis::quiet);
    node.selected = view.session.screen == entry.screen;
    node.value = remark(view, entry.screen);
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
  for (const Catalogue& other : view.assets.catalogues) {
    if (other.language() == view.words.language()) continue;
    Node node = button("toolbar.language." + other.language(), other.text("language.this"_t),
                       ChooseLanguage{other.language()}, Emphasis::quiet);
    node.lang = other.language();
    out.push_back(std::move(node));
  }
  return out;
}

void message(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  if (!view.session.example.empty())
    screen.main.insert(screen.main.begin(), note("message.example", Tone::info, words.text("message.example.what"_t),
                                                 words.text("message.example.do"_t)));
  if (!view.session.message) return;
  const Message& m = *view.session.message;
  const std::string what = words.text(m.what, {{"detail", m.detail}}), act = words.text(m.act, {{"detail", m.detail}});
  Node out = note("message", m.is_error ? Tone::error : Tone::info, what, act);
  if (!m.where.empty()) out.detail += " " + words.text("message.where"_t, {{"where", m.where}});
  out.children.push_back(button("message.dismiss", words.text("message.dismiss"_t), DismissMessage{}, Emphasis::quiet));
  screen.main.insert(screen.main.begin(), std::move(out));
  screen.announcement = what + " " + act;
}

}  // namespace

Screen view(const Assets& assets, const Model& model, const Derived& derived) {
  const Catalogue& words = assets.catalogue(model.session.language);
  const ViewContext context{assets, words, model.plan, model.session, derived};
  Screen out;
  out.language = words.language();
  out.right_to_left = words.right_to_left();
  out.app_name = words.text("app.name"_t);
  out.promise = words.text("app.promise"_t);
  out.navigation_label = words.text("label.navigation"_t);
  out.menu_label = words.text("label.menu"_t);
  out.close_label = words.text("label.close"_t);
  out.skip_label = words.text("label.skip"_t);
  out.aside_label = words.text("label.aside"_t);
  out.toolbar_label = words.text("label.toolbar"_t);
  out.plain_label = words.text("label.plain"_t);
  out.drawn_label = words.text("label.drawn"_t);
  out.menu_open = model.session.menu_open;
  out.navigation = navigation(context);
  out.toolbar = toolbar(context, model.history);
  for (const Entry& entry : entries)
    if (entry.screen == model.session.screen) {
      out.id = std::string(entry.name) + (model.session.person.empty() ? "" : "." + model.session.person) +
               (model.session.question.empty() ? "" : "." + model.session.question);
      entry.fill(context, out);
    }
  out.announcement = model.session.announcement;
  message(context, out);
  out.focus = model.session.focus;
  out.focus_serial = model.session.focus_serial;
  return out;
}

}  // namespace vagval
