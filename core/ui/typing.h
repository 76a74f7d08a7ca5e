// Typing into fields where the host has none of its own. The page has, and is a tenth smaller without Dear ImGui's.
#pragma once

#include "ui/painter.h"
#include "ui/pen.h"

namespace vagval::ui {

/// Edits the node's text in this rectangle (CSS px, x from the start side). Each change is a gesture, and leaving is
/// one.
void type_in_place(const Pen& pen, PainterState& state, Frame& out, const Node& node, float x, float y, float width,
                   float field_height);

/// Overwrites what Dear ImGui and the state hold of a text that is being typed.
void forget_typed(PainterState& state);

}  // namespace vagval::ui
