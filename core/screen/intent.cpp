// The one door: gestures become actions here, or nothing.
#include <algorithm>

#include "foundation/utf8.h"
#include "screen/screen.h"

namespace vagval {

namespace {

const Node* find_in(const std::vector<Node>& nodes, std::string_view id) {
  for (const Node& node : nodes) {
    if (node.id == id) return &node;
    if (node.kind == Kind::disclosure && !node.expanded) continue;
    if (const Node* found = find_in(node.children, id)) return found;
  }
  return nullptr;
}

void gather_passages(const std::vector<Node>& nodes, std::vector<std::string>& out) {
  for (const Node& node : nodes) {
    // Sources and buttons are for the eyes; a picture says what its table says.
    if (node.kind == Kind::chip || node.kind == Kind::button || node.kind == Kind::chart ||
        node.kind == Kind::timeline || node.kind == Kind::code)
      continue;
    if (node.kind == Kind::field && node.input == Input::passphrase) continue;
    for (const std::string* text : {&node.text, &node.detail, &node.value})
      if (!text->empty()) out.push_back(*text);
    if (node.kind != Kind::disclosure || node.expanded) gather_passages(node.children, out);
  }
}

bool gather_folds(const std::vector<Node>& nodes, std::string_view id, std::set<std::string>& out) {
  for (const Node& node : nodes) {
    if (node.id == id) return true;
    if (!gather_folds(node.children, id, out)) continue;
    if (node.kind == Kind::disclosure && !node.expanded) out.insert(node.id);
    return true;
  }
  return false;
}

}  // namespace

std::array<const std::vector<Node>*, 6> parts_of(const Screen& screen) {
  return {&screen.header, &screen.navigation, &screen.toolbar, &screen.main, &screen.aside, &screen.footer};
}

const Node* find_node(const Screen& screen, std::string_view id) {
  for (const std::vector<Node>* part : parts_of(screen))
    if (const Node* found = find_in(*part, id)) return found;
  return nullptr;
}

std::vector<std::string> passages(const Screen& screen) {
  std::vector<std::string> out;
  gather_passages(screen.main, out);
  return out;
}

std::set<std::string> folds_around(const Screen& screen, std::string_view id) {
  std::set<std::string> out;
  gather_folds(screen.main, id, out);
  return out;
}

void lay_out(std::vector<Node>& nodes) {
  const auto is_short = [](const Node& node) {
    constexpr std::size_t short_characters = 12;
    return node.beside.empty() && count_characters(node.text) <= short_characters;
  };
  for (Node& node : nodes) {
    if (node.kind == Kind::choice && !node.compact)
      node.grid = node.children.size() > 6 && std::all_of(node.children.begin(), node.children.end(), is_short);
    lay_out(node.children);
  }
}

std::optional<Action> intent(const Screen& screen, const Gesture& gesture) {
  // The button of narrow screens is the readers' own; it has no node.
  if (gesture.id == "menu" && gesture.verb == Gesture::Verb::activate) return OpenMenu{!screen.menu_open};
  // A release counts at any place of the finger, and in any state of the button.
  if (gesture.verb == Gesture::Verb::release) return Reveal{};
  const Node* node = find_node(screen, gesture.id);
  if (!node || node->disabled || !node->action) return std::nullopt;
  if (node->hold != (gesture.verb == Gesture::Verb::hold)) return std::nullopt;
  if (node->hold) return node->action;
  const bool is_field = node->kind == Kind::field;
  if (is_field != (gesture.verb != Gesture::Verb::activate)) return std::nullopt;
  if (!is_field) return node->action;
  const auto* const edit = node->action->get<EditField>();
  if (!edit) return std::nullopt;
  if (gesture.verb == Gesture::Verb::commit) return CommitField{edit->field, gesture.text};
  return EditField{edit->field, gesture.text};
}

}  // namespace vagval
