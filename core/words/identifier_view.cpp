// A number that points out a person, typed into a note: the person is asked whether it should stay.
#include <algorithm>

#include "plan/field_ref.h"
#include "plan/identifiers.h"
#include "words/overlays.h"

namespace vagval {

namespace {

TextKey what(Identifier kind) {
  switch (kind) {
    case Identifier::personal:
      return "found.personal"_t;
    case Identifier::phone:
      return "found.phone"_t;
    case Identifier::case_number:
      return "found.case"_t;
  }
  return "found.personal"_t;
}

// What may stay is this number in this field, not whatever is typed there later.
std::string stay(const Node& field, const FoundIdentifier& one) {
  return "stay." + field.id + "." + field.value.substr(one.begin, one.end - one.begin);
}

}  // namespace

void ask_about_identifiers(const ViewContext& view, std::vector<Node>& nodes) {
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    ask_about_identifiers(view, nodes[i].children);
    const Node& node = nodes[i];
    if (node.kind != Kind::field || parse_field(node.id).about == FieldRef::About::passphrase) continue;
    // What a field of another kind has not taken is kept as it was typed, and may be such a number too.
    const bool words = node.input == Input::text || node.input == Input::note;
    if (!words && !find_draft(view.plan, node.id)) continue;
    // One at a time.
    const std::vector<FoundIdentifier> found = identifiers_in(node.value);
    const auto one = std::find_if(found.begin(), found.end(), [&](const FoundIdentifier& each) {
      return !view.session.open.contains(stay(node, each));
    });
    if (one == found.end()) continue;
    Node ask = note("found." + node.id, Tone::hazard, view.words.text(what(one->kind)), view.words.text("found.do"_t));
    std::string without = node.value;
    without.erase(one->begin, one->end - one->begin);
    ask.children = {
        button("found.remove." + node.id, view.words.text("found.remove"_t), CommitField{node.id, std::move(without)}),
        button("found.keep." + node.id, view.words.text("found.keep"_t), ToggleOpen{stay(node, *one)},
               Emphasis::quiet)};
    nodes.insert(nodes.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(ask));
    ++i;
  }
}

}  // namespace vagval
