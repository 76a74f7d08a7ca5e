// A Screen as plain text and as HTML: two readers more of the same data, for the command line, tests and paper.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "screen/screen.h"

namespace vagval {

/// What is inside a closed disclosure is left out, or shown as if it were open.
enum class Closed : std::uint8_t { left_out, shown };

/// Headings underlined, (•) and ( ) for answers, [ ] for buttons, the state of a row in words, two spaces a level.
std::string screen_text(const Screen& screen, Closed closed = Closed::left_out);

/// A whole HTML document that needs nothing else: real headings, lists and tables, no scripts.
std::string screen_html(const Screen& screen);

/// The nodes alone, as a part of a page; buttons are left out. \param second_language  of the words beside; empty:
/// none.
std::string nodes_html(const std::vector<Node>& nodes, std::string_view second_language = {},
                       bool second_right_to_left = false);
/// A page up to and with its opening body.
std::string html_head(std::string_view language, bool right_to_left, std::string_view title, std::string_view style);
/// Text as it may stand in HTML, in an attribute too.
std::string html_escaped(std::string_view text);

}  // namespace vagval
