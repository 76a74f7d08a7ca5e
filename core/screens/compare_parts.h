// What the estimate says on each of the four ways, and where they differ.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plan/ways.h"
#include "words/build.h"

namespace vagval {

struct WayEstimate {
  WayFacts facts;
  std::optional<Assessment> assessment;  ///< absent while nothing can be said
};

std::string way_in_words(const ViewContext& view, Way way);
/// The estimate with the facts of the way. A person who stays or visits gets no grant.
WayEstimate estimate_of(const ViewContext& view, Way way);
std::string estimate_in_words(const ViewContext& view, Way way, const WayEstimate& estimate);
/// One sentence for each pair of ways whose estimates differ, in whole kronor and conditions; nothing is weighed.
std::vector<std::string> differences(const ViewContext& view, const std::vector<Way>& ways,
                                     const std::vector<WayEstimate>& estimates);

}  // namespace vagval
