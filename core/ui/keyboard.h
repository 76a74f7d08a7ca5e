// Keys, where the host has no focusable elements of its own: the focus, answers, buttons, and the scroll position.
#pragma once

#include <vector>

#include "ui/painter.h"

namespace vagval::ui {

/// Moves the focus and makes gestures of the pressed keys.
void keys(const Screen& screen, PainterState& state, std::vector<Gesture>& gestures);
/// Releases a held button, in every case where neither the pointer nor a key still holds it.
void let_go(PainterState& state, std::vector<Gesture>& gestures);
/// The scroll position after the wheel and the keys.
float scrolled_by_hand(const Screen& screen, const PainterState& state, const FrameInput& input);

}  // namespace vagval::ui
