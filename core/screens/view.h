// view(Model) -> Screen: the bars around every screen, and the screen inside.
#pragma once

#include "words/build.h"

namespace vagval {

Screen view(const Assets& assets, const Model& model, const Derived& derived);

/// What a screen has in its middle, and nothing around it. With a second language its words stand beside.
std::vector<Node> nodes_of(const Assets& assets, const Plan& plan, const Session& session, const Derived& derived);
/// The same nodes in another language: each gets the other's words beside its own.
void lay_beside(std::vector<Node>& nodes, const std::vector<Node>& other);

// The screens of the table. Each fills title, main, aside and footer.
#define SCREEN(name, found, printed, needs) void name##_screen(const ViewContext& view, Screen& screen);
#include "state/screens.inc"
#undef SCREEN
/// The languages to choose among, each by its own name; with how far its translation has come.
Node languages(const ViewContext& view, bool with_state);
/// Adds the Swedish words of the screen, each with what it means, to its aside.
void words_on(const ViewContext& view, Screen& screen);
/// Instead of any screen: the neutral pages while the program is covered, and after leaving.
void cover_screen(const ViewContext& view, Screen& screen);
void neutral_screen(const ViewContext& view, Screen& screen);

}  // namespace vagval
