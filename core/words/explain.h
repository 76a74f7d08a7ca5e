// An assessment in words: the same tree on the canvas, in the page, on paper and on the command line.
#pragma once

#include <string>
#include <vector>

#include "words/build.h"

namespace vagval {

/// The tree below one condition, down to the answers: rows with their result, nested as disclosures are not needed to
/// read it. Each level is indented by its number of dots in the id only; readers indent children.
Node explain_condition(const ViewContext& view, const Assessment& assessment, const ConditionResult& result);

/// "met", "unmet", "unknown", "authority": the mark of a verdict.
std::string mark_of(Verdict verdict);

}  // namespace vagval
