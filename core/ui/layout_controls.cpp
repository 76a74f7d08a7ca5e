// Nodes that a person presses or types into: buttons, choices, options, fields.
#include <algorithm>
#include <cmath>

#include "ui/layout.h"
#include "ui/layout_parts.h"

namespace vagval::ui {

namespace {

constexpr float note_height = 128;

// The padding of a button.
float inset_of(const Node& button) { return button.emphasis == Emphasis::quiet ? 8 : 18; }

// The widest that a field is, by what it takes.
float field_width(Input input) {
  if (input == Input::note) return 620;
  return input == Input::text || input == Input::passphrase ? 420 : 280;
}

}  // namespace

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

float Layout::button_in_page(const Node& node, float x, float y, float width, bool drawing) {
  const float wide = std::min(button_width(pen_, node), width);
  const float high = std::max(target, button_words(pen_, node, wide) + 20);
  if (drawing) {
    unplace();
    button(node, x - outdent(node), y, wide, high);
  }
  return high;
}

float Layout::choice(const Node& node, float x, float y, float width, bool drawing) {
  const float top = y;
  if (!node.text.empty() && node.text != screen_.title)
    y += said(pen_for(drawing), x, y, width, node.text, node.beside, strong_type, pen_.theme().ink) + 8;
  if (!node.detail.empty())
    y += said(pen_for(drawing), x, y, width, node.detail, node.beside_detail, body_type, pen_.theme().muted) + 8;
  // Many short answers (years, days) stand side by side.
  if (node.compact) return y - top + chips(node, x, y, width, drawing);
  if (!node.grid) {
    for (const Node& child : node.children) y += put(child, x, y, width, drawing) + 8;
    return y - top - (node.children.empty() ? 0 : 8);
  }
  return y - top + answer_grid(node, x, y, width, drawing);
}

// Answers of equal width, as many on a line as fit.
float Layout::answer_grid(const Node& node, float x, float y, float width, bool drawing) {
  const float top = y;
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
      answer_ground(child, x + at, y, wide, high, radius, child.action.has_value());
      pen_.text(x + at + (wide - pen_.width_of(child.text, body_type)) / 2,
                y + (high - pen_.height_of(wide, child.text, body_type)) / 2, wide, child.text, body_type,
                child.selected ? pen_.theme().on_accent : pen_.theme().ink);
    }
    at += wide + 8;
  }
  return y + high - top;
}

void Layout::answer_ground(const Node& node, float x, float y, float width, float high, float rounding, bool enabled) {
  place(node.id, x, y, width, high);
  const bool over = press(node.id, x, y, width, high, enabled);
  pen_.box(x, y, width, high,
           node.selected ? pen_.theme().accent
           : over        ? pen_.theme().accent_ground
                         : pen_.theme().surface,
           rounding);
  pen_.frame(x, y, width, high, node.selected ? pen_.theme().accent : pen_.theme().outline, rounding);
}

// Short answers as chips, as many on a line as fit.
float Layout::chips(const Node& node, float x, float y, float width, bool drawing) {
  const float top = y;
  const Pen second = pen_.in_second_language();
  const auto wide_for = [&](const Node& child) {
    const float widest = std::max(pen_.width_of(child.text, body_type), second.width_of(child.beside, caption_type));
    return std::min(std::ceil(widest) + 32, width);
  };
  float tall = pen_.target_for(body_type);
  for (const Node& child : node.children)
    tall =
        std::max(tall, said(pen_.measuring(), 0, 0, wide_for(child) - 30, child.text, child.beside, body_type, 0) + 12);
  float at = 0;
  for (const Node& child : node.children) {
    const float wide = wide_for(child);
    if (at > 0 && at + wide > width) {
      at = 0;
      y += tall + 8;
    }
    if (drawing) {
      answer_ground(child, x + at, y, wide, tall, tall / 2, !child.disabled && child.action.has_value());
      const Colour ink = child.selected ? pen_.theme().on_accent : pen_.theme().ink;
      const float words = said(pen_.measuring(), 0, 0, wide - 30, child.text, child.beside, body_type, 0);
      const float first = pen_.text(x + at + 16, y + (tall - words) / 2, wide - 30, child.text, body_type, ink);
      if (!child.beside.empty())
        second.text(x + at + 16, y + (tall - words) / 2 + first, wide - 30, child.beside, caption_type, ink);
    }
    at += wide + 8;
  }
  return y + tall - top;
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
  const Pen pen = pen_for(drawing);
  const float top = y;
  const bool note = node.input == Input::note;
  const float wide = std::min(width, field_width(node.input) * pen_.scale());
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

}  // namespace vagval::ui
