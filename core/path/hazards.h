// Orders of steps, and answers, that can close a door. The program points them out with the reason and blocks none of
// them.
#pragma once

#include <string>
#include <vector>

#include "path/fitting.h"
#include "path/schedule.h"

namespace vagval {

enum class HazardKind : std::uint8_t {
  order,           ///< a step is done, begun or dated before the one that should come first
  fact,            ///< an answer that closes a door
  deadline_passed  ///< a day of the law has passed and the task is not settled
};

struct Hazard {
  HazardKind kind{};
  std::uint16_t hazard = 0;  ///< index into PathGuide::hazards; not of a passed deadline
  std::vector<std::string>
      tasks;  ///< the tasks concerned; of an order the step that is too early, then the steps that should come first
  bool maybe = false;       ///< whether the hazard concerns the household depends on a missing answer
  std::optional<Date> day;  ///< of a passed deadline
  friend bool operator==(const Hazard&, const Hazard&) = default;
};

/// The hazards of a plan, in the order of the guide; passed deadlines after them. \param today  the day the plan is
/// looked at.
std::vector<Hazard> hazards(const ScheduleInput& input, const Fitting& fitting, const Schedule& schedule);

/// The hazards of the guide that name this task, in any plan, to read before doing it.
std::vector<const PathHazard*> hazards_about(const PathGuide& guide, const std::string& task);

}  // namespace vagval
