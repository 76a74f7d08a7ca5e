// What several screens about keeping have: the fields of a passphrase, and a device that cannot be read.
#pragma once

#include <string>
#include <vector>

#include "words/build.h"

namespace vagval {

Node passphrase_field(const ViewContext& view, const std::string& id, std::string label, std::string help = {});
/// The fault in the typed passphrase, if any.
void push_passphrase_fault(const ViewContext& view, Node& field);
/// The button that shows or hides the typed passphrase.
Node show_passphrase(const ViewContext& view);
/// How far the stretching is, and a button that stops it.
void push_stretching(const ViewContext& view, std::vector<Node>& out);
/// A note that the data on the device cannot be read, why, and how to go on.
Node unread_note(const ViewContext& view);
/// The fields of a new passphrase and the button that uses it, or the progress of the stretching. The person types it
/// twice, because a mistyped passphrase would lock the person out for good.
std::vector<Node> new_passphrase(const ViewContext& view, PassphraseFor use);

}  // namespace vagval
