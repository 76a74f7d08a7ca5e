// The browser's host: owns the App and the canvas. host.js calls these functions; only system_letters.cpp calls
// JavaScript.
#include <GLES3/gl3.h>
#include <emscripten/emscripten.h>
#include <emscripten/html5.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "app/app.h"
#include "assets/fonts.h"
#include "foundation/json.h"
#include "imgui.h"
#include "imgui_impl_opengl3.h"
#include "imgui_internal.h"
#include "plan/seal.h"
#include "report/outputs.h"
#include "report/screen_json.h"
#include "state/assets.h"
#include "state/update.h"
#include "system_letters.h"
#include "ui/painter.h"
#include "ui/pictures.h"

namespace vagval {

namespace {

template <class... Handlers>
struct Overloaded : Handlers... {
  using Handlers::operator()...;
};
template <class... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

// One touch can arrive twice, on the canvas and on the element above it (VoiceOver on iOS), and a shaking hand taps
// twice. Within this time the same button is pressed once.
constexpr double same_press_ms = 100;

// Dear ImGui needs one frame to find the pointer and one to show the effect.
constexpr int frames_after_input = 2;

constexpr const char* canvas_selector = "#canvas";
constexpr float off_canvas = -1e6F;

struct Host {
  explicit Host(App made) : app(std::move(made)) {}

  App app;
  EMSCRIPTEN_WEBGL_CONTEXT_HANDLE gl = 0;  ///< 0: no canvas, only the page
  ui::FrameInput input;
  ui::PainterState painter;
  ui::Letters letters;
  ui::Frame frame;
  float ratio = 1;
  double last_frame_ms = 0;
  int owed = 0;
  std::uint64_t picture = 0;  ///< the picture on the canvas; 0: not known
  std::string touched;        ///< the node that the canvas activated in the last frame
  std::string pressed;        ///< for same_press_ms
  double pressed_ms = -same_press_ms;
  double released_ms = 0;                    ///< when the pointer was last released
  std::vector<Effect> effects;               ///< being carried out by the page
  OutputFile made;                           ///< lent to the page
  Salt salt{};                               ///< of the passphrase that is being stretched
  std::optional<SealedFile> locked;          ///< the file to open with it; absent: a key is made
  std::string screen, placed, asked, shown;  ///< lent to the page until the next call, the first three as JSON
  std::optional<std::uint32_t> screen_version;
};

std::unique_ptr<Host> host;
std::vector<std::string> early_words;  ///< of languages that came before the start
std::shared_ptr<Assets> assets_of_page;

void owe_frames() { host->owed = frames_after_input; }

/// \param when_ms  the time of the person's action, possibly some frames ago.
void take(const Gesture& gesture, double when_ms) {
  if (gesture.verb == Gesture::Verb::activate) {
    const bool again = gesture.id == host->pressed && std::abs(when_ms - host->pressed_ms) < same_press_ms;
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

void fill_random(std::uint8_t* bytes, std::size_t size) {
  if (::getentropy(bytes, size) != 0) std::abort();
}

// The page gets only sealed bytes of a sealed plan, each time with a fresh nonce.
void seal_now(std::string& bytes, const std::optional<SealingKey>& key) {
  if (!key) return;
  Nonce nonce;
  fill_random(nonce.data(), nonce.size());
  bytes = seal(*key, nonce, bytes);
}

std::string hex(const Salt& salt) {
  std::string out;
  for (const std::uint8_t byte : salt)
    for (const int nibble : {byte >> 4, byte & 15}) out += "0123456789abcdef"[nibble];
  return out;
}

JsonObject kind(const char* name) { return {{"kind", {std::string(name)}}}; }

// The bytes can hold zeros, so the page reads them from memory.
void add_bytes(JsonObject& out, const std::string& bytes) {
  out.emplace_back("address", Json{static_cast<std::int64_t>(reinterpret_cast<std::uintptr_t>(bytes.data()))});
  out.emplace_back("size", Json{static_cast<std::int64_t>(bytes.size())});
}

Json stretch(const std::string& passphrase, int work_factor) {
  JsonObject out = kind("stretch");
  out.emplace_back("passphrase", Json{passphrase});
  out.emplace_back("salt", Json{hex(host->salt)});
  out.emplace_back("factor", Json{std::int64_t{work_factor}});
  return {std::move(out)};
}

Json effect_json(Effect& effect) {
  return std::visit(Overloaded{[](const ShowFilePicker& picker) {
                                 JsonObject out = kind("show_file_picker");
                                 out.emplace_back("several", Json{picker.several});
                                 return Json{std::move(out)};
                               },
                               [](const Speak& speak) {
                                 JsonArray passages;
                                 for (const std::string& passage : speak.passages) passages.push_back({passage});
                                 return Json{JsonObject{{"kind", {std::string("speak")}},
                                                        {"language", {speak.language}},
                                                        {"passages", {std::move(passages)}}}};
                               },
                               [](const BeSilent&) { return Json{kind("be_silent")}; },
                               [](WriteFile& file) {
                                 seal_now(file.bytes, file.key);
                                 JsonObject out = kind("write_file");
                                 out.emplace_back("name", Json{file.name});
                                 out.emplace_back("aside", Json{file.aside});
                                 add_bytes(out, file.bytes);
                                 return Json{std::move(out)};
                               },
                               [](const MakeOutput& wanted) {
                                 const Model& model = host->app.model();
                                 Result<OutputFile> made = make_output(
                                     {host->app.assets(), model.plan, model.session.today, model.session.language,
                                      model.session.device.build, model.session.clock},
                                     wanted);
                                 // A calendar without days; its button is disabled.
                                 if (!made) return Json{kind("none")};
                                 host->made = std::move(*made);
                                 JsonObject out = kind("output");
                                 out.emplace_back("name", Json{host->made.name});
                                 out.emplace_back("mime", Json{host->made.mime});
                                 out.emplace_back("on_paper", Json{wanted.on_paper});
                                 add_bytes(out, host->made.bytes);
                                 return Json{std::move(out)};
                               },
                               [](const MakeKey& make) {
                                 fill_random(host->salt.data(), host->salt.size());
                                 host->locked.reset();
                                 return stretch(make.passphrase, work_factor_written);
                               },
                               [](const FindKey& find) {
                                 // The file has been read before, so reading succeeds.
                                 Result<SealedFile> file = read_sealed(find.bytes);
                                 if (!file) return Json{kind("none")};
                                 host->salt = file->salt;
                                 host->locked = std::move(*file);
                                 return stretch(find.passphrase, host->locked->work_factor);
                               },
                               [](const StopKey&) {
                                 host->locked.reset();
                                 return Json{kind("stop_stretching")};
                               },
                               [](KeepOnDevice& keep) {
                                 seal_now(keep.bytes, keep.key);
                                 JsonObject out = kind("keep");
                                 out.emplace_back("over_others", Json{keep.over_others});
                                 out.emplace_back("chosen", Json{keep.chosen});
                                 add_bytes(out, keep.bytes);
                                 return Json{std::move(out)};
                               },
                               [](const ReadKept&) { return Json{kind("read_kept")}; },
                               [](const EraseKept& erase) {
                                 JsonObject out = kind("erase");
                                 out.emplace_back("everything", Json{erase.everything});
                                 return Json{std::move(out)};
                               },
                               [](const UseNewerProgram&) { return Json{kind("update")}; },
                               [](const LookAround&) { return Json{kind("look")}; },
                               [](const AskForWords&) { return Json{kind("ask_for_words")}; },
                               [](const LeaveNow&) { return Json{kind("leave")}; },
                               [](SealForPictures& wanted) {
                                 seal_now(wanted.bytes, wanted.key);
                                 host->app.dispatch(SealedForPictures{std::move(wanted.bytes)});
                                 owe_frames();
                                 return Json{kind("none")};
                               },
                               [](const StepPictures&) { return Json{kind("step_pictures")}; },
                               [](const StartCamera&) { return Json{kind("start_camera")}; },
                               [](const StopCamera&) { return Json{kind("stop_camera")}; },
                               [](const ShowOtherPage&) { return Json{kind("other_page")}; },
                               [](const EndProgram&) { return Json{kind("end")}; }},
                    effect);
}

bool open_canvas() {
  EmscriptenWebGLContextAttributes wanted;
  emscripten_webgl_init_context_attributes(&wanted);
  wanted.majorVersion = 2;
  wanted.alpha = wanted.depth = wanted.stencil = wanted.antialias = false;
  wanted.enableExtensionsByDefault = false;
  host->gl = emscripten_webgl_create_context(canvas_selector, &wanted);
  if (host->gl <= 0) {
    host->gl = 0;
    return false;
  }
  emscripten_webgl_make_context_current(host->gl);
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.BackendPlatformName = "vagval_web";
  io.BackendFlags |= ImGuiBackendFlags_HasMouseCursors;
  ImGui_ImplOpenGL3_Init("#version 300 es");
  ui::set_up(host->letters);
  host->letters.use(browser_letters());
  host->input.host_scrolls = host->input.host_shows_focus = true;
  owe_frames();
  return true;
}

// Hashes eight bytes at a time. Dear ImGui's own hash takes one at a time, over every vertex of each frame.
std::uint64_t mixed(std::uint64_t hash, const void* bytes, std::size_t size) {
  const auto* at = static_cast<const unsigned char*>(bytes);
  for (; size >= sizeof(std::uint64_t); size -= sizeof(std::uint64_t), at += sizeof(std::uint64_t)) {
    std::uint64_t word;
    std::memcpy(&word, at, sizeof word);
    hash = (hash ^ word) * 0x9E3779B97F4A7C15U;
    hash ^= hash >> 32;
  }
  for (; size > 0; --size) hash = (hash ^ *at++) * 0x9E3779B97F4A7C15U;
  return hash;
}

/// A hash of the frame's draw data; 0 if letters must be uploaded first.
std::uint64_t picture_hash(const ImDrawData& data) {
  for (const ImTextureData* texture : *data.Textures)
    if (texture->Status != ImTextureStatus_OK) return 0;
  const float size[] = {data.DisplaySize.x, data.DisplaySize.y, data.FramebufferScale.x};
  std::uint64_t hash = mixed(1, size, sizeof size);
  for (const ImDrawList* list : data.CmdLists) {
    hash = mixed(hash, list->VtxBuffer.Data, static_cast<std::size_t>(list->VtxBuffer.size_in_bytes()));
    hash = mixed(hash, list->IdxBuffer.Data, static_cast<std::size_t>(list->IdxBuffer.size_in_bytes()));
    for (const ImDrawCmd& command : list->CmdBuffer) {
      hash = mixed(hash, &command.ClipRect, sizeof command.ClipRect);
      const std::uint64_t what[] = {command.GetTexID(), command.VtxOffset, command.IdxOffset, command.ElemCount};
      hash = mixed(hash, what, sizeof what);
    }
  }
  return hash;
}

void draw() {
  ImGuiIO& io = ImGui::GetIO();
  const double now = emscripten_get_now();
  io.DeltaTime = static_cast<float>(std::clamp((now - host->last_frame_ms) / 1000, 0.001, 0.1));
  host->last_frame_ms = now;
  io.DisplaySize = {host->input.width, host->input.height};
  io.DisplayFramebufferScale = {host->ratio, host->ratio};

  ImGui_ImplOpenGL3_NewFrame();
  ImGui::NewFrame();
  host->input.version = host->app.version();
  host->frame = ui::paint(host->app.screen(), host->input, host->painter, host->letters);
  ImGui::Render();
  // A frame with the same hash as the frame before is not drawn; the browser keeps showing the old picture.
  const std::uint64_t picture = picture_hash(*ImGui::GetDrawData());
  if (picture != 0 && picture == host->picture) return;
  host->picture = picture;
  glViewport(0, 0, static_cast<int>(host->input.width * host->ratio + 0.5F),
             static_cast<int>(host->input.height * host->ratio + 0.5F));
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

}  // namespace

}  // namespace vagval

using namespace vagval;

extern "C" {

/// \param languages  the browser's languages, best first, separated by commas. The first supported one is used.
EMSCRIPTEN_KEEPALIVE void vagval_start(int year, int month, int day, const char* languages) {
  const std::optional<Date> today = make_date(year, month, day);
  assets_of_page = load_assets();
  for (const std::string& words : early_words) add_words(*assets_of_page, words);
  host = std::make_unique<Host>(App(assets_of_page, today.value_or(Date{}), language_for(*assets_of_page, languages)));
  Salt chance;
  fill_random(chance.data(), chance.size());
  host->app.dispatch(ChanceIs{hex(chance)});
  host->app.dispatch(TodayIs{today.value_or(Date{})});  // the day of the clock, not a chosen one
}
EMSCRIPTEN_KEEPALIVE const char* vagval_language() { return host->app.model().session.language.c_str(); }
/// All languages with texts on the screen, separated by spaces. Their letters are needed.
EMSCRIPTEN_KEEPALIVE const char* vagval_languages_shown() {
  const ReadingAids& reading = host->app.model().session.reading;
  host->shown = host->app.model().session.language + " " + reading.beside + " " + reading.wanted;
  return host->shown.c_str();
}
EMSCRIPTEN_KEEPALIVE void vagval_choose_language(const char* language) {
  host->app.dispatch(ChooseLanguage{language});
  owe_frames();
}
/// {"ar": {"name": …, "coming": …, "missing": …, "again": …, "rtl": …, "whole": …, "late": …}, …}
EMSCRIPTEN_KEEPALIVE void vagval_to_come(const char* text) {
  const Result<Json> json = read_json(text);
  if (!json || !json->object()) return;
  LanguagesToCome all;
  for (const auto& entry : *json->object()) {
    const Json& about = entry.second;
    const auto words = [&about](const char* name) {
      const Json* member = about.find(name);
      return member && member->text() ? *member->text() : std::string();
    };
    const auto yes = [&about](const char* name) {
      const Json* member = about.find(name);
      return member && member->boolean() && *member->boolean();
    };
    LanguageToCome one;
    one.language = entry.first;
    one.name = words("name");
    one.coming = words("coming");
    one.missing = words("missing");
    one.again = words("again");
    one.right_to_left = yes("rtl");
    one.whole = yes("whole");
    one.late = yes("late");
    all.languages.push_back(std::move(one));
  }
  host->app.dispatch(all);
  owe_frames();
}

/// The strokes of a pictogram, for the plain page.
EMSCRIPTEN_KEEPALIVE const char* vagval_picture(const char* name) { return ui::picture_lines(name).data(); }

/// Sets the day of the device's clock. \returns whether it has changed.
EMSCRIPTEN_KEEPALIVE bool vagval_today(int year, int month, int day) {
  const std::optional<Date> today = make_date(year, month, day);
  const Session& session = host->app.model().session;
  if (!today || *today == session.clock.value_or(session.today)) return false;
  host->app.dispatch(TodayIs{*today});
  owe_frames();
  return true;
}

/// The size of the browser's letters, in hundredths of the usual size.
EMSCRIPTEN_KEEPALIVE void vagval_browser_letters(int percent) {
  if (percent == host->app.model().session.reading.browser_percent) return;
  host->app.dispatch(BrowserLetters{percent});
  owe_frames();
}

/// \returns false without WebGL2; the page then shows the screens as elements.
EMSCRIPTEN_KEEPALIVE bool vagval_open_canvas() { return open_canvas(); }

/// The browser has taken the graphics away. Frees the graphics' objects now, because their names become invalid.
EMSCRIPTEN_KEEPALIVE void vagval_lose_canvas() { ImGui_ImplOpenGL3_Shutdown(); }

/// The browser has given the graphics back. Makes all objects again.
EMSCRIPTEN_KEEPALIVE void vagval_restore_canvas() {
  emscripten_webgl_make_context_current(host->gl);
  ImGui_ImplOpenGL3_Init("#version 300 es");
  host->picture = 0;
  owe_frames();
}

/// The page is visible again. The browser may have lost the picture, so the next frame is drawn.
EMSCRIPTEN_KEEPALIVE void vagval_seen_again() {
  host->picture = 0;
  owe_frames();
}

/// Lengths in CSS px; `ratio` is device px for each of them.
EMSCRIPTEN_KEEPALIVE void vagval_resize(float width, float height, float ratio) {
  host->input.width = width;
  host->input.height = height;
  host->ratio = ratio;
  host->picture = 0;  // a resized canvas is empty
  owe_frames();
}

enum PointerEvent { pointer_moved, pointer_down, pointer_up, pointer_cancelled, pointer_left };

/// \param when_ms  the time of the event, by the clock of the page's events.
EMSCRIPTEN_KEEPALIVE void vagval_pointer(int event, float x, float y, bool touch, double when_ms) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(touch ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
  const bool away = event == pointer_cancelled || event == pointer_left;
  io.AddMousePosEvent(away ? off_canvas : x, away ? off_canvas : y);
  if (event == pointer_up) host->released_ms = when_ms;
  if (event == pointer_down) io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
  if (event == pointer_up || event == pointer_cancelled) io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
  // A lifted finger must not keep hovering.
  if (event == pointer_up && touch) io.AddMousePosEvent(off_canvas, off_canvas);
  owe_frames();
}

EMSCRIPTEN_KEEPALIVE void vagval_scroll(float offset) {
  if (host->input.scroll == offset) return;
  host->input.scroll = offset;
  owe_frames();
}

/// The element with the focus; empty for none.
EMSCRIPTEN_KEEPALIVE void vagval_focus(const char* id) {
  if (host->input.focus == id) return;
  host->input.focus = id;
  owe_frames();
}

/// \param verb  as Gesture::Verb.
EMSCRIPTEN_KEEPALIVE void vagval_gesture(int verb, const char* id, const char* text, double when_ms) {
  take({static_cast<Gesture::Verb>(verb), id, text}, when_ms);
  owe_frames();
}

/// The keys for undo and redo may repeat as fast as the keyboard allows.
EMSCRIPTEN_KEEPALIVE void vagval_shortcut(const char* id) {
  host->app.gesture({Gesture::Verb::activate, id, {}});
  owe_frames();
}

/// Draws one frame. \returns whether another frame is needed.
EMSCRIPTEN_KEEPALIVE bool vagval_frame() {
  if (host->owed > 0) --host->owed;
  draw();
  remember_screen();  // before the gestures, because the page shows the drawn screen
  host->touched.clear();
  for (const Gesture& gesture : host->frame.gestures) {
    host->touched = gesture.id;
    take(gesture, host->released_ms);
  }
  if (host->screen_version != host->app.version()) owe_frames();
  return host->owed > 0 || host->frame.another_frame || ImGui::GetCurrentContext()->InputEventsQueue.Size > 0;
}

/// The scroll position that the page should take; -1: stay.
EMSCRIPTEN_KEEPALIVE float vagval_wanted_scroll() { return host->frame.wanted_scroll; }
EMSCRIPTEN_KEEPALIVE float vagval_top() { return host->frame.top; }
EMSCRIPTEN_KEEPALIVE float vagval_bottom() { return host->frame.bottom; }
EMSCRIPTEN_KEEPALIVE float vagval_content_height() { return host->frame.content_height; }
EMSCRIPTEN_KEEPALIVE const char* vagval_touched() { return host->touched.c_str(); }
EMSCRIPTEN_KEEPALIVE bool vagval_hand() { return ImGui::GetMouseCursor() == ImGuiMouseCursor_Hand; }

/// The screen last drawn, as JSON; without a canvas the current screen.
EMSCRIPTEN_KEEPALIVE const char* vagval_screen(bool drawn) {
  if (!drawn) remember_screen();
  return host->screen.c_str();
}

/// [[id, x, y, width, height, scrolls], …] in whole CSS px, as last drawn.
EMSCRIPTEN_KEEPALIVE const char* vagval_placed() {
  JsonArray all;
  all.reserve(host->painter.placed.size());
  for (const ui::Placed& one : host->painter.placed) {
    all.push_back(
        {JsonArray{{one.id}, rounded(one.x), rounded(one.y), rounded(one.width), rounded(one.height), {one.scrolls}}});
  }
  host->placed = write_json({std::move(all)});
  return host->placed.c_str();
}

/// [[id, which, x, y, width, size, line, strong], …]: the places of the nodes' texts, `which` as ui::TextOf; lengths in
/// hundredths of a CSS px.
EMSCRIPTEN_KEEPALIVE const char* vagval_texts() {
  JsonArray all;
  all.reserve(host->painter.texts.size());
  const auto fine = [](float length) { return rounded(length * 100); };
  for (const ui::PlacedText& one : host->painter.texts) {
    const ui::TextPlace& at = one.place;
    all.push_back({JsonArray{{one.id},
                             {static_cast<std::int64_t>(one.which)},
                             fine(at.x),
                             fine(at.y),
                             fine(at.width),
                             fine(at.size),
                             fine(at.line),
                             {at.strong}}});
  }
  host->placed = write_json({std::move(all)});
  return host->placed.c_str();
}

/// Rises when vagval_placed changes, so that the page calls it only then.
EMSCRIPTEN_KEEPALIVE std::uint32_t vagval_placed_serial() { return host->painter.placed_serial; }

/// The effects for the page, as JSON. The bytes of files stay in place until the next call.
EMSCRIPTEN_KEEPALIVE const char* vagval_effects() {
  wipe(host->asked);
  wipe(host->made.bytes);  // the page has copied it
  host->effects = host->app.take_effects();
  JsonArray all;
  for (Effect& effect : host->effects) all.push_back(effect_json(effect));
  host->asked = write_json({std::move(all)});
  for (Effect& effect : host->effects) forget_passphrase(effect);
  return host->asked.c_str();
}

EMSCRIPTEN_KEEPALIVE void vagval_file_opened(const char* name, const char* bytes, std::size_t size) {
  host->app.dispatch(FileOpened{name, std::string(bytes, size)});
  owe_frames();
}

EMSCRIPTEN_KEEPALIVE void vagval_file_not_opened(const char* name, bool too_large) {
  host->app.dispatch(FileNotOpened{{too_large ? ErrorId::file_too_large : ErrorId::cannot_read_file, "", name}});
  owe_frames();
}

/// One of several files, which are counted and not opened.
EMSCRIPTEN_KEEPALIVE void vagval_file_given(const char* bytes, std::size_t size) {
  host->app.dispatch(FileGiven{std::string(bytes, size)});
  owe_frames();
}

EMSCRIPTEN_KEEPALIVE void vagval_file_not_given() {
  host->app.dispatch(FileNotGiven{});
  owe_frames();
}

EMSCRIPTEN_KEEPALIVE void vagval_saved(const char* name, bool aside) {
  host->app.dispatch(Saved{.name = name, .aside = aside, .handed = true});
  owe_frames();
}

EMSCRIPTEN_KEEPALIVE void vagval_save_failed(const char* name) {
  host->app.dispatch(SaveFailed{{ErrorId::cannot_write_file, "", name}});
  owe_frames();
}

/// \param name  of the file; empty: the page was printed.
EMSCRIPTEN_KEEPALIVE void vagval_taken(const char* name) {
  host->app.dispatch(Taken{.name = name, .handed = true});
  owe_frames();
}

/// Whether closing the page would lose changes.
EMSCRIPTEN_KEEPALIVE bool vagval_at_risk() { return is_at_risk(host->app.model().session); }
EMSCRIPTEN_KEEPALIVE std::size_t vagval_file_bytes_max() { return file_bytes_max; }

/// The embedded letters, so that typed text looks like drawn text.
EMSCRIPTEN_KEEPALIVE const char* vagval_font() { return assets::latin_fonts().regular.data(); }
EMSCRIPTEN_KEEPALIVE std::size_t vagval_font_size() { return assets::latin_fonts().regular.size(); }
EMSCRIPTEN_KEEPALIVE const char* vagval_strong_font() { return assets::latin_fonts().semibold.data(); }
EMSCRIPTEN_KEEPALIVE std::size_t vagval_strong_font_size() { return assets::latin_fonts().semibold.size(); }

/// The texts of another language. \returns whether they are usable, as far as known before the start.
EMSCRIPTEN_KEEPALIVE bool vagval_add_words(const char* bytes, std::size_t size) {
  if (!host) {
    early_words.emplace_back(bytes, size);
    return true;
  }
  if (!add_words(*assets_of_page, {bytes, size})) return false;
  host->app.words_came();
  owe_frames();
  return true;
}

/// The letters of another script. Both fonts must stay in place as long as the page lives.
EMSCRIPTEN_KEEPALIVE void vagval_add_letters(const char* regular, std::size_t regular_size, const char* semibold,
                                             std::size_t semibold_size) {
  host->letters.add({regular, regular_size}, {semibold, semibold_size});
  owe_frames();
}

/// The languages with a voice on the device itself, separated by spaces.
EMSCRIPTEN_KEEPALIVE void vagval_voices(const char* languages) {
  VoicesAre voices;
  for (std::string_view rest = languages; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    if (end > 0) voices.languages.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  host->app.dispatch(voices);
  owe_frames();
}
EMSCRIPTEN_KEEPALIVE void vagval_reading_ended() {
  host->app.dispatch(ReadingEnded{});
  owe_frames();
}

/// \param page  as PageShown.
EMSCRIPTEN_KEEPALIVE void vagval_page(int page) {
  host->app.dispatch(PageIs{static_cast<PageShown>(page)});
  owe_frames();
}

// ---- passphrases: the page stretches them in an instance of its own, frees it, and passes the result here ----

namespace {
std::unique_ptr<Stretching> stretching;
WrapKey stretched_key;
}  // namespace

EMSCRIPTEN_KEEPALIVE bool vagval_stretch_begin(const char* passphrase, std::size_t size, const std::uint8_t* salt,
                                               int factor) {
  Salt copy;
  std::copy_n(salt, copy.size(), copy.begin());
  stretching = Stretching::begin({passphrase, size}, copy, factor);
  return stretching != nullptr;
}
EMSCRIPTEN_KEEPALIVE bool vagval_stretch(std::uint32_t steps) { return stretching->advance(steps); }
EMSCRIPTEN_KEEPALIVE int vagval_stretch_progress() { return stretching->progress(); }
EMSCRIPTEN_KEEPALIVE const std::uint8_t* vagval_stretch_key() {
  stretched_key = stretching->key();
  return stretched_key.data();
}
EMSCRIPTEN_KEEPALIVE void vagval_stretch_end() {
  stretching.reset();
  wipe(stretched_key);
}

EMSCRIPTEN_KEEPALIVE void vagval_stretching(int thousandths) {
  if (thousandths / 10 == host->app.model().session.keeping.thousandths / 10) return;
  host->app.dispatch(StretchedTo{thousandths});
  owe_frames();
}

/// \param key  its 32 bytes; null: there was too little memory.
EMSCRIPTEN_KEEPALIVE void vagval_stretched(const std::uint8_t* key) {
  owe_frames();
  const std::optional<SealedFile> locked = std::exchange(host->locked, std::nullopt);
  if (!key) return host->app.dispatch(NotUnsealed{{ErrorId::sealed_no_memory, "", ""}});
  WrapKey wrap;
  std::copy_n(key, wrap.size(), wrap.begin());
  FileKey random;
  fill_random(random.data(), random.size());
  host->app.dispatch(stretched(wrap, locked, host->salt, random));
}

// ---- the device ----

/// {"has_plan": …, "stored": [[name, bytes], …], "build": …, "policy": …, "erased": …, "shared": …, "erasing": …} as
/// device.js has just read it.
EMSCRIPTEN_KEEPALIVE void vagval_device(const char* text) {
  const Result<Json> json = read_json(text);
  if (!json) return;
  DeviceIs is;
  const auto yes = [&](const char* name) {
    const Json* member = json->find(name);
    return member && member->boolean() && *member->boolean();
  };
  is.has_plan = yes("has_plan");
  is.erased = yes("erased");
  is.shared = yes("shared");
  if (const Json* erasing = json->find("erasing"); erasing && erasing->text())
    is.erasing = *erasing->text() == "blocked"  ? DeviceIs::Erasing::blocked
                 : *erasing->text() == "failed" ? DeviceIs::Erasing::failed
                                                : DeviceIs::Erasing::done;
  if (const Json* build = json->find("build"); build && build->text()) is.build = *build->text();
  if (const Json* policy = json->find("policy"); policy && policy->text()) is.policy = *policy->text();
  if (const Json* stored = json->find("stored"); stored && stored->array())
    for (const Json& one : *stored->array())
      if (one.array() && one.array()->size() == 2 && (*one.array())[0].text() && (*one.array())[1].integer())
        is.stored.push_back({*(*one.array())[0].text(), *(*one.array())[1].integer()});
  host->app.dispatch(is);
  owe_frames();
}
/// \param why  as Unread.
EMSCRIPTEN_KEEPALIVE void vagval_device_unread(int why, bool asked, bool erasing, bool shared) {
  DeviceUnread unread;
  unread.why = static_cast<Unread>(why);
  unread.asked = asked;
  unread.erasing = erasing;
  unread.shared = shared;
  host->app.dispatch(unread);
  owe_frames();
}
EMSCRIPTEN_KEEPALIVE void vagval_kept(const char* bytes, std::size_t size, const char* before,
                                      std::size_t before_size) {
  host->app.dispatch(KeptIs{std::string(bytes, size), std::string(before, before_size)});
  owe_frames();
}
EMSCRIPTEN_KEEPALIVE void vagval_kept_elsewhere(bool erased) {
  host->app.dispatch(KeptElsewhere{erased});
  owe_frames();
}
EMSCRIPTEN_KEEPALIVE void vagval_kept_now() {
  host->app.dispatch(KeptNow{});
  owe_frames();
}
EMSCRIPTEN_KEEPALIVE void vagval_keep_failed() {
  host->app.dispatch(KeepFailed{});
  owe_frames();
}

EMSCRIPTEN_KEEPALIVE void vagval_update() {
  host->app.dispatch(NewerProgram{});
  owe_frames();
}

// ---- pictures for another device, and from one ----

/// \returns whether the next picture follows by itself.
EMSCRIPTEN_KEEPALIVE bool vagval_next_picture() {
  host->app.dispatch(TurnPicture{1, true});
  owe_frames();
  return host->app.model().session.transfer.running;
}
/// Whether the browser can give a camera to the page.
EMSCRIPTEN_KEEPALIVE void vagval_camera_there() {
  host->app.dispatch(CameraThere{});
  owe_frames();
}
/// \param state  as Camera.
EMSCRIPTEN_KEEPALIVE void vagval_camera(int state) {
  host->app.dispatch(CameraIs{static_cast<Camera>(state)});
  owe_frames();
}
EMSCRIPTEN_KEEPALIVE void vagval_picture_read(const char* text) {
  host->app.dispatch(PictureRead{text});
  owe_frames();
}

// ---- leaving and covering ----

EMSCRIPTEN_KEEPALIVE void vagval_leave() {
  host->app.dispatch(Leave{});
  owe_frames();
}
EMSCRIPTEN_KEEPALIVE void vagval_cover(bool on) {
  if (host->app.model().session.covered == on) return;
  host->app.dispatch(Cover{on});
  owe_frames();
}
EMSCRIPTEN_KEEPALIVE bool vagval_covered() { return host->app.model().session.covered; }
/// Minutes without activity; 0: never.
EMSCRIPTEN_KEEPALIVE int vagval_cover_after() { return host->app.model().session.cover_after; }

// ---- visited screens ----

/// How many screens there are to go back to.
EMSCRIPTEN_KEEPALIVE std::size_t vagval_depth() { return host->app.model().session.been.size(); }
EMSCRIPTEN_KEEPALIVE void vagval_back() {
  host->app.dispatch(GoBack{});
  owe_frames();
}
EMSCRIPTEN_KEEPALIVE void vagval_forward() {
  host->app.dispatch(GoForward{});
  owe_frames();
}

/// The system's preferences.
EMSCRIPTEN_KEEPALIVE void vagval_prefers(bool dark, bool more_contrast) {
  host->input.dark = dark;
  host->input.more_contrast = more_contrast;
  owe_frames();
}

}  // extern "C"

int main() { return 0; }
