#include "foundation/reader.h"

#include <cstddef>

namespace vagval {

namespace {

const JsonArray no_array;
const JsonObject no_object;

}  // namespace

void ProblemList::add(std::string pointer, std::string sentence) {
  if (++found <= problems_told) problems.push_back({file, std::move(pointer), std::move(sentence)});
}

std::vector<Problem> ProblemList::take() {
  if (found > problems.size())
    problems.push_back({file, "", "and " + std::to_string(found - problems.size()) + " more"});
  return std::move(problems);
}

ObjectReader::ObjectReader(const Json& json, std::string pointer, ProblemList& problems)
    : members_(json.object()), pointer_(std::move(pointer)), problems_(&problems) {
  if (!members_) {
    problems_->add(pointer_, "an object is expected here");
    members_ = &no_object;
  }
  read_.resize(members_->size(), false);
}

const Json* ObjectReader::take(std::string_view key) {
  for (std::size_t i = 0; i < members_->size(); ++i) {
    if ((*members_)[i].first != key) continue;
    read_[i] = true;
    return &(*members_)[i].second;
  }
  return nullptr;
}

const Json* ObjectReader::optional(std::string_view key) { return take(key); }

const Json* ObjectReader::required(std::string_view key) {
  const Json* json = take(key);
  if (!json) problems_->add(pointer_, "\"" + std::string(key) + "\" is missing");
  return json;
}

std::string ObjectReader::text_of(const Json* json, std::string_view key) {
  if (!json) return {};
  if (const std::string* text = json->text()) return *text;
  problem(key, "a text is expected here");
  return {};
}

std::string ObjectReader::text(std::string_view key) {
  const Json* json = required(key);
  std::string text = text_of(json, key);
  if (json && json->text() && text.empty()) problem(key, "this text may not be empty");
  return text;
}

std::string ObjectReader::text_or_empty(std::string_view key) { return text_of(take(key), key); }

std::optional<std::int64_t> ObjectReader::optional_integer(std::string_view key) {
  const Json* json = take(key);
  if (!json) return std::nullopt;
  if (const std::int64_t* number = json->integer()) return *number;
  problem(key, "a whole number is expected here");
  return std::nullopt;
}

std::optional<std::int64_t> ObjectReader::integer(std::string_view key) {
  if (!required(key)) return std::nullopt;
  return optional_integer(key);
}

std::optional<Date> ObjectReader::date_of(const Json* json, std::string_view key) {
  if (!json) return std::nullopt;
  const std::string* text = json->text();
  const std::optional<Date> date = text ? parse_date(*text) : std::nullopt;
  if (!date) problem(key, "a date written YYYY-MM-DD is expected here");
  return date;
}

Date ObjectReader::date(std::string_view key) { return date_of(required(key), key).value_or(Date{}); }

std::optional<Date> ObjectReader::optional_date(std::string_view key) { return date_of(take(key), key); }

bool ObjectReader::flag(std::string_view key) {
  const Json* json = take(key);
  if (!json) return false;
  if (const bool* value = json->boolean()) return *value;
  problem(key, "true or false is expected here");
  return false;
}

const JsonArray& ObjectReader::array_or_empty(std::string_view key) {
  const Json* json = take(key);
  if (!json) return no_array;
  if (const JsonArray* array = json->array()) return *array;
  problem(key, "a list is expected here");
  return no_array;
}

const JsonArray& ObjectReader::array(std::string_view key) {
  if (!required(key)) return no_array;
  return array_or_empty(key);
}

const JsonObject& ObjectReader::object_or_empty(std::string_view key) {
  const Json* json = take(key);
  if (!json) return no_object;
  if (const JsonObject* object = json->object()) return *object;
  problem(key, "an object is expected here");
  return no_object;
}

const JsonObject& ObjectReader::object(std::string_view key) {
  if (!required(key)) return no_object;
  return object_or_empty(key);
}

std::size_t ObjectReader::choice(std::string_view key, std::span<const std::string_view> names,
                                 std::optional<std::size_t> otherwise) {
  const Json* json = otherwise ? take(key) : required(key);
  if (!json) return otherwise.value_or(0);
  std::string allowed;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (json->text() && *json->text() == names[i]) return i;
    allowed += (i ? ", " : "") + std::string(names[i]);
  }
  problem(key, "this must be one of: " + allowed);
  return 0;
}

bool ObjectReader::few(std::string_view key, std::size_t size) {
  if (size <= data_entries_max) return true;
  problem(key, "at most " + std::to_string(data_entries_max) + " entries are possible here, and these are " +
                   std::to_string(size));
  return false;
}

void ObjectReader::finish() {
  for (std::size_t i = 0; i < members_->size(); ++i)
    if (!read_[i]) problem((*members_)[i].first, "this member is not known here");
}

}  // namespace vagval
