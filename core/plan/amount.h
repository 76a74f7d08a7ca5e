// Amounts of money as they are typed and shown.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vagval {

/// Kronor or the other currency as typed: digits with spaces between thousands and, after a comma or a point, at most
/// two decimals. \returns hundredths, or nothing.
std::optional<std::int64_t> parse_amount(std::string_view text, int decimals);
/// "1500" or "1500,50".
std::string amount_text(std::int64_t hundredths, int decimals);

}  // namespace vagval
