// A text as a QR code: which cells are dark.
#pragma once

#include <string>
#include <string_view>

namespace vagval {

/// Cells in a row of every picture; a reader also needs four light ones around it.
inline constexpr int qr_picture_cells = 65;

/// Rows of '1' (dark) and '0' (light) from the top, with a space between two rows. All pictures are of one size, with
/// error correction for at least 15 % of it. \param text  at most 419 characters of the alphabet of code_series.
/// \returns nothing for a text that does not fit.
std::string qr_picture(std::string_view text);

}  // namespace vagval
