#include "foundation/characters.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace vagval {

namespace {

struct CharacterRange {
  char32_t first, last;
};
template <std::size_t Size>
bool is_in(char32_t c, const std::array<CharacterRange, Size>& ranges) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](const CharacterRange& r) { return c >= r.first && c <= r.last; });
}

// They join, part or vary letters and show nothing themselves.
constexpr std::array<CharacterRange, 8> joining_marks{{{0x00AD, 0x00AD},
                                                       {0x034F, 0x034F},
                                                       {0x180B, 0x180E},
                                                       {0x200B, 0x200D},
                                                       {0x2060, 0x2065},
                                                       {0xFE00, 0xFE0F},
                                                       {0xE0000, 0xE007F},
                                                       {0xE0100, 0xE01EF}}};
constexpr std::array<CharacterRange, 6> space_characters{
    {{0x20, 0x20}, {0xA0, 0xA0}, {0x1680, 0x1680}, {0x2000, 0x200A}, {0x202F, 0x202F}, {0x205F, 0x205F}}};
constexpr std::array<CharacterRange, 6> hyphen_characters{
    {{0x2010, 0x2015}, {0x2212, 0x2212}, {0xFE58, 0xFE58}, {0xFE63, 0xFE63}, {0x058A, 0x058A}, {0x2043, 0x2043}}};
// Of Arabic, besides letters: vowel signs, signs above and below, and the stroke that makes a word longer.
constexpr std::array<CharacterRange, 3> arabic_signs{{{0x0640, 0x0640}, {0x064B, 0x065F}, {0x0670, 0x0670}}};

// The zero of each script that counts in tens; its other digits follow.
constexpr char32_t script_zeros[] = {0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6,
                                     0x0C66, 0x0CE6, 0x0D66, 0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x17E0, 0x1810};

// One spelling of letters that keyboards of Arabic, Persian and Kurdish have each their own of.
char32_t in_one_spelling(char32_t c) {
  switch (c) {
    case 0x0622:
    case 0x0623:
    case 0x0625:
    case 0x0671:
      return 0x0627;
    case 0x0643:
      return 0x06A9;
    case 0x0649:
    case 0x064A:
      return 0x06CC;
    case 0x0629:
    case 0x06C1:
    case 0x06D5:
      return 0x0647;
    default:
      return c;
  }
}

char32_t small_letter(char32_t c) {
  if (c >= 'A' && c <= 'Z') return c + 32;
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 32;
  // Latin beyond: capital and small side by side.
  if ((c >= 0x0100 && c <= 0x0137 && c % 2 == 0) || (c >= 0x014A && c <= 0x0177 && c % 2 == 0)) return c + 1;
  if ((c >= 0x0139 && c <= 0x0148 && c % 2 == 1) || (c >= 0x0179 && c <= 0x017E && c % 2 == 1)) return c + 1;
  return c;
}

char32_t in_one_form(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;  // full-width forms of ASCII
  if (c == 0x3000 || c == 0x1361 || is_in(c, space_characters)) return ' ';
  if (is_in(c, hyphen_characters)) return '-';
  for (const char32_t zero : script_zeros)
    if (c >= zero && c <= zero + 9) return '0' + (c - zero);
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x02BC:
    case 0x2032:
    case 0x00B4:
    case '`':
    case 0x066C:  // Arabic, between thousands
      return '\'';
    case 0x2044:
    case 0x2215:
      return '/';
    case 0x060C:
    case 0x066B:  // Arabic, before decimals
    case 0x1363:
      return ',';
    default:
      return in_one_spelling(small_letter(c));
  }
}

// ፩…፱ are 1 to 9, ፲…፺ tens, ፻ a hundred and ፼ ten thousand times what stands before it.
bool is_ethiopic_number(char32_t c) { return c >= 0x1369 && c <= 0x137C; }
std::string ethiopic_number(std::string_view text, std::size_t& at) {
  std::uint64_t whole = 0, part = 0;
  for (std::size_t next = at; next < text.size() && whole + part < 1'000'000'000'000; at = next) {
    const char32_t c = next_character(text, next);
    if (!is_ethiopic_number(c)) break;
    if (c < 0x1372)
      part += c - 0x1369 + 1;
    else if (c < 0x137B)
      part += (c - 0x1372 + 1) * 10;
    else if (c == 0x137B)
      part = std::max<std::uint64_t>(part, 1) * 100;
    else
      whole = std::max<std::uint64_t>(whole + part, 1) * 10'000, part = 0;
  }
  return std::to_string(whole + part);
}

}  // namespace

std::string kept_text(std::string_view typed, Lines lines) {
  std::string out;
  out.reserve(typed.size());
  for (std::size_t at = 0; at < typed.size();) {
    const char32_t c = next_character(typed, at);
    if (c == '\r' && at < typed.size() && typed[at] == '\n') continue;  // one line end, not two
    if (is_line_end(c))
      out += lines == Lines::several ? '\n' : ' ';
    else if (c == '\t')
      out += ' ';
    else if (!is_control_character(c) && !is_turning_mark(c))
      append_character(out, c);
  }
  return out;
}

std::string plainly(std::string_view typed) {
  std::string out;
  for (std::size_t at = 0; at < typed.size();) {
    const std::size_t here = at;
    char32_t c = next_character(typed, at);
    if (is_ethiopic_number(c)) {
      at = here;
      out += ethiopic_number(typed, at);
      continue;
    }
    if (is_line_end(c) || c == '\t') c = ' ';
    if (is_control_character(c) || is_turning_mark(c) || is_in(c, joining_marks) || is_in(c, arabic_signs)) continue;
    c = in_one_form(c);
    if (c == ' ' && (out.empty() || out.back() == ' ')) continue;
    append_character(out, c);
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace vagval
