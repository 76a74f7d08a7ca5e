// Draws numbers and days: bars, tables, charts, timelines, and codes.
#include <algorithm>
#include <cmath>
#include <string_view>

#include "ui/layout.h"

namespace vagval::ui {

namespace {
constexpr float narrow_column = 132, chart_height = 200, bar_height = 10, square_side = 360;
constexpr std::size_t quiet_cells = 4;
}  // namespace

float Layout::bar(const Node& node, float x, float y, float width, bool drawing) {
  const float top = y;
  if (drawing) {
    float at = x;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      const float wide = width * static_cast<float>(node.children[i].share) / 1000;
      pen_.box(at, y, wide, 30, pen_.theme().swatches[std::min<std::size_t>(i, 2)], 0);
      at += wide;
    }
  }
  y += 42;
  for (const Node& child : node.children) {
    if (&child != node.children.data()) {
      if (drawing) pen_.box(x, y, width, 1, pen_.theme().line, 0);
      y += 13;
    }
    y += put(child, x, y, width, drawing) + 12;
  }
  return y - top;
}

// A table without room for its columns: one block for each row, with the first cell as a heading and each other cell
// under its column's name, as many side by side as stay readable.
float Layout::stacked_table(const Node& node, float x, float y, float width, bool drawing) {
  const float top = y;
  const Node& head = node.children.front();
  const Pen pen = pen_for(drawing);
  const std::size_t cells = head.children.size() - 1;
  const bool beside = width / static_cast<float>(cells) >= narrow_column * pen_.scale();
  const float wide = beside ? (width - 16 * static_cast<float>(cells - 1)) / static_cast<float>(cells) : width;
  for (std::size_t r = 1; r < node.children.size(); ++r) {
    const Node& line = node.children[r];
    const float line_top = y;
    std::vector<Placed> places;
    y += 14;
    y += said(pen, x, y, width, line.children[0].text, line.children[0].beside, strong_type, pen_.theme().ink);
    places.push_back({line.children[0].id, x, line_top + 14, width, y - line_top - 14, false});
    float at = x, lowest = y, names = 0;
    for (std::size_t c = 1; beside && c < head.children.size(); ++c)
      names = std::max(
          names, said(pen_.measuring(), 0, 0, wide, head.children[c].text, head.children[c].beside, caption_type, 0));
    for (std::size_t c = 1; c < line.children.size(); ++c) {
      const float cell_top = (beside ? y : lowest) + 6;
      const Node &column = head.children[std::min(c, cells)], &cell = line.children[c];
      const float name =
          std::max(names, said(pen, at, cell_top, wide, column.text, column.beside, caption_type, pen_.theme().muted));
      const float high = said(pen, at, cell_top + name, wide, cell.text, cell.beside, body_type, pen_.theme().ink);
      places.push_back({line.children[c].id, at, cell_top + name, wide, high, false});
      lowest = std::max(lowest, cell_top + name + high);
      if (beside) at += wide + 16;
    }
    y = lowest + 14;
    if (!drawing) continue;
    if (r == 1) {
      place(head.id, x, line_top, width, 0);
      for (const Node& cell : head.children) place(cell.id, x, line_top, width, 0);
    }
    place(line.id, x, line_top, width, y - line_top);
    for (const Placed& one : places) place(one.id, one.x, one.y, one.width, one.height);
    pen_.box(x, y, width, 1, pen_.theme().line, 0);
  }
  return y - top;
}

float Layout::table(const Node& node, float x, float y, float width, bool drawing) {
  const float top = y;
  const std::size_t columns = node.children.empty() ? 0 : node.children.front().children.size();
  if (columns > 2 && width / static_cast<float>(columns) < narrow_column * pen_.scale())
    return stacked_table(node, x, y, width, drawing);
  for (const Node& line : node.children) {
    const float wide = (width - 16) / static_cast<float>(std::max<std::size_t>(line.children.size(), 1));
    const bool head = &line == node.children.data();
    // Each row is measured once; its height is cached like that of other nodes.
    float high = 0;
    if (const auto known = state_.heights.find(&line); known != state_.heights.end()) {
      high = known->second.front().second;
    } else {
      for (const Node& cell : line.children)
        high = std::max(
            high, said(pen_.measuring(), 0, 0, wide - 16, cell.text, cell.beside, head ? strong_type : body_type, 0));
      state_.heights[&line].emplace_back(static_cast<int>(width), high);
    }
    if (drawing && !collecting_ && !visible(y, high + 21)) {
      y += high + 21;
      continue;
    }
    if (drawing) {
      place(line.id, x, y, width, high + 20);
      for (std::size_t i = 0; i < line.children.size(); ++i) {
        const float at = x + static_cast<float>(i) * (wide + 8);
        place(line.children[i].id, at, y + 10, wide, high);
        said(pen_, at, y + 10, wide - 16, line.children[i].text, line.children[i].beside,
             head ? strong_type : body_type, pen_.theme().ink);
      }
      pen_.box(x, y + high + 20, width, 1, pen_.theme().line, 0);
    }
    y += high + 21;
  }
  return y - top;
}

// The months from start to end, the band between the least and the most possible, and the zero line.
float Layout::chart(const Node& node, float x, float y, float width, bool drawing) {
  const float top = y;
  const Pen pen = pen_for(drawing);
  y += said(pen, x, y, width, node.text, node.beside, caption_type, pen_.theme().muted) + 8;
  if (drawing && pen_.list() && node.children.size() > 1) {
    const auto across = [&](std::size_t i) {
      return pen_.left(x + width * static_cast<float>(i) / static_cast<float>(node.children.size() - 1), 0);
    };
    const auto up = [&](std::uint16_t share) { return y + chart_height * (1 - static_cast<float>(share) / 1000); };
    pen_.box(x, up(node.share), width, 1, pen_.theme().outline, 0);
    // Anti-aliased edges would show as seams between the months.
    const ImDrawListFlags flags = pen_.list()->Flags;
    pen_.list()->Flags &= ~ImDrawListFlags_AntiAliasedFill;
    for (std::size_t i = 0; i + 1 < node.children.size(); ++i) {
      const Node &here = node.children[i], &next = node.children[i + 1];
      const ImVec2 band[] = {{across(i), up(here.share)},
                             {across(i + 1), up(next.share)},
                             {across(i + 1), up(next.span)},
                             {across(i), up(here.span)}};
      pen_.list()->AddConvexPolyFilled(band, 4, packed(pen_.theme().swatches[2]));
    }
    pen_.list()->Flags = flags;
    for (std::size_t i = 0; i + 1 < node.children.size(); ++i) {
      const Node &here = node.children[i], &next = node.children[i + 1];
      pen_.list()->AddLine({across(i), up(here.share)}, {across(i + 1), up(next.share)}, packed(pen_.theme().accent),
                           2);
      pen_.list()->AddLine({across(i), up(here.span)}, {across(i + 1), up(next.span)}, packed(pen_.theme().accent), 2);
    }
  }
  y += chart_height + 6;
  if (!node.children.empty()) {
    const Node &first = node.children.front(), &last = node.children.back();
    const float half = width / 2 - 8;
    const float left = said(pen, x, y, half, first.text, first.beside, caption_type, pen_.theme().muted);
    const float wide = std::min(
        std::max(pen_.width_of(last.text, caption_type), pen_.in_second_language().width_of(last.beside, caption_type)),
        half);
    const float right = said(pen, x + width - wide, y, half, last.text, last.beside, caption_type, pen_.theme().muted);
    y += std::max(left, right);
    const float amount = pen.text(x, y, half, first.value, caption_type, pen_.theme().ink);
    const float last_wide = std::min(pen_.width_of(last.value, caption_type), half);
    y += std::max(amount, pen.text(x + width - last_wide, y, half, last.value, caption_type, pen_.theme().ink));
  }
  return y - top;
}

// One row for each entry: its name, and a bar from its earliest to its latest day. A line marks the day of the move.
float Layout::timeline(const Node& node, float x, float y, float width, bool drawing) {
  const float top = y;
  const Pen pen = pen_for(drawing);
  y += said(pen, x, y, width, node.text, node.beside, caption_type, pen_.theme().muted) + 4;
  const float mark_at = x + width * static_cast<float>(node.share) / 1000;
  const float named = pen_.width_of(node.value, caption_type);
  y += pen.text(std::clamp(mark_at - named / 2, x, std::max(x, x + width - named)), y, width, node.value, caption_type,
                pen_.theme().ink) +
       4;
  for (const Node& child : node.children) {
    const float words = said(pen_.measuring(), 0, 0, width, child.text, child.beside, caption_type, 0);
    const float high = std::max(target, words + bar_height + 20);
    if (drawing && (collecting_ || visible(y, high))) {
      place(child.id, x, y, width, high);
      if (press(child.id, x, y, width, high, child.action.has_value()))
        pen_.box(x - 8, y, width + 16, high, pen_.theme().accent_ground, radius);
      said(pen_, x, y + 4, width, child.text, child.beside, caption_type, pen_.theme().ink);
      const float begin = x + width * static_cast<float>(child.share) / 1000,
                  end = x + width * static_cast<float>(child.span) / 1000;
      const float bar_y = y + 4 + words + 3;
      pen_.box(x, bar_y + bar_height / 2, width, 1, pen_.theme().line, 0);
      const float left = std::min(begin, x + width - bar_height);
      pen_.box(left, bar_y, std::max(end - left, bar_height), bar_height,
               child.mark == "begun" ? pen_.theme().accent : pen_.theme().swatches[1], bar_height / 2);
      // The line of the move leaves out a name that reaches it.
      const float named_to = std::max(pen_.width_of(child.text, caption_type),
                                      pen_.in_second_language().width_of(child.beside, caption_type));
      const float from = x + named_to + 4 < mark_at ? y : y + 4 + words;
      pen_.box(mark_at, from, 2, y + high - from, pen_.theme().accent, 0);
    }
    y += high;
  }
  return y - top;
}

// A code for a camera: black on white in every theme, not mirrored, each cell a whole number of device pixels. While
// the host shows its own camera's picture, only the background is drawn here.
float Layout::square(const Node& node, float x, float y, float width, bool drawing) {
  const float side = std::min(width, square_side * pen_.scale());
  const float caption = side + 6;
  const float high =
      caption + (pen_for(drawing)).text(x, y + caption, width, node.text, caption_type, pen_.theme().muted);
  if (!drawing || !pen_.list()) return high;
  ImDrawList& list = *pen_.list();
  const ImVec2 pixels = ImGui::GetIO().DisplayFramebufferScale;
  const float left = std::round(pen_.left(x, side) * pixels.x) / pixels.x, top = std::round(y * pixels.y) / pixels.y;
  constexpr Colour black = 0x000000, white = 0xFFFFFF;
  list.AddRectFilled({left, top}, {left + side, top + side}, packed(node.kind == Kind::code ? white : black));
  const std::size_t cells = std::min(node.value.find(' '), node.value.size());
  if (node.kind != Kind::code || cells == 0) return high;
  const float wide = static_cast<float>(cells + 2 * quiet_cells);
  const float cell = std::max(std::floor(side * pixels.x / wide), 1.0F) / pixels.x;
  const float inset = std::round((side - cell * static_cast<float>(cells)) / 2 * pixels.x) / pixels.x;
  const auto at = [&](float corner, std::size_t number) { return corner + inset + cell * static_cast<float>(number); };
  for (std::size_t line = 0; line * (cells + 1) < node.value.size(); ++line) {
    const std::string_view row = std::string_view(node.value).substr(line * (cells + 1), cells);
    for (std::size_t begin = row.find('1'); begin != std::string_view::npos;) {
      const std::size_t end = std::min(row.find('0', begin), row.size());
      list.AddRectFilled({at(left, begin), at(top, line)}, {at(left, end), at(top, line + 1)}, packed(black));
      begin = row.find('1', end);
    }
  }
  return high;
}

}  // namespace vagval::ui
