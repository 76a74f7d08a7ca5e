// The dates that a source can answer for. The copy may be older than the day of reading or bear no date, and a part of
// the source may have been replaced since.
#pragma once

#include <vector>

#include "foundation/reader.h"
#include "rules/rule_pack.h"

namespace vagval {

/// The day up to which these sources confirm a statement.
struct SeenLimit {
  enum Kind : std::uint8_t {
    open,   ///< no source, or one whose copy has no known age
    until,  ///< the latest copy among them
    never   ///< all copies are undated
  } kind = open;
  Date day;
};
SeenLimit seen_limit(const RulePack& pack, const std::vector<Citation>& cited);

/// An entry that cites a replaced part of a source and is in force after the replacement must cite the replacement too;
/// otherwise the program would show repealed rules as current.
void check_sources(const RulePack& pack, ProblemList& problems);
/// Citations as packs write them: "L1#§ 9".
std::string citation_as_written(const RulePack& pack, const Citation& citation);
/// The same with commas between: "L1#§ 9, M2".
std::string cited(const RulePack& pack, const std::vector<Citation>& citations);
std::vector<std::string> citations_as_written(const RulePack& pack, const std::vector<Citation>& citations);

/// The same for one list of citations, written "L6#4 kap. 5 §". \returns the problem, or an empty text.
std::string cited_though_replaced(const RulePack& pack, const std::vector<std::string>& cited);

}  // namespace vagval
