#include "ui/painter.h"

#include <algorithm>

#include "ui/layout.h"

namespace vagval::ui {

namespace {

constexpr float navigation_top = 92, top_bar = 84, footer_height = 68, wheel_step = 60;

// Which parts there is room for.
struct Plan {
  bool wide = false, has_aside = false;
  float main_x = 0, main_width = 0, top = 0, bottom = 0, aside_x = 0;
};

Plan plan_of(const Screen& screen, const FrameInput& input) {
  Plan out;
  // The list at the side does not scroll: where it is cut off, it is a menu.
  const float side_height = navigation_top + target * static_cast<float>(screen.navigation.size()) + 16;
  out.wide = input.width >= wide_from && input.height >= side_height;
  out.has_aside = out.wide && input.width >= aside_from && !screen.aside.empty();
  const float side = out.wide ? side_width : 0, margin = out.wide ? 40 : 16;
  const float room = input.width - side - (out.has_aside ? aside_width : 0) - 2 * margin;
  out.main_width = std::min(room, content_max);
  out.main_x = side + margin;
  out.top = out.wide ? 0 : top_bar;
  out.bottom = input.height - (!out.wide && !screen.footer.empty() ? footer_height : 0);
  out.aside_x = input.width - aside_width;
  return out;
}

void names(const Screen& screen, Layout& layout, ImDrawList* list, float x, float y, float width) {
  const float name = text(list, x, y, width, screen.app_name, section_type, light.ink);
  layout.place("app.name", x, y, width, name);
  layout.place("app.promise", x, y + name, width,
               text(list, x, y + name, width, screen.promise, chip_type, light.muted));
}

float navigation(const Screen& screen, Layout& layout, ImDrawList* list, float x, float y, float width) {
  const float top = y;
  for (const Node& node : screen.navigation) {
    layout.place(node.id, x, y, width, target);
    const bool over = layout.press(node.id, x, y, width, target, true);
    if (node.selected || over)
      box(list, x, y, width, target, node.selected ? light.accent_ground : light.ground, radius);
    const Type& type = node.selected ? strong_type : body_type;
    text(list, x + 12, y + 10, width - 24, node.text, type, node.selected ? light.accent : light.ink);
    const float remark = text_width(node.value, chip_type);
    text(list, x + width - 12 - remark, y + 13, remark + 4, node.value, chip_type, light.muted);
    y += target;
  }
  return y - top;
}

// Buttons from the end towards the start, as many as fit in a line; \returns the height.
float toolbar(const Screen& screen, Layout& layout, float x, float y, float width) {
  float at = 0;
  const float top = y;
  for (const Node& node : screen.toolbar) {
    const float wide = std::min(layout.button_width(node), width);
    if (at > 0 && at + wide > width) at = 0, y += target + 4;
    layout.button(node, x + at, y, wide, target);
    at += wide + 4;
  }
  return y + target - top;
}

void side_list(const Screen& screen, const FrameInput& input, Layout& layout, ImDrawList* list) {
  box(list, 0, 0, side_width, input.height, light.surface, 0);
  box(list, side_width - 1, 0, 1, input.height, light.line, 0);
  names(screen, layout, list, 24, 24, side_width - 40);
  navigation(screen, layout, list, 12, navigation_top, side_width - 24);
}

void top_bar_and_footer(const Screen& screen, const FrameInput& input, Layout& layout, ImDrawList* list) {
  box(list, 0, 0, input.width, top_bar, light.surface, 0);
  box(list, 0, top_bar - 1, input.width, 1, light.line, 0);
  layout.place("menu", 8, 6, target, target);
  layout.press("menu", 8, 6, target, target, true);
  menu_lines(list, 30, 28, screen.menu_open, light.ink);
  const float name = text_width(screen.app_name, section_type);
  layout.place("app.name", 60, 14, name, 28);
  text(list, 60, 14, input.width - 76, screen.app_name, section_type, light.ink);
  layout.place("app.promise", 16, 56, input.width - 32, 18);
  text(list, 16, 56, input.width - 32, screen.promise, chip_type, light.muted);
  if (screen.footer.empty() || screen.menu_open) return;
  const float y = input.height - footer_height;
  box(list, 0, y, input.width, footer_height, light.surface, 0);
  box(list, 0, y, input.width, 1, light.line, 0);
  // The first at the start, the last at the end, what is between them between them.
  float start = 12, end = input.width - 12;
  const float room =
      (input.width - 24 - 8 * static_cast<float>(screen.footer.size() - 1)) / static_cast<float>(screen.footer.size());
  for (const Node& node : screen.footer) {
    const bool last = &node == &screen.footer.back();
    const float wide = std::min(layout.button_width(node), std::max(room, last ? end - start : 0));
    layout.button(node, last && screen.footer.size() > 1 ? end - wide : start, y + 12, wide, target);
    start += wide + 8;
  }
}

// It scrolls like any page: on a small phone it is longer than the window. \returns its height.
float menu_page(const Screen& screen, const FrameInput& input, Layout& layout, ImDrawList* list, float y) {
  box(list, 0, top_bar, input.width, input.height - top_bar, light.surface, 0);
  const float high = navigation(screen, layout, list, 8, y + 8, input.width - 16);
  return high + 24 + toolbar(screen, layout, 12, y + high + 24, input.width - 24) + 16;
}

// The buttons at the foot of the page where there is room; on narrow screens they are in a bar of their own.
float footer_in_page(const Screen& screen, Layout& layout, float x, float y, float width) {
  if (screen.footer.empty()) return 0;
  float start = x, end = x + width;
  for (const Node& node : screen.footer) {
    const float wide = layout.button_width(node);
    const bool last = &node == &screen.footer.back() && screen.footer.size() > 1;
    layout.button(node, last ? end - wide : start, y, wide, target);
    start += wide + 12;
  }
  return target;
}

float page(const Screen& screen, const Plan& plan, Layout& layout, float y) {
  const float top = y;
  y += plan.wide ? 24 : 20;
  if (plan.wide) y += toolbar(screen, layout, plan.main_x, y, plan.main_width) + 20;
  y += layout.draw_all(screen.main, plan.main_x, y, plan.main_width);
  if (!plan.has_aside && !screen.aside.empty()) {
    y += 32;
    y += layout.draw_all(screen.aside, plan.main_x, y, plan.main_width);
  }
  y += 32;
  if (plan.wide) y += footer_in_page(screen, layout, plan.main_x, y, plan.main_width);
  return y + 32 - top;
}

// Keys, where the host has no elements of its own that hold the focus.
void keys(const Screen& screen, PainterState& state, std::vector<Gesture>& gestures) {
  if (!state.editing.empty() && !ImGui::IsKeyPressed(ImGuiKey_Tab)) return;
  std::vector<const Placed*> stops;
  for (const Placed& p : state.placed)
    if (const Node* node = find_node(screen, p.id); (node && node->action && !node->disabled) || p.id == "menu")
      stops.push_back(&p);
  if (stops.empty()) return;
  const auto now = std::find_if(stops.begin(), stops.end(), [&](const Placed* p) { return p->id == state.focus; });
  if (ImGui::IsKeyPressed(ImGuiKey_Tab)) {
    const auto count = static_cast<std::ptrdiff_t>(stops.size());
    std::ptrdiff_t at = now == stops.end() ? -1 : now - stops.begin();
    at = ImGui::GetIO().KeyShift ? (at <= 0 ? count - 1 : at - 1) : (at + 1) % count;
    state.focus = stops[static_cast<std::size_t>(at)]->id;
  }
  const bool pressed = ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_Space, false);
  if (pressed && now != stops.end())
    if (const Node* node = find_node(screen, state.focus); !node || node->kind != Kind::field)
      gestures.push_back({Gesture::Verb::activate, state.focus, ""});
  if (ImGui::IsKeyPressed(ImGuiKey_Escape) && screen.menu_open)
    gestures.push_back({Gesture::Verb::activate, "menu", ""});
}

float scrolled_by_hand(float scroll, const FrameInput& input) {
  const ImGuiIO& io = ImGui::GetIO();
  scroll -= io.MouseWheel * wheel_step;
  if (ImGui::IsKeyPressed(ImGuiKey_PageDown)) scroll += input.height * 0.8F;
  if (ImGui::IsKeyPressed(ImGuiKey_PageUp)) scroll -= input.height * 0.8F;
  return scroll;
}

// What has just got the focus is brought into view; afterwards scrolling is the person's again.
void bring_into_view(const std::string& focus, const Plan& plan, float scroll, const FrameInput& input,
                     PainterState& state, Frame& out) {
  if (focus == state.shown_focus) return;
  state.shown_focus = focus;
  for (const Placed& p : state.placed) {
    if (p.id != focus || !p.scrolls) continue;
    const float top = p.y - scroll;
    if (top >= plan.top + 8 && top + p.height <= plan.bottom - 8) return;
    const float wanted = std::max(0.0F, p.y - plan.top - 24);
    if (input.host_scrolls)
      out.wanted_scroll = wanted;
    else
      state.scroll = wanted;
    out.another_frame = true;
    return;
  }
}

}  // namespace

void set_up() {
  load_fonts();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.ConfigInputTextCursorBlink = false;
  ImGuiStyle& style = ImGui::GetStyle();
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  style.WindowRounding = 0;
  style.FrameBorderSize = 0;
  style.FrameRounding = radius;
}

Frame paint(const Screen& screen, const FrameInput& input, PainterState& state) {
  Frame out;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({input.width, input.height});
  ImGui::PushStyleColor(ImGuiCol_WindowBg, packed(light.ground));
  ImGui::Begin("##page", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBringToFrontOnFocus |
                   ImGuiWindowFlags_NoScrollWithMouse);
  ImDrawList* const list = ImGui::GetWindowDrawList();
  const Plan plan = plan_of(screen, input);
  out.top = plan.top;
  out.bottom = plan.bottom;
  const bool menu = screen.menu_open && !plan.wide;
  const std::string shown = menu ? screen.id + " menu" : screen.id;
  const bool new_screen = state.screen != shown;
  if (new_screen) {
    // The menu begins at its top; who closes it comes back to where they were.
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
  if (!input.host_scrolls) state.scroll = scrolled_by_hand(state.scroll, input);
  const float scroll = input.host_scrolls ? (new_screen ? out.wanted_scroll : input.scroll) : state.scroll;

  const bool same = input.version != 0 && input.version == state.version && input.width == state.width &&
                    input.height == state.height && screen.menu_open == state.menu_open && !state.placed.empty();
  if (!same) state.heights.clear();
  state.version = input.version;
  state.width = input.width;
  state.height = input.height;
  state.menu_open = screen.menu_open;
  Layout layout(screen, input, state, out, !same);
  // What is fixed takes the pointer first and is drawn last.
  list->ChannelsSplit(2);
  list->ChannelsSetCurrent(1);
  layout.begin(list, false, 0, 0, input.height);
  if (plan.wide)
    side_list(screen, input, layout, list);
  else
    top_bar_and_footer(screen, input, layout, list);
  if (plan.has_aside) box(list, plan.aside_x, 0, 1, input.height, light.line, 0);
  if (screen.menu_open && !plan.wide) {
    list->ChannelsSetCurrent(0);
    ImGui::PushClipRect({0, plan.top}, {input.width, input.height}, true);
    layout.begin(list, true, scroll, plan.top, input.height);
    out.content_height = menu_page(screen, input, layout, list, plan.top - scroll) + plan.top;
    ImGui::PopClipRect();
  } else {
    list->ChannelsSetCurrent(0);
    ImGui::PushClipRect({plan.wide ? side_width : 0, plan.top}, {input.width, plan.bottom}, true);
    layout.begin(list, true, scroll, plan.top, plan.bottom);
    out.content_height = page(screen, plan, layout, plan.top - scroll) + plan.top + (input.height - plan.bottom);
    if (plan.has_aside) {
      const float high = layout.draw_all(screen.aside, plan.aside_x + 24, 32 - scroll, aside_width - 48);
      out.content_height = std::max(out.content_height, high + 64);
    }
    ImGui::PopClipRect();
  }
  list->ChannelsMerge();
  if (!same) {
    state.placed = out.placed;
    ++state.placed_serial;
  }

  if (!input.host_shows_focus) keys(screen, state, out.gestures);
  const float room = std::max(0.0F, out.content_height - input.height);
  state.scroll = std::clamp(state.scroll, 0.0F, room);
  bring_into_view(input.host_shows_focus ? input.focus : state.focus, plan, scroll, input, state, out);
  ImGui::End();
  ImGui::PopStyleColor();
  return out;
}

}  // namespace vagval::ui
