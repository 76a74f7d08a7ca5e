// What stands on a screen that runs from right to left and is not from a catalogue: names of sources, ids, what a
// person wrote.
#pragma once

#include <vector>

#include "screen/screen.h"

namespace vagval {

/// Isolates in every text the runs from left to right (see isolated_runs), by the direction in which the text is shown.
/// Leaves typed text and the squares of a code as they are. Done last, so that nothing compares or counts these marks.
void keep_reading_order(std::vector<Node>& nodes, bool right_to_left, bool beside_right_to_left);
void keep_reading_order(Screen& screen);

}  // namespace vagval
