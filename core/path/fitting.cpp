#include "path/fitting.h"

#include <algorithm>

#include "rules/evaluator.h"
#include "rules/expr_json.h"

namespace vagval {

namespace {

// A date that is known roughly can still be said exactly.
bool any_answer_missing(const Answers& answers, Fact fact) {
  if (!is_person_fact(fact)) return !answers.of_situation(fact).is_exact();
  for (std::size_t p = 0; p < answers.persons.size(); ++p)
    if (!answers.of_person(p, fact).is_exact()) return true;
  return false;
}

// Whether a person was born on or before the day, as far as the answers tell.
Truth counts_as_adult(const Person& person, Date today, int adult_years) {
  if (person.birth) return on_or_before(of_age(*person.birth, adult_years), today);
  if (person.tie == Tie::child) return Truth::no;
  return person.tie ? Truth::yes : Truth::unknown;
}

}  // namespace

Fitting fit(const PathGuide& guide, const RulePack& pack, const Household& household, const Situation& situation,
            Date today) {
  Answers answers = flatten(household, situation);
  if (answers.persons.empty()) answers.persons.emplace_back();
  // One evaluator for each set of rules that the application can fall under.
  std::vector<Evaluator> evaluators;
  for (const Stretch& stretch : stretches_of(pack, rule_date_of(answers, today)))
    evaluators.emplace_back(pack, *stretch.slice, answers, stretch.days, today);
  const auto of = [&](std::uint32_t expr) {
    if (expr == no_expr) return Fit{};
    std::uint32_t node = no_node;
    Fit out{evaluators.front().expr(expr, nobody, node).truth, {}};
    for (std::size_t i = 1; i < evaluators.size(); ++i)
      if (evaluators[i].expr(expr, nobody, node).truth != out.truth) out.truth = Truth::unknown;
    if (out.truth == Truth::unknown)
      for (const Fact fact : facts_of(pack, expr))
        if (any_answer_missing(answers, fact)) out.depends_on.push_back(fact);
    return out;
  };
  Fitting out;
  for (const PathTask& task : guide.tasks) out.tasks.push_back(of(task.applies));
  for (const DocumentKind& kind : guide.documents) out.documents.push_back(of(kind.applies));
  for (const Ending& ending : guide.endings) out.endings.push_back(of(ending.applies));
  for (const AuthorityQuestion& question : guide.questions) out.questions.push_back(of(question.applies));
  for (const PathHazard& hazard : guide.hazards) {
    out.orders.push_back(of(hazard.applies));
    out.facts.push_back(hazard.when == no_expr ? Fit{Truth::no, {}} : of(hazard.when));
  }
  return out;
}

std::vector<std::size_t> holders_of(const DocumentKind& kind, const Household& household, Date today,
                                    std::optional<int> adult_years) {
  std::vector<std::size_t> out;
  if (kind.of == DocumentOf::household) return out;
  for (std::size_t p = 0; p < household.persons.size(); ++p) {
    const Truth adult = adult_years ? counts_as_adult(household.persons[p], today, *adult_years) : Truth::unknown;
    if ((kind.of == DocumentOf::adult && adult == Truth::no) || (kind.of == DocumentOf::child && adult == Truth::yes))
      continue;
    out.push_back(p);
  }
  return out;
}

}  // namespace vagval
