// The screens somebody has been at, so that Back goes to the one before as it does everywhere else.
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

/// Where somebody has been says something too: it goes with everything else.
void forget_places(Session& session);

}  // namespace vagval
