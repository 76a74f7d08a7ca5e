// The cost of a frame without a window: a new layout of a screen, and scrolling of the same screen.
#include <benchmark/benchmark.h>

#include "app/app.h"
#include "imgui.h"
#include "plan/plan_json.h"
#include "ui/painter.h"

namespace vagval {
namespace {

const Date today = *make_date(2026, 11, 20);

class Window {
 public:
  Window() {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    io.DisplaySize = {1280, 800};
    ui::set_up(letters_);
  }
  ~Window() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) texture->SetStatus(ImTextureStatus_Destroyed);
    ImGui::DestroyContext();
  }
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  void draw(const App& app, float scroll) {
    ImGui::GetIO().DeltaTime = 1.0F / 60;
    ImGui::NewFrame();
    const ui::Frame frame = ui::paint(
        app.screen(), {.width = 1280, .height = 800, .host_scrolls = true, .scroll = scroll, .version = app.version()},
        state_, letters_);
    ImGui::Render();
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
      if (texture->Status == ImTextureStatus_WantCreate) texture->SetTexID(1);
      if (texture->Status != ImTextureStatus_Destroyed) texture->SetStatus(ImTextureStatus_OK);
    }
    height_ = frame.content_height;
  }
  float height() const { return height_; }

 private:
  ui::PainterState state_;
  ui::Letters letters_;
  float height_ = 0;
};

App with_two_thousand_tasks(const OpenItem& where) {
  Plan plan;
  for (int i = 0; i < 2000; ++i)
    plan.own_tasks.push_back(
        {.id = "t" + std::to_string(i), .section = "housing", .text = "Sak " + std::to_string(i), .days = i % 30});
  App app(load_assets(), today, "sv");
  app.reply(FileOpened{"plan.vagval.json", write_plan(plan)});
  app.dispatch(where);
  return app;
}

void ScrollTwoThousandTasks(benchmark::State& state) {
  const auto screen = static_cast<ScreenId>(state.range(0));
  const App app = with_two_thousand_tasks({screen, screen == ScreenId::path ? "housing" : ""});
  Window window;
  window.draw(app, 0);
  float scroll = 0;
  for (auto _ : state) {
    window.draw(app, scroll);
    scroll = scroll + 60 < window.height() ? scroll + 60 : 0;
  }
}
BENCHMARK(ScrollTwoThousandTasks)
    ->ArgName("screen")
    ->Arg(static_cast<int>(ScreenId::path))
    ->Arg(static_cast<int>(ScreenId::calendar))
    ->Unit(benchmark::kMillisecond);

void LayOutTwoThousandTasksAnew(benchmark::State& state) {
  App app = with_two_thousand_tasks({ScreenId::path, "housing"});
  Window window;
  for (auto _ : state) {
    state.PauseTiming();
    app.reply(TodayIs{today});
    state.ResumeTiming();
    window.draw(app, 0);
  }
}
BENCHMARK(LayOutTwoThousandTasksAnew)->Unit(benchmark::kMillisecond);

void AnAnswerOfTheFamilyToTheNewFrame(benchmark::State& state) {
  App app(load_assets(), today, "sv");
  app.dispatch(OpenExample{"family"});
  app.dispatch(GoTo{static_cast<ScreenId>(state.range(0))});
  Window window;
  bool yes = false;
  for (auto _ : state) {
    app.dispatch(SetAnswer{{Fact::debt_csn, "p1"}, (yes = !yes) ? "true" : "false"});
    window.draw(app, 0);
  }
}
BENCHMARK(AnAnswerOfTheFamilyToTheNewFrame)
    ->ArgName("screen")
    ->Arg(static_cast<int>(ScreenId::situation))
    ->Arg(static_cast<int>(ScreenId::estimate))
    ->Arg(static_cast<int>(ScreenId::path))
    ->Arg(static_cast<int>(ScreenId::calendar))
    ->Arg(static_cast<int>(ScreenId::money))
    ->Arg(static_cast<int>(ScreenId::compare))
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace vagval
