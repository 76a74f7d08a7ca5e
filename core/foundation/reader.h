// Strict reading of the data that the program ships. Every member must be known, have its type, and be present where it
// is required. The reader collects all faults, so that the editor of the file sees them at once.
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

/// The largest number of problems listed for one file. A file that is wrong everywhere has as many problems as bytes.
inline constexpr std::size_t problems_told = 100;

/// Collects problems, and knows the file they are in.
struct ProblemList {
  std::string file;
  std::vector<Problem> problems;  ///< the first problems_told
  std::size_t found = 0;          ///< the number of all problems, listed or not
  void add(std::string pointer, std::string sentence);
  /// The listed problems; a last entry counts those that are not listed.
  std::vector<Problem> take();
};

/// The largest number of entries in a list of this data: far more than the data has, and few enough for checks that
/// compare every two entries.
inline constexpr std::size_t data_entries_max = 1000;

/// Reads one JSON object. A getter of a required member reports a missing or ill-typed member and returns an empty
/// value. Call `finish` at the end: it reports every member that no getter read.
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
  /// Returns the index of the member's text among `names`; reports any other text together with the allowed ones.
  /// Returns `otherwise` when the member is absent; without `otherwise` the member is required.
  std::size_t choice(std::string_view key, std::span<const std::string_view> names,
                     std::optional<std::size_t> otherwise = std::nullopt);
  /// Reports a list or an object of this member that is longer than data_entries_max. \returns whether it is short
  /// enough.
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
