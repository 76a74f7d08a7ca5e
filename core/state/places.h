// The visited screens, so that Back leads to the previous one.
#pragma once

#include "state/model.h"

namespace vagval {

Place place_of(const Session& session);

/// After an action: `before` is remembered where the action has led to another place. What is only closed (a menu, what
/// was folded out, one thing of a screen) is gone back from, so that Back does not open it again.
/// \param vanished  the action has taken away what was open there: there is nothing to come back to.
void note_place(Session& session, Place before, bool vanished);

/// To the place before, or to the one gone back from. Places that are no longer there are passed over.
/// \returns whether another screen is seen now.
bool go_back(Model& model);
bool go_forward(Model& model);

/// Leaving forgets the visited places with all other data, because they reveal something too.
void forget_places(Session& session);

}  // namespace vagval
