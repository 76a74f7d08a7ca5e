// The person's entries about money: lines, savings, one other currency, and assumptions to try out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "facts/household.h"
#include "foundation/date.h"

namespace vagval {

/// When a line falls: once before the move, once at the move, once in the first month there, or every month after it.
enum class Phase : std::uint8_t { before, move, first_month, monthly };
inline constexpr std::string_view phase_names[] = {"before", "move", "first_month", "monthly"};

enum class Flow : std::uint8_t { cost, income };
inline constexpr std::string_view flow_names[] = {"cost", "income"};

/// Kronor, or the one other currency of the budget.
enum class Money : std::uint8_t { sek, other };
inline constexpr std::string_view money_names[] = {"sek", "other"};

/// How the person wants to see the last part of the grant.
enum class LastPart : std::uint8_t { on_time, late, refused };
inline constexpr std::string_view last_part_names[] = {"on_time", "late", "refused"};

/// A line of the budget. For an own line, `text`, `phase` and `flow` are the person's; for a line of the guide (rent,
/// tickets) they come from the guide.
struct BudgetLine {
  std::string id;
  std::string text;
  std::optional<Phase> phase;
  std::optional<Flow> flow;
  std::optional<std::int64_t> amount;  ///< in hundredths of its currency (öre, cent); 0 or more
  std::optional<Money> money;          ///< absent: kronor
  UnknownMembers unknown;
  friend bool operator==(const BudgetLine&, const BudgetLine&) = default;
};

struct Budget {
  std::vector<BudgetLine> lines;
  std::optional<std::int64_t> savings;  ///< the money at the start, in öre
  std::string currency;                 ///< the person's name for the other currency, at most 12 characters
  std::optional<std::int64_t> rate;     ///< kronor for one unit of it, in millionths; above 0
  std::optional<Date> rate_on;          ///< the day that the person saw the rate
  // Assumptions to try out. None of these is a forecast.
  std::optional<int> prices_percent;  ///< monthly costs rise by so much, -50…500
  std::optional<LastPart> last_part;
  std::optional<int> months_late;  ///< of the last part, 1…60; 6 when absent
  std::optional<bool> no_income;   ///< as if no income line came
  UnknownMembers unknown;
  friend bool operator==(const Budget&, const Budget&) = default;
};

inline constexpr int default_months_late = 6;
inline constexpr std::int64_t amount_max = 100'000'000'000;  ///< a thousand million, in hundredths

}  // namespace vagval
