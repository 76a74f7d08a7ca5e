// A plan: everything a person wrote down, and nothing else. It is what the file holds.
#pragma once

#include <map>
#include <string>

#include "facts/household.h"

namespace vagval {

/// The file's version that this program writes. Higher only when an old reader would misread a new file.
inline constexpr int plan_version = 1;

struct Plan {
  Household household;
  Situation situation;
  UnknownMembers unknown;  ///< members of the file that this version does not know
  friend bool operator==(const Plan&, const Plan&) = default;
};

/// A person id that the plan does not use yet: "p1", "p2", … Made from the plan, not from time or chance.
std::string free_person_id(const Household& household);

}  // namespace vagval
