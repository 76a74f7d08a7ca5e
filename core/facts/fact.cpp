#include "facts/fact.h"

#include <iterator>
#include <limits>

namespace vagval {

namespace {

constexpr std::string_view ties[] = {"applicant", "spouse", "cohabitant", "child", "adult_child", "other_relative"};
constexpr std::string_view kinds[] = {"permanent", "temporary"};
constexpr std::string_view grounds[] = {"refugee",
                                        "subsidiary_protection",
                                        "quota_refugee",
                                        "exceptionally_distressing",
                                        "upper_secondary_school_act",
                                        "temporary_law_2016",
                                        "family_tie",
                                        "temporary_protection_directive",
                                        "work",
                                        "studies",
                                        "other",
                                        "none"};
constexpr std::string_view plans[] = {"goes", "stays", "undecided"};
constexpr std::string_view destinations[] = {"country_of_origin", "other_country"};

static_assert(std::size(ties) == static_cast<std::size_t>(Tie::other_relative) + 1);
static_assert(std::size(grounds) == static_cast<std::size_t>(PermitGround::none) + 1);

constexpr FactInfo infos[] = {
    {Fact::birth, "person.birth", FactType::date, {}},
    {Fact::tie, "person.tie", FactType::choice, ties},
    {Fact::swedish_citizen, "person.swedish_citizen", FactType::boolean, {}},
    {Fact::permit_kind, "person.permit.kind", FactType::choice, kinds},
    {Fact::permit_ground, "person.permit.ground", FactType::choice, grounds},
    {Fact::permit_granted_on, "person.permit.granted_on", FactType::date, {}},
    {Fact::permit_expires_on, "person.permit.expires_on", FactType::date, {}},
    {Fact::permit_valid, "person.permit.valid", FactType::boolean, {}},
    {Fact::permit_keep_notice, "person.permit.keep_notice", FactType::boolean, {}},
    {Fact::permit_tie_to, "person.permit.tie_to", FactType::person, {}},
    {Fact::registered_in_sweden, "person.registered_in_sweden", FactType::boolean, {}},
    {Fact::lives_with_applicant, "person.lives_with_applicant", FactType::boolean, {}},
    {Fact::earlier_grant, "person.earlier_grant", FactType::boolean, {}},
    {Fact::debt_kronofogden, "person.debt_kronofogden", FactType::boolean, {}},
    {Fact::debt_csn, "person.debt_csn", FactType::boolean, {}},
    {Fact::prison_sentence_unserved, "person.prison_sentence_unserved", FactType::boolean, {}},
    {Fact::prosecuted, "person.prosecuted", FactType::boolean, {}},
    {Fact::under_investigation, "person.under_investigation", FactType::boolean, {}},
    {Fact::plan, "person.plan", FactType::choice, plans},
    {Fact::application_date, "situation.application_date", FactType::date, {}},
    {Fact::decision_date, "situation.decision_date", FactType::date, {}},
    {Fact::departure_date, "situation.departure_date", FactType::date, {}},
    {Fact::arrival_date, "situation.arrival_date", FactType::date, {}},
    {Fact::destination_kind, "situation.destination.kind", FactType::choice, destinations},
    {Fact::destination_country, "situation.destination.country", FactType::country, {}},
    {Fact::right_to_live_there, "situation.destination.right_to_live_there", FactType::boolean, {}},
    {Fact::intends_to_settle_there, "situation.intends_to_settle_there", FactType::boolean, {}},
    {Fact::can_show_reception, "situation.can_show_reception", FactType::boolean, {}},
    {Fact::has_own_means, "situation.has_own_means", FactType::boolean, {}},
    {Fact::home_passport_valid, "situation.home_passport_valid", FactType::boolean, {}},
    {Fact::asylum_refused_or_withdrawn, "situation.asylum_refused_or_withdrawn", FactType::boolean, {}},
    {Fact::has_job, "situation.has_job", FactType::boolean, {}},
    {Fact::own_business, "situation.own_business", FactType::boolean, {}},
    {Fact::rents_home, "situation.rents_home", FactType::boolean, {}},
    {Fact::owns_home, "situation.owns_home", FactType::boolean, {}},
    {Fact::studies, "situation.studies", FactType::boolean, {}},
    {Fact::swedish_grades, "situation.swedish_grades", FactType::boolean, {}},
    {Fact::unemployment_benefit, "situation.unemployment_benefit", FactType::boolean, {}},
    {Fact::pension, "situation.pension", FactType::boolean, {}},
    {Fact::guarantee_pension, "situation.guarantee_pension", FactType::boolean, {}},
    {Fact::housing_support, "situation.housing_support", FactType::boolean, {}},
    {Fact::social_assistance, "situation.social_assistance", FactType::boolean, {}},
    {Fact::bank_loan, "situation.bank_loan", FactType::boolean, {}},
    {Fact::chronic_illness, "situation.chronic_illness", FactType::boolean, {}},
    {Fact::elder_care, "situation.elder_care", FactType::boolean, {}},
    {Fact::custody_elsewhere, "situation.custody_elsewhere", FactType::boolean, {}},
    {Fact::car, "situation.car", FactType::boolean, {}},
    {Fact::property_there, "situation.property_there", FactType::boolean, {}},
    {Fact::visit_first, "situation.visit_first", FactType::boolean, {}},
    {Fact::trial_period, "situation.trial_period", FactType::boolean, {}},
};
static_assert(std::size(infos) == fact_count);

// Calls `visit(fact, answer)` for each answer: the one place that knows which member holds which fact.
template <class AnyPerson, class Visit>
void each_person_answer(AnyPerson& p, Visit&& visit) {
  visit(Fact::birth, p.birth);
  visit(Fact::tie, p.tie);
  visit(Fact::swedish_citizen, p.swedish_citizen);
  visit(Fact::permit_kind, p.permit.kind);
  visit(Fact::permit_ground, p.permit.ground);
  visit(Fact::permit_granted_on, p.permit.granted_on);
  visit(Fact::permit_expires_on, p.permit.expires_on);
  visit(Fact::permit_valid, p.permit.valid);
  visit(Fact::permit_keep_notice, p.permit.keep_notice);
  visit(Fact::permit_tie_to, p.permit.tie_to);
  visit(Fact::registered_in_sweden, p.registered_in_sweden);
  visit(Fact::lives_with_applicant, p.lives_with_applicant);
  visit(Fact::earlier_grant, p.earlier_grant);
  visit(Fact::debt_kronofogden, p.debt_kronofogden);
  visit(Fact::debt_csn, p.debt_csn);
  visit(Fact::prison_sentence_unserved, p.prison_sentence_unserved);
  visit(Fact::prosecuted, p.prosecuted);
  visit(Fact::under_investigation, p.under_investigation);
  visit(Fact::plan, p.plan);
}
template <class AnySituation, class Visit>
void each_situation_answer(AnySituation& s, Visit&& visit) {
  visit(Fact::application_date, s.application_date);
  visit(Fact::decision_date, s.decision_date);
  visit(Fact::departure_date, s.departure_date);
  visit(Fact::arrival_date, s.arrival_date);
  visit(Fact::destination_kind, s.destination.kind);
  visit(Fact::destination_country, s.destination.country);
  visit(Fact::right_to_live_there, s.destination.right_to_live_there);
  visit(Fact::intends_to_settle_there, s.intends_to_settle_there);
  visit(Fact::can_show_reception, s.can_show_reception);
  visit(Fact::has_own_means, s.has_own_means);
  visit(Fact::home_passport_valid, s.home_passport_valid);
  visit(Fact::asylum_refused_or_withdrawn, s.asylum_refused_or_withdrawn);
  visit(Fact::has_job, s.has_job);
  visit(Fact::own_business, s.own_business);
  visit(Fact::rents_home, s.rents_home);
  visit(Fact::owns_home, s.owns_home);
  visit(Fact::studies, s.studies);
  visit(Fact::swedish_grades, s.swedish_grades);
  visit(Fact::unemployment_benefit, s.unemployment_benefit);
  visit(Fact::pension, s.pension);
  visit(Fact::guarantee_pension, s.guarantee_pension);
  visit(Fact::housing_support, s.housing_support);
  visit(Fact::social_assistance, s.social_assistance);
  visit(Fact::bank_loan, s.bank_loan);
  visit(Fact::chronic_illness, s.chronic_illness);
  visit(Fact::elder_care, s.elder_care);
  visit(Fact::custody_elsewhere, s.custody_elsewhere);
  visit(Fact::car, s.car);
  visit(Fact::property_there, s.property_there);
  visit(Fact::visit_first, s.visit_first);
  visit(Fact::trial_period, s.trial_period);
}

// The ends of a period that is open there: before and after every day.
constexpr std::int32_t open_begin = std::numeric_limits<std::int32_t>::min();
constexpr std::int32_t open_end = std::numeric_limits<std::int32_t>::max();

struct ToAnswer {
  const Household& household;
  template <class E>
  Answer operator()(const std::optional<E>& v) const {
    return v ? answered(static_cast<std::int32_t>(*v)) : Answer{};
  }
  Answer operator()(const std::optional<Period>& v) const { return v ? answered(*v) : Answer{}; }
  Answer operator()(const std::optional<Country>& v) const { return v ? answered(country_number(*v)) : Answer{}; }
  Answer operator()(const std::optional<std::string>& v) const {
    if (!v) return {};
    for (std::size_t i = 0; i < household.persons.size(); ++i)
      if (household.persons[i].id == *v) return answered(static_cast<std::int32_t>(i));
    return {};
  }
};

bool parse(std::string_view text, const FactInfo&, std::optional<bool>& out) {
  if (text != "true" && text != "false") return false;
  out = text == "true";
  return true;
}
bool parse(std::string_view text, const FactInfo&, std::optional<Period>& out) {
  const std::optional<Period> period = parse_period(text);
  if (period) out = period;
  return period.has_value();
}
bool parse(std::string_view text, const FactInfo&, std::optional<Country>& out) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (text.size() != 2 || !is_capital(text[0]) || !is_capital(text[1])) return false;
  out = Country{{text[0], text[1]}};
  return true;
}
bool parse(std::string_view text, const FactInfo&, std::optional<std::string>& out) {
  out = std::string(text);
  return true;
}
template <class E>
bool parse(std::string_view text, const FactInfo& about, std::optional<E>& out) {
  for (std::size_t i = 0; i < about.choices.size(); ++i)
    if (about.choices[i] == text) {
      out = static_cast<E>(i);
      return true;
    }
  return false;
}

}  // namespace

Answer answered(const Period& period) {
  return {period.has_first() ? period.first().days : open_begin, period.has_last() ? period.last().days : open_end, true};
}

Period period_of(Answer answer) {
  if (answer.value == open_begin) return Period::until({answer.last});
  if (answer.last == open_end) return Period::since({answer.value});
  return Period::between({answer.value}, {answer.last}).value_or(Date{answer.value});
}

const FactInfo& info(Fact fact) { return infos[static_cast<std::size_t>(fact)]; }

std::optional<Fact> find_fact(std::string_view name) {
  for (const FactInfo& about : infos)
    if (about.name == name) return about.fact;
  return std::nullopt;
}

const Person* find_person(const Household& household, std::string_view id) {
  for (const Person& person : household.persons)
    if (person.id == id) return &person;
  return nullptr;
}
Person* find_person(Household& household, std::string_view id) {
  return const_cast<Person*>(find_person(static_cast<const Household&>(household), id));
}

Answers flatten(const Household& household, const Situation& situation) {
  Answers out;
  const ToAnswer to_answer{household};
  out.persons.resize(household.persons.size());
  for (std::size_t i = 0; i < household.persons.size(); ++i)
    each_person_answer(household.persons[i],
                       [&](Fact f, const auto& v) { out.persons[i][static_cast<std::size_t>(f)] = to_answer(v); });
  // A person who has not decided may still go or stay: for a rule that is a missing answer.
  for (auto& person : out.persons) {
    Answer& plan = person[static_cast<std::size_t>(Fact::plan)];
    if (plan == answered(static_cast<std::int32_t>(MovePlan::undecided))) plan = {};
  }
  each_situation_answer(situation, [&](Fact f, const auto& v) {
    out.situation[static_cast<std::size_t>(f) - person_fact_count] = to_answer(v);
  });
  return out;
}

std::string answer_text(const Household& household, Fact fact, Answer answer) {
  if (!answer.known) return {};
  const FactInfo& about = info(fact);
  switch (about.type) {
    case FactType::boolean:
      return answer.value ? "true" : "false";
    case FactType::choice:
      return std::string(about.choices[static_cast<std::size_t>(answer.value)]);
    case FactType::date:
      return to_text(period_of(answer));
    case FactType::country:
      return {static_cast<char>(answer.value / 256), static_cast<char>(answer.value % 256)};
    case FactType::person:
      return household.persons[static_cast<std::size_t>(answer.value)].id;
  }
  return {};
}

std::string answer_text(const Household& household, const Situation& situation, const FactRef& ref) {
  std::string out;
  const auto pick = [&](Fact f, const auto& v) {
    if (f == ref.fact) out = answer_text(household, f, ToAnswer{household}(v));
  };
  if (!is_person_fact(ref.fact)) {
    each_situation_answer(situation, pick);
  } else if (const Person* person = find_person(household, ref.person)) {
    each_person_answer(*person, pick);
  }
  return out;
}

bool set_answer(Household& household, Situation& situation, const FactRef& ref, std::string_view text) {
  bool set = false;
  const auto put = [&](Fact f, auto& v) {
    if (f != ref.fact) return;
    if (text.empty()) {
      v.reset();
      set = true;
    } else if (f != Fact::permit_tie_to || find_person(household, text)) {
      set = parse(text, info(f), v);
    }
  };
  if (!is_person_fact(ref.fact)) {
    each_situation_answer(situation, put);
  } else if (Person* person = find_person(household, ref.person)) {
    each_person_answer(*person, put);
  }
  return set;
}

}  // namespace vagval
