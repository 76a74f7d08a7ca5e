// Handing over: what the person takes along, and nothing that stays behind.
#include "app/view.h"

namespace vagval {

void handover_screen(const ViewContext& view, Screen& screen) {
  screen.title = view.words.text("handover.title"_t);
  screen.main.push_back(heading("title", screen.title, 1));
}

}  // namespace vagval
