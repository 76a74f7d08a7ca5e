// The window's content as a PNG, for looking at screens without a person at the display.
#pragma once

#include <string>

namespace vagval {

/// Reads the current framebuffer. \returns whether the file could be written.
bool write_screenshot(const std::string& path, int width, int height);

}  // namespace vagval
