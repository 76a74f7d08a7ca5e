// A Screen as plain text and as HTML, for the command line, tests and paper.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "screen/screen.h"

namespace vagval {

/// Whether the content of closed disclosures is left out, or shown as if they were open.
enum class Closed : std::uint8_t { left_out, shown };

/// Plain text: headings underlined, (•) and ( ) for answers, [ ] for buttons, states in words, two spaces a level.
std::string screen_text(const Screen& screen, Closed closed = Closed::left_out);

/// A self-contained HTML document with headings, lists and tables, and without scripts.
std::string screen_html(const Screen& screen);

/// Only the nodes, as a part of a page, without buttons. \param second_language  of the words beside; empty: none.
std::string nodes_html(const std::vector<Node>& nodes, std::string_view second_language = {},
                       bool second_right_to_left = false);
/// The head of a page, up to and including the opening body tag.
std::string html_head(std::string_view language, bool right_to_left, std::string_view title, std::string_view style);
/// The text escaped for HTML, also for attributes.
std::string html_escaped(std::string_view text);

}  // namespace vagval
