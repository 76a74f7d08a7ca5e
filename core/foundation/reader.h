// Strict reading of data we ship: every member must be known, present where needed, and of its type. All faults are
// collected, so that whoever edits the file sees them at once.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/date.h"
#include "foundation/json.h"
#include "foundation/result.h"

namespace vagval {

/// How many problems of one file are told. A file that is wrong everywhere has as many as it has bytes.
inline constexpr std::size_t problems_told = 100;

/// Where problems go, and which file they are in.
struct ProblemList {
  std::string file;
  std::vector<Problem> problems;  ///< the first problems_told
  std::size_t found = 0;          ///< of them all
  void add(std::string pointer, std::string sentence);
  /// What was found, and at its end how much more there is than is told.
  std::vector<Problem> take();
};

/// How many entries a list of the data we read may have: far more than there are, and few enough for all that looks at
/// two of them at once.
inline constexpr std::size_t data_entries_max = 1000;

/// Reads one JSON object. Getters of required members report a missing or ill-typed one and return an empty value.
/// Call `finish` at the end: it reports every member that nobody asked for.
class ObjectReader {
 public:
  ObjectReader(const Json& json, std::string pointer, ProblemList& problems);

  const std::string& pointer() const { return pointer_; }
  std::string pointer_to(std::string_view key) const { return pointer_ + pointer_step(key); }
  void problem(std::string_view key, std::string sentence) { problems_->add(pointer_to(key), std::move(sentence)); }

  const Json* optional(std::string_view key);
  const Json* required(std::string_view key);
  std::string text(std::string_view key);
  std::string text_or_empty(std::string_view key);
  std::optional<std::int64_t> integer(std::string_view key);
  std::optional<std::int64_t> optional_integer(std::string_view key);
  Date date(std::string_view key);
  std::optional<Date> optional_date(std::string_view key);
  bool flag(std::string_view key);  ///< false when absent
  const JsonArray& array(std::string_view key);
  const JsonArray& array_or_empty(std::string_view key);
  const JsonObject& object(std::string_view key);
  const JsonObject& object_or_empty(std::string_view key);
  /// Index of the member's text among `names`; reports anything else together with what is allowed. `otherwise` when
  /// the member is absent; without it the member is required.
  std::size_t choice(std::string_view key, std::span<const std::string_view> names,
                     std::optional<std::size_t> otherwise = std::nullopt);
  /// Says so when a list or an object of this member is longer than data_entries_max. \returns whether it is not.
  bool few(std::string_view key, std::size_t size);
  void finish();

 private:
  const Json* take(std::string_view key);
  std::string text_of(const Json* json, std::string_view key);
  std::optional<Date> date_of(const Json* json, std::string_view key);

  const JsonObject* members_;
  std::string pointer_;
  ProblemList* problems_;
  std::vector<bool> read_;
};

}  // namespace vagval
