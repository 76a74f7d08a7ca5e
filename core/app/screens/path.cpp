// The path: thinking it over, the eight stages, the first fifteen months. In any order.
#include "app/view.h"

namespace vagval {

namespace {

Node section_node(const ViewContext& view, const PathSection& section) {
  const Catalogue& words = view.words;
  const std::string id = "path." + section.id;
  std::vector<Node> children{paragraph(id + ".about", words.text(section.text + ".about"))};
  for (const PathHazard& hazard : section.hazards) {
    Node out = note(id + ".hazard." + hazard.id, Tone::hazard, words.text("path.hazard"_t), words.text(hazard.text));
    out.children = source_chips(view, out.id, hazard.sources);
    children.push_back(std::move(out));
  }
  constexpr std::string_view undo[] = {"freely", "at_a_cost", "not_at_all"};
  for (const PathTask& task : section.tasks) {
    Node out = row(id + "." + task.id, words.text(task.text), words.text(task.text + ".do"), "dot");
    out.value = words.text(task.who);
    out.children = source_chips(view, out.id, task.sources);
    out.children.push_back(chip(
        out.id + ".undo", words.text("path.undo." + std::string(undo[static_cast<std::size_t>(task.reversibility)]))));
    children.push_back(std::move(out));
  }
  Node out = disclosure(view, id, words.text(section.text), std::move(children),
                        section.stage ? std::to_string(section.stage) : "dot");
  out.detail = words.text("path.things"_t, {{"count", static_cast<std::int64_t>(section.tasks.size())}});
  return out;
}

}  // namespace

void path_screen(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  screen.title = words.text("path.title"_t);
  screen.main.push_back(heading("title", screen.title, 1));
  screen.main.push_back(paragraph("path.lead", words.text("path.lead"_t), Tone::muted));
  std::vector<Node> sections;
  for (const PathSection& section : view.assets.path.sections) sections.push_back(section_node(view, section));
  screen.main.push_back(card("path.sections", std::move(sections), screen.title));
  screen.aside.push_back(heading("aside.stop", words.text("path.stop.title"_t), 2));
  screen.aside.push_back(paragraph("aside.stop.text", words.text("path.stop.text"_t)));
  screen.aside.push_back(heading("aside.doors", words.text("path.doors.title"_t), 2));
  screen.aside.push_back(paragraph("aside.doors.text", words.text("path.doors.text"_t)));
}

}  // namespace vagval
