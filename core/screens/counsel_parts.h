// The part of the screen for counsellors that asks about the person's own choice.
#pragma once

#include <vector>

#include "words/build.h"

namespace vagval {

/// For the counsellor: three groups of questions to ask oneself. Free, informed, express.
void voluntariness(const ViewContext& view, std::vector<Node>& nodes);

}  // namespace vagval
