// From covered persons to kronor: amounts by age, caps, and each person's part, all as intervals.
#pragma once

#include <vector>

#include "rules/assess.h"
#include "rules/evaluator.h"

namespace vagval {

/// The facts about one person that the caps need.
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

/// The amount for this person's age, whether the person is covered or not.
KronorInterval amount_by_age(const RulePack& pack, const Slice& slice, Evaluator& evaluator, std::int8_t person,
                             bool& age_missing);

/// The household's sum after caps, and what each cap does.
/// Source: 2025:970 § 9 (order: each person, the couple, the household); the order is the dossier's reading of it.
Sum sum_of(const RulePack& pack, const Slice& slice, const Evaluator& evaluator, const std::vector<Share>& shares);

/// Each person's part of the sum, from the least to the most. No source says how a capped sum is split (B-211). The
/// least is the part left when all others are served first; the most is the amount the person would get alone.
std::vector<KronorInterval> parts_of(const RulePack& pack, const Slice& slice, const Evaluator& evaluator,
                                     const std::vector<Share>& shares);

}  // namespace vagval
