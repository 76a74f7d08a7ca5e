#include "ui/painter.h"

#include <algorithm>
#include <functional>
#include <unordered_set>

#include "assets/fonts.h"
#include "ui/layout.h"

namespace vagval::ui {

namespace {

constexpr float page_end = 1e6F;  // longer than any page; the page's own height replaces it
constexpr float wheel_step = 60, bar_start = 60, below_names = 22;

// The parts of the page that have room.
struct Plan {
  bool wide = false, has_aside = false;
  float main_x = 0, main_width = 0, top = 0, bottom = 0, aside_x = 0;
  float side_width = 0, aside_width = 0, top_bar = 0, footer = 0;
  float header_room = 0,
        header_height = 0;  // the controls that stay reachable, in the bar at the top or under the list
  bool name_below = false, name_shown = true;  // the bar may have no room for the name beside it
};

// Words of several lines make a button higher; they stay inside its edge.
float button_height(const Pen& pen, const Node& node, float width) {
  return std::max(pen.target_for(strong_type), button_words(pen, node, width) + 20);
}

float header_height_of(const Screen& screen, const Pen& pen, float room) {
  float high = 0;
  for (const Node& node : screen.header)
    high = std::max(high, button_height(pen, node, std::min(button_width(pen, node), room)));
  return high;
}

// Widths of the buttons of the bottom bar: by their words if all fit, otherwise equal.
float footer_width(const Screen& screen, const Pen& pen, float width, const Node& node) {
  const auto count = static_cast<float>(screen.footer.size());
  float all = 8 * (count - 1);
  for (const Node& one : screen.footer) all += button_width(pen, one);
  const float wanted = button_width(pen, node);
  return all <= width ? wanted : std::min(wanted, (width - 8 * (count - 1)) / count);
}

float names_height(const Screen& screen, const Pen& pen, float width) {
  return pen.height_of(width, screen.app_name, section_type) + pen.height_of(width, screen.promise, chip_type);
}

Plan plan_of(const Screen& screen, const FrameInput& input, const Pen& pen) {
  Plan out;
  // Larger letters need wider columns; a window without room for them is laid out as a narrow one.
  const float scale = pen.scale();
  out.side_width = side_width * scale;
  out.aside_width = aside_width * scale;
  const float entry = pen.target_for(body_type);
  // The list at the side does not scroll. When it does not fit, it becomes a menu.
  const float side_height = 24 + names_height(screen, pen, out.side_width - 40) + below_names +
                            entry * static_cast<float>(screen.navigation.size()) + 16 +
                            (screen.header.empty() ? 0 : header_height_of(screen, pen, out.side_width - 48) + 12);
  out.wide = input.width >= wide_from * scale && input.height >= side_height;
  out.has_aside = out.wide && input.width >= aside_from * scale && !screen.aside.empty();
  const float side = out.wide ? out.side_width : 0, margin = out.wide ? 40 : 16;
  const float room = input.width - side - (out.has_aside ? out.aside_width : 0) - 2 * margin;
  out.main_width = std::min(room, content_max * scale);
  out.main_x = side + margin;
  out.header_room = out.wide ? out.side_width - 48 : input.width - bar_start - 12;
  out.header_height = header_height_of(screen, pen, out.header_room);
  float header = 0;
  for (const Node& node : screen.header) header += std::min(button_width(pen, node), out.header_room) + 8;
  // A name that does not fit gets a line of its own, or is left out when the bar would fill the window.
  out.name_below = bar_start + pen.width_of(screen.app_name, section_type) + 8 + header + 12 > input.width;
  const float name = pen.height_of(input.width - 32, screen.app_name, section_type);
  const float promise = pen.height_of(input.width - 32, screen.promise, chip_type) + 10;
  out.top_bar = 6 + std::max({target, out.header_height, out.name_below ? 0 : name + 12}) + 6 + promise;
  out.name_shown = !out.name_below || (out.top_bar + name) * 2 < input.height;
  if (out.name_below && out.name_shown) out.top_bar += name;
  float footer = pen.target_for(strong_type);
  for (const Node& node : screen.footer) {
    const float wide = footer_width(screen, pen, input.width - 24, node);
    footer = std::max(footer, button_words(pen, node, wide) + 20);
  }
  out.footer = footer + 24;
  // A bar that would fill a third of the window, or half of it together with the other bar, scrolls with the page.
  if (out.footer * 3 > input.height || (out.top_bar + out.footer) * 2 > input.height) out.footer = 0;
  out.top = out.wide ? 0 : out.top_bar;
  out.bottom = input.height - (!out.wide && !screen.footer.empty() ? out.footer : 0);
  out.aside_x = input.width - out.aside_width;
  return out;
}

void names(const Screen& screen, Layout& layout, float x, float y, float width) {
  const Pen& pen = layout.pen();
  const float name = pen.text(x, y, width, screen.app_name, section_type, pen.theme().ink);
  layout.place("app.name", x, y, width, name);
  layout.place("app.promise", x, y + name, width,
               pen.text(x, y + name, width, screen.promise, chip_type, pen.theme().muted));
}

float navigation(const Screen& screen, Layout& layout, float x, float y, float width) {
  const Pen& pen = layout.pen();
  const float top = y;
  for (const Node& node : screen.navigation) {
    const Type& type = node.selected ? strong_type : body_type;
    const float remark = std::min(pen.width_of(node.value, chip_type), width / 2);
    const float room = width - 24 - (remark > 0 ? remark + 8 : 0);
    const float words = pen.height_of(room, node.text, type);
    const float high = std::max(pen.target_for(type), words + 20);
    layout.place(node.id, x, y, width, high);
    const bool over = layout.press(node.id, x, y, width, high, true);
    if (node.selected || over)
      pen.box(x, y, width, high, node.selected ? pen.theme().accent_ground : pen.theme().ground, radius);
    pen.text(x + 12, y + (high - words) / 2, room, node.text, type,
             node.selected ? pen.theme().accent : pen.theme().ink);
    pen.text(x + width - 12 - remark, y + (high - pen.height_of(remark + 4, node.value, chip_type)) / 2, remark + 4,
             node.value, chip_type, pen.theme().muted);
    y += high;
  }
  return y - top;
}

// Places buttons from the end towards the start, as many as fit on a line; returns the height.
float toolbar(const Screen& screen, Layout& layout, float x, float y, float width) {
  float at = 0, line = 0;
  const float top = y;
  for (const Node& node : screen.toolbar) {
    const float wide = std::min(button_width(layout.pen(), node), width);
    const float high = button_height(layout.pen(), node, wide);
    if (at == 0) at = -outdent(node);
    if (at > 0 && at + wide > width + outdent(node)) at = -outdent(node), y += line + 4, line = 0;
    layout.button(node, x + at, y, wide, high);
    at += wide + 4;
    line = std::max(line, high);
  }
  return y + line - top;
}

// The controls that stay reachable however far the page is scrolled.
void header(const Screen& screen, const Plan& plan, Layout& layout, float end, float y) {
  float used = 0;
  for (const Node& node : screen.header) {
    const float wide = std::min(button_width(layout.pen(), node), plan.header_room);
    layout.button(node, end - used - wide, y, wide, plan.header_height);
    used += wide + 8;
  }
}

void side_list(const Screen& screen, const Plan& plan, const FrameInput& input, Layout& layout) {
  const Pen& pen = layout.pen();
  pen.box(0, 0, plan.side_width, input.height, pen.theme().surface, 0);
  pen.box(plan.side_width - 1, 0, 1, input.height, pen.theme().line, 0);
  names(screen, layout, 24, 24, plan.side_width - 40);
  navigation(screen, layout, 12, 24 + names_height(screen, pen, plan.side_width - 40) + below_names,
             plan.side_width - 24);
  const float high = plan.header_height;
  if (screen.header.empty()) return;
  pen.box(0, input.height - high - 24, plan.side_width - 1, high + 24, pen.theme().surface, 0);
  header(screen, plan, layout, plan.side_width - 24, input.height - high - 12);
}

void top_bar(const Screen& screen, const Plan& plan, const FrameInput& input, Layout& layout) {
  const Pen& pen = layout.pen();
  pen.box(0, 0, input.width, plan.top_bar, pen.theme().surface, 0);
  pen.box(0, plan.top_bar - 1, input.width, 1, pen.theme().line, 0);
  layout.place("menu", 8, 6, target, target);
  layout.press("menu", 8, 6, target, target, true);
  header(screen, plan, layout, input.width - 12, 6);
  const float wide = input.width - 32, high = pen.height_of(wide, screen.app_name, section_type);
  const float name_x = plan.name_below ? 16 : bar_start;
  const float name_y = plan.name_below ? 6 + std::max(target, plan.header_height) + 6 : 14;
  pen.menu_lines(30, plan.name_below ? 28 : std::max(28.0F, 14 + high / 2), screen.menu_open, pen.theme().ink);
  if (plan.name_shown) {
    layout.place("app.name", name_x, name_y, std::min(pen.width_of(screen.app_name, section_type), wide), high);
    pen.text(name_x, name_y, wide, screen.app_name, section_type, pen.theme().ink);
  }
  const float promise = pen.height_of(input.width - 32, screen.promise, chip_type);
  layout.place("app.promise", 16, plan.top_bar - 10 - promise, input.width - 32, promise);
  pen.text(16, plan.top_bar - 10 - promise, input.width - 32, screen.promise, chip_type, pen.theme().muted);
}

void footer_bar(const Screen& screen, const Plan& plan, const FrameInput& input, Layout& layout) {
  const Pen& pen = layout.pen();
  const float y = input.height - plan.footer;
  pen.box(0, y, input.width, plan.footer, pen.theme().surface, 0);
  pen.box(0, y, input.width, 1, pen.theme().line, 0);
  // The first at the start, the last at the end, the others in the middle.
  float start = 12;
  const float end = input.width - 12;
  for (const Node& node : screen.footer) {
    const bool last = &node == &screen.footer.back() && screen.footer.size() > 1;
    const float wide = footer_width(screen, pen, input.width - 24, node);
    layout.button(node, last ? end - wide : start, y + 12, wide, plan.footer - 24);
    start += wide + 8;
  }
}

// The page can be longer than a small phone's window and scrolls like any page. Returns its height.
float menu_page(const Screen& screen, const Plan& plan, const FrameInput& input, Layout& layout, float y) {
  const Pen& pen = layout.pen();
  pen.box(0, plan.top_bar, input.width, input.height - plan.top_bar, pen.theme().surface, 0);
  const float high = navigation(screen, layout, 8, y + 8, input.width - 16);
  return high + 24 + toolbar(screen, layout, 12, y + high + 24, input.width - 24) + 16;
}

// The buttons at the end of the page, where there is room; on narrow screens they are in a bar of their own.
float footer_in_page(const Screen& screen, Layout& layout, float x, float y, float width) {
  if (screen.footer.empty()) return 0;
  const float top = y;
  float all = 12 * static_cast<float>(screen.footer.size() - 1);
  for (const Node& node : screen.footer) all += button_width(layout.pen(), node);
  const bool stacked = all > width;
  float start = x, end = x + width, line = 0;
  for (const Node& node : screen.footer) {
    const float wide = std::min(button_width(layout.pen(), node), width);
    const float high = button_height(layout.pen(), node, wide);
    const bool last = &node == &screen.footer.back() && screen.footer.size() > 1;
    layout.button(node, stacked ? x : last ? end - wide : start, y, wide, high);
    start += wide + 12;
    line = std::max(line, high);
    if (stacked) y += high + 8;
  }
  return stacked ? y - 8 - top : line;
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
  if (plan.wide || plan.footer == 0) y += footer_in_page(screen, layout, plan.main_x, y, plan.main_width);
  return y + 32 - top;
}

// Finds the node of each drawn text by the text's address in memory. A text of no node (the beginning of a longer one,
// a number in a mark) is left out.
std::vector<PlacedText> whose_texts(const Screen& screen, const TextPlaces& texts) {
  std::unordered_map<const char*, std::pair<const std::string*, TextOf>> owners;
  static const std::string name = "app.name", promise = "app.promise";
  const auto own = [&](const std::string& text, const std::string& id, TextOf which) {
    if (!text.empty() && !id.empty()) owners.emplace(text.data(), std::pair{&id, which});
  };
  const std::function<void(const std::vector<Node>&)> walk = [&](const std::vector<Node>& nodes) {
    for (const Node& node : nodes) {
      own(node.text, node.id, TextOf::text);
      own(node.detail, node.id, TextOf::detail);
      own(node.value, node.id, TextOf::value);
      own(node.beside, node.id, TextOf::beside);
      own(node.beside_detail, node.id, TextOf::beside_detail);
      own(node.error, node.id, TextOf::error);
      walk(node.children);
    }
  };
  own(screen.app_name, name, TextOf::text);
  own(screen.promise, promise, TextOf::text);
  for (const std::vector<Node>* part : parts_of(screen)) walk(*part);
  std::vector<PlacedText> out;
  std::unordered_set<const char*> seen;  // a column's name is drawn above each of its cells
  for (const TextPlace& one : texts.all)
    if (const auto owner = owners.find(one.words); owner != owners.end() && seen.insert(one.words).second)
      out.push_back({*owner->second.first, owner->second.second, one});
  return out;
}

// Moves from one x to another, both on the screen.
void clip(const Pen& pen, float x, float top, float to_x, float bottom) {
  const float left = pen.left(x, to_x - x);
  ImGui::PushClipRect({left, top}, {left + to_x - x, bottom}, true);
}

// The answers of the choice that this answer belongs to; empty for a node that is no answer.
const Node* choice_of(const std::vector<Node>& nodes, const std::string& answer) {
  for (const Node& node : nodes) {
    if (node.kind == Kind::choice &&
        std::any_of(node.children.begin(), node.children.end(), [&](const Node& n) { return n.id == answer; }))
      return &node;
    if (const Node* const found = choice_of(node.children, answer)) return found;
  }
  return nullptr;
}

// The answer that an arrow, Home or End selects; "" for other keys.
std::string answer_after_key(const Screen& screen, const std::string& answer) {
  if (ImGui::GetIO().KeyAlt) return {};  // Alt with an arrow goes to another screen
  const Node* const choice = choice_of(screen.main, answer);
  if (!choice) return {};
  const auto count = static_cast<std::ptrdiff_t>(choice->children.size());
  const auto now = std::find_if(choice->children.begin(), choice->children.end(),
                                [&](const Node& node) { return node.id == answer; }) -
                   choice->children.begin();
  const bool turned = screen.right_to_left;
  const bool forward =
      ImGui::IsKeyPressed(ImGuiKey_DownArrow) || ImGui::IsKeyPressed(turned ? ImGuiKey_LeftArrow : ImGuiKey_RightArrow);
  const bool back =
      ImGui::IsKeyPressed(ImGuiKey_UpArrow) || ImGui::IsKeyPressed(turned ? ImGuiKey_RightArrow : ImGuiKey_LeftArrow);
  std::ptrdiff_t to = now;
  if (forward) to = (now + 1) % count;
  if (back) to = (now + count - 1) % count;
  if (ImGui::IsKeyPressed(ImGuiKey_Home)) to = 0;
  if (ImGui::IsKeyPressed(ImGuiKey_End)) to = count - 1;
  return to == now ? std::string() : choice->children[static_cast<std::size_t>(to)].id;
}

// Handles keys where the host has no focusable elements of its own.
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
  if (const std::string answer = answer_after_key(screen, state.focus); !answer.empty()) {
    state.focus = answer;
    gestures.push_back({Gesture::Verb::activate, answer, ""});
  }
  const bool pressed = ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_Space, false);
  if (pressed && now != stops.end())
    if (const Node* node = find_node(screen, state.focus); !node || node->kind != Kind::field) {
      const bool holds = node && node->hold;
      if (holds) state.held = state.focus;
      gestures.push_back({holds ? Gesture::Verb::hold : Gesture::Verb::activate, state.focus, ""});
    }
  if (ImGui::IsKeyPressed(ImGuiKey_Escape) && screen.menu_open)
    gestures.push_back({Gesture::Verb::activate, "menu", ""});
}

// Releases a held button, in every case where the pointer no longer holds it.
void let_go(PainterState& state, std::vector<Gesture>& gestures) {
  if (state.held.empty() || ImGui::IsMouseDown(ImGuiMouseButton_Left) || ImGui::IsKeyDown(ImGuiKey_Enter) ||
      ImGui::IsKeyDown(ImGuiKey_Space))
    return;
  gestures.push_back({Gesture::Verb::release, state.held, ""});
  state.held.clear();
}

// Overlays for onlookers.
void ring_the_pointer(const Pen& pen) {
  const ImVec2 at = ImGui::GetIO().MousePos;
  if (!ImGui::IsMousePosValid(&at)) return;
  constexpr float r = 26;
  ImDrawList* const over_all = ImGui::GetForegroundDrawList();
  over_all->AddCircle(at, r, packed(pen.theme().surface), 0, 7);
  over_all->AddCircle(at, r, packed(pen.theme().accent), 0, 3);
}

float scrolled_by_hand(const Screen& screen, const PainterState& state, const FrameInput& input) {
  float scroll = state.scroll;
  const ImGuiIO& io = ImGui::GetIO();
  scroll -= io.MouseWheel * wheel_step;
  if (ImGui::IsKeyPressed(ImGuiKey_PageDown)) scroll += input.height * 0.8F;
  if (ImGui::IsKeyPressed(ImGuiKey_PageUp)) scroll -= input.height * 0.8F;
  if (!state.editing.empty() || choice_of(screen.main, state.focus)) return scroll;
  if (ImGui::IsKeyPressed(ImGuiKey_Home)) scroll = 0;
  if (ImGui::IsKeyPressed(ImGuiKey_End)) scroll = page_end;
  return scroll;
}

// Scrolls a newly focused node into view; afterwards the person scrolls.
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
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({input.width, input.height});
  ImGui::PushStyleColor(ImGuiCol_WindowBg, packed(pen.theme().ground));
  ImGui::Begin("##page", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBringToFrontOnFocus |
                   ImGuiWindowFlags_NoScrollWithMouse);
  ImDrawList* const list = ImGui::GetWindowDrawList();
  pen.draw_on(list);
  const Plan plan = plan_of(screen, input, pen);
  out.top = plan.top;
  out.bottom = plan.bottom;
  const bool menu = screen.menu_open && !plan.wide;
  const std::string shown = menu ? screen.id + " menu" : screen.id;
  const bool new_screen = state.screen != shown;
  if (new_screen) {
    // The menu opens at its top. Closing it restores the page's scroll position.
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
  const float scroll = input.host_scrolls ? (new_screen ? out.wanted_scroll : input.scroll) : state.scroll;

  const bool same = input.version != 0 && input.version == state.version && input.width == state.width &&
                    input.height == state.height && screen.menu_open == state.menu_open &&
                    letters.serial() == state.letters && !state.placed.empty();
  if (!same) state.heights.clear();
  state.version = input.version;
  state.width = input.width;
  state.height = input.height;
  state.letters = letters.serial();
  state.menu_open = screen.menu_open;
  TextPlaces texts;
  if (!same) pen.remember_in(&texts);
  Layout layout(screen, input, state, out, !same, pen, texts);
  // Fixed parts take the pointer first and are drawn last.
  list->ChannelsSplit(2);
  list->ChannelsSetCurrent(1);
  layout.begin(false, 0, 0, input.height);
  if (plan.wide)
    side_list(screen, plan, input, layout);
  else
    top_bar(screen, plan, input, layout);
  if (!plan.wide && plan.footer > 0 && !screen.footer.empty() && !screen.menu_open)
    footer_bar(screen, plan, input, layout);
  if (plan.has_aside) pen.box(plan.aside_x, 0, 1, input.height, pen.theme().line, 0);
  list->ChannelsSetCurrent(0);
  if (menu) {
    clip(pen, 0, plan.top, input.width, input.height);
    layout.begin(true, scroll, plan.top, input.height);
    out.content_height = menu_page(screen, plan, input, layout, plan.top - scroll) + plan.top;
  } else {
    clip(pen, plan.wide ? plan.side_width : 0, plan.top, input.width, plan.bottom);
    layout.begin(true, scroll, plan.top, plan.bottom);
    out.content_height = page(screen, plan, layout, plan.top - scroll) + plan.top + (input.height - plan.bottom);
    if (plan.has_aside) {
      const float high = layout.draw_all(screen.aside, plan.aside_x + 24, 32 - scroll, plan.aside_width - 48);
      out.content_height = std::max(out.content_height, high + 64);
    }
  }
  ImGui::PopClipRect();
  list->ChannelsMerge();
  if (!same) {
    state.placed = out.placed;
    state.texts = whose_texts(screen, texts);
    ++state.placed_serial;
  }

  if (!input.host_shows_focus) keys(screen, state, out.gestures);
  let_go(state, out.gestures);
  if (screen.pointer_ring) ring_the_pointer(pen);
  const float room = std::max(0.0F, out.content_height - input.height);
  state.scroll = std::clamp(state.scroll, 0.0F, room);
  bring_into_view(input.host_shows_focus ? input.focus : state.focus, plan, scroll, input, state, out);
  ImGui::End();
  ImGui::PopStyleColor();
  return out;
}

}  // namespace vagval::ui
