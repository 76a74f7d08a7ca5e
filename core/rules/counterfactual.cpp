#include "rules/counterfactual.h"

#include <algorithm>
#include <cstdlib>

#include "foundation/order.h"

namespace vagval {

namespace {

// Answers that stand for all others of their fact: every choice, and both sides of every date and age that a rule
// compares with.
class Alternatives {
 public:
  Alternatives(const RulePack& pack, const Answers& answers, const Slice& slice, Date rule_date)
      : pack_(pack), answers_(answers), slice_(slice), rule_date_(rule_date) {}

  std::vector<Answer> of(Fact fact, std::int8_t person) const {
    const FactInfo& about = info(fact);
    std::vector<Answer> out;
    switch (about.type) {
      case FactType::boolean:
        return {answered(1), answered(0)};
      case FactType::choice:
        for (std::size_t i = 0; i < about.choices.size(); ++i)
          if (fact != Fact::plan || i != static_cast<std::size_t>(MovePlan::undecided))
            out.push_back(answered(static_cast<std::int32_t>(i)));
        return out;
      case FactType::person:
        for (std::size_t i = 0; i < answers_.persons.size(); ++i)
          if (static_cast<std::int8_t>(i) != person) out.push_back(answered(static_cast<std::int32_t>(i)));
        return out;
      case FactType::country:
        return countries(fact);
      case FactType::date:
        return fact == Fact::birth ? births(person) : dates(fact, person);
    }
    return out;
  }

 private:
  // Of a date of which a period is known, only the days of that period.
  std::vector<Answer> dates(Fact fact, std::int8_t person) const {
    std::vector<Answer> out;
    const Answer given = answers_.of(fact, static_cast<std::size_t>(person));
    const bool is_rough = given.known && !given.is_exact();
    const auto add = [&](Date day) {
      if (is_rough && !period_of(given).holds(day)) return;
      if (std::find(out.begin(), out.end(), answered(day)) == out.end()) out.push_back(answered(day));
    };
    for (std::size_t i = 0; i < pack_.rule_exprs; ++i) {
      const Expr& e = pack_.exprs[i];
      if (e.fact != fact || (e.op != Op::on_or_before && e.op != Op::on_or_after)) continue;
      const std::optional<std::int32_t> limit =
          e.uses_parameter ? slice_.parameters[static_cast<std::size_t>(e.constant)] : e.constant;
      if (!limit) continue;
      for (const std::int32_t day : {*limit - 1, *limit, *limit + 1}) add({day});
    }
    if (is_rough) {
      add(period_of(given).first());
      add(period_of(given).last());
      if (fact == Fact::application_date)
        for (const Stretch& stretch : stretches_of(pack_, period_of(given))) add(stretch.days.first());
    }
    return out;
  }
  std::vector<Answer> countries(Fact fact) const {
    std::vector<Answer> out{answered(country_number({{'Z', 'Z'}}))};
    for (std::size_t i = 0; i < pack_.rule_exprs; ++i)
      if (const Expr& e = pack_.exprs[i]; e.fact == fact && e.op == Op::in_list)
        if (const ParameterValue* value = slice_.parameter_values[static_cast<std::size_t>(e.constant)];
            value && !value->list.empty())
          out.push_back(answered(value->list.front()));
    return out;
  }
  std::vector<Answer> births(std::int8_t person) const {
    if (const Answer birth = answers_.of_person(static_cast<std::size_t>(person), Fact::birth); birth.known)
      return {answered(period_of(birth).first()), answered(period_of(birth).last())};
    std::vector<Answer> out;
    for (const int years : {10, 17, 30})
      out.push_back(answered(add_months(rule_date_, -12 * years, MonthEnd::last_day)));
    return out;
  }

  const RulePack& pack_;
  const Answers& answers_;
  const Slice& slice_;
  Date rule_date_;
};

template <class Visit>
void each_fact(std::size_t persons, Visit&& visit) {
  for (std::size_t f = 0; f < fact_count; ++f) {
    const Fact fact = static_cast<Fact>(f);
    if (is_everyday_fact(fact)) continue;  // no rule asks for them
    if (!is_person_fact(fact)) visit(fact, nobody);
    for (std::size_t p = 0; is_person_fact(fact) && p < persons; ++p) visit(fact, static_cast<std::int8_t>(p));
  }
}

FactRef ref(const Household& household, Fact fact, std::int8_t person) {
  return {fact, person == nobody ? std::string() : household.persons[static_cast<std::size_t>(person)].id};
}

int open_conditions(const Evaluation& e) {
  return static_cast<int>(std::count_if(e.conditions.begin(), e.conditions.end(),
                                        [](const ConditionResult& c) { return c.state == ConditionState::unknown; }));
}

bool asks_for_more(const Evaluation& e) {
  return e.state == State::need_more || std::any_of(e.persons.begin(), e.persons.end(),
                                                    [](const PersonResult& p) { return p.state == State::need_more; });
}

// Where no single answer settles a condition, the unanswered facts that the open conditions ask for.
std::vector<NextQuestion> what_open_conditions_ask(const RulePack& pack, const Household& household,
                                                   const Answers& answers, const Evaluation& now) {
  std::vector<NextQuestion> out;
  for (const ConditionResult& result : now.conditions) {
    if (result.state != ConditionState::unknown) continue;
    for (const Fact fact : pack.conditions[result.condition].facts) {
      const std::int8_t person = is_person_fact(fact) ? result.person : nobody;
      if (is_person_fact(fact) && person == nobody) continue;
      const Answer answer = answers.of(fact, static_cast<std::size_t>(person));
      const FactRef asked = ref(household, fact, person);
      const auto same = std::find_if(out.begin(), out.end(), [&](const NextQuestion& q) { return q.fact == asked; });
      if (answer.is_exact() || (fact == Fact::decision_date && !answer.known)) continue;
      if (same != out.end())
        ++same->conditions;
      else
        out.push_back({.fact = asked, .conditions = 1});
    }
  }
  return out;
}

}  // namespace

std::vector<NextQuestion> next_questions(const RulePack& pack, const Household& household, const Answers& answers,
                                         Date as_of, const Evaluation& now) {
  std::vector<NextQuestion> out;
  const Alternatives alternatives(pack, answers, pack.slices[now.slice],
                                  day_of_rules(rule_date_of(answers, as_of), as_of));
  Answers other = answers;
  each_fact(answers.persons.size(), [&](Fact fact, std::int8_t person) {
    const Answer given = other.at(fact, static_cast<std::size_t>(person));
    // Without an application date the assessment uses today and says so, so no question asks for the date. A date of
    // which a period is known is asked about like one that is not.
    if (given.is_exact() || (!given.known && (fact == Fact::application_date || fact == Fact::decision_date))) return;
    NextQuestion question{.fact = ref(household, fact, person)};
    bool turns = false;  // the result, or the open state of a person, changes without a condition or an amount
    for (const Answer& answer : alternatives.of(fact, person)) {
      other.at(fact, static_cast<std::size_t>(person)) = answer;
      const Evaluation then = evaluate(pack, other, as_of);
      question.conditions = std::max(question.conditions, open_conditions(now) - open_conditions(then));
      const std::int64_t moved = std::llabs(then.amount.min.value - now.amount.min.value) +
                                 std::llabs(then.amount.max.value - now.amount.max.value);
      question.kronor = std::max(question.kronor, Kronor{moved});
      turns |= then.state != now.state || then.open_persons < now.open_persons;
    }
    other.at(fact, static_cast<std::size_t>(person)) = given;
    if (question.conditions > 0 || question.kronor > Kronor{} || turns) out.push_back(std::move(question));
  });
  if (out.empty() && asks_for_more(now)) out = what_open_conditions_ask(pack, household, answers, now);
  sort_stably(out, [](const NextQuestion& a, const NextQuestion& b) {
    return a.kronor != b.kronor ? a.kronor > b.kronor : a.conditions > b.conditions;
  });
  return out;
}

std::vector<Turn> what_would_change(const RulePack& pack, const Household& household, const Answers& answers,
                                    Date as_of, const Evaluation& now) {
  std::vector<Turn> out;
  const Alternatives alternatives(pack, answers, pack.slices[now.slice],
                                  day_of_rules(rule_date_of(answers, as_of), as_of));
  Answers other = answers;
  each_fact(answers.persons.size(), [&](Fact fact, std::int8_t person) {
    Answer& place = other.at(fact, static_cast<std::size_t>(person));
    // A person's tie to the others is not tried with other values.
    if (!place.known || fact == Fact::tie || fact == Fact::permit_tie_to || fact == Fact::birth) return;
    const Answer given = place;
    const std::size_t first = out.size();
    for (const Answer& answer : alternatives.of(fact, person)) {
      if (answer == given) continue;
      place = answer;
      const Evaluation then = evaluate(pack, other, as_of);
      if (then.state == now.state && then.amount == now.amount) continue;
      const bool said = std::any_of(out.begin() + static_cast<std::ptrdiff_t>(first), out.end(),
                                    [&](const Turn& t) { return t.state == then.state && t.amount == then.amount; });
      if (said) continue;
      out.push_back({ref(household, fact, person), answer_text(household, fact, given),
                     answer_text(household, fact, answer), then.state, then.amount});
    }
    place = given;
  });
  sort_stably(out, [&](const Turn& a, const Turn& b) { return (a.state != now.state) > (b.state != now.state); });
  return out;
}

}  // namespace vagval
