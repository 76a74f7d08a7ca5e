// Rumours: common claims, and the statements of the sources about them.
#include <algorithm>
#include <cctype>

#include "rules/citation.h"
#include "screens/view.h"
#include "words/worked_sum.h"

namespace vagval {

namespace {

// The year or day in what the rule book says of a source's date: "in force 2026-01-01" is "2026-01-01", "early 2024" is
// "2024". What has only words is undated.
std::string date_of(const std::string& dated) {
  const auto is_digit = [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; };
  const auto begin = std::find_if(dated.begin(), dated.end(), is_digit);
  if (dated.starts_with("undated")) return {};
  return {begin, std::find_if(begin, dated.end(), [&](char c) { return !is_digit(c) && c != '-'; })};
}

// In the order of the chips, each source once.
std::string dates_in_words(const ViewContext& view, const Sources& citations) {
  std::string out;
  std::vector<std::string> seen;
  for (const std::string& citation : citations) {
    const std::string id = parse_citation(citation).source;
    if (std::find(seen.begin(), seen.end(), id) != seen.end()) continue;
    seen.push_back(id);
    for (const Source& source : view.assets.pack.sources) {
      if (source.id != id) continue;
      const std::string date = date_of(source.dated);
      out += (out.empty() ? "" : " · ") + (date.empty() ? view.words.text("rumours.undated"_t) : date);
    }
  }
  return view.words.text("rumours.dates"_t, {{"dates", out}});
}

Node rumour_card(const ViewContext& view, const Rumour& rumour) {
  const Catalogue& words = view.words;
  const std::string id = "rumour." + rumour.id;
  std::vector<Node> out;
  out.push_back(heading(id + ".said", words.text("rumours.said"_t, {{"claim", words.text(rumour.text)}}), 2));
  out.push_back(paragraph(id + ".says", words.text("rumours.says"_t), Tone::strong));
  out.push_back(paragraph(id + ".answer", words.text(rumour.text + ".says")));
  if (rumour.sum != WorkedSum::none) {
    out.push_back(paragraph(id + ".sum", words.text(rumour.text + ".sum"), Tone::muted));
    for (Node& line : worked_sum(view, id + ".sum", rumour.sum)) out.push_back(std::move(line));
  }
  Node cited = row(id + ".sources", words.text("task.sources"_t), dates_in_words(view, rumour.sources));
  if (rumour.open) cited.children.push_back(chip(id + ".open", words.text("rumours.open"_t)));
  for (Node& source : source_chips(view, id, rumour.sources)) cited.children.push_back(std::move(source));
  out.push_back(std::move(cited));
  return card(id, std::move(out));
}

}  // namespace

void rumours_screen(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  screen.title = words.text("rumours.title"_t);
  screen.main.push_back(heading("title", screen.title, 1));
  screen.main.push_back(paragraph("rumours.lead", words.text("rumours.lead"_t), Tone::muted));
  for (const Rumour& rumour : view.assets.path.rumours) screen.main.push_back(rumour_card(view, rumour));
  screen.aside.push_back(heading("aside.rumours", words.text("rumours.aside"_t), 2));
  screen.aside.push_back(paragraph("aside.rumours.text", words.text("rumours.aside.text"_t)));
  screen.footer.push_back(button("footer.sources", words.text("nav.sources"_t), GoTo{ScreenId::sources}));
  screen.footer.push_back(button("footer.questions", words.text("rumours.ask"_t), GoTo{ScreenId::questions}));
}

}  // namespace vagval
