// The differences between two rule packs, one for each thing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "rules/rule_pack.h"

namespace vagval {

/// The kind of thing that differs, in the order in which the differences are listed.
enum class DifferenceIn : std::uint8_t {
  dates,
  parameter,
  condition,
  amount,
  cap,
  instalment,
  repayment,
  version,
  statement,
  conflict,
  definition,  ///< a named expression
  source,
  seen  ///< how many entries were seen at their sources on another day
};

enum class Happened : std::uint8_t { added, removed, changed };

/// The side of a thing that has changed; `whole` for a thing that was added or removed.
enum class Aspect : std::uint8_t {
  whole,
  value,
  period,
  words,     ///< its text, by catalogue key or as written
  rule,      ///< when it holds, or how it is calculated
  effect,    ///< its effect
  who,       ///< the persons it concerns
  standing,  ///< how certain it is, or the weight of its source
  topic,
  unit,
  readings,
  sources,
  checked_on,
  next_review
};

/// The form of `before` and `after`.
enum class Form : std::uint8_t {
  none,
  kronor,     ///< "12345", or "<=12345" for at most
  years,      ///< as kronor
  months,     ///< as kronor
  percent,    ///< as kronor
  date,       ///< "2026-01-01"
  countries,  ///< "SO SY"
  period,     ///< "2020-01-01/2025-12-31", "2026-01-01/"
  key,        ///< a catalogue key
  plain,      ///< as in the pack
  citations,  ///< "L1#§ 9, M2"
  count
};

/// Of a value: no value is in force; a value has been announced without its number.
inline constexpr std::string_view no_value = "", announced_value = "announced";

struct Difference {
  DifferenceIn in{};
  Happened happened{};
  Aspect aspect{};
  std::string id;            ///< the pack's: "adult_amount", "C-05", "L1"
  std::string text;          ///< catalogue key of its name, or empty
  std::string title;         ///< of a source
  std::optional<Date> from;  ///< first day of its period, where the thing is dated
  std::optional<Date> to;    ///< last day of its period, of a value
  Form form{};
  std::string before, after;
  friend bool operator==(const Difference&, const Difference&) = default;
};

/// The text of a parameter's value, and its form.
Form form_of(Unit unit);
std::string written_value(Unit unit, const ParameterValue& value);

/// The differences between the two packs, in the order of DifferenceIn and, within each, of the packs; empty when the
/// packs say the same. Entries are compared by name, so another order in the file is no difference. Entries that differ
/// only in the day on which their source was seen are counted, not listed.
std::vector<Difference> differences(const RulePack& earlier, const RulePack& later);

}  // namespace vagval
