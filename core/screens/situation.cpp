// Situation: what holds for everyone, where to, when, and what can be shown.
#include <algorithm>

#include "screens/view.h"
#include "words/question_view.h"

namespace vagval {

namespace {

void overview(const ViewContext& view, const std::vector<Question>& questions, Screen& screen) {
  const Catalogue& words = view.words;
  screen.title = words.text("situation.title"_t);
  screen.main.push_back(heading("title", screen.title, 1));
  screen.main.push_back(paragraph("situation.lead", words.text("situation.lead"_t), Tone::muted));
  const auto part = [&](Scope scope, bool everyday, std::string_view id, TextKey name) {
    std::vector<Node> rows;
    for (const Question& question : questions)
      if (question.scope == scope && is_everyday_fact(question.fact) == everyday)
        rows.push_back(question_row(view, question));
    if (rows.empty()) return;
    screen.main.push_back(heading("situation." + std::string(id), words.text(name), 2));
    if (everyday)
      screen.main.push_back(
          paragraph("situation.everyday.about", words.text("situation.everyday.about"_t), Tone::muted));
    screen.main.push_back(card("situation." + std::string(id) + ".list", std::move(rows), words.text(name)));
  };
  part(Scope::everyone, false, "everyone", "situation.everyone"_t);
  part(Scope::situation, false, "move", "situation.move"_t);
  part(Scope::situation, true, "everyday", "situation.everyday"_t);
  for (const Oddity& oddity : view.derived.oddities)
    if (oddity.person.empty())
      screen.main.push_back(note("oddity." + std::string(oddity_name(oddity.id)), Tone::hazard,
                                 words.text("oddity.look"_t),
                                 words.text("oddity." + std::string(oddity_name(oddity.id)))));
  screen.aside.push_back(heading("aside.skip", words.text("household.skip.title"_t), 2));
  screen.aside.push_back(paragraph("aside.skip.text", words.text("household.skip.text"_t)));
  screen.footer.push_back(button("footer.back", words.text("footer.back"_t), GoTo{ScreenId::household}));
  screen.footer.push_back(
      button("footer.next", words.text("situation.to_estimate"_t), GoTo{ScreenId::estimate}, Emphasis::primary));
}

}  // namespace

void situation_screen(const ViewContext& view, Screen& screen) {
  const auto questions = questions_of_situation(view.assets, view.plan, view.session.today);
  const auto open = std::find_if(questions.begin(), questions.end(),
                                 [&](const Question& q) { return id_of(q) == view.session.question; });
  if (open == questions.end()) return overview(view, questions, screen);
  question_view(view, *open, screen);
  question_footer(view, open == questions.begin() ? "" : id_of(*(open - 1)),
                  open + 1 == questions.end() ? "" : id_of(*(open + 1)), screen);
}

}  // namespace vagval
