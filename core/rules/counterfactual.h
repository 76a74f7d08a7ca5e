// What another answer would do: for questions not yet answered, and for answers that hold the result where it is.
#pragma once

#include <vector>

#include "rules/assess.h"

namespace vagval {

/// Unanswered facts, those first whose answer could move most kronor, then most conditions.
std::vector<NextQuestion> next_questions(const RulePack& pack, const Household& household, const Answers& answers,
                                         Date as_of, const Evaluation& now);

/// Answered facts of which a single other answer would change the state or the amount, in both directions. First those
/// that change the state.
std::vector<Turn> what_would_change(const RulePack& pack, const Household& household, const Answers& answers,
                                    Date as_of, const Evaluation& now);

}  // namespace vagval
