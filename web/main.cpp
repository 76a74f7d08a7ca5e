// The browser's host: owns the one App and the canvas. border.js calls these functions; only system_letters.cpp calls
// JavaScript. What happens seldom comes as JSON through vagval_tell, and effects leave as JSON through vagval_effects;
// what happens with each frame or each move of the pointer has a function of its own.
#include <emscripten/emscripten.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/app.h"
#include "assets/border.h"
#include "assets/fonts.h"
#include "border.h"
#include "canvas.h"
#include "foundation/json.h"
#include "imgui.h"
#include "imgui_internal.h"
#include "outbox.h"
#include "plan/seal.h"
#include "report/screen_json.h"
#include "state/assets.h"
#include "state/update.h"
#include "ui/painter.h"
#include "ui/pictures.h"

namespace vagval {

namespace {

using border::Tell;
using border::Told;

// Dear ImGui needs one frame to find the pointer and one to show the effect.
constexpr int frames_after_input = 2;

constexpr float off_canvas = -1e6F;

// The page places texts by this list; it stands in the order of the painter's own.
constexpr bool names(ui::TextOf which, std::string_view name) {
  return border::texts_of[static_cast<std::size_t>(which)] == name;
}
static_assert(std::size(border::texts_of) == 6 && names(ui::TextOf::text, "text") &&
              names(ui::TextOf::detail, "detail") && names(ui::TextOf::value, "value") &&
              names(ui::TextOf::beside, "beside") && names(ui::TextOf::beside_detail, "beside_detail") &&
              names(ui::TextOf::error, "error"));

struct Host {
  explicit Host(App made) : app(std::move(made)) {}

  App app;
  Canvas canvas;
  Outbox outbox;
  std::deque<std::string> fonts;  ///< of scripts that came later; the canvas reads them where they lie
  int owed = 0;                   ///< frames
  std::string touched;            ///< what the canvas activated in the last frame
  std::string pressed;            ///< for same_press_ms
  double pressed_ms = -border::same_press_ms;
  double released_ms = 0;              ///< the pointer, last
  std::string screen, placed, report;  ///< on loan to the page until the next call, as JSON
  std::optional<std::uint32_t> screen_version;
};

std::unique_ptr<Host> host;
std::shared_ptr<Assets> assets_of_page;
std::vector<std::string> early_words;         ///< of languages that came before the start
std::string told_words, told_bytes, replied;  ///< see vagval_room
std::unique_ptr<Stretching> stretching;
WrapKey stretched_key;

void owe_frames() {
  if (host) host->owed = frames_after_input;
}

/// One touch can arrive twice, on the canvas and on the element above it (VoiceOver on iOS does so), and an unsteady
/// hand taps twice. Within a short time the same button is pressed once.
/// \param when_ms  when the person did it, which may be some frames ago.
void take(const Gesture& gesture, double when_ms) {
  if (gesture.verb == Gesture::Verb::activate) {
    const bool again = gesture.id == host->pressed && std::abs(when_ms - host->pressed_ms) < border::same_press_ms;
    host->pressed = gesture.id;
    host->pressed_ms = when_ms;
    if (again) return;
  }
  host->app.gesture(gesture);
}

void remember_screen() {
  if (host->screen_version == host->app.version()) return;
  host->screen = screen_json(host->app.screen());
  host->screen_version = host->app.version();
}

Json rounded(float length) { return {static_cast<std::int64_t>(length < 0 ? length - 0.5F : length + 0.5F)}; }
Json in_hundredths(float length) { return rounded(length * 100); }

std::optional<Date> day_of(const Told& told) {
  return make_date(static_cast<int>(told.whole("year")), static_cast<int>(told.whole("month")),
                   static_cast<int>(told.whole("day")));
}

void start(const Told& told) {
  const Date today = day_of(told).value_or(Date{});
  std::string languages;
  for (const std::string& one : told.texts("languages")) languages += (languages.empty() ? "" : ",") + one;
  assets_of_page = load_assets();
  for (const std::string& words : early_words) add_words(*assets_of_page, words);
  early_words.clear();
  host = std::make_unique<Host>(App(assets_of_page, today, language_for(*assets_of_page, languages)));
  Salt chance;
  fill_random(chance.data(), chance.size());
  host->app.reply(ChanceIs{hex(chance)});
  host->app.reply(TodayIs{today});  // a clock, and no choice
}

/// \returns whether it is another day than it was.
bool look_at_the_clock(const Told& told) {
  const std::optional<Date> today = day_of(told);
  const Session& session = host->app.model().session;
  if (!today || *today == session.clock.value_or(session.today)) return false;
  host->app.reply(TodayIs{*today});
  return true;
}

/// The words of another language. \returns whether they can be used, as far as that is known before the start.
bool take_words(Told& told) {
  if (!host) {
    early_words.push_back(std::move(told.bytes("words")));
    return true;
  }
  if (!add_words(*assets_of_page, told.bytes("words"))) return false;
  host->app.words_came();
  return true;
}

void take_letters(Told& told) {
  const std::string& regular = host->fonts.emplace_back(std::move(told.bytes("regular")));
  const std::string& semibold = host->fonts.emplace_back(std::move(told.bytes("semibold")));
  host->canvas.letters.add(regular, semibold);
}

void resize(const Told& told) {
  host->canvas.input.width = static_cast<float>(told.whole("width"));
  host->canvas.input.height = static_cast<float>(told.whole("height"));
  host->canvas.ratio =
      static_cast<float>(static_cast<double>(told.whole("device_width")) / static_cast<double>(told.whole("width")));
  host->canvas.picture = 0;  // a canvas of another size is empty
}

// The page stretches in an instance of its own, which is thrown away, and brings the key to the other.
bool begin_stretching(Told& told) {
  Salt salt;
  std::string& given = told.bytes("salt");
  std::copy_n(given.begin(), salt.size(), salt.begin());
  std::string& passphrase = told.bytes("passphrase");
  stretching = Stretching::begin(passphrase, salt, static_cast<int>(told.whole("factor")));
  wipe(passphrase);
  return stretching != nullptr;
}

void end_stretching() {
  stretching.reset();
  wipe(stretched_key);
}

void stretched(Told& told) {
  WrapKey wrap;
  std::string& key = told.bytes("key");
  std::copy_n(key.begin(), wrap.size(), wrap.begin());
  wipe(key);
  host->outbox.stretched(host->app, &wrap);
}

/// Whether the reply repeats a known state.
bool is_known(const Told& told) {
  const Session& session = host->app.model().session;
  if (told.kind == Tell::browser_letters) return told.whole("percent") == session.reading.browser_percent;
  if (told.kind == Tell::stretching) return told.whole("thousandths") / 10 == session.keeping.thousandths / 10;
  if (told.kind == Tell::cover) return told.flag("on") == session.covered;
  return false;
}

/// \returns what the page wants to know of it, where it does; see the cases.
bool carry_in(Told& told) {
  switch (told.kind) {
    case Tell::start:
      start(told);
      return true;
    case Tell::today:
      return look_at_the_clock(told);
    case Tell::words:
      return take_words(told);
    case Tell::letters:
      take_letters(told);
      return true;
    case Tell::prefers:
      host->canvas.input.dark = told.flag("dark");
      host->canvas.input.more_contrast = told.flag("more_contrast");
      return true;
    case Tell::open_canvas:  // without WebGL2 the page shows the same screens by itself
      return open_canvas(host->canvas);
    case Tell::lose_canvas:
      lose_canvas();
      return true;
    case Tell::restore_canvas:
      restore_canvas(host->canvas);
      return true;
    case Tell::seen_again:  // what became of the picture meanwhile is the browser's business
      host->canvas.picture = 0;
      return true;
    case Tell::resize:
      resize(told);
      return true;
    case Tell::focus:
      if (host->canvas.input.focus == told.text("id")) return false;
      host->canvas.input.focus = told.text("id");
      return true;
    case Tell::gesture:
      take({static_cast<Gesture::Verb>(told.choice("verb")), told.text("id"), told.text("text")},
           static_cast<double>(told.whole("at_ms")));
      return true;
    case Tell::shortcut:  // undo and redo by their keys may be repeated as fast as the keyboard does
      host->app.gesture({Gesture::Verb::activate, told.text("id"), {}});
      return true;
    case Tell::stretch_begin:
      return begin_stretching(told);
    case Tell::stretch_end:
      end_stretching();
      return true;
    case Tell::stretched:
      stretched(told);
      return true;
    case Tell::not_stretched:
      host->outbox.stretched(host->app, nullptr);
      return true;
    default:
      break;
  }
  if (is_known(told)) return false;
  if (const std::optional<Action> action = border::action_of(told)) host->app.dispatch(*action);
  if (const std::optional<Reply> reply = border::reply_of(told)) host->app.reply(*reply);
  return true;
}

// What can be told before there is a program.
bool comes_early(Tell kind) {
  return kind == Tell::start || kind == Tell::words || kind == Tell::stretch_begin || kind == Tell::stretch_end;
}

/// What cannot be told in this state, in English; empty: it can.
std::string out_of_turn(Tell kind) {
  const std::string name(border::tells[static_cast<std::size_t>(kind)].name);
  if (!host && !comes_early(kind)) return name + ": the program has not been started";
  if (host && kind == Tell::start) return name + ": the program has been started";
  const bool of_graphics = kind == Tell::lose_canvas || kind == Tell::restore_canvas || kind == Tell::letters;
  if (of_graphics && host->canvas.gl == 0) return name + ": there is no canvas";
  if (kind == Tell::open_canvas && host->canvas.gl != 0) return name + ": there is a canvas";
  return {};
}

Json address_of(std::string_view bytes) {
  return {JsonObject{{"address", {static_cast<std::int64_t>(reinterpret_cast<std::uintptr_t>(bytes.data()))}},
                     {"size", {static_cast<std::int64_t>(bytes.size())}}}};
}

const char* lent(std::string& place, Json json) {
  place = write_json(json);
  return place.c_str();
}

}  // namespace

}  // namespace vagval

using namespace vagval;

extern "C" {

/// Room for the next message: the JSON (`which` is 0) or the bytes that its members name (1). The address is good
/// until the next call of any function.
EMSCRIPTEN_KEEPALIVE char* vagval_room(int which, std::size_t size) {
  std::string& room = which == 0 ? told_words : told_bytes;
  room.resize(size);
  return room.data();
}

/// Takes what lies in the room, see assets/border.json. \returns {"answer": true | false}, or {"error": "…"} where
/// nothing has happened because it is not well formed or out of turn.
EMSCRIPTEN_KEEPALIVE const char* vagval_tell() {
  border::Reading read = border::read_told(told_words, std::exchange(told_bytes, {}));
  wipe(told_words);
  if (read.told) read.error = out_of_turn(read.told->kind);
  if (!read.error.empty()) return lent(replied, {JsonObject{{"error", {read.error}}}});
  const bool yes = carry_in(*read.told);
  if (yes) owe_frames();
  return yes ? R"({"answer":true})" : R"({"answer":false})";
}

/// What the page has to do, as JSON; see Outbox::take.
EMSCRIPTEN_KEEPALIVE const char* vagval_effects() {
  const std::uint32_t before = host->app.version();
  const std::string& json = host->outbox.take(host->app);
  if (host->app.version() != before) owe_frames();
  return json.c_str();
}

/// What the page goes by between two screens: {"language": …, "shown": [languages on the screen, whose letters are
/// needed], "covered": …, "cover_after": minutes or 0 for never, "depth": screens to go back to, "at_risk": closing the
/// page would lose changes, "running": pictures follow each other}
EMSCRIPTEN_KEEPALIVE const char* vagval_state() {
  const Session& session = host->app.model().session;
  JsonArray shown;
  for (const std::string& language : {session.language, session.reading.beside, session.reading.wanted})
    if (!language.empty()) shown.push_back({language});
  return lent(host->report, {JsonObject{{"language", {session.language}},
                                        {"shown", {std::move(shown)}},
                                        {"covered", {session.covered}},
                                        {"cover_after", {std::int64_t{session.cover_after}}},
                                        {"depth", {static_cast<std::int64_t>(session.been.size())}},
                                        {"at_risk", {is_at_risk(session)}},
                                        {"running", {session.transfer.running}}}});
}

/// What never changes: {"file_bytes_max": …, "font": {"address", "size"}, "strong_font": likewise: the embedded
/// letters, so that a field looks like its drawing, "pictures": {name: strokes, see ui::picture_lines}}
EMSCRIPTEN_KEEPALIVE const char* vagval_about() {
  JsonObject pictures;
  for (const std::string_view name : ui::picture_names())
    pictures.emplace_back(std::string(name), Json{std::string(ui::picture_lines(name))});
  return lent(replied, {JsonObject{{"file_bytes_max", {static_cast<std::int64_t>(file_bytes_max)}},
                                   {"font", address_of(assets::latin_fonts().regular)},
                                   {"strong_font", address_of(assets::latin_fonts().semibold)},
                                   {"pictures", {std::move(pictures)}}}});
}

/// \param event  as border::pointer_events. \param when_ms  when it happened, by the clock of the page's events.
EMSCRIPTEN_KEEPALIVE void vagval_pointer(int event, float x, float y, bool touch, double when_ms) {
  if (event < 0 || event >= static_cast<int>(std::size(border::pointer_events))) return;
  const std::string_view name = border::pointer_events[event];
  const bool up = name == "pointerup", cancelled = name == "pointercancel";
  const bool away = cancelled || name == "pointerleave";
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(touch ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
  io.AddMousePosEvent(away ? off_canvas : x, away ? off_canvas : y);
  if (up) host->released_ms = when_ms;
  if (name == "pointerdown") io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
  if (up || cancelled) io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
  // A finger that has left must not go on hovering.
  if (up && touch) io.AddMousePosEvent(off_canvas, off_canvas);
  owe_frames();
}

EMSCRIPTEN_KEEPALIVE void vagval_scroll(float offset) {
  if (host->canvas.input.scroll == offset) return;
  host->canvas.input.scroll = offset;
  owe_frames();
}

/// Draws one frame. \returns {"more": another is owed, "height": of the page, "top", "bottom": between which it
/// scrolls, "wanted_scroll": where the page should scroll to or below 0, "touched": id of what the canvas activated,
/// "hand": the pointer is a hand, "placed": grows when vagval_placed changes}; lengths in hundredths of a CSS px.
EMSCRIPTEN_KEEPALIVE const char* vagval_frame() {
  if (host->owed > 0) --host->owed;
  draw(host->canvas, host->app.screen(), host->app.version());
  remember_screen();  // before the gestures: the page shows what was drawn
  host->touched.clear();
  const ui::Frame& frame = host->canvas.frame;
  for (const Gesture& gesture : frame.gestures) {
    host->touched = gesture.id;
    take(gesture, host->released_ms);
  }
  if (host->screen_version != host->app.version()) owe_frames();
  const bool more = host->owed > 0 || frame.another_frame || ImGui::GetCurrentContext()->InputEventsQueue.Size > 0;
  return lent(host->report, {JsonObject{{"more", {more}},
                                        {"height", in_hundredths(frame.content_height)},
                                        {"top", in_hundredths(frame.top)},
                                        {"bottom", in_hundredths(frame.bottom)},
                                        {"wanted_scroll", in_hundredths(frame.wanted_scroll)},
                                        {"touched", {host->touched}},
                                        {"hand", {ImGui::GetMouseCursor() == ImGuiMouseCursor_Hand}},
                                        {"placed", {std::int64_t{host->canvas.painter.placed_serial}}}}});
}

/// The screen as last drawn, as JSON; without a canvas the screen as it is.
EMSCRIPTEN_KEEPALIVE const char* vagval_screen(bool drawn) {
  if (!drawn) remember_screen();
  return host->screen.c_str();
}

/// [[id, x, y, width, height, scrolls], …] in whole CSS px, as last drawn.
EMSCRIPTEN_KEEPALIVE const char* vagval_placed() {
  JsonArray all;
  all.reserve(host->canvas.painter.placed.size());
  for (const ui::Placed& one : host->canvas.painter.placed) {
    all.push_back(
        {JsonArray{{one.id}, rounded(one.x), rounded(one.y), rounded(one.width), rounded(one.height), {one.scrolls}}});
  }
  return lent(host->placed, {std::move(all)});
}

/// [[id, which, x, y, width, size, line, strong], …]: where the texts of the nodes lie, `which` as border::texts_of;
/// lengths in hundredths of a CSS px.
EMSCRIPTEN_KEEPALIVE const char* vagval_texts() {
  JsonArray all;
  all.reserve(host->canvas.painter.texts.size());
  for (const ui::PlacedText& one : host->canvas.painter.texts) {
    const ui::TextPlace& at = one.place;
    all.push_back({JsonArray{{one.id},
                             {static_cast<std::int64_t>(one.which)},
                             in_hundredths(at.x),
                             in_hundredths(at.y),
                             in_hundredths(at.width),
                             in_hundredths(at.size),
                             in_hundredths(at.line),
                             {at.strong}}});
  }
  return lent(host->placed, {std::move(all)});
}

/// Goes so many steps further with the passphrase. \returns how far it is, 0…1000; -1: it is done, or there is none.
EMSCRIPTEN_KEEPALIVE int vagval_stretch(std::uint32_t steps) {
  return !stretching || stretching->advance(steps) ? -1 : stretching->progress();
}

/// The 32 bytes of the key, once that is done; until stretch_end is told.
EMSCRIPTEN_KEEPALIVE const std::uint8_t* vagval_stretch_key() {
  if (stretching) stretched_key = stretching->key();
  return stretched_key.data();
}

}  // extern "C"

int main() { return 0; }
