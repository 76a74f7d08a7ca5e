#include "state/derived.h"

namespace vagval {

PathToday path_today(const Assets& assets, const Plan& plan, Date today) {
  PathToday out;
  out.fitting = fit(assets.path, assets.pack, plan.household, plan.situation, today);
  for (const Fit& task : out.fitting.tasks) out.concerned.push_back(task.truth);
  const ScheduleInput input{assets.path, plan.own_tasks, plan.tasks, plan.situation, out.concerned, today};
  out.schedule = schedule(input);
  out.hazards = hazards(input, out.fitting, out.schedule);
  return out;
}

Derived derive(const Assets& assets, const Plan& plan, Date today, Needs needs) {
  Derived out{faults(plan.household, plan.situation, today),
              oddities(plan.household, plan.situation, today, adult_years_on(assets.pack, today)), std::nullopt,
              std::nullopt};
  const bool can_assess = out.faults.empty() && !plan.household.persons.empty();
  const bool others = needs == Needs::estimate_and_others || needs == Needs::everything;
  if (can_assess && (others || needs == Needs::estimate || needs == Needs::estimate_and_path))
    out.assessment = assess(assets.pack, plan.household, plan.situation, today,
                            others ? OtherAnswers::tried : OtherAnswers::left_out);
  if (needs == Needs::path || needs == Needs::estimate_and_path || needs == Needs::everything)
    out.path = path_today(assets, plan, today);
  return out;
}

}  // namespace vagval
