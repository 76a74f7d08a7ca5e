// Text as glyphs: bidirectional order, shaping and line breaking, in em and without a window.
// Only this room uses HarfBuzz and SheenBidi.
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

/// The bytes of a font file, and the index of a face in it.
struct FaceFile {
  std::string_view bytes;  ///< not copied; must stay valid
  unsigned number = 0;
};

/// The number of the face for letters that no face has: the system's letters, or the frame.
inline constexpr std::uint16_t outside = 0xFFFE;
/// The advance of the frame that stands for a missing letter, in em.
inline constexpr float frame_width = 0.6F;

/// A unit that the system draws at once: a letter with its marks, or a word whose letters join.
struct Unit {
  std::string words;
  Weight weight = Weight::regular;
  bool right_to_left = false;
  float width = frame_width;  ///< em
};

/// A unit's picture, in device px from its origin on the baseline; y points down.
struct Picture {
  int left = 0, top = 0, width = 0, height = 0;
  bool coloured = false;              ///< true: four bytes a pixel, RGBA; false: one byte, the coverage
  std::vector<unsigned char> pixels;  ///< row by row; empty where the unit has no ink
};

/// The host's functions for the system's letters, for letters that no face has. Each may be missing; the frame is then
/// drawn.
struct System {
  /// Returns a font file with the letter, where the host can read fonts (the desktop).
  std::function<std::optional<FaceFile>(char32_t letter, Weight weight)> font;
  /// Returns the advance of the words in em, where the host can only draw them (the browser). Below zero: it cannot.
  std::function<float(std::string_view words, Weight weight, bool right_to_left)> width;
  /// Returns the same words as a picture, `size` device px to the em.
  std::function<Picture(const Unit& unit, float size)> picture;
};

/// One glyph of a line, with its origin in em: x from the line's left edge, y up from the baseline.
struct Glyph {
  std::uint16_t face = 0;  ///< in the order in which the faces were added, or `outside`
  std::uint16_t id = 0;    ///< in that face's file; of `outside` the number of its unit, 0: the frame
  float x = 0, y = 0;
  friend bool operator==(const Glyph&, const Glyph&) = default;
};

/// A line, with its glyphs from left to right.
struct Line {
  std::size_t begin = 0, end = 0;  ///< bytes of the text, without the space at which the line breaks
  float width = 0;                 ///< em
  std::vector<Glyph> glyphs;
};

struct Style {
  Weight weight = Weight::regular;
  bool right_to_left = false;  ///< the base direction of every paragraph: the direction of the interface's language
  std::string language;        ///< BCP 47; empty if it is not known
};

/// Holds faces and a cache of typeset texts. Not thread-safe.
class Typesetter {
 public:
  Typesetter();
  ~Typesetter();
  Typesetter(const Typesetter&) = delete;
  Typesetter& operator=(const Typesetter&) = delete;

  /// Adds a face. The first face of a weight that has a letter draws it. `bytes` must stay valid.
  /// \returns false if the bytes are no font.
  bool add_face(std::string_view bytes, Weight weight);
  std::size_t face_count() const;
  /// The faces. Their number grows by system faces while texts are set.
  FaceFile face(std::size_t number) const;

  /// Sets the source of the system's letters. Forgets the cache.
  void use(System system);
  /// A system font file with the letter, if the host lends files.
  std::optional<FaceFile> system_file(char32_t letter, Weight weight);
  const System& system() const;
  std::size_t unit_count() const;
  const Unit& unit(std::uint16_t number) const;
  /// Rises when the numbers of units begin anew.
  std::uint32_t units_generation() const;

  /// \param text  UTF-8; other bytes are shown as U+FFFD. A line break begins a paragraph.
  /// \param most  the widest a line may be, in em. Lines break at spaces and beside ideographs, in reading order; a
  /// wider word breaks between two letters.
  /// The result is valid until the next call.
  const std::vector<Line>& lines(std::string_view text, const Style& style, float most);
  /// \param lines_max  at least 1. \returns the text if it fits into that many lines; otherwise its first words with an
  /// ellipsis after the last of them in reading order. Isolates and embeddings that the cut leaves open are closed
  /// before the ellipsis.
  std::string shortened(std::string_view text, const Style& style, float most, std::size_t lines_max);
  /// The width of the widest line if no line is broken.
  float width(std::string_view text, const Style& style);

  /// Whether a face of the weight has the letter.
  bool has(char32_t letter, Weight weight) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace vagval::typeset
