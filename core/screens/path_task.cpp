// One task by itself: what there is to do, when, with whom, what it hangs on, and the person's own words about it.
#include <algorithm>

#include "screens/path_parts.h"
#include "state/questions.h"
#include "words/path_words.h"

namespace vagval {

namespace {

std::string document_title(const ViewContext& view, const std::string& id) {
  for (const DocumentKind& kind : view.assets.path.documents)
    if (kind.id == id) return view.words.text(kind.text);
  return id;
}

template <class Name>
std::string joined(const std::vector<std::string>& ids, Name&& name) {
  std::string out;
  for (const std::string& id : ids) out += (out.empty() ? "" : ", ") + name(id);
  return out;
}

Node fact_row(const ViewContext& view, const std::string& id, TextKey what, std::string text) {
  return row("about." + id, view.words.text(what), std::move(text));
}

void when_rows(const ViewContext& view, const std::string& id, std::vector<Node>& rows) {
  const TaskTime& time = view.derived.path->schedule.tasks[*place_of(view, id)];
  const PathTask* task = find_task(view.assets.path, id);
  if (time.deadline) {
    Node due = fact_row(view, "deadline", task->latest->statutory ? "task.deadline.law"_t : "task.deadline"_t,
                        moment_in_words(view, *time.deadline));
    due.children = source_chips(view, due.id, task->latest->sources);
    rows.push_back(std::move(due));
  }
  if (time.settled) return;
  Node earliest = fact_row(view, "earliest", "task.earliest"_t, moment_in_words(view, time.earliest));
  if (task && task->earliest) earliest.children = source_chips(view, earliest.id, task->earliest->sources);
  rows.push_back(std::move(earliest));
  if (time.latest) rows.push_back(fact_row(view, "latest", "task.latest"_t, latest_in_words(view, time)));
}

void about_task(const ViewContext& view, const PathTask& task, Screen& screen) {
  const Catalogue& words = view.words;
  std::vector<Node> rows{fact_row(view, "who", "task.who"_t, words.text(task.who)),
                         fact_row(view, "lead", "task.lead"_t, lead_in_words(view, task.lead))};
  rows.back().children = source_chips(view, "about.lead", task.lead.sources);
  when_rows(view, task.id, rows);
  Node undo = fact_row(
      view, "undo", "task.undo"_t,
      words.text("path.undo." + std::string(reversibility_names[static_cast<std::size_t>(task.reversibility)])));
  rows.push_back(std::move(undo));
  const auto document = [&](const std::string& id) { return document_title(view, id); };
  const auto title = [&](const std::string& id) {
    const bool settled = is_settled(state_of(view.plan, id));
    return task_title(view, id) + (settled ? " (" + state_in_words(view, state_of(view.plan, id)) + ")" : "");
  };
  if (!task.after.empty()) rows.push_back(fact_row(view, "after", "task.after"_t, joined(task.after, title)));
  if (!task.needs.empty()) rows.push_back(fact_row(view, "needs", "task.needs"_t, joined(task.needs, document)));
  if (!task.gives.empty()) rows.push_back(fact_row(view, "gives", "task.gives"_t, joined(task.gives, document)));
  if (!task.costs.empty()) {
    Node costs = fact_row(view, "costs", "task.costs"_t, joined(task.costs, [&](const std::string& id) {
                            return words.text(find_cost(view.assets.path, id)->text);
                          }));
    costs.children.push_back(button("about.costs.open", words.text("task.costs.open"_t), GoTo{ScreenId::money}));
    rows.push_back(std::move(costs));
  }
  if (!task.sources.empty()) {
    Node sources = fact_row(view, "sources", "task.sources"_t, "");
    sources.children = source_chips(view, "about.sources", task.sources);
    rows.push_back(std::move(sources));
  }
  screen.main.push_back(card("task.about", std::move(rows), words.text("task.about"_t)));
}

void talk_sheets(const ViewContext& view, const std::string& task, Screen& screen) {
  std::vector<Node> sheets;
  for (const TalkSheet& sheet : view.assets.path.talks) {
    if (sheet.task != task) continue;
    std::vector<std::string> items;
    for (const std::string& item : sheet.items) items.push_back(view.words.text(item));
    const std::string id = "talk." + sheet.id;
    sheets.push_back(disclosure(view, id, view.words.text(sheet.text), {list(id + ".items", std::move(items))}));
  }
  if (sheets.empty()) return;
  screen.main.push_back(heading("talk", view.words.text("talk"_t), 2));
  screen.main.push_back(paragraph("talk.about", view.words.text("talk.about"_t), Tone::muted));
  screen.main.push_back(card("talk.sheets", std::move(sheets), view.words.text("talk"_t)));
}

// What an own task waits for: other tasks of its section and other own ones.
Node waits_for(const ViewContext& view, const OwnTask& own) {
  std::vector<Node> children;
  const auto add = [&](const std::string& id) {
    const std::string name = name_of_own_task(own.id) + ".after." + id;
    const bool waits = !plan_value(view.plan, name).empty();
    Node one = button("after." + id, task_title(view, id), SetValue{name, waits ? "" : "yes"}, Emphasis::quiet);
    one.selected = waits;
    one.mark = waits ? "done" : "open";
    children.push_back(std::move(one));
  };
  for (const PathTask& task : view.assets.path.tasks)
    if (view.assets.path.sections[task.section].id == own.section) add(task.id);
  for (const OwnTask& other : view.plan.own_tasks)
    if (other.id != own.id && other.section == own.section) add(name_of_own_task(other.id));
  Node out = disclosure(view, "task.waits", view.words.text("task.waits"_t), std::move(children));
  for (const std::string& id : own.after) out.detail += (out.detail.empty() ? "" : ", ") + task_title(view, id);
  if (out.detail.empty()) out.detail = view.words.text("task.waits.none"_t);
  return out;
}

void about_own(const ViewContext& view, const OwnTask& own, Screen& screen) {
  const Catalogue& words = view.words;
  const std::string name = name_of_own_task(own.id);
  screen.main.push_back(value_field(view, name + ".text", words.text("task.text"_t), "", Input::text));
  screen.main.push_back(
      value_field(view, name + ".days", words.text("task.days"_t), words.text("task.days.help"_t), Input::amount));
  const auto& circle = view.derived.path->schedule.circle;
  if (std::find(circle.begin(), circle.end(), name) != circle.end())
    screen.main.push_back(note("task.circle", Tone::hazard, words.text("calendar.circle"_t),
                               joined(circle, [&](const std::string& id) { return task_title(view, id); })));
  std::vector<Node> rows;
  when_rows(view, name, rows);
  if (!rows.empty()) screen.main.push_back(card("task.about", std::move(rows), words.text("task.about"_t)));
  screen.main.push_back(waits_for(view, own));
}

void depends_on(const ViewContext& view, const PathTask& task, Screen& screen) {
  const Fit& fit = view.derived.path->fitting.tasks[static_cast<std::size_t>(&task - view.assets.path.tasks.data())];
  if (fit.truth == Truth::yes) return;
  Node out = note("task.fit", Tone::info, view.words.text(fit.truth == Truth::no ? "fit.no"_t : "fit.maybe"_t),
                  fit.truth == Truth::no ? view.words.text("fit.no.why"_t) : fit_in_words(view, fit));
  for (const Fact fact : fit.depends_on)
    if (const std::string question = question_of(view, fact); !question.empty())
      out.children.push_back(
          button("task.fit." + slug_of(fact),
                 view.words.text("fit.answer"_t, {{"fact", view.words.text("q." + slug_of(fact) + ".short")}}),
                 OpenQuestion{question}, Emphasis::quiet));
  screen.main.push_back(std::move(out));
}

// The neighbours in the same section, for going on to the next thing.
void task_footer(const ViewContext& view, const std::string& task, const std::string& section, Screen& screen) {
  std::vector<std::string> ids;
  for (std::size_t t = 0; t < view.assets.path.tasks.size(); ++t) {
    const PathTask& other = view.assets.path.tasks[t];
    if (view.assets.path.sections[other.section].id == section &&
        (view.derived.path->concerned[t] != Truth::no || other.id == task))
      ids.push_back(other.id);
  }
  for (const OwnTask& own : view.plan.own_tasks)
    if (own.section == section) ids.push_back(name_of_own_task(own.id));
  const auto here = static_cast<std::size_t>(std::find(ids.begin(), ids.end(), task) - ids.begin());
  const auto open = [](std::string item) { return OpenItem{ScreenId::path, std::move(item)}; };
  screen.footer.push_back(
      button("footer.back", view.words.text("footer.back"_t), open(here > 0 ? ids[here - 1] : section)));
  screen.footer.push_back(button("footer.overview", view.words.text("task.section"_t), open(section), Emphasis::quiet));
  screen.footer.push_back(button("footer.next", view.words.text("footer.next"_t),
                                 open(here + 1 < ids.size() ? ids[here + 1] : section), Emphasis::primary));
}

}  // namespace

void task_view(const ViewContext& view, const std::string& id, Screen& screen) {
  const Catalogue& words = view.words;
  const PathTask* task = find_task(view.assets.path, id);
  const OwnTask* own = task ? nullptr : find_own_task(view.plan, own_task_of(id).value_or(""));
  const std::string section = task ? view.assets.path.sections[task->section].id : own->section;
  screen.title = task_title(view, id);
  const PathSection* part = find_section(view.assets.path, section);
  screen.main.push_back(paragraph("task.section", part ? words.text(part->text) : section, Tone::muted));
  screen.main.push_back(heading("title", screen.title, 1));
  if (task) screen.main.push_back(paragraph("task.do", words.text(task->text + ".do")));
  if (task) depends_on(view, *task, screen);
  for (Node& found : found_hazards(view, id)) screen.main.push_back(std::move(found));
  if (task)
    for (const PathHazard* hazard : hazards_about(view.assets.path, id)) {
      const bool found =
          std::any_of(view.derived.path->hazards.begin(), view.derived.path->hazards.end(), [&](const Hazard& h) {
            return h.kind != HazardKind::deadline_passed && &view.assets.path.hazards[h.hazard] == hazard &&
                   std::find(h.tasks.begin(), h.tasks.end(), id) != h.tasks.end();
          });
      const auto index = static_cast<std::size_t>(hazard - view.assets.path.hazards.data());
      if (!found && view.derived.path->fitting.orders[index].truth != Truth::no)
        screen.main.push_back(hazard_note(view, "before." + hazard->id, words.text("hazard.before"_t), *hazard));
    }
  std::vector<ValueOption> states;
  for (const std::string_view state : task_state_names)
    states.push_back({state == "not_started" ? "" : std::string(state), words.text("state." + std::string(state))});
  screen.main.push_back(value_choice(view, "task." + id + ".state", words.text("task.state"_t), states, "not_started"));
  if (own) about_own(view, *own, screen);
  if (task) talk_sheets(view, id, screen);
  if (task) about_task(view, *task, screen);
  screen.main.push_back(
      value_field(view, "task." + id + ".on", words.text("task.on"_t), words.text("task.on.help"_t), Input::date));
  screen.main.push_back(value_field(view, "task." + id + ".note", words.text("task.note"_t),
                                    words.text("task.note.help"_t), Input::note));
  if (own)
    screen.main.push_back(
        button("task.remove", words.text("task.remove"_t), RemoveEntry{EntryList::own_task, own->id}, Emphasis::quiet));
  task_footer(view, id, section, screen);
}

}  // namespace vagval
