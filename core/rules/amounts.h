// From who is covered to kronor: amounts by age, caps, and each person's part, all as intervals.
#pragma once

#include <vector>

#include "rules/assess.h"
#include "rules/evaluator.h"

namespace vagval {

/// What is known of one person before the caps.
struct Share {
  Verdict covered;
  Verdict in_household;   ///< missing when it hangs on an answer
  KronorInterval by_age;  ///< if covered
  bool age_missing = false;
};

struct Sum {
  KronorInterval amount;
  std::vector<CapResult> caps;
  bool couple_unknown = false;  ///< a missing tie decides whether the couple cap lowers the sum
};

/// The amount for this person's age, whoever it is.
KronorInterval amount_by_age(const RulePack& pack, const Slice& slice, Evaluator& evaluator, std::int8_t person,
                             bool& age_missing);

/// The household's sum after caps, and what each cap does.
/// Source: 2025:970 § 9 (order: each person, the couple, the household); the order is the dossier's reading of it.
Sum sum_of(const RulePack& pack, const Slice& slice, const Evaluator& evaluator, const std::vector<Share>& shares);

/// Each person's part of the sum, from the least to the most. How a capped sum is split is not stated (B-211), so the
/// least is what the person adds when everybody else is served first, the most what the person would get alone.
std::vector<KronorInterval> parts_of(const RulePack& pack, const Slice& slice, const Evaluator& evaluator,
                                     const std::vector<Share>& shares);

}  // namespace vagval
