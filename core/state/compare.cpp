// The ways beside each other.
#include "foundation/overloaded.h"
#include "state/model.h"

namespace vagval {

void apply(Work work, const CompareAction& action) {
  std::visit(Overloaded{[&](const ReorderWays&) { ++work.model.session.turned; }}, action);
}

}  // namespace vagval
