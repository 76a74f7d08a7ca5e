// Which tasks, documents and questions concern a household. Unknown stays unknown: "may concern you".
#pragma once

#include <vector>

#include "facts/fact.h"
#include "foundation/truth.h"
#include "path/path_guide.h"

namespace vagval {

/// Whether an entry concerns the household and, while that is not known, the answers that decide it.
struct Fit {
  Truth truth = Truth::yes;
  std::vector<Fact> depends_on;
  friend bool operator==(const Fit&, const Fit&) = default;
};

/// In the order of the guide.
struct Fitting {
  std::vector<Fit> tasks, documents, endings, questions;
  std::vector<Fit> orders;  ///< of each hazard: the persons its order concerns
  std::vector<Fit> facts;   ///< of each hazard: whether its fact holds; `no` for hazards of order
};

/// In an empty household no person is known, so every entry may concern it.
/// \param today  the day the plan is looked at.
Fitting fit(const PathGuide& guide, const RulePack& pack, const Household& household, const Situation& situation,
            Date today);

/// The persons that a kind of document is for, by their place in the household. A person who may be a child or an adult
/// has the documents of both. A document of the whole household has no persons.
std::vector<std::size_t> holders_of(const DocumentKind& kind, const Household& household, Date today,
                                    std::optional<int> adult_years);

}  // namespace vagval
