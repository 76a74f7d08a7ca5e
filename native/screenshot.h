// Writes the window's content as a PNG, for looking at screens without a display.
#pragma once

#include <string>

namespace vagval {

/// Reads the current framebuffer. \returns whether the file was written.
bool write_screenshot(const std::string& path, int width, int height);

}  // namespace vagval
