// An assessment as JSON: the form that `vagval estimate --format json` and `vagval batch` print and tests compare.
#pragma once

#include <optional>
#include <string>

#include "facts/household.h"
#include "foundation/json.h"
#include "rules/assess.h"

namespace vagval {

/// assets/schema/estimate.md documents the members and their order. `amount` is null where no rule was in force. \param
/// clock  the device's clock, if it cannot be right and another day was used.
Json estimate_to_json(const RulePack& pack, const Household& household, const Situation& situation,
                      const Assessment& assessment, std::optional<Date> clock = std::nullopt);

/// The same on one line, without a line end.
std::string estimate_json(const RulePack& pack, const Household& household, const Situation& situation,
                          const Assessment& assessment, std::optional<Date> clock = std::nullopt);

}  // namespace vagval
