// What lies on the device, another version of the program, the day, leaving and covering.
#include <algorithm>

#include "foundation/overloaded.h"
#include "state/counted_day.h"
#include "state/parts.h"
#include "state/places.h"
#include "state/update.h"

namespace vagval {

namespace {

void note_device(Model& model, const DeviceIs& action) {
  Device& device = model.session.device;
  device.keeps = true;
  device.unread = Unread::no;
  device.shared = action.shared;
  device.has_plan = action.has_plan;
  device.newer_plan = device.newer_plan && action.has_plan;
  device.stored = action.stored;
  device.build = action.build;
  device.policy = action.policy;
  const bool failed = action.erasing == DeviceIs::Erasing::failed,
             blocked = action.erasing == DeviceIs::Erasing::blocked;
  if (!action.erased && !failed && !blocked) return;
  if (action.erased) model.session.counsel.read_again = model.session.counsel.handed_over;
  const bool left = failed || (action.erased && !action.stored.empty());
  say(model, left, left ? "privacy.not_erased" : blocked ? "privacy.erased.blocked" : "privacy.erased", "");
}

void note_device_unread(Model& model, const DeviceUnread& action) {
  Device& device = model.session.device;
  device.keeps = true;
  device.unread = action.why;
  device.shared = action.shared;
  device.stored.clear();
  if (action.erasing) {
    model.session.counsel.read_again = model.session.counsel.handed_over;
    say(model, true, "privacy.erased.unknown", "kept.unread.silent");
  } else if (action.asked) {
    say(model, true, "kept.unread.what", unread_key(action.why));
  }
}

void erase_device(Model& model, Effects& effects) {
  start_plan(model, {});
  model.session.rules = {};
  forget_places(model.session);
  go_to(model, ScreenId::privacy);
  effects.push_back(EraseKept{.everything = true});
}

void leave(Model& model, Effects& effects) {
  forget_typed_passphrases(model.session);
  if (model.session.keeping.key) wipe(*model.session.keeping.key);
  Session session{
      .language = model.session.language, .left = true, .today = model.session.today, .clock = model.session.clock};
  model = Model{.session = std::move(session)};
  effects.push_back(StopKey{});
  effects.push_back(LeaveNow{});
}

}  // namespace

const char* unread_key(Unread why) {
  switch (why) {
    case Unread::newer:
      return "kept.unread.newer";
    case Unread::strange:
      return "kept.unread.strange";
    case Unread::silent:
      return "kept.unread.silent";
    case Unread::no:
    case Unread::refused:
      break;
  }
  return "kept.unread.do";
}

void apply(Work work, const DeviceAction& action) {
  Session& session = work.model.session;
  std::visit(Overloaded{[&](const LookAtDevice&) { work.effects.push_back(LookAround{}); },
                        [&](const EraseDevice&) { erase_device(work.model, work.effects); },
                        [&](const UseNewer&) { work.effects.push_back(UseNewerProgram{}); },
                        [&](const Leave&) { leave(work.model, work.effects); },
                        [&](const Cover& one) {
                          session.covered = one.on;
                          to_top(session);
                        },
                        [&](const ChooseCover& one) { session.cover_after = std::clamp(one.minutes, 0, 60); }},
             action);
}

void apply(Work work, const DeviceReply& reply) {
  Session& session = work.model.session;
  std::visit(Overloaded{[&](const TodayIs& one) {
                          const CountedDay day = by_clock(work.assets, one.today);
                          session.today = day.today;
                          session.clock = day.clock;
                        },
                        [&](const ChanceIs& one) { session.device.chance = one.chance; },
                        [&](const DeviceIs& one) { note_device(work.model, one); },
                        [&](const DeviceUnread& one) { note_device_unread(work.model, one); },
                        [&](const NewerProgram&) { session.device.newer_program = true; }},
             reply);
}

}  // namespace vagval
