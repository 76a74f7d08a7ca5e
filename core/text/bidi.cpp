#include "text/bidi.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace vagval {

namespace bidi {
namespace {

bool within(char32_t code, char32_t first, char32_t last) { return code >= first && code <= last; }
bool within(char byte, char first, char last) { return byte >= first && byte <= last; }

bool is_arabic_digit(char32_t c) { return within(c, 0x660, 0x669); }
bool is_digit(char32_t c) {
  return within(c, U'0', U'9') || is_arabic_digit(c) || within(c, 0x6F0, 0x6F9) || within(c, 0xFF10, 0xFF19);
}
// The decimal and the thousands separator inside a number in Arabic digits.
bool is_arabic_separator(char32_t c) { return within(c, 0x66B, 0x66C); }
bool is_right_to_left(char32_t c) {
  if (is_digit(c) || is_arabic_separator(c)) return false;
  // U+060C 061B 061F are Arabic punctuation, U+066A the percent sign.
  if (c == 0x60C || c == 0x61B || c == 0x61C || c == 0x61F || c == 0x66A) return false;
  return within(c, 0x590, 0x8FF) || within(c, 0xFB1D, 0xFDFF) || within(c, 0xFE70, 0xFEFC) ||
         within(c, 0x10800, 0x10FFF) || within(c, 0x1E800, 0x1EFFF);
}
bool is_space(char32_t c) {
  return c == ' ' || c == '\t' || c == 0xA0 || within(c, 0x2000, 0x200B) || c == 0x202F || c == 0x3000;
}
bool is_sign(char32_t c) {
  if (c < 0x80) return !(within(c | 0x20, U'a', U'z') || within(c, U'0', U'9'));
  if (c < 0xC0) return c != 0xAA && c != 0xB5 && c != 0xBA;
  return c == 0xD7 || c == 0xF7 || c == 0x66A || within(c, 0x2000, 0x206F) || within(c, 0x20A0, 0x20CF) ||
         within(c, 0x2190, 0x2BFF) || within(c, 0x2E00, 0x2E7F) || within(c, 0x3000, 0x303F) ||
         within(c, 0xFE00, 0xFE6F) || within(c, 0xFF00, 0xFF0F) || c == 0xFEFF || c >= 0xFFF9;
}

enum class Is : std::uint8_t { letter, digit, value, sign, space, stop };

struct Item {
  Is is = Is::sign;
  char32_t code = 0;  // 0 for a value
  std::size_t begin = 0, end = 0;
};

// Returns the end of the isolate that begins at `at`, or of the paragraph. An isolate may hold others.
std::size_t end_of_isolate(std::string_view text, std::size_t at) {
  int depth = 0;
  while (at < text.size() && text[at] != '\n') {
    const Character letter = character_at(text, at);
    at += letter.bytes;
    if (begins_isolate(letter.code)) ++depth;
    if (ends_isolate(letter.code) && --depth == 0) break;
  }
  return at;
}

template <class Test>
bool any_letter(std::string_view text, Test test) {
  for (std::size_t at = 0; at < text.size();) {
    const Character letter = character_at(text, at);
    if (test(letter.code)) return true;
    at += letter.bytes;
  }
  return false;
}
bool has_letter_from_the_right(std::string_view text) { return any_letter(text, is_right_to_left); }

// An unfilled placeholder is one word, so that the tests can find it.
std::size_t end_of_placeholder(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && (within(text[end], 'a', 'z') || within(text[end], 'A', 'Z') ||
                               within(text[end], '0', '9') || text[end] == '_'))
    ++end;
  return end > at + 1 && end < text.size() && text[end] == '}' ? end + 1 : at;
}

std::vector<Item> items_of(std::string_view text) {
  std::vector<Item> out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Character letter = character_at(text, at);
    Item item{.is = Is::letter, .code = letter.code, .begin = at, .end = at + letter.bytes};
    const char32_t c = letter.code;
    if (begins_isolate(c)) {
      item.end = end_of_isolate(text, at);
      // A right-to-left value ends a run, as a right-to-left word of the text does.
      item.is = has_letter_from_the_right(text.substr(at, item.end - at)) ? Is::stop : Is::value;
      item.code = 0;
    } else if (c == '{' && end_of_placeholder(text, at) > at) {
      item.end = end_of_placeholder(text, at);
    } else if (is_digit(c) || is_arabic_separator(c)) {
      item.is = Is::digit;
    } else if (is_right_to_left(c) || turns_text(c) || ends_isolate(c) || c == '\n' || c == 0x60C || c == 0x61B ||
               c == 0x61F || c == 0xAB || c == 0xBB) {
      item.is = Is::stop;
    } else if (is_space(c)) {
      item.is = Is::space;
    } else if (is_sign(c)) {
      item.is = Is::sign;
    }
    at = item.end;
    out.push_back(item);
  }
  return out;
}

bool is_one_of(char32_t code, std::u32string_view signs) {
  return code != 0 && signs.find(code) != std::u32string_view::npos;
}

constexpr std::u32string_view before_any = U"$@#§€£¥~&\\_", before_a_word = U".-/+", before_a_number = U"-−+±–.";
constexpr std::u32string_view after_any = U"%‰٪$€£¥°§+*_#&", spaced_after = U"%‰٪§€$£";
constexpr std::u32string_view opening = U"([\"'‘“", closing = U")]\"'’”";
constexpr std::size_t abbreviation_letters_max = 4;  // kap., art., jfr

/// Finds the runs of one paragraph.
class Runs {
 public:
  explicit Runs(std::string_view text) : text_(text), items_(items_of(text)) {}

  std::string isolated() {
    std::string out;
    // A paragraph without right-to-left letters keeps the order of its sentences.
    if (!has_right_to_left(text_) && !has_bidi_control(text_)) {
      const bool word = std::any_of(items_.begin(), items_.end(),
                                    [](const Item& item) { return item.is == Is::letter || item.is == Is::digit; });
      if (!word || !needs_isolate(0, items_.size())) return std::string(text_);
      put(0, items_.size(), out);
      return out;
    }
    std::size_t done = 0;  // in items
    for (std::size_t i = 0; i < items_.size();) {
      if (!is_word(i)) {
        ++i;
        continue;
      }
      const std::size_t begin = with_signs_before(i, done), end = end_of_run(i);
      i = end;
      if (!needs_isolate(begin, end)) continue;
      out += between(done, begin);
      put(begin, end, out);
      done = end;
    }
    return out + std::string(between(done, items_.size()));
  }

 private:
  bool is_word(std::size_t i) const {
    return i < items_.size() && (items_[i].is == Is::letter || items_[i].is == Is::digit || items_[i].is == Is::value);
  }
  bool is_word_from_the_right(std::size_t i) const {
    return is(i, Is::stop) && (items_[i].code == 0 || is_right_to_left(items_[i].code));
  }
  bool is(std::size_t i, Is what) const { return i < items_.size() && items_[i].is == what; }
  char32_t code(std::size_t i) const { return i < items_.size() ? items_[i].code : 0; }
  bool is_numeric(std::size_t i) const {
    if (!is(i, Is::value)) return is(i, Is::digit);
    const std::string_view inside = between(i, i + 1);
    return std::none_of(inside.begin(), inside.end(),
                        [](char c) { return within(c, 'a', 'z') || within(c, 'A', 'Z'); }) &&
           std::any_of(inside.begin(), inside.end(), [](char c) { return within(c, '0', '9'); });
  }
  std::string_view between(std::size_t from, std::size_t to) const {
    if (from >= to) return {};
    return text_.substr(items_[from].begin, items_[to - 1].end - items_[from].begin);
  }

  // Signs directly before a run that belong to it: ".csv", "$adult_age", "−5", "§ 3".
  std::size_t with_signs_before(std::size_t i, std::size_t first) const {
    const bool number = is_numeric(i);
    std::size_t begin = i;
    while (begin > first && is(begin - 1, Is::sign)) {
      const char32_t sign = code(begin - 1);
      const bool joined_to_word = begin - 1 > first && items_[begin - 2].is == Is::stop;
      const bool attached = is_one_of(sign, number ? before_a_number : before_a_word) &&
                            (!joined_to_word || is_one_of(code(begin - 2), U"«»،؛"));
      if (!attached && !is_one_of(sign, before_any)) break;
      --begin;
    }
    if (number && begin == i && i > first + 1 && is(i - 1, Is::space) && code(i - 2) == U'§') {
      begin = i - 2;
      if (begin > first && code(begin - 1) == U'§') --begin;
    }
    return begin;
  }

  // Returns the place after the last item of the run that begins with the word at i.
  std::size_t end_of_run(std::size_t i) {
    open_.clear();
    std::size_t end = i + 1;
    for (;;) {
      std::size_t next = end;
      while (is(next, Is::sign) || is(next, Is::space)) ++next;
      if (!is_word(next) || !joins(end, next)) break;
      end = next + 1;
    }
    return with_signs_after(end);
  }

  std::size_t with_signs_after(std::size_t end) {
    for (;;) {
      const char32_t sign = code(end);
      if (!is(end, Is::sign)) break;
      const bool closes = !open_.empty() && open_.back() == sign;
      const bool slash = sign == '/' && !is_word(end + 1) && !is_word_from_the_right(end + 1);
      if (!closes && !slash && !is_one_of(sign, after_any)) break;
      if (closes) open_.pop_back();
      ++end;
    }
    // "2 §", "3 a §", "50 %"; excludes the sign of a following number.
    const bool one_letter = end > 1 && is(end - 1, Is::letter) && !is(end - 2, Is::letter);
    if ((is_numeric(end - 1) || one_letter) && is(end, Is::space) && is_one_of(code(end + 1), spaced_after) &&
        !is_word(end + 2) && !(is(end + 2, Is::space) && is_numeric(end + 3)))
      end += 2;
    return end;
  }

  // Whether the signs and spaces between two words (from `from` on) keep the words in one run.
  bool joins(std::size_t from, std::size_t next) {
    const bool value = is(from - 1, Is::value) || is(next, Is::value);
    const bool spaced = std::any_of(at(from), at(next), [](const Item& item) { return item.is == Is::space; });
    const bool signs = std::any_of(at(from), at(next), [](const Item& item) { return item.is == Is::sign; });
    // Two neighbouring values, or a value and a word, are two runs in the order of the text.
    if (value && spaced) return false;
    if (spaced && !signs) return true;
    std::u32string open = open_;
    for (std::size_t i = from; i < next; ++i) {
      if (!is(i, Is::sign)) continue;
      const char32_t sign = code(i);
      const bool ends_word = is(i + 1, Is::space);
      if (!open.empty() && open.back() == sign) {
        open.pop_back();
        continue;
      }
      if (const std::size_t pair = opening.find(sign); pair != std::u32string_view::npos && !ends_word) {
        // Swedish words in brackets after a number are a run of their own: "2016 (tillfälliga lagen)".
        if (spaced && is_numeric(from - 1)) return false;
        if (!is_closed(i + 1, closing[pair])) return false;
        open += closing[pair];
        continue;
      }
      if (is_one_of(sign, closing) && sign != '\'' && sign != U'’') return false;
      if (!ends_word) continue;
      if (is_one_of(sign, U";!?…·|") || (sign == ':' && !is_one_of(code(i - 1), U"\"'’”"))) return false;
      if (sign == '.' && !(is_abbreviation(from) && (is_numeric(next) || is_small(code(next))))) return false;
      if (sign == ',' && is_numeric(from - 1) && is_numeric(next)) return false;
      if (is_one_of(sign, U"-–—") && is(i - 1, Is::space) && is_numeric(from - 1) != is_numeric(next)) return false;
    }
    open_ = open;
    return true;
  }

  // Whether a bracket or a quote is closed before the next right-to-left letter.
  bool is_closed(std::size_t i, char32_t by) const {
    for (; i < items_.size() && items_[i].is != Is::stop; ++i)
      if (is(i, Is::sign) && code(i) == by) return true;
    return false;
  }
  bool is_abbreviation(std::size_t end) const {
    std::size_t letters = 0;
    while (letters < end && is(end - 1 - letters, Is::letter)) ++letters;
    return letters > 0 && letters <= abbreviation_letters_max && is_small(code(end - 1));
  }
  static bool is_small(char32_t c) { return within(c, U'a', U'z') || within(c, 0xDF, 0xFF); }

  bool needs_isolate(std::size_t begin, std::size_t end) const {
    const bool digits = std::all_of(at(begin), at(end), [](const Item& item) { return item.is == Is::digit; });
    const bool one_value = end - begin == 1 && items_[begin].is == Is::value;
    const bool one_word = std::all_of(at(begin), at(end), [](const Item& item) { return item.is == Is::letter; });
    return !digits && !one_value && !(one_word && end - begin == items_.size());
  }

  // Between Arabic digits, text runs in the digits' direction, also inside a run: each number is isolated by itself.
  void put(std::size_t begin, std::size_t end, std::string& out) const {
    out += isolate;
    for (std::size_t i = begin; i < end;) {
      std::size_t number_end = i;
      while (number_end < end && (is_arabic_digit(code(number_end)) || is_arabic_separator(code(number_end))))
        ++number_end;
      if (number_end > i) {
        out += isolate;
        out += between(i, number_end);
        out += end_isolate;
        i = number_end;
      } else {
        out += between(i, i + 1);
        ++i;
      }
    }
    out += end_isolate;
  }

  std::vector<Item>::const_iterator at(std::size_t i) const { return items_.begin() + static_cast<std::ptrdiff_t>(i); }

  std::string_view text_;
  std::vector<Item> items_;
  std::u32string open_;  ///< the closing signs of the brackets and quotes that the run has opened
};

}  // namespace
}  // namespace bidi

bool has_right_to_left(std::string_view text) {
  return bidi::any_letter(text, [](char32_t c) { return bidi::is_right_to_left(c) || bidi::within(c, 0x590, 0x8FF); });
}

bool has_bidi_control(std::string_view text) {
  return bidi::any_letter(text, [](char32_t c) { return is_direction_mark(c); });
}

std::string isolated_runs(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (;;) {
    const std::size_t newline = std::min(text.find('\n'), text.size());
    out += bidi::Runs(text.substr(0, newline)).isolated();
    if (newline == text.size()) return out;
    out += '\n';
    text.remove_prefix(newline + 1);
  }
}

}  // namespace vagval
