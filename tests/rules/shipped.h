// The shipped data for the tests of the rules.
#pragma once

#include "app/app.h"
#include "must.h"

namespace vagval {

/// Read once; ends the test program if the data cannot be read.
inline const Assets& shipped() {
  static const auto assets = load_assets();
  must(!assets->catalogues.empty() && !assets->examples.empty(), "nothing ships with the program");
  return *assets;
}

}  // namespace vagval
