// The agenda: what to go through together, by who can answer.
#include "app/view.h"

namespace vagval {

void agenda_screen(const ViewContext& view, Screen& screen) {
  screen.title = view.words.text("agenda.title"_t);
  screen.main.push_back(heading("title", screen.title, 1));
}

}  // namespace vagval
