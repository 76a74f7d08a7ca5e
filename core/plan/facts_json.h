// The facts of a person and of the situation as JSON, by means of the table of facts.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "facts/household.h"
#include "foundation/json.h"
#include "foundation/result.h"

namespace vagval {

/// Reads the facts among the members of `json`, an object. Members that are no fact are kept as unknown, but for those
/// named in `others`. \param at  the JSON pointer of the object. \returns the first fault.
std::optional<Error> read_facts(const Json& json, const std::string& at, Person& person,
                                const std::vector<std::string_view>& others);
std::optional<Error> read_facts(const Json& json, const std::string& at, Situation& situation);

/// The facts that have an answer, in the order of the table, and then the unknown members.
JsonObject facts_json(const Person& person);
JsonObject facts_json(const Situation& situation);

}  // namespace vagval
