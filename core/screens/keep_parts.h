// What several screens about keeping have: the fields of a passphrase, and a device that cannot be read.
#pragma once

#include <string>
#include <vector>

#include "words/build.h"

namespace vagval {

Node passphrase_field(const ViewContext& view, const std::string& id, std::string label, std::string help = {});
/// What is wrong with what was typed, if anything.
void push_passphrase_fault(const ViewContext& view, Node& field);
/// The button that shows what is typed, or hides it.
Node show_passphrase(const ViewContext& view);
/// How far the stretching is, and a button that stops it.
void push_stretching(const ViewContext& view, std::vector<Node>& out);
/// That nobody knows what is on the device, why, and what to do.
Node unread_note(const ViewContext& view);
/// The fields of a new passphrase and the button for what is to be done with it, or how far the stretching is. Typed
/// twice: a passphrase that is not what somebody thinks it is locks them out for good.
std::vector<Node> new_passphrase(const ViewContext& view, Then then);

}  // namespace vagval
