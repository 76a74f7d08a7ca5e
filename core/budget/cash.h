// Cash over time: income, costs and balance, month by month from before the move.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "budget/budget.h"
#include "rules/assess.h"

namespace vagval {

/// A line of the budget in whole kronor. Costs are rounded up and income down, so that rounding never flatters the
/// balance.
struct CashLine {
  std::string id;
  Phase phase{};
  Flow flow{};
  Kronor amount;  ///< 0 or more
};

/// Hundredths of a currency in whole kronor. \param rate  kronor for one unit, in millionths; absent: the amount is in
/// öre.
Kronor in_kronor(std::int64_t hundredths, std::optional<std::int64_t> rate, Flow flow);

/// Months are counted from the move: -1 is all the time before it, 0 the move itself, 1 the first month there.
inline constexpr int before_the_move = -1, the_move = 0, first_month = 1, months_shown = 24;

/// Income (above 0) or a cost (below 0). `low` and `high` are the two possible ends: the least and the most of the
/// grant, with its last part as late and as early as is known.
struct CashEntry {
  int month = 0;
  std::string line;  ///< id of a line, "savings", or "instalment.<id>"
  Kronor low, high;
  bool of_grant = false;  ///< a part of the grant
  friend bool operator==(const CashEntry&, const CashEntry&) = default;
};
struct CashMonth {
  int month = 0;
  Kronor low, high;  ///< the balance at the end of the month
  friend bool operator==(const CashMonth&, const CashMonth&) = default;
};
/// The sum to pay back for a person who settles in Sweden again from this month on.
struct Exposure {
  int month = 0;
  Kronor low, high;
  friend bool operator==(const Exposure&, const Exposure&) = default;
};

struct CashFlow {
  std::vector<CashEntry> entries;
  std::vector<CashMonth> months;  ///< from before the move on, without gaps
  std::optional<int> lasts_low;   ///< the last month that the money covers; absent: it covers all months shown
  std::optional<int> lasts_high;
  std::vector<Exposure> exposure;
  bool waits_for_revocation =
      false;  ///< the last part waits for the revocation of a permit, so its month is the earliest
};

/// The balance of each month is the sum of all entries up to that month, exact to the krona.
/// \param assessment  its instalments are the income from the grant; nullptr: no grant.
CashFlow cash_flow(const std::vector<CashLine>& lines, const Budget& budget, const RulePack& pack,
                   const Assessment* assessment);

}  // namespace vagval
