// Any order of anything a person can do: each byte presses, types, goes, undoes. The plan always survives its file,
// undo returns exactly, back to the plan that was opened, and every screen can be made.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "app/app.h"
#include "app/assets.h"
#include "plan/plan_json.h"
#include "report/screen_json.h"

using namespace vagval;

namespace {

constexpr std::string_view typed[] = {"",
                                      "2027-03-01",
                                      "1987",
                                      "350 000",
                                      "SY",
                                      "\xD9\xA3\xD9\xA4",
                                      "811228-9874",
                                      "\xE2\x80\xAE"
                                      "x",
                                      "-5",
                                      "9999-12-31",
                                      "A",
                                      "för vår",
                                      "1,5"};

void gather(const std::vector<Node>& nodes, std::vector<const Node*>& out) {
  for (const Node& node : nodes) {
    if (node.action && !node.disabled) out.push_back(&node);
    if (node.kind != Kind::disclosure || node.expanded) gather(node.children, out);
  }
}

void check(App& app, const Plan& before, std::size_t steps_before) {
  const Plan after = app.model().plan;
  const Result<Plan> read = open_plan(write_plan(after));
  if (!read || !(*read == after)) std::abort();
  if (app.model().history.past.size() != steps_before + 1) return;
  app.dispatch(UndoLast{});
  if (!(app.model().plan == before)) std::abort();
  app.dispatch(RedoLast{});
  if (!(app.model().plan == after)) std::abort();
}

// Where nothing can be undone any more, the plan is the one that was opened.
void follow(const App& app, Plan& opened) {
  const History& history = app.model().history;
  if (!history.past.empty()) return;
  if (history.future.empty()) opened = app.model().plan;
  if (!(app.model().plan == opened)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const auto assets = load_assets();
  App app(assets, *make_date(2026, 11, 20), "sv");
  app.dispatch(DeviceIs{});
  if (size > 0 && bytes[0] % 2 == 0)
    app.dispatch(OpenExample{assets->examples[bytes[0] % assets->examples.size()].name});
  Plan opened = app.model().plan;
  for (std::size_t i = 1; i < size && i < 60; ++i) {
    const Plan before = app.model().plan;
    const std::size_t steps = app.model().history.past.size();
    std::vector<const Node*> nodes;
    for (const std::vector<Node>* part : parts_of(app.screen())) gather(*part, nodes);
    if (nodes.empty()) break;  // somebody has left
    const Node& node = *nodes[(bytes[i] * 7U + i) % nodes.size()];
    if (node.id == "header.leave" && i % 16 != 0) continue;
    const std::string id = node.id, text(typed[bytes[i] % std::size(typed)]);
    if (node.kind == Kind::field) {
      app.gesture({Gesture::Verb::edit, id, text});
      app.gesture({Gesture::Verb::commit, id, text});
    } else {
      app.gesture({Gesture::Verb::activate, id, ""});
    }
    app.take_effects();
    if (app.model().plan.household.persons.size() > 3) app.dispatch(UndoLast{});  // many take too long
    check(app, before, steps);
    follow(app, opened);
  }
  while (!app.model().history.past.empty()) app.dispatch(UndoLast{});
  follow(app, opened);
  if (screen_json(app.screen()).empty()) std::abort();
  return 0;
}
