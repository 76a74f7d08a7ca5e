// Two plans of two adults, each with its own file and passphrase: only what both have chosen to show is seen, and
// nothing of the other plan is merged or kept.
#include <algorithm>

#include "screens/compare_parts.h"
#include "screens/view.h"
#include "text/countries.h"
#include "words/path_words.h"

namespace vagval {

namespace {

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : " · ") + part;
  return out;
}

std::string where(const ViewContext& view) {
  const Situation& situation = view.plan.situation;
  std::vector<std::string> out;
  if (situation.destination.country)
    out.push_back(country_name(view.words, {situation.destination.country->letters, 2}));
  if (situation.departure_date) out.push_back(view.words.period(*situation.departure_date));
  return joined(out);
}

std::string estimate(const ViewContext& view) {
  const WayEstimate found = estimate_of(view, Way::go);
  return found.assessment ? estimate_in_words(view, Way::go, found) : std::string();
}

std::string matters(const ViewContext& view) {
  std::vector<std::string> out;
  for (const Matter& matter : view.plan.matters)
    if (!matter.text.empty()) out.push_back(matter.text);
  return joined(out);
}

// The plan's open questions: the unanswered ones about the household and the situation.
std::string questions(const ViewContext& view) {
  std::vector<std::string> out;
  for (const QuestionEntry& question : view.plan.questions)
    if (!question.text.empty()) out.push_back(question.text);
  return joined(out);
}

std::string said(const ViewContext& view, std::string_view topic) {
  std::string out = topic == "where"      ? where(view)
                    : topic == "estimate" ? estimate(view)
                    : topic == "matters"  ? matters(view)
                                          : questions(view);
  return out.empty() ? view.words.text("together.unsaid"_t) : out;
}

Node topics(const ViewContext& view, bool mine) {
  const Together& together = view.session.together;
  const std::string id = mine ? "together.mine" : "together.theirs";
  std::vector<Node> rows{heading(id, view.words.text(mine ? "together.mine"_t : "together.theirs"_t), 2)};
  for (const std::string_view topic : together_topics) {
    const bool shown = (mine ? together.mine : together.theirs).contains(std::string(topic));
    Node one = row(id + "." + std::string(topic), view.words.text("together.topic." + std::string(topic)), "",
                   shown ? "done" : "open");
    one.selected = shown;
    one.action = ShowTopic{mine, std::string(topic)};
    rows.push_back(std::move(one));
  }
  return card(id + ".card", std::move(rows));
}

}  // namespace

void together_screen(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  const Together& together = view.session.together;
  screen.title = words.text("together.title"_t);
  screen.main.push_back(heading("title", screen.title, 1));
  Node safe = note("together.safe", Tone::info, words.text("together.safe"_t), words.text("together.safe.1"_t));
  safe.children = {paragraph("together.safe.2", words.text("together.safe.2"_t)),
                   paragraph("together.safe.3", words.text("together.safe.3"_t))};
  if (!together.agreed) safe.children.push_back(button("together.go", words.text("together.go"_t), AgreeTogether{}));
  screen.main.push_back(std::move(safe));
  screen.footer.push_back(button("footer.back", words.text("compare.all"_t), GoTo{ScreenId::compare}));
  if (!together.agreed) return;

  Node sides{.id = "together.sides", .kind = Kind::pair};
  sides.children.push_back(topics(view, true));
  if (together.other)
    sides.children.push_back(topics(view, false));
  else
    sides.children.push_back(
        card("together.theirs.card", {heading("together.theirs", words.text("together.that"_t), 2),
                                      button("together.open", words.text("together.open"_t), OpenOther{})}));
  screen.main.push_back(std::move(sides));
  if (!together.other) return;

  screen.main.push_back(heading("together.both", words.text("together.both"_t), 2));
  const ViewContext other{view.assets, words, *together.other, view.session, view.derived};
  std::vector<std::vector<std::string>> rows = {
      {words.text("together.topic"_t), words.text("together.this"_t), words.text("together.that"_t)}};
  for (const std::string_view topic : together_topics)
    if (const std::string name(topic); together.mine.contains(name) && together.theirs.contains(name))
      rows.push_back({words.text("together.topic." + name), said(view, topic), said(other, topic)});
  if (rows.size() == 1)
    screen.main.push_back(paragraph("together.none", words.text("together.none"_t), Tone::muted));
  else
    screen.main.push_back(table("together.table", words.text("together.both"_t), rows));
  screen.main.push_back(button("together.close", words.text("together.close"_t), CloseOther{}));
}

}  // namespace vagval
