#include "foundation/digits.h"

namespace vagval {

std::string in_digits(std::string_view text, Digits digits) {
  if (digits == Digits::western) return std::string(text);
  std::string out;
  for (const char c : text) {
    if (c < '0' || c > '9') {
      out += c;
      continue;
    }
    // U+0660…0669 and U+06F0…06F9.
    out += digits == Digits::arabic ? '\xD9' : '\xDB';
    out += static_cast<char>((digits == Digits::arabic ? 0xA0 : 0xB0) + (c - '0'));
  }
  return out;
}

std::string western_digits(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto first = static_cast<unsigned char>(text[i]),
               second = static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : 0);
    if (first == 0xD9 && second >= 0xA0 && second <= 0xA9)
      out += static_cast<char>('0' + (second - 0xA0));
    else if (first == 0xDB && second >= 0xB0 && second <= 0xB9)
      out += static_cast<char>('0' + (second - 0xB0));
    else if (first == 0xD9 && second == 0xAB)
      out += ',';
    else if (first == 0xD9 && second == 0xAC)
      out += ' ';
    else {
      out += text[i];
      continue;
    }
    ++i;
  }
  return out;
}

}  // namespace vagval
