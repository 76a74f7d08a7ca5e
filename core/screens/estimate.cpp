// Estimate: whether, how much, when and why, with the conditions and what would be owed at the same size.
#include "screens/estimate_parts.h"
#include "screens/view.h"
#include "text/error_words.h"

namespace vagval {

namespace {

void nothing_yet(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  screen.title = words.text("estimate.title"_t);
  screen.main.push_back(heading("title", screen.title, 1));
  screen.main.push_back(paragraph("estimate.nobody",
                                  words.text(view.derived.faults.empty() ? "estimate.nobody"_t : "estimate.faults"_t)));
  for (const Error& fault : view.derived.faults)
    screen.main.push_back(note("fault." + std::to_string(screen.main.size()), Tone::error, error_what(words, fault),
                               error_do(words, fault)));
  screen.main.push_back(button("estimate.to_household", words.text("estimate.to_household"_t),
                               GoTo{ScreenId::household}, Emphasis::primary));
}

void what_now(const ViewContext& view, const Assessment& a, Screen& screen) {
  const Catalogue& words = view.words;
  if (a.state == State::not_covered) {
    screen.main.push_back(heading("estimate.now", words.text("estimate.now"_t), 2));
    screen.main.push_back(
        card("estimate.now.card",
             {list("estimate.now.list", {words.text("estimate.now.1"_t), words.text("estimate.now.2"_t),
                                         words.text("estimate.now.3"_t), words.text("estimate.now.4"_t)})},
             words.text("estimate.now"_t)));
  }
  if (view.plan.situation.asylum_refused_or_withdrawn == true)
    screen.main.push_back(note("estimate.other_support", Tone::info, words.text("estimate.other_support"_t),
                               words.text("estimate.other_support.text"_t)));
  screen.main.push_back(disclosure(
      view, "estimate.surprise", words.text("estimate.surprise"_t),
      {list("estimate.surprise.list", {words.text("estimate.surprise.1"_t), words.text("estimate.surprise.2"_t),
                                       words.text("estimate.surprise.3"_t), words.text("estimate.surprise.4"_t)})}));
}

void not_calculated(const ViewContext& view, Screen& screen) {
  std::vector<Node> rows;
  for (const Statement& s : view.assets.pack.statements) {
    if (s.topic != "not_calculated") continue;
    Node out = row("not." + s.id, view.words.text(s.text), "", "unknown");
    out.children = source_chips(view, out.id, s.sources);
    rows.push_back(std::move(out));
  }
  screen.main.push_back(
      disclosure(view, "estimate.not_calculated", view.words.text("estimate.not_calculated"_t), std::move(rows)));
}

}  // namespace

void estimate_screen(const ViewContext& view, Screen& screen) {
  if (!view.derived.assessment) return nothing_yet(view, screen);
  const Assessment& a = *view.derived.assessment;
  estimate_head(view, a, screen);
  if (!a.no_rule_for_date) {
    estimate_questions(view, a, screen);
    estimate_money(view, a, screen);
    estimate_conditions(view, a, screen);
    estimate_persons(view, a, screen);
  }
  what_now(view, a, screen);
  not_calculated(view, screen);
  estimate_aside(view, a, screen);
  screen.footer.push_back(button("footer.back", view.words.text("footer.back"_t), GoTo{ScreenId::situation}));
  screen.footer.push_back(
      button("footer.next", view.words.text("estimate.to_path"_t), GoTo{ScreenId::path}, Emphasis::primary));
}

}  // namespace vagval
