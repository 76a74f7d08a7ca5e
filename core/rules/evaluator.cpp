#include "rules/evaluator.h"

#include <algorithm>

namespace vagval {

namespace {

// The comparison of a date with a day. Where the days of the period differ, an exact answer would settle it.
Verdict on_or_before(Answer date, std::int32_t limit) {
  return date.last <= limit ? known(true) : date.value > limit ? known(false) : not_answered();
}
Verdict on_or_after(Answer date, std::int32_t limit) {
  return date.value >= limit ? known(true) : date.last < limit ? known(false) : not_answered();
}

}  // namespace

Evaluator::Evaluator(const RulePack& pack, const Slice& slice, const Answers& answers, const Period& rule_date,
                     Date as_of)
    : pack_(pack), slice_(slice), answers_(answers), rule_date_(rule_date), as_of_(as_of) {
  known_.resize(pack.conditions.size() * (answers.persons.size() + 1));
  defined_.resize(pack.definitions.size() * answers.persons.size(), no_node);
  trace.reserve(slice.conditions.size() * (answers.persons.size() + 1) * 8);
  for (std::size_t i = 0; i < answers.persons.size(); ++i) {
    const Answer tie = answers.of_person(i, Fact::tie);
    applicant_known_ |= tie == answered(static_cast<std::int32_t>(Tie::applicant));
    partner_known_ |= has_partner_tie(i);
  }
}

bool Evaluator::has_partner_tie(std::size_t person) const {
  const Answer tie = answers_.of_person(person, Fact::tie);
  return tie == answered(static_cast<std::int32_t>(Tie::spouse)) ||
         tie == answered(static_cast<std::int32_t>(Tie::cohabitant));
}

Verdict Evaluator::is_applicant(std::size_t person) const {
  const Answer tie = answers_.of_person(person, Fact::tie);
  if (tie.known) return known(tie.value == static_cast<std::int32_t>(Tie::applicant));
  if (applicant_known_) return known(false);
  return answers_.persons.size() == 1 ? known(true) : not_answered();
}

Verdict Evaluator::couple(std::size_t a, std::size_t b) const {
  // A household has at most one applicant and one partner; any other household has faults and is not evaluated.
  const auto is_partner = [&](std::size_t person) {
    if (answers_.of_person(person, Fact::tie).known) return known(has_partner_tie(person));
    return partner_known_ ? known(false) : not_answered();
  };
  if (a == b) return known(false);
  return any(all(is_applicant(a), is_partner(b)), all(is_applicant(b), is_partner(a)));
}

Truth Evaluator::applies(std::size_t index, std::int8_t person) const {
  return known_[index * (answers_.persons.size() + 1) + static_cast<std::size_t>(person + 1)].applies;
}

std::uint32_t Evaluator::begin(std::uint32_t expr, std::int8_t person) {
  trace.push_back({.expr = expr, .person = person});
  return static_cast<std::uint32_t>(trace.size() - 1);
}

void Evaluator::append(std::uint32_t parent, std::uint32_t& last, std::uint32_t child) {
  if (last == no_node)
    trace[parent].first_child = child;
  else
    trace[last].next = child;
  last = child;
}

std::uint32_t Evaluator::condition(std::size_t index, std::int8_t person) {
  const Condition& rule = pack_.conditions[index];
  if (rule.of_household) person = nobody;
  if (const std::uint32_t node = known_of(index, person).node; node != no_node) return node;
  const std::uint32_t node = begin(no_expr, person);
  trace[node].condition = static_cast<std::uint16_t>(index);
  std::uint32_t last = no_node, child = no_node;
  Verdict applies = known(true);
  if (rule.applies != no_expr) {
    applies = expr(rule.applies, person, child);
    append(node, last, child);
  }
  Verdict verdict = known(true);
  if (applies.truth != Truth::no) {
    verdict = expr(rule.expr, person, child);
    append(node, last, child);
    if (verdict.truth == Truth::no && rule.effect == Consequence::authority) verdict = for_the_authority();
    verdict = any(negate(applies), verdict);
  }
  trace[node].verdict = verdict;
  known_of(index, person) = {node, applies.truth};
  return node;
}

Answer Evaluator::answer(Fact fact, std::int8_t person) const {
  if (is_person_fact(fact) && person == nobody) return {};
  return answers_.of(fact, static_cast<std::size_t>(person));
}

Verdict Evaluator::compare(const Expr& expr, Answer answer) const {
  if (expr.op == Op::on_or_after_today) return answer.known ? on_or_after(answer, as_of_.days) : not_answered();
  std::int32_t limit = expr.constant;
  const ParameterValue* value = nullptr;
  if (expr.uses_parameter) {
    value = slice_.parameter_values[static_cast<std::size_t>(expr.constant)];
    if (!value || !value->number) return for_the_authority();
    limit = *value->number;
  }
  // A decision that has not come is not a missing answer: the person cannot know it yet.
  if (!answer.known) return expr.fact == Fact::decision_date ? for_the_authority() : not_answered();
  switch (expr.op) {
    case Op::equals: {
      const auto* const first = pack_.constants.data() + expr.first;
      return known(std::find(first, first + expr.count, answer.value) != first + expr.count);
    }
    case Op::in_list:
      return known(std::find(value->list.begin(), value->list.end(), answer.value) != value->list.end());
    case Op::on_or_before:
      return on_or_before(answer, limit);
    case Op::on_or_after:
      return on_or_after(answer, limit);
    default:
      return not_answered();
  }
}

// Whether a person who comes of age on the day is so, if the rule date and the decision come at one end of their
// periods.
Verdict Evaluator::older(Date of_age, const Expr& expr, End end) const {
  if (of_age <= (end == End::first ? rule_date_.first() : rule_date_.last())) return known(true);
  return of_age <= open_until(expr, end) ? for_the_authority() : known(false);
}

// The day until which coming of age stays open. An unknown decision lies after the application and after today; the
// pack assumes how long.
Date Evaluator::open_until(const Expr& expr, End end) const {
  const auto at_end = [&](const Period& period) { return end == End::first ? period.first() : period.last(); };
  Date from = at_end(rule_date_);
  if (expr.unclear_months == 0 && !expr.unclear_until_decision) return from;
  if (expr.unclear_until_decision) {
    if (const Answer decision = answers_.of_situation(Fact::decision_date); decision.known)
      return at_end(period_of(decision));
    from = std::max(from, as_of_);
  }
  return add_months(from, expr.unclear_months, MonthEnd::next_month);
}

// The earlier a birth and the later the other days, the older the person: where the two ends agree, so do all days.
Verdict Evaluator::age(const Expr& expr, std::size_t person, TraceNode& shown) const {
  const std::optional<std::int32_t> years = slice_.parameters[static_cast<std::size_t>(expr.constant)];
  if (!years) return for_the_authority();
  const Answer answer = answers_.of_person(person, Fact::birth);
  shown.fact = Fact::birth;
  shown.answer = answer;
  if (!answer.known) return not_answered();
  const Period birth = period_of(answer);
  const Date first = of_age(birth.first(), *years), last = birth.day() ? first : of_age(birth.last(), *years);
  const Verdict oldest = older(first, expr, End::last);
  const Verdict youngest = older(last, expr, End::first);
  if (oldest == youngest) return oldest;
  return {Truth::unknown, true, oldest.judged || youngest.judged};
}

// Evaluates an operand and puts its node below the step's.
Verdict Evaluator::operand(Step& step, std::uint32_t index, std::int8_t person) {
  std::uint32_t child = no_node;
  const Verdict verdict = expr(index, person, child);
  append(step.self, step.last, child);
  return verdict;
}

// No short circuit: the trace shows every unknown and every unmet condition.
Verdict Evaluator::operands(Step& step) {
  const Expr& e = step.expr;
  Verdict out = known(e.op == Op::all_of);
  for (std::uint32_t i = 0; i < e.count; ++i) {
    const Verdict v = operand(step, pack_.children[e.first + i], step.person);
    out = e.op == Op::all_of ? all(out, v) : any(out, v);
  }
  return out;
}

// An expression about other persons of the household.
Verdict Evaluator::others(Step& step) {
  const auto of = [&](std::size_t other) {
    return operand(step, pack_.children[step.expr.first], static_cast<std::int8_t>(other));
  };
  const std::size_t count = answers_.persons.size();
  const bool every = step.expr.op == Op::every_person;
  Verdict out = known(every);
  switch (step.expr.op) {
    case Op::tied_person: {
      const Answer tie = answer(Fact::permit_tie_to, step.person);
      trace[step.self].fact = Fact::permit_tie_to;
      trace[step.self].answer = tie;
      return tie.known ? of(static_cast<std::size_t>(tie.value)) : not_answered();
    }
    case Op::another_person:
      for (std::size_t p = 0; p < count; ++p)
        if (static_cast<std::int8_t>(p) != step.person) out = any(out, of(p));
      return out;
    case Op::partner:
      for (std::size_t p = 0; p < count; ++p)
        if (const Verdict pair = couple(static_cast<std::size_t>(step.person), p); pair.truth != Truth::no)
          out = any(out, all(pair, of(p)));
      return out;
    case Op::applicant:
      if (!applicant_known_) out = not_answered();
      for (std::size_t p = 0; p < count; ++p)
        if (is_applicant(p).truth == Truth::yes) out = of(p);
      return out;
    default:  // some_person, every_person
      for (std::size_t p = 0; p < count; ++p) out = every ? all(out, of(p)) : any(out, of(p));
      return out;
  }
}

// A definition is evaluated once for each person. A second caller gets the same nodes, because a definition is the only
// parent of its operands.
Verdict Evaluator::definition(Step& step) {
  const auto number = static_cast<std::size_t>(step.expr.constant);
  std::uint32_t* const walked = step.person == nobody ? nullptr : &defined_of(number, step.person);
  if (walked && *walked != no_node) {
    append(step.self, step.last, *walked);
    return trace[*walked].verdict;
  }
  const Verdict verdict = operand(step, pack_.definitions[number].expr, step.person);
  if (walked) *walked = step.last;
  return verdict;
}

Verdict Evaluator::conditions(const Step& step) {
  Verdict out = known(true);
  for (std::uint32_t i = 0; i < step.expr.count; ++i) {
    const std::uint32_t other = pack_.children[step.expr.first + i];
    if (!pack_.conditions[other].period.contains(rule_date_.first())) continue;
    out = all(out, trace[condition(other, step.person)].verdict);
  }
  return out;
}

Verdict Evaluator::comparison(const Step& step) {
  const Answer read = answer(step.expr.fact, step.person);
  trace[step.self].fact = step.expr.fact;
  trace[step.self].answer = read;
  return compare(step.expr, read);
}

Verdict Evaluator::judge(Step& step) {
  const Expr& e = step.expr;
  switch (e.op) {
    case Op::all_of:
    case Op::any_of:
      return operands(step);
    case Op::not_of:
      return negate(operand(step, pack_.children[e.first], step.person));
    case Op::some_person:
    case Op::every_person:
    case Op::another_person:
    case Op::tied_person:
    case Op::partner:
    case Op::applicant:
      return others(step);
    case Op::definition:
      return definition(step);
    case Op::conditions:
      return conditions(step);
    case Op::covered:
      return covered[static_cast<std::size_t>(step.person)];
    case Op::cap_binds:
      return cap_binds[static_cast<std::size_t>(e.constant)];
    case Op::today_on_or_after:
      return known(as_of_.days >= e.constant);
    case Op::authority:
      return for_the_authority();
    case Op::age_at_least:
      return age(e, static_cast<std::size_t>(step.person), trace[step.self]);
    case Op::equals:
    case Op::in_list:
    case Op::on_or_before:
    case Op::on_or_after:
    case Op::on_or_after_today:
      return comparison(step);
  }
  return for_the_authority();
}

Verdict Evaluator::expr(std::uint32_t index, std::int8_t person, std::uint32_t& node) {
  node = begin(index, person);
  Step step{.expr = pack_.exprs[index], .person = person, .self = node};
  const Verdict verdict = judge(step);
  trace[step.self].verdict = verdict;
  return verdict;
}

}  // namespace vagval
