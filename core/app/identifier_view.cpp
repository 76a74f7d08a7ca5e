// A number that points out a person, typed into a note: the person is asked whether it should stay.
#include "app/view.h"
#include "plan/identifiers.h"

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

std::string without(std::string text, const std::vector<FoundIdentifier>& found) {
  for (auto one = found.rbegin(); one != found.rend(); ++one) text.erase(one->begin, one->end - one->begin);
  return text;
}

}  // namespace

void ask_about_identifiers(const ViewContext& view, std::vector<Node>& nodes) {
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    ask_about_identifiers(view, nodes[i].children);
    const Node& node = nodes[i];
    const bool words = node.kind == Kind::field && (node.input == Input::text || node.input == Input::note);
    if (!words || node.id.starts_with("pass.") || view.session.open.contains("stay." + node.id)) continue;
    const std::vector<FoundIdentifier> found = identifiers_in(node.value);
    if (found.empty()) continue;
    Node ask = note("found." + node.id, Tone::hazard, view.words.text(what(found.front().kind)),
                    view.words.text("found.do"_t));
    ask.children = {button("found.remove." + node.id, view.words.text("found.remove"_t),
                           CommitField{node.id, without(node.value, found)}),
                    button("found.keep." + node.id, view.words.text("found.keep"_t), ToggleOpen{"stay." + node.id},
                           Emphasis::quiet)};
    nodes.insert(nodes.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(ask));
    ++i;
  }
}

}  // namespace vagval
