// Text and shapes in CSS px, from the start towards the end. For right-to-left languages this file mirrors all places.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "imgui.h"
#include "ui/letters.h"
#include "ui/painter.h"
#include "ui/theme.h"

namespace vagval::ui {

using typeset::Weight;

/// A line of type: its size as CSS font-size and the distance between lines, before the person's own text size.
struct Type {
  float size = 16, line = 24;
  Weight weight = Weight::regular;
};
inline constexpr Type title_type{28, 35, Weight::semibold}, section_type{20, 28, Weight::semibold},
    small_heading_type{16, 24, Weight::semibold};
inline constexpr Type figure_type{26, 33, Weight::semibold}, body_type{16, 24, Weight::regular},
    strong_type{16, 24, Weight::semibold};
inline constexpr Type caption_type{14, 21, Weight::regular}, chip_type{13, 18, Weight::regular};

ImU32 packed(Colour colour, float alpha = 1);

/// A drawn text, or one that is laid out and invisible.
struct TextPlaces {
  std::vector<TextPlace> all;
  float shift = 0;  ///< the scroll position of the part being drawn
};

/// Draws, or only measures. x counts from the start of the page: its left edge, or its right edge in right-to-left
/// text.
class Pen {
 public:
  /// \param second  letters of the second language. \param page_width  the visible width, for mirroring.
  /// \param scale  the person's text size: 1…2.
  Pen(Letters& letters, const Theme& theme, const typeset::Style& style, const typeset::Style& second, float page_width,
      float scale)
      : letters_(&letters),
        theme_(&theme),
        style_(&style),
        second_(&second),
        mirrored_(style.right_to_left),
        page_width_(page_width),
        scale_(scale) {}

  /// The same pen without a draw list: it only measures.
  Pen measuring() const {
    Pen out = unseen();
    out.texts_ = nullptr;
    return out;
  }
  /// The same pen for invisible parts: it draws nothing and registers the places of texts.
  Pen unseen() const {
    Pen out = *this;
    out.list_ = nullptr;
    return out;
  }
  void remember_in(TextPlaces* texts) { texts_ = texts; }
  /// The same pen in the screen's second language: its words run in their own direction, places stay.
  Pen in_second_language() const {
    Pen out = *this;
    out.style_ = second_;
    return out;
  }
  void draw_on(ImDrawList* list) { list_ = list; }

  const Theme& theme() const { return *theme_; }
  float scale() const { return scale_; }
  /// The height of a pressable node with one line of this type.
  float target_for(const Type& type) const;
  /// The left edge on the screen of a box that begins at x with this width.
  float left(float x, float width) const { return mirrored_ ? page_width_ - x - width : x; }
  ImVec2 point(float x, float y) const { return {left(x, 0), y}; }

  /// The height of the text wrapped to the width. Draws the text if the pen has a draw list.
  float text(float x, float y, float width, std::string_view words, const Type& type, Colour colour) const;
  /// The words; if they take more lines, their beginning with an ellipsis.
  std::string shortened(float width, std::string_view words, const Type& type, std::size_t lines_max) const;
  float height_of(float width, std::string_view words, const Type& type) const;
  /// The width of the widest unwrapped line.
  float width_of(std::string_view words, const Type& type) const;

  void box(float x, float y, float width, float height, Colour fill, float rounding) const;
  void frame(float x, float y, float width, float height, Colour line, float rounding, float thickness = 1) const;
  void disc(float x, float y, float r, Colour fill) const;
  void ring(float x, float y, float r, Colour line, float thickness) const;
  void line(float x, float y, float to_x, float to_y, Colour colour, float thickness) const;

  /// The round mark at the start of a row: a symbol for a state, a number for a stage, a dot. `size` is its diameter.
  void mark(float x, float y, float size, std::string_view name) const;
  /// An arrow that points down while open, towards the end while closed.
  void chevron(float x, float y, bool open, Colour colour) const;
  void radio(float x, float y, bool selected) const;
  void menu_lines(float x, float y, bool open, Colour colour) const;

  ImDrawList* list() const { return list_; }

 private:
  Letters* letters_;
  const Theme* theme_;
  const typeset::Style* style_;
  const typeset::Style* second_;
  bool mirrored_ = false;
  float page_width_ = 0, scale_ = 1;
  ImDrawList* list_ = nullptr;
  TextPlaces* texts_ = nullptr;
};

}  // namespace vagval::ui
