// Before others' eyes: a mark replaces everything about the person on a screen, for every reader of the screen at
// once.
#pragma once

#include <string>
#include <string_view>

#include "plan/plan.h"
#include "screen/screen.h"
#include "text/catalogue.h"

namespace vagval {

/// A plan of the same shape in which nothing has been answered or written: as many persons and entries, with their ids.
Plan unanswered_twin(const Plan& plan);

/// Hides what a screen says of its plan. What stays is what the screen of the unanswered twin says too in the same
/// place; everything else becomes a mark, with a button behind it that shows this one thing for as long as it is held.
/// A node that exists because of the answers loses its name too.
///
/// \param twin  the same screen made of unanswered_twin.
///
/// \param persons  how many there are; "Person A" is a name that says nothing.
///
/// \param revealed  id of the node that is being held; empty: none.
void conceal(Screen& screen, const Screen& twin, const Catalogue& words, std::size_t persons,
             std::string_view revealed);

}  // namespace vagval
