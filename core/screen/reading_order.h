// What stands on a screen that runs from right to left and is not from a catalogue: names of sources, ids, what a
// person wrote.
#pragma once

#include <vector>

#include "screen/screen.h"

namespace vagval {

/// Isolates in every text what runs from left to right (see isolated_runs), by the direction each is shown in. Not in
/// what is typed into a field nor in the squares of a code. Done last, so that nothing compares or counts these marks.
void keep_reading_order(std::vector<Node>& nodes, bool right_to_left, bool beside_right_to_left);
void keep_reading_order(Screen& screen);

}  // namespace vagval
