// Left to right inside right to left: Latin words, figures with spaces, dates and codes keep their own order.
#pragma once

#include <string>
#include <string_view>

#include "foundation/utf8.h"

namespace vagval {

/// Hebrew, Arabic and related scripts, with their digits and punctuation.
bool has_right_to_left(std::string_view text);

/// Marks that change the direction of the text after them.
bool has_bidi_control(std::string_view text);

/// Prepares a text for a right-to-left paragraph. Isolates each left-to-right run ("12 345", "2024-09-12", "2 kap. 3
/// §", ".csv", "$adult_age", Swedish words) with the signs that belong to it, so that it reads from left to right in
/// any surroundings. Isolated runs stay as they are, so a second call changes nothing. Plain numbers and texts of one
/// word are not changed.
std::string isolated_runs(std::string_view text);

}  // namespace vagval
