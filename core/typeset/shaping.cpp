#include "typeset/shaping.h"

#include <algorithm>
#include <string>

namespace vagval::typeset {

namespace {

// The largest number of letters in a word that is drawn as one picture.
constexpr std::size_t joined_max = 24;

// Removes the direction marks; the order is already calculated.
std::string words_of(std::string_view text, std::size_t begin, std::size_t end) {
  std::string out;
  for (const Cluster& part : clusters(text, begin, end))
    if (!is_silent(letter_at(text, part.begin).code)) out += text.substr(part.begin, part.end - part.begin);
  return out;
}

// The end of the word that begins at the letter, where its letters join; otherwise the next letter.
std::size_t end_of_word(std::string_view text, const std::vector<Cluster>& letters, std::size_t begin) {
  std::size_t end = begin + 1;
  if (!is_joined(letter_at(text, letters[begin].begin).code)) return end;
  while (end < letters.size() && end - begin < joined_max && is_joined(letter_at(text, letters[end].begin).code)) ++end;
  return end;
}

}  // namespace

std::vector<ShapedGlyph> Shaper::shape(std::string_view text, const Segment& piece, bool right_to_left,
                                       const Style& style, float most) {
  return piece.face == outside ? shape_with_units(text, piece, right_to_left, style.weight, most)
                               : shape_with_face(text, piece, right_to_left, style);
}

std::vector<ShapedGlyph> Shaper::shape_with_face(std::string_view text, const Segment& piece, bool right_to_left,
                                                 const Style& style) {
  hb_buffer_t* const b = buffer.get();
  hb_buffer_clear_contents(b);
  hb_buffer_add_utf8(b, text.data(), static_cast<int>(text.size()), static_cast<unsigned>(piece.begin),
                     static_cast<int>(piece.end - piece.begin));
  const Face& face = faces.all[piece.face];
  hb_buffer_set_script(b, piece.script);
  hb_buffer_set_direction(b, right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_set_language(b, hb_language_from_string(style.language.empty() ? "und" : style.language.c_str(), -1));
  hb_shape(face.font.get(), b, nullptr, 0);
  unsigned count = 0;
  const hb_glyph_info_t* const infos = hb_buffer_get_glyph_infos(b, &count);
  const hb_glyph_position_t* const positions = hb_buffer_get_glyph_positions(b, &count);
  const float em = 1 / face.upem;
  std::vector<ShapedGlyph> out;
  out.reserve(count);
  for (unsigned i = 0; i < count; ++i) {
    if (infos[i].codepoint == 0) {
      out.push_back({Glyph{outside, 0, 0, 0}, frame_width, infos[i].cluster, true});
      continue;
    }
    out.push_back(
        {Glyph{piece.face, static_cast<std::uint16_t>(infos[i].codepoint),
               static_cast<float>(positions[i].x_offset) * em, static_cast<float>(positions[i].y_offset) * em},
         static_cast<float>(positions[i].x_advance) * em, infos[i].cluster, true});
  }
  return out;
}

// Letters that no face has: each by itself, or joined by word (or by as much of a word as fits a line).
std::vector<ShapedGlyph> Shaper::shape_with_units(std::string_view text, const Segment& piece, bool right_to_left,
                                                  Weight weight, float most) {
  std::vector<ShapedGlyph> out;
  const std::vector<Cluster> letters = clusters(text, piece.begin, piece.end);
  for (std::size_t i = 0; i < letters.size();) {
    const char32_t code = letter_at(text, letters[i].begin).code;
    if (is_blank(code)) {
      out.push_back({Glyph{outside, 0, 0, 0}, blank(text, letters[i], weight), letters[i].begin, false});
      ++i;
    } else if (is_silent(code)) {
      ++i;
    } else {
      std::size_t end = end_of_word(text, letters, i);
      out.push_back(widest_unit(text, letters, i, end, right_to_left, weight, most));
      i = end;
    }
  }
  if (right_to_left) std::reverse(out.begin(), out.end());
  return out;
}

// The unit of the letters from `begin` to `end`. Where the system cannot draw them or the line is too narrow, `end`
// moves towards `begin`; one letter is always taken, as a frame if need be.
ShapedGlyph Shaper::widest_unit(std::string_view text, const std::vector<Cluster>& letters, std::size_t begin,
                                std::size_t& end, bool right_to_left, Weight weight, float most) {
  const bool drawable = !is_no_letter(letter_at(text, letters[begin].begin).code);
  for (;;) {
    const std::string words = words_of(text, letters[begin].begin, letters[end - 1].end);
    const std::uint16_t found =
        drawable ? units.number_of(faces.system, words, weight, right_to_left) : std::uint16_t{0};
    const float width = found == 0 ? frame_width : units.all[found].width;
    if (end == begin + 1 || (found != 0 && width <= most))
      return {Glyph{outside, found, 0, 0}, width, letters[begin].begin, true};
    end = found == 0 ? begin + 1 : begin + (end - begin + 1) / 2;
  }
}

// The advance of a space that no face has, in em.
float Shaper::blank(std::string_view text, const Cluster& cluster, Weight weight) {
  const char32_t code = letter_at(text, cluster.begin).code;
  if (code == '\t' || code == 0x3000 || code == 0x3164) return 1;
  if (code < 0x20 || code == 0x85 || code == 0x2028 || code == 0x2029) return 0;
  const std::uint16_t found =
      units.number_of(faces.system, text.substr(cluster.begin, cluster.end - cluster.begin), weight, false);
  return found == 0 ? 0.5F : units.all[found].width;
}

}  // namespace vagval::typeset
