// Any bytes as a plan file: refused with an error, or read, shown on every screen, and written to the same plan.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "app/app.h"
#include "plan/plan_json.h"
#include "report/screen_json.h"
#include "state/assets.h"

using namespace vagval;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const auto assets = load_assets();
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const Result<Plan> plan = open_plan(text);
  if (!plan) return 0;
  const Result<Plan> again = open_plan(write_plan(*plan));
  if (!again || !(*again == *plan)) std::abort();
  if (plan->household.persons.size() > 4) return 0;  // an estimate for more persons takes too long for many tries
  App app(assets, *make_date(2026, 11, 20), "sv");
  app.reply(FileOpened{"plan.vagval.json", std::string(text)});
  for (const ScreenId screen : all_screens) {
    app.dispatch(GoTo{screen});
    if (screen_json(app.screen()).empty()) std::abort();
  }
  return 0;
}
