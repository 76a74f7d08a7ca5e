#include "ui/layout.h"

#include <algorithm>

#include "ui/layout_parts.h"

namespace vagval::ui {

void Layout::begin(bool scrolls, float shift, float clip_top, float clip_bottom) {
  scrolls_ = scrolls;
  shift_ = shift;
  texts_.shift = scrolls ? shift : 0;
  clip_top_ = clip_top;
  clip_bottom_ = clip_bottom;
}

void Layout::place(const std::string& id, float x, float y, float width, float node_height) {
  if (!collecting_) return;
  out_.placed.push_back({id, pen_.left(x, width), scrolls_ ? y + shift_ : y, width, node_height, scrolls_});
}

bool Layout::item(const std::string& id, float x, float y, float width, float node_height) {
  ImGui::SetCursorScreenPos({pen_.left(x, width), y});
  const bool pressed = ImGui::InvisibleButton(id.c_str(), {std::max(width, 1.0F), std::max(node_height, 1.0F)});
  if (ImGui::IsItemActive()) out_.another_frame = true;
  if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  if (!input_.host_shows_focus && state_.focus == id)
    pen_.frame(x - 5, y - 5, width + 10, node_height + 10, pen_.theme().accent, radius + 4, 3);
  return pressed;
}

bool Layout::press(const std::string& id, float x, float y, float width, float node_height, bool enabled) {
  if (!enabled || !visible(y, node_height)) return false;
  if (item(id, x, y, width, node_height)) out_.gestures.push_back({Gesture::Verb::activate, id, ""});
  return ImGui::IsItemHovered();
}

bool Layout::hold(const std::string& id, float x, float y, float width, float node_height) {
  if (!visible(y, node_height)) return false;
  item(id, x, y, width, node_height);
  if (ImGui::IsItemActivated()) {
    state_.held = id;
    out_.gestures.push_back({Gesture::Verb::hold, id, ""});
  }
  return ImGui::IsItemHovered();
}

float Layout::height(const Node& node, float width) {
  const int key = static_cast<int>(width);
  if (const auto known = state_.heights.find(&node); known != state_.heights.end())
    for (const auto& [at, high] : known->second)
      if (at == key) return high;
  const float high = kind(node, 0, 0, width, false);
  state_.heights[&node].emplace_back(key, high);
  return high;
}

void Layout::remember_height(const Node& node, float width, float node_height) {
  for (auto& [at, high] : state_.heights[&node])
    if (at == static_cast<int>(width)) high = node_height;
}

float Layout::draw(const Node& node, float x, float y, float width) {
  const float node_height = height(node, width);
  if (!collecting_ && !visible(y, node_height)) return node_height;
  place(node.id, x, y, width, node_height);
  // An invisible node takes its place and draws nothing: a long page would exceed the vertices of a draw list.
  const Pen drawing = pen_;
  if (!visible(y, node_height)) pen_ = pen_.unseen();
  kind(node, x, y, width, true);
  pen_ = drawing;
  return node_height;
}

float Layout::height_of_all(const std::vector<Node>& nodes, float width) {
  float total = 0;
  for (const Node& node : nodes) total += space_before(node, &node == nodes.data()) + height(node, width);
  return total;
}

float Layout::draw_all(const std::vector<Node>& nodes, float x, float y, float width) {
  const float top = y;
  for (const Node& node : nodes) {
    y += space_before(node, &node == nodes.data());
    y += draw(node, x, y, width);
  }
  return y - top;
}

float Layout::kind(const Node& node, float x, float y, float width, bool drawing) {
  switch (node.kind) {
    case Kind::heading:
      return heading(node, x, y, width, drawing);
    case Kind::paragraph:
    case Kind::cell:
      return paragraph(node, x, y, width, drawing);
    case Kind::list:
      return bullets(node, x, y, width, drawing);
    case Kind::card:
      return card(node, x, y, width, drawing);
    case Kind::pair:
      return pair(node, x, y, width, drawing);
    case Kind::figure:
      return figure(node, x, y, width, drawing);
    case Kind::button:
      return button_in_page(node, x, y, width, drawing);
    case Kind::choice:
      return choice(node, x, y, width, drawing);
    case Kind::option:
      return option(node, x, y, width, drawing);
    case Kind::field:
      return field(node, x, y, width, drawing);
    case Kind::row:
      return row(node, x, y, width, drawing);
    case Kind::chip:
      return chip(node, x, y, width, drawing);
    case Kind::note:
      return note(node, x, y, width, drawing);
    case Kind::bar:
      return bar(node, x, y, width, drawing);
    case Kind::table:
      return table(node, x, y, width, drawing);
    case Kind::table_row:
      return 0;  // the table draws it
    case Kind::chart:
      return chart(node, x, y, width, drawing);
    case Kind::timeline:
      return timeline(node, x, y, width, drawing);
    case Kind::code:
    case Kind::camera:
      return square(node, x, y, width, drawing);
    case Kind::disclosure:
      return disclosure(node, x, y, width, drawing);
    case Kind::divider:
      if (drawing) pen_.box(x, y, width, 1, pen_.theme().line, 0);
      return 1;
  }
  return 0;
}

float Layout::said(const Pen& pen, float x, float y, float width, const std::string& words, const std::string& beside,
                   const Type& type, Colour colour) {
  const float high = pen.text(x, y, width, words, type, colour);
  if (beside.empty()) return high;
  const Type& second = type.size > body_type.size ? body_type : caption_type;
  return high + pen.in_second_language().text(x, y + high, width, beside, second, pen.theme().muted);
}

}  // namespace vagval::ui
