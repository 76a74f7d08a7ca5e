// Sources and rules: the rule book, readable with nothing filled in.
#include "screens/view.h"
#include "words/asked.h"
#include "words/rule_words.h"

namespace vagval {

namespace {

Node rule_row(const ViewContext& view, const Condition& rule) {
  Node out = row("rule." + rule.id + "." + to_iso(rule.period.from), rule.id + " " + view.words.text(rule.text),
                 view.words.text(rule.text + ".rule"));
  out.children = source_chips(view, out.id, rule.sources, rule.valid_seen);
  if (rule.inference) out.children.push_back(chip(out.id + ".inference", view.words.text("chip.inference"_t)));
  if (rule.effect == Consequence::authority || rule.role == Role::reported)
    out.children.push_back(chip(out.id + ".authority", view.words.text("chip.authority"_t)));
  out.children.push_back(doubt_button(view, out.id, rule.id));
  return out;
}

void versions(const ViewContext& view, Screen& screen) {
  const RulePack& pack = view.assets.pack;
  for (std::size_t i = pack.versions.size(); i-- > 0;) {
    const RuleVersion& version = pack.versions[i];
    std::vector<Node> children{
        paragraph("version." + version.id + ".period", period_in_words(view.words, version.period), Tone::muted)};
    for (const Condition& rule : pack.conditions)
      if (version.period.contains(rule.period.from)) children.push_back(rule_row(view, rule));
    screen.main.push_back(
        disclosure(view, "version." + std::to_string(i), view.words.text(version.text), std::move(children)));
  }
}

Node statement_row(const ViewContext& view, const Statement& s) {
  Node out = row("fact." + s.id + "." + to_iso(s.period.from), s.id, view.words.text(s.text));
  if (s.standing == Standing::unverified) out.mark = "unknown";
  out.children = source_chips(view, out.id, s.sources, s.valid_seen);
  out.children.push_back(
      chip(out.id + ".standing", view.words.text("standing." + std::string(standing_name(s.standing)))));
  out.children.push_back(doubt_button(view, out.id, s.id));
  return out;
}

void statements(const ViewContext& view, Screen& screen) {
  constexpr std::string_view topics[] = {"who",       "shown",      "excluded",  "amount",        "payment",
                                         "repayment", "status",     "procedure", "other_support", "not_calculated",
                                         "unknown",   "statistics", "timeline"};
  for (const std::string_view topic : topics) {
    std::vector<Node> rows;
    for (const Statement& s : view.assets.pack.statements)
      if (s.topic == topic) rows.push_back(statement_row(view, s));
    if (rows.empty()) continue;
    screen.main.push_back(disclosure(view, "topic." + std::string(topic),
                                     view.words.text("topic." + std::string(topic)), std::move(rows)));
  }
}

void conflicts(const ViewContext& view, Screen& screen) {
  std::vector<Node> children;
  for (const Conflict& c : view.assets.pack.conflicts) {
    Node out = row("conflict." + c.id + "." + to_iso(c.period.from), c.id + " " + view.words.text(c.text),
                   view.words.text(c.text + ".judgement"));
    out.mark = c.show == ShowAs::fact ? "done" : c.show == ShowAs::authority ? "authority" : "unknown";
    for (const Reading& reading : c.readings) {
      const std::string id = out.id + ".reading" + std::to_string(out.children.size());
      out.children.push_back(paragraph(id, view.words.text(reading.text)));
      for (Node& source : source_chips(view, id, reading.sources)) out.children.push_back(std::move(source));
    }
    children.push_back(std::move(out));
  }
  screen.main.push_back(disclosure(view, "conflicts", view.words.text("sources.conflicts"_t), std::move(children)));
}

void sources(const ViewContext& view, Screen& screen) {
  std::vector<Node> children;
  for (const Source& source : view.assets.pack.sources) {
    Node out = row(
        "source." + source.id, source.title,
        view.words.text("sources.about"_t, {{"publisher", source.publisher},
                                            {"dated", source.dated},
                                            {"tier", view.words.text("tier." + std::string(tier_name(source.tier)))}}));
    out.lang = "";
    for (const std::string& line : copy_in_words(view.words, source))
      out.children.push_back(paragraph(out.id + ".copy" + std::to_string(out.children.size()), line, Tone::caption));
    if (!source.address.empty()) out.children.push_back(paragraph(out.id + ".address", source.address, Tone::caption));
    children.push_back(std::move(out));
  }
  screen.main.push_back(disclosure(view, "all_sources", view.words.text("sources.all"_t), std::move(children)));
}

}  // namespace

void sources_screen(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  screen.title = words.text("sources.title"_t);
  screen.main.push_back(heading("title", screen.title, 1));
  screen.main.push_back(paragraph("sources.lead", words.text("sources.lead"_t)));
  screen.main.push_back(button("sources.rumours", words.text("rumours.open_screen"_t), GoTo{ScreenId::rumours}));
  if (std::optional<Node> old = age_note(view, "sources.old")) screen.main.push_back(std::move(*old));
  screen.main.push_back(button("sources.in_use", words.text("rules.title"_t), GoTo{ScreenId::rules}));
  screen.main.push_back(heading("sources.rules", words.text("sources.rules"_t), 2));
  versions(view, screen);
  screen.main.push_back(heading("sources.facts", words.text("sources.facts"_t), 2));
  statements(view, screen);
  screen.main.push_back(heading("sources.where", words.text("sources.where"_t), 2));
  conflicts(view, screen);
  sources(view, screen);
  screen.aside.push_back(heading("aside.age", words.text("start.age.title"_t), 2));
  screen.aside.push_back(paragraph("aside.age.text", age_in_words(view)));
  screen.aside.push_back(heading("aside.tiers", words.text("sources.tiers"_t), 2));
  screen.aside.push_back(paragraph("aside.tiers.text", words.text("sources.tiers.text"_t)));
}

}  // namespace vagval
