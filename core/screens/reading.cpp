// Language and reading: which languages, which digits, how large, which colours.
#include <algorithm>

#include "screens/view.h"

namespace vagval {

namespace {

// How far the texts of the chosen language have come, and who has read them.
Node who_has_read(const ViewContext& view) {
  const Catalogue& words = view.words;
  const auto count = [&](Review review) { return static_cast<std::int64_t>(words.count(review)); };
  std::vector<std::string> lines{
      words.text("reading.review.reviewed"_t,
                 {{"count", count(Review::reviewed)}, {"all", static_cast<std::int64_t>(text_key_count)}})};
  if (count(Review::draft) > 0)
    lines.push_back(words.text("reading.review.draft"_t, {{"count", count(Review::draft)}}));
  if (count(Review::machine) > 0)
    lines.push_back(words.text("reading.review.machine"_t, {{"count", count(Review::machine)}}));
  std::string who;
  std::optional<Date> last;
  for (const Reviewer& one : words.reviewers()) {
    if (who.find(one.by) == std::string::npos) who += (who.empty() ? "" : ", ") + one.by;
    if (one.on && (!last || *last < *one.on)) last = one.on;
  }
  if (who.empty() && count(Review::reviewed) > 0) lines.push_back(words.text("reading.review.makers"_t));
  if (!who.empty()) lines.push_back(words.text("reading.review.by"_t, {{"who", who}}));
  if (last) lines.push_back(words.text("reading.review.on"_t, {{"date", *last}}));
  Node out{.id = "reading.review", .kind = Kind::disclosure, .text = words.text("reading.review"_t)};
  out.expanded = view.session.open.count(out.id) > 0;
  out.action = ToggleOpen{out.id, true};
  out.children = {list("reading.review.list", std::move(lines))};
  return out;
}

// As the catalogues lie: Swedish, English, the others by their codes.
std::string place_of(const Node& option) {
  const auto* const choice = option.action ? option.action->get<ChooseLanguage>() : nullptr;
  const std::string language = choice ? choice->language : std::string();
  return (language == "sv" ? "0" : language == "en" ? "1" : "2") + language;
}

}  // namespace

Node languages(const ViewContext& view, bool with_state) {
  const Catalogue& words = view.words;
  Node out = choice("reading.language", words.text("reading.language"_t), {}, !with_state);
  for (const Catalogue& one : view.assets.catalogues) {
    Node node = option("reading.language." + one.language(), one.text("language.this"_t),
                       one.language() == words.language(), ChooseLanguage{one.language()});
    written_in(node, one);
    if (with_state) {
      const auto left = static_cast<std::int64_t>(one.unreviewed());
      // In its own words, since its name is too.
      node.detail = left == 0 ? one.text("reading.language.reviewed"_t)
                              : one.text("reading.language.draft"_t,
                                         {{"count", left}, {"all", static_cast<std::int64_t>(text_key_count)}});
    }
    out.children.push_back(std::move(node));
  }
  // Those whose words are not here stay in their places, and say so.
  for (const LanguageToCome& one : view.session.reading.to_come) {
    if (has_words(view.assets, one.language)) continue;
    Node node = option("reading.language." + one.language, one.name, one.language == view.session.reading.wanted,
                       ChooseLanguage{one.language});
    node.lang = one.language;
    node.lang_right_to_left = one.right_to_left;
    if (with_state || one.late) node.detail = one.late ? one.missing : one.coming;
    const auto after = std::find_if(out.children.begin(), out.children.end(),
                                    [&](const Node& other) { return place_of(other) > place_of(node); });
    out.children.insert(after, std::move(node));
  }
  return out;
}

void reading_screen(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  const ReadingAids& reading = view.session.reading;
  screen.title = words.text("reading.title"_t);
  screen.main.push_back(heading("title", screen.title, 1));
  screen.main.push_back(paragraph("reading.stays", words.text("reading.stays"_t), Tone::muted));
  screen.main.push_back(languages(view, true));
  screen.main.push_back(who_has_read(view));

  Node beside = choice("reading.beside", words.text("reading.beside"_t), words.text("reading.beside.detail"_t), true);
  beside.children.push_back(
      option("reading.beside.none", words.text("reading.beside.none"_t), reading.beside.empty(), ChooseBeside{}));
  for (const Catalogue& one : view.assets.catalogues) {
    if (one.language() == words.language()) continue;
    beside.children.push_back(option("reading.beside." + one.language(), one.text("language.this"_t),
                                     one.language() == reading.beside, ChooseBeside{one.language()}));
    written_in(beside.children.back(), one);
  }
  screen.main.push_back(std::move(beside));

  if (const Digits own = view.assets.catalogue(words.language()).own_digits(); own != Digits::western) {
    Node digits = choice("reading.digits", words.text("reading.digits"_t), {}, true);
    digits.children.push_back(option("reading.digits.western", "0 1 2 3", !reading.own_digits, ChooseDigits{false}));
    digits.children.push_back(
        option("reading.digits.own", in_digits("0 1 2 3", own), reading.own_digits, ChooseDigits{true}));
    screen.main.push_back(std::move(digits));
  }

  Node sizes = choice("reading.size", words.text("reading.size"_t), {}, true);
  for (const int percent : {100, 125, 150, 175, 200})
    sizes.children.push_back(option("reading.size." + std::to_string(percent),
                                    words.text("reading.size.percent"_t, {{"percent", std::int64_t{percent}}}),
                                    reading.text_percent == percent, ChooseTextSize{percent}));
  screen.main.push_back(std::move(sizes));

  Node colours = choice("reading.colours", words.text("reading.colours"_t), {}, true);
  for (std::size_t i = 0; i < std::size(appearance_names); ++i) {
    const std::string id = "reading.colours." + std::string(appearance_names[i]);
    const auto appearance = static_cast<Appearance>(i);
    colours.children.push_back(
        option(id, words.text(id), reading.appearance == appearance, ChooseAppearance{appearance}));
  }
  screen.main.push_back(std::move(colours));

  if (reading.page == PageShown::drawn)
    screen.main.push_back(paragraph("reading.page.copy", words.text("reading.page.copy"_t), Tone::muted));
  if (reading.page != PageShown::only)
    screen.main.push_back(button("reading.page",
                                 words.text(reading.page == PageShown::drawn ? "label.plain"_t : "label.drawn"_t),
                                 SwitchPage{}));

  screen.main.push_back(heading("reading.aloud", words.text("reading.aloud"_t), 2));
  const bool has_voice =
      std::find(reading.voices.begin(), reading.voices.end(), words.language()) != reading.voices.end();
  screen.main.push_back(paragraph("reading.aloud.text", words.text(has_voice ? "read.there"_t : "read.none"_t)));

  screen.main.push_back(button("reading.glossary", words.text("glossary.title"_t), GoTo{ScreenId::glossary}));
  screen.main.push_back(button("reading.accessibility", words.text("access.title"_t), GoTo{ScreenId::accessibility}));
}

}  // namespace vagval
