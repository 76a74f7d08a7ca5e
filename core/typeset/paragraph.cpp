#include "typeset/paragraph.h"

#include <SheenBidi/SheenBidi.h>

#include <algorithm>
#include <utility>

namespace vagval::typeset {

namespace {

// The bidirectional levels of a paragraph.
struct Levels {
  SBAlgorithmRef algorithm = nullptr;
  SBParagraphRef paragraph = nullptr;

  Levels(std::string_view text, std::size_t begin, std::size_t end, bool right_to_left) {
    if (begin >= end) return;
    const SBCodepointSequence sequence{SBStringEncodingUTF8, text.data() + begin, end - begin};
    algorithm = SBAlgorithmCreate(&sequence);
    if (algorithm) paragraph = SBAlgorithmCreateParagraph(algorithm, 0, end - begin, right_to_left ? 1 : 0);
  }
  ~Levels() {
    if (paragraph) SBParagraphRelease(paragraph);
    if (algorithm) SBAlgorithmRelease(algorithm);
  }
  Levels(const Levels&) = delete;
  Levels& operator=(const Levels&) = delete;
};

struct Paragraph {
  Shaper& shaper;
  std::string_view text;
  std::size_t start;  ///< the paragraph's first byte
  const Style& style;
  float most;
  Levels levels;

  // The glyphs from the one byte to the other, from left to right.
  Line line(std::size_t begin, std::size_t end) const {
    Line out{.begin = begin, .end = end};
    if (begin >= end || shaper.faces.all.empty() || !levels.paragraph) return out;
    const SBLineRef visual = SBParagraphCreateLine(levels.paragraph, begin - start, end - begin);
    if (!visual) return out;
    const SBRun* const runs = SBLineGetRunsPtr(visual);
    for (SBUInteger r = 0; r < SBLineGetRunCount(visual); ++r) {
      const std::size_t from = start + runs[r].offset;
      add_run(from, from + runs[r].length, (runs[r].level & 1) != 0, out);
    }
    SBLineRelease(visual);
    return out;
  }

  // Adds a part of one direction at the right end of the line.
  void add_run(std::size_t begin, std::size_t end, bool right_to_left, Line& out) const {
    std::vector<Segment> pieces = segments(shaper.faces, text, begin, end, style.weight);
    if (right_to_left) std::reverse(pieces.begin(), pieces.end());
    for (const Segment& piece : pieces)
      for (ShapedGlyph& one : shaper.shape(text, piece, right_to_left, style, most)) {
        one.glyph.x += out.width;
        out.width += one.advance;
        if (one.ink) out.glyphs.push_back(one.glyph);
      }
  }

  // The advance of each byte of the paragraph, in em; a cluster's advance stands at its first byte.
  std::vector<float> advances(std::size_t end) const {
    std::vector<float> out(end - start, 0);
    const SBLevel* const level = SBParagraphGetLevelsPtr(levels.paragraph);
    for (std::size_t at = start; at < end;) {
      std::size_t to = at + 1;
      while (to < end && level[to - start] == level[at - start]) ++to;
      for (const Segment& piece : segments(shaper.faces, text, at, to, style.weight))
        for (const ShapedGlyph& one : shaper.shape(text, piece, (level[at - start] & 1) != 0, style, most))
          out[one.first - start] += one.advance;
      at = to;
    }
    return out;
  }

  // Returns the end of the line that begins at `at`: after the last word that fits.
  std::size_t line_end(std::size_t at, std::size_t end, const std::vector<float>& moved) const {
    float used = 0;
    std::size_t last = at;
    char32_t before = 0;
    for (std::size_t i = at; i < end; ++i) {
      if (text[i] == ' ' && (i == at || text[i - 1] != ' ')) last = i;
      if (!is_inside_character(text[i])) {
        // Bytes that advance only at the first of them are one letter.
        const char32_t code = letter_at(text, i).code;
        if (i > at && before != ' ' && moved[i - start] > 0 && may_break_between(before, code)) last = i;
        before = code;
      }
      used += moved[i - start];
      if (used > most && text[i] != ' ') return last > at ? last : letter_end(at, i, end, moved);
    }
    return end;
  }

  // Does not break within a cluster, and takes at least one letter.
  std::size_t letter_end(std::size_t begin, std::size_t cut, std::size_t end, const std::vector<float>& moved) const {
    if (cut > begin) return cut;
    ++cut;
    while (cut < end && moved[cut - start] == 0) ++cut;
    return cut;
  }
};

}  // namespace

void set_paragraph(Shaper& shaper, std::string_view text, std::size_t begin, std::size_t end, const Style& style,
                   float most, std::vector<Line>& out) {
  const Paragraph p{shaper, text, begin, style, most, Levels(text, begin, end, style.right_to_left)};
  // A paragraph separator inside (U+2029) ends SheenBidi's paragraph; the rest is a further paragraph.
  const std::size_t whole = p.levels.paragraph ? begin + SBParagraphGetLength(p.levels.paragraph) : end;
  Line unbroken = p.line(begin, whole);
  if (unbroken.width <= most || !p.levels.paragraph) {
    out.push_back(std::move(unbroken));
  } else {
    const std::vector<float> moved = p.advances(whole);
    for (std::size_t at = begin; at < whole;) {
      const std::size_t to = p.line_end(at, whole, moved);
      out.push_back(p.line(at, to));
      at = to;
      while (at < whole && text[at] == ' ') ++at;
    }
  }
  if (whole < end && whole > begin) set_paragraph(shaper, text, whole, end, style, most, out);
}

}  // namespace vagval::typeset
