// Privacy: what is kept where, how to see that nothing is sent, and what no program can protect against.
#include "app/view.h"

namespace vagval {

void privacy_screen(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  screen.title = words.text("privacy.title"_t);
  screen.main.push_back(heading("title", screen.title, 1));
  screen.main.push_back(paragraph("privacy.lead", words.text("privacy.lead"_t)));
  const auto part = [&](const std::string& id, int items) {
    screen.main.push_back(heading("privacy." + id, words.text("privacy." + id), 2));
    std::vector<std::string> texts;
    for (int i = 1; i <= items; ++i) texts.push_back(words.text("privacy." + id + "." + std::to_string(i)));
    screen.main.push_back(card("privacy." + id + ".card", {list("privacy." + id + ".list", std::move(texts))},
                               words.text("privacy." + id)));
  };
  part("kept", 4);
  part("never", 3);
  part("check", 3);
  part("limits", 4);
}

}  // namespace vagval
