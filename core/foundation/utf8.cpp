#include "foundation/utf8.h"

namespace vagval {

void append_character(std::string& out, char32_t c) {
  const auto put = [&](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (c < 0x80) return put(c);
  if (c < 0x800) {
    put(0xC0 | (c >> 6));
  } else {
    if (c < 0x10000) {
      put(0xE0 | (c >> 12));
    } else {
      put(0xF0 | (c >> 18));
      put(0x80 | ((c >> 12) & 0x3F));
    }
    put(0x80 | ((c >> 6) & 0x3F));
  }
  put(0x80 | (c & 0x3F));
}

std::size_t first_broken_utf8(std::string_view bytes) {
  constexpr std::size_t replacement_bytes = 3;  // U+FFFD itself may stand in a text
  for (std::size_t at = 0; at < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      ++at;
      continue;
    }
    const Character one = character_at(bytes, at);
    if (one.code == not_a_character && one.bytes != replacement_bytes) return at;
    at += one.bytes;
  }
  return std::string_view::npos;
}

std::string without_isolates(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Character one = character_at(text, at);
    if (!begins_isolate(one.code) && !ends_isolate(one.code)) out += text.substr(at, one.bytes);
    at += one.bytes;
  }
  return out;
}

}  // namespace vagval
