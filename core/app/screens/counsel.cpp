// Working with a counsellor: what is hidden, what to think of before, and the way through a conversation.
#include "app/view.h"

namespace vagval {

void counsel_screen(const ViewContext& view, Screen& screen) {
  screen.title = view.words.text("counsel.title"_t);
  screen.main.push_back(heading("title", screen.title, 1));
}

}  // namespace vagval
