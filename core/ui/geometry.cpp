#include "ui/geometry.h"

#include <algorithm>

#include "ui/layout.h"

namespace vagval::ui {

namespace {

float header_height_of(const Screen& screen, const Pen& pen, float room) {
  float high = 0;
  for (const Node& node : screen.header)
    high = std::max(high, button_height(pen, node, std::min(button_width(pen, node), room)));
  return high;
}

}  // namespace

float button_height(const Pen& pen, const Node& node, float width) {
  return std::max(pen.target_for(strong_type), button_words(pen, node, width) + 20);
}

float footer_width(const Screen& screen, const Pen& pen, float width, const Node& node) {
  const auto count = static_cast<float>(screen.footer.size());
  float all = 8 * (count - 1);
  for (const Node& one : screen.footer) all += button_width(pen, one);
  const float wanted = button_width(pen, node);
  return all <= width ? wanted : std::min(wanted, (width - 8 * (count - 1)) / count);
}

float names_height(const Screen& screen, const Pen& pen, float width) {
  return pen.height_of(width, screen.app_name, section_type) + pen.height_of(width, screen.promise, chip_type);
}

Geometry geometry_of(const Screen& screen, const FrameInput& input, const Pen& pen) {
  Geometry out;
  // Larger letters need wider columns; a window without room for them is laid out as a narrow one.
  const float scale = pen.scale();
  out.side_width = side_width * scale;
  out.aside_width = aside_width * scale;
  const float entry = pen.target_for(body_type);
  // The list at the side does not scroll. When it does not fit, it becomes a menu.
  const float side_height = 24 + names_height(screen, pen, out.side_width - 40) + below_names +
                            entry * static_cast<float>(screen.navigation.size()) + 16 +
                            (screen.header.empty() ? 0 : header_height_of(screen, pen, out.side_width - 48) + 12);
  out.wide = input.width >= wide_from * scale && input.height >= side_height;
  out.has_aside = out.wide && input.width >= aside_from * scale && !screen.aside.empty();
  const float side = out.wide ? out.side_width : 0, margin = out.wide ? 40 : 16;
  const float room = input.width - side - (out.has_aside ? out.aside_width : 0) - 2 * margin;
  out.main_width = std::min(room, content_max * scale);
  out.main_x = side + margin;
  out.header_room = out.wide ? out.side_width - 48 : input.width - bar_start - 12;
  out.header_height = header_height_of(screen, pen, out.header_room);
  float header = 0;
  for (const Node& node : screen.header) header += std::min(button_width(pen, node), out.header_room) + 8;
  // A name that does not fit gets a line of its own, or is left out when the bar would fill the window.
  out.name_below = bar_start + pen.width_of(screen.app_name, section_type) + 8 + header + 12 > input.width;
  const float name = pen.height_of(input.width - 32, screen.app_name, section_type);
  const float promise = pen.height_of(input.width - 32, screen.promise, chip_type) + 10;
  out.top_bar = 6 + std::max({target, out.header_height, out.name_below ? 0 : name + 12}) + 6 + promise;
  out.name_shown = !out.name_below || (out.top_bar + name) * 2 < input.height;
  if (out.name_below && out.name_shown) out.top_bar += name;
  float footer = pen.target_for(strong_type);
  for (const Node& node : screen.footer) {
    const float wide = footer_width(screen, pen, input.width - 24, node);
    footer = std::max(footer, button_words(pen, node, wide) + 20);
  }
  out.footer = footer + 24;
  // A bar that would fill a third of the window, or half of it together with the other bar, scrolls with the page.
  if (out.footer * 3 > input.height || (out.top_bar + out.footer) * 2 > input.height) out.footer = 0;
  out.top = out.wide ? 0 : out.top_bar;
  out.bottom = input.height - (!out.wide && !screen.footer.empty() ? out.footer : 0);
  out.aside_x = input.width - out.aside_width;
  return out;
}

}  // namespace vagval::ui
