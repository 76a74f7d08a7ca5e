// Decides which persons are covered, and the household's state from that.

#include <algorithm>

#include "rules/amounts.h"
#include "rules/assess.h"
#include "rules/evaluator.h"

namespace vagval {

namespace {

constexpr std::string_view condition_states[] = {"met", "unmet", "unknown", "authority"};

State state_of(Verdict v) {
  if (v.truth == Truth::yes) return State::may_be_covered;
  if (v.truth == Truth::no) return State::not_covered;
  return v.missing ? State::need_more : State::for_authority;
}

ConditionState condition_state_of(Verdict v) {
  if (v.truth == Truth::yes) return ConditionState::met;
  if (v.truth == Truth::no) return ConditionState::unmet;
  return v.missing ? ConditionState::unknown : ConditionState::authority;
}

// Spouses share one cap wherever they live. Other persons belong to the household if they live in it.
Verdict in_household(const Answers& answers, const Evaluator& evaluator, std::size_t person) {
  if (evaluator.is_applicant(person).truth == Truth::yes || answers.persons.size() == 1) return known(true);
  const Answer tie = answers.of_person(person, Fact::tie),
               lives = answers.of_person(person, Fact::lives_with_applicant);
  const bool partner = tie.known && (tie.value == static_cast<std::int32_t>(Tie::spouse) ||
                                     tie.value == static_cast<std::int32_t>(Tie::cohabitant));
  if (partner) return known(true);
  if (lives.known && lives.value) return known(true);
  if (lives.known && tie.known) return known(false);
  return not_answered();
}

// All conditions, in the pack's order, for the household or for each person.
void run_conditions(const RulePack& pack, const Slice& slice, std::size_t persons, Evaluator& evaluator,
                    std::vector<ConditionResult>& results, std::vector<Share>& shares) {
  for (const std::uint16_t index : slice.conditions) {
    const Condition& rule = pack.conditions[index];
    const auto run = [&](std::int8_t person) {
      const std::uint32_t node = evaluator.condition(index, person);
      const Verdict verdict = evaluator.trace[node].verdict;
      if (evaluator.applies(index, person) == Truth::no) return known(true);
      results.push_back({index, person, condition_state_of(verdict), node});
      return rule.role == Role::requirement ? verdict : known(true);
    };
    if (rule.of_household) {
      const Verdict verdict = run(nobody);
      for (Share& share : shares) share.covered = all(share.covered, verdict);
    } else {
      for (std::size_t p = 0; p < persons; ++p)
        shares[p].covered = all(shares[p].covered, run(static_cast<std::int8_t>(p)));
    }
  }
}

// A missing answer decides whether this person counts, or how much.
bool is_missing(const Share& share) { return share.covered.missing || share.in_household.missing || share.age_missing; }

// The household's state: no person covered → not covered; a missing answer → need more; then the authority's questions.
State household_state(const std::vector<Share>& shares, const Sum& sum, Verdict clear) {
  bool any_person = false, missing = clear.missing || sum.couple_unknown,
       judged = clear.judged || clear.truth == Truth::no;
  for (const Share& share : shares) {
    if (share.in_household.truth == Truth::no || share.covered.truth == Truth::no) continue;
    any_person = true;
    missing |= is_missing(share);
    judged |= share.covered.judged;
  }
  if (!any_person) return State::not_covered;
  if (missing) return State::need_more;
  return judged ? State::for_authority : State::may_be_covered;
}

// Takes the result under other rules into one. Where the two differ, the day of application decides.
void widen(Evaluation& out, const Evaluation& other) {
  const auto open_if_different = [](State& state, State as) {
    if (state != as) state = State::need_more;
  };
  open_if_different(out.state, other.state);
  out.amount = hull(out.amount, other.amount);
  out.open_persons = std::max(out.open_persons, other.open_persons);
  for (std::size_t p = 0; p < out.persons.size(); ++p) {
    PersonResult& person = out.persons[p];
    const PersonResult& as = other.persons[p];
    open_if_different(person.state, as.state);
    person.base = hull(person.base, as.base);
    person.amount = hull(person.amount, as.amount);
    if (person.in_household != as.in_household) person.in_household = Truth::unknown;
  }
}

Evaluation evaluate_in(const RulePack& pack, const Slice& slice, const Answers& answers, const Period& rule_date,
                       Date as_of) {
  const std::size_t persons = answers.persons.size();
  Evaluation out;
  out.slice = static_cast<std::uint32_t>(&slice - pack.slices.data());
  out.no_rule_for_date = !slice.version || slice.amounts.empty();
  out.persons.resize(persons);
  if (out.no_rule_for_date || persons == 0) {
    out.state = State::need_more;
    for (PersonResult& person : out.persons) person.state = State::need_more;
    return out;
  }
  Evaluator evaluator(pack, slice, answers, rule_date, as_of);
  std::vector<Share> shares(persons, {.covered = known(true)});
  run_conditions(pack, slice, persons, evaluator, out.conditions, shares);
  for (std::size_t p = 0; p < persons; ++p) {
    shares[p].in_household = in_household(answers, evaluator, p);
    shares[p].by_age = amount_by_age(pack, slice, evaluator, static_cast<std::int8_t>(p), shares[p].age_missing);
  }
  Sum sum = sum_of(pack, slice, evaluator, shares);
  const std::vector<KronorInterval> parts = parts_of(pack, slice, evaluator, shares);
  for (std::size_t p = 0; p < persons; ++p) {
    const Share& share = shares[p];
    PersonResult& result = out.persons[p];
    result.state = state_of(share.covered);
    if (share.age_missing && result.state == State::may_be_covered) result.state = State::need_more;
    result.base = {share.covered.truth == Truth::yes ? share.by_age.min : Kronor{},
                   share.covered.truth == Truth::no ? Kronor{} : share.by_age.max};
    result.amount = parts[p];
    result.in_household = share.in_household.truth;
    evaluator.covered.push_back(share.covered);
  }
  out.open_persons = sum.couple_unknown ? 1 : 0;
  for (const Share& share : shares)
    if (share.covered.truth != Truth::no) out.open_persons += int{share.age_missing} + int{share.in_household.missing};
  const bool missing = std::any_of(shares.begin(), shares.end(), [](const Share& s) { return is_missing(s); });
  evaluator.cap_binds.resize(pack.caps.size(), known(false));
  for (const CapResult& cap : sum.caps)
    evaluator.cap_binds[cap.cap] = cap.binds != Truth::unknown     ? known(cap.binds == Truth::yes)
                                   : missing || sum.couple_unknown ? not_answered()
                                                                   : for_the_authority();
  Verdict clear = known(true);
  for (const std::uint16_t index : slice.conflicts) {
    const Conflict& conflict = pack.conflicts[index];
    if (conflict.when == no_expr) continue;
    std::uint32_t node = no_node;
    const Verdict touches = evaluator.expr(conflict.when, nobody, node);
    if (touches.truth == Truth::no) continue;
    out.conflicts.push_back(index);
    if (conflict.makes_unclear) clear = all(clear, touches.truth == Truth::yes ? for_the_authority() : touches);
  }
  out.state = household_state(shares, sum, clear);
  out.amount = sum.amount;
  out.caps = std::move(sum.caps);
  out.trace = std::move(evaluator.trace);
  return out;
}

}  // namespace

std::string_view state_name(State state) { return state_names[static_cast<std::size_t>(state)]; }
std::string_view condition_state_name(ConditionState state) {
  return condition_states[static_cast<std::size_t>(state)];
}

Period rule_date_of(const Answers& answers, Date as_of) {
  const Answer application = answers.of_situation(Fact::application_date);
  return application.known ? period_of(application) : as_of;
}

Date day_of_rules(const Period& rule_date, Date as_of) {
  return std::clamp(as_of, rule_date.first(), rule_date.last());
}

Evaluation evaluate(const RulePack& pack, const Answers& answers, Date as_of) {
  const Period rule_date = rule_date_of(answers, as_of);
  const Slice& first = slice_on(pack, rule_date.first());
  if (rule_date.day() || &first == &slice_on(pack, rule_date.last()))
    return evaluate_in(pack, first, answers, rule_date, as_of);
  const Slice& shown = slice_on(pack, day_of_rules(rule_date, as_of));
  std::optional<Evaluation> out;
  std::vector<Evaluation> others;
  for (const Stretch& stretch : stretches_of(pack, rule_date)) {
    Answers then = answers;
    then.at(Fact::application_date) = answered(stretch.days);
    Evaluation found = evaluate_in(pack, *stretch.slice, then, stretch.days, as_of);
    if (stretch.slice == &shown)
      out = std::move(found);
    else
      others.push_back(std::move(found));
  }
  for (const Evaluation& other : others) widen(*out, other);
  return std::move(*out);
}

}  // namespace vagval
