// What has changed in the rules since the open plan was saved, and what that does to its estimate.
#pragma once

#include <optional>
#include <vector>

#include "words/build.h"

namespace vagval {

/// A note for the top of every screen, until what has changed has been looked at; nothing when the rules are the same
/// or nobody saved the plan.
std::optional<Node> changes_note(const ViewContext& view);

/// For the screen of the rules: the estimate then and now, and item by item the differences. Where the older rules
/// are here (those of the program, or from a file that is open) that is the whole difference; otherwise what the rules
/// in use date after the day on which the older were checked.
std::vector<Node> changes_nodes(const ViewContext& view);

}  // namespace vagval
