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

Derived derive_all(const Assets& assets, const Plan& plan, Date today) {
  return derive(assets, plan, today, ScreenId::take);
}

Derived derive(const Assets& assets, const Plan& plan, Date today, ScreenId screen) {
  Derived out{faults(plan.household, plan.situation, today),
              oddities(plan.household, plan.situation, today, adult_years_on(assets.pack, today)), std::nullopt,
              std::nullopt};
  const bool can_assess = out.faults.empty() && !plan.household.persons.empty();
  switch (screen) {
    case ScreenId::take:
      out.path = path_today(assets, plan, today);
      [[fallthrough]];
    case ScreenId::estimate:
      if (can_assess) out.assessment = assess(assets.pack, plan.household, plan.situation, today);
      break;
    case ScreenId::rules:
      if (can_assess)
        out.assessment = assess(assets.pack, plan.household, plan.situation, today, OtherAnswers::left_out);
      break;
    case ScreenId::money:
    case ScreenId::questions:
    case ScreenId::agenda:
      if (can_assess)
        out.assessment = assess(assets.pack, plan.household, plan.situation, today, OtherAnswers::left_out);
      out.path = path_today(assets, plan, today);
      break;
    case ScreenId::path:
    case ScreenId::calendar:
    case ScreenId::documents:
    case ScreenId::compare:
    case ScreenId::journal:
      out.path = path_today(assets, plan, today);
      break;
    case ScreenId::start:
    case ScreenId::household:
    case ScreenId::situation:
    case ScreenId::sources:
    case ScreenId::privacy:
    case ScreenId::reading:
    case ScreenId::accessibility:
    case ScreenId::glossary:
    case ScreenId::keep:
    case ScreenId::together:
    case ScreenId::rumours:
    case ScreenId::transfer:
    case ScreenId::counsel:
    case ScreenId::checks:
    case ScreenId::handover:
    case ScreenId::stages:
      break;
  }
  return out;
}

}  // namespace vagval
