#include "ui/layout.h"

#include <algorithm>
#include <cmath>

#include "ui/pictures.h"

namespace vagval::ui {

namespace {

constexpr std::size_t preview_lines = 3;
constexpr float picture_size = 24, mark_size = 26, mark_gap = 12, gap = 12, note_height = 128, words_min = 240;

Type type_of(const Node& node) {
  if (node.tone == Tone::caption) return caption_type;
  return node.tone == Tone::strong ? strong_type : body_type;
}

// The padding of a button.
float inset_of(const Node& button) { return button.emphasis == Emphasis::quiet ? 8 : 18; }

// The indent of nested nodes. It stops growing at a depth, so that there stays room for words.
float indented(const Pen& pen, float width, float wanted) {
  return std::clamp(width - words_min * pen.scale(), 0.0F, wanted);
}

// The space above a node. Headings are nearer to their content than to the node before.
float space_before(const Node& node, bool first) {
  if (first) return 0;
  if (node.kind == Kind::heading) return node.level <= 2 ? 24 : 12;
  if (node.kind == Kind::paragraph || node.kind == Kind::chip) return 8;
  return gap;
}

}  // namespace

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
  const Pen pen = drawing ? pen_ : pen_.measuring();
  switch (node.kind) {
    case Kind::heading: {
      // Headings in a narrow column beside the page are quiet.
      const bool beside = width < aside_width - 40;
      const Type& type = node.level == 1 ? title_type : node.level == 2 && !beside ? section_type : small_heading_type;
      return said(pen, x, y, width, node.text, node.beside, type, pen_.theme().ink);
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
      const float caption = said(pen, x, y, width, node.text, node.beside, caption_type, pen_.theme().muted);
      return caption + pen.text(x, y + caption, width, node.value, figure_type, pen_.theme().ink);
    }
    case Kind::button: {
      const float wide = std::min(button_width(pen_, node), width);
      const float high = std::max(target, button_words(pen_, node, wide) + 20);
      if (drawing) {
        unplace();
        button(node, x - outdent(node), y, wide, high);
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
      const float high = pen_.height_of(wide - 20, node.text, chip_type) + 8;
      if (drawing) {
        pen.frame(x, y, wide, high, pen_.theme().line, 13);
        pen.text(x + 10, y + 4, wide - 19, node.text, chip_type, pen_.theme().muted);
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
      pen.box(x, y, width, 1, pen_.theme().line, 0);
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

float Layout::paragraph(const Node& node, float x, float y, float width, bool drawing) {
  const Colour colour = node.tone == Tone::muted || node.tone == Tone::caption ? pen_.theme().muted
                        : node.tone == Tone::error                             ? pen_.theme().unmet.text
                                                                               : pen_.theme().ink;
  const float wide = std::min(width, 620 * pen_.scale());
  const std::string cut = node.preview ? pen_.shortened(wide, node.text, type_of(node), preview_lines) : node.text;
  // An untruncated text is registered, because its address identifies its node.
  return said(drawing ? pen_ : pen_.measuring(), x, y, wide, cut == node.text ? node.text : cut, node.beside,
              type_of(node), colour);
}

float Layout::bullets(const Node& node, float x, float y, float width, bool drawing) {
  const float top = y;
  for (const Node& item : node.children) {
    if (&item != node.children.data()) y += 8;
    if (drawing) pen_.disc(x + 5, y + 12 * pen_.scale(), 2.5F, pen_.theme().accent);
    y += drawing ? draw(item, x + 18, y, width - 18) : height(item, width - 18);
  }
  return y - top;
}

float Layout::card(const Node& node, float x, float y, float width, bool drawing) {
  const float padding = width < 420 * pen_.scale() ? 16 : 20;
  const bool lines = std::any_of(node.children.begin(), node.children.end(),
                                 [](const Node& n) { return n.kind == Kind::row || n.kind == Kind::disclosure; });
  float inner = padding;
  if (drawing) {
    const float high = height(node, width);
    pen_.box(x, y, width, high, pen_.theme().surface, card_radius);
    pen_.frame(x, y, width, high, pen_.theme().line, card_radius);
  }
  for (const Node& child : node.children) {
    const bool first = &child == node.children.data();
    const bool ruled = lines && !first && (child.kind == Kind::row || child.kind == Kind::disclosure);
    if (ruled) {
      inner += 12;
      if (drawing) pen_.box(x + padding, y + inner, width - 2 * padding, 1, pen_.theme().line, 0);
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
  if (width < 560 * pen_.scale()) {
    const float first = drawing ? draw(node.children[0], x, y, width) : height(node.children[0], width);
    return first + gap +
           (drawing ? draw(node.children[1], x, y + first + gap, width) : height(node.children[1], width));
  }
  const float half = std::floor((width - 16) / 2);
  const float high = std::max(height(node.children[0], half), height(node.children[1], half));
  if (drawing) {
    // Cards in a row are drawn with the height of the tallest.
    for (const Node& child : node.children) {
      remember_height(child, half, high);
      draw(child, &child == node.children.data() ? x : x + half + 16, y, half);
    }
  }
  return high;
}

float button_width(const Pen& pen, const Node& node) {
  const float beside = pen.in_second_language().width_of(node.beside, caption_type);
  return std::max(target, std::ceil(std::max(pen.width_of(node.text, strong_type), beside)) + 2 * inset_of(node));
}
float button_words(const Pen& pen, const Node& node, float width) {
  const float room = width - 2 * inset_of(node) + 2;
  const float words = pen.height_of(room, node.text, strong_type);
  return node.beside.empty() ? words : words + pen.in_second_language().height_of(room, node.beside, caption_type);
}
float outdent(const Node& node) {
  return node.kind == Kind::button && node.emphasis == Emphasis::quiet ? inset_of(node) : 0;
}

float Layout::inline_width(const Node& node) const {
  return node.kind == Kind::button ? button_width(pen_, node) : std::ceil(pen_.width_of(node.text, chip_type)) + 22;
}

void Layout::button(const Node& node, float x, float y, float width, float button_height) {
  place(node.id, x, y, width, button_height);
  const bool over = node.hold ? hold(node.id, x, y, width, button_height)
                              : press(node.id, x, y, width, button_height, !node.disabled && node.action);
  const bool primary = node.emphasis == Emphasis::primary;
  Colour ink = primary ? pen_.theme().on_accent : pen_.theme().accent;
  if (node.disabled) ink = pen_.theme().muted;
  if (primary && !node.disabled)
    pen_.box(x, y, width, button_height, pen_.theme().accent, radius);
  else if (over || node.selected)
    pen_.box(x, y, width, button_height, pen_.theme().accent_ground, radius);
  else if (node.emphasis != Emphasis::quiet)
    pen_.box(x, y, width, button_height, pen_.theme().surface, radius);
  if (primary && node.disabled)
    pen_.frame(x, y, width, button_height, pen_.theme().outline, radius);
  else if (node.emphasis == Emphasis::secondary)
    pen_.frame(x, y, width, button_height, node.disabled ? pen_.theme().line : pen_.theme().accent, radius);
  // Centred, unless it has several lines.
  const float edge = inset_of(node), room = width - 2 * edge + 2;
  const auto inset = [&](const Pen& pen, const std::string& words, const Type& type) {
    const bool one = pen.height_of(room, words, type) <= (type.line + 1) * pen_.scale();
    return one ? (width - pen.width_of(words, type)) / 2 : edge;
  };
  const float top = y + (button_height - button_words(pen_, node, width)) / 2;
  const float first = pen_.text(x + inset(pen_, node.text, strong_type), top, room, node.text, strong_type, ink);
  if (node.beside.empty()) return;
  const Pen second = pen_.in_second_language();
  second.text(x + inset(second, node.beside, caption_type), top + first, room, node.beside, caption_type, ink);
}

float Layout::choice(const Node& node, float x, float y, float width, bool drawing) {
  const float top = y;
  if (!node.text.empty() && node.text != screen_.title)
    y +=
        said(drawing ? pen_ : pen_.measuring(), x, y, width, node.text, node.beside, strong_type, pen_.theme().ink) + 8;
  if (!node.detail.empty())
    y += said(drawing ? pen_ : pen_.measuring(), x, y, width, node.detail, node.beside_detail, body_type,
              pen_.theme().muted) +
         8;
  // Many short answers (years, days) stand side by side.
  if (node.compact) return y - top + chips(node, x, y, width, drawing);
  if (!node.grid) {
    for (const Node& child : node.children) y += (drawing ? draw(child, x, y, width) : height(child, width)) + 8;
    return y - top - (node.children.empty() ? 0 : 8);
  }
  float widest = 0;
  for (const Node& child : node.children) widest = std::max(widest, pen_.width_of(child.text, body_type) + 28);
  const float wide = std::max(widest, 52.0F);
  const float high = pen_.target_for(body_type);
  float at = 0;
  for (const Node& child : node.children) {
    if (at > 0 && at + wide > width) {
      at = 0;
      y += high + 8;
    }
    if (drawing) {
      place(child.id, x + at, y, wide, high);
      const bool over = press(child.id, x + at, y, wide, high, child.action.has_value());
      pen_.box(x + at, y, wide, high,
               child.selected ? pen_.theme().accent
               : over         ? pen_.theme().accent_ground
                              : pen_.theme().surface,
               radius);
      pen_.frame(x + at, y, wide, high, child.selected ? pen_.theme().accent : pen_.theme().outline, radius);
      pen_.text(x + at + (wide - pen_.width_of(child.text, body_type)) / 2,
                y + (high - pen_.height_of(wide, child.text, body_type)) / 2, wide, child.text, body_type,
                child.selected ? pen_.theme().on_accent : pen_.theme().ink);
    }
    at += wide + 8;
  }
  return y + high - top;
}

float Layout::option(const Node& node, float x, float y, float width, bool drawing) {
  const float inner = width - 62;
  const float words = said(pen_.measuring(), 0, 0, inner, node.text, node.beside, body_type, 0) +
                      said(pen_.measuring(), 0, 0, inner, node.detail, node.beside_detail, caption_type, 0);
  const float high = std::max(option_height, words + 24);
  if (!drawing) return high;
  const bool over = press(node.id, x, y, width, high, !node.disabled && node.action);
  pen_.box(x, y, width, high,
           node.selected ? pen_.theme().accent_ground
           : over        ? pen_.theme().ground
                         : pen_.theme().surface,
           radius);
  pen_.frame(x, y, width, high, node.selected ? pen_.theme().accent : pen_.theme().outline, radius,
             node.selected ? 2 : 1);
  pen_.radio(x + 25, y + high / 2, node.selected);
  const float first =
      said(pen_, x + 47, y + (high - words) / 2, inner, node.text, node.beside, body_type, pen_.theme().ink);
  said(pen_, x + 47, y + (high - words) / 2 + first, inner, node.detail, node.beside_detail, caption_type,
       pen_.theme().muted);
  return high;
}

float Layout::field(const Node& node, float x, float y, float width, bool drawing) {
  const Pen pen = drawing ? pen_ : pen_.measuring();
  const float top = y;
  const bool note = node.input == Input::note;
  const float wide = std::min(width, (note                                                           ? 620.0F
                                      : node.input == Input::text || node.input == Input::passphrase ? 420.0F
                                                                                                     : 280.0F) *
                                         pen_.scale());
  const float high = note ? note_height * pen_.scale() : std::max(option_height, pen_.target_for(body_type) + 4);
  y += said(pen, x, y, width, node.text, node.beside, strong_type, pen_.theme().ink) + 4;
  if (!node.detail.empty())
    y += said(pen, x, y, width, node.detail, node.beside_detail, caption_type, pen_.theme().muted) + 4;
  if (drawing) {
    // The host's field covers the frame, not the label.
    unplace();
    place(node.id, x, y, wide, high);
    pen.box(x, y, wide, high, pen_.theme().surface, radius);
    pen.frame(x, y, wide, high, node.error.empty() ? pen_.theme().outline : pen_.theme().unmet.text, radius,
              node.error.empty() ? 1 : 2);
    if (input_.typing && visible(y, high)) input_.typing(pen, state_, out_, node, x, y, wide, high);
  }
  y += high;
  if (!node.error.empty()) y += 6 + pen.text(x, y + 6, width, node.error, body_type, pen_.theme().unmet.text);
  return y - top;
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
    // Sources share a line; buttons begin the next one.
    const bool other = &child != node.children.data() && (&child - 1)->kind != child.kind;
    if (at > 0 && (other || at + wide > width)) end_line();
    if (at == 0) y += 8;
    const float in = at > 0 ? outdent(child) : 0;  // only the first of a line is moved out
    if (drawing) draw(child, x + at + in, y, wide);
    line = std::max(line, height(child, wide));
    at += wide + 8 - (at > 0 ? 0 : outdent(child));
  }
  end_line();
  return y - top;
}

float Layout::row(const Node& node, float x, float y, float width, bool drawing) {
  const Pen pen = drawing ? pen_ : pen_.measuring();
  const float top = y;
  const float beside = node.picture.empty() ? 0 : picture_size + mark_gap;
  const float start = (node.mark.empty() ? 0 : mark_size + mark_gap) + beside;
  const float arrow = node.action ? 28 : 0;
  const bool button_at_end =
      node.children.size() == 1 && node.children[0].kind == Kind::button && width >= 420 * pen_.scale();
  const float at_end = button_at_end ? std::min(button_width(pen_, node.children[0]), width / 2) + 16
                       : node.value.empty() || width < 420 * pen_.scale()
                           ? 0
                           : std::min(pen_.width_of(node.value, strong_type), width / 2) + 16;
  const float inner = width - start - at_end - arrow;
  if (drawing && node.action) {
    const float high = height(node, width);
    // Buttons inside the row are pressed by themselves. Only such a row waits one frame longer, so quick taps stay
    // quick elsewhere.
    const bool has_button = std::any_of(node.children.begin(), node.children.end(),
                                        [](const Node& child) { return child.kind == Kind::button; });
    if (has_button) ImGui::SetNextItemAllowOverlap();
    if (press(node.id, x, y, width, high, true))
      pen.box(x - 8, y - 8, width + 16, high + 16, pen_.theme().accent_ground, radius);
    pen.chevron(x + width - 12, y + std::min(high / 2, 24 * pen_.scale()), false, pen_.theme().accent);
  }
  if (!node.mark.empty()) pen.mark(x, y + std::max(0.0F, (24 * pen_.scale() - mark_size) / 2), mark_size, node.mark);
  if (drawing && beside > 0)
    picture(pen_, x + start - beside, y + std::max(0.0F, (24 * pen_.scale() - picture_size) / 2), picture_size,
            node.picture, pen_.theme().accent);
  const bool plain =
      node.detail.empty() && node.mark != "unknown" && node.mark != "dot" && node.value.empty() && !node.action;
  y += said(pen, x + start, y, inner, node.text, node.beside,
            plain || node.mark.starts_with("swatch") ? body_type : strong_type, pen_.theme().ink);
  if (!node.value.empty() && at_end > 0)
    pen.text(x + width - arrow - at_end + 16, top, at_end - 14, node.value, node.action ? body_type : strong_type,
             pen_.theme().ink);
  else if (!node.value.empty())
    y += pen.text(x + start, y, inner, node.value, node.action ? body_type : strong_type, pen_.theme().ink);
  const std::string cut = node.preview ? pen_.shortened(inner, node.detail, body_type, preview_lines) : node.detail;
  y += said(pen, x + start, y, inner, cut == node.detail ? node.detail : cut, node.beside_detail, body_type,
            pen_.theme().muted);
  if (button_at_end) {
    const float wide = at_end - 16, high = height(node.children[0], wide);
    if (drawing) draw(node.children[0], x + width - arrow - wide + 2 * outdent(node.children[0]), top, wide);
    return std::max({y - top, high, mark_size});
  }
  const float indent = indented(pen_, width, start);
  y += children_below(node, x + indent, y, width - indent, drawing);
  return std::max({y - top, node.mark.empty() ? 0 : mark_size, node.action ? target : 0});
}

float Layout::note(const Node& node, float x, float y, float width, bool drawing) {
  Colour edge = pen_.theme().accent, fill = pen_.theme().accent_ground;
  if (node.tone == Tone::hazard) edge = pen_.theme().hazard_bar, fill = pen_.theme().hazard_ground;
  if (node.tone == Tone::error) edge = pen_.theme().unmet.text, fill = pen_.theme().unmet.ground;
  if (drawing) {
    const float high = height(node, width);
    pen_.box(x, y, width, high, fill, 6);
    pen_.box(x, y, 4, high, edge, 2);
  }
  const Pen pen = drawing ? pen_ : pen_.measuring();
  const float top = y;
  y += 14;
  y += said(pen, x + 20, y, width - 40, node.text, node.beside, strong_type, pen_.theme().ink);
  y += said(pen, x + 20, y, width - 40, node.detail, node.beside_detail, body_type, pen_.theme().ink);
  y += children_below(node, x + 20, y, width - 40, drawing);
  return y + 14 - top;
}

float Layout::disclosure(const Node& node, float x, float y, float width, bool drawing) {
  const Pen pen = drawing ? pen_ : pen_.measuring();
  const float top = y;
  const float start = node.mark.empty() ? 0 : mark_size + mark_gap;
  const float value_width =
      node.value.empty() || width < 420 * pen_.scale() ? 0 : pen_.width_of(node.value, caption_type) + 12;
  const float inner = width - start - 28 - value_width;
  const float words = said(pen_.measuring(), 0, 0, inner, node.text, node.beside, strong_type, 0) +
                      said(pen_.measuring(), 0, 0, inner, node.detail, node.beside_detail, caption_type, 0) +
                      (value_width == 0 ? pen_.height_of(inner, node.value, caption_type) : 0);
  const float head = std::max(target, words + 12);
  if (drawing) {
    unplace();
    place(node.id, x, y, width, head);
    if (press(node.id, x, y, width, head, node.action.has_value()))
      pen.box(x - 8, y, width + 16, head, pen_.theme().accent_ground, radius);
    if (!node.mark.empty()) pen.mark(x, y + (head - mark_size) / 2, mark_size, node.mark);
    float line = y + (head - words) / 2;
    line += said(pen, x + start, line, inner, node.text, node.beside, strong_type, pen_.theme().ink);
    line += said(pen, x + start, line, inner, node.detail, node.beside_detail, caption_type, pen_.theme().muted);
    if (value_width > 0)
      pen.text(x + width - 28 - value_width + 12, y + head / 2 - 10.5F * pen_.scale(), value_width, node.value,
               caption_type, pen_.theme().muted);
    else
      pen.text(x + start, line, inner, node.value, caption_type, pen_.theme().muted);
    pen.chevron(x + width - 12, y + head / 2, node.expanded, pen_.theme().accent);
  }
  y += head;
  if (!node.expanded) return y - top;
  const float indent = indented(pen_, width, std::min(start, 38.0F));
  for (const Node& child : node.children) {
    if (is_inline(child)) continue;
    y += space_before(child, false);
    y += drawing ? draw(child, x + indent, y, width - indent) : height(child, width - indent);
  }
  float inline_line = pen_.target_for(strong_type);
  for (const Node& child : node.children)
    if (is_inline(child))
      inline_line = std::max(inline_line, height(child, std::min(inline_width(child), width - indent)));
  float at = 0;
  bool any = false;
  for (const Node& child : node.children) {
    if (!is_inline(child)) continue;
    const float wide = std::min(inline_width(child), width - indent);
    if (!any || at + wide > width - indent) {
      y += any ? inline_line : 10;
      at = 0;
    }
    any = true;
    const float in = at > 0 ? outdent(child) : 0;
    if (drawing) draw(child, x + indent + at + in, y, wide);
    at += wide + 8 - (at > 0 ? 0 : outdent(child));
  }
  return y + (any ? inline_line : 0) + 8 - top;
}

}  // namespace vagval::ui
