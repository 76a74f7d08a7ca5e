// What ships with the program, as the tests of the rules use it.
#pragma once

#include "app/app.h"
#include "must.h"

namespace vagval {

/// Read once; ends the test program where it cannot be read.
inline const Assets& shipped() {
  static const auto assets = load_assets();
  must(!assets->catalogues.empty() && !assets->examples.empty(), "nothing ships with the program");
  return *assets;
}

}  // namespace vagval
