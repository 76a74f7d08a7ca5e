// UTF-8, and the marks that turn the direction of a text. No other file reads or writes the bytes of a character.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace vagval {

/// A byte that is not UTF-8 reads as this, alone.
inline constexpr char32_t not_a_character = 0xFFFD;

/// What some editors write before a text in UTF-8.
inline constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

/// Marks around a text that isolate its direction from the text beside it.
inline constexpr std::string_view isolate = "\u2068", end_isolate = "\u2069", end_embedding = "\u202C";

struct Character {
  char32_t code = not_a_character;
  std::size_t bytes = 1;
};

/// Whether the byte goes on with a character instead of beginning one.
constexpr bool is_inside_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// The character at `at`. Overlong forms, half surrogate pairs and codes beyond the last one are not UTF-8.
inline Character character_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(i < text.size() ? text[i] : 0); };
  const unsigned char first = byte(at);
  if (first < 0x80) return {first, 1};
  const std::size_t bytes = first >= 0xF5 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1;
  if (bytes == 1 || at + bytes > text.size()) return {};
  char32_t code = first & (0x7FU >> bytes);
  for (std::size_t i = 1; i < bytes; ++i) {
    if (!is_inside_character(text[at + i])) return {};
    code = code << 6 | (byte(at + i) & 0x3FU);
  }
  const bool half = code >= 0xD800 && code <= 0xDFFF;
  if (half || code > 0x10FFFF || (bytes == 3 && code < 0x800) || (bytes == 4 && code < 0x10000)) return {};
  return {code, bytes};
}

/// The same, and moves `at` behind it.
inline char32_t next_character(std::string_view text, std::size_t& at) {
  const Character out = character_at(text, at);
  at += out.bytes;
  return out.code;
}

void append_character(std::string& out, char32_t character);

/// The offset of the first byte that is not UTF-8, or npos.
std::size_t first_broken_utf8(std::string_view bytes);

/// How many characters begin in the text.
inline std::size_t count_characters(std::string_view text) {
  return text.size() - static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_inside_character));
}

/// The longest beginning of at most so many bytes that ends with a whole character, as a number of bytes.
inline std::size_t whole_characters(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text.size();
  while (most > 0 && is_inside_character(text[most])) --most;
  return most;
}

constexpr bool is_line_end(char32_t c) { return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029; }
/// Control characters of ASCII and Latin-1.
constexpr bool is_control_character(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

/// Marks that begin and end an isolated part of a text.
constexpr bool begins_isolate(char32_t c) { return c >= 0x2066 && c <= 0x2068; }
constexpr bool ends_isolate(char32_t c) { return c == 0x2069; }
/// Marks that begin and end a part that is embedded or overridden.
constexpr bool begins_embedding(char32_t c) { return c >= 0x202A && c <= 0x202E && c != 0x202C; }
constexpr bool ends_embedding(char32_t c) { return c == 0x202C; }
/// Marks that turn the text themselves.
constexpr bool turns_text(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E);
}
/// All marks of direction.
constexpr bool is_direction_mark(char32_t c) { return turns_text(c) || begins_isolate(c) || ends_isolate(c); }
/// The marks of direction, and older control characters that turn text too.
constexpr bool is_turning_mark(char32_t c) {
  return is_direction_mark(c) || (c >= 0x206A && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB);
}

/// The text without the marks that begin and end an isolated part, for data that other programs read.
std::string without_isolates(std::string_view text);

}  // namespace vagval
