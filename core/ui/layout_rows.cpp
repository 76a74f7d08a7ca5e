// Rows and disclosures: a mark, words, a value at the end, and other nodes below.
#include <algorithm>
#include <cmath>

#include "ui/layout.h"
#include "ui/layout_parts.h"
#include "ui/pictures.h"

namespace vagval::ui {

float Layout::inline_width(const Node& node) const {
  return node.kind == Kind::button ? button_width(pen_, node) : std::ceil(pen_.width_of(node.text, chip_type)) + 22;
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
      y += put(child, x, y, width, drawing);
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

// How the width of a row is shared out.
struct Layout::RowWidths {
  float start = 0;      ///< a mark and a picture before the words
  float words = 0;      ///< the words
  float at_end = 0;     ///< a button or a value; 0: the value stands below the words
  float arrow = 0;      ///< of a row that can be pressed
  bool button = false;  ///< the row's only child is a button, and it stands at the end
};

Layout::RowWidths Layout::row_widths(const Node& node, float width) const {
  RowWidths out;
  const bool room_at_end = width >= 420 * pen_.scale();
  out.start = (node.mark.empty() ? 0 : mark_size + mark_gap) + (node.picture.empty() ? 0 : picture_size + mark_gap);
  out.arrow = node.action ? 28 : 0;
  out.button = node.children.size() == 1 && node.children[0].kind == Kind::button && room_at_end;
  if (out.button)
    out.at_end = std::min(button_width(pen_, node.children[0]), width / 2) + 16;
  else if (!node.value.empty() && room_at_end)
    out.at_end = std::min(pen_.width_of(node.value, strong_type), width / 2) + 16;
  out.words = width - out.start - out.at_end - out.arrow;
  return out;
}

void Layout::press_row(const Node& node, float x, float y, float width) {
  const float high = height(node, width);
  // Buttons inside the row are pressed by themselves. Only such a row waits one frame longer, so quick taps stay
  // quick elsewhere.
  const bool has_button = std::any_of(node.children.begin(), node.children.end(),
                                      [](const Node& child) { return child.kind == Kind::button; });
  if (has_button) ImGui::SetNextItemAllowOverlap();
  if (press(node.id, x, y, width, high, true))
    pen_.box(x - 8, y - 8, width + 16, high + 16, pen_.theme().accent_ground, radius);
  pen_.chevron(x + width - 12, y + std::min(high / 2, 24 * pen_.scale()), false, pen_.theme().accent);
}

float Layout::row_words(const Node& node, const RowWidths& widths, float x, float y, float width, bool drawing) {
  const Pen pen = pen_for(drawing);
  const float top = y;
  const bool plain =
      node.detail.empty() && node.mark != "unknown" && node.mark != "dot" && node.value.empty() && !node.action;
  y += said(pen, x + widths.start, y, widths.words, node.text, node.beside,
            plain || node.mark.starts_with("swatch") ? body_type : strong_type, pen_.theme().ink);
  const Type& value_type = node.action ? body_type : strong_type;
  if (!node.value.empty() && widths.at_end > 0)
    pen.text(x + width - widths.arrow - widths.at_end + 16, top, widths.at_end - 14, node.value, value_type,
             pen_.theme().ink);
  else if (!node.value.empty())
    y += pen.text(x + widths.start, y, widths.words, node.value, value_type, pen_.theme().ink);
  const std::string cut =
      node.preview ? pen_.shortened(widths.words, node.detail, body_type, preview_lines) : node.detail;
  y += said(pen, x + widths.start, y, widths.words, cut == node.detail ? node.detail : cut, node.beside_detail,
            body_type, pen_.theme().muted);
  return y - top;
}

float Layout::row(const Node& node, float x, float y, float width, bool drawing) {
  const RowWidths widths = row_widths(node, width);
  const float top = y;
  if (drawing && node.action) press_row(node, x, y, width);
  const auto middle_of_line = [&](float size) { return y + std::max(0.0F, (24 * pen_.scale() - size) / 2); };
  if (drawing && !node.mark.empty()) pen_.mark(x, middle_of_line(mark_size), mark_size, node.mark);
  if (drawing && !node.picture.empty())
    picture(pen_, x + widths.start - picture_size - mark_gap, middle_of_line(picture_size), picture_size, node.picture,
            pen_.theme().accent);
  y += row_words(node, widths, x, y, width, drawing);
  if (widths.button) {
    const Node& button = node.children[0];
    const float wide = widths.at_end - 16, high = height(button, wide);
    if (drawing) draw(button, x + width - widths.arrow - wide + 2 * outdent(button), top, wide);
    return std::max({y - top, high, mark_size});
  }
  const float indent = indented(pen_, width, widths.start);
  y += children_below(node, x + indent, y, width - indent, drawing);
  return std::max({y - top, node.mark.empty() ? 0 : mark_size, node.action ? target : 0});
}

// The part of a disclosure that is always visible.
float Layout::disclosure_head(const Node& node, float x, float y, float width, bool drawing) {
  const float start = node.mark.empty() ? 0 : mark_size + mark_gap;
  const float value_width =
      node.value.empty() || width < 420 * pen_.scale() ? 0 : pen_.width_of(node.value, caption_type) + 12;
  const float inner = width - start - 28 - value_width;
  const float words = said(pen_.measuring(), 0, 0, inner, node.text, node.beside, strong_type, 0) +
                      said(pen_.measuring(), 0, 0, inner, node.detail, node.beside_detail, caption_type, 0) +
                      (value_width == 0 ? pen_.height_of(inner, node.value, caption_type) : 0);
  const float head = std::max(target, words + 12);
  if (!drawing) return head;
  unplace();
  place(node.id, x, y, width, head);
  if (press(node.id, x, y, width, head, node.action.has_value()))
    pen_.box(x - 8, y, width + 16, head, pen_.theme().accent_ground, radius);
  if (!node.mark.empty()) pen_.mark(x, y + (head - mark_size) / 2, mark_size, node.mark);
  float line = y + (head - words) / 2;
  line += said(pen_, x + start, line, inner, node.text, node.beside, strong_type, pen_.theme().ink);
  line += said(pen_, x + start, line, inner, node.detail, node.beside_detail, caption_type, pen_.theme().muted);
  if (value_width > 0)
    pen_.text(x + width - 28 - value_width + 12, y + head / 2 - 10.5F * pen_.scale(), value_width, node.value,
              caption_type, pen_.theme().muted);
  else
    pen_.text(x + start, line, inner, node.value, caption_type, pen_.theme().muted);
  pen_.chevron(x + width - 12, y + head / 2, node.expanded, pen_.theme().accent);
  return head;
}

// Chips and buttons side by side, on lines of equal height; 0 where there are none.
float Layout::inline_lines(const std::vector<Node>& nodes, float x, float y, float width, bool drawing) {
  const float top = y;
  float line = pen_.target_for(strong_type);
  for (const Node& node : nodes)
    if (is_inline(node)) line = std::max(line, height(node, std::min(inline_width(node), width)));
  float at = 0;
  bool any = false;
  for (const Node& node : nodes) {
    if (!is_inline(node)) continue;
    const float wide = std::min(inline_width(node), width);
    if (!any || at + wide > width) {
      y += any ? line : 10;
      at = 0;
    }
    any = true;
    const float in = at > 0 ? outdent(node) : 0;
    if (drawing) draw(node, x + at + in, y, wide);
    at += wide + 8 - (at > 0 ? 0 : outdent(node));
  }
  return y + (any ? line : 0) - top;
}

float Layout::disclosure(const Node& node, float x, float y, float width, bool drawing) {
  const float top = y;
  y += disclosure_head(node, x, y, width, drawing);
  if (!node.expanded) return y - top;
  const float start = node.mark.empty() ? 0 : mark_size + mark_gap;
  const float indent = indented(pen_, width, std::min(start, 38.0F));
  for (const Node& child : node.children) {
    if (is_inline(child)) continue;
    y += space_before(child, false);
    y += put(child, x + indent, y, width - indent, drawing);
  }
  y += inline_lines(node.children, x + indent, y, width - indent, drawing);
  return y + 8 - top;
}

}  // namespace vagval::ui
