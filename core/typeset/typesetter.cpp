#include "typeset/typesetter.h"

#include <SheenBidi/SheenBidi.h>
#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

namespace vagval::typeset {

namespace {

constexpr float unbroken = 10'000;  // em: no line is as long, and so none is broken
// More than any screen holds; then everything is set anew rather than kept for ever.
constexpr std::size_t remembered_max = 4096;

struct HbDestroy {
  void operator()(hb_font_t* font) const { hb_font_destroy(font); }
  void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};
using Font = std::unique_ptr<hb_font_t, HbDestroy>;
using Buffer = std::unique_ptr<hb_buffer_t, HbDestroy>;

struct Face {
  Font font;
  Weight weight = Weight::regular;
  hb_script_t script = HB_SCRIPT_LATIN;
  float upem = 1000;
};

// Each of our faces is for one script, so a piece of one face is a piece of one script.
hb_script_t script_of(hb_font_t* font) {
  hb_codepoint_t glyph = 0;
  if (hb_font_get_nominal_glyph(font, 0x0628, &glyph)) return HB_SCRIPT_ARABIC;
  if (hb_font_get_nominal_glyph(font, 0x1200, &glyph)) return HB_SCRIPT_ETHIOPIC;
  return HB_SCRIPT_LATIN;
}

constexpr std::uint16_t no_face = 0xFFFF;
constexpr char32_t broken = 0xFFFD;

struct Letter {
  char32_t code = broken;
  std::size_t bytes = 1;
};

Letter letter_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(i < text.size() ? text[i] : 0); };
  const unsigned char first = byte(at);
  if (first < 0x80) return {first, 1};
  const std::size_t bytes = first >= 0xF0 && first < 0xF5 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1;
  if (bytes == 1 || first >= 0xF5) return {};
  char32_t code = first & (0x7FU >> bytes);
  for (std::size_t i = 1; i < bytes; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return {};
    code = code << 6 | (byte(at + i) & 0x3FU);
  }
  return {code, bytes};
}

// What is never seen, and what takes the face of what stands before it: joiners, isolates, marks.
bool is_silent(char32_t code) {
  return (code >= 0x200B && code <= 0x200F) || (code >= 0x202A && code <= 0x202E) ||
         (code >= 0x2060 && code <= 0x206F) || code == 0x061C || code == 0xFEFF;
}
// Digits, punctuation and marks belong to no script: they look best in the face of their neighbours.
bool is_common(char32_t code) {
  if (code < 0x80) return !((code | 0x20) >= 'a' && (code | 0x20) <= 'z');
  if (code < 0xC0) return true;
  return (code >= 0x300 && code <= 0x36F) || (code >= 0x2000 && code <= 0x206F) || code == 0xD7 || code == 0xF7;
}

// What ends the isolates (U+2066…2068) and embeddings (U+202A, 202B, 202D, 202E) that a text leaves open.
std::string closing(std::string_view text) {
  std::string open;
  for (std::size_t at = 0; at < text.size();) {
    const Letter letter = letter_at(text, at);
    at += letter.bytes;
    const bool isolate = letter.code >= 0x2066 && letter.code <= 0x2068;
    const bool embedding = letter.code >= 0x202A && letter.code <= 0x202E && letter.code != 0x202C;
    if (letter.code == '\n') open.clear();
    if (isolate || embedding) open += isolate ? 'i' : 'e';
    if (letter.code == 0x2069) {
      const std::size_t last = open.rfind('i');
      open.resize(last == std::string::npos ? open.size() : last);
    } else if (letter.code == 0x202C && open.ends_with('e')) {
      open.pop_back();
    }
  }
  std::string out;
  for (std::size_t i = open.size(); i > 0; --i) out += open[i - 1] == 'i' ? "\u2069" : "\u202C";
  return out;
}

struct Segment {
  std::size_t begin = 0, end = 0;
  std::uint16_t face = no_face;
};

}  // namespace

struct Typesetter::Faces {
  std::vector<Face> all;
  Buffer buffer{hb_buffer_create()};
  std::unordered_map<std::string, std::vector<Line>> set;
  std::string key;

  bool has(std::uint16_t face, char32_t code) const {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(all[face].font.get(), code, &glyph) != 0;
  }
  std::uint16_t face_for(char32_t code, Weight weight, std::uint16_t before) const {
    if (before != no_face && (is_silent(code) || (is_common(code) && has(before, code)))) return before;
    std::uint16_t first = no_face;
    for (std::uint16_t i = 0; i < all.size(); ++i) {
      if (all[i].weight != weight) continue;
      if (has(i, code)) return i;
      if (first == no_face) first = i;
    }
    // Nobody has it: an empty frame in the first face of the weight, or in any face at all.
    return first == no_face ? 0 : first;
  }

  // What stands before the first letter has that one as its neighbour.
  std::uint16_t face_of_first_letter(std::string_view text, std::size_t begin, std::size_t end, Weight weight) const {
    for (std::size_t at = begin; at < end;) {
      const Letter letter = letter_at(text, at);
      if (!is_silent(letter.code) && !is_common(letter.code)) return face_for(letter.code, weight, no_face);
      at += letter.bytes;
    }
    return no_face;
  }

  // Pieces of one face each, in reading order.
  std::vector<Segment> segments(std::string_view text, std::size_t begin, std::size_t end, Weight weight) const {
    std::vector<Segment> out;
    std::uint16_t before = face_of_first_letter(text, begin, end, weight);
    for (std::size_t at = begin; at < end;) {
      const Letter letter = letter_at(text, at);
      const std::uint16_t face = face_for(letter.code, weight, before);
      const std::size_t next = std::min(end, at + letter.bytes);
      if (out.empty() || out.back().face != face)
        out.push_back({at, next, face});
      else
        out.back().end = next;
      before = face;
      at = next;
    }
    return out;
  }

  // Shapes one piece and gives each of its glyphs, from left to right, to `take(glyph info, position, em per unit)`.
  template <class Take>
  void shape(std::string_view text, const Segment& piece, bool right_to_left, const Style& style, Take take) const {
    hb_buffer_t* const b = buffer.get();
    hb_buffer_clear_contents(b);
    hb_buffer_add_utf8(b, text.data(), static_cast<int>(text.size()), static_cast<unsigned>(piece.begin),
                       static_cast<int>(piece.end - piece.begin));
    const Face& face = all[piece.face];
    hb_buffer_set_script(b, face.script);
    hb_buffer_set_direction(b, right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_language(b, hb_language_from_string(style.language.empty() ? "und" : style.language.c_str(), -1));
    hb_shape(face.font.get(), b, nullptr, 0);
    unsigned count = 0;
    const hb_glyph_info_t* const infos = hb_buffer_get_glyph_infos(b, &count);
    const hb_glyph_position_t* const positions = hb_buffer_get_glyph_positions(b, &count);
    for (unsigned i = 0; i < count; ++i) take(infos[i], positions[i], 1 / face.upem);
  }

  // Bidirectional levels of the paragraph, then one line of it from left to right.
  struct Paragraph {
    SBAlgorithmRef algorithm = nullptr;
    SBParagraphRef paragraph = nullptr;
    ~Paragraph() {
      if (paragraph) SBParagraphRelease(paragraph);
      if (algorithm) SBAlgorithmRelease(algorithm);
    }
  };

  Line line(std::string_view text, std::size_t begin, std::size_t end, const Paragraph& p, std::size_t start,
            const Style& style) const {
    Line out{.begin = begin, .end = end};
    if (begin >= end || all.empty()) return out;
    const SBLineRef visual = p.paragraph ? SBParagraphCreateLine(p.paragraph, begin - start, end - begin) : nullptr;
    if (!visual) return out;
    const SBRun* const runs = SBLineGetRunsPtr(visual);
    for (SBUInteger r = 0; r < SBLineGetRunCount(visual); ++r) {
      const bool right_to_left = (runs[r].level & 1) != 0;
      const std::size_t from = start + runs[r].offset;
      std::vector<Segment> pieces = segments(text, from, from + runs[r].length, style.weight);
      if (right_to_left) std::reverse(pieces.begin(), pieces.end());
      for (const Segment& piece : pieces)
        shape(text, piece, right_to_left, style,
              [&](const hb_glyph_info_t& info, const hb_glyph_position_t& at, float em) {
                out.glyphs.push_back({piece.face, static_cast<std::uint16_t>(info.codepoint),
                                      out.width + static_cast<float>(at.x_offset) * em,
                                      static_cast<float>(at.y_offset) * em});
                out.width += static_cast<float>(at.x_advance) * em;
              });
    }
    SBLineRelease(visual);
    return out;
  }

  // How much each byte of the paragraph moves on, in em; the whole of a cluster stands at its first byte.
  std::vector<float> advances(std::string_view text, std::size_t begin, std::size_t end, const Paragraph& p,
                              const Style& style) const {
    std::vector<float> out(end - begin, 0);
    const SBLevel* const levels = SBParagraphGetLevelsPtr(p.paragraph);
    for (std::size_t at = begin; at < end;) {
      std::size_t to = at + 1;
      while (to < end && levels[to - begin] == levels[at - begin]) ++to;
      for (const Segment& piece : segments(text, at, to, style.weight))
        shape(text, piece, (levels[at - begin] & 1) != 0, style,
              [&](const hb_glyph_info_t& info, const hb_glyph_position_t& position, float em) {
                out[info.cluster - begin] += static_cast<float>(position.x_advance) * em;
              });
      at = to;
    }
    return out;
  }

  void paragraph(std::string_view text, std::size_t begin, std::size_t end, const Style& style, float most,
                 std::vector<Line>& out) const {
    Paragraph p;
    if (begin < end) {
      const SBCodepointSequence sequence{SBStringEncodingUTF8, text.data() + begin, end - begin};
      p.algorithm = SBAlgorithmCreate(&sequence);
      if (p.algorithm)
        p.paragraph = SBAlgorithmCreateParagraph(p.algorithm, 0, end - begin, style.right_to_left ? 1 : 0);
    }
    // A paragraph separator inside (U+2029) ends SheenBidi's paragraph early: the rest is one more.
    const std::size_t whole = p.paragraph ? begin + SBParagraphGetLength(p.paragraph) : end;
    Line all_of_it = line(text, begin, whole, p, begin, style);
    if (all_of_it.width <= most || !p.paragraph) {
      out.push_back(std::move(all_of_it));
    } else {
      const std::vector<float> moved = advances(text, begin, whole, p, style);
      for (std::size_t at = begin; at < whole;) {
        const std::size_t to = line_end(text, at, whole, begin, moved, most);
        out.push_back(line(text, at, to, p, begin, style));
        at = to;
        while (at < whole && text[at] == ' ') ++at;
      }
    }
    if (whole < end && whole > begin) paragraph(text, whole, end, style, most, out);
  }

  // Where the line ends that begins at `at`: after the last word that fits.
  static std::size_t line_end(std::string_view text, std::size_t at, std::size_t end, std::size_t start,
                              const std::vector<float>& moved, float most) {
    float used = 0;
    std::size_t last = at;
    for (std::size_t i = at; i < end; ++i) {
      if (text[i] == ' ' && (i == at || text[i - 1] != ' ')) last = i;
      used += moved[i - start];
      if (used > most && text[i] != ' ') {
        if (last > at) return last;
        // Not within a cluster: those advance at their first byte only. And never nothing at all.
        std::size_t cut = i;
        if (cut == at) do
            ++cut;
          while (cut < end && moved[cut - start] == 0);
        return cut;
      }
    }
    return end;
  }
};

Typesetter::Typesetter() : faces_(std::make_unique<Faces>()) {}
Typesetter::~Typesetter() = default;

bool Typesetter::add_face(std::string_view bytes, Weight weight) {
  hb_blob_t* const blob =
      hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr);
  hb_face_t* const face = hb_face_create(blob, 0);
  hb_blob_destroy(blob);
  const bool is_font = hb_face_get_glyph_count(face) > 0;
  if (is_font) {
    Face made{.font = Font{hb_font_create(face)}, .weight = weight};
    made.script = script_of(made.font.get());
    made.upem = static_cast<float>(hb_face_get_upem(face));
    faces_->all.push_back(std::move(made));
    faces_->set.clear();
  }
  hb_face_destroy(face);
  return is_font;
}

std::size_t Typesetter::face_count() const { return faces_->all.size(); }

bool Typesetter::has(char32_t letter, Weight weight) const {
  for (std::uint16_t i = 0; i < faces_->all.size(); ++i)
    if (faces_->all[i].weight == weight && faces_->has(i, letter)) return true;
  return false;
}

const std::vector<Line>& Typesetter::lines(std::string_view text, const Style& style, float most) {
  Faces& f = *faces_;
  // A hundredth of an em is less than anybody sees.
  const int key_width = static_cast<int>(std::lround(std::clamp(most, 0.0F, unbroken) * 100));
  f.key.assign(style.language);
  f.key += {static_cast<char>('0' + static_cast<int>(style.weight)), style.right_to_left ? 'r' : 'l'};
  f.key += std::to_string(key_width);
  f.key += ' ';
  f.key += text;
  if (const auto known = f.set.find(f.key); known != f.set.end()) return known->second;
  std::vector<Line> out;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    f.paragraph(text, begin, end, style, most, out);
    begin = end + 1;
  }
  if (f.set.size() >= remembered_max) f.set.clear();
  return f.set.emplace(f.key, std::move(out)).first->second;
}

std::string Typesetter::shortened(std::string_view text, const Style& style, float most, std::size_t lines_max) {
  const std::vector<Line>& whole = lines(text, style, most);
  if (whole.size() <= lines_max) return std::string(text);
  std::string_view kept = text.substr(0, whole[std::max<std::size_t>(lines_max, 1) - 1].end);
  for (;;) {
    while (kept.ends_with(' ') || kept.ends_with('\n')) kept.remove_suffix(1);
    const std::string out = std::string(kept) + closing(kept) + "\u2026";
    if (kept.empty() || lines(out, style, most).size() <= lines_max) return out;
    // A word less; of a single word a letter less.
    const std::size_t space = kept.find_last_of(" \n");
    if (space != std::string_view::npos) {
      kept = kept.substr(0, space);
      continue;
    }
    do kept.remove_suffix(1);
    while (!kept.empty() && (static_cast<unsigned char>(text[kept.size()]) & 0xC0) == 0x80);
  }
}

float Typesetter::width(std::string_view text, const Style& style) {
  float widest = 0;
  for (const Line& line : lines(text, style, unbroken)) widest = std::max(widest, line.width);
  return widest;
}

}  // namespace vagval::typeset
