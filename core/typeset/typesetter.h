// Text as glyphs: bidirectional order, shaping and line breaking, in em and without a window.
// HarfBuzz and SheenBidi are used here and nowhere else.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace vagval::typeset {

enum class Weight : std::uint8_t { regular, semibold };

/// One glyph of a line, with its origin in em: x from the line's left edge, y up from the baseline.
struct Glyph {
  std::uint16_t face = 0;  ///< in the order in which the faces were added
  std::uint16_t id = 0;    ///< in that face's file
  float x = 0, y = 0;
  friend bool operator==(const Glyph&, const Glyph&) = default;
};

/// A line as it stands on paper, glyphs from left to right.
struct Line {
  std::size_t begin = 0, end = 0;  ///< bytes of the text, without the space at which the line was broken
  float width = 0;                 ///< em
  std::vector<Glyph> glyphs;
};

struct Style {
  Weight weight = Weight::regular;
  bool right_to_left = false;  ///< the base direction of every paragraph: that of the language of the interface
  std::string language;        ///< BCP 47; empty if it is not known
};

/// Holds faces and what has been set with them. Not for use by two threads at once.
class Typesetter {
 public:
  Typesetter();
  ~Typesetter();
  Typesetter(const Typesetter&) = delete;
  Typesetter& operator=(const Typesetter&) = delete;

  /// The first face of a weight that has a letter draws it. `bytes` must stay where they are.
  /// \returns false for bytes that are no font.
  bool add_face(std::string_view bytes, Weight weight);
  std::size_t face_count() const;

  /// \param text  UTF-8; what is not is shown as U+FFFD. A line break begins a paragraph.
  /// \param most  the widest a line may be, em. Lines are broken at spaces, in reading order; a word that is wider is
  ///              broken where it must be.
  /// Stays good until the next call.
  const std::vector<Line>& lines(std::string_view text, const Style& style, float most);
  /// \param lines_max  at least 1. \returns the text where it takes no more lines; else as many of its first words as
  ///                    leave room for an ellipsis after the last of them in reading order, wherever that stands on the
  ///                    line. What the cut leaves open (isolates, embeddings) is closed before it.
  std::string shortened(std::string_view text, const Style& style, float most, std::size_t lines_max);
  /// Of the widest line, if none is broken.
  float width(std::string_view text, const Style& style);

  /// Whether some face of the weight has the letter.
  bool has(char32_t letter, Weight weight) const;

 private:
  struct Faces;
  std::unique_ptr<Faces> faces_;
};

}  // namespace vagval::typeset
