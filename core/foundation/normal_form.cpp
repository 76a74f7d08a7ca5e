#include "foundation/normal_form.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "foundation/utf8.h"

namespace vagval {

namespace {

#include "foundation/normal_form_data.inc"

using Letter = char32_t;
using Letters = std::vector<Letter>;

struct Decomposition {
  Letter whole = 0, first = 0, second = 0;
  bool composes = false;
};
struct ClassStretch {
  Letter from = 0, end = 0;
  std::uint8_t of_class = 0;
};

struct Tables {
  std::vector<Decomposition> by_whole, by_parts;
  std::vector<ClassStretch> classes;
};

std::uint32_t next_number(const unsigned char*& at) {
  std::uint32_t out = 0;
  for (int shift = 0;; shift += 7) {
    const std::uint32_t byte = *at++;
    out |= (byte & 127) << shift;
    if (byte < 128) return out;
  }
}

Tables read_tables() {
  Tables out;
  Letter before = 0;
  for (const unsigned char* at = std::begin(decompositions); at != std::end(decompositions);) {
    const std::uint32_t step = next_number(at);
    before += step >> 1;
    Decomposition one;
    one.whole = before;
    one.composes = (step & 1) != 0;
    one.first = next_number(at);
    one.second = next_number(at);
    out.by_whole.push_back(one);
    if (one.composes) out.by_parts.push_back(one);
  }
  std::sort(out.by_parts.begin(), out.by_parts.end(), [](const Decomposition& a, const Decomposition& b) {
    return a.first != b.first ? a.first < b.first : a.second < b.second;
  });
  Letter end = 0;
  for (const unsigned char* at = std::begin(classes); at != std::end(classes);) {
    ClassStretch one;
    one.from = end + next_number(at);
    end = one.end = one.from + next_number(at);
    one.of_class = static_cast<std::uint8_t>(next_number(at));
    out.classes.push_back(one);
  }
  return out;
}

const Tables& normal_form_tables() {
  static const Tables all = read_tables();
  return all;
}

std::uint8_t combining_class(Letter letter) {
  const auto& all = normal_form_tables().classes;
  const auto after = std::upper_bound(all.begin(), all.end(), letter,
                                      [](Letter wanted, const ClassStretch& one) { return wanted < one.from; });
  if (after == all.begin()) return 0;
  const ClassStretch& one = *(after - 1);
  return letter < one.end ? one.of_class : 0;
}

// Hangul syllables are arithmetic: 19 first letters, 21 second ones, 27 last ones or none.
constexpr Letter hangul = 0xAC00, hangul_first = 0x1100, hangul_second = 0x1161, hangul_last = 0x11A7;
constexpr Letter hangul_seconds = 21, hangul_lasts = 28, hangul_of_first = hangul_seconds * hangul_lasts,
                 hangul_count = 19 * hangul_of_first;

void decompose(Letter letter, Letters& out) {
  if (letter >= hangul && letter < hangul + hangul_count) {
    const Letter index = letter - hangul;
    out.push_back(hangul_first + index / hangul_of_first);
    out.push_back(hangul_second + index % hangul_of_first / hangul_lasts);
    if (index % hangul_lasts != 0) out.push_back(hangul_last + index % hangul_lasts);
    return;
  }
  const auto& all = normal_form_tables().by_whole;
  const auto found = std::lower_bound(all.begin(), all.end(), letter,
                                      [](const Decomposition& one, Letter wanted) { return one.whole < wanted; });
  if (found == all.end() || found->whole != letter) return out.push_back(letter);
  decompose(found->first, out);
  if (found->second != 0) decompose(found->second, out);
}

/// Returns 0 where no letter combines the two.
Letter together(Letter first, Letter second) {
  if (first >= hangul_first && first < hangul_first + 19 && second >= hangul_second &&
      second < hangul_second + hangul_seconds)
    return hangul + (first - hangul_first) * hangul_of_first + (second - hangul_second) * hangul_lasts;
  if (first >= hangul && first < hangul + hangul_count && (first - hangul) % hangul_lasts == 0 &&
      second > hangul_last && second < hangul_last + hangul_lasts)
    return first + (second - hangul_last);
  const auto& all = normal_form_tables().by_parts;
  const auto found = std::lower_bound(all.begin(), all.end(), 0, [&](const Decomposition& one, int) {
    return one.first != first ? one.first < first : one.second < second;
  });
  return found != all.end() && found->first == first && found->second == second ? found->whole : 0;
}

Letters letters_of(std::string_view text) {
  Letters out;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t more = lead < 0x80 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    Letter letter = more == 0 ? lead : lead & (0x3F >> more);
    for (std::size_t k = 1; k <= more; ++k) letter = letter << 6 | (static_cast<unsigned char>(text[i + k]) & 0x3F);
    out.push_back(letter);
    i += more + 1;
  }
  return out;
}

// The marks of one letter are sorted by their classes.
void put_in_order(Letters& letters) {
  for (std::size_t begin = 0; begin < letters.size();) {
    std::size_t end = begin;
    while (end < letters.size() && combining_class(letters[end]) != 0) ++end;
    std::stable_sort(letters.begin() + static_cast<std::ptrdiff_t>(begin),
                     letters.begin() + static_cast<std::ptrdiff_t>(end),
                     [](Letter a, Letter b) { return combining_class(a) < combining_class(b); });
    begin = end + 1;
  }
}

void put_together(Letters& letters) {
  std::size_t size = 0, base = letters.size();  // no base yet
  std::uint8_t before = 0;                      // class of the letter that was kept last
  for (const Letter letter : Letters(letters)) {
    const std::uint8_t now = combining_class(letter);
    const bool is_blocked = base + 1 != size && before >= now;
    const Letter both = base < size && !is_blocked ? together(letters[base], letter) : 0;
    if (both != 0) {
      letters[base] = both;
      continue;
    }
    if (now == 0) base = size;
    before = now;
    letters[size++] = letter;
  }
  letters.resize(size);
}

std::string utf8_of(const Letters& letters) {
  std::string out;
  for (const Letter letter : letters) append_character(out, letter);
  return out;
}

// The text may have been a secret, so the working copy is overwritten.
template <class Text>
void wipe_text(Text& text) {
  volatile auto* const at = text.data();
  for (std::size_t i = 0; i < text.size(); ++i) at[i] = 0;
}

}  // namespace

std::string decomposed(std::string_view text) {
  if (first_broken_utf8(text) != std::string_view::npos) return std::string(text);
  Letters typed = letters_of(text), letters;
  letters.reserve(typed.size() * 4);
  for (const Letter letter : typed) decompose(letter, letters);
  put_in_order(letters);
  std::string out = utf8_of(letters);
  wipe_text(typed);
  wipe_text(letters);
  return out;
}

std::string composed(std::string_view text) {
  if (first_broken_utf8(text) != std::string_view::npos) return std::string(text);
  std::string apart = decomposed(text);
  Letters letters = letters_of(apart);
  put_together(letters);
  std::string out = utf8_of(letters);
  wipe_text(letters);
  wipe_text(apart);
  return out;
}

}  // namespace vagval
