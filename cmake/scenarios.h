/// The scenario tables (tests/scenarios/*.json) in the command line, for the rule book.
#pragma once

#include <span>

#include "assets/embedded.h"

namespace vagval::assets {

/// Sorted by name; `path` is the file's name.
std::span<const File> scenario_files();

}  // namespace vagval::assets
