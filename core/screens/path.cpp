// The path: thinking it over, the eight stages, the first fifteen months. A stage at a glance, one task at a time.
#include <algorithm>

#include "screens/path_parts.h"
#include "screens/view.h"
#include "words/path_words.h"

namespace vagval {

namespace {

bool is_here(const ViewContext& view, const PathSection& section) { return view.plan.stage == section.id; }

// How a section stands, in words that count what the person has set themselves and nothing else.
std::string section_remark(const ViewContext& view, std::size_t section) {
  const Catalogue& words = view.words;
  std::int64_t things = 0, done = 0, begun = 0, maybe = 0;
  const auto count = [&](TaskState state) {
    ++things;
    done += state == TaskState::done;
    begun += state == TaskState::in_progress || state == TaskState::waiting;
  };
  const PathGuide& guide = view.assets.path;
  for (std::size_t t = 0; t < guide.tasks.size(); ++t) {
    const Truth concerned = view.derived.path->concerned[t];
    if (guide.tasks[t].section != section || concerned == Truth::no) continue;
    count(state_of(view.plan, guide.tasks[t].id));
    maybe += concerned == Truth::unknown;
  }
  for (const OwnTask& own : view.plan.own_tasks)
    if (own.section == guide.sections[section].id) count(state_of(view.plan, name_of_own_task(own.id)));
  std::string out = words.text("path.things"_t, {{"count", things}});
  if (done) out += " · " + words.text("path.done"_t, {{"count", done}});
  if (begun) out += " · " + words.text("path.begun"_t, {{"count", begun}});
  if (maybe) out += " · " + words.text("path.maybe"_t, {{"count", maybe}});
  return out;
}

Node section_row(const ViewContext& view, std::size_t index) {
  const PathSection& section = view.assets.path.sections[index];
  const std::string id = "path." + section.id;
  Node out = row(id, view.words.text(section.text), section_remark(view, index),
                 section.stage ? std::to_string(section.stage) : "dot");
  out.picture = section.id;
  if (is_here(view, section)) out.value = view.words.text("path.here"_t);
  out.action = OpenItem{ScreenId::path, section.id};
  return out;
}

// Facts that tasks hang on and nobody has answered, each once.
std::vector<Fact> open_facts(const ViewContext& view) {
  std::vector<Fact> out;
  for (const Fit& fit : view.derived.path->fitting.tasks)
    for (const Fact fact : fit.depends_on)
      if (std::find(out.begin(), out.end(), fact) == out.end()) out.push_back(fact);
  return out;
}

void board(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  screen.title = words.text("path.title"_t);
  screen.main.push_back(heading("title", screen.title, 1));
  screen.main.push_back(paragraph("path.lead", words.text("path.lead"_t), Tone::muted));
  course_note(view, screen);
  for (Node& hazard : found_hazards(view, "")) screen.main.push_back(std::move(hazard));
  if (const auto open = open_facts(view); !open.empty()) {
    Node ask = row("path.everyday", words.text("path.everyday"_t, {{"count", static_cast<std::int64_t>(open.size())}}),
                   words.text("path.everyday.why"_t), "unknown");
    ask.children.push_back(button("path.everyday.open", words.text("question.answer"_t), GoTo{ScreenId::situation}));
    screen.main.push_back(card("path.questions", {std::move(ask)}, words.text("path.everyday.name"_t)));
  }
  std::vector<Node> sections;
  for (std::size_t i = 0; i < view.assets.path.sections.size(); ++i) sections.push_back(section_row(view, i));
  screen.main.push_back(card("path.sections", std::move(sections), screen.title));
  course_choice(view, screen);
  screen.aside.push_back(heading("aside.stop", words.text("path.stop.title"_t), 2));
  screen.aside.push_back(paragraph("aside.stop.text", words.text("path.stop.text"_t)));
  screen.aside.push_back(heading("aside.doors", words.text("path.doors.title"_t), 2));
  screen.aside.push_back(paragraph("aside.doors.text", words.text("path.doors.text"_t)));
}

Node task_row(const ViewContext& view, const std::string& task, std::string detail, const Fit* fit) {
  const TaskState state = state_of(view.plan, task);
  Node out = row("task." + task, task_title(view, task), std::move(detail), mark_of(state));
  if (state != TaskState::not_started) out.value = state_in_words(view, state);
  if (fit)
    if (const std::string maybe = fit_in_words(view, *fit); !maybe.empty())
      out.children.push_back(paragraph(out.id + ".maybe", maybe, Tone::caption));
  if (const TaskEntry* entry = find_entry(view.plan, task); entry && !entry->note.empty()) {
    out.children.push_back(paragraph(out.id + ".note", entry->note, Tone::body));
    out.children.back().preview = true;
  }
  out.action = OpenItem{ScreenId::path, task};
  return out;
}

std::string task_remark(const ViewContext& view, const PathTask& task) {
  return view.words.text(
      "task.remark"_t,
      {{"who", view.words.text(task.who)},
       {"lead", lead_in_words(view, task.lead)},
       {"undo", view.words.text("path.undo." +
                                std::string(reversibility_names[static_cast<std::size_t>(task.reversibility)]))}});
}

void section_view(const ViewContext& view, std::size_t index, Screen& screen) {
  const Catalogue& words = view.words;
  const PathGuide& guide = view.assets.path;
  const PathSection& section = guide.sections[index];
  screen.title = words.text(section.text);
  screen.main.push_back(paragraph("path.stage",
                                  section.stage ? words.text("path.stage"_t, {{"number", std::int64_t{section.stage}}})
                                                : words.text("path.title"_t),
                                  Tone::muted));
  screen.main.push_back(heading("title", screen.title, 1));
  screen.main.push_back(paragraph("path.about", words.text(section.text + ".about")));
  std::vector<Node> rows, others, warnings;
  std::vector<std::size_t> shown;
  for (std::size_t t = 0; t < guide.tasks.size(); ++t) {
    const PathTask& task = guide.tasks[t];
    if (task.section != index) continue;
    const Fit& fit = view.derived.path->fitting.tasks[t];
    (fit.truth == Truth::no ? others : rows).push_back(task_row(view, task.id, task_remark(view, task), &fit));
    for (Node& found : found_hazards(view, task.id))
      if (std::none_of(warnings.begin(), warnings.end(), [&](const Node& n) { return n.id == found.id; }))
        warnings.push_back(std::move(found));
  }
  for (const OwnTask& own : view.plan.own_tasks)
    if (own.section == section.id)
      rows.push_back(task_row(view, name_of_own_task(own.id), words.text("task.own"_t), nullptr));
  for (Node& warning : warnings) screen.main.push_back(std::move(warning));
  if (rows.empty())
    screen.main.push_back(paragraph("path.nothing", words.text("path.nothing"_t), Tone::muted));
  else
    screen.main.push_back(card("path.tasks", std::move(rows), screen.title));
  screen.main.push_back(button("path.add", words.text("task.add"_t), AddEntry{EntryList::own_task, section.id}));
  if (!others.empty()) {
    const std::string how_many = words.text("path.others"_t, {{"count", static_cast<std::int64_t>(others.size())}});
    Node more = disclosure(view, "path.others", how_many, std::move(others));
    more.detail = words.text("path.others.why"_t);
    screen.main.push_back(std::move(more));
  }
  if (is_here(view, section))
    screen.main.push_back(
        button("path.leave_here", words.text("path.not_here"_t), SetValue{"stage", ""}, Emphasis::quiet));
  else
    screen.main.push_back(
        button("path.set_here", words.text("path.set_here"_t), SetValue{"stage", section.id}, Emphasis::quiet));
  const auto neighbour = [&](std::size_t at) { return OpenItem{ScreenId::path, guide.sections[at].id}; };
  screen.footer.push_back(
      button("footer.back", words.text("footer.back"_t), index ? neighbour(index - 1) : OpenItem{ScreenId::path, ""}));
  screen.footer.push_back(
      button("footer.overview", words.text("path.all"_t), OpenItem{ScreenId::path, ""}, Emphasis::quiet));
  const bool last = index + 1 == guide.sections.size();
  screen.footer.push_back(button("footer.next", words.text("footer.next"_t),
                                 last ? OpenItem{ScreenId::path, ""} : neighbour(index + 1), Emphasis::primary));
}

}  // namespace

void path_screen(const ViewContext& view, Screen& screen) {
  const PathGuide& guide = view.assets.path;
  const std::string& item = view.session.item;
  for (std::size_t i = 0; i < guide.sections.size(); ++i)
    if (guide.sections[i].id == item) return section_view(view, i, screen);
  if (place_of(view, item)) return task_view(view, item, screen);
  board(view, screen);
}

}  // namespace vagval
