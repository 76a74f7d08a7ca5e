// Writes into a plan that leaves the program which rules it was made with, and gives its calendar an id.
#include "facts/check.h"
#include "plan/plan_json.h"
#include "plan/signature.h"
#include "rules/assess.h"
#include "state/parts.h"

namespace vagval {

namespace {

// The rules and the estimate as a plan that is saved now records them.
RulesSeen seen_now(const Assets& assets, const Plan& plan, Date today) {
  RulesSeen out{.scheme = assets.pack.scheme,
                .checked_on = assets.pack.checked_on,
                .sha256 = assets.rules_sha256,
                .unknown = plan.rules_seen.unknown};
  if (plan.household.persons.empty() || !faults(plan.household, plan.situation, today).empty()) return out;
  const Assessment a = assess(assets.pack, plan.household, plan.situation, today, OtherAnswers::left_out);
  out.state = a.state;
  out.least = a.amount.min.value;
  out.most = a.amount.max.value;
  return out;
}

}  // namespace

bool name_calendar(Model& model) {
  std::string& chance = model.session.device.chance;
  if (!model.plan.calendar_id.empty() || chance.empty()) return false;
  constexpr std::size_t letters = 32;
  model.plan.calendar_id = sha256_text(chance + " calendar").substr(0, letters);
  // Each plan uses another value, and no value can be computed from an earlier one.
  chance = sha256_text(chance + " next");
  return true;
}

void note_rules(const Assets& assets, Model& model, Effects& effects) {
  std::optional<std::string> before;
  std::string* bytes = nullptr;
  for (Effect& effect : effects) {
    if (auto* file = std::get_if<WriteFile>(&effect)) bytes = &file->bytes;
    if (auto* kept = std::get_if<KeepOnDevice>(&effect)) bytes = &kept->bytes;
    if (!bytes) continue;
    if (!before) before = write_plan(model.plan);
    // Other files than the plan go out the same way.
    if (*bytes == *before) {
      model.plan.rules_seen = seen_now(assets, model.plan, model.session.today);
      name_calendar(model);
      *bytes = write_plan(model.plan);
    }
    bytes = nullptr;
  }
}

}  // namespace vagval
