// Questions and marks about typed texts, added to a finished screen.
#pragma once

#include <optional>
#include <vector>

#include "words/build.h"

namespace vagval {

/// Names the texts that the plan could not take and that are not on this screen; nothing where there are none.
std::optional<Node> unfinished_note(const ViewContext& view, const Screen& screen);
/// Adds the possible readings behind each field whose text can be read in more than one way.
void offer_readings(const ViewContext& view, std::vector<Node>& nodes);
/// Asks behind each field whose text points out a person whether that text should stay.
void ask_about_identifiers(const ViewContext& view, std::vector<Node>& nodes);
/// Marks the nodes that hold a text that a person wrote, see Node::own.
void mark_own_words(const Plan& plan, const Session& session, Screen& screen);

}  // namespace vagval
