// The days that follow from the law and from what a person wrote, for the calendar screen and the calendar file.
#pragma once

#include <iterator>
#include <string>
#include <vector>

#include "words/build.h"

namespace vagval {

/// The facts with the dates of the milestones, in the order of milestone_names.
inline constexpr Fact milestone_facts[] = {Fact::application_date, Fact::decision_date, Fact::departure_date,
                                           Fact::arrival_date};
static_assert(std::size(milestone_facts) == milestone_count);

struct PlanDay {
  Period when;
  std::string what, about;
  std::vector<std::string> sources;
  std::string key;  ///< see CalendarEntry
};

/// The days in order of time. Call derive for the calendar first: the function reads the view's path.
std::vector<PlanDay> plan_days(const ViewContext& view);

}  // namespace vagval
