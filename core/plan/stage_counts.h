// How many plans stand in which stage, month by month: counted one after the other, and no plan is kept.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/date.h"
#include "foundation/result.h"
#include "path/path_guide.h"
#include "plan/plan.h"

namespace vagval {

/// A month as one number: 12 * year + month - 1.
using MonthNumber = std::int32_t;
MonthNumber month_of(Date day);
/// "2026-03".
std::string month_text(MonthNumber month);

/// What has been counted so far. Its size depends on how many months there are, and not on how many plans.
struct StageCounts {
  std::int64_t read = 0, unread = 0;
  std::int64_t sealed = 0;  ///< of those that could not be read: how many have a passphrase
  /// For each month in which somebody moved: by how much the count of each section of the path changed.
  std::map<MonthNumber, std::vector<std::int64_t>> changes;
  /// In the last month the stage counts that a plan names now, whatever its journal says: the difference.
  std::vector<std::int64_t> now;
  friend bool operator==(const StageCounts&, const StageCounts&) = default;
};

/// Counts a plan. Entries of the journal without a day, or after today, say nothing about when; a stage that is not a
/// section of the path is none.
void add_plan(StageCounts& counts, const PathGuide& guide, const Plan& plan, Date today);

/// Reads a plan file and counts it; what cannot be read is counted as that.
/// \returns what is wrong with it, or nothing. still_sealed: it has a passphrase.
std::optional<Error> add_plan_file(StageCounts& counts, const PathGuide& guide, std::string_view bytes, Date today);

/// A count from 1 to 4 is not told.
inline constexpr std::int64_t least_told = 5;

struct StageMonth {
  MonthNumber month = 0;
  /// For each section of the path. Absent: fewer than `least_told`, or hidden because such a one could be worked out.
  std::vector<std::optional<std::int64_t>> counts;
  /// No hidden count of this month is larger; absent: nothing is told of them.
  std::optional<std::int64_t> hidden_most;
  friend bool operator==(const StageMonth&, const StageMonth&) = default;
};

/// Every month from the first to the last in which somebody moved, as it was at its end; where nobody ever did but
/// plans name a stage, the month of `today` alone. In a row at least two counts are hidden or none, and what is hidden
/// is together at least `least_told`; a row with fewer in all is hidden as a whole.
std::vector<StageMonth> stage_months(const StageCounts& counts, Date today);

}  // namespace vagval
