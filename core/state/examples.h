// Example households in the reader's language.
#pragma once

#include "state/assets.h"

namespace vagval {

/// The example's plan, its made-up notes in the language `to`. The files hold these notes in Swedish; each has a text
/// "example.text.…". A note that has none stays as it is.
Plan example_in(const Assets& assets, const Example& example, const Catalogue& to);

}  // namespace vagval
