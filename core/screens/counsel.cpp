// Working with a counsellor: hiding values, showing one thing at a time, points to think of before, and the way
// through a conversation.
#include "screens/counsel_parts.h"
#include "screens/view.h"

namespace vagval {

namespace {

Node on_off(const ViewContext& view, const std::string& id, const std::string& text, const std::string& detail, bool on,
            const Action& turn_on, const Action& turn_off) {
  Node out = choice(id, text, detail, true);
  out.children = {option(id + ".on", view.words.text("counsel.on"_t), on, turn_on),
                  option(id + ".off", view.words.text("counsel.off"_t), !on, turn_off)};
  return out;
}

Node way(const ViewContext& view, ScreenId screen) {
  const std::string name(name_of(screen));
  Node out = row("counsel.way." + name, view.words.text("counsel.way." + name),
                 view.words.text("counsel.way." + name + ".text"));
  out.action = GoTo{screen};
  return out;
}

}  // namespace

void counsel_screen(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  const Counsel& counsel = view.session.counsel;
  screen.title = words.text("counsel.title"_t);
  screen.main.push_back(heading("title", screen.title, 1));
  screen.main.push_back(paragraph("counsel.lead", words.text("counsel.lead"_t)));

  screen.main.push_back(heading("counsel.seen", words.text("counsel.seen"_t), 2));
  screen.main.push_back(on_off(view, "counsel.hide", words.text("counsel.hide"_t), words.text("counsel.hide.text"_t),
                               counsel.hidden, HideValues{true}, HideValues{false}));
  screen.main.push_back(on_off(view, "counsel.parts", words.text("counsel.parts"_t), words.text("counsel.parts.text"_t),
                               counsel.one_at_a_time, OneAtATime{true}, OneAtATime{false}));
  screen.main.push_back(on_off(view, "counsel.ring", words.text("counsel.ring"_t), words.text("counsel.ring.text"_t),
                               counsel.pointer_ring, RingPointer{true}, RingPointer{false}));
  screen.main.push_back(button("counsel.reading", words.text("counsel.reading"_t), GoTo{ScreenId::reading}));

  voluntariness(view, screen.main);

  screen.main.push_back(heading("counsel.ways", words.text("counsel.ways"_t), 2));
  std::vector<Node> ways;
  for (const ScreenId other : all_screens)
    if (row_of(other).found == Found::counsel) ways.push_back(way(view, other));
  screen.main.push_back(card("counsel.ways.card", std::move(ways), words.text("counsel.ways"_t)));
  screen.main.push_back(paragraph("counsel.examples", words.text("counsel.examples"_t), Tone::muted));
  screen.main.push_back(button("counsel.start", words.text("nav.start"_t), GoTo{ScreenId::start}, Emphasis::quiet));
}

}  // namespace vagval
