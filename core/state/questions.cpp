#include "state/questions.h"

#include <algorithm>

namespace vagval {

namespace {

// Whether a condition in force on a possible day of application asks for the fact; what the amounts and dates need is
// always asked.
bool matters(const Assets& assets, const Plan& plan, Date today, Fact fact) {
  const auto asks = [&](const Slice& slice) {
    return std::any_of(slice.conditions.begin(), slice.conditions.end(), [&](std::uint16_t index) {
      const auto& facts = assets.pack.conditions[index].facts;
      return std::find(facts.begin(), facts.end(), fact) != facts.end();
    });
  };
  const std::vector<Stretch> stretches = stretches_of(assets.pack, plan.situation.application_date.value_or(today));
  return std::any_of(stretches.begin(), stretches.end(), [&](const Stretch& stretch) { return asks(*stretch.slice); });
}

bool is_asked(const Assets& assets, const Plan& plan, const Person* person, Date today, Fact fact) {
  return is_meaningful(fact, plan.situation, person) &&
         (!is_asked_by_rules_only(fact) || matters(assets, plan, today, fact));
}

}  // namespace

std::string id_of(const Question& question) {
  const std::string whom = question.scope == Scope::person     ? question.person
                           : question.scope == Scope::everyone ? std::string(whom_all)
                                                               : std::string(whom_situation);
  return name_of({whom, slug_of(question.fact)});
}

std::vector<Question> questions_of_person(const Assets& assets, const Plan& plan, const Person& person, Date today) {
  std::vector<Question> out;
  for (const Fact fact : facts_asked(Asking::each))
    if (is_asked(assets, plan, &person, today, fact)) out.push_back({Scope::person, fact, person.id});
  return out;
}

std::vector<Question> questions_of_situation(const Assets& assets, const Plan& plan, Date today) {
  std::vector<Question> out;
  if (!plan.household.persons.empty())
    for (const Fact fact : facts_asked(Asking::together))
      if (matters(assets, plan, today, fact)) out.push_back({Scope::everyone, fact, ""});
  for (const Asking asked : {Asking::once, Asking::everyday})
    for (const Fact fact : facts_asked(asked))
      if (is_asked(assets, plan, nullptr, today, fact)) out.push_back({Scope::situation, fact, ""});
  return out;
}

std::optional<Question> find_question(const Assets& assets, const Plan& plan, Date today, std::string_view id) {
  const auto among = [&](const std::vector<Question>& questions) -> std::optional<Question> {
    for (const Question& question : questions)
      if (id_of(question) == id) return question;
    return std::nullopt;
  };
  for (const Person& person : plan.household.persons)
    if (auto found = among(questions_of_person(assets, plan, person, today))) return found;
  return among(questions_of_situation(assets, plan, today));
}

Question question_about(const FactRef& ref) {
  if (!is_person_fact(ref.fact)) return {Scope::situation, ref.fact, ""};
  if (info(ref.fact).asked == Asking::together) return {Scope::everyone, ref.fact, ""};
  return {Scope::person, ref.fact, ref.person};
}

bool is_answered(const Plan& plan, const Question& question) {
  const auto answered = [&](Fact fact, const std::string& person) {
    return !answer_text(plan.household, plan.situation, {fact, person}).empty();
  };
  switch (question.scope) {
    case Scope::situation:
      return answered(question.fact, "");
    case Scope::person:
      return answered(question.fact, question.person);
    case Scope::everyone:
      return std::all_of(plan.household.persons.begin(), plan.household.persons.end(),
                         [&](const Person& person) { return answered(question.fact, person.id); });
  }
  return false;
}

}  // namespace vagval
