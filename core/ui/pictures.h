// The pictograms of the path's ten sections, as strokes on a square of 24. Drawn in code, so they have no file, no
// licence and any size and colour.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "ui/pen.h"

namespace vagval::ui {

/// Draws the pictogram with its start corner there; nothing for a name that has none. \param size  of the square.
void picture(const Pen& pen, float x, float y, float size, std::string_view name, Colour colour);

/// Its strokes, for who draws it otherwise: points "x,y" with spaces between, a line ends at a semicolon. "" for a name
/// that has none.
std::string_view picture_lines(std::string_view name);

bool has_picture(std::string_view name);

/// The names that have one.
std::vector<std::string_view> picture_names();

}  // namespace vagval::ui
