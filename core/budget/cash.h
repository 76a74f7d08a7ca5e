// Cash over time: what comes, what goes, and how long it lasts, month by month from before the move.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "budget/budget.h"
#include "rules/assess.h"

namespace vagval {

/// A line of the budget in whole kronor: costs rounded up, income down, so that nothing is made to look better.
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

/// Something that comes (above 0) or goes. `low` and `high` are the two ends of what is possible: the least and the
/// most of the grant, its last part as late and as early as is known.
struct CashEntry {
  int month = 0;
  std::string line;  ///< id of a line, "savings", or "instalment.<id>"
  Kronor low, high;
  friend bool operator==(const CashEntry&, const CashEntry&) = default;
};
struct CashMonth {
  int month = 0;
  Kronor low, high;  ///< what is left at its end
  friend bool operator==(const CashMonth&, const CashMonth&) = default;
};
/// What would have to be paid back by whoever settles in Sweden again from this month on.
struct Exposure {
  int month = 0;
  Kronor low, high;
  friend bool operator==(const Exposure&, const Exposure&) = default;
};

struct CashFlow {
  std::vector<CashEntry> entries;
  std::vector<CashMonth> months;  ///< from before the move on, without gaps
  std::optional<int> lasts_low;   ///< the last month that is covered; absent: all that are shown
  std::optional<int> lasts_high;
  std::vector<Exposure> exposure;
  bool waits_for_revocation = false;  ///< the last part waits for a permit to be revoked, so its month is the earliest
};

/// The balance of each month is the sum of all entries up to it, to the krona.
/// \param assessment  whose instalments come in; nullptr: none.
CashFlow cash_flow(const std::vector<CashLine>& lines, const Budget& budget, const RulePack& pack,
                   const Assessment* assessment);

}  // namespace vagval
