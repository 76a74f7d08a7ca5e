// The rules in use: which they are, others from a file, and what those would change.
#include "app/view.h"

namespace vagval {

void rules_screen(const ViewContext& view, Screen& screen) {
  screen.title = view.words.text("rules.title"_t);
  screen.main.push_back(heading("title", screen.title, 1));
}

}  // namespace vagval
