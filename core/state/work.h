// What a feature's part of `update` works on.
#pragma once

#include "state/effect.h"

namespace vagval {

struct Assets;
struct Model;

struct Work {
  const Assets& assets;
  Model& model;
  Effects& effects;  ///< what the host is asked to do, added at the end
};

}  // namespace vagval
