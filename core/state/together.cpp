// Two plans of two adults beside each other.
#include "foundation/overloaded.h"
#include "state/model.h"

namespace vagval {

void apply(Work work, const TogetherAction& action) {
  Together& together = work.model.session.together;
  std::visit(Overloaded{[&](const AgreeTogether&) { together.agreed = true; },
                        [&](const ShowTopic& one) {
                          auto& topics = one.mine ? together.mine : together.theirs;
                          if (!topics.erase(one.topic)) topics.insert(one.topic);
                        },
                        [&](const OpenOther&) {
                          together.opening = true;
                          work.effects.push_back(ShowFilePicker{});
                        },
                        [&](const CloseOther&) {
                          together.other.reset();
                          together.theirs.clear();
                          together.name.clear();
                        }},
             action);
}

}  // namespace vagval
