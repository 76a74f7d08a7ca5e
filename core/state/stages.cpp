// An office's overview of files that persons gave.
#include "foundation/overloaded.h"
#include "state/assets.h"
#include "state/parts.h"

namespace vagval {

void apply(Work work, const StagesAction& action) {
  std::visit(Overloaded{[&](const AskForGivenFiles&) { work.effects.push_back(ShowFilePicker{.several = true}); },
                        [&](const ForgetGiven&) {
                          work.model.session.given = {};
                          to_top(work.model.session);
                        }},
             action);
}

void apply(Work work, const StagesReply& reply) {
  Session& session = work.model.session;
  std::visit(Overloaded{[&](const FileGiven& one) {
                          add_plan_file(session.given, work.assets.path, one.bytes, session.today);
                        },
                        [&](const FileNotGiven&) { ++session.given.unread; }},
             reply);
}

}  // namespace vagval
