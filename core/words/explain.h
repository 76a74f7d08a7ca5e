// An assessment in words: the same tree on the canvas, in the page, on paper and on the command line.
#pragma once

#include <string>
#include <vector>

#include "words/build.h"

namespace vagval {

/// The tree below one condition, down to the answers: one row for each step with its result. The list is flat in the
/// tree's order; the number of dots in an id tells the depth, and readers indent by it.
Node explain_condition(const ViewContext& view, const Assessment& assessment, const ConditionResult& result);

/// "met", "unmet", "unknown", "authority": the mark of a verdict.
std::string mark_of(Verdict verdict);

}  // namespace vagval
