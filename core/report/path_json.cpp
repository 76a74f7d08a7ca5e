#include "report/path_json.h"

#include <array>

#include "foundation/utf8.h"
#include "report/json_values.h"

namespace vagval {

namespace {

constexpr std::array truths = {"no", "unknown", "yes"};
constexpr std::array hazard_kinds = {"order", "fact", "deadline_passed"};

Json words_list(const std::vector<std::string>& list) {
  JsonArray out;
  for (const std::string& one : list) out.push_back(text(one));
  return {std::move(out)};
}
Json said(const Catalogue& words, std::string_view key) { return text(without_isolates(words.text(key))); }
Json moment_json(const Moment& moment) {
  if (const auto date = moment.date()) return {JsonObject{{"date", text(to_iso(*date))}}};
  return {JsonObject{{"from", text(std::string(milestone_names[static_cast<std::size_t>(*moment.from)]))},
                     {"days", number(moment.days)}}};
}

void add_written(const Plan& plan, const std::string& id, const TaskTime& time, JsonObject& out) {
  const TaskEntry* entry = find_entry(plan, id);
  const TaskState state = entry ? entry->state.value_or(TaskState::not_started) : TaskState::not_started;
  out.emplace_back("state", text(std::string(task_state_names[static_cast<std::size_t>(state)])));
  if (entry && entry->on) out.emplace_back("on", text(to_iso(*entry->on)));
  if (entry && !entry->note.empty()) out.emplace_back("note", text(entry->note));
  if (time.settled) return;
  out.emplace_back("earliest", moment_json(time.earliest));
  if (time.latest) out.emplace_back("latest", moment_json(*time.latest));
  if (time.deadline) out.emplace_back("deadline", moment_json(*time.deadline));
}

Json guide_task(const Catalogue& words, const Plan& plan, const PathTask& task, const Fit& fit, const TaskTime& time) {
  JsonObject out{{"id", text(task.id)}, {"title", said(words, task.text)}};
  out.emplace_back("do", said(words, task.text + ".do"));
  out.emplace_back("concerns", text(truths[static_cast<std::size_t>(fit.truth)]));
  JsonArray facts;
  for (const Fact fact : fit.depends_on) facts.push_back(text(std::string(info(fact).name)));
  if (!facts.empty()) out.emplace_back("depends_on", Json{std::move(facts)});
  out.emplace_back("who", said(words, task.who));
  out.emplace_back("undo", text(std::string(reversibility_names[static_cast<std::size_t>(task.reversibility)])));
  out.emplace_back("days", Json{JsonObject{{"least", number(task.lead.least)},
                                           {"usual", number(task.lead.usual)},
                                           {"estimate", Json{task.lead.sources.empty()}}}});
  add_written(plan, task.id, time, out);
  if (!task.after.empty()) out.emplace_back("after", words_list(task.after));
  if (!task.needs.empty()) out.emplace_back("needs", words_list(task.needs));
  if (!task.gives.empty()) out.emplace_back("gives", words_list(task.gives));
  if (!task.costs.empty()) out.emplace_back("costs", words_list(task.costs));
  if (!task.sources.empty()) out.emplace_back("sources", words_list(task.sources));
  return {std::move(out)};
}

Json own_task(const Plan& plan, const OwnTask& task, const TaskTime& time) {
  const std::string id = name_of_own_task(task.id);
  JsonObject out{{"id", text(id)}, {"title", text(task.text)}, {"own", Json{true}}};
  add_written(plan, id, time, out);
  if (!task.after.empty()) out.emplace_back("after", words_list(task.after));
  return {std::move(out)};
}

Json hazard_json(const Assets& assets, const Catalogue& words, const Hazard& hazard) {
  JsonObject out{{"kind", text(hazard_kinds[static_cast<std::size_t>(hazard.kind)])}};
  if (hazard.kind != HazardKind::deadline_passed) {
    const PathHazard& rule = assets.path.hazards[hazard.hazard];
    out.emplace_back("id", text(rule.id));
    out.emplace_back("text", said(words, rule.text));
    out.emplace_back("sources", words_list(rule.sources));
  }
  out.emplace_back("tasks", words_list(hazard.tasks));
  if (hazard.maybe) out.emplace_back("maybe", Json{true});
  if (hazard.day) out.emplace_back("day", text(to_iso(*hazard.day)));
  return {std::move(out)};
}

}  // namespace

Json path_to_json(const Assets& assets, const Catalogue& words, const Plan& plan, const PathToday& path, Date today) {
  const PathGuide& guide = assets.path;
  JsonArray sections, found;
  for (std::size_t s = 0; s < guide.sections.size(); ++s) {
    const PathSection& section = guide.sections[s];
    JsonArray tasks;
    for (std::size_t t = 0; t < guide.tasks.size(); ++t)
      if (guide.tasks[t].section == s)
        tasks.push_back(guide_task(words, plan, guide.tasks[t], path.fitting.tasks[t], path.schedule.tasks[t]));
    for (std::size_t t = 0; t < plan.own_tasks.size(); ++t)
      if (plan.own_tasks[t].section == section.id)
        tasks.push_back(own_task(plan, plan.own_tasks[t], path.schedule.tasks[guide.tasks.size() + t]));
    sections.push_back({JsonObject{{"id", text(section.id)},
                                   {"stage", number(section.stage)},
                                   {"title", said(words, section.text)},
                                   {"tasks", Json{std::move(tasks)}}}});
  }
  for (const Hazard& hazard : path.hazards) found.push_back(hazard_json(assets, words, hazard));
  JsonObject out{{"today", text(to_iso(today))}};
  out.emplace_back("course",
                   text(std::string(course_names[static_cast<std::size_t>(plan.course.value_or(Course::active))])));
  if (!plan.stage.empty()) out.emplace_back("stage", text(plan.stage));
  out.emplace_back("hazards", Json{std::move(found)});
  if (!path.schedule.circle.empty()) out.emplace_back("waiting_in_a_circle", words_list(path.schedule.circle));
  out.emplace_back("sections", Json{std::move(sections)});
  return {std::move(out)};
}

}  // namespace vagval
