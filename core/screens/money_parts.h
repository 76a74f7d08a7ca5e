// The parts of the money screen below its lines.
#pragma once

#include "plan/money.h"
#include "words/build.h"

namespace vagval {

void money_over_time(const ViewContext& view, const std::vector<CashLine>& lines, const CashFlow& cash, Screen& screen);
void money_tried_out(const ViewContext& view, Screen& screen);
void money_parts(const ViewContext& view, const CashFlow& cash, Screen& screen);
void money_endings(const ViewContext& view, Screen& screen);

}  // namespace vagval
