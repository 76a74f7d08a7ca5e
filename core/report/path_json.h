// The path of one plan as JSON: sections, tasks, states, days and hazards, for `vagval path --format json`.
#pragma once

#include "foundation/json.h"
#include "state/derived.h"

namespace vagval {

/// Titles and texts are in the catalogue's language; ids, states and facts are the words of the plan file. A moment is
/// {"date": …} or, while its milestone has no date, {"from": "departure", "days": -7}.
Json path_to_json(const Assets& assets, const Catalogue& words, const Plan& plan, const PathToday& path, Date today);

}  // namespace vagval
