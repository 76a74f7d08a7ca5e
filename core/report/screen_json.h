// A Screen as JSON: what the page's semantics read, and `vagval screen --format json`.
#pragma once

#include <string>

#include "screen/screen.h"

namespace vagval {

/// Everything a Screen says, in its order, with equal bytes for equal screens. Members of a node that are empty, false
/// or the default are left out; `id` and `kind` are always there. Actions stay inside: `"interactive": true` says that
/// there is one, and the way to it is a Gesture.
std::string screen_json(const Screen& screen);

}  // namespace vagval
