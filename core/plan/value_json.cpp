#include "plan/value_json.h"

#include <algorithm>

namespace vagval {

namespace {

constexpr std::size_t shown_max = 60;  // bytes of the person's text in an error

Error wrong_type(const char* expected) { return {ErrorId::wrong_type, "", expected}; }

// A year out of range, or no such day.
ErrorId date_fault(std::string_view text) {
  const bool looks_like_date = text.size() == 10 && text[4] == '-' && text[7] == '-';
  const std::string_view year = text.substr(0, std::min<std::size_t>(4, text.size()));
  return looks_like_date && (year < "1900" || year > "2199") ? ErrorId::year_out_of_range : ErrorId::no_such_date;
}

}  // namespace

std::optional<Error> read_value(const Json& json, std::optional<bool>& out) {
  if (!json.boolean()) return wrong_type("true or false");
  out = *json.boolean();
  return std::nullopt;
}

std::optional<Error> read_value(const Json& json, std::optional<Date>& out) {
  if (!json.text()) return wrong_type("text");
  out = parse_date(*json.text());
  if (out) return std::nullopt;
  return Error{date_fault(*json.text()), "", json.text()->substr(0, shown_max)};
}

std::optional<Error> read_value(const Json& json, std::optional<Country>& out) {
  if (!json.text()) return wrong_type("text");
  const std::optional<Country> country = parse_country(*json.text());
  if (!country) return Error{ErrorId::not_a_country, "", json.text()->substr(0, shown_max)};
  out = country;
  return std::nullopt;
}

std::optional<Error> read_value(const Json& json, std::optional<Period>& out) {
  if (!json.text()) return wrong_type("text");
  const Result<Period> period = read_period(*json.text());
  if (!period) return period.error();
  out = *period;
  return std::nullopt;
}

std::optional<Error> read_value(const Json& json, std::optional<std::string>& out) {
  if (!json.text()) return wrong_type("text");
  out = *json.text();
  return std::nullopt;
}

std::optional<Error> read_choice(const Json& json, std::size_t& out, std::span<const std::string_view> names) {
  if (!json.text()) return wrong_type("text");
  const auto found = std::find(names.begin(), names.end(), *json.text());
  if (found == names.end()) return Error{ErrorId::unknown_choice, "", json.text()->substr(0, shown_max)};
  out = static_cast<std::size_t>(found - names.begin());
  return std::nullopt;
}

Json json_of(bool truth) { return Json{truth}; }
Json json_of(Date date) { return Json{to_iso(date)}; }
Json json_of(Country country) { return Json{std::string(country.letters, 2)}; }
Json json_of(const Period& period) { return Json{to_text(period)}; }
Json json_of(const std::string& person) { return Json{person}; }

}  // namespace vagval
