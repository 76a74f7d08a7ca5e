// Save and keep: in a file, with a passphrase or without, and on this device; and opening what has a passphrase.
#include <algorithm>

#include "app/view.h"

namespace vagval {

namespace {

Node passphrase(const ViewContext& view, const std::string& id, std::string label, std::string help = {}) {
  Node out{.id = id, .kind = Kind::field, .text = std::move(label), .detail = std::move(help)};
  out.input = view.session.open.contains("pass.shown") ? Input::text : Input::passphrase;
  if (const auto typed = view.session.drafts.find(id); typed != view.session.drafts.end()) out.value = typed->second;
  out.action = EditField{id, {}};
  return out;
}

void push_fault(const ViewContext& view, Node& field) {
  if (!view.session.keeping.fault.empty())
    field.error = view.words.text(view.session.keeping.fault, {{"detail", std::to_string(passphrase_max)}});
}

Node show_typed(const ViewContext& view) {
  const bool shown = view.session.open.contains("pass.shown");
  return button("pass.show", view.words.text(shown ? "pass.hide"_t : "pass.show"_t), ToggleOpen{"pass.shown"},
                Emphasis::quiet);
}

void push_progress(const ViewContext& view, std::vector<Node>& out) {
  const Keeping& keeping = view.session.keeping;
  const bool opening = *keeping.under_way == Then::open;
  out.push_back(paragraph("pass.progress",
                          view.words.text(opening ? "pass.opening"_t : "pass.sealing"_t,
                                          {{"percent", std::int64_t{keeping.thousandths / 10}}}),
                          Tone::strong));
  out.push_back(paragraph("pass.slow", view.words.text("pass.slow"_t), Tone::muted));
  out.push_back(button("pass.cancel", view.words.text("pass.cancel"_t), StopStretching{}));
}

void unlock_screen(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  const Keeping& keeping = view.session.keeping;
  screen.title = words.text("unlock.title"_t);
  screen.main.push_back(heading("title", screen.title, 1));
  screen.main.push_back(paragraph(
      "unlock.lead", keeping.locked_is_kept ? words.text("kept.found"_t)
                                            : words.text("unlock.lead"_t, {{"name", base_name(keeping.locked_name)}})));
  if (keeping.under_way) return push_progress(view, screen.main);
  screen.main.push_back(passphrase(view, "pass.open", words.text("pass.new"_t)));
  push_fault(view, screen.main.back());
  screen.main.push_back(show_typed(view));
  screen.main.push_back(
      button("unlock.open", words.text("unlock.open"_t), UsePassphrase{Then::open}, Emphasis::primary));
  screen.main.push_back(button("unlock.leave", words.text("unlock.leave"_t), LeaveLocked{}));
}

// Typed twice: a passphrase that is not what somebody thinks it is locks them out for good.
std::vector<Node> new_passphrase(const ViewContext& view, Then then) {
  const Catalogue& words = view.words;
  std::vector<Node> out;
  if (view.session.keeping.under_way) {
    push_progress(view, out);
    return out;
  }
  out.push_back(passphrase(view, "pass.new", words.text("pass.new"_t), words.text("pass.new.help"_t)));
  push_fault(view, out.back());
  out.push_back(passphrase(view, "pass.again", words.text("pass.again"_t)));
  out.push_back(show_typed(view));
  const bool save = then == Then::save;
  out.push_back(button(save ? "keep.seal.go" : "keep.here.seal.go",
                       words.text(save ? "keep.sealed"_t : "keep.here.seal"_t), UsePassphrase{then}));
  return out;
}

// Only one of the two asks at a time, since the fields are the same.
Node asking(const ViewContext& view, const std::string& id, std::string text, std::string detail, Then then) {
  Node out = disclosure(view, id, std::move(text), {});
  out.detail = std::move(detail);
  const bool other_open = view.session.open.contains("keep.seal") && id != "keep.seal";
  if (other_open) out.expanded = false;
  if (out.expanded) out.children = new_passphrase(view, then);
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
    ways.push_back(asking(view, "keep.seal", words.text("keep.change"_t), "", Then::save));
  } else {
    ways.push_back(
        asking(view, "keep.seal", words.text("keep.sealed"_t), words.text("keep.sealed.text"_t), Then::save));
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
  using enum Keeping::Here;
  screen.main.push_back(paragraph("keep.here.state",
                                  words.text(keeping.here == off      ? "keep.here.off"_t
                                             : keeping.here == sealed ? "keep.here.is_sealed"_t
                                                                      : "keep.here.is_open"_t),
                                  Tone::strong));
  screen.main.push_back(
      list("keep.here.about", {words.text("keep.here.1"_t), words.text("keep.here.2"_t), words.text("keep.here.3"_t)}));
  std::vector<Node> ways;
  if (keeping.here == off) {
    if (keeping.key)
      ways.push_back(button("keep.here.again", words.text("keep.here.seal"_t), KeepSealed{}));
    else
      ways.push_back(asking(view, "keep.here.seal", words.text("keep.here.seal"_t), "", Then::keep));
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
  screen.main.push_back(button("keep.privacy", words.text("nav.privacy"_t), GoTo{ScreenId::privacy}, Emphasis::quiet));
}

}  // namespace vagval
