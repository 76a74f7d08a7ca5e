// Typing into fields on hosts without fields of their own. The web build leaves this out and is a tenth smaller.
#pragma once

#include "ui/painter.h"
#include "ui/pen.h"

namespace vagval::ui {

/// Edits the node's text in this rectangle (CSS px, x from the start side). Each change is a gesture, and so is leaving
/// the field.
void type_in_place(const Pen& pen, PainterState& state, Frame& out, const Node& node, float x, float y, float width,
                   float field_height);

/// Overwrites the copies of typed text that Dear ImGui and the state hold.
void forget_typed(PainterState& state);

}  // namespace vagval::ui
