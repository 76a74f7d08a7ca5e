// Rumours: what is said, and what the sources say about it.
#include "app/view.h"

namespace vagval {

void rumours_screen(const ViewContext& view, Screen& screen) {
  screen.title = view.words.text("rumours.title"_t);
  screen.main.push_back(heading("title", screen.title, 1));
}

}  // namespace vagval
