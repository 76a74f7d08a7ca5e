// Speed of the rules. Families come from the examples; every result includes its trace.
#include <benchmark/benchmark.h>

#include "app/app.h"
#include "assets/embedded.h"
#include "rules/assess.h"
#include "rules/pack_json.h"
#include "state/assets.h"

namespace vagval {
namespace {

const Assets& shipped() {
  static const auto assets = load_assets();
  return *assets;
}
const Plan& family() {
  for (const Example& example : shipped().examples)
    if (example.name == "family") return example.plan;
  std::abort();
}
const Date today = *make_date(2026, 11, 20);

void EvaluateAFamilyOfFour(benchmark::State& state) {
  const Answers answers = flatten(family().household, family().situation);
  for (auto _ : state) benchmark::DoNotOptimize(evaluate(shipped().pack, answers, today));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(EvaluateAFamilyOfFour);

void AssessAFamilyOfFour(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(assess(shipped().pack, family().household, family().situation, today));
}
BENCHMARK(AssessAFamilyOfFour);

void UpdateAndView(benchmark::State& state) {
  App app(load_assets(), today, "sv");
  app.dispatch(OpenExample{"family"});
  bool yes = false;
  for (auto _ : state) app.dispatch(SetAnswer{{Fact::debt_csn, "p1"}, (yes = !yes) ? "true" : "false"});
}
BENCHMARK(UpdateAndView);

void LoadTheAssets(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(read_assets());
}
BENCHMARK(LoadTheAssets);

}  // namespace
}  // namespace vagval

BENCHMARK_MAIN();
