// The parts of the page: the bars, the list of screens, the content and the menu.
#pragma once

#include "ui/geometry.h"
#include "ui/layout.h"

namespace vagval::ui {

/// Draws the list of screens at the side of a wide window.
void side_list(const Screen& screen, const Geometry& geometry, const FrameInput& input, Layout& layout);
/// Draws the bars of a narrow window.
void top_bar(const Screen& screen, const Geometry& geometry, const FrameInput& input, Layout& layout);
void footer_bar(const Screen& screen, const Geometry& geometry, const FrameInput& input, Layout& layout);

/// Draws the menu of a narrow window; it can be longer than the window and scrolls like any page. Returns its height.
float menu_page(const Screen& screen, const Geometry& geometry, const FrameInput& input, Layout& layout, float y);
/// Draws the content. Returns its height.
float page(const Screen& screen, const Geometry& geometry, Layout& layout, float y);

}  // namespace vagval::ui
