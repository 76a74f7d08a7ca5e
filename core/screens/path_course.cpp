// Stopping, pausing and deciding to stay are whole answers, each with its own next steps and a quiet summary.
#include <algorithm>

#include "screens/path_parts.h"
#include "words/path_words.h"

namespace vagval {

namespace {

// Done tasks that cannot be undone, or only at a cost: useful for a person who stays.
std::vector<std::string> done_and_binding(const ViewContext& view) {
  std::vector<std::string> out;
  for (const PathTask& task : view.assets.path.tasks)
    if (task.reversibility != Reversibility::freely && state_of(view.plan, task.id) == TaskState::done)
      out.push_back(view.words.text(task.text));
  return out;
}

}  // namespace

void course_note(const ViewContext& view, Screen& screen) {
  const Course course = view.plan.course.value_or(Course::active);
  if (course == Course::active) return;
  const Catalogue& words = view.words;
  const std::string name(course_names[static_cast<std::size_t>(course)]);
  std::vector<Node> children{heading("course.title", words.text("course." + name + ".title"), 2),
                             paragraph("course.text", words.text("course." + name + ".text"))};
  const auto done = std::count_if(view.plan.tasks.begin(), view.plan.tasks.end(),
                                  [](const TaskEntry& e) { return e.state == TaskState::done; });
  children.push_back(
      paragraph("course.summary",
                words.text("course.summary"_t, {{"done", static_cast<std::int64_t>(done)},
                                                {"notes", static_cast<std::int64_t>(view.plan.journal.size())}})));
  children.push_back(heading("course.next", words.text("course.next"_t), 3));
  std::vector<std::string> steps{words.text("course." + name + ".1"), words.text("course." + name + ".2"),
                                 words.text("course." + name + ".3")};
  children.push_back(list("course.steps", std::move(steps)));
  if (std::vector<std::string> binding = done_and_binding(view); !binding.empty()) {
    children.push_back(heading("course.binding", words.text("course.binding"_t), 3));
    children.push_back(list("course.binding.list", std::move(binding)));
  }
  Node sources = row("course.sources", "");
  sources.children = source_chips(view, "course", cited_for(view.assets.pack, CitedFor::course));
  children.push_back(std::move(sources));
  children.push_back(button("course.go_on", words.text("course.go_on"_t), SetValue{"course", ""}));
  screen.main.push_back(card("course", std::move(children), words.text("course." + name + ".title")));
}

void course_choice(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  std::vector<ValueOption> options{{"", words.text("course.active"_t)},
                                   {"paused", words.text("course.paused"_t)},
                                   {"stopped", words.text("course.stopped"_t)},
                                   {"staying", words.text("course.staying"_t)}};
  screen.main.push_back(heading("course.choose", words.text("course.choose"_t), 2));
  screen.main.push_back(paragraph("course.choose.about", words.text("course.choose.about"_t), Tone::muted));
  screen.main.push_back(value_choice(view, "course", words.text("course.choose"_t), options, "active"));
}

}  // namespace vagval
