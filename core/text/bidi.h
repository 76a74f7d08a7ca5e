// Left to right inside right to left: Latin words, figures with spaces, dates and codes keep their own order.
#pragma once

#include <string>
#include <string_view>

namespace vagval {

/// Around what must not turn what stands beside it, nor be turned by it.
inline constexpr std::string_view isolate = "\u2068", end_isolate = "\u2069";

/// Hebrew, Arabic and their neighbours, their digits and their punctuation too.
bool has_right_to_left(std::string_view text);

/// Marks that change the direction of what follows them.
bool has_bidi_control(std::string_view text);

/// A text for a right-to-left paragraph in which each run of something else ("350 000", "2024-09-12", "2 kap. 3 §",
/// ".csv", "$adult_age", Swedish words) is isolated with the signs that belong to it, so that it reads from left to
/// right whatever stands round it. What is isolated already stays as it is: twice gives the same as once. Plain numbers
/// and a text of one word need nothing.
std::string isolated_runs(std::string_view text);

/// For data that other programs read: the text without such marks.
std::string without_isolates(std::string_view text);

}  // namespace vagval
