// The whole estimate: evaluation, days of payment, repayment, and the answers that would change the result.
#include "rules/assess.h"

#include <algorithm>

#include "rules/counterfactual.h"

namespace vagval {

namespace {

// The first and the last possible day, where there are such.
std::optional<Date> first_of(const std::optional<Period>& period) {
  return period && period->has_first() ? std::optional(period->first()) : std::nullopt;
}
std::optional<Date> last_of(const std::optional<Period>& period) {
  return period && period->has_last() ? std::optional(period->last()) : std::nullopt;
}

// The days on which one person's last part can come. A missing end is not known: there is no earliest or no latest day.
struct PartTime {
  std::optional<int> months_least, months_most;
  std::optional<Date> earliest_min, earliest_max;
};

struct Waits {
  int months = 0, months_if_notice = 0;
};

// A temporary permit has to run out, and the months have to pass. Source: 2025:970 § 12.
PartTime after_expiry(const Permit& permit, const Waits& waits, const std::optional<Period>& departure) {
  PartTime out{waits.months, waits.months, first_of(permit.expires_on), std::nullopt};
  // No source says how months end; the month's last day is an assumption of this program.
  const auto passed = [&](Date left) { return add_months(left, waits.months, MonthEnd::last_day); };
  // An absent day is smaller than every day.
  if (const auto left = first_of(departure))
    out.earliest_min = std::max<std::optional<Date>>(out.earliest_min, passed(*left));
  const std::optional<Date> left = last_of(departure), expired = last_of(permit.expires_on);
  if (left && expired) out.earliest_max = std::max(*expired, passed(*left));
  return out;
}

// A permanent permit ends at once or, after a notice to keep it, later. A missing answer widens the time.
// Source: 2025:970 § 12, utlänningslagen 7 kap. 7 §.
PartTime after_revocation(const Permit& permit, const Waits& waits, const std::optional<Period>& departure) {
  PartTime out{permit.keep_notice == true ? waits.months_if_notice : waits.months,
               permit.keep_notice == false ? waits.months : waits.months_if_notice, std::nullopt, std::nullopt};
  if (const auto left = first_of(departure))
    out.earliest_min = add_months(*left, *out.months_least, MonthEnd::last_day);
  if (const auto left = last_of(departure)) out.earliest_max = add_months(*left, *out.months_most, MonthEnd::last_day);
  return out;
}

PartTime both(const PartTime& a, const PartTime& b) {
  PartTime out{std::min(a.months_least, b.months_least), std::max(a.months_most, b.months_most), std::nullopt,
               std::nullopt};
  if (a.earliest_min && b.earliest_min) out.earliest_min = std::min(a.earliest_min, b.earliest_min);
  if (a.earliest_max && b.earliest_max) out.earliest_max = std::max(a.earliest_max, b.earliest_max);
  return out;
}

// The time for all whose parts belong to the household's sum, each by their own permit: from the first person who can
// ask for the last part to the last one. Source: 2025:970 § 12 speaks of the recipient's permit; utlänningslagen 7 kap.
// 7 §.
void time_of_last_part(DueTime& out, const Household& household, const Situation& situation,
                       const Evaluation& evaluation, const Waits& waits) {
  std::optional<PartTime> all;
  const auto add = [&](const PartTime& time) { all = all ? both(*all, time) : time; };
  for (std::size_t p = 0; p < household.persons.size(); ++p) {
    const PersonResult& person = evaluation.persons[p];
    if (person.in_household == Truth::no || person.base.max == Kronor{}) continue;
    const Permit& permit = household.persons[p].permit;
    if (permit.kind != PermitKind::permanent) add(after_expiry(permit, waits, situation.departure_date));
    if (permit.kind == PermitKind::temporary) continue;
    add(after_revocation(permit, waits, situation.departure_date));
    out.waits_for_revocation = true;
  }
  if (!all) return;
  out.months_after_departure_min = all->months_least;
  out.months_after_departure_max = all->months_most;
  out.earliest_min = all->earliest_min;
  out.earliest_max = all->earliest_max;
}

DueTime due_time(const Slice& slice, const InstalmentRule& rule, const Household& household, const Situation& situation,
                 const Evaluation& evaluation) {
  DueTime out;
  switch (rule.due) {
    case Due::with_decision:
      out.earliest_min = first_of(situation.decision_date ? situation.decision_date : situation.application_date);
      out.earliest_max = last_of(situation.decision_date);
      break;
    case Due::on_departure:
      out.earliest_min = first_of(situation.departure_date);
      out.earliest_max = last_of(situation.departure_date);
      break;
    case Due::after_arrival:
      out.earliest_min = first_of(situation.arrival_date ? situation.arrival_date : situation.departure_date);
      out.earliest_max = last_of(situation.arrival_date);
      break;
    case Due::permit_ended: {
      const auto months_of = [&](const std::optional<std::uint16_t>& parameter) {
        return parameter ? slice.parameters[*parameter].value_or(0) : 0;
      };
      const int months = months_of(rule.months_after_departure);
      time_of_last_part(out, household, situation, evaluation,
                        {months, std::max(months, months_of(rule.months_if_keep_notice))});
      break;
    }
  }
  return out;
}

// Without a known decision nothing has been paid, so no part comes on a day that has passed.
DueTime not_before(Date today, DueTime time) {
  if (time.earliest_min) time.earliest_min = std::max(*time.earliest_min, today);
  if (time.earliest_max) time.earliest_max = std::max(*time.earliest_max, today);
  return time;
}

Kronor share_of(Kronor rest, int percent) { return {rest.value * percent / 100}; }

std::vector<InstalmentResult> instalments_of(const RulePack& pack, const Slice& slice, const Household& household,
                                             const Situation& situation, const Evaluation& evaluation, Date as_of) {
  std::vector<InstalmentResult> out;
  KronorInterval rest = evaluation.amount;
  constexpr int whole = 100 * 100;  // in hundredths of a percent: a part is a percentage of a percentage
  int left_of_whole = whole;
  for (const std::uint16_t index : slice.instalments) {
    const InstalmentRule& rule = pack.instalments[index];
    InstalmentResult part{.instalment = index};
    part.amount = {share_of(rest.min, rule.percent_of_rest), share_of(rest.max, rule.percent_of_rest)};
    part.percent = left_of_whole * rule.percent_of_rest / whole;
    part.due = due_time(slice, rule, household, situation, evaluation);
    if (!situation.decision_date) part.due = not_before(as_of, part.due);
    rest = {rest.min - part.amount.min, rest.max - part.amount.max};
    left_of_whole -= left_of_whole * rule.percent_of_rest / 100;
    out.push_back(part);
  }
  return out;
}

// A person who settles in Sweden again owes the sum paid by then; each part raises it.
std::vector<RepaymentResult> repayment_of(const Slice& slice, const std::vector<InstalmentResult>& parts) {
  std::vector<RepaymentResult> out;
  if (slice.repayments.empty()) return out;
  KronorInterval owed;
  for (std::size_t i = 0; i < parts.size() && i < 3; ++i) {
    owed = owed + parts[i].amount;
    out.push_back({static_cast<RepaymentResult::Stage>(i), owed, parts[i].due.earliest_min,
                   parts[i].due.months_after_departure_min});
  }
  return out;
}

}  // namespace

Assessment assess(const RulePack& pack, const Household& household, const Situation& situation, Date as_of,
                  OtherAnswers others) {
  const Answers answers = flatten(household, situation);
  Assessment out;
  static_cast<Evaluation&>(out) = evaluate(pack, answers, as_of);
  out.as_of = as_of;
  out.rule_date = rule_date_of(answers, as_of);
  out.shown_rules = day_of_rules(out.rule_date, as_of);
  out.application_date_assumed = !situation.application_date;
  const Slice& slice = pack.slices[out.slice];
  if (out.no_rule_for_date) return out;
  out.instalments = instalments_of(pack, slice, household, situation, out, as_of);
  out.repayment = repayment_of(slice, out.instalments);
  if (others == OtherAnswers::left_out) return out;
  out.next_questions = next_questions(pack, household, answers, as_of, out);
  out.what_would_change = what_would_change(pack, household, answers, as_of, out);
  return out;
}

}  // namespace vagval
