// Digits as different scripts write them: 0-9, those of Arabic, those of Persian.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace vagval {

enum class Digits : std::uint8_t { western, arabic, persian };

/// Writes every digit 0-9 of the text with the digits of the script.
std::string in_digits(std::string_view text, Digits digits);

/// Writes the digits of any of these scripts as 0-9, for reading typed numbers and dates. The Arabic separators follow:
/// ٬ becomes a space, ٫ a comma.
std::string western_digits(std::string_view text);

}  // namespace vagval
