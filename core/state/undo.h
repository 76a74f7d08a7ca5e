// How undo treats an action.
#pragma once

#include <cstdint>

namespace vagval {

/// Every action says so; forgetting it does not compile.
enum class Undo : std::uint8_t {
  step,   ///< one entry
  merge,  ///< joins the previous entry when kind and target are equal: typing is one step
  none    ///< navigation, language, files
};

}  // namespace vagval
