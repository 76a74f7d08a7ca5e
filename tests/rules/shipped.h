// What ships with the program, as the tests of the rules use it.
#pragma once

#include <cstdlib>

#include "app/assets.h"

namespace vagval {

/// Read once; ends the test program where it cannot be read.
inline const Assets& shipped() {
  static const auto assets = read_assets().assets;
  if (!assets) std::abort();
  return *assets;
}

}  // namespace vagval
