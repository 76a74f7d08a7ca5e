// The accessibility statement (tillgänglighetsredogörelse): what has been tried, and what is known not to work.
#include "screens/view.h"

namespace vagval {

void accessibility_screen(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  screen.title = words.text("access.title"_t);
  screen.main.push_back(heading("title", screen.title, 1));
  screen.main.push_back(paragraph("access.aim", words.text("access.aim"_t)));
  const auto part = [&](const std::string& name, TextKey title, std::initializer_list<TextKey> items) {
    screen.main.push_back(heading("access." + name, words.text(title), 2));
    std::vector<std::string> texts;
    for (const TextKey item : items) texts.push_back(words.text(item));
    screen.main.push_back(list("access." + name + ".list", std::move(texts)));
  };
  part("gaps", "access.gaps"_t,
       {"access.gaps.people"_t, "access.gaps.desktop"_t, "access.gaps.typing"_t, "access.gaps.order"_t,
        "access.gaps.pictures"_t, "access.gaps.words"_t, "access.gaps.contact"_t});
  part("tried", "access.tried"_t,
       {"access.tried.axe"_t, "access.tried.keyboard"_t, "access.tried.contrast"_t, "access.tried.sizes"_t});
  part("help", "access.help"_t, {"access.help.plain"_t, "access.help.size"_t, "access.help.ask"_t});
  screen.main.push_back(button("access.reading", words.text("toolbar.reading"_t), GoTo{ScreenId::reading}));
}

}  // namespace vagval
