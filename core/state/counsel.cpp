// With a counsellor, before the eyes of others.
#include <algorithm>

#include "foundation/overloaded.h"
#include "state/parts.h"

namespace vagval {

void apply(Work work, const CounselAction& action) {
  Counsel& counsel = work.model.session.counsel;
  std::visit(Overloaded{[&](const HideValues& one) { counsel.hidden = one.on; },
                        [&](const Reveal& one) { counsel.revealed = one.id; },
                        [&](const OneAtATime& one) { counsel.one_at_a_time = one.on; },
                        [&](const ShowPart& one) {
                          counsel.part = std::max(one.part, 0);
                          to_top(work.model.session);
                        },
                        [&](const RingPointer& one) { counsel.pointer_ring = one.on; }},
             action);
}

}  // namespace vagval
