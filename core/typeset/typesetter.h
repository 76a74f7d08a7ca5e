// Text as glyphs: bidirectional order, shaping and line breaking, in em and without a window.
// HarfBuzz and SheenBidi are used here and nowhere else.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vagval::typeset {

enum class Weight : std::uint8_t { regular, semibold };

/// A file of a font, and which of those in it.
struct FaceFile {
  std::string_view bytes;  ///< stay where they are
  unsigned number = 0;
};

/// The face of what no face has: the system's letters, or the frame.
inline constexpr std::uint16_t outside = 0xFFFE;
/// How far the frame moves on that stands for what nobody has, em.
inline constexpr float frame_width = 0.6F;

/// What the system draws as one: a letter with its marks, or a word whose letters join.
struct Unit {
  std::string words;
  Weight weight = Weight::regular;
  bool right_to_left = false;
  float width = frame_width;  ///< em
};

/// Its picture, in device px from where it stands on the baseline; y down.
struct Picture {
  int left = 0, top = 0, width = 0, height = 0;
  bool coloured = false;              ///< then four bytes a pixel, RGBA; else one, how much ink
  std::vector<unsigned char> pixels;  ///< row by row; none where there is no ink
};

/// What a host lends of its system's letters, for those that no face has. Each may be missing: a frame is drawn then.
struct System {
  /// A file with the letter, where fonts can be read (the desktop).
  std::function<std::optional<FaceFile>(char32_t letter, Weight weight)> font;
  /// How far the words move on, em, where they can only be drawn (the browser). Below zero: they cannot be.
  std::function<float(std::string_view words, Weight weight, bool right_to_left)> width;
  /// The same words as a picture, `size` device px to the em.
  std::function<Picture(const Unit& unit, float size)> picture;
};

/// One glyph of a line, with its origin in em: x from the line's left edge, y up from the baseline.
struct Glyph {
  std::uint16_t face = 0;  ///< in the order in which the faces were added, or `outside`
  std::uint16_t id = 0;    ///< in that face's file; of what is outside the number of its unit, 0: the frame
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
  /// Grow by the system's faces while text is set.
  FaceFile face(std::size_t number) const;

  /// Text set before is set anew.
  void use(System system);
  /// A file of the system's with the letter, where it lends files.
  std::optional<FaceFile> system_file(char32_t letter, Weight weight);
  const System& system() const;
  std::size_t unit_count() const;
  const Unit& unit(std::uint16_t number) const;
  /// Grows when the numbers of units begin anew.
  std::uint32_t units_generation() const;

  /// \param text  UTF-8; what is not is shown as U+FFFD. A line break begins a paragraph.
  /// \param most  the widest a line may be, em. Lines are broken at spaces and beside ideographs, in reading order; a
  ///              word that is wider is broken where it must be, between two letters.
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
