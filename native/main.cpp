// The desktop host: the window, the event loop, and the effects. Draws only after a change.
#include <GLFW/glfw3.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/app.h"
#include "assets/border.h"
#include "assets/fonts.h"
#include "atomic_file.h"
#include "foundation/overloaded.h"
#include "imgui.h"
#include "imgui_impl_glfw.h"
#include "imgui_impl_opengl3.h"
#include "report/outputs.h"
#include "screenshot.h"
#include "sealer.h"
#include "state/assets.h"
#include "state/model.h"
#include "state/update.h"
#include "system_letters.h"
#include "ui/painter.h"
#include "ui/typing.h"

namespace vagval {

namespace {

// Dear ImGui needs one frame to find the pointer and one to show the effect; the third settles the layout.
constexpr int frames_after_input = 3;
constexpr double look_at_the_clock_seconds = 10;  // checks for another day and for the cover; draws nothing
constexpr double picture_seconds = border::picture_ms / 1000.0;  // between two pictures of a series
constexpr double leave_seconds = border::leave_ms / 1000.0;      // presses of Escape within this time of each other
constexpr std::uint32_t slice = 4096;  // steps of a passphrase in one frame: about ten milliseconds

struct Options {
  std::string plan, language, screenshot, screen, item;
  int width = 1280, height = 800;
  float scale = 1;
  double idle_seconds = 0;
  // The reading settings; a person chooses them on the screen under Language and reading.
  std::string beside, colours;
  int text_percent = 0;
};

Date today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  tzset();  // the device's time zone may have changed since the start
  localtime_r(&now, &local);
  return make_date(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday).value_or(Date{});
}

struct Host {
  explicit Host(App made) : app(std::move(made)) {}
  App app;
  ui::PainterState painter;
  ui::Letters letters;
  GLFWwindow* window = nullptr;
  Sealer sealer;
  double last_input_seconds = 0, last_escape_seconds = 0, turned_seconds = 0;
  int escapes = 0;                           ///< in a row
  bool closing = false;                      ///< the person was asked about closing, if there was a question
  bool dark = false, more_contrast = false;  ///< the desktop's preferences at the start
  int owed = frames_after_input;
  long frames = 0;
};

void open(Host& host, const std::string& path) {
  Result<std::string> bytes = read_file(path);
  if (!bytes) return host.app.dispatch(FileNotOpened{bytes.error()});
  host.app.dispatch(FileOpened{path, std::move(*bytes)});
}

void save(Host& host, const WriteFile& effect) {
  // Only the plan's own file is overwritten; any other existing file is left alone.
  const std::string bytes = effect.key ? sealed(*effect.key, effect.bytes) : effect.bytes;
  std::string path = effect.name;
  if (effect.over) {
    const Result<bool> written = write_file_atomically(path, bytes);
    if (!written) return host.app.dispatch(SaveFailed{written.error()});
  } else {
    Result<std::string> written = write_new_file(effect.name, bytes);
    if (!written) return host.app.dispatch(SaveFailed{written.error()});
    path = std::move(*written);
  }
  host.app.dispatch(Saved{path, base_name(path) != base_name(effect.name), effect.aside});
}

void take_along(Host& host, const MakeOutput& wanted) {
  const Model& model = host.app.model();
  const Result<OutputFile> file = make_output(
      {host.app.assets(), model.plan, model.session.today, model.session.language, "", model.session.clock}, wanted);
  if (!file) return host.app.dispatch(SaveFailed{file.error()});
  const std::string& plan = model.session.file_name;
  const Result<std::string> written =
      write_new_file(plan.substr(0, plan.size() - base_name(plan).size()) + file->name, file->bytes);
  if (!written) return host.app.dispatch(SaveFailed{written.error()});
  host.app.dispatch(Taken{*written});
}

// Uses the desktop's file dialog if there is one; otherwise a person drops a file on the window.
std::vector<std::string> ask_for_paths(bool several) {
  std::vector<std::string> out;
  std::FILE* const dialog =
      ::popen(several ? "zenity --file-selection --multiple --separator='\n' 2>/dev/null || "
                        "kdialog --getopenfilename . --multiple --separate-output 2>/dev/null"
                      : "zenity --file-selection 2>/dev/null || kdialog --getopenfilename . 2>/dev/null",
              "r");
  if (!dialog) return out;
  std::string path;
  for (int c = std::fgetc(dialog); c != EOF; c = std::fgetc(dialog)) {
    if (c != '\n') {
      path += static_cast<char>(c);
      continue;
    }
    out.push_back(std::move(path));
    path.clear();
  }
  ::pclose(dialog);
  return out;
}

// Files given to an office are counted and not opened.
void give(Host& host, const std::string& path) {
  Result<std::string> bytes = read_file(path);
  if (!bytes) return host.app.dispatch(FileNotGiven{});
  host.app.dispatch(FileGiven{std::move(*bytes)});
}

// The preferences of the whole desktop, if it exposes them (GNOME and compatible desktops).
bool desktop_prefers(const std::string& setting, std::string_view wanted) {
  std::FILE* const asked = ::popen(("gsettings get org.gnome.desktop." + setting + " 2>/dev/null").c_str(), "r");
  if (!asked) return false;
  std::string answer;
  for (int c = std::fgetc(asked); c != EOF; c = std::fgetc(asked)) answer += static_cast<char>(c);
  ::pclose(asked);
  return answer.find(wanted) != std::string::npos;
}

void carry_out(Host& host) {
  std::vector<Effect> effects = host.app.take_effects();
  for (Effect& effect : effects) {
    std::visit(Overloaded{[&](const ShowFilePicker& picker) {
                            for (const std::string& path : ask_for_paths(picker.several))
                              picker.several ? give(host, path) : open(host, path);
                          },
                          [&](const WriteFile& file) { save(host, file); },
                          [&](const MakeOutput& wanted) { take_along(host, wanted); },
                          [&](const MakeKey& make) { host.sealer.make(make.passphrase); },
                          [&](const FindKey& find) { host.sealer.find(find.bytes, find.passphrase); },
                          [&](const StopKey&) { host.sealer = {}; },
                          // Dear ImGui's own memory holds a copy of the text being typed.
                          [&](const LeaveNow&) { ui::forget_typed(host.painter); },
                          [&](const EndProgram&) { host.closing = true; },
                          // The desktop host has no voice and stores only files.
                          [](const Speak&) {}, [](const BeSilent&) {}, [](const KeepOnDevice&) {},
                          [](const ReadKept&) {}, [](const EraseKept&) {}, [](const LookAround&) {},
                          [](const AskForWords&) {}, [](const UseNewerProgram&) {},
                          [&](const SealForPictures& wanted) {
                            host.app.dispatch(SealedForPictures{sealed(wanted.key, wanted.bytes)});
                          },
                          [&](const StepPictures&) { host.turned_seconds = glfwGetTime(); },
                          // The desktop host announces no camera; only the browser reads pictures.
                          [](const StartCamera&) {}, [](const StopCamera&) {},
                          // The desktop shows the canvas and has no page beside it.
                          [](const ShowOtherPage&) {}},
               effect);
    forget_passphrase(effect);
  }
}

void shortcuts(Host& host) {
  const ImGuiIO& io = ImGui::GetIO();
  if (ImGui::IsKeyPressed(ImGuiKey_F2, false)) host.app.dispatch(Cover{!host.app.model().session.covered});
  if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) {
    host.escapes = glfwGetTime() - host.last_escape_seconds < leave_seconds ? host.escapes + 1 : 1;
    host.last_escape_seconds = glfwGetTime();
    if (host.escapes == border::leave_presses) host.app.dispatch(Leave{});
  }
  if (io.KeyAlt && !io.WantTextInput && ImGui::IsKeyPressed(ImGuiKey_LeftArrow, false)) host.app.dispatch(GoBack{});
  if (io.KeyAlt && !io.WantTextInput && ImGui::IsKeyPressed(ImGuiKey_RightArrow, false)) host.app.dispatch(GoForward{});
  if (ImGui::IsMouseClicked(3)) host.app.dispatch(GoBack{});
  if (ImGui::IsMouseClicked(4)) host.app.dispatch(GoForward{});
  if (!io.KeyCtrl || io.WantTextInput) return;
  for (const border::Shortcut& shortcut : border::shortcuts) {
    if (io.KeyShift != shortcut.shift || !ImGui::IsKeyPressed(static_cast<ImGuiKey>(ImGuiKey_A + (shortcut.key - 'a'))))
      continue;
    host.app.gesture({Gesture::Verb::activate, std::string(shortcut.id), ""});
  }
}

void draw(Host& host, float scale) {
  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplGlfw_NewFrame();
  ImGuiIO& io = ImGui::GetIO();
  int width = 0, height = 0;
  glfwGetFramebufferSize(host.window, &width, &height);
  io.DisplaySize = {static_cast<float>(width) / scale, static_cast<float>(height) / scale};
  io.DisplayFramebufferScale = {scale, scale};
  ImGui::NewFrame();
  shortcuts(host);
  const std::uint32_t before = host.app.version();
  const ui::Frame frame = ui::paint(host.app.screen(),
                                    {.width = io.DisplaySize.x,
                                     .height = io.DisplaySize.y,
                                     .typing = ui::type_in_place,
                                     .dark = host.dark,
                                     .more_contrast = host.more_contrast,
                                     .version = host.app.version()},
                                    host.painter, host.letters);
  ImGui::Render();
  glViewport(0, 0, width, height);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  for (const Gesture& gesture : frame.gestures) host.app.gesture(gesture);
  carry_out(host);
  if (std::optional<Action> news = host.sealer.advance(slice)) {
    host.app.dispatch(*news);
    carry_out(host);
  }
  ++host.frames;
  --host.owed;
  if (frame.another_frame || host.sealer.busy() || host.app.version() != before) host.owed = frames_after_input;
}

Host& host_of(GLFWwindow* window) { return *static_cast<Host*>(glfwGetWindowUserPointer(window)); }

// A person is using the program.
void touched(Host& host) {
  host.owed = frames_after_input;
  host.last_input_seconds = glfwGetTime();
}

// Any event of the window requests frames. Dear ImGui's callbacks are chained behind these.
void listen(GLFWwindow* window) {
  glfwSetCursorPosCallback(window, [](GLFWwindow* w, double, double) { touched(host_of(w)); });
  glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int, int, int) { touched(host_of(w)); });
  glfwSetScrollCallback(window, [](GLFWwindow* w, double, double) { touched(host_of(w)); });
  glfwSetKeyCallback(window, [](GLFWwindow* w, int, int, int, int) { touched(host_of(w)); });
  glfwSetCharCallback(window, [](GLFWwindow* w, unsigned) { touched(host_of(w)); });
  glfwSetFramebufferSizeCallback(window, [](GLFWwindow* w, int, int) { host_of(w).owed = frames_after_input; });
  glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) { host_of(w).owed = frames_after_input; });
  glfwSetDropCallback(window, [](GLFWwindow* w, int count, const char** paths) {
    if (count > 0) open(host_of(w), paths[0]);
    touched(host_of(w));
  });
}

// The day may have changed: at midnight, during sleep, or with the clock.
void look_at_the_clock(Host& host) {
  const Session& session = host.app.model().session;
  if (today() == session.clock.value_or(session.today)) return;
  host.app.dispatch(TodayIs{today()});
  host.owed = frames_after_input;
}

void run(Host& host, const Options& options) {
  const double start = glfwGetTime();
  long settled_frames = -1;
  while (!host.closing) {
    if (glfwWindowShouldClose(host.window)) {
      glfwSetWindowShouldClose(host.window, GLFW_FALSE);
      host.app.dispatch(CloseProgram{});
      carry_out(host);
      host.owed = frames_after_input;
      continue;
    }
    look_at_the_clock(host);  // before the last press is handled
    if (host.owed > 0) {
      draw(host, options.scale);
      glfwSwapBuffers(host.window);
      glfwPollEvents();
      continue;
    }
    if (options.idle_seconds > 0 && settled_frames < 0) settled_frames = host.frames;
    const bool running = host.app.model().session.transfer.running;
    glfwWaitEventsTimeout(running ? picture_seconds / 4 : options.idle_seconds > 0 ? 0.5 : look_at_the_clock_seconds);
    if (running && glfwGetTime() - host.turned_seconds >= picture_seconds) {
      host.turned_seconds = glfwGetTime();
      host.app.dispatch(TurnPicture{1, true});
      host.owed = frames_after_input;
    }
    if (options.idle_seconds > 0 && glfwGetTime() - start > options.idle_seconds) break;
    const Session& session = host.app.model().session;
    if (session.cover_after > 0 && !session.covered && !session.left &&
        glfwGetTime() - host.last_input_seconds > 60.0 * session.cover_after) {
      host.app.dispatch(Cover{true});
      host.owed = frames_after_input;
    }
  }
  if (options.idle_seconds > 0) std::printf("%ld frames while idle\n", host.frames - settled_frames);
}

Options read_options(int argc, char** argv) {
  Options out;
  if (const char* language = std::getenv("LANG")) out.language = language;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string_view name = argv[i];
    const std::string value = argv[i + 1];
    if (name == "--plan")
      out.plan = value;
    else if (name == "--lang")
      out.language = value;
    else if (name == "--screenshot")
      out.screenshot = value;
    else if (name == "--screen")
      out.screen = value;
    else if (name == "--item")
      out.item = value;
    else if (name == "--beside")
      out.beside = value;
    else if (name == "--colours")
      out.colours = value;
    else if (name == "--text")
      out.text_percent = std::atoi(value.c_str());
    else if (name == "--size")
      std::sscanf(value.c_str(), "%dx%d", &out.width, &out.height);
    else if (name == "--scale")
      out.scale = std::strtof(value.c_str(), nullptr);
    else if (name == "--idle-test")
      out.idle_seconds = std::strtod(value.c_str(), nullptr);
  }
  return out;
}

int start(const Options& options) {
  if (!glfwInit()) {
    std::fprintf(stderr,
                 "No window can be opened here. Is there a display? The command line (vagval) works without one.\n");
    return 1;
  }
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 2);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  if (!options.screenshot.empty()) glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
  const auto pixels = [&](int length) { return static_cast<int>(static_cast<float>(length) * options.scale); };
  const std::shared_ptr<const Assets> assets = load_assets();
  Host host(App(assets, today(), language_for(*assets, options.language)));
  host.app.dispatch(ChanceIs{random_letters()});
  host.app.dispatch(TodayIs{today()});  // the day of the clock, not a chosen one
  // The title does not tell the window's purpose, because other people may see it.
  host.window = glfwCreateWindow(pixels(options.width), pixels(options.height), "Vägval", nullptr, nullptr);
  if (!host.window) {
    std::fprintf(stderr, "The window could not be opened: OpenGL 3.2 is needed.\n");
    return 1;
  }
  glfwMakeContextCurrent(host.window);
  glfwSetWindowUserPointer(host.window, &host);
  ImGui::CreateContext();
  listen(host.window);
  ImGui_ImplGlfw_InitForOpenGL(host.window, true);
  ImGui_ImplOpenGL3_Init("#version 150");
  const assets::FontFiles arabic = assets::arabic_fonts(), ethiopic = assets::ethiopic_fonts();
  ui::set_up(host.letters, {arabic.regular, ethiopic.regular});
  for (const assets::FontFiles& script : {arabic, ethiopic}) host.letters.add(script.regular, script.semibold);
  host.letters.use(desktop_letters());
  host.dark = desktop_prefers("interface color-scheme", "prefer-dark");
  host.more_contrast = desktop_prefers("a11y.interface high-contrast", "true");
  if (!options.plan.empty()) open(host, options.plan);
  if (!options.screen.empty()) host.app.gesture({Gesture::Verb::activate, "nav." + options.screen, ""});
  for (std::size_t i = 0; i < std::size(screen_names) && !options.item.empty(); ++i)
    if (screen_names[i] == options.screen) host.app.dispatch(OpenItem{static_cast<ScreenId>(i), options.item});
  if (!options.beside.empty()) host.app.dispatch(ChooseBeside{options.beside});
  if (options.text_percent > 0) host.app.dispatch(ChooseTextSize{options.text_percent});
  for (std::size_t i = 0; i < std::size(appearance_names); ++i)
    if (appearance_names[i] == options.colours) host.app.dispatch(ChooseAppearance{static_cast<Appearance>(i)});
  int result = 0;
  if (options.screenshot.empty()) {
    run(host, options);
  } else {
    for (int i = 0; i < 4; ++i) draw(host, options.scale);
    result = write_screenshot(options.screenshot, pixels(options.width), pixels(options.height)) ? 0 : 1;
  }
  ImGui_ImplOpenGL3_Shutdown();
  ImGui_ImplGlfw_Shutdown();
  ImGui::DestroyContext();
  glfwTerminate();
  return result;
}

}  // namespace

}  // namespace vagval

int main(int argc, char** argv) { return vagval::start(vagval::read_options(argc, argv)); }
