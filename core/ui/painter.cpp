#include "ui/painter.h"

#include <algorithm>

#include "assets/fonts.h"
#include "ui/geometry.h"
#include "ui/keyboard.h"
#include "ui/layout.h"
#include "ui/owners.h"
#include "ui/page.h"

namespace vagval::ui {

namespace {

// Moves from one x to another, both on the screen.
void clip(const Pen& pen, float x, float top, float to_x, float bottom) {
  const float left = pen.left(x, to_x - x);
  ImGui::PushClipRect({left, top}, {left + to_x - x, bottom}, true);
}

// Draws a ring around the pointer, so that onlookers see it.
void ring_the_pointer(const Pen& pen) {
  const ImVec2 at = ImGui::GetIO().MousePos;
  if (!ImGui::IsMousePosValid(&at)) return;
  constexpr float r = 26;
  ImDrawList* const over_all = ImGui::GetForegroundDrawList();
  over_all->AddCircle(at, r, packed(pen.theme().surface), 0, 7);
  over_all->AddCircle(at, r, packed(pen.theme().accent), 0, 3);
}

// Scrolls a newly focused node into view; afterwards the person scrolls.
void bring_into_view(const std::string& focus, const Geometry& geometry, float scroll, const FrameInput& input,
                     PainterState& state, Frame& out) {
  if (focus == state.shown_focus) return;
  state.shown_focus = focus;
  for (const Placed& p : state.placed) {
    if (p.id != focus || !p.scrolls) continue;
    const float top = p.y - scroll;
    if (top >= geometry.top + 8 && top + p.height <= geometry.bottom - 8) return;
    const float wanted = std::max(0.0F, p.y - geometry.top - 24);
    if (input.host_scrolls)
      out.wanted_scroll = wanted;
    else
      state.scroll = wanted;
    out.another_frame = true;
    return;
  }
}

// Begins the window that covers the page; the page scrolls by its own position.
void begin_window(const FrameInput& input, const Pen& pen) {
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({input.width, input.height});
  ImGui::PushStyleColor(ImGuiCol_WindowBg, packed(pen.theme().ground));
  ImGui::Begin("##page", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBringToFrontOnFocus |
                   ImGuiWindowFlags_NoScrollWithMouse);
}

// Scrolls to the top of a screen that was not shown before. The menu opens at its top; closing it restores the page's
// scroll position. Returns the scroll position of this frame.
float follow_screen(const Screen& screen, bool menu, const FrameInput& input, PainterState& state, Frame& out) {
  const std::string shown = menu ? screen.id + " menu" : screen.id;
  const bool new_screen = state.screen != shown;
  if (new_screen) {
    const bool back = state.screen == screen.id + " menu";
    const float to = back && state.under_menu_id == screen.id ? state.under_menu : 0;
    if (menu) {
      state.under_menu = input.host_scrolls ? input.scroll : state.scroll;
      state.under_menu_id = screen.id;
    }
    state.screen = shown;
    state.scroll = to;
    if (input.host_scrolls) out.wanted_scroll = to;
  }
  if (state.focus_serial != screen.focus_serial) {
    state.focus_serial = screen.focus_serial;
    if (!input.host_shows_focus) state.focus = screen.focus;
  }
  if (!input.host_scrolls) state.scroll = scrolled_by_hand(screen, state, input);
  return input.host_scrolls ? (new_screen ? out.wanted_scroll : input.scroll) : state.scroll;
}

// Whether the layout of the frame before still holds; notes for which screen and window the next one is made.
bool keeps_layout(const Screen& screen, const FrameInput& input, PainterState& state, const Letters& letters) {
  const bool same = input.version != 0 && input.version == state.version && input.width == state.width &&
                    input.height == state.height && screen.menu_open == state.menu_open &&
                    letters.serial() == state.letters && !state.placed.empty();
  if (!same) state.heights.clear();
  state.version = input.version;
  state.width = input.width;
  state.height = input.height;
  state.letters = letters.serial();
  state.menu_open = screen.menu_open;
  return same;
}

void fixed_parts(const Screen& screen, const Geometry& geometry, const FrameInput& input, Layout& layout) {
  layout.begin(false, 0, 0, input.height);
  if (geometry.wide)
    side_list(screen, geometry, input, layout);
  else
    top_bar(screen, geometry, input, layout);
  if (!geometry.wide && geometry.footer > 0 && !screen.footer.empty() && !screen.menu_open)
    footer_bar(screen, geometry, input, layout);
  if (geometry.has_aside) layout.pen().box(geometry.aside_x, 0, 1, input.height, layout.pen().theme().line, 0);
}

// Draws the menu or the page, and the column beside it. Returns the height of the content.
float scrolling_part(const Screen& screen, bool menu, const Geometry& geometry, const FrameInput& input, float scroll,
                     Layout& layout) {
  float high = 0;
  if (menu) {
    clip(layout.pen(), 0, geometry.top, input.width, input.height);
    layout.begin(true, scroll, geometry.top, input.height);
    high = menu_page(screen, geometry, input, layout, geometry.top - scroll) + geometry.top;
  } else {
    clip(layout.pen(), geometry.wide ? geometry.side_width : 0, geometry.top, input.width, geometry.bottom);
    layout.begin(true, scroll, geometry.top, geometry.bottom);
    high = page(screen, geometry, layout, geometry.top - scroll) + geometry.top + (input.height - geometry.bottom);
    if (geometry.has_aside)
      high = std::max(
          high, 64 + layout.draw_all(screen.aside, geometry.aside_x + 24, 32 - scroll, geometry.aside_width - 48));
  }
  ImGui::PopClipRect();
  return high;
}

}  // namespace

void set_up(Letters& letters, std::initializer_list<std::string_view> typed) {
  ImGuiIO& io = ImGui::GetIO();
  // Dear ImGui draws natively typed text itself, letter by letter.
  const auto add = [&](std::string_view bytes, bool to_the_one_before) {
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    config.MergeMode = to_the_one_before;
    // Dear ImGui only reads the bytes, though its parameter is not const.
    io.Fonts->AddFontFromMemoryTTF(const_cast<char*>(bytes.data()), static_cast<int>(bytes.size()), edit_size, &config);
  };
  const assets::FontFiles latin = assets::latin_fonts();
  add(latin.regular, false);
  for (const std::string_view script : typed) add(script, true);
  if (typed.size() > 0) letters.type_with_system();
  letters.add(latin.regular, latin.semibold);
  io.IniFilename = nullptr;
  io.ConfigInputTextCursorBlink = false;
  ImGuiStyle& style = ImGui::GetStyle();
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  style.WindowRounding = 0;
  style.FrameBorderSize = 0;
  style.FrameRounding = radius;
}

Frame paint(const Screen& screen, const FrameInput& input, PainterState& state, Letters& letters) {
  Frame out;
  letters.begin_frame();
  const typeset::Style style{.right_to_left = screen.right_to_left, .language = screen.language};
  const typeset::Style second{.right_to_left = screen.beside_right_to_left, .language = screen.beside_language};
  Pen pen(letters, theme_for(screen.appearance, input.dark, input.more_contrast), style, second, input.width,
          static_cast<float>(screen.text_percent) / 100);
  begin_window(input, pen);
  ImDrawList* const list = ImGui::GetWindowDrawList();
  pen.draw_on(list);
  const Geometry geometry = geometry_of(screen, input, pen);
  out.top = geometry.top;
  out.bottom = geometry.bottom;
  const bool menu = screen.menu_open && !geometry.wide;
  const float scroll = follow_screen(screen, menu, input, state, out);

  const bool same = keeps_layout(screen, input, state, letters);
  TextPlaces texts;
  if (!same) pen.remember_in(&texts);
  Layout layout(screen, input, state, out, !same, pen, texts);
  // Fixed parts take the pointer first and are drawn last.
  list->ChannelsSplit(2);
  list->ChannelsSetCurrent(1);
  fixed_parts(screen, geometry, input, layout);
  list->ChannelsSetCurrent(0);
  out.content_height = scrolling_part(screen, menu, geometry, input, scroll, layout);
  list->ChannelsMerge();
  if (!same) {
    state.placed = out.placed;
    state.texts = owned_texts(screen, texts);
    ++state.placed_serial;
  }

  if (!input.host_shows_focus) keys(screen, state, out.gestures);
  let_go(state, out.gestures);
  if (screen.pointer_ring) ring_the_pointer(pen);
  const float room = std::max(0.0F, out.content_height - input.height);
  state.scroll = std::clamp(state.scroll, 0.0F, room);
  bring_into_view(input.host_shows_focus ? input.focus : state.focus, geometry, scroll, input, state, out);
  ImGui::End();
  ImGui::PopStyleColor();
  return out;
}

}  // namespace vagval::ui
