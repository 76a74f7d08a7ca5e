// An assessment as JSON: the form that `vagval estimate --format json` and `vagval batch` print and tests compare.
#pragma once

#include <optional>
#include <string>

#include "facts/household.h"
#include "foundation/json.h"
#include "rules/assess.h"

namespace vagval {

/// The members and their order are documented in assets/schema/estimate.md. `amount` is null where no rule was in
/// force. \param clock  what the device's clock says, where that cannot be right and another day was counted with.
Json estimate_to_json(const RulePack& pack, const Household& household, const Situation& situation,
                      const Assessment& assessment, std::optional<Date> clock = std::nullopt);

/// The same, written compactly on one line without a line end.
std::string estimate_json(const RulePack& pack, const Household& household, const Situation& situation,
                          const Assessment& assessment, std::optional<Date> clock = std::nullopt);

/// "L1#§ 9", as packs cite.
std::string citation_text(const RulePack& pack, const Citation& citation);

}  // namespace vagval
