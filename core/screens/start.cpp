// Start: what this is and is not, and the ways in.
#include <algorithm>
#include <iterator>

#include "screens/keep_parts.h"
#include "screens/view.h"

namespace vagval {

namespace {

bool plan_begun(const ViewContext& view) { return !view.plan.household.persons.empty(); }

// A plan on the device, and a newer version of the program.
void what_waits(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  // The kept plan is offered and not opened, because another person may be looking.
  if (view.session.device.unread != Unread::no) screen.main.push_back(unread_note(view));
  if (view.session.device.has_plan && view.session.keeping.kept_as == Keeping::KeptAs::off) {
    Node kept = note("kept.found", Tone::info, words.text("kept.found"_t), words.text("kept.found.text"_t));
    kept.children = {button("kept.go_on", words.text("kept.go_on"_t), OpenKept{}),
                     button("kept.erase", words.text("kept.erase"_t), StopKeeping{}, Emphasis::quiet)};
    screen.main.push_back(std::move(kept));
  }

  if (view.session.device.newer_program) {
    Node newer = note("update", Tone::info, words.text("update.what"_t), words.text("update.do"_t));
    newer.children = {button("update.now", words.text("update.now"_t), UseNewer{})};
    screen.main.push_back(std::move(newer));
  }
}

void ways_in(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  screen.main.push_back(heading("start.ways", words.text("start.ways"_t), 2));
  if (plan_begun(view))
    screen.main.push_back(
        button("start.go_on", words.text("start.go_on"_t), GoTo{ScreenId::household}, Emphasis::primary));
  else
    screen.main.push_back(
        button("start.begin", words.text("start.begin"_t), GoTo{ScreenId::household}, Emphasis::primary));
  screen.main.push_back(button("start.open", words.text("start.open"_t), AskForFile{}));
  screen.main.push_back(button("start.read_rules", words.text("start.read_rules"_t), GoTo{ScreenId::sources}));
  screen.main.push_back(button("start.rumours", words.text("rumours.open_screen"_t), GoTo{ScreenId::rumours}));
  screen.main.push_back(button("start.read_path", words.text("start.read_path"_t), GoTo{ScreenId::path}));
  if (plan_begun(view))
    screen.main.push_back(button("start.new", words.text("start.new"_t), StartNewPlan{}, Emphasis::quiet));

  Node counsel = row("start.counsel", words.text("counsel.start.title"_t), words.text("counsel.start.text"_t));
  counsel.action = GoTo{ScreenId::counsel};
  screen.main.push_back(card("start.counsel.card", {std::move(counsel)}, words.text("counsel.start.title"_t)));
}

void add_examples(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  screen.main.push_back(heading("start.examples", words.text("start.examples"_t), 2));
  screen.main.push_back(paragraph("start.examples.about",
                                  words.text(plan_begun(view) ? "start.examples.replaces"_t : "start.examples.about"_t),
                                  Tone::muted));
  // Five that between them show what there is to know; the others are for training.
  constexpr std::string_view first[] = {"family", "citizen_partner", "pensioner", "single_debt", "asylum_refused"};
  std::vector<Node> rows, more;
  const auto add = [&](const Example& example, std::vector<Node>& to) {
    Node one = row("example." + example.name, words.text("example." + example.name));
    one.children.push_back(
        button("example.open." + example.name, words.text("start.look"_t), OpenExample{example.name}));
    to.push_back(std::move(one));
  };
  for (const std::string_view name : first)
    for (const Example& example : view.assets.examples)
      if (example.name == name) add(example, rows);
  for (const Example& example : view.assets.examples)
    if (std::find(std::begin(first), std::end(first), example.name) == std::end(first)) add(example, more);
  rows.push_back(disclosure(view, "start.examples.more", words.text("start.examples.more"_t), std::move(more)));
  screen.main.push_back(card("start.examples.list", std::move(rows), words.text("start.examples"_t)));
}

}  // namespace

void start_screen(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  screen.title = words.text("start.title"_t);
  screen.main.push_back(heading("title", screen.title, 1));
  screen.main.push_back(paragraph("start.lead", words.text("start.lead"_t)));
  screen.main.push_back(languages(view, false));

  what_waits(view, screen);

  Node is{.id = "start.what", .kind = Kind::pair};
  is.children.push_back(card("start.is", {heading("start.is.title", words.text("start.is.title"_t), 2),
                                          list("start.is.list", {words.text("start.is.1"_t), words.text("start.is.2"_t),
                                                                 words.text("start.is.3"_t)})}));
  is.children.push_back(card(
      "start.not", {heading("start.not.title", words.text("start.not.title"_t), 2),
                    list("start.not.list",
                         {words.text("start.not.1"_t), words.text("start.not.2"_t), words.text("start.not.3"_t)})}));
  screen.main.push_back(std::move(is));

  ways_in(view, screen);

  add_examples(view, screen);

  screen.aside.push_back(heading("aside.stay", words.text("start.stay.title"_t), 2));
  screen.aside.push_back(paragraph("aside.stay.text", words.text("start.stay.text"_t)));
  screen.aside.push_back(heading("aside.age", words.text("start.age.title"_t), 2));
  screen.aside.push_back(paragraph("aside.age.text", age_in_words(view)));
}

}  // namespace vagval
