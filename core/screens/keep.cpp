// Save and keep: in a file, with a passphrase or without, and on this device; and opening what has a passphrase.
#include <algorithm>

#include "screens/keep_parts.h"
#include "screens/view.h"

namespace vagval {

namespace {

void unlock_screen(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  const Keeping& keeping = view.session.keeping;
  screen.title = words.text("unlock.title"_t);
  screen.main.push_back(heading("title", screen.title, 1));
  screen.main.push_back(
      paragraph("unlock.lead", keeping.locked_is_kept ? words.text("kept.found"_t)
                               : keeping.locked_name.empty()
                                   ? words.text("transfer.unlock"_t)
                                   : words.text("unlock.lead"_t, {{"name", base_name(keeping.locked_name)}})));
  if (keeping.under_way) return push_stretching(view, screen.main);
  screen.main.push_back(passphrase_field(view, "pass.open", words.text("pass.new"_t)));
  screen.main.back().enter = "unlock.open";
  push_passphrase_fault(view, screen.main.back());
  screen.main.push_back(show_passphrase(view));
  screen.main.push_back(
      button("unlock.open", words.text("unlock.open"_t), UsePassphrase{PassphraseFor::open}, Emphasis::primary));
  screen.main.push_back(button("unlock.leave", words.text("unlock.leave"_t), LeaveLocked{}));
}

// Only one of the two asks at a time, since the fields are the same.
Node asking(const ViewContext& view, const std::string& id, std::string text, std::string detail, PassphraseFor use) {
  Node out = disclosure(view, id, std::move(text), {});
  out.detail = std::move(detail);
  const bool other_open = view.session.open.contains("keep.seal") && id != "keep.seal";
  if (other_open) out.expanded = false;
  if (out.expanded) out.children = new_passphrase(view, use);
  return out;
}

// The program has no clock, only the day.
std::string last_saved(const ViewContext& view) {
  const Session& session = view.session;
  if (session.file_name.empty()) return view.words.text("keep.never"_t);
  const std::string name = base_name(session.file_name);
  if (!session.saved_on) return view.words.text("keep.last"_t, {{"name", name}});
  if (*session.saved_on == session.today) return view.words.text("keep.saved_today"_t, {{"name", name}});
  return view.words.text("keep.saved_on"_t, {{"name", name}, {"date", *session.saved_on}});
}

void in_a_file(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  const Session& session = view.session;
  screen.main.push_back(heading("keep.file", words.text("keep.file"_t), 2));
  screen.main.push_back(paragraph("keep.file.text", words.text("keep.file.text"_t)));
  screen.main.push_back(paragraph("keep.file.state", last_saved(view), Tone::muted));
  if (session.unsaved && !session.file_name.empty())
    screen.main.push_back(paragraph("keep.file.changed", words.text("keep.changed"_t)));
  std::vector<Node> ways;
  if (session.keeping.key) {
    ways.push_back(paragraph("keep.sealed_now", words.text("keep.sealed_now"_t)));
    ways.push_back(button("keep.save", words.text("keep.sealed"_t), Save{}));
    ways.push_back(asking(view, "keep.seal", words.text("keep.change"_t), "", PassphraseFor::save));
  } else {
    ways.push_back(
        asking(view, "keep.seal", words.text("keep.sealed"_t), words.text("keep.sealed.text"_t), PassphraseFor::save));
  }
  Node plain = row("keep.plain.row", words.text("keep.plain"_t), words.text("keep.plain.text"_t));
  plain.children.push_back(button("keep.plain", words.text("keep.plain"_t), SavePlain{}));
  ways.push_back(std::move(plain));
  screen.main.push_back(card("keep.ways", std::move(ways), words.text("keep.file"_t)));
}

void on_this_device(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  const Keeping& keeping = view.session.keeping;
  screen.main.push_back(heading("keep.here", words.text("keep.here"_t), 2));
  if (!view.session.device.keeps) {
    screen.main.push_back(paragraph("keep.here.none", words.text("keep.here.none"_t)));
    return;
  }
  using enum Keeping::KeptAs;
  if (view.session.device.unread != Unread::no) screen.main.push_back(unread_note(view));
  screen.main.push_back(paragraph("keep.here.state",
                                  words.text(keeping.kept_as == off      ? "keep.here.off"_t
                                             : keeping.failed            ? "keep.here.failed"_t
                                             : !keeping.written          ? "keep.here.waiting"_t
                                             : keeping.kept_as == sealed ? "keep.here.is_sealed"_t
                                                                         : "keep.here.is_open"_t),
                                  Tone::strong));
  screen.main.push_back(
      list("keep.here.about", {words.text("keep.here.1"_t), words.text("keep.here.2"_t), words.text("keep.here.3"_t)}));
  std::vector<Node> ways;
  if (keeping.kept_as == off) {
    if (keeping.key)
      ways.push_back(button("keep.here.again", words.text("keep.here.seal"_t), KeepSealed{}));
    else
      ways.push_back(asking(view, "keep.here.seal", words.text("keep.here.seal"_t), "", PassphraseFor::keep));
    if (view.session.device.shared)
      ways.push_back(paragraph("keep.here.shared", words.text("keep.here.shared"_t)));
    else
      ways.push_back(disclosure(view, "keep.here.sure", words.text("keep.here.open"_t),
                                {paragraph("keep.here.sure.text", words.text("keep.here.sure"_t)),
                                 button("keep.here.yes", words.text("keep.here.yes"_t), KeepPlain{})}));
  } else {
    ways.push_back(button("keep.here.stop", words.text("keep.here.stop"_t), StopKeeping{}));
  }
  screen.main.push_back(card("keep.here.ways", std::move(ways), words.text("keep.here"_t)));
}

}  // namespace

void keep_screen(const ViewContext& view, Screen& screen) {
  if (!view.session.keeping.locked.empty()) return unlock_screen(view, screen);
  const Catalogue& words = view.words;
  screen.title = words.text("keep.title"_t);
  screen.main.push_back(heading("title", screen.title, 1));
  screen.main.push_back(paragraph("keep.lead", words.text("keep.lead"_t)));
  in_a_file(view, screen);
  on_this_device(view, screen);
  screen.main.push_back(button("keep.take", words.text("take.title"_t), GoTo{ScreenId::take}));
  screen.main.push_back(
      button("keep.transfer", words.text("transfer.title"_t), GoTo{ScreenId::transfer}, Emphasis::quiet));
  screen.main.push_back(button("keep.privacy", words.text("nav.privacy"_t), GoTo{ScreenId::privacy}, Emphasis::quiet));
}

}  // namespace vagval
