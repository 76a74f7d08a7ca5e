// Saying it back: two plain choices after each thing that is good to know. Nothing is counted.
#include "screens/view.h"
#include "words/worked_sum.h"

namespace vagval {

namespace {

void overview(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  const std::vector<Check>& checks = view.assets.path.checks;
  screen.title = words.text("checks.title"_t);
  screen.main.push_back(heading("title", screen.title, 1));
  screen.main.push_back(paragraph("checks.lead", words.text("checks.lead"_t), Tone::muted));
  if (!checks.empty())
    screen.main.push_back(button("checks.begin", words.text("checks.begin"_t),
                                 OpenItem{ScreenId::checks, checks.front().id}, Emphasis::primary));
  std::vector<Node> rows;
  for (const Check& check : checks) {
    Node one = row("check." + check.id, words.text(check.text));
    one.action = OpenItem{ScreenId::checks, check.id};
    rows.push_back(std::move(one));
  }
  screen.main.push_back(card("checks.list", std::move(rows), screen.title));
}

// The same words for either answer: open after the other one, folded after the right one.
void explanation(const ViewContext& view, const Check& check, bool right, Screen& screen) {
  const Catalogue& words = view.words;
  const std::string why = words.text(check.text + ".why");
  std::vector<Node> grounds = worked_sum(view, "check.sum", check.sum);
  Node cited = row("check.sources", words.text("task.sources"_t));
  cited.children = source_chips(view, "check", check.sources);
  grounds.push_back(std::move(cited));
  if (right) {
    grounds.insert(grounds.begin(), paragraph("check.why.text", why));
    screen.main.push_back(disclosure(view, "check.why", words.text("checks.why"_t), std::move(grounds)));
    return;
  }
  screen.main.push_back(note("check.look", Tone::info, words.text("checks.good"_t), why));
  screen.main.push_back(card("check.grounds", std::move(grounds), words.text("checks.why"_t)));
  screen.announcement = words.text("checks.good"_t) + " " + why;
}

void one_check(const ViewContext& view, std::size_t place, Screen& screen) {
  const Catalogue& words = view.words;
  const std::vector<Check>& checks = view.assets.path.checks;
  const Check& check = checks[place];
  const std::string& said = view.session.said_back;
  screen.title = words.text(check.text);
  screen.main.push_back(paragraph("check.topic", words.text("checks.title"_t), Tone::muted));
  screen.main.push_back(heading("title", screen.title, 1));
  Node choice{.id = "check.choice", .kind = Kind::choice, .text = screen.title};
  for (const char* const answer : {"a", "b"}) {
    Node option{.id = "check." + std::string(answer),
                .kind = Kind::option,
                .text = words.text(check.text + "." + answer),
                .selected = said == answer,
                .action = SayBack{answer}};
    choice.children.push_back(std::move(option));
  }
  screen.main.push_back(std::move(choice));
  if (said == "a" || said == "b") explanation(view, check, (said == "a") == check.a_is_right, screen);
  screen.footer.push_back(
      button("footer.all", words.text("checks.all"_t), OpenItem{ScreenId::checks, ""}, Emphasis::quiet));
  if (place > 0)
    screen.footer.push_back(
        button("footer.previous", words.text("checks.previous"_t), OpenItem{ScreenId::checks, checks[place - 1].id}));
  if (place + 1 < checks.size())
    screen.footer.push_back(button("footer.next", words.text("checks.next"_t),
                                   OpenItem{ScreenId::checks, checks[place + 1].id}, Emphasis::primary));
}

}  // namespace

void checks_screen(const ViewContext& view, Screen& screen) {
  const std::vector<Check>& checks = view.assets.path.checks;
  std::size_t place = 0;
  while (place < checks.size() && checks[place].id != view.session.item) ++place;
  if (place < checks.size())
    one_check(view, place, screen);
  else
    overview(view, screen);
  screen.aside.push_back(heading("aside.checks", view.words.text("checks.aside"_t), 2));
  screen.aside.push_back(paragraph("aside.checks.text", view.words.text("checks.aside.text"_t)));
}

}  // namespace vagval
