// The estimate as a person sees it: evaluation, when the money comes, what may have to be paid back, what would help.
#include "rules/assess.h"

#include <algorithm>

#include "rules/counterfactual.h"

namespace vagval {

namespace {

struct Months {
  std::optional<int> least, most;
};

// After how many months the last part can come, over everyone who may be covered: a permanent permit falls at once or,
// with a notice to keep it, later; not knowing which widens the time. Source: 2025:970 § 12, utlänningslagen 7 kap. 7
// §.
struct PermitEnd {
  Months months;
  bool waits_for_revocation = false;
  std::optional<Date> expiry_min, expiry_max;  // of temporary permits
  bool expiry_unknown = false;
};

PermitEnd permit_end(const Household& household, const Evaluation& evaluation, int months, int months_if_notice) {
  PermitEnd out;
  const auto widen = [&](int least, int most) {
    out.months.least = std::min(out.months.least.value_or(least), least);
    out.months.most = std::max(out.months.most.value_or(most), most);
  };
  for (std::size_t p = 0; p < household.persons.size(); ++p) {
    if (evaluation.persons[p].amount.max == Kronor{}) continue;
    const Permit& permit = household.persons[p].permit;
    if (permit.kind == PermitKind::temporary) {
      widen(months, months);
      if (!permit.expires_on) out.expiry_unknown = true;
      const Date expiry = permit.expires_on.value_or(Date{});
      if (permit.expires_on) out.expiry_min = std::min(out.expiry_min.value_or(expiry), expiry);
      if (permit.expires_on) out.expiry_max = std::max(out.expiry_max.value_or(expiry), expiry);
      continue;
    }
    out.waits_for_revocation = true;
    if (!permit.kind) out.expiry_unknown = true;
    widen(permit.keep_notice == true ? months_if_notice : months,
          permit.keep_notice == false ? months : months_if_notice);
  }
  return out;
}

DueTime due_time(const Slice& slice, const InstalmentRule& rule, const Household& household, const Situation& situation,
                 const Evaluation& evaluation) {
  DueTime out;
  switch (rule.due) {
    case Due::with_decision:
      out.earliest_min = situation.decision_date ? situation.decision_date : situation.application_date;
      out.earliest_max = situation.decision_date;
      break;
    case Due::on_departure:
      out.earliest_min = out.earliest_max = situation.departure_date;
      break;
    case Due::after_arrival:
      out.earliest_min = situation.arrival_date ? situation.arrival_date : situation.departure_date;
      out.earliest_max = situation.arrival_date;
      break;
    case Due::permit_ended: {
      const auto months_of = [&](const std::optional<std::uint16_t>& parameter) {
        return parameter ? slice.parameters[*parameter].value_or(0) : 0;
      };
      const int months = months_of(rule.months_after_departure);
      const PermitEnd end =
          permit_end(household, evaluation, months, std::max(months, months_of(rule.months_if_keep_notice)));
      out.months_after_departure_min = end.months.least;
      out.months_after_departure_max = end.months.most;
      out.waits_for_revocation = end.waits_for_revocation;
      if (situation.departure_date && end.months.least) {
        // No source says how months end: the month's last day is our assumption.
        out.earliest_min = add_months(*situation.departure_date, *end.months.least, MonthEnd::last_day);
        out.earliest_max = add_months(*situation.departure_date, *end.months.most, MonthEnd::last_day);
      }
      if (end.expiry_min && !end.waits_for_revocation && !end.expiry_unknown)
        out.earliest_min = std::max(out.earliest_min.value_or(*end.expiry_min), *end.expiry_min);
      if (end.expiry_max && out.earliest_max) out.earliest_max = std::max(*out.earliest_max, *end.expiry_max);
      if (end.expiry_unknown) out.earliest_max.reset();
      break;
    }
  }
  return out;
}

Kronor share_of(Kronor rest, int percent) { return {rest.value * percent / 100}; }

std::vector<InstalmentResult> instalments_of(const RulePack& pack, const Slice& slice, const Household& household,
                                             const Situation& situation, const Evaluation& evaluation) {
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
    rest = {rest.min - part.amount.min, rest.max - part.amount.max};
    left_of_whole -= left_of_whole * rule.percent_of_rest / 100;
    out.push_back(part);
  }
  return out;
}

// Whoever settles in Sweden again owes what has been paid by then; how much that is grows with each part.
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
  out.rule_date = situation.application_date.value_or(as_of);
  out.application_date_assumed = !situation.application_date;
  const Slice& slice = pack.slices[out.slice];
  if (out.no_rule_for_date) return out;
  out.instalments = instalments_of(pack, slice, household, situation, out);
  out.repayment = repayment_of(slice, out.instalments);
  if (others == OtherAnswers::left_out) return out;
  out.next_questions = next_questions(pack, household, answers, as_of, out);
  out.what_would_change = what_would_change(pack, household, answers, as_of, out);
  return out;
}

}  // namespace vagval
