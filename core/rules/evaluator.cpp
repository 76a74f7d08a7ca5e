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
  if (!is_person_fact(fact)) return answers_.of_situation(fact);
  return person == nobody ? Answer{} : answers_.of_person(static_cast<std::size_t>(person), fact);
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

// Whether a person born on the day is of age, if the rule date and the decision come at one end of their periods.
Verdict Evaluator::older(Date birth, int years, const Expr& expr, End end) const {
  // A person born on 29 February is of age on 1 March at the latest; no source names the day before.
  const Date of_age = add_months(birth, years * 12, MonthEnd::next_month);
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
  shown.answer = typed_answer(Fact::birth, answer);
  if (!answer.known) return not_answered();
  const Period birth = period_of(answer);
  const Verdict oldest = older(birth.first(), *years, expr, End::last);
  const Verdict youngest = older(birth.last(), *years, expr, End::first);
  if (oldest == youngest) return oldest;
  return {Truth::unknown, true, oldest.judged || youngest.judged};
}

Verdict Evaluator::expr(std::uint32_t index, std::int8_t person, std::uint32_t& node) {
  const Expr& e = pack_.exprs[index];
  node = begin(index, person);
  const std::uint32_t self = node;
  std::uint32_t last = no_node, child = no_node;
  Verdict verdict;
  const auto operand = [&] { return pack_.children[e.first]; };
  const auto of = [&](std::size_t someone) {
    const Verdict v = expr(operand(), static_cast<std::int8_t>(someone), child);
    append(self, last, child);
    return v;
  };
  switch (e.op) {
    case Op::all_of:
    case Op::any_of:
      // No short circuit: the trace shows every unknown and every unmet condition.
      verdict = known(e.op == Op::all_of);
      for (std::uint32_t i = 0; i < e.count; ++i) {
        const Verdict v = expr(pack_.children[e.first + i], person, child);
        append(self, last, child);
        verdict = e.op == Op::all_of ? all(verdict, v) : any(verdict, v);
      }
      break;
    case Op::not_of:
      verdict = negate(expr(operand(), person, child));
      append(self, last, child);
      break;
    case Op::some_person:
    case Op::every_person:
      verdict = known(e.op == Op::every_person);
      for (std::size_t p = 0; p < answers_.persons.size(); ++p)
        verdict = e.op == Op::every_person ? all(verdict, of(p)) : any(verdict, of(p));
      break;
    case Op::another_person:
      verdict = known(false);
      for (std::size_t p = 0; p < answers_.persons.size(); ++p)
        if (static_cast<std::int8_t>(p) != person) verdict = any(verdict, of(p));
      break;
    case Op::tied_person: {
      const Answer tie = answer(Fact::permit_tie_to, person);
      trace[self].answer = typed_answer(Fact::permit_tie_to, tie);
      verdict = tie.known ? of(static_cast<std::size_t>(tie.value)) : not_answered();
      break;
    }
    case Op::partner:
      verdict = known(false);
      for (std::size_t p = 0; p < answers_.persons.size(); ++p)
        if (const Verdict pair = couple(static_cast<std::size_t>(person), p); pair.truth != Truth::no)
          verdict = any(verdict, all(pair, of(p)));
      break;
    case Op::applicant:
      verdict = applicant_known_ ? known(false) : not_answered();
      for (std::size_t p = 0; p < answers_.persons.size(); ++p)
        if (is_applicant(p).truth == Truth::yes) verdict = of(p);
      break;
    case Op::definition: {
      // Walked once. A second caller gets the same nodes, because a definition is the only parent of its operands.
      std::uint32_t* const walked =
          person == nobody ? nullptr : &defined_of(static_cast<std::size_t>(e.constant), person);
      if (!walked || *walked == no_node) {
        verdict = expr(pack_.definitions[static_cast<std::size_t>(e.constant)].expr, person, child);
        if (walked) *walked = child;
      } else {
        child = *walked;
        verdict = trace[child].verdict;
      }
      append(self, last, child);
      break;
    }
    case Op::conditions:
      verdict = known(true);
      for (std::uint32_t i = 0; i < e.count; ++i) {
        const std::uint32_t other = pack_.children[e.first + i];
        if (!pack_.conditions[other].period.contains(rule_date_.first())) continue;
        verdict = all(verdict, trace[condition(other, person)].verdict);
      }
      break;
    case Op::covered:
      verdict = covered[static_cast<std::size_t>(person)];
      break;
    case Op::cap_binds:
      verdict = cap_binds[static_cast<std::size_t>(e.constant)];
      break;
    case Op::today_on_or_after:
      verdict = known(as_of_.days >= e.constant);
      break;
    case Op::authority:
      verdict = for_the_authority();
      break;
    case Op::age_at_least:
      verdict = age(e, static_cast<std::size_t>(person), trace[self]);
      break;
    case Op::equals:
    case Op::in_list:
    case Op::on_or_before:
    case Op::on_or_after:
    case Op::on_or_after_today: {
      const Answer read = answer(e.fact, person);
      trace[self].answer = typed_answer(e.fact, read);
      verdict = compare(e, read);
      break;
    }
  }
  trace[self].verdict = verdict;
  return verdict;
}

}  // namespace vagval
