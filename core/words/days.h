// The days that follow from the law and from what a person wrote, for the calendar screen and the calendar file.
#pragma once

#include <iterator>
#include <string>
#include <vector>

#include "words/build.h"

namespace vagval {

/// The facts that say when the milestones are, in the order of milestone_names.
inline constexpr Fact milestone_facts[] = {Fact::application_date, Fact::decision_date, Fact::departure_date,
                                           Fact::arrival_date};
static_assert(std::size(milestone_facts) == milestone_count);

struct PlanDay {
  Date day;
  std::string what, about;
  std::vector<std::string> sources;
  bool only_year = false;  ///< the day itself is not known
  std::string key;         ///< see CalendarEntry
};

/// In order of time. The view's path has to be worked out (derive for the calendar).
std::vector<PlanDay> plan_days(const ViewContext& view);

}  // namespace vagval
