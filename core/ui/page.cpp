#include "ui/page.h"

#include <algorithm>

namespace vagval::ui {

namespace {

void names(const Screen& screen, Layout& layout, float x, float y, float width) {
  const Pen& pen = layout.pen();
  const float name = pen.text(x, y, width, screen.app_name, section_type, pen.theme().ink);
  layout.place("app.name", x, y, width, name);
  layout.place("app.promise", x, y + name, width,
               pen.text(x, y + name, width, screen.promise, chip_type, pen.theme().muted));
}

float navigation(const Screen& screen, Layout& layout, float x, float y, float width) {
  const Pen& pen = layout.pen();
  const float top = y;
  for (const Node& node : screen.navigation) {
    const Type& type = node.selected ? strong_type : body_type;
    const float remark = std::min(pen.width_of(node.value, chip_type), width / 2);
    const float room = width - 24 - (remark > 0 ? remark + 8 : 0);
    const float words = pen.height_of(room, node.text, type);
    const float high = std::max(pen.target_for(type), words + 20);
    layout.place(node.id, x, y, width, high);
    const bool over = layout.press(node.id, x, y, width, high, true);
    if (node.selected || over)
      pen.box(x, y, width, high, node.selected ? pen.theme().accent_ground : pen.theme().ground, radius);
    pen.text(x + 12, y + (high - words) / 2, room, node.text, type,
             node.selected ? pen.theme().accent : pen.theme().ink);
    pen.text(x + width - 12 - remark, y + (high - pen.height_of(remark + 4, node.value, chip_type)) / 2, remark + 4,
             node.value, chip_type, pen.theme().muted);
    y += high;
  }
  return y - top;
}

// Places buttons from the end towards the start, as many as fit on a line; returns the height.
float toolbar(const Screen& screen, Layout& layout, float x, float y, float width) {
  float at = 0, line = 0;
  const float top = y;
  for (const Node& node : screen.toolbar) {
    const float wide = std::min(button_width(layout.pen(), node), width);
    const float high = button_height(layout.pen(), node, wide);
    if (at == 0) at = -outdent(node);
    if (at > 0 && at + wide > width + outdent(node)) at = -outdent(node), y += line + 4, line = 0;
    layout.button(node, x + at, y, wide, high);
    at += wide + 4;
    line = std::max(line, high);
  }
  return y + line - top;
}

// The controls that stay reachable however far the page is scrolled.
void header(const Screen& screen, const Geometry& geometry, Layout& layout, float end, float y) {
  float used = 0;
  for (const Node& node : screen.header) {
    const float wide = std::min(button_width(layout.pen(), node), geometry.header_room);
    layout.button(node, end - used - wide, y, wide, geometry.header_height);
    used += wide + 8;
  }
}

// The buttons at the end of the page, where there is room; on narrow screens they are in a bar of their own.
float footer_in_page(const Screen& screen, Layout& layout, float x, float y, float width) {
  if (screen.footer.empty()) return 0;
  const float top = y;
  float all = 12 * static_cast<float>(screen.footer.size() - 1);
  for (const Node& node : screen.footer) all += button_width(layout.pen(), node);
  const bool stacked = all > width;
  float start = x, end = x + width, line = 0;
  for (const Node& node : screen.footer) {
    const float wide = std::min(button_width(layout.pen(), node), width);
    const float high = button_height(layout.pen(), node, wide);
    const bool last = &node == &screen.footer.back() && screen.footer.size() > 1;
    layout.button(node, stacked ? x : last ? end - wide : start, y, wide, high);
    start += wide + 12;
    line = std::max(line, high);
    if (stacked) y += high + 8;
  }
  return stacked ? y - 8 - top : line;
}

}  // namespace

void side_list(const Screen& screen, const Geometry& geometry, const FrameInput& input, Layout& layout) {
  const Pen& pen = layout.pen();
  pen.box(0, 0, geometry.side_width, input.height, pen.theme().surface, 0);
  pen.box(geometry.side_width - 1, 0, 1, input.height, pen.theme().line, 0);
  names(screen, layout, 24, 24, geometry.side_width - 40);
  navigation(screen, layout, 12, 24 + names_height(screen, pen, geometry.side_width - 40) + below_names,
             geometry.side_width - 24);
  const float high = geometry.header_height;
  if (screen.header.empty()) return;
  pen.box(0, input.height - high - 24, geometry.side_width - 1, high + 24, pen.theme().surface, 0);
  header(screen, geometry, layout, geometry.side_width - 24, input.height - high - 12);
}

void top_bar(const Screen& screen, const Geometry& geometry, const FrameInput& input, Layout& layout) {
  const Pen& pen = layout.pen();
  pen.box(0, 0, input.width, geometry.top_bar, pen.theme().surface, 0);
  pen.box(0, geometry.top_bar - 1, input.width, 1, pen.theme().line, 0);
  layout.place("menu", 8, 6, target, target);
  layout.press("menu", 8, 6, target, target, true);
  header(screen, geometry, layout, input.width - 12, 6);
  const float wide = input.width - 32, high = pen.height_of(wide, screen.app_name, section_type);
  const float name_x = geometry.name_below ? 16 : bar_start;
  const float name_y = geometry.name_below ? 6 + std::max(target, geometry.header_height) + 6 : 14;
  pen.menu_lines(30, geometry.name_below ? 28 : std::max(28.0F, 14 + high / 2), screen.menu_open, pen.theme().ink);
  if (geometry.name_shown) {
    layout.place("app.name", name_x, name_y, std::min(pen.width_of(screen.app_name, section_type), wide), high);
    pen.text(name_x, name_y, wide, screen.app_name, section_type, pen.theme().ink);
  }
  const float promise = pen.height_of(input.width - 32, screen.promise, chip_type);
  layout.place("app.promise", 16, geometry.top_bar - 10 - promise, input.width - 32, promise);
  pen.text(16, geometry.top_bar - 10 - promise, input.width - 32, screen.promise, chip_type, pen.theme().muted);
}

void footer_bar(const Screen& screen, const Geometry& geometry, const FrameInput& input, Layout& layout) {
  const Pen& pen = layout.pen();
  const float y = input.height - geometry.footer;
  pen.box(0, y, input.width, geometry.footer, pen.theme().surface, 0);
  pen.box(0, y, input.width, 1, pen.theme().line, 0);
  // The first at the start, the last at the end, the others in the middle.
  float start = 12;
  const float end = input.width - 12;
  for (const Node& node : screen.footer) {
    const bool last = &node == &screen.footer.back() && screen.footer.size() > 1;
    const float wide = footer_width(screen, pen, input.width - 24, node);
    layout.button(node, last ? end - wide : start, y + 12, wide, geometry.footer - 24);
    start += wide + 8;
  }
}

float menu_page(const Screen& screen, const Geometry& geometry, const FrameInput& input, Layout& layout, float y) {
  const Pen& pen = layout.pen();
  pen.box(0, geometry.top_bar, input.width, input.height - geometry.top_bar, pen.theme().surface, 0);
  const float high = navigation(screen, layout, 8, y + 8, input.width - 16);
  return high + 24 + toolbar(screen, layout, 12, y + high + 24, input.width - 24) + 16;
}

float page(const Screen& screen, const Geometry& geometry, Layout& layout, float y) {
  const float top = y;
  y += geometry.wide ? 24 : 20;
  if (geometry.wide) y += toolbar(screen, layout, geometry.main_x, y, geometry.main_width) + 20;
  y += layout.draw_all(screen.main, geometry.main_x, y, geometry.main_width);
  if (!geometry.has_aside && !screen.aside.empty()) {
    y += 32;
    y += layout.draw_all(screen.aside, geometry.main_x, y, geometry.main_width);
  }
  y += 32;
  if (geometry.wide || geometry.footer == 0)
    y += footer_in_page(screen, layout, geometry.main_x, y, geometry.main_width);
  return y + 32 - top;
}

}  // namespace vagval::ui
