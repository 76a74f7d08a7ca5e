// A Screen as JSON, for the page's semantics and `vagval screen --format json`.
#pragma once

#include <string>

#include "screen/screen.h"

namespace vagval {

/// All values of a Screen in its order, with equal bytes for equal screens. Members of a node that are empty, false or
/// the default are left out, except `id` and `kind`. Actions are not written: `"interactive": true` says that a node
/// has one, and a Gesture reaches it.
std::string screen_json(const Screen& screen);

}  // namespace vagval
