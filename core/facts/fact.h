// Facts: the names that rule packs, plan files, questions and tests share, and the functions that read and set each
// fact.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "facts/household.h"

namespace vagval {

/// Every answer a rule may ask for. Person facts come first, then those of the situation.
enum class Fact : std::uint8_t {
  birth,
  tie,
  swedish_citizen,
  permit_kind,
  permit_ground,
  permit_granted_on,
  permit_expires_on,
  permit_valid,
  permit_keep_notice,
  permit_tie_to,
  registered_in_sweden,
  lives_with_applicant,
  earlier_grant,
  debt_kronofogden,
  debt_csn,
  prison_sentence_unserved,
  prosecuted,
  under_investigation,
  plan,
  // situation
  application_date,
  decision_date,
  departure_date,
  arrival_date,
  destination_kind,
  destination_country,
  right_to_live_there,
  intends_to_settle_there,
  can_show_reception,
  has_own_means,
  home_passport_valid,
  asylum_refused_or_withdrawn,
  // everyday life
  has_job,
  own_business,
  rents_home,
  owns_home,
  studies,
  swedish_grades,
  unemployment_benefit,
  pension,
  guarantee_pension,
  housing_support,
  social_assistance,
  bank_loan,
  chronic_illness,
  elder_care,
  custody_elsewhere,
  car,
  property_there,
  visit_first,
  trial_period,
};
inline constexpr std::size_t person_fact_count = 19;
inline constexpr std::size_t fact_count = 50;
inline constexpr std::size_t situation_fact_count = fact_count - person_fact_count;

enum class FactType : std::uint8_t { boolean, choice, date, country, person };

struct FactInfo {
  Fact fact;
  std::string_view name;  ///< as rules write it: "person.permit.ground", "situation.destination.country"
  FactType type;
  std::span<const std::string_view> choices;  ///< the words of a choice, in the order of its enum
};

/// Every Fact has an entry, so this does not fail.
const FactInfo& info(Fact fact);
/// \returns the fact with this name, or nothing.
std::optional<Fact> find_fact(std::string_view name);
/// Facts of everyday life: asked once for the household, read only by the path.
constexpr bool is_everyday_fact(Fact fact) { return fact >= Fact::has_job; }
constexpr bool is_person_fact(Fact fact) { return static_cast<std::size_t>(fact) < person_fact_count; }

/// An answer as one number, so that rules compare without building strings.
/// boolean 0/1 · choice the enum's number · date days since 1970-01-01 · country two letters (a*256+b) · person its index
/// in the household. A date is a period, from `value` to `last`; of all others the two are equal.
struct Answer {
  std::int32_t value = 0, last = 0;
  bool known = false;
  friend constexpr bool operator==(const Answer&, const Answer&) = default;
  constexpr bool is_exact() const { return known && value == last; }
};
constexpr Answer answered(std::int32_t value) { return {value, value, true}; }
Answer answered(const Period& period);
/// The period of the known answer to a date.
Period period_of(Answer answer);
constexpr std::int32_t country_number(Country c) { return c.letters[0] * 256 + c.letters[1]; }

/// All answers of a household in one flat table, which the rules read.
struct Answers {
  std::vector<std::array<Answer, person_fact_count>> persons;
  std::array<Answer, situation_fact_count> situation;

  Answer of_person(std::size_t person, Fact fact) const { return persons[person][static_cast<std::size_t>(fact)]; }
  Answer of_situation(Fact fact) const { return situation[static_cast<std::size_t>(fact) - person_fact_count]; }
};

Answers flatten(const Household& household, const Situation& situation);

/// One fact of one person (or of the situation, then `person` is empty).
struct FactRef {
  Fact fact{};
  std::string person;  ///< id
  friend bool operator==(const FactRef&, const FactRef&) = default;
};

/// The answer as the plan file writes it ("true", "refugee", "2024-09-12", "2016-05", "SY", "p2"), empty when not known.
std::string answer_text(const Household& household, const Situation& situation, const FactRef& ref);

/// Sets an answer, or forgets it if `text` is empty. `text` as in answer_text.
/// \returns false and changes nothing if the text is no answer to this fact or the person is not in the household.
bool set_answer(Household& household, Situation& situation, const FactRef& ref, std::string_view text);

/// The words of a number stored in an Answer, as in answer_text ("person" facts need the household for their ids).
std::string answer_text(const Household& household, Fact fact, Answer answer);

}  // namespace vagval
