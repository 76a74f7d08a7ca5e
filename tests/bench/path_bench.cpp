// Growth of the path with the plan: scheduling from 100 to 100 000 tasks, and a screen with 2 000 own tasks.
#include <benchmark/benchmark.h>

#include <cstdlib>

#include "app/app.h"
#include "plan/plan_json.h"
#include "state/assets.h"
#include "state/derived.h"

namespace vagval {
namespace {

const Assets& shipped() {
  static const auto assets = load_assets();
  return *assets;
}
const Date today = *make_date(2026, 11, 20);

// `tasks` own tasks, each waiting for five earlier ones: the same every time.
std::vector<OwnTask> many_tasks(int tasks) {
  std::vector<OwnTask> out;
  std::uint32_t random = 1;
  for (int i = 0; i < tasks; ++i) {
    OwnTask task{
        .id = "t" + std::to_string(i), .section = "housing", .text = "Sak " + std::to_string(i), .days = i % 30};
    for (int k = 0; k < 5 && i > 0; ++k) {
      random = random * 1664525 + 1013904223;
      task.after.push_back("own.t" + std::to_string(random % static_cast<std::uint32_t>(i)));
    }
    out.push_back(std::move(task));
  }
  return out;
}

void ScheduleTasksWithFiveTimesAsManyLinks(benchmark::State& state) {
  const std::vector<OwnTask> own = many_tasks(static_cast<int>(state.range(0)));
  const std::vector<Truth> concerned(shipped().path.tasks.size(), Truth::yes);
  for (auto _ : state) benchmark::DoNotOptimize(schedule({shipped().path, own, {}, {}, concerned, today}));
  state.SetComplexityN(state.range(0));
}
BENCHMARK(ScheduleTasksWithFiveTimesAsManyLinks)
    ->Arg(100)
    ->Arg(1000)
    ->Arg(2000)
    ->Arg(10'000)
    ->Arg(100'000)
    ->Unit(benchmark::kMillisecond)
    ->Complexity();

void OpenAPlanWithManyTasks(benchmark::State& state) {
  Plan plan;
  plan.own_tasks = many_tasks(2000);
  const std::string bytes = write_plan(plan);
  for (auto _ : state) benchmark::DoNotOptimize(open_plan(bytes));
}
BENCHMARK(OpenAPlanWithManyTasks)->Unit(benchmark::kMillisecond);

void ChangeAStateAmongTwoThousandTasks(benchmark::State& state) {
  App app(load_assets(), today, "sv");
  Plan plan;
  plan.own_tasks = many_tasks(2000);
  app.reply(FileOpened{"plan.vagval.json", write_plan(plan)});
  app.dispatch(OpenItem{ScreenId::path, "housing"});
  bool done = false;
  for (auto _ : state) app.dispatch(SetValue{"task.own.t1.state", (done = !done) ? "done" : ""});
}
BENCHMARK(ChangeAStateAmongTwoThousandTasks)->Unit(benchmark::kMillisecond);

void ThePathOfAFamily(benchmark::State& state) {
  for (const Example& example : shipped().examples)
    if (example.name == "family")
      for (auto _ : state) benchmark::DoNotOptimize(path_today(shipped(), example.plan, today));
}
BENCHMARK(ThePathOfAFamily);

void AnswerAQuestionOfTheFamilyOnThePath(benchmark::State& state) {
  App app(load_assets(), today, "sv");
  app.dispatch(OpenExample{"family"});
  app.dispatch(GoTo{ScreenId::path});
  bool yes = false;
  for (auto _ : state) app.dispatch(SetAnswer{{Fact::rents_home, ""}, (yes = !yes) ? "true" : "false"});
}
BENCHMARK(AnswerAQuestionOfTheFamilyOnThePath);

void CompareTheFourWays(benchmark::State& state) {
  App app(load_assets(), today, "sv");
  app.dispatch(OpenExample{"family"});
  app.dispatch(GoTo{ScreenId::compare});
  for (auto _ : state) app.dispatch(ReorderWays{});
}
BENCHMARK(CompareTheFourWays);

}  // namespace
}  // namespace vagval
