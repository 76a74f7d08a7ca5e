// Checks that need the whole pack: periods against each other, cycles, and the slices of time.
#pragma once

#include "foundation/reader.h"
#include "rules/rule_pack.h"

namespace vagval {

/// Reports overlapping, inverted and missing periods of everything that is dated.
void check_periods(const RulePack& pack, ProblemList& problems);
/// Reports definitions and conditions that lead back to themselves.
void check_cycles(const RulePack& pack, ProblemList& problems);
/// Reports instalments that do not add up to the whole, and amounts of one day that do not exclude each other.
void check_sums(const RulePack& pack, ProblemList& problems);
/// Reports a pack that takes too long to evaluate once its definitions are expanded. Call it when there are no cycles.
void check_unfolded(const RulePack& pack, ProblemList& problems);
/// Reports a pack that changes on more days than slices can hold.
void check_days(const RulePack& pack, ProblemList& problems);
/// Cuts time at every boundary and fills one slice for each stretch. Call it when there are no problems.
void build_slices(RulePack& pack);

}  // namespace vagval
