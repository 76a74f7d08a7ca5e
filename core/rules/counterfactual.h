// Effects of other answers: of answers to open questions, and of other answers to answered ones.
#pragma once

#include <vector>

#include "rules/assess.h"

namespace vagval {

/// Unanswered facts. Those whose answer could change most kronor come first, then those that touch most conditions.
std::vector<NextQuestion> next_questions(const RulePack& pack, const Household& household, const Answers& answers,
                                         Date as_of, const Evaluation& now);

/// Answered facts for which a single other answer would change the state or the amount, in either direction. Those that
/// change the state come first.
std::vector<Turn> what_would_change(const RulePack& pack, const Household& household, const Answers& answers,
                                    Date as_of, const Evaluation& now);

}  // namespace vagval
