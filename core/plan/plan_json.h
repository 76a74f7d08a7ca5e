// Plans as files: reading what anyone may hand us, writing the same bytes for the same plan everywhere.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "foundation/result.h"
#include "plan/plan.h"

namespace vagval {

/// Reads a plan file. Never changes or keeps `bytes`; on an error nothing has happened. Checks form (types, dates,
/// choices, ids, ties); what depends on the day is checked by `faults`.
/// \returns the plan, or the first error with its JSON pointer.
/// A file of a newer version is an error, or read as far as this version understands it and an error only where it does
/// not.
enum class Newer : std::uint8_t { refused, as_far_as_understood };
Result<Plan> open_plan(std::string_view bytes, Newer newer = Newer::refused);
/// Whether the file says that a newer version wrote it.
bool is_newer_plan(std::string_view bytes);

/// The file's bytes: indented JSON, members in the order of the schema, unknown members after them; ends with a
/// newline.
std::string write_plan(const Plan& plan);

/// The same as a JSON value.
Json plan_to_json(const Plan& plan);

}  // namespace vagval
