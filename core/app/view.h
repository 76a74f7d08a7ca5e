// view(Model) -> Screen: what is around every screen, and which screen is inside.
#pragma once

#include "app/build.h"

namespace vagval {

Screen view(const Assets& assets, const Model& model, const Derived& derived);

/// What a screen has in its middle, and nothing around it. With a second language its words stand beside.
std::vector<Node> nodes_of(const Assets& assets, const Plan& plan, const Session& session, const Derived& derived);
/// The same nodes in another language: each gets the other's words beside its own.
void lay_beside(std::vector<Node>& nodes, const std::vector<Node>& other);

// The screens. Each fills title, main, aside and footer.
void start_screen(const ViewContext& view, Screen& screen);
void household_screen(const ViewContext& view, Screen& screen);
void situation_screen(const ViewContext& view, Screen& screen);
void estimate_screen(const ViewContext& view, Screen& screen);
void path_screen(const ViewContext& view, Screen& screen);
void calendar_screen(const ViewContext& view, Screen& screen);
void money_screen(const ViewContext& view, Screen& screen);
void documents_screen(const ViewContext& view, Screen& screen);
void compare_screen(const ViewContext& view, Screen& screen);
void questions_screen(const ViewContext& view, Screen& screen);
void journal_screen(const ViewContext& view, Screen& screen);
void sources_screen(const ViewContext& view, Screen& screen);
void privacy_screen(const ViewContext& view, Screen& screen);
void reading_screen(const ViewContext& view, Screen& screen);
void accessibility_screen(const ViewContext& view, Screen& screen);
void glossary_screen(const ViewContext& view, Screen& screen);
void keep_screen(const ViewContext& view, Screen& screen);
void together_screen(const ViewContext& view, Screen& screen);
void rumours_screen(const ViewContext& view, Screen& screen);
void rules_screen(const ViewContext& view, Screen& screen);
void take_screen(const ViewContext& view, Screen& screen);
void transfer_screen(const ViewContext& view, Screen& screen);
void counsel_screen(const ViewContext& view, Screen& screen);
void agenda_screen(const ViewContext& view, Screen& screen);
void checks_screen(const ViewContext& view, Screen& screen);
void handover_screen(const ViewContext& view, Screen& screen);
void stages_screen(const ViewContext& view, Screen& screen);
/// For the counsellor: three groups of questions to ask oneself. Free, informed, express.
void voluntariness(const ViewContext& view, std::vector<Node>& nodes);
/// Instead of any screen: what is seen while the program is covered, and what stays when somebody has left.
void cover_screen(const ViewContext& view, Screen& screen);
void neutral_screen(const ViewContext& view, Screen& screen);
/// Which texts the plan could not take, but those on this screen; nothing where there are none.
std::optional<Node> unfinished_note(const ViewContext& view, const Screen& screen);
/// Behind each field whose text can be read in more than one way: what there is to choose among.
void offer_readings(const ViewContext& view, std::vector<Node>& nodes);
/// Behind each field in which something points out a person: the question whether it should stay.
void ask_about_identifiers(const ViewContext& view, std::vector<Node>& nodes);
/// Marks nodes with the person's own texts, see Node::own.
void mark_own_words(const Plan& plan, const Session& session, Screen& screen);

}  // namespace vagval
