// Sums worked out from the rules for a made-up household, as rows to read: no figure of theirs stands in a text.
#pragma once

#include <string>
#include <vector>

#include "words/build.h"

namespace vagval {

/// The rows of a sum, by the rules in force on the day the pack was checked; none for WorkedSum::none. \param id  what
/// their ids begin with.
std::vector<Node> worked_sum(const ViewContext& view, const std::string& id, WorkedSum sum);

}  // namespace vagval
