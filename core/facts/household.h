// A household's answers about itself and its situation. Every answer is optional; an absent one is not known.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "foundation/json.h"
#include "foundation/period.h"

namespace vagval {

/// How a person is tied to the applicant (the one whose application it is).
enum class Tie : std::uint8_t { applicant, spouse, cohabitant, child, adult_child, other_relative };

/// Permanent (permanent uppehållstillstånd) or temporary (tidsbegränsat uppehållstillstånd).
enum class PermitKind : std::uint8_t { permanent, temporary };

/// The ground of a residence permit (grund för uppehållstillstånd).
enum class PermitGround : std::uint8_t {
  refugee,                         ///< flykting
  subsidiary_protection,           ///< alternativt skyddsbehövande
  quota_refugee,                   ///< kvotflykting
  exceptionally_distressing,       ///< synnerligen ömmande omständigheter
  upper_secondary_school_act,      ///< gymnasielagen (2017:353)
  temporary_law_2016,              ///< tillfälliga lagen (2016:752)
  family_tie,                      ///< anknytning
  temporary_protection_directive,  ///< massflyktsdirektivet
  work,
  studies,
  other,
  none  ///< no residence permit
};

/// Whether a person would move.
enum class MovePlan : std::uint8_t { goes, stays, undecided };

enum class DestinationKind : std::uint8_t { country_of_origin, other_country };

/// ISO 3166 alpha-2, two capital letters.
struct Country {
  char letters[2] = {'X', 'X'};
  friend constexpr bool operator==(const Country&, const Country&) = default;
};

/// Members of a JSON object that this version does not know. The writer puts them back where they were.
using UnknownMembers = std::vector<std::pair<std::string, Json>>;

struct Permit {
  std::optional<PermitKind> kind;
  std::optional<PermitGround> ground;
  std::optional<Period> granted_on;  ///< the day since which the person has had a permit
  std::optional<Period> expires_on;
  std::optional<bool> valid;          ///< is valid today
  std::optional<bool> keep_notice;    ///< has told Migrationsverket that he or she wants to keep a permanent permit
  std::optional<std::string> tie_to;  ///< id of the person that a family tie leads to
  UnknownMembers unknown;
  friend bool operator==(const Permit&, const Permit&) = default;
};

struct Person {
  std::string id;  ///< never shown; unique in the household
  std::optional<std::string>
      label;                    ///< a name that the person chose, such as a letter or a nickname; at most 60 characters
  std::optional<Period> birth;  ///< the day of birth
  std::optional<Tie> tie;
  std::optional<bool> swedish_citizen;
  Permit permit;
  std::optional<bool> registered_in_sweden;  ///< folkbokförd
  std::optional<bool> lives_with_applicant;
  std::optional<bool> earlier_grant;  ///< was granted a repatriation grant before
  std::optional<bool> debt_kronofogden;
  std::optional<bool> debt_csn;
  std::optional<bool> prison_sentence_unserved;
  std::optional<bool> prosecuted;
  std::optional<bool> under_investigation;
  std::optional<MovePlan> plan;
  UnknownMembers unknown;
  friend bool operator==(const Person&, const Person&) = default;
};

struct Household {
  std::vector<Person> persons;  ///< at most 40, in the order the person typed them
  UnknownMembers unknown;
  friend bool operator==(const Household&, const Household&) = default;
};

struct Destination {
  std::optional<DestinationKind> kind;
  std::optional<Country> country;
  std::optional<bool> right_to_live_there;
  UnknownMembers unknown;
  friend bool operator==(const Destination&, const Destination&) = default;
};

struct Situation {
  std::optional<Period> application_date;
  std::optional<Period> decision_date;  ///< when Migrationsverket decided
  std::optional<Period> departure_date;
  std::optional<Period> arrival_date;
  Destination destination;
  std::optional<bool> intends_to_settle_there;
  std::optional<bool> can_show_reception;  ///< can show that he or she will be received there
  std::optional<bool> has_own_means;       ///< 1984:890 only: can pay the journey
  std::optional<bool> home_passport_valid;
  std::optional<bool> asylum_refused_or_withdrawn;
  // Everyday life. These answers decide only which tasks of the path concern the household.
  std::optional<bool> has_job;         ///< a person of the household is employed in Sweden
  std::optional<bool> own_business;    ///< a person of the household runs a business in Sweden
  std::optional<bool> rents_home;      ///< the home in Sweden is rented
  std::optional<bool> owns_home;       ///< the home in Sweden is owned
  std::optional<bool> studies;         ///< a person of the household is in adult education, training or university
  std::optional<bool> swedish_grades;  ///< a person of the household has Swedish grades or a Swedish training
  std::optional<bool> unemployment_benefit;  ///< a-kassa
  std::optional<bool> pension;               ///< a person of the household has a Swedish pension
  std::optional<bool> guarantee_pension;     ///< garantipension
  std::optional<bool> housing_support;       ///< bostadsbidrag, bostadstillägg or äldreförsörjningsstöd
  std::optional<bool> social_assistance;     ///< försörjningsstöd
  std::optional<bool> bank_loan;             ///< a loan or purchases on credit
  std::optional<bool> chronic_illness;       ///< a person of the household needs regular care or medicine
  std::optional<bool> elder_care;            ///< home care (hemtjänst) or personal assistance
  std::optional<bool> custody_elsewhere;     ///< a child has another custodian who does not live here or does not move
  std::optional<bool> car;                   ///< a car registered in Sweden
  std::optional<bool> property_there;        ///< owns or inherits land or a house there
  std::optional<bool> visit_first;           ///< wants to go and see before deciding
  std::optional<bool> trial_period;          ///< wants to live there for a time on trial
  UnknownMembers unknown;
  friend bool operator==(const Situation&, const Situation&) = default;
};

/// The day on which a person who was born on the day comes of age. For a birth on 29 February that is 1 March where the
/// year has no such day; no source names the day before.
Date of_age(Date birth, int adult_years);
/// The same for a birth of which only a period is known; open where the birth is.
Period of_age(const Period& birth, int adult_years);

/// The country with these two capital letters, or nothing.
std::optional<Country> parse_country(std::string_view code);

/// \returns the person with this id, or nullptr.
const Person* find_person(const Household& household, std::string_view id);
Person* find_person(Household& household, std::string_view id);

}  // namespace vagval
