// The days that follow from the law and from what a person wrote, for the calendar screen and the calendar file.
#pragma once

#include <string>
#include <vector>

#include "app/build.h"

namespace vagval {

struct PlanDay {
  Date day;
  std::string what, about;
  std::vector<std::string> sources;
  bool only_year = false;  ///< the day itself is not known
};

/// In order of time. The view's path has to be worked out (derive for the calendar).
std::vector<PlanDay> plan_days(const ViewContext& view);

}  // namespace vagval
