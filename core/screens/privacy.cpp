// Privacy: the stored data and its places, how to see that nothing is sent, who might look, and the limits of any
// program.
#include "screens/keep_parts.h"
#include "screens/view.h"
#include "words/path_words.h"

namespace vagval {

namespace {

std::string stored_name(const ViewContext& view, const std::string& name) {
  if (name == "plan") return view.words.text("stored.plan"_t);
  if (name == "program") return view.words.text("stored.program"_t);
  return view.words.text("stored.other"_t, {{"name", name}});
}

// Every key and byte, read a moment ago; and erasing, with the proof by reading again.
void stored(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  const Device& device = view.session.device;
  screen.main.push_back(heading("privacy.stored", words.text("privacy.stored"_t), 2));
  screen.main.push_back(button("privacy.keep", words.text("keep.title"_t), GoTo{ScreenId::keep}));
  if (!device.keeps) {
    screen.main.push_back(paragraph("privacy.stored.none", words.text("keep.here.none"_t)));
    return;
  }
  screen.main.push_back(paragraph("privacy.stored.about", words.text("privacy.stored.about"_t), Tone::muted));
  if (device.unread != Unread::no) {
    screen.main.push_back(unread_note(view));
  } else if (device.stored.empty()) {
    screen.main.push_back(paragraph("privacy.stored.none", words.text("privacy.stored.none"_t), Tone::strong));
  } else {
    std::vector<std::vector<std::string>> rows = {
        {words.text("privacy.stored.what"_t), words.text("privacy.stored.bytes"_t)}};
    for (const Stored& one : device.stored) rows.push_back({stored_name(view, one.name), words.number(one.bytes)});
    screen.main.push_back(table("privacy.stored.table", words.text("privacy.stored"_t), rows));
  }
  screen.main.push_back(button("privacy.look", words.text("privacy.look"_t), LookAtDevice{}));
  screen.main.push_back(
      disclosure(view, "privacy.erase", words.text("privacy.erase"_t),
                 {paragraph("privacy.erase.sure", words.text("privacy.erase.sure"_t)),
                  button("privacy.erase.yes", words.text("privacy.erase.yes"_t), EraseDevice{}, Emphasis::primary)}));
}

void leaving(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  screen.main.push_back(heading("leave.title", words.text("leave.title"_t), 2));
  screen.main.push_back(card(
      "leave.card", {list("leave.list", {words.text("leave.1"_t), words.text("leave.2"_t), words.text("leave.3"_t)})},
      words.text("leave.title"_t)));
  Node after{.id = "cover.after", .kind = Kind::choice, .text = words.text("cover.after"_t), .compact = true};
  for (const int minutes : {0, 1, 5, 15})
    after.children.push_back({.id = "cover.after." + std::to_string(minutes),
                              .kind = Kind::option,
                              .text = minutes == 0
                                          ? words.text("cover.after.never"_t)
                                          : words.text("cover.after.minutes"_t, {{"count", std::int64_t{minutes}}}),
                              .selected = view.session.cover_after == minutes,
                              .action = ChooseCover{minutes}});
  screen.main.push_back(std::move(after));
}

// The threat model: who might look, what protects, what does not.
void threats(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  std::vector<std::vector<std::string>> rows = {
      {words.text("threat.who"_t), words.text("threat.helps"_t), words.text("threat.not"_t)}};
  for (const char* who : {"borrow", "file", "screen", "home", "net", "spy", "page"}) {
    const std::string key = std::string("threat.") + who;
    rows.push_back({words.text(key), words.text(key + ".helps"), words.text(key + ".not")});
  }
  screen.main.push_back(heading("threat.title", words.text("threat.title"_t), 2));
  screen.main.push_back(table("threat.table", words.text("threat.title"_t), rows));
}

}  // namespace

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
  part("kept", 5);
  stored(view, screen);
  part("never", 3);
  part("check", 3);
  screen.main.push_back(heading("privacy.policy", words.text("privacy.policy"_t), 2));
  screen.main.push_back(paragraph("privacy.policy.text", words.text("privacy.policy.text"_t)));
  if (!view.session.device.policy.empty())
    screen.main.push_back(paragraph("privacy.policy.is", view.session.device.policy, Tone::strong));
  if (!view.session.device.build.empty()) {
    screen.main.push_back(heading("privacy.build", words.text("privacy.build"_t), 2));
    screen.main.push_back(paragraph("privacy.build.hash", view.session.device.build, Tone::strong));
    screen.main.push_back(paragraph("privacy.build.text", words.text("privacy.build.text"_t)));
  }
  leaving(view, screen);
  threats(view, screen);
  part("limits", 7);
}

}  // namespace vagval
