// What is wrong with an otherwise readable household: contradictions and absurd values, each at its place.
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

/// What keeps a text from being somebody's label: too long, or invisible control characters that turn or hide text.
std::optional<Error> label_fault(std::string_view label);

/// The same for any text of at most `most` characters. \param line_ends  whether a line may end in it.
std::optional<Error> text_fault(std::string_view text, std::size_t most, bool line_ends);

/// The faults that can be seen without knowing the day: a file with one of them is not opened.
std::vector<Error> form_faults(const Household& household);

/// Faults that no rule can be applied to: duplicate ids, two applicants, ties to nobody, cycles, a birth after `today`,
/// … In file order; empty when there are none. The household is never changed. \param today  the day the plan is looked
/// at.
std::vector<Error> faults(const Household& household, const Situation& situation, Date today);

/// Answers that do not fit together but can be reckoned with as they stand; the person should look at them.
enum class OddityId : std::uint8_t {
  valid_but_expired,     ///< permit.valid is true, permit.expires_on lies before today
  child_is_adult,        ///< tie is child, but 18 or older
  adult_child_is_minor,  ///< tie is adult_child, but under 18
  arrival_before_departure,
  departure_before_application,
  permanent_with_expiry,  ///< a permanent permit with an expiry date
  granted_before_birth,   ///< permit granted before the person was born
  granted_in_future,
  citizen_with_permit,  ///< Swedish citizen and a residence permit
  cohabitant_lives_apart,
  refused_with_permits,  ///< asylum refused or withdrawn, and everybody has a valid permit
};
struct Oddity {
  OddityId id{};
  Fact fact{};         ///< the answer to look at
  std::string where;   ///< of it, as a JSON pointer
  std::string person;  ///< id, or empty
  friend bool operator==(const Oddity&, const Oddity&) = default;
};
/// The catalogue's name: `oddity.<name>`.
std::string_view oddity_name(OddityId id);
std::vector<Oddity> oddities(const Household& household, const Situation& situation, Date today);

}  // namespace vagval
