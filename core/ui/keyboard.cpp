#include "ui/keyboard.h"

#include <algorithm>

#include "imgui.h"

namespace vagval::ui {

namespace {

constexpr float page_end = 1e6F;  // longer than any page; the page's own height replaces it
constexpr float wheel_step = 60;

// The answers of the choice that this answer belongs to; empty for a node that is no answer.
const Node* choice_of(const std::vector<Node>& nodes, const std::string& answer) {
  for (const Node& node : nodes) {
    if (node.kind == Kind::choice &&
        std::any_of(node.children.begin(), node.children.end(), [&](const Node& n) { return n.id == answer; }))
      return &node;
    if (const Node* const found = choice_of(node.children, answer)) return found;
  }
  return nullptr;
}

// The answer that an arrow, Home or End selects; "" for other keys.
std::string answer_after_key(const Screen& screen, const std::string& answer) {
  if (ImGui::GetIO().KeyAlt) return {};  // Alt with an arrow goes to another screen
  const Node* const choice = choice_of(screen.main, answer);
  if (!choice) return {};
  const auto count = static_cast<std::ptrdiff_t>(choice->children.size());
  const auto now = std::find_if(choice->children.begin(), choice->children.end(),
                                [&](const Node& node) { return node.id == answer; }) -
                   choice->children.begin();
  const bool turned = screen.right_to_left;
  const bool forward =
      ImGui::IsKeyPressed(ImGuiKey_DownArrow) || ImGui::IsKeyPressed(turned ? ImGuiKey_LeftArrow : ImGuiKey_RightArrow);
  const bool back =
      ImGui::IsKeyPressed(ImGuiKey_UpArrow) || ImGui::IsKeyPressed(turned ? ImGuiKey_RightArrow : ImGuiKey_LeftArrow);
  std::ptrdiff_t to = now;
  if (forward) to = (now + 1) % count;
  if (back) to = (now + count - 1) % count;
  if (ImGui::IsKeyPressed(ImGuiKey_Home)) to = 0;
  if (ImGui::IsKeyPressed(ImGuiKey_End)) to = count - 1;
  return to == now ? std::string() : choice->children[static_cast<std::size_t>(to)].id;
}

}  // namespace

void keys(const Screen& screen, PainterState& state, std::vector<Gesture>& gestures) {
  if (!state.editing.empty() && !ImGui::IsKeyPressed(ImGuiKey_Tab)) return;
  std::vector<const Placed*> stops;
  for (const Placed& p : state.placed)
    if (const Node* node = find_node(screen, p.id); (node && node->action && !node->disabled) || p.id == "menu")
      stops.push_back(&p);
  if (stops.empty()) return;
  const auto now = std::find_if(stops.begin(), stops.end(), [&](const Placed* p) { return p->id == state.focus; });
  if (ImGui::IsKeyPressed(ImGuiKey_Tab)) {
    const auto count = static_cast<std::ptrdiff_t>(stops.size());
    std::ptrdiff_t at = now == stops.end() ? -1 : now - stops.begin();
    at = ImGui::GetIO().KeyShift ? (at <= 0 ? count - 1 : at - 1) : (at + 1) % count;
    state.focus = stops[static_cast<std::size_t>(at)]->id;
  }
  if (const std::string answer = answer_after_key(screen, state.focus); !answer.empty()) {
    state.focus = answer;
    gestures.push_back({Gesture::Verb::activate, answer, ""});
  }
  const bool pressed = ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_Space, false);
  if (pressed && now != stops.end())
    if (const Node* node = find_node(screen, state.focus); !node || node->kind != Kind::field) {
      const bool holds = node && node->hold;
      if (holds) state.held = state.focus;
      gestures.push_back({holds ? Gesture::Verb::hold : Gesture::Verb::activate, state.focus, ""});
    }
  if (ImGui::IsKeyPressed(ImGuiKey_Escape) && screen.menu_open)
    gestures.push_back({Gesture::Verb::activate, "menu", ""});
}

void let_go(PainterState& state, std::vector<Gesture>& gestures) {
  if (state.held.empty() || ImGui::IsMouseDown(ImGuiMouseButton_Left) || ImGui::IsKeyDown(ImGuiKey_Enter) ||
      ImGui::IsKeyDown(ImGuiKey_Space))
    return;
  gestures.push_back({Gesture::Verb::release, state.held, ""});
  state.held.clear();
}

float scrolled_by_hand(const Screen& screen, const PainterState& state, const FrameInput& input) {
  float scroll = state.scroll;
  const ImGuiIO& io = ImGui::GetIO();
  scroll -= io.MouseWheel * wheel_step;
  if (ImGui::IsKeyPressed(ImGuiKey_PageDown)) scroll += input.height * 0.8F;
  if (ImGui::IsKeyPressed(ImGuiKey_PageUp)) scroll -= input.height * 0.8F;
  if (!state.editing.empty() || choice_of(screen.main, state.focus)) return scroll;
  if (ImGui::IsKeyPressed(ImGuiKey_Home)) scroll = 0;
  if (ImGui::IsKeyPressed(ImGuiKey_End)) scroll = page_end;
  return scroll;
}

}  // namespace vagval::ui
