// Counts how many plans stand in which stage, month by month. Plans are counted one after the other, and none is kept.
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

/// The counts so far. Their size depends on the number of months, not on the number of plans.
struct StageCounts {
  std::int64_t read = 0, unread = 0;
  std::int64_t sealed = 0;  ///< how many of the unreadable files have a passphrase
  /// For each month in which a plan changed its stage: the change of the count of each section of the path.
  std::map<MonthNumber, std::vector<std::int64_t>> changes;
  /// In the last month the stage that a plan names now counts, not the one in its journal: this is the difference.
  std::vector<std::int64_t> now;
  friend bool operator==(const StageCounts&, const StageCounts&) = default;
};

/// Counts a plan. Journal entries without a day or after today are ignored, as are stages that are not sections of the
/// path.
void add_plan(StageCounts& counts, const PathGuide& guide, const Plan& plan, Date today);

/// Reads a plan file and counts it; an unreadable file is counted as unreadable.
/// \returns the fault, or nothing. still_sealed: the file has a passphrase.
std::optional<Error> add_plan_file(StageCounts& counts, const PathGuide& guide, std::string_view bytes, Date today);

/// Counts from 1 to 4 are hidden.
inline constexpr std::int64_t least_told = 5;

struct StageMonth {
  MonthNumber month = 0;
  /// For each section of the path. Absent: fewer than `least_told`, or hidden because a hidden count could be
  /// calculated from it.
  std::vector<std::optional<std::int64_t>> counts;
  /// an upper bound for the hidden counts of this month; absent: no count of the month is told
  std::optional<std::int64_t> hidden_most;
  friend bool operator==(const StageMonth&, const StageMonth&) = default;
};

/// Every month from the first to the last change of a stage, as it was at its end. If no plan changed its stage but
/// plans name one, only the month of `today`. A row hides at least two counts or none, and the hidden ones together are
/// at least `least_told`; a row with fewer in all is hidden as a whole.
std::vector<StageMonth> stage_months(const StageCounts& counts, Date today);

}  // namespace vagval
