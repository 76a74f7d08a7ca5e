// The pictograms of the path's ten sections, as strokes on a square of 24. Strokes in code need no file and no licence,
// and take any size and colour.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "ui/pen.h"

namespace vagval::ui {

/// Draws the pictogram with its start corner at this point. Draws nothing for an unknown name. \param size  of the
/// square.
void picture(const Pen& pen, float x, float y, float size, std::string_view name, Colour colour);

/// The strokes for other painters: points "x,y" with spaces between; a semicolon ends a line. "" for an unknown name.
std::string_view picture_lines(std::string_view name);

bool has_picture(std::string_view name);

/// The names that have one.
std::vector<std::string_view> picture_names();

}  // namespace vagval::ui
