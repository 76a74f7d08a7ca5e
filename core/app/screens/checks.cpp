// Saying it back: two plain choices after each thing that is good to know. Nothing is counted.
#include "app/view.h"

namespace vagval {

void checks_screen(const ViewContext& view, Screen& screen) {
  screen.title = view.words.text("checks.title"_t);
  screen.main.push_back(heading("title", screen.title, 1));
}

}  // namespace vagval
