// One question on the screen: its person, its text, its answers, and the reason for asking.
#pragma once

#include <vector>

#include "state/questions.h"
#include "words/build.h"

namespace vagval {

/// The question with its answers. For Scope::everyone the answers are for all at once, with one row a person below.
void question_view(const ViewContext& view, const Question& question, Screen& screen);

/// A row for an overview: the question, the answer now; activating opens it.
Node question_row(const ViewContext& view, const Question& question);

/// Back and next at the bottom. `back` and `next` are question ids; empty leads to the overview.
void question_footer(const ViewContext& view, const std::string& back, const std::string& next, Screen& screen);

}  // namespace vagval
