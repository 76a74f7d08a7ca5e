// Text and shapes in CSS px: wrapping, line heights and symbols that Dear ImGui's own calls do not give.
#pragma once

#include <string>
#include <string_view>

#include "imgui.h"
#include "ui/theme.h"

namespace vagval::ui {

enum class Weight : std::uint8_t { regular, semibold };

/// A line of type: its size as CSS font-size and the distance between lines.
struct Type {
  float size = 16, line = 24;
  Weight weight = Weight::regular;
};
inline constexpr Type title_type{28, 35, Weight::semibold}, section_type{20, 28, Weight::semibold},
    small_heading_type{16, 24, Weight::semibold};
inline constexpr Type figure_type{26, 33, Weight::semibold}, body_type{16, 24, Weight::regular},
    strong_type{16, 24, Weight::semibold};
inline constexpr Type caption_type{14, 21, Weight::regular}, chip_type{13, 18, Weight::regular};

/// Loads both weights into the current Dear ImGui context.
void load_fonts();

ImU32 packed(Colour colour, float alpha = 1);

/// The height of the text wrapped to the width; also draws it when `list` is not null.
float text(ImDrawList* list, float x, float y, float width, std::string_view words, const Type& type, Colour colour);
/// The width of the widest line without wrapping.
float text_width(std::string_view words, const Type& type);

void box(ImDrawList* list, float x, float y, float width, float height, Colour fill, float rounding);
void frame(ImDrawList* list, float x, float y, float width, float height, Colour line, float rounding,
           float thickness = 1);

/// The round mark at the start of a row: a symbol for a state, a number for a stage, a dot. `size` is its diameter.
void mark(ImDrawList* list, float x, float y, float size, std::string_view name, const Theme& theme);
/// An arrow that points down while open, towards the end while closed.
void chevron(ImDrawList* list, float x, float y, bool open, Colour colour);
void radio(ImDrawList* list, float x, float y, bool selected, const Theme& theme);
void menu_lines(ImDrawList* list, float x, float y, bool open, Colour colour);

}  // namespace vagval::ui
