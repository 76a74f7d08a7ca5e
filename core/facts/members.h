// The members behind the table of facts. A walker passes a function object with one overload for each C++ type that a
// fact can have: std::optional of bool, Period, Country, std::string (the id of a person) and the enums.
#pragma once

#include <optional>
#include <string_view>
#include <type_traits>

#include "facts/fact.h"
#include "facts/household.h"

namespace vagval {

/// Calls `use(member)` with the member of the person that holds the answer. Does nothing for a fact of the situation.
template <class AnyPerson, class Use>
requires std::is_same_v<std::remove_const_t<AnyPerson>, Person>
void with_member(AnyPerson& person, Fact fact, Use&& use) {
  switch (fact) {
#define PERSON_FACT(id, member, ...) \
  case Fact::id:                     \
    return use(person.member);
#include "facts/table.inc"
    default:
      return;
  }
}

/// The same for the situation.
template <class AnySituation, class Use>
requires std::is_same_v<std::remove_const_t<AnySituation>, Situation>
void with_member(AnySituation& situation, Fact fact, Use&& use) {
  switch (fact) {
#define SITUATION_FACT(id, member, ...) \
  case Fact::id:                        \
    return use(situation.member);
#include "facts/table.inc"
    default:
      return;
  }
}

/// Calls `use(fact, member)` for each fact of the person.
template <class AnyPerson, class Use>
requires std::is_same_v<std::remove_const_t<AnyPerson>, Person>
void each_member(AnyPerson& person, Use&& use) {
#define PERSON_FACT(id, member, ...) use(Fact::id, person.member);
#include "facts/table.inc"
}

/// The same for the situation.
template <class AnySituation, class Use>
requires std::is_same_v<std::remove_const_t<AnySituation>, Situation>
void each_member(AnySituation& situation, Use&& use) {
#define SITUATION_FACT(id, member, ...) use(Fact::id, situation.member);
#include "facts/table.inc"
}

/// Calls `use(name, what it is, unknown members)` for each object of the file that holds several facts of the person.
template <class AnyPerson, class Use>
requires std::is_same_v<std::remove_const_t<AnyPerson>, Person>
void each_part(AnyPerson& person, Use&& use) {
#define PERSON_PART(part, meaning) use(std::string_view(#part), std::string_view(meaning), person.part.unknown);
#include "facts/table.inc"
}

/// The same for the situation.
template <class AnySituation, class Use>
requires std::is_same_v<std::remove_const_t<AnySituation>, Situation>
void each_part(AnySituation& situation, Use&& use) {
#define SITUATION_PART(part, meaning) use(std::string_view(#part), std::string_view(meaning), situation.part.unknown);
#include "facts/table.inc"
}

}  // namespace vagval
