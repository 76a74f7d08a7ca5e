// Faults of a readable household: contradictions and impossible values, each with its place.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "facts/fact.h"
#include "facts/household.h"
#include "foundation/result.h"

namespace vagval {

inline constexpr std::size_t persons_max = 40;
inline constexpr std::size_t label_characters_max = 60;

/// Why a text cannot be a label: it is too long, or holds invisible characters that hide or turn text.
std::optional<Error> label_fault(std::string_view label);

/// As label_fault, for a text of at most `most` characters. \param line_ends  whether the text may hold line ends.
std::optional<Error> text_fault(std::string_view text, std::size_t most, bool line_ends);

/// The faults that do not depend on the day. A file with one of them is not opened.
std::vector<Error> form_faults(const Household& household);

/// Faults that keep the rules from being applied: duplicate ids, two applicants, ties to missing persons, cycles, a
/// birth after `today`, … In file order; empty when the household has none. The household is not changed. \param today
/// the day the plan is looked at.
std::vector<Error> faults(const Household& household, const Situation& situation, Date today);

/// Answers that do not fit together but can be calculated with. The person should look at them.
enum class OddityId : std::uint8_t {
  valid_but_expired,     ///< permit.valid is true, permit.expires_on lies before today
  child_is_adult,        ///< tie is child, but the age is an adult's
  adult_child_is_minor,  ///< tie is adult_child, but the age is a child's
  arrival_before_departure,
  departure_before_application,
  permanent_with_expiry,  ///< a permanent permit with an expiry date
  granted_before_birth,   ///< permit granted before the person was born
  granted_in_future,
  citizen_with_permit,  ///< Swedish citizen and a residence permit
  cohabitant_lives_apart,
  refused_with_permits,  ///< asylum refused or withdrawn, and every person has a valid permit
};
struct Oddity {
  OddityId id{};
  Fact fact{};         ///< the answer to look at
  std::string where;   ///< JSON pointer of the answer
  std::string person;  ///< id, or empty
  friend bool operator==(const Oddity&, const Oddity&) = default;
};
/// The catalogue's name: `oddity.<name>`.
std::string_view oddity_name(OddityId id);
/// \param adult_years  from which age on a person is an adult; without it, nothing is said about ages.
std::vector<Oddity> oddities(const Household& household, const Situation& situation, Date today,
                             std::optional<int> adult_years);

}  // namespace vagval
