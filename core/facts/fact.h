// Facts: the names that rule packs, plan files, questions and tests share, and the functions that read and set each
// fact.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "facts/household.h"

namespace vagval {

/// Every answer of a household, from the table of facts. Facts of a person come first, then those of the situation.
enum class Fact : std::uint8_t {
#define PERSON_FACT(fact, ...) fact,
#define SITUATION_FACT(fact, ...) fact,
#include "facts/table.inc"
};

inline constexpr std::size_t person_fact_count = 0
#define PERSON_FACT(...) +1
#include "facts/table.inc"
    ;
inline constexpr std::size_t situation_fact_count = 0
#define SITUATION_FACT(...) +1
#include "facts/table.inc"
    ;
inline constexpr std::size_t fact_count = person_fact_count + situation_fact_count;

enum class FactType : std::uint8_t { boolean, choice, date, country, person };

/// How a fact is asked.
enum class Asking : std::uint8_t {
  together,  ///< of all persons with one question
  each,      ///< of each person
  once,      ///< about the situation
  everyday,  ///< about the situation, and read only by the path
  unasked    ///< by the question of another fact
};

/// One thing that has to hold for a question to be asked.
struct Need {
  enum class Test : std::uint8_t { always, in_rules, has, is, is_not } test = Test::always;
  Fact fact{};
  std::int32_t answer = 0;  ///< 0 or 1, or the enum's number
};

/// A row of the table of facts.
struct FactInfo {
  Fact fact;
  std::string_view name;  ///< as rules write it: "person.permit.ground", "situation.destination.country"
  FactType type;
  std::span<const std::string_view> choices;  ///< the words of a choice, in the order of its enum
  Asking asked;
  int turn;       ///< facts of a lower turn are asked first
  bool on_sheet;  ///< the sheet for the application shows it
  std::string_view meaning;
  std::array<Need, 2> needs;  ///< it is asked only if all of them hold
};

/// Every Fact has a row, so this does not fail.
const FactInfo& info(Fact fact);
/// \returns the fact with this name, or nothing.
std::optional<Fact> find_fact(std::string_view name);
constexpr bool is_person_fact(Fact fact) { return static_cast<std::size_t>(fact) < person_fact_count; }
/// Facts of everyday life: asked once for the household, read only by the path.
bool is_everyday_fact(Fact fact);
/// Facts asked in this way, in the order in which they are asked.
const std::vector<Fact>& facts_asked(Asking asked);

/// Where a fact stands in its owner's object of the file: "person.permit.ground" is `member` "ground" of the object
/// `part` "permit". `part` is empty where the member is the owner's own.
struct FactPlace {
  std::string_view part, member;
};
FactPlace place_of(Fact fact);

/// Whether the other answers leave the question about this fact a meaning. Whether the rules ask for it is not judged
/// here. \param person  for a fact of a person.
bool is_meaningful(Fact fact, const Situation& situation, const Person* person);
/// Whether the question is asked only if a condition in force asks for the fact.
bool is_asked_by_rules_only(Fact fact);

/// An answer as one number, so that rules compare without building strings.
/// boolean 0/1 · choice the enum's number · date days since 1970-01-01 · country two letters (a*256+b) · person its
/// index in the household. A date is a period, from `value` to `last`; of all others the two are equal.
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
constexpr Country country_of(std::int32_t number) {
  return {{static_cast<char>(number / 256), static_cast<char>(number % 256)}};
}

/// A choice, by its place in FactInfo::choices.
struct ChoiceIndex {
  std::uint8_t index = 0;
  friend constexpr bool operator==(const ChoiceIndex&, const ChoiceIndex&) = default;
};
/// A person, by the place in the household.
struct PersonIndex {
  std::uint8_t index = 0;
  friend constexpr bool operator==(const PersonIndex&, const PersonIndex&) = default;
};

/// An answer with its fact and its type, for readers who show it. \see typed_answer
struct TypedAnswer {
  Fact fact{};
  std::variant<std::monostate, bool, ChoiceIndex, Period, Country, PersonIndex> value;  ///< monostate: not known
  friend bool operator==(const TypedAnswer&, const TypedAnswer&) = default;
};
TypedAnswer typed_answer(Fact fact, Answer answer);
/// Reads an answer as the plan file writes it; not known if the text is no answer to this fact.
TypedAnswer read_answer(const Household& household, Fact fact, std::string_view text);

/// All answers of a household in one flat table, which the rules read.
struct Answers {
  std::vector<std::array<Answer, person_fact_count>> persons;
  std::array<Answer, situation_fact_count> situation;

  Answer of_person(std::size_t person, Fact fact) const { return persons[person][static_cast<std::size_t>(fact)]; }
  Answer of_situation(Fact fact) const { return situation[static_cast<std::size_t>(fact) - person_fact_count]; }
  /// The place of an answer. \param person  of a fact of a person: the place in the household; otherwise not read.
  Answer& at(Fact fact, std::size_t person = 0) {
    const auto i = static_cast<std::size_t>(fact);
    return is_person_fact(fact) ? persons[person][i] : situation[i - person_fact_count];
  }
  Answer of(Fact fact, std::size_t person = 0) const {
    return is_person_fact(fact) ? of_person(person, fact) : of_situation(fact);
  }
};

Answers flatten(const Household& household, const Situation& situation);

/// One fact of one person (or of the situation, then `person` is empty).
struct FactRef {
  Fact fact{};
  std::string person;  ///< id
  friend bool operator==(const FactRef&, const FactRef&) = default;
};

/// The answer as the plan file writes it ("true", "refugee", "2024-09-12", "2016-05", "SY", "p2"), empty when not
/// known.
std::string answer_text(const Household& household, const Situation& situation, const FactRef& ref);

/// Sets an answer, or forgets it if `text` is empty. `text` as in answer_text.
/// \returns false and changes nothing if the text is no answer to this fact or the person is not in the household.
bool set_answer(Household& household, Situation& situation, const FactRef& ref, std::string_view text);

/// The words of a number stored in an Answer, as in answer_text ("person" facts need the household for their ids).
std::string answer_text(const Household& household, Fact fact, Answer answer);

}  // namespace vagval
