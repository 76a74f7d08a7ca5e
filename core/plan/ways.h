// The four ways beside each other: the household and situation as they would be on each of them.
#pragma once

#include "plan/plan.h"

namespace vagval {

struct WayFacts {
  Household household;
  Situation situation;
};

/// The plan's own answers with what the way itself means (nobody goes; the country of origin; another country) and what
/// the person wrote for it.
WayFacts facts_of_way(const Plan& plan, Way way);

}  // namespace vagval
