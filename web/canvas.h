// The canvas of the page: its graphics and the frames on it.
#pragma once

#include <emscripten/html5.h>

#include <cstdint>

#include "screen/screen.h"
#include "ui/letters.h"
#include "ui/painter.h"

namespace vagval {

/// With no graphics (`gl` is 0) there is only the page.
struct Canvas {
  EMSCRIPTEN_WEBGL_CONTEXT_HANDLE gl = 0;
  ui::FrameInput input;
  ui::PainterState painter;
  ui::Letters letters;
  ui::Frame frame;  ///< as last drawn
  float ratio = 1;  ///< device px for each CSS px
  double last_frame_ms = 0;
  std::uint64_t picture = 0;  ///< what the canvas shows; 0: not known
};

/// \returns false without WebGL2.
bool open_canvas(Canvas& canvas);

/// The browser has taken the graphics away. The canvas releases its textures now; later their names would be invalid.
void lose_canvas();

/// It has given them back: everything is made again.
void restore_canvas(Canvas& canvas);

void draw(Canvas& canvas, const Screen& screen, std::uint32_t version);

}  // namespace vagval
