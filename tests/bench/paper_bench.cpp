// The plan on paper, with five hundred own tasks.
#include <benchmark/benchmark.h>

#include "plan/change.h"
#include "report/outputs.h"

namespace vagval {
namespace {

void PrintAPlanWithFiveHundredTasks(benchmark::State& state) {
  const std::shared_ptr<const Assets> assets = load_assets();
  const Date today = *make_date(2026, 11, 20);
  Plan plan;
  for (const Example& example : assets->examples)
    if (example.name == "family") plan = example.plan;
  for (int i = 0; i < 500; ++i)
    set_plan_value(plan, "own." + *add_entry(plan, EntryList::own_task, "housing", today) + ".text", "Sak", today);
  const std::vector<ScreenId> all(std::begin(printable), std::end(printable));
  for (auto _ : state) benchmark::DoNotOptimize(print_page({assets, plan, today, "sv"}, all));
}
BENCHMARK(PrintAPlanWithFiveHundredTasks)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace vagval
