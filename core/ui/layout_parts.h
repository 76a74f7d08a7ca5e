// Lengths and small rules that the files of the layout share.
#pragma once

#include <algorithm>
#include <cstddef>

#include "ui/pen.h"

namespace vagval::ui {

inline constexpr std::size_t preview_lines = 3;
inline constexpr float picture_size = 24, mark_size = 26, mark_gap = 12, node_gap = 12, words_min = 240;

/// The indent of nested nodes. It stops growing at a depth, so that there stays room for words.
inline float indented(const Pen& pen, float width, float wanted) {
  return std::clamp(width - words_min * pen.scale(), 0.0F, wanted);
}

/// The space above a node. Headings are nearer to their content than to the node before.
inline float space_before(const Node& node, bool first) {
  if (first) return 0;
  if (node.kind == Kind::heading) return node.level <= 2 ? 24 : 12;
  if (node.kind == Kind::paragraph || node.kind == Kind::chip) return 8;
  return node_gap;
}

}  // namespace vagval::ui
