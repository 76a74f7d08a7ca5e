// What is different between two rule packs, one thing at a time.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "rules/rule_pack.h"

namespace vagval {

/// What a difference is about, in the order in which differences come.
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
  definition,  ///< a named expression that others use
  source,
  seen  ///< how many things were seen at their sources on another day
};

enum class Happened : std::uint8_t { added, removed, changed };

/// Which side of a thing has changed; `whole` of what was added or removed.
enum class Aspect : std::uint8_t {
  whole,
  value,
  period,
  words,     ///< its text, by catalogue key or as written
  rule,      ///< when it holds, or how it is worked out
  effect,    ///< what follows from it
  who,       ///< whom it is about
  standing,  ///< how sure it is, or how much its source weighs
  topic,
  unit,
  readings,
  sources,
  checked_on,
  next_review
};

/// How `before` and `after` are written.
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
  plain,      ///< as the pack writes it
  citations,  ///< "L1#§ 9, M2"
  count
};

/// Of a value: nothing is in force; a value has been announced, but not which.
inline constexpr std::string_view no_value = "", announced_value = "announced";

struct Difference {
  DifferenceIn in{};
  Happened happened{};
  Aspect aspect{};
  std::string id;            ///< the pack's: "adult_amount", "C-05", "L1"
  std::string text;          ///< catalogue key of its name, or empty
  std::string title;         ///< of a source
  std::optional<Date> from;  ///< first day of which it is true, where the thing is dated
  std::optional<Date> to;    ///< last day, of a value
  Form form{};
  std::string before, after;
  friend bool operator==(const Difference&, const Difference&) = default;
};

/// How a parameter's value is written, and in which form.
Form form_of(Unit unit);
std::string written_value(Unit unit, const ParameterValue& value);

/// Everything in which the later pack differs from the earlier, in the order of DifferenceIn and, within each, of the
/// packs; empty when nobody could tell them apart. Names, not places, are compared: another order in the file is no
/// difference. What only differs in the day on which its source was seen is counted, not named.
std::vector<Difference> differences(const RulePack& earlier, const RulePack& later);

}  // namespace vagval
