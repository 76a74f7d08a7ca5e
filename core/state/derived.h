// What follows from the plan and the day: computed when they change, never stored in a file.
#pragma once

#include <optional>
#include <vector>

#include "facts/check.h"
#include "path/hazards.h"
#include "rules/assess.h"
#include "state/assets.h"
#include "state/screens.h"

namespace vagval {

/// The path for this household on this day.
struct PathToday {
  Fitting fitting;
  std::vector<Truth> concerned;  ///< of each task of the guide: whether it concerns the household
  Schedule schedule;
  std::vector<Hazard> hazards;
};

struct Derived {
  std::vector<Error> faults;
  std::vector<Oddity> oddities;
  std::optional<Assessment> assessment;  ///< absent while there are faults or nobody in the household, or not wanted
  std::optional<PathToday> path;         ///< absent while not wanted
};

PathToday path_today(const Assets& assets, const Plan& plan, Date today);

/// Only the results that are needed; see row_of for those of a screen.
Derived derive(const Assets& assets, const Plan& plan, Date today, Needs needs);

}  // namespace vagval
