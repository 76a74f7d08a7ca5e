// Nodes of words: headings, paragraphs, lists, notes, and the cards and pairs that hold them.
#include <algorithm>

#include "ui/layout.h"
#include "ui/layout_parts.h"

namespace vagval::ui {

namespace {

Type type_of(const Node& node) {
  if (node.tone == Tone::caption) return caption_type;
  return node.tone == Tone::strong ? strong_type : body_type;
}

}  // namespace

float Layout::heading(const Node& node, float x, float y, float width, bool drawing) {
  // Headings in a narrow column beside the page are quiet.
  const bool beside = width < aside_width - 40;
  const Type& type = node.level == 1 ? title_type : node.level == 2 && !beside ? section_type : small_heading_type;
  return said(pen_for(drawing), x, y, width, node.text, node.beside, type, pen_.theme().ink);
}

float Layout::figure(const Node& node, float x, float y, float width, bool drawing) {
  const Pen pen = pen_for(drawing);
  const float caption = said(pen, x, y, width, node.text, node.beside, caption_type, pen_.theme().muted);
  return caption + pen.text(x, y + caption, width, node.value, figure_type, pen_.theme().ink);
}

float Layout::chip(const Node& node, float x, float y, float width, bool drawing) {
  const float wide = std::min(inline_width(node), width);
  const float high = pen_.height_of(wide - 20, node.text, chip_type) + 8;
  if (!drawing) return high;
  pen_.frame(x, y, wide, high, pen_.theme().line, 13);
  pen_.text(x + 10, y + 4, wide - 19, node.text, chip_type, pen_.theme().muted);
  return high;
}

float Layout::paragraph(const Node& node, float x, float y, float width, bool drawing) {
  const Colour colour = node.tone == Tone::muted || node.tone == Tone::caption ? pen_.theme().muted
                        : node.tone == Tone::error                             ? pen_.theme().unmet.text
                                                                               : pen_.theme().ink;
  const float wide = std::min(width, 620 * pen_.scale());
  const std::string cut = node.preview ? pen_.shortened(wide, node.text, type_of(node), preview_lines) : node.text;
  // An untruncated text is registered, because its address identifies its node.
  return said(pen_for(drawing), x, y, wide, cut == node.text ? node.text : cut, node.beside, type_of(node), colour);
}

float Layout::bullets(const Node& node, float x, float y, float width, bool drawing) {
  const float top = y;
  for (const Node& item : node.children) {
    if (&item != node.children.data()) y += 8;
    if (drawing) pen_.disc(x + 5, y + 12 * pen_.scale(), 2.5F, pen_.theme().accent);
    y += put(item, x + 18, y, width - 18, drawing);
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
    inner += put(child, x + padding, y + inner, width - 2 * padding, drawing);
  }
  return inner + padding;
}

float Layout::pair(const Node& node, float x, float y, float width, bool drawing) {
  if (node.children.size() != 2) return 0;
  if (width < 560 * pen_.scale()) {
    const float first = put(node.children[0], x, y, width, drawing);
    return first + node_gap + put(node.children[1], x, y + first + node_gap, width, drawing);
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

float Layout::note(const Node& node, float x, float y, float width, bool drawing) {
  Colour edge = pen_.theme().accent, fill = pen_.theme().accent_ground;
  if (node.tone == Tone::hazard) edge = pen_.theme().hazard_bar, fill = pen_.theme().hazard_ground;
  if (node.tone == Tone::error) edge = pen_.theme().unmet.text, fill = pen_.theme().unmet.ground;
  if (drawing) {
    const float high = height(node, width);
    pen_.box(x, y, width, high, fill, 6);
    pen_.box(x, y, 4, high, edge, 2);
  }
  const Pen pen = pen_for(drawing);
  const float top = y;
  y += 14;
  y += said(pen, x + 20, y, width - 40, node.text, node.beside, strong_type, pen_.theme().ink);
  y += said(pen, x + 20, y, width - 40, node.detail, node.beside_detail, body_type, pen_.theme().ink);
  y += children_below(node, x + 20, y, width - 40, drawing);
  return y + 14 - top;
}

}  // namespace vagval::ui
