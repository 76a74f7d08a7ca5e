// The plan to another device without a server: pictures on the screen, which the other one's camera reads.
#include <algorithm>

#include "plan/plan_json.h"
#include "screen/qr_picture.h"
#include "screens/keep_parts.h"
#include "screens/view.h"

namespace vagval {

namespace {

constexpr std::size_t sealing_adds = 1024;  // at most: the head of a sealed file, and sixteen bytes for each 64 KB
constexpr std::size_t missing_named = 8;

std::int64_t as_value(std::size_t number) { return static_cast<std::int64_t>(number); }

void pictures(const ViewContext& view, std::vector<Node>& out) {
  const Catalogue& words = view.words;
  const Transfer& transfer = view.session.transfer;
  out.push_back(paragraph("transfer.how", words.text("transfer.how"_t)));
  Node picture{.id = "transfer.picture", .kind = Kind::code};
  picture.text = words.text("transfer.picture"_t,
                            {{"number", as_value(transfer.at + 1)}, {"count", as_value(transfer.pictures.size())}});
  picture.value = qr_picture(transfer.pictures[transfer.at]);
  out.push_back(std::move(picture));
  if (transfer.pictures.size() > 1) {
    out.push_back(button("transfer.next", words.text("transfer.next"_t), StepPicture{1}, Emphasis::primary));
    out.push_back(button("transfer.previous", words.text("transfer.previous"_t), StepPicture{-1}));
    out.push_back(button("transfer.run", words.text(transfer.running ? "transfer.pause"_t : "transfer.run"_t),
                         RunPictures{!transfer.running}));
  }
  out.push_back(button("transfer.hide", words.text("transfer.hide"_t), HidePictures{}));
}

void send(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  screen.main.push_back(heading("transfer.send", words.text("transfer.send"_t), 2));
  std::vector<Node> ways;
  if (!view.session.transfer.pictures.empty()) {
    pictures(view, ways);
  } else if (write_plan(view.plan).size() + sealing_adds > code_bytes_max) {
    ways.push_back(
        note("transfer.too_large", Tone::info,
             words.text("error.too_large_for_pictures.what"_t, {{"detail", std::to_string(code_bytes_max / 1024)}}),
             words.text("error.too_large_for_pictures.do"_t)));
  } else if (view.session.keeping.key) {
    ways.push_back(paragraph("transfer.has", words.text("transfer.has"_t)));
    ways.push_back(button("transfer.show", words.text("transfer.show.go"_t), ShowPictures{}, Emphasis::primary));
  } else {
    ways.push_back(paragraph("transfer.need", words.text("transfer.need"_t)));
    for (Node& node : new_passphrase(view, PassphraseFor::show)) ways.push_back(std::move(node));
  }
  screen.main.push_back(card("transfer.ways", std::move(ways), words.text("transfer.send"_t)));
}

std::string what_is_missing(const ViewContext& view) {
  const std::vector<std::size_t> missing = view.session.transfer.collector.missing();
  std::string list;
  for (std::size_t i = 0; i < std::min(missing.size(), missing_named); ++i)
    list += (i > 0 ? ", " : "") + std::to_string(missing[i]);
  if (missing.size() <= missing_named) return view.words.text("transfer.missing"_t, {{"list", list}});
  return view.words.text("transfer.missing.more"_t,
                         {{"list", list}, {"more", as_value(missing.size() - missing_named)}});
}

// What was wrong with the text that the camera saw last.
std::string remark(const Catalogue& words, CodeCollector::Taken taken) {
  switch (taken) {
    case CodeCollector::Taken::foreign:
      return words.text("transfer.foreign"_t);
    case CodeCollector::Taken::damaged:
      return words.text("transfer.damaged"_t);
    case CodeCollector::Taken::other_series:
      return words.text("transfer.other_series"_t);
    case CodeCollector::Taken::too_many:
      return words.text("transfer.too_many"_t);
    case CodeCollector::Taken::wrong_whole:
      return words.text("transfer.wrong_whole"_t);
    case CodeCollector::Taken::added:
    case CodeCollector::Taken::again:
      break;
  }
  return {};
}

void reading(const ViewContext& view, Screen& screen, std::vector<Node>& out) {
  const Catalogue& words = view.words;
  const Transfer& transfer = view.session.transfer;
  const CodeCollector& collector = transfer.collector;
  out.push_back(Node{.id = "transfer.camera", .kind = Kind::camera, .text = words.text("transfer.camera"_t)});
  const bool begun = collector.count() > 0;
  std::string progress = begun ? words.text("transfer.progress"_t, {{"read", as_value(collector.read())},
                                                                    {"count", as_value(collector.count())}})
                               : words.text("transfer.hold"_t);
  if (transfer.camera == Camera::asked) progress = words.text("transfer.receive.asked"_t);
  screen.announcement = progress;
  out.push_back(paragraph("transfer.progress", std::move(progress), Tone::strong));
  if (begun) out.push_back(paragraph("transfer.missing", what_is_missing(view)));
  if (transfer.taken) {
    std::string said = remark(words, *transfer.taken);
    screen.announcement += " " + said;
    out.push_back(note("transfer.remark", Tone::info, std::move(said), ""));
  }
  if (begun) out.push_back(button("transfer.again", words.text("transfer.again"_t), ReadAgain{}));
  out.push_back(button("transfer.stop", words.text("transfer.stop"_t), ReadPictures{false}));
}

void receive(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  const Camera camera = view.session.transfer.camera;
  screen.main.push_back(heading("transfer.receive", words.text("transfer.receive"_t), 2));
  if (!view.session.device.camera) {
    screen.main.push_back(paragraph("transfer.receive.none", words.text("transfer.receive.none"_t)));
    return;
  }
  std::vector<Node> ways{paragraph("transfer.receive.text", words.text("transfer.receive.text"_t))};
  const auto fault = [&](TextKey what) {
    ways.push_back(note("transfer.camera.fault", Tone::error, words.text(what), ""));
  };
  if (camera == Camera::refused) fault("transfer.receive.refused"_t);
  if (camera == Camera::broken) fault("transfer.receive.broken"_t);
  if (camera == Camera::hidden) fault("transfer.receive.hidden"_t);
  if (camera == Camera::no_reader) fault("transfer.receive.no_reader"_t);
  if (is_filming(view.session.transfer))
    reading(view, screen, ways);
  else
    ways.push_back(button("transfer.read", words.text("transfer.receive.go"_t), ReadPictures{true}));
  screen.main.push_back(card("transfer.reading", std::move(ways), words.text("transfer.receive"_t)));
}

}  // namespace

void transfer_screen(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  screen.title = words.text("transfer.title"_t);
  screen.main.push_back(heading("title", screen.title, 1));
  screen.main.push_back(paragraph("transfer.lead", words.text("transfer.lead"_t)));
  screen.main.push_back(
      note("transfer.warn", Tone::hazard, words.text("transfer.warn.what"_t), words.text("transfer.warn.do"_t)));
  const bool reads = is_filming(view.session.transfer);
  if (!reads) send(view, screen);
  if (view.session.transfer.pictures.empty()) receive(view, screen);
  screen.footer.push_back(button("footer.keep", words.text("keep.title"_t), GoTo{ScreenId::keep}));
}

}  // namespace vagval
