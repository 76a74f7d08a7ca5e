// JSON as plain values, read through a gate that refuses what plans, packs and catalogues cannot hold.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "foundation/result.h"

namespace vagval {

struct Json;
using JsonArray = std::vector<Json>;
/// Members in the order of the file. The gate refuses duplicates.
using JsonObject = std::vector<std::pair<std::string, Json>>;

/// A JSON value. Numbers are whole (|n| < 2^53), as money and dates are; the gate refuses all others.
struct Json {
  std::variant<std::nullptr_t, bool, std::int64_t, std::string, JsonArray, JsonObject> value = nullptr;

  bool is_null() const { return std::holds_alternative<std::nullptr_t>(value); }
  const bool* boolean() const { return std::get_if<bool>(&value); }
  const std::int64_t* integer() const { return std::get_if<std::int64_t>(&value); }
  const std::string* text() const { return std::get_if<std::string>(&value); }
  const JsonArray* array() const { return std::get_if<JsonArray>(&value); }
  const JsonObject* object() const { return std::get_if<JsonObject>(&value); }
  /// Returns the member, or nullptr if the value is no object or has no such member.
  const Json* find(std::string_view key) const;
  friend bool operator==(const Json& a, const Json& b);
};

struct JsonLimits {
  std::size_t bytes = 1'000'000;
  std::size_t depth = 32;
  std::size_t values = 200'000;
};

/// Reads JSON text, after restored_text. Refuses: too large, broken UTF-8, bad syntax, too deep, too many values,
/// duplicate keys, fractions, exponents, numbers beyond 2^53. The error's `where` is the JSON pointer reached, its
/// `detail` the byte or the key.
Result<Json> read_json(std::string_view bytes, JsonLimits limits = {});

enum class Layout : std::uint8_t { compact, indented };

/// Writes the value. Equal values give equal bytes on every platform. Indented text uses two spaces and ends with a
/// newline.
std::string write_json(const Json& json, Layout layout = Layout::compact);

/// The text with quotes and escapes, as JSON writes it.
std::string json_quoted(std::string_view text);

/// A member name as one step of a JSON pointer: "/" + name with ~ and / escaped.
std::string pointer_step(std::string_view name);

/// Undoes what an editor or a mail program did to a text: removes a byte order mark, turns UTF-16 with a mark into
/// UTF-8, removes a quotation mark (">") before each line. Returns any other text as it is; the reader that follows
/// checks it.
std::string restored_text(std::string_view bytes);

}  // namespace vagval
