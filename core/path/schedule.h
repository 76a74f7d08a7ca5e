// When: the earliest and the latest day of every task, from what waits for what and from the days that are known.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "foundation/truth.h"
#include "path/path_guide.h"
#include "path/task.h"

namespace vagval {

/// A civil date or, while the milestone it hangs on has no date, days counted from that milestone.
struct Moment {
  std::optional<Milestone> from;  ///< absent: `days` counts from 1970-01-01, as Date does
  int days = 0;
  std::optional<Date> date() const { return from ? std::nullopt : std::optional(Date{days}); }
  friend bool operator==(const Moment&, const Moment&) = default;
};

/// When a task can begin at the earliest, if what comes before takes its usual time, and when it has to begin at the
/// latest, if everything takes the least.
struct TaskTime {
  Moment earliest;
  std::optional<Moment> latest;    ///< absent: nothing presses
  std::optional<Moment> deadline;  ///< of a task with a day of its own: when it has to be done
  bool settled = false;            ///< done, not for me, decided not to: nothing waits for it
  friend bool operator==(const TaskTime&, const TaskTime&) = default;
};

struct Schedule {
  std::vector<TaskTime> tasks;  ///< of the guide, then the own ones
  std::array<std::optional<Date>, milestone_count> milestones;
  std::vector<std::string> circle;  ///< tasks that wait for each other; they have no days of their own
};

/// What is scheduled. `concerned` has one truth for each task of the guide: what does not concern is not waited for.
struct ScheduleInput {
  const PathGuide& guide;
  const std::vector<OwnTask>& own;
  const std::vector<TaskEntry>& entries;
  const Situation& situation;
  const std::vector<Truth>& concerned;
  Date today;
};

/// Time grows with tasks and dependencies together.
Schedule schedule(const ScheduleInput& input);

/// The tasks that wait for each other in a circle, by id; empty when there are none.
std::vector<std::string> waiting_in_a_circle(const PathGuide& guide, const std::vector<OwnTask>& own);

/// The day a deadline falls on, once its milestone has a date.
Date day_of(const Deadline& deadline, Date milestone);

}  // namespace vagval
