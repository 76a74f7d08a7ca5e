// Plans as files. The reader accepts any bytes; the writer gives equal bytes for equal plans on every platform.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "foundation/result.h"
#include "plan/plan.h"

namespace vagval {

/// How to treat a file of a newer version: as an error, or by reading the members that this version understands; a
/// member it cannot read is then an error.
enum class Newer : std::uint8_t { refused, as_far_as_understood };
/// Reads a plan file. Does not change or keep `bytes`. Checks the form (types, dates, choices, ids, ties); `faults`
/// checks what depends on the day.
/// \returns the plan, or the first error with its JSON pointer.
Result<Plan> open_plan(std::string_view bytes, Newer newer = Newer::refused);
/// Whether the file says that a newer version wrote it.
bool is_newer_plan(std::string_view bytes);

/// The file's bytes: indented JSON, members in the order of the schema, unknown members after them; ends with a
/// newline.
std::string write_plan(const Plan& plan);

/// The same as a JSON value.
Json plan_to_json(const Plan& plan);

}  // namespace vagval
