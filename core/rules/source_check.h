// What a source can answer for: the copy that was read may be older than the day of reading, may bear no day at all,
// and a part of it may have been replaced since.
#pragma once

#include <vector>

#include "foundation/reader.h"
#include "rules/rule_pack.h"

namespace vagval {

/// To which day what these sources say can have been seen.
struct SeenLimit {
  enum Kind : std::uint8_t {
    open,   ///< no source, or one of which the pack does not say how old the copy is
    until,  ///< the latest copy among them
    never   ///< all copies are undated
  } kind = open;
  Date day;
};
SeenLimit seen_limit(const RulePack& pack, const std::vector<Citation>& cited);

/// What is in force after a part of a source was replaced, and cites that part, must cite what replaced it too: else it
/// would show as current what no longer holds.
void check_sources(const RulePack& pack, ProblemList& problems);
/// The same for one list of citations, written "L6#4 kap. 5 §". \returns what is wrong; empty: nothing.
std::string cited_though_replaced(const RulePack& pack, const std::vector<std::string>& cited);

}  // namespace vagval
