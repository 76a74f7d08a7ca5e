// The shipped data for the tests of the rules.
#pragma once

#include "app/app.h"

namespace vagval {

/// Read once; ends the test program if the data cannot be read.
inline const Assets& shipped() {
  static const auto assets = load_assets();
  return *assets;
}

}  // namespace vagval
