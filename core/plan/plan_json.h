// Plans as files: reading what anyone may hand us, writing the same bytes for the same plan everywhere.
#pragma once

#include <string>
#include <string_view>

#include "foundation/result.h"
#include "plan/plan.h"

namespace vagval {

/// Reads a plan file. Never changes or keeps `bytes`; on an error nothing has happened. Checks form (types, dates,
/// choices, ids, ties); what depends on the day is checked by `faults`.
/// \returns the plan, or the first error with its JSON pointer.
Result<Plan> open_plan(std::string_view bytes);

/// The file's bytes: indented JSON, members in the order of the schema, unknown members after them; ends with a
/// newline.
std::string write_plan(const Plan& plan);

/// The same as a JSON value.
Json plan_to_json(const Plan& plan);

}  // namespace vagval
