// Take along: paper, a sheet for a meeting, a calendar, tables; each with what is to be in it, seen before it is made.
#include "app/view.h"

namespace vagval {

void take_screen(const ViewContext& view, Screen& screen) {
  screen.title = view.words.text("take.title"_t);
  screen.main.push_back(heading("title", screen.title, 1));
}

}  // namespace vagval
