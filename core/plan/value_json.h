// The values of a plan as JSON: one overload for each type, to read and to write. Facts (plan/facts_json.h) and the
// other parts (plan/entries_json.h) share them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "facts/household.h"
#include "foundation/date.h"
#include "foundation/json.h"
#include "foundation/period.h"
#include "foundation/result.h"

namespace vagval {

/// Reads the value into `out`. \returns why it cannot be read, without its place; `out` is then not to be used.
std::optional<Error> read_value(const Json& json, std::optional<bool>& out);
std::optional<Error> read_value(const Json& json, std::optional<Date>& out);
std::optional<Error> read_value(const Json& json, std::optional<Country>& out);
/// A day, a month, a year or another form of foundation/period.h.
std::optional<Error> read_value(const Json& json, std::optional<Period>& out);
/// The id of a person. Whether the household has the person is checked when all persons are read.
std::optional<Error> read_value(const Json& json, std::optional<std::string>& out);
/// The place of a word in `names`.
std::optional<Error> read_choice(const Json& json, std::size_t& out, std::span<const std::string_view> names);
template <class Choice>
std::optional<Error> read_choice(const Json& json, std::optional<Choice>& out,
                                 std::span<const std::string_view> names) {
  std::size_t place = 0;
  if (auto fault = read_choice(json, place, names)) return fault;
  out = static_cast<Choice>(place);
  return std::nullopt;
}

Json json_of(bool truth);
Json json_of(Date date);
Json json_of(Country country);
Json json_of(const Period& period);
Json json_of(const std::string& person);

}  // namespace vagval
