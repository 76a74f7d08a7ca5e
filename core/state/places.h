// The visited screens, so that Back leads to the previous one.
#pragma once

#include "state/model.h"

namespace vagval {

Place place_of(const Session& session);

/// Call after an action: remembers `before` if the action led to another place. Closing a menu, a folded part or one
/// thing of a screen counts as going back, so that Back does not open it again.
/// \param vanished  the action has taken away what was open there: there is nothing to come back to.
void note_place(Session& session, Place before, bool vanished);

/// To the place before, or to the one gone back from. Places that are no longer there are passed over.
/// \returns whether another screen is seen now.
bool go_back(Model& model);
bool go_forward(Model& model);

/// Leaving forgets the visited places with all other data, because they reveal something too.
void forget_places(Session& session);

}  // namespace vagval
