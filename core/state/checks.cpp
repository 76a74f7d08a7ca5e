// Saying it back: one of two answers to the check that is open.
#include "foundation/overloaded.h"
#include "state/parts.h"

namespace vagval {

void forget_check(Session& session) {
  session.said_back.clear();
  session.open.erase("check.why");
}

void apply(Work work, const ChecksAction& action) {
  std::visit(Overloaded{[&](const SayBack& one) {
               forget_check(work.model.session);
               work.model.session.said_back = one.choice;
             }},
             action);
}

}  // namespace vagval
