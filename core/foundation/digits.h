// Digits as different scripts write them: 0-9, those of Arabic, those of Persian.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace vagval {

enum class Digits : std::uint8_t { western, arabic, persian };

/// Every digit 0-9 in the text as the script writes it.
std::string in_digits(std::string_view text, Digits digits);

/// The other way round, whichever they are, with the separators of Arabic: ٬ becomes a space, ٫ a comma. For reading
/// numbers and dates that somebody typed.
std::string western_digits(std::string_view text);

}  // namespace vagval
