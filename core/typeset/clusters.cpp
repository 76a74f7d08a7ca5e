#include "typeset/clusters.h"

#include <hb.h>

#include <algorithm>
#include <iterator>

namespace vagval::typeset {

namespace {

struct Range {
  char32_t first, last;
};
template <std::size_t n>
bool in(const Range (&ranges)[n], char32_t code) {
  return std::any_of(std::begin(ranges), std::end(ranges),
                     [code](const Range& range) { return code >= range.first && code <= range.last; });
}

hb_unicode_general_category_t category(char32_t code) {
  return hb_unicode_general_category(hb_unicode_funcs_get_default(), code);
}

constexpr char32_t zero_width_joiner = 0x200D, zero_width_space = 0x200B;

// Characters that belong to the letter before them.
constexpr Range joiners[] = {{0x034F, 0x034F}, {0x180B, 0x180F},   {0x200C, 0x200D},
                             {0xFE00, 0xFE0F}, {0xE0020, 0xE007F}, {0xE0100, 0xE01EF}};
constexpr Range directions[] = {{0x061C, 0x061C},   {0x200B, 0x200B},   {0x200E, 0x200F},  {0x202A, 0x202E},
                                {0x2060, 0x206F},   {0xFEFF, 0xFEFF},   {0xFFF9, 0xFFFB},  {0x1D173, 0x1D17A},
                                {0xE0000, 0xE001F}, {0xE0080, 0xE00FF}, {0xE01F0, 0xE0FFF}};

bool is_extender(char32_t code) {
  if (code < 0x300) return false;
  // Skin tones, the vowel that Thai and Lao write after its letter, half-width voicing marks.
  if ((code >= 0x1F3FB && code <= 0x1F3FF) || code == 0x0E33 || code == 0x0EB3 || code == 0xFF9E || code == 0xFF9F)
    return true;
  if (in(joiners, code)) return true;
  const hb_unicode_general_category_t kind = category(code);
  return kind == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK || kind == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK ||
         kind == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK;
}

// Takes the following letter into the same conjunct. The Burmese asat (U+103A) has the class and only ends a syllable.
bool conjoins(char32_t code) {
  return code >= 0x0900 && code != 0x103A &&
         hb_unicode_combining_class(hb_unicode_funcs_get_default(), code) == HB_UNICODE_COMBINING_CLASS_VIRAMA;
}

bool is_emoji(char32_t code) { return (code >= 0x1F000 && code <= 0x1FAFF) || (code >= 0x2190 && code <= 0x2BFF); }
bool is_flag_half(char32_t code) { return code >= 0x1F1E6 && code <= 0x1F1FF; }

enum class Jamo { none, leading, vowel, trailing, open_syllable, syllable };
Jamo jamo_of(char32_t code) {
  if ((code >= 0x1100 && code <= 0x115F) || (code >= 0xA960 && code <= 0xA97C)) return Jamo::leading;
  if ((code >= 0x1160 && code <= 0x11A7) || (code >= 0xD7B0 && code <= 0xD7C6)) return Jamo::vowel;
  if ((code >= 0x11A8 && code <= 0x11FF) || (code >= 0xD7CB && code <= 0xD7FB)) return Jamo::trailing;
  if (code >= 0xAC00 && code <= 0xD7A3) return (code - 0xAC00) % 28 == 0 ? Jamo::open_syllable : Jamo::syllable;
  return Jamo::none;
}
bool same_syllable(Jamo before, Jamo after) {
  switch (before) {
    case Jamo::leading:
      return after != Jamo::none && after != Jamo::trailing;
    case Jamo::vowel:
    case Jamo::open_syllable:
      return after == Jamo::vowel || after == Jamo::trailing;
    case Jamo::trailing:
    case Jamo::syllable:
      return after == Jamo::trailing;
    case Jamo::none:
      break;
  }
  return false;
}

// Scripts written without spaces; a line may end at any of their letters.
constexpr Range ideographs[] = {{0x2E80, 0x30FF},   {0x3105, 0x312F},  {0x31A0, 0x9FFF}, {0xA000, 0xA4CF},
                                {0xF900, 0xFAFF},   {0xFE30, 0xFE4F},  {0xFF01, 0xFF9F}, {0x1B000, 0x1B2FF},
                                {0x1F000, 0x1FAFF}, {0x20000, 0x3FFFF}};

// Signs that the rules of Chinese and Japanese forbid at the beginning and at the end of a line.
constexpr std::u32string_view begins_no_line =
    U"!),.:;?]}%»”’…‥"
    U"、。，．：；！？）］｝」』】〕〉》〙〗〟・ー々〻ゝゞヽヾ゛゜％～〜‐–—"
    U"ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯｰ｡｣､･";
constexpr std::u32string_view ends_no_line = U"([{«“‘（［｛「『【〔〈《〘〖〝｢￥＄";
constexpr std::u32string_view keeps_together = U"\u00A0\u202F\u2007\u2060\uFEFF";

}  // namespace

bool is_silent(char32_t code) { return code >= 0x034F && (in(joiners, code) || in(directions, code)); }

bool is_common(char32_t code) {
  if (code < 0x80) return !((code | 0x20) >= 'a' && (code | 0x20) <= 'z');
  if (code < 0xC0) return true;
  return (code >= 0x300 && code <= 0x36F) || (code >= 0x2000 && code <= 0x206F) || code == 0xD7 || code == 0xF7;
}

bool is_blank(char32_t code) {
  if (code == ' ' || (code >= '\t' && code <= '\r') || code == 0x85) return true;
  if (code < 0xA0) return false;
  // The fillers of Hangul and the empty pattern of Braille are letters without ink.
  if (code == 0x115F || code == 0x1160 || code == 0x3164 || code == 0xFFA0 || code == 0x2800) return true;
  const hb_unicode_general_category_t kind = category(code);
  return kind == HB_UNICODE_GENERAL_CATEGORY_SPACE_SEPARATOR || kind == HB_UNICODE_GENERAL_CATEGORY_LINE_SEPARATOR ||
         kind == HB_UNICODE_GENERAL_CATEGORY_PARAGRAPH_SEPARATOR;
}

bool is_no_letter(char32_t code) {
  return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0xFFFD || (code >= 0xFDD0 && code <= 0xFDEF) ||
         (code & 0xFFFE) == 0xFFFE;
}

bool is_joined(char32_t code) {
  static constexpr Range joined[] = {{0x0620, 0x065F},   {0x066E, 0x06EF},   {0x06FA, 0x07BF},   {0x07CA, 0x08FF},
                                     {0x0900, 0x0963},   {0x0970, 0x0DFF},   {0x1807, 0x180A},   {0x1820, 0x18AF},
                                     {0xA840, 0xA87F},   {0xA8E0, 0xA8FF},   {0x10AC0, 0x10AFF}, {0x10B80, 0x10BAF},
                                     {0x10D00, 0x10D2F}, {0x10F30, 0x10FDF}, {0x1E900, 0x1E94B}};
  return code >= 0x0620 && in(joined, code);
}

std::uint32_t script_of(char32_t code) {
  const hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), code);
  const bool own = script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED && script != HB_SCRIPT_UNKNOWN;
  return own ? static_cast<std::uint32_t>(script) : 0;
}

std::size_t cluster_end(std::string_view text, std::size_t at, std::size_t end) {
  const Letter first = letter_at(text, at);
  std::size_t to = std::min(end, at + first.bytes);
  if (is_no_letter(first.code) || is_blank(first.code)) return to;
  char32_t before = first.code, mark = 0;  // the last letter of the cluster, and its last letter that is no joiner
  bool paired = false;
  while (to < end) {
    const Letter next = letter_at(text, to);
    const bool flag = is_flag_half(before) && is_flag_half(next.code) && !paired;
    const bool sequence = before == zero_width_joiner && is_emoji(next.code);
    const bool conjunct = conjoins(mark) && script_of(next.code) != 0 && script_of(next.code) == script_of(first.code);
    if (!is_extender(next.code) && !flag && !sequence && !conjunct &&
        !same_syllable(jamo_of(before), jamo_of(next.code)))
      break;
    paired = paired || flag;
    before = next.code;
    if (!in(joiners, next.code)) mark = next.code;
    to = std::min(end, to + next.bytes);
  }
  return to;
}

std::vector<Cluster> clusters(std::string_view text, std::size_t begin, std::size_t end) {
  std::vector<Cluster> out;
  for (std::size_t at = begin; at < end; at = out.back().end) out.push_back({at, cluster_end(text, at, end)});
  return out;
}

bool may_break_between(char32_t before, char32_t after) {
  if (before < 0x80 && after < 0x80) return false;
  if (before == zero_width_space) return after != zero_width_space;
  // The marks between the syllables of Tibetan.
  if (before == 0x0F0B) return after != 0x0F0B && after != 0x0F0D;
  if (!in(ideographs, before) && !in(ideographs, after)) return false;
  const auto among = [](std::u32string_view list, char32_t code) { return list.find(code) != list.npos; };
  return !is_extender(after) && !is_silent(after) && !is_silent(before) && !among(begins_no_line, after) &&
         !among(ends_no_line, before) && !among(keeps_together, before) && !among(keeps_together, after);
}

}  // namespace vagval::typeset
