// Values as JSON, for all files that write JSON.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "foundation/date.h"
#include "foundation/json.h"

namespace vagval {

inline Json text(std::string_view value) { return {std::string(value)}; }
inline Json number(std::int64_t value) { return {value}; }
/// ISO 8601, or null for no date.
inline Json date_or_null(const std::optional<Date>& date) { return date ? text(to_iso(*date)) : Json{}; }

}  // namespace vagval
