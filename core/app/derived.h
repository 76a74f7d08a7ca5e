// What follows from the plan and the day: computed when they change, never stored in a file.
#pragma once

#include <optional>
#include <vector>

#include "app/assets.h"
#include "facts/check.h"
#include "rules/assess.h"

namespace vagval {

struct Derived {
  std::vector<Error> faults;
  std::vector<Oddity> oddities;
  std::optional<Assessment> assessment;  ///< absent while there are faults or nobody in the household
};

/// The assessment tries every other answer to say what would change the result, so it is made only where it is shown.
enum class Assess : std::uint8_t { no, yes };

inline Derived derive(const Assets& assets, const Plan& plan, Date today, Assess wanted) {
  Derived out{faults(plan.household, plan.situation, today), oddities(plan.household, plan.situation, today),
              std::nullopt};
  if (wanted == Assess::yes && out.faults.empty() && !plan.household.persons.empty())
    out.assessment = assess(assets.pack, plan.household, plan.situation, today);
  return out;
}

}  // namespace vagval
