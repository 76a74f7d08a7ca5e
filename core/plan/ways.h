// The four ways beside each other: the household and its situation on each of them.
#pragma once

#include "plan/plan.h"

namespace vagval {

struct WayFacts {
  Household household;
  Situation situation;
};

/// The plan's answers, changed by the meaning of the way (no person goes; the country of origin; another country) and
/// by the person's entries for it.
WayFacts facts_of_way(const Plan& plan, Way way);

}  // namespace vagval
