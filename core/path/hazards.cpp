#include "path/hazards.h"

#include <algorithm>

namespace vagval {

namespace {

// The state of a step, for deciding which of two steps comes first.
struct Step {
  bool begun = false, done = false, off = false;  // off: not for me, or decided not to
  std::optional<Date> on;
};

const TaskEntry* entry_of(const ScheduleInput& input, const std::string& id) {
  for (const TaskEntry& entry : input.entries)
    if (entry.task == id) return &entry;
  return nullptr;
}

Step step_of(const ScheduleInput& input, const Schedule& schedule, const std::string& id) {
  if (const std::optional<Milestone> milestone = find_milestone(id)) {
    const auto& date = schedule.milestones[static_cast<std::size_t>(*milestone)];
    const bool past = date && *date <= input.today;
    return {.begun = past, .done = past, .on = date};
  }
  const TaskEntry* entry = entry_of(input, id);
  if (!entry) return {};
  Step out{.on = entry->on};
  if (!entry->state) return out;
  switch (*entry->state) {
    case TaskState::done:
      out.begun = out.done = true;
      // A step without a day of its own was done on the day on which the person marked it.
      if (!out.on) out.on = entry->since;
      break;
    case TaskState::in_progress:
    case TaskState::waiting:
      out.begun = true;
      break;
    case TaskState::not_for_me:
    case TaskState::decided_not:
      out.off = true;
      break;
    case TaskState::not_started:
    case TaskState::cannot_yet:
      break;
  }
  return out;
}

// Whether `then` comes before `first`, or has come before it.
bool comes_too_early(const Step& then, const Step& first) {
  if (then.off || (!then.begun && !then.on)) return false;  // not begun and not dated
  if (first.done) return then.done && then.on && first.on && *then.on < *first.on;
  if (then.begun) return true;
  return !first.on || *then.on < *first.on;
}

}  // namespace

std::vector<Hazard> hazards(const ScheduleInput& input, const Fitting& fitting, const Schedule& schedule) {
  std::vector<Hazard> out;
  for (std::size_t h = 0; h < input.guide.hazards.size(); ++h) {
    const PathHazard& rule = input.guide.hazards[h];
    const auto index = static_cast<std::uint16_t>(h);
    const Truth concerns = fitting.orders[h].truth;
    if (concerns == Truth::no) continue;
    if (rule.when != no_expr) {
      if (fitting.facts[h].truth == Truth::yes)
        out.push_back({HazardKind::fact, index, rule.tasks, concerns == Truth::unknown, std::nullopt});
      continue;
    }
    for (const std::string& then : rule.then)
      for (const std::string& first : rule.first)
        if (comes_too_early(step_of(input, schedule, then), step_of(input, schedule, first)))
          out.push_back({HazardKind::order, index, {then, first}, concerns == Truth::unknown, std::nullopt});
  }
  for (std::size_t t = 0; t < input.guide.tasks.size(); ++t) {
    const PathTask& task = input.guide.tasks[t];
    const TaskTime& time = schedule.tasks[t];
    if (!task.latest || !task.latest->statutory || time.settled || !time.deadline) continue;
    const std::optional<Date> day = time.deadline->date();
    if (day && *day < input.today)
      out.push_back({HazardKind::deadline_passed, 0, {task.id}, input.concerned[t] == Truth::unknown, day});
  }
  return out;
}

std::vector<const PathHazard*> hazards_about(const PathGuide& guide, const std::string& task) {
  std::vector<const PathHazard*> out;
  for (const PathHazard& hazard : guide.hazards)
    for (const auto* ids : {&hazard.then, &hazard.tasks})
      if (std::find(ids->begin(), ids->end(), task) != ids->end()) {
        out.push_back(&hazard);
        break;
      }
  return out;
}

}  // namespace vagval
