// An office's overview: how many are in which stage over time, from files that persons chose to give.
#include <algorithm>

#include "screens/view.h"
#include "words/path_words.h"
#include "words/stage_words.h"

namespace vagval {

namespace {

constexpr std::size_t months_on_screen = 36;

// A hidden count is drawn as everything it could be.
std::int64_t most_of(const StageMonth& month, std::size_t section, std::int64_t top) {
  return month.counts[section].value_or(month.hidden_most.value_or(top));
}

Node chart(const ViewContext& view, const std::vector<StageMonth>& months, std::size_t section) {
  const std::string id = "stages.chart." + view.assets.path.sections[section].id;
  std::int64_t top = least_told;
  for (const StageMonth& month : months) top = std::max(top, month.counts[section].value_or(0));
  for (const StageMonth& month : months) top = std::max(top, most_of(month, section, top));
  Node out{.id = id,
           .kind = Kind::chart,
           .text = view.words.text("stages.chart"_t,
                                   {{"stage", stage_in_words(view.words, view.assets.path.sections[section])}})};
  for (const StageMonth& month : months) {
    const auto& count = month.counts[section];
    Node point{.id = id + "." + month_text(month.month),
               .kind = Kind::row,
               .text = month_in_words(view.words, month.month),
               .value = count_in_words(view.words, count, RowsFor::people)};
    point.share = static_cast<std::uint16_t>(most_of(month, section, top) * 1000 / top);
    point.span = static_cast<std::uint16_t>(count.value_or(0) * 1000 / top);
    out.children.push_back(std::move(point));
  }
  return out;
}

// One line for each stage that anybody stood in. The first is open: that there is a picture can be seen.
void charts(const ViewContext& view, const std::vector<StageMonth>& months, Screen& screen) {
  std::vector<Node> parts;
  for (std::size_t section = 0; section < view.assets.path.sections.size(); ++section) {
    const bool has_plans = std::any_of(months.begin(), months.end(),
                                       [&](const StageMonth& m) { return m.counts[section].value_or(1) > 0; });
    if (!has_plans) continue;
    Node part = disclosure(view, "stages.over_time." + view.assets.path.sections[section].id,
                           stage_in_words(view.words, view.assets.path.sections[section]), {});
    if (parts.empty()) part.expanded = !part.expanded;
    if (part.expanded) part.children.push_back(chart(view, months, section));
    parts.push_back(std::move(part));
  }
  screen.main.push_back(heading("stages.over_time", view.words.text("stages.over_time"_t), 2));
  screen.main.push_back(card("stages.charts", std::move(parts), view.words.text("stages.over_time"_t)));
}

void counted(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  std::vector<StageMonth> months = stage_months(view.session.given, view.session.today);
  if (months.empty()) {
    screen.main.push_back(paragraph("stages.none", words.text("stages.none"_t)));
    return;
  }
  if (months.size() > months_on_screen) {
    months.erase(months.begin(), months.end() - months_on_screen);
    screen.main.push_back(
        paragraph("stages.latest", words.text("stages.latest"_t, {{"count", std::int64_t{months_on_screen}}})));
  }
  screen.main.push_back(heading("stages.counts", words.text("stages.counts"_t), 2));
  screen.main.push_back(table("stages.table", words.text("stages.table"_t),
                              stage_rows(words, view.assets.path, months, RowsFor::people)));
  screen.main.push_back(paragraph("stages.hidden", words.text("stages.hidden.about"_t), Tone::caption));
  charts(view, months, screen);
}

}  // namespace

void stages_screen(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  const StageCounts& given = view.session.given;
  screen.title = words.text("stages.title"_t);
  screen.main.push_back(heading("title", screen.title, 1));
  screen.main.push_back(paragraph("stages.lead", words.text("stages.lead"_t)));
  screen.main.push_back(list("stages.about", {words.text("stages.about.1"_t), words.text("stages.about.2"_t),
                                              words.text("stages.about.3"_t), words.text("stages.about.4"_t)}));
  const bool any = given.read + given.unread > 0;
  screen.main.push_back(button("stages.choose", words.text(any ? "stages.more"_t : "stages.choose"_t),
                               AskForGivenFiles{}, any ? Emphasis::secondary : Emphasis::primary));
  if (any) {
    screen.main.push_back(button("stages.forget", words.text("stages.forget"_t), ForgetGiven{}));
    screen.main.push_back(paragraph(
        "stages.files", words.text("stages.files"_t, {{"read", given.read}, {"unread", given.unread}}), Tone::strong));
    if (given.sealed > 0)
      screen.main.push_back(paragraph("stages.sealed", words.text("stages.sealed"_t, {{"count", given.sealed}})));
    screen.main.push_back(paragraph("stages.twice", words.text("stages.twice"_t), Tone::caption));
  }
  if (given.read > 0) counted(view, screen);
  screen.aside.push_back(heading("aside.stages", words.text("stages.how"_t), 2));
  screen.aside.push_back(list(
      "aside.stages.text", {words.text("stages.how.1"_t), words.text("stages.how.2"_t), words.text("stages.how.3"_t)}));
}

}  // namespace vagval
