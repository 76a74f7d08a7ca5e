// The geometry of the page: bars, the list at the side, the column for the content, the column beside it.
#pragma once

#include "ui/painter.h"
#include "ui/pen.h"

namespace vagval::ui {

/// The start of the words in the bar at the top, after the menu's button; the space under the app's name.
inline constexpr float bar_start = 60, below_names = 22;

/// Where the parts of the page lie, in CSS px.
struct Geometry {
  bool wide = false, has_aside = false;
  float main_x = 0, main_width = 0, top = 0, bottom = 0, aside_x = 0;
  float side_width = 0, aside_width = 0, top_bar = 0, footer = 0;
  /// Of the controls that stay reachable, in the bar at the top or under the list.
  float header_room = 0, header_height = 0;
  bool name_below = false, name_shown = true;  ///< the bar may have no room for the name beside it
};

/// Words of several lines make a button higher; they stay inside its edge.
float button_height(const Pen& pen, const Node& node, float width);
/// The width of a button of the bottom bar: by its words if all fit, otherwise equal.
float footer_width(const Screen& screen, const Pen& pen, float width, const Node& node);
/// The height of the app's name and its promise.
float names_height(const Screen& screen, const Pen& pen, float width);

Geometry geometry_of(const Screen& screen, const FrameInput& input, const Pen& pen);

}  // namespace vagval::ui
