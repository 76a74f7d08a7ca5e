// The parts of the estimate screen, one for each thing it says.
#pragma once

#include "app/build.h"

namespace vagval {

void estimate_head(const ViewContext& view, const Assessment& a, Screen& screen);
void estimate_money(const ViewContext& view, const Assessment& a, Screen& screen);
void estimate_persons(const ViewContext& view, const Assessment& a, Screen& screen);
void estimate_conditions(const ViewContext& view, const Assessment& a, Screen& screen);
void estimate_questions(const ViewContext& view, const Assessment& a, Screen& screen);
void estimate_aside(const ViewContext& view, const Assessment& a, Screen& screen);

}  // namespace vagval
