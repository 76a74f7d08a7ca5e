// An office's overview: how many are in which stage over time, from files that persons chose to give.
#include "app/view.h"

namespace vagval {

void stages_screen(const ViewContext& view, Screen& screen) {
  screen.title = view.words.text("stages.title"_t);
  screen.main.push_back(heading("title", screen.title, 1));
}

}  // namespace vagval
