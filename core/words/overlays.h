// What is added to a screen once it is made: questions and marks about what the person typed.
#pragma once

#include <optional>
#include <vector>

#include "words/build.h"

namespace vagval {

/// Which texts the plan could not take, but those on this screen; nothing where there are none.
std::optional<Node> unfinished_note(const ViewContext& view, const Screen& screen);
/// Behind each field whose text can be read in more than one way: what there is to choose among.
void offer_readings(const ViewContext& view, std::vector<Node>& nodes);
/// Behind each field in which something points out a person: the question whether it should stay.
void ask_about_identifiers(const ViewContext& view, std::vector<Node>& nodes);
/// Marks the nodes that hold a text that a person wrote, see Node::own.
void mark_own_words(const Plan& plan, const Session& session, Screen& screen);

}  // namespace vagval
