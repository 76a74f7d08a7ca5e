// Text as bytes, for the library that seals and signs, and the lines of its files.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace vagval {

/// A pointer to the bytes; not null, also for an empty text.
inline const std::uint8_t* raw(std::string_view text) {
  return reinterpret_cast<const std::uint8_t*>(text.empty() ? "" : text.data());
}
inline std::uint8_t* raw(std::string& text) { return reinterpret_cast<std::uint8_t*>(text.data()); }

/// The bytes as a text. Never null, also for no bytes: the receiver may copy zero bytes, but not from a null pointer.
template <std::size_t n>
inline std::string_view text_of(const std::array<std::uint8_t, n>& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), n};
}

/// The text without white space at both ends.
inline std::string_view without_space(std::string_view text) {
  constexpr std::string_view space = " \t\r\n";
  const std::size_t first = text.find_first_not_of(space);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(space) - first + 1);
}

}  // namespace vagval
