// Which node each drawn text belongs to.
#pragma once

#include <vector>

#include "ui/painter.h"
#include "ui/pen.h"

namespace vagval::ui {

/// Finds the node of each drawn text by the text's address in memory. A text of no node (the beginning of a longer one,
/// a number in a mark) is left out.
std::vector<PlacedText> owned_texts(const Screen& screen, const TextPlaces& texts);

}  // namespace vagval::ui
