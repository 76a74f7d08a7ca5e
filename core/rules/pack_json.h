// Reads a rule pack strictly: whatever is not understood completely is refused, with file and JSON pointer.
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "rules/rule_pack.h"

namespace vagval {

struct PackRead {
  std::optional<RulePack> pack;   ///< absent when there is any problem
  std::vector<Problem> problems;  ///< in file order; of very many the first, and how many more there are
  std::size_t found = 0;          ///< how many there are
};

/// \param file      only named in the problems.
/// \param has_text  whether the catalogue has a key; every text key of the pack must have one.
PackRead read_pack(std::string_view bytes, std::string_view file,
                   const std::function<bool(std::string_view)>& has_text);

}  // namespace vagval
