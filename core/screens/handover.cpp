// Handing over: what the person takes along, whether the counsellor keeps a copy, and that nothing stays behind.
#include "screens/view.h"

namespace vagval {

namespace {

Node agrees(const ViewContext& view, const std::string& id, bool yes, bool counsellor) {
  const Catalogue& words = view.words;
  Node out = choice(id, words.text(id), {}, true);
  out.children = {option(id + ".yes", words.text("answer.yes"_t), yes, AgreeCopy{counsellor, true}),
                  option(id + ".no", words.text("answer.no"_t), !yes, AgreeCopy{counsellor, false})};
  return out;
}

Node what_is_left(const ViewContext& view) {
  const Catalogue& words = view.words;
  const auto said = [&](Tone tone, TextKey what, TextKey act) {
    return note("handover.read", tone, words.text(what), words.text(act));
  };
  if (!view.session.device.keeps) return said(Tone::info, "handover.forgotten"_t, "handover.nothing_left.native"_t);
  if (view.session.device.unread != Unread::no) return said(Tone::error, "handover.left"_t, "handover.left.do"_t);
  if (!view.session.counsel.read_again) return said(Tone::hazard, "handover.reading"_t, "handover.reading.do"_t);
  if (!view.session.device.stored.empty()) return said(Tone::error, "handover.left"_t, "handover.left.do"_t);
  return said(Tone::info, "handover.nothing_left"_t, "handover.nothing_left.web"_t);
}

void done(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  screen.main.push_back(what_is_left(view));
  screen.main.push_back(
      list("handover.outside", {words.text("handover.outside.1"_t), words.text("handover.outside.2"_t)}));
  screen.main.push_back(
      button("handover.next", words.text("handover.next"_t), GoTo{ScreenId::counsel}, Emphasis::primary));
}

}  // namespace

void handover_screen(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  const Counsel& counsel = view.session.counsel;
  screen.title = words.text("handover.title"_t);
  screen.main.push_back(heading("title", screen.title, 1));
  if (counsel.handed_over) return done(view, screen);
  screen.main.push_back(paragraph("handover.lead", words.text("handover.lead"_t)));

  screen.main.push_back(heading("handover.take", words.text("handover.take"_t), 2));
  screen.main.push_back(paragraph("handover.take.text", words.text("handover.take.text"_t)));
  screen.main.push_back(button("handover.sheet", words.text("handover.sheet"_t), ChooseOutput{Output::sheet}));
  screen.main.push_back(button("handover.file", words.text("handover.file"_t), GoTo{ScreenId::keep}));

  screen.main.push_back(heading("handover.copy", words.text("handover.copy"_t), 2));
  screen.main.push_back(paragraph("handover.copy.text", words.text("handover.copy.text"_t)));
  screen.main.push_back(agrees(view, "handover.person", counsel.copy_person, false));
  screen.main.push_back(agrees(view, "handover.counsellor", counsel.copy_counsellor, true));
  Node copy = button("handover.keep", words.text("handover.keep"_t), SaveCopy{});
  copy.disabled = !counsel.copy_person || !counsel.copy_counsellor;
  screen.main.push_back(std::move(copy));
  if (view.session.keeping.key)
    screen.main.push_back(paragraph("handover.copy.sealed", words.text("handover.copy.sealed"_t), Tone::muted));

  screen.main.push_back(heading("handover.wipe", words.text("handover.wipe"_t), 2));
  screen.main.push_back(paragraph("handover.wipe.text",
                                  words.text(view.session.unsaved ? "handover.unsaved"_t : "handover.wipe.text"_t)));
  screen.main.push_back(disclosure(view, "handover.sure", words.text("handover.wipe.go"_t),
                                   {paragraph("handover.sure.text", words.text("handover.sure"_t)),
                                    button("handover.yes", words.text("handover.yes"_t), HandOver{})}));
  screen.footer.push_back(button("footer.back", words.text("footer.back"_t), GoTo{ScreenId::counsel}));
}

}  // namespace vagval
