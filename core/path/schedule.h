// The earliest and the latest day of every task, calculated from the order of tasks and the known days.
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

/// The times of one task. The earliest start assumes that earlier tasks take their usual time; the latest start assumes
/// that all tasks take their shortest time.
struct TaskTime {
  Moment earliest;
  std::optional<Moment> latest;    ///< absent: no later task or deadline sets a limit
  std::optional<Moment> deadline;  ///< of a task with a deadline of its own: the day it has to be done
  bool settled = false;            ///< done, not for me, or decided not to: no task waits for it
  friend bool operator==(const TaskTime&, const TaskTime&) = default;
};

struct Schedule {
  std::vector<TaskTime> tasks;  ///< the guide's tasks, then the own ones
  /// The days that are known exactly. A milestone of which only a month or a year is known has no day here, and tasks
  /// count their days from it, as if nothing were known: no day is invented.
  std::array<std::optional<Date>, milestone_count> milestones;
  std::vector<std::string> circle;  ///< tasks that wait for each other; they have no days
};

/// The input of a schedule. `concerned` has one truth for each task of the guide; no task waits for one that does not
/// concern the household.
struct ScheduleInput {
  const PathGuide& guide;
  const std::vector<OwnTask>& own;
  const std::vector<TaskEntry>& entries;
  const Situation& situation;
  const std::vector<Truth>& concerned;
  Date today;
};

/// Takes time proportional to the number of tasks and dependencies.
Schedule schedule(const ScheduleInput& input);

/// Returns the ids of the tasks that wait for each other in a circle; empty when there is no circle.
std::vector<std::string> waiting_in_a_circle(const PathGuide& guide, const std::vector<OwnTask>& own);

/// The day a deadline falls on, once its milestone has a date.
Date day_of(const Deadline& deadline, Date milestone);

}  // namespace vagval
