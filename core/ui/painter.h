// Draws a Screen with Dear ImGui, on the web and natively from the same code. No platform in here.
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
/// How a field takes what is typed.
using Typing = void (*)(const Pen&, PainterState&, Frame&, const Node&, float x, float y, float width,
                        float field_height);

/// What the host tells each frame. Lengths are CSS px (the painter's only unit); Dear ImGui's DisplaySize is in CSS px
/// too and its DisplayFramebufferScale is the pixel ratio, so glyphs are made at the device's resolution.
struct FrameInput {
  float width = 0, height = 0;  ///< what is visible
  bool host_scrolls = false;    ///< web: the page scrolls and `scroll` says how far; native: the painter scrolls itself
  float scroll = 0;
  Typing typing = nullptr;        ///< native: type_in_place; web: none, real fields lie over the frames of ours
  bool host_shows_focus = false;  ///< web: the real elements show the focus ring
  bool dark = false, more_contrast = false;  ///< what the system prefers
  std::string focus;                         ///< web: id of the element that has the focus, for scrolling and context
  /// App::version, so that what has been laid out is not laid out again. 0: not known, everything is done anew.
  std::uint32_t version = 0;
};

/// Where a node was drawn, in CSS px. Nodes that scroll are placed on the page (y = 0 at the top of the content),
/// others on the visible area.
struct Placed {
  std::string id;
  float x = 0, y = 0, width = 0, height = 0;
  bool scrolls = false;
};

/// A text as it was drawn: where its lines lie, and in which letters.
struct TextPlace {
  const char* words = nullptr;                ///< of the text itself
  float x = 0, y = 0, width = 0, height = 0;  ///< as of Placed; lines are broken at this width
  float widest = 0;                           ///< of its lines
  float size = 0, line = 0;                   ///< of the letters, and from one line to the next
  bool strong = false, split = false;         ///< split: a word has been broken
};
enum class TextOf : std::uint8_t { text, detail, value, beside, beside_detail, error };
struct PlacedText {
  std::string id;  ///< of its node
  TextOf which{};
  TextPlace place;
};

struct Frame {
  std::vector<Gesture> gestures;
  std::vector<Placed> placed;  ///< in reading order, everything that has an id; empty when it is as in the frame before
  float top = 0, bottom = 0;   ///< what scrolls is seen between these; above and below lies what is fixed
  float content_height = 0;    ///< of what scrolls, including the space its fixed neighbours cover
  float wanted_scroll = -1;    ///< where the page should scroll to; -1: stay
  bool another_frame = false;  ///< something moves or waits (a held button); otherwise nothing needs drawing
};

/// What outlives a frame: scroll position, focus and the text being edited natively. Never part of the model.
struct PainterState {
  float scroll = 0;
  std::string screen;         ///< id of the screen last drawn: a new one starts at the top
  float under_menu = 0;       ///< how far the page under the menu had been scrolled
  std::string under_menu_id;  ///< and which page it was
  std::string focus;
  std::string shown_focus;  ///< the focus that has been brought into view
  std::uint32_t focus_serial = 0;
  std::string editing, edit_text;
  std::string held;  ///< the button that acts while it is held
  // Laid out once for a screen and a width: then only what is seen is drawn.
  std::vector<Placed> placed;       ///< of the last frame
  std::vector<PlacedText> texts;    ///< and what was written where
  std::uint32_t placed_serial = 0;  ///< grows when `placed` changes
  std::uint32_t version = 0;
  std::uint32_t letters = 0;
  float width = 0, height = 0;
  bool menu_open = false;
  std::unordered_map<const Node*, std::vector<std::pair<int, float>>> heights;
};

/// Sizes and the Latin letters for the current Dear ImGui context. Call once after creating it; other scripts are added
/// to `letters` by the host, when it has them.
/// \param typed  fonts of other scripts, for what is typed where the host has no fields of its own: Dear ImGui sets
/// each
///               letter by itself, from left to right. The bytes must stay where they are.
void set_up(Letters& letters, std::initializer_list<std::string_view> typed = {});

/// Draws one frame between ImGui::NewFrame and ImGui::Render.
Frame paint(const Screen& screen, const FrameInput& input, PainterState& state, Letters& letters);

}  // namespace vagval::ui
