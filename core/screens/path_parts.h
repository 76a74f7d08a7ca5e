// The parts of the path's screen.
#pragma once

#include "words/build.h"

namespace vagval {

/// One task by itself. `task` is one of the guide or of one's own.
void task_view(const ViewContext& view, const std::string& task, Screen& screen);
/// What pausing, stopping or staying means, while that is where the person stands.
void course_note(const ViewContext& view, Screen& screen);
/// Going on, pausing, stopping, staying: four equal answers.
void course_choice(const ViewContext& view, Screen& screen);

}  // namespace vagval
