// Reads and writes the parts of a plan that are not facts as JSON, by means of plan/fields.h.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "foundation/json.h"
#include "foundation/result.h"
#include "plan/plan.h"

namespace vagval {

/// Reads all members but household and situation into `plan`. Unknown members go into plan.unknown, except those named
/// in `known`. \returns the first fault.
std::optional<Error> read_entries(const Json& json, Plan& plan, const std::vector<std::string_view>& known);

/// Appends all members but household and situation, and then the unknown ones.
void write_entries(const Plan& plan, JsonObject& out);

/// Letters, digits, dot, hyphen, underscore and slash, 1 to 120 of them.
bool is_entry_id(std::string_view id);
/// "field." or "set." and such characters, as state/update.h names the fields that are typed in.
bool is_field_name(std::string_view name);

}  // namespace vagval
