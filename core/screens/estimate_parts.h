// The parts of the estimate screen, one for each thing it says.
#pragma once

#include "words/build.h"

namespace vagval {

/// Whether the condition changes the person's result. If another condition already excludes the person, an unanswered
/// one does not.
inline bool settles_something(const Assessment& a, const ConditionResult& result) {
  const bool decided = result.state == ConditionState::met || result.state == ConditionState::unmet;
  return decided || result.person == nobody ||
         a.persons[static_cast<std::size_t>(result.person)].state != State::not_covered;
}

void estimate_head(const ViewContext& view, const Assessment& a, Screen& screen);
void estimate_money(const ViewContext& view, const Assessment& a, Screen& screen);
void estimate_persons(const ViewContext& view, const Assessment& a, Screen& screen);
void estimate_conditions(const ViewContext& view, const Assessment& a, Screen& screen);
void estimate_questions(const ViewContext& view, const Assessment& a, Screen& screen);
void estimate_aside(const ViewContext& view, const Assessment& a, Screen& screen);

}  // namespace vagval
