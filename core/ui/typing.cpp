#include "ui/typing.h"

#include <algorithm>
#include <cstring>

#include "imgui_internal.h"

namespace vagval::ui {

void type_in_place(const Pen& pen, PainterState& state, Frame& out, const Node& node, float x, float y, float width,
                   float field_height) {
  char buffer[16'384];  // the longest note, with four bytes for each character
  const std::size_t length = std::min(node.value.size(), sizeof buffer - 1);
  std::memcpy(buffer, node.value.data(), length);
  buffer[length] = 0;
  const float size = edit_size * pen.scale();
  ImGui::PushFont(ImGui::GetIO().Fonts->Fonts[0], size);
  ImGui::PushStyleColor(ImGuiCol_FrameBg, 0u);
  ImGui::PushStyleColor(ImGuiCol_Text, packed(pen.theme().ink));
  ImGui::PushStyleColor(ImGuiCol_TextSelectedBg, packed(pen.theme().accent_ground));
  const bool note = node.input == Input::note;
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {12, note ? 10 : (field_height - size) / 2});
  ImGui::SetCursorScreenPos({pen.left(x, width), y});
  ImGui::SetNextItemWidth(width);
  if (state.focus == node.id && state.editing != node.id) ImGui::SetKeyboardFocusHere();
  const std::string name = "##" + node.id;
  const bool entered =
      note ? ImGui::InputTextMultiline(name.c_str(), buffer, sizeof buffer, {width, field_height}) && false
           : ImGui::InputText(
                 name.c_str(), buffer, sizeof buffer,
                 ImGuiInputTextFlags_EnterReturnsTrue |
                     (node.input == Input::passphrase ? ImGuiInputTextFlags_Password : ImGuiInputTextFlags_None));
  if (ImGui::IsItemEdited()) out.gestures.push_back({Gesture::Verb::edit, node.id, buffer});
  if (ImGui::IsItemActive()) {
    state.editing = state.focus = node.id;
    state.edit_text = buffer;
    pen.frame(x - 5, y - 5, width + 10, field_height + 10, pen.theme().accent, radius + 4, 3);
  } else if (state.editing == node.id) {
    state.editing.clear();
    out.gestures.push_back({Gesture::Verb::commit, node.id, entered ? std::string(buffer) : state.edit_text});
    if (entered && !node.enter.empty()) out.gestures.push_back({Gesture::Verb::activate, node.enter, ""});
  }
  ImGui::PopStyleVar();
  ImGui::PopStyleColor(3);
  ImGui::PopFont();
}

void forget_typed(PainterState& state) {
  ImGuiContext& context = *ImGui::GetCurrentContext();
  ImGuiInputTextState& typed = context.InputTextState;
  for (ImVector<char>* text :
       {&typed.TextA, &typed.TextToRevertTo, &typed.CallbackTextBackup, &context.InputTextDeactivatedState.TextA})
    if (text->Data) std::memset(text->Data, 0, static_cast<std::size_t>(text->Capacity));
  std::fill(state.edit_text.begin(), state.edit_text.end(), '\0');
  state.edit_text.clear();
  state.editing.clear();
}

}  // namespace vagval::ui
