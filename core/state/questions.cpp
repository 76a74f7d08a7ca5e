#include "state/questions.h"

#include <algorithm>
#include <array>

namespace vagval {

namespace {

constexpr std::array about_person = {Fact::tie,
                                     Fact::birth,
                                     Fact::permit_ground,
                                     Fact::permit_tie_to,
                                     Fact::permit_kind,
                                     Fact::permit_granted_on,
                                     Fact::permit_expires_on,
                                     Fact::permit_keep_notice,
                                     Fact::lives_with_applicant,
                                     Fact::plan};
constexpr std::array about_everyone = {Fact::swedish_citizen,          Fact::permit_valid, Fact::registered_in_sweden,
                                       Fact::debt_kronofogden,         Fact::debt_csn,     Fact::earlier_grant,
                                       Fact::prison_sentence_unserved, Fact::prosecuted,   Fact::under_investigation};
constexpr std::array about_situation = {Fact::application_date,
                                        Fact::decision_date,
                                        Fact::destination_kind,
                                        Fact::destination_country,
                                        Fact::right_to_live_there,
                                        Fact::intends_to_settle_there,
                                        Fact::can_show_reception,
                                        Fact::has_own_means,
                                        Fact::home_passport_valid,
                                        Fact::asylum_refused_or_withdrawn,
                                        Fact::departure_date,
                                        Fact::arrival_date,
                                        Fact::rents_home,
                                        Fact::owns_home,
                                        Fact::has_job,
                                        Fact::own_business,
                                        Fact::studies,
                                        Fact::swedish_grades,
                                        Fact::unemployment_benefit,
                                        Fact::pension,
                                        Fact::guarantee_pension,
                                        Fact::housing_support,
                                        Fact::social_assistance,
                                        Fact::bank_loan,
                                        Fact::chronic_illness,
                                        Fact::elder_care,
                                        Fact::custody_elsewhere,
                                        Fact::car,
                                        Fact::property_there,
                                        Fact::visit_first,
                                        Fact::trial_period};

bool is_about_everyone(Fact fact) {
  return std::find(about_everyone.begin(), about_everyone.end(), fact) != about_everyone.end();
}

// Whether a condition in force on a possible day of application asks for the fact; what the amounts and dates need is always asked.
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

bool is_asked(const Assets& assets, const Plan& plan, const Person& person, Date today, Fact fact) {
  switch (fact) {
    case Fact::permit_tie_to:
      return person.permit.ground == PermitGround::family_tie;
    case Fact::permit_expires_on:
      return person.permit.kind == PermitKind::temporary;
    case Fact::permit_keep_notice:
      return person.permit.kind == PermitKind::permanent;
    case Fact::permit_kind:
    case Fact::permit_granted_on:
      return person.permit.ground != PermitGround::none && person.swedish_citizen != true;
    case Fact::permit_ground:
      return person.swedish_citizen != true;
    case Fact::lives_with_applicant:
      return person.tie != Tie::applicant;
    case Fact::plan:
      return matters(assets, plan, today, fact);
    default:
      return true;
  }
}

bool is_asked(const Assets& assets, const Plan& plan, Date today, Fact fact) {
  if (is_everyday_fact(fact)) return fact != Fact::guarantee_pension || plan.situation.pension != false;
  switch (fact) {
    case Fact::application_date:
    case Fact::destination_kind:
    case Fact::destination_country:
    case Fact::departure_date:
    case Fact::arrival_date:
      return true;
    case Fact::decision_date:
      return plan.situation.application_date.has_value();
    case Fact::right_to_live_there:
      return plan.situation.destination.kind == DestinationKind::other_country;
    default:
      return matters(assets, plan, today, fact);
  }
}

}  // namespace

std::string slug_of(Fact fact) {
  std::string out(info(fact).name);
  out.erase(0, out.find('.') + 1);
  std::replace(out.begin(), out.end(), '.', '_');
  return out;
}

std::string id_of(const Question& question) {
  const std::string whom = question.scope == Scope::person     ? question.person
                           : question.scope == Scope::everyone ? "all"
                                                               : "situation";
  return whom + "." + slug_of(question.fact);
}

std::vector<Question> questions_of_person(const Assets& assets, const Plan& plan, const Person& person, Date today) {
  std::vector<Question> out;
  for (const Fact fact : about_person)
    if (is_asked(assets, plan, person, today, fact)) out.push_back({Scope::person, fact, person.id});
  return out;
}

std::vector<Question> questions_of_situation(const Assets& assets, const Plan& plan, Date today) {
  std::vector<Question> out;
  if (!plan.household.persons.empty())
    for (const Fact fact : about_everyone)
      if (matters(assets, plan, today, fact)) out.push_back({Scope::everyone, fact, ""});
  for (const Fact fact : about_situation)
    if (is_asked(assets, plan, today, fact)) out.push_back({Scope::situation, fact, ""});
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
  if (is_about_everyone(ref.fact)) return {Scope::everyone, ref.fact, ""};
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
