// Which rules these are, however their file is laid out: the build leaves out the spaces of what it takes into the
// program, so that a pack and the same pack inside the program are different bytes.
#pragma once

#include <string>
#include <string_view>

#include "foundation/json.h"
#include "plan/signature.h"

namespace vagval {

/// SHA-256 of the rule pack as JSON without spaces, its members as they stand in the file.
inline std::string rules_hash(std::string_view bytes) {
  const Result<Json> json = read_json(bytes);
  return sha256_text(json ? write_json(*json) : std::string(bytes));
}

}  // namespace vagval
