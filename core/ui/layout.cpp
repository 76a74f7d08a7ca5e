#include "ui/layout.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace vagval::ui {

namespace {

constexpr float mark_size = 26, mark_gap = 12, gap = 12, note_height = 128;

Type type_of(const Node& node) {
  if (node.tone == Tone::caption) return caption_type;
  return node.tone == Tone::strong ? strong_type : body_type;
}

// The space above a node, so that headings stand nearer to what they head than to what is before.
float space_before(const Node& node, bool first) {
  if (first) return 0;
  if (node.kind == Kind::heading) return node.level <= 2 ? 24 : 12;
  if (node.kind == Kind::paragraph || node.kind == Kind::chip) return 8;
  return gap;
}

}  // namespace

void Layout::begin(ImDrawList* list, bool scrolls, float shift, float clip_top, float clip_bottom) {
  list_ = list;
  scrolls_ = scrolls;
  shift_ = shift;
  clip_top_ = clip_top;
  clip_bottom_ = clip_bottom;
}

void Layout::place(const std::string& id, float x, float y, float width, float node_height) {
  if (!collecting_) return;
  out_.placed.push_back({id, x, scrolls_ ? y + shift_ : y, width, node_height, scrolls_});
}

bool Layout::press(const std::string& id, float x, float y, float width, float node_height, bool enabled) {
  if (!enabled || !visible(y, node_height)) return false;
  ImGui::SetCursorScreenPos({x, y});
  if (ImGui::InvisibleButton(id.c_str(), {std::max(width, 1.0F), std::max(node_height, 1.0F)}))
    out_.gestures.push_back({Gesture::Verb::activate, id, ""});
  if (ImGui::IsItemActive()) out_.another_frame = true;
  const bool over = ImGui::IsItemHovered();
  if (over) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  if (!input_.host_shows_focus && state_.focus == id)
    frame(list_, x - 5, y - 5, width + 10, node_height + 10, theme_.accent, radius + 4, 3);
  return over;
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
  kind(node, x, y, width, true);
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
  ImDrawList* const list = drawing ? list_ : nullptr;
  switch (node.kind) {
    case Kind::heading: {
      // Beside the page (a narrow column) headings are quiet.
      const bool beside = width < aside_width - 40;
      const Type& type = node.level == 1 ? title_type : node.level == 2 && !beside ? section_type : small_heading_type;
      return text(list, x, y, width, node.text, type, theme_.ink);
    }
    case Kind::paragraph:
    case Kind::cell:
      return paragraph(node, x, y, width, drawing);
    case Kind::list:
      return bullets(node, x, y, width, drawing);
    case Kind::card:
      return card(node, x, y, width, drawing);
    case Kind::pair:
      return pair(node, x, y, width, drawing);
    case Kind::figure: {
      const float caption = text(list, x, y, width, node.text, caption_type, theme_.muted);
      return caption + text(list, x, y + caption, width, node.value, figure_type, theme_.ink);
    }
    case Kind::button: {
      const float wide = std::min(button_width(node), width);
      const float high = std::max(target, text(nullptr, 0, 0, wide - 36, node.text, strong_type, 0) + 20);
      if (drawing) {
        unplace();
        button(node, x, y, wide, high);
      }
      return high;
    }
    case Kind::choice:
      return choice(node, x, y, width, drawing);
    case Kind::option:
      return option(node, x, y, width, drawing);
    case Kind::field:
      return field(node, x, y, width, drawing);
    case Kind::row:
      return row(node, x, y, width, drawing);
    case Kind::chip: {
      const float wide = std::min(inline_width(node), width);
      const float high = text(nullptr, 0, 0, wide - 20, node.text, chip_type, 0) + 8;
      if (drawing) {
        frame(list, x, y, wide, high, theme_.line, 13);
        text(list, x + 10, y + 4, wide - 19, node.text, chip_type, theme_.muted);
      }
      return high;
    }
    case Kind::note:
      return note(node, x, y, width, drawing);
    case Kind::bar:
      return bar(node, x, y, width, drawing);
    case Kind::table:
      return table(node, x, y, width, drawing);
    case Kind::table_row:
      return 0;  // drawn by its table
    case Kind::chart:
      return chart(node, x, y, width, drawing);
    case Kind::timeline:
      return timeline(node, x, y, width, drawing);
    case Kind::disclosure:
      return disclosure(node, x, y, width, drawing);
    case Kind::divider:
      box(list, x, y, width, 1, theme_.line, 0);
      return 1;
  }
  return 0;
}

float Layout::paragraph(const Node& node, float x, float y, float width, bool drawing) {
  const Colour colour = node.tone == Tone::muted || node.tone == Tone::caption ? theme_.muted
                        : node.tone == Tone::error                             ? theme_.unmet.text
                                                                               : theme_.ink;
  return text(drawing ? list_ : nullptr, x, y, std::min(width, 620.0F), node.text, type_of(node), colour);
}

float Layout::bullets(const Node& node, float x, float y, float width, bool drawing) {
  const float top = y;
  for (const Node& item : node.children) {
    if (&item != node.children.data()) y += 8;
    if (drawing) list_->AddCircleFilled({x + 5, y + 12}, 2.5F, packed(theme_.accent), 12);
    y += drawing ? draw(item, x + 18, y, width - 18) : height(item, width - 18);
  }
  return y - top;
}

float Layout::card(const Node& node, float x, float y, float width, bool drawing) {
  const float padding = width < 420 ? 16 : 20;
  const bool lines = std::any_of(node.children.begin(), node.children.end(),
                                 [](const Node& n) { return n.kind == Kind::row || n.kind == Kind::disclosure; });
  float inner = padding;
  if (drawing) {
    const float high = height(node, width);
    box(list_, x, y, width, high, theme_.surface, card_radius);
    frame(list_, x, y, width, high, theme_.line, card_radius);
  }
  for (const Node& child : node.children) {
    const bool first = &child == node.children.data();
    const bool ruled = lines && !first && (child.kind == Kind::row || child.kind == Kind::disclosure);
    if (ruled) {
      inner += 12;
      if (drawing) box(list_, x + padding, y + inner, width - 2 * padding, 1, theme_.line, 0);
      inner += 13;
    } else {
      inner += space_before(child, first);
    }
    inner += drawing ? draw(child, x + padding, y + inner, width - 2 * padding) : height(child, width - 2 * padding);
  }
  return inner + padding;
}

float Layout::pair(const Node& node, float x, float y, float width, bool drawing) {
  if (node.children.size() != 2) return 0;
  if (width < 560) {
    const float first = drawing ? draw(node.children[0], x, y, width) : height(node.children[0], width);
    return first + gap +
           (drawing ? draw(node.children[1], x, y + first + gap, width) : height(node.children[1], width));
  }
  const float half = std::floor((width - 16) / 2);
  const float high = std::max(height(node.children[0], half), height(node.children[1], half));
  if (drawing) {
    // Equal cards: the shorter one is drawn as high as the other.
    for (const Node& child : node.children) {
      remember_height(child, half, high);
      draw(child, &child == node.children.data() ? x : x + half + 16, y, half);
    }
  }
  return high;
}

float Layout::button_width(const Node& node) const { return std::ceil(text_width(node.text, strong_type)) + 36; }
float Layout::inline_width(const Node& node) const {
  return node.kind == Kind::button ? button_width(node) : std::ceil(text_width(node.text, chip_type)) + 22;
}

void Layout::button(const Node& node, float x, float y, float width, float button_height) {
  place(node.id, x, y, width, button_height);
  const bool over = press(node.id, x, y, width, button_height, !node.disabled && node.action);
  const bool primary = node.emphasis == Emphasis::primary;
  Colour ink = primary ? theme_.on_accent : theme_.accent;
  if (node.disabled) ink = theme_.muted;
  if (primary)
    box(list_, x, y, width, button_height, node.disabled ? theme_.line : theme_.accent, radius);
  else if (over || node.selected)
    box(list_, x, y, width, button_height, theme_.accent_ground, radius);
  else if (node.emphasis == Emphasis::secondary)
    box(list_, x, y, width, button_height, theme_.surface, radius);
  if (node.emphasis == Emphasis::secondary)
    frame(list_, x, y, width, button_height, node.disabled ? theme_.line : theme_.accent, radius);
  const float words = text(nullptr, 0, 0, width - 34, node.text, strong_type, 0);
  const float inset = words > 24 ? 18 : (width - text_width(node.text, strong_type)) / 2;
  text(list_, x + inset, y + (button_height - words) / 2, width - 34, node.text, strong_type, ink);
}

float Layout::choice(const Node& node, float x, float y, float width, bool drawing) {
  const float top = y;
  if (!node.text.empty() && node.text != screen_.title)
    y += text(drawing ? list_ : nullptr, x, y, width, node.text, strong_type, theme_.ink) + 8;
  if (!node.detail.empty()) y += text(drawing ? list_ : nullptr, x, y, width, node.detail, body_type, theme_.muted) + 8;
  // Short answers in great number (years, days) stand side by side.
  if (node.compact) return y - top + chips(node, x, y, width, drawing);
  const bool grid = node.children.size() > 6 && std::all_of(node.children.begin(), node.children.end(),
                                                            [](const Node& n) { return n.text.size() <= 12; });
  if (!grid) {
    for (const Node& child : node.children) y += (drawing ? draw(child, x, y, width) : height(child, width)) + 8;
    return y - top - (node.children.empty() ? 0 : 8);
  }
  float widest = 0;
  for (const Node& child : node.children) widest = std::max(widest, text_width(child.text, body_type) + 28);
  const float wide = std::max(widest, 52.0F);
  float at = 0;
  for (const Node& child : node.children) {
    if (at > 0 && at + wide > width) {
      at = 0;
      y += target + 8;
    }
    if (drawing) {
      place(child.id, x + at, y, wide, target);
      const bool over = press(child.id, x + at, y, wide, target, child.action.has_value());
      box(list_, x + at, y, wide, target,
          child.selected ? theme_.accent
          : over         ? theme_.accent_ground
                         : theme_.surface,
          radius);
      frame(list_, x + at, y, wide, target, child.selected ? theme_.accent : theme_.outline, radius);
      text(list_, x + at + (wide - text_width(child.text, body_type)) / 2, y + 10, wide, child.text, body_type,
           child.selected ? theme_.on_accent : theme_.ink);
    }
    at += wide + 8;
  }
  return y + target - top;
}

float Layout::option(const Node& node, float x, float y, float width, bool drawing) {
  const float inner = width - 62;
  const float words =
      text(nullptr, 0, 0, inner, node.text, body_type, 0) + text(nullptr, 0, 0, inner, node.detail, caption_type, 0);
  const float high = std::max(option_height, words + 24);
  if (!drawing) return high;
  const bool over = press(node.id, x, y, width, high, !node.disabled && node.action);
  box(list_, x, y, width, high, node.selected ? theme_.accent_ground : over ? theme_.ground : theme_.surface, radius);
  frame(list_, x, y, width, high, node.selected ? theme_.accent : theme_.outline, radius, node.selected ? 2 : 1);
  radio(list_, x + 25, y + high / 2, node.selected, theme_);
  const float first = text(list_, x + 47, y + (high - words) / 2, inner, node.text, body_type, theme_.ink);
  text(list_, x + 47, y + (high - words) / 2 + first, inner, node.detail, caption_type, theme_.muted);
  return high;
}

float Layout::field(const Node& node, float x, float y, float width, bool drawing) {
  ImDrawList* const list = drawing ? list_ : nullptr;
  const float top = y;
  const bool note = node.input == Input::note;
  const float wide = std::min(width, note ? 620.0F : node.input == Input::text ? 420.0F : 280.0F);
  const float high = note ? note_height : option_height;
  y += text(list, x, y, width, node.text, strong_type, theme_.ink) + 4;
  if (!node.detail.empty()) y += text(list, x, y, width, node.detail, caption_type, theme_.muted) + 4;
  if (drawing) {
    // The real field lies exactly over the frame, not over its label.
    unplace();
    place(node.id, x, y, wide, high);
    box(list, x, y, wide, high, theme_.surface, radius);
    frame(list, x, y, wide, high, node.error.empty() ? theme_.outline : theme_.unmet.text, radius,
          node.error.empty() ? 1 : 2);
    if (!input_.host_edits_text) edit(node, x, y, wide, high);
  }
  y += high;
  if (!node.error.empty()) y += 6 + text(list, x, y + 6, width, node.error, body_type, theme_.unmet.text);
  return y - top;
}

void Layout::edit(const Node& node, float x, float y, float width, float field_height) {
  if (!visible(y, field_height)) return;
  char buffer[16'384];  // the longest note, every character of four bytes
  const std::size_t length = std::min(node.value.size(), sizeof buffer - 1);
  std::memcpy(buffer, node.value.data(), length);
  buffer[length] = 0;
  ImGui::PushFont(ImGui::GetIO().Fonts->Fonts[0], 16 * 1.362F);
  ImGui::PushStyleColor(ImGuiCol_FrameBg, 0u);
  ImGui::PushStyleColor(ImGuiCol_Text, packed(theme_.ink));
  ImGui::PushStyleColor(ImGuiCol_TextSelectedBg, packed(theme_.accent_ground));
  const bool note = node.input == Input::note;
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {12, note ? 10 : (field_height - 16 * 1.362F) / 2});
  ImGui::SetCursorScreenPos({x, y});
  ImGui::SetNextItemWidth(width);
  if (state_.focus == node.id && state_.editing != node.id) ImGui::SetKeyboardFocusHere();
  const std::string name = "##" + node.id;
  const bool entered =
      note ? ImGui::InputTextMultiline(name.c_str(), buffer, sizeof buffer, {width, field_height}) && false
           : ImGui::InputText(name.c_str(), buffer, sizeof buffer, ImGuiInputTextFlags_EnterReturnsTrue);
  if (ImGui::IsItemEdited()) out_.gestures.push_back({Gesture::Verb::edit, node.id, buffer});
  if (ImGui::IsItemActive()) {
    state_.editing = state_.focus = node.id;
    state_.edit_text = buffer;
    frame(list_, x - 5, y - 5, width + 10, field_height + 10, theme_.accent, radius + 4, 3);
  } else if (state_.editing == node.id) {
    state_.editing.clear();
    out_.gestures.push_back({Gesture::Verb::commit, node.id, entered ? std::string(buffer) : state_.edit_text});
  }
  ImGui::PopStyleVar();
  ImGui::PopStyleColor(3);
  ImGui::PopFont();
}

float Layout::children_below(const Node& node, float x, float y, float width, bool drawing) {
  const float top = y;
  float at = 0, line = 0;
  const auto end_line = [&] {
    if (line > 0) y += line;
    at = line = 0;
  };
  for (const Node& child : node.children) {
    if (!is_inline(child)) {
      end_line();
      y += 8;
      y += drawing ? draw(child, x, y, width) : height(child, width);
      continue;
    }
    const float wide = std::min(inline_width(child), width);
    // Sources on their line, what can be pressed on the next.
    const bool other = &child != node.children.data() && (&child - 1)->kind != child.kind;
    if (at > 0 && (other || at + wide > width)) end_line();
    if (at == 0) y += 8;
    if (drawing) draw(child, x + at, y, wide);
    line = std::max(line, height(child, wide));
    at += wide + 8;
  }
  end_line();
  return y - top;
}

float Layout::row(const Node& node, float x, float y, float width, bool drawing) {
  ImDrawList* const list = drawing ? list_ : nullptr;
  const float top = y;
  const float start = node.mark.empty() ? 0 : mark_size + mark_gap;
  const float arrow = node.action ? 28 : 0;
  const bool button_at_end = node.children.size() == 1 && node.children[0].kind == Kind::button && width >= 420;
  const float at_end = button_at_end ? std::min(button_width(node.children[0]), width / 2) + 16
                       : node.value.empty() || width < 420
                           ? 0
                           : std::min(text_width(node.value, strong_type), width / 2) + 16;
  const float inner = width - start - at_end - arrow;
  if (drawing && node.action) {
    const float high = height(node, width);
    if (press(node.id, x, y, width, high, true))
      box(list, x - 8, y - 8, width + 16, high + 16, theme_.accent_ground, radius);
    chevron(list, x + width - 12, y + std::min(high / 2, 24.0F), false, theme_.accent);
  }
  if (!node.mark.empty()) mark(list, x, y, mark_size, node.mark, theme_);
  const bool plain =
      node.detail.empty() && node.mark != "unknown" && node.mark != "dot" && node.value.empty() && !node.action;
  y += text(list, x + start, y, inner, node.text, plain || node.mark.starts_with("swatch") ? body_type : strong_type,
            theme_.ink);
  if (!node.value.empty() && at_end > 0)
    text(list, x + width - arrow - at_end + 16, top, at_end, node.value, node.action ? body_type : strong_type,
         theme_.ink);
  else if (!node.value.empty())
    y += text(list, x + start, y, inner, node.value, node.action ? body_type : strong_type, theme_.ink);
  y += text(list, x + start, y, inner, node.detail, body_type, theme_.muted);
  if (button_at_end) {
    const float wide = at_end - 16, high = height(node.children[0], wide);
    if (drawing) draw(node.children[0], x + width - wide, top, wide);
    return std::max({y - top, high, mark_size});
  }
  y += children_below(node, x + start, y, width - start, drawing);
  return std::max({y - top, node.mark.empty() ? 0 : mark_size, node.action ? target : 0});
}

float Layout::note(const Node& node, float x, float y, float width, bool drawing) {
  Colour edge = theme_.accent, fill = theme_.accent_ground;
  if (node.tone == Tone::hazard) edge = theme_.hazard_bar, fill = theme_.hazard_ground;
  if (node.tone == Tone::error) edge = theme_.unmet.text, fill = theme_.unmet.ground;
  if (drawing) {
    const float high = height(node, width);
    box(list_, x, y, width, high, fill, 6);
    box(list_, x, y, 4, high, edge, 2);
  }
  ImDrawList* const list = drawing ? list_ : nullptr;
  const float top = y;
  y += 14;
  y += text(list, x + 20, y, width - 40, node.text, strong_type, theme_.ink);
  y += text(list, x + 20, y, width - 40, node.detail, body_type, theme_.ink);
  y += children_below(node, x + 20, y, width - 40, drawing);
  return y + 14 - top;
}

float Layout::disclosure(const Node& node, float x, float y, float width, bool drawing) {
  ImDrawList* const list = drawing ? list_ : nullptr;
  const float top = y;
  const float start = node.mark.empty() ? 0 : mark_size + mark_gap;
  const float value_width = node.value.empty() || width < 420 ? 0 : text_width(node.value, caption_type) + 12;
  const float inner = width - start - 28 - value_width;
  const float words = text(nullptr, 0, 0, inner, node.text, strong_type, 0) +
                      text(nullptr, 0, 0, inner, node.detail, caption_type, 0) +
                      (value_width == 0 ? text(nullptr, 0, 0, inner, node.value, caption_type, 0) : 0);
  const float head = std::max(target, words + 12);
  if (drawing) {
    unplace();
    place(node.id, x, y, width, head);
    if (press(node.id, x, y, width, head, node.action.has_value()))
      box(list, x - 8, y, width + 16, head, theme_.accent_ground, radius);
    if (!node.mark.empty()) mark(list, x, y + (head - mark_size) / 2, mark_size, node.mark, theme_);
    float line = y + (head - words) / 2;
    line += text(list, x + start, line, inner, node.text, strong_type, theme_.ink);
    line += text(list, x + start, line, inner, node.detail, caption_type, theme_.muted);
    if (value_width > 0)
      text(list, x + width - 28 - value_width + 12, y + head / 2 - 10.5F, value_width, node.value, caption_type,
           theme_.muted);
    else
      text(list, x + start, line, inner, node.value, caption_type, theme_.muted);
    chevron(list, x + width - 12, y + head / 2, node.expanded, theme_.accent);
  }
  y += head;
  if (!node.expanded) return y - top;
  const float indent = std::min(start, 38.0F);
  for (const Node& child : node.children) {
    if (is_inline(child)) continue;
    y += space_before(child, false);
    y += drawing ? draw(child, x + indent, y, width - indent) : height(child, width - indent);
  }
  float at = 0;
  bool any = false;
  for (const Node& child : node.children) {
    if (!is_inline(child)) continue;
    const float wide = std::min(inline_width(child), width - indent);
    if (!any || at + wide > width - indent) {
      y += any ? target : 10;
      at = 0;
    }
    any = true;
    if (drawing) draw(child, x + indent + at, y, wide);
    at += wide + 8;
  }
  return y + (any ? target : 0) + 8 - top;
}

}  // namespace vagval::ui
