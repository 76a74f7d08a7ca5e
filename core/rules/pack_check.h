// What can only be seen when the whole pack has been read: periods against each other, cycles, and what holds when.
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
/// Reports what cannot be worked out in a moment once its definitions stand in the place of their names. Call when
/// there are no cycles.
void check_unfolded(const RulePack& pack, ProblemList& problems);
/// Reports a pack that changes on more days than can be kept apart.
void check_days(const RulePack& pack, ProblemList& problems);
/// Cuts time at every boundary and notes for each stretch what is in force. Call when there are no problems.
void build_slices(RulePack& pack);

}  // namespace vagval
