// What ships with the program, as the tests of the rules use it.
#pragma once

#include "app/app.h"

namespace vagval {

/// Read once; ends the test program where it cannot be read.
inline const Assets& shipped() {
  static const auto assets = load_assets();
  return *assets;
}

}  // namespace vagval
