// Reads a rule pack strictly: the reader refuses every member that it does not know, with file and JSON pointer.
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
  std::vector<Problem> problems;  ///< in file order; the first problems_told of them, and a count of the rest
  std::size_t found = 0;          ///< the number of all problems
};

/// \param file      the name used in the problems.
/// \param has_text  whether the catalogue has a key; every text key of the pack must have one.
PackRead read_pack(std::string_view bytes, std::string_view file,
                   const std::function<bool(std::string_view)>& has_text);

}  // namespace vagval
