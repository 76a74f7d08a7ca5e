// Draws a Screen with Dear ImGui, with the same code on the web and natively. Knows no platform.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "screen/screen.h"
#include "ui/letters.h"

namespace vagval::ui {

class Pen;
struct PainterState;
struct Frame;
/// How a field takes typed text.
using Typing = void (*)(const Pen&, PainterState&, Frame&, const Node&, float x, float y, float width,
                        float field_height);

/// The host's input for each frame. Lengths are CSS px (the painter's only unit). Dear ImGui's DisplaySize is in CSS px
/// too, and its DisplayFramebufferScale is the pixel ratio, so glyphs have the device's resolution.
struct FrameInput {
  float width = 0, height = 0;  ///< the visible area
  bool host_scrolls = false;    ///< web: the page scrolls and `scroll` is its position; native: the painter scrolls
  float scroll = 0;
  Typing typing = nullptr;        ///< native: type_in_place; web: none, the page's own fields lie over the frames
  bool host_shows_focus = false;  ///< web: the page's own elements show the focus ring
  bool dark = false, more_contrast = false;  ///< the system's preferences
  std::string focus;                         ///< web: id of the element that has the focus, for scrolling and context
  /// App::version, so that an unchanged screen is not laid out again. 0: not known, lay out every time.
  std::uint32_t version = 0;
};

/// Where a node was drawn, in CSS px. Nodes that scroll are placed on the page (y = 0 at the top of the content),
/// others on the visible area.
struct Placed {
  std::string id;
  float x = 0, y = 0, width = 0, height = 0;
  bool scrolls = false;
};

/// A drawn text: the place of its lines, and its letters.
struct TextPlace {
  const char* words = nullptr;                ///< the text's address
  float x = 0, y = 0, width = 0, height = 0;  ///< as in Placed; lines break at this width
  float widest = 0;                           ///< the width of the widest line
  float size = 0, line = 0;                   ///< the size of the letters, and the distance of the lines
  bool strong = false, split = false;         ///< split: a word is broken
};
enum class TextOf : std::uint8_t { text, detail, value, beside, beside_detail, error };
struct PlacedText {
  std::string id;  ///< id of its node
  TextOf which{};
  TextPlace place;
};

struct Frame {
  std::vector<Gesture> gestures;
  std::vector<Placed> placed;  ///< all nodes with an id, in reading order; empty when they are as in the frame before
  float top = 0, bottom = 0;   ///< the scrolling part is visible between these; fixed parts lie above and below
  float content_height = 0;    ///< of the scrolling part, including the space that fixed parts cover
  float wanted_scroll = -1;    ///< the scroll position that the page should take; -1: stay
  bool another_frame =
      false;  ///< true while something moves or waits (a held button); otherwise no further frame is needed
};

/// The state that outlives a frame: scroll position, focus and natively edited text. It is not part of the model.
struct PainterState {
  float scroll = 0;
  std::string screen;         ///< id of the screen last drawn; a new screen starts at the top
  float under_menu = 0;       ///< the scroll position of the page under the menu
  std::string under_menu_id;  ///< the id of that page
  std::string focus;
  std::string shown_focus;  ///< the focus that was last scrolled into view
  std::uint32_t focus_serial = 0;
  std::string editing, edit_text;
  std::string held;  ///< the button that acts while it is held
  // The layout is cached for a screen and a width; then only visible nodes are drawn.
  std::vector<Placed> placed;       ///< of the last frame
  std::vector<PlacedText> texts;    ///< the drawn texts and their places
  std::uint32_t placed_serial = 0;  ///< rises when `placed` changes
  std::uint32_t version = 0;
  std::uint32_t letters = 0;
  float width = 0, height = 0;
  bool menu_open = false;
  std::unordered_map<const Node*, std::vector<std::pair<int, float>>> heights;
};

/// Sets sizes and Latin letters for the current Dear ImGui context. Call once after creating it. The host adds other
/// scripts to `letters` when it has them.
/// \param typed  fonts of other scripts for natively typed text, which Dear ImGui sets letter by letter from left to
/// right. The bytes must stay valid.
void set_up(Letters& letters, std::initializer_list<std::string_view> typed = {});

/// Draws one frame between ImGui::NewFrame and ImGui::Render.
Frame paint(const Screen& screen, const FrameInput& input, PainterState& state, Letters& letters);

}  // namespace vagval::ui
