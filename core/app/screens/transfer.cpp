// The plan to another device without a server: pictures that its camera reads.
#include "app/view.h"

namespace vagval {

void transfer_screen(const ViewContext& view, Screen& screen) {
  screen.title = view.words.text("transfer.title"_t);
  screen.main.push_back(heading("title", screen.title, 1));
}

}  // namespace vagval
