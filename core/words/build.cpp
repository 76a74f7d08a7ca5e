#include "words/build.h"

#include <algorithm>

#include "rules/citation.h"
#include "state/questions.h"
#include "text/countries.h"

namespace vagval {

Node heading(std::string id, std::string text, std::uint8_t level) {
  return {.id = std::move(id), .kind = Kind::heading, .text = std::move(text), .level = level};
}
Node paragraph(std::string id, std::string text, Tone tone) {
  return {.id = std::move(id), .kind = Kind::paragraph, .text = std::move(text), .tone = tone};
}
Node button(std::string id, std::string text, Action action, Emphasis emphasis) {
  return {.id = std::move(id),
          .kind = Kind::button,
          .text = std::move(text),
          .emphasis = emphasis,
          .action = std::move(action)};
}
Node card(std::string id, std::vector<Node> children, std::string name) {
  return {.id = std::move(id), .kind = Kind::card, .text = std::move(name), .children = std::move(children)};
}
Node row(std::string id, std::string text, std::string detail, std::string mark) {
  return {.id = std::move(id),
          .kind = Kind::row,
          .text = std::move(text),
          .detail = std::move(detail),
          .mark = std::move(mark)};
}
Node chip(std::string id, std::string text) {
  return {.id = std::move(id), .kind = Kind::chip, .text = std::move(text)};
}
Node note(std::string id, Tone tone, std::string strong, std::string text) {
  return {.id = std::move(id), .kind = Kind::note, .text = std::move(strong), .detail = std::move(text), .tone = tone};
}
Node list(std::string id, std::vector<std::string> items) {
  Node out{.id = std::move(id), .kind = Kind::list};
  for (std::string& item : items)
    out.children.push_back(paragraph(out.id + "." + std::to_string(out.children.size()), std::move(item)));
  return out;
}
Node disclosure(const ViewContext& view, std::string id, std::string text, std::vector<Node> children,
                std::string mark) {
  Node out{.id = id, .kind = Kind::disclosure, .text = std::move(text), .mark = std::move(mark)};
  out.expanded = view.session.open.contains(id);
  out.action = ToggleOpen{std::move(id), true};
  out.children = std::move(children);
  return out;
}

void written_in(Node& node, const Catalogue& words) {
  node.lang = words.language();
  node.lang_right_to_left = words.right_to_left();
}

std::string short_name(const Source& source) { return source.name.empty() ? source.title : source.name; }

Age age_of_rules(const ViewContext& view) {
  return age_of(view.assets.pack.checked_on, view.assets.pack.next_review, view.session.today);
}

std::optional<Node> age_note(const ViewContext& view, std::string id) {
  const RulePack& pack = view.assets.pack;
  switch (age_of_rules(view)) {
    case Age::may_be_old:
      return note(std::move(id), Tone::hazard, view.words.text("sources.old.what"_t),
                  view.words.text("sources.old.do"_t, {{"next", pack.next_review}}));
    case Age::old:
      return note(std::move(id), Tone::hazard, view.words.text("age.old.what"_t),
                  view.words.text("age.old.do"_t, {{"checked", pack.checked_on}, {"today", view.session.today}}));
    case Age::checked:
      break;
  }
  return std::nullopt;
}

std::string age_in_words(const ViewContext& view) {
  const RulePack& pack = view.assets.pack;
  switch (age_of_rules(view)) {
    case Age::may_be_old:
      return view.words.text("age.start.may_be_old"_t, {{"checked", pack.checked_on}, {"next", pack.next_review}});
    case Age::old:
      return view.words.text("age.start.old"_t, {{"checked", pack.checked_on}});
    case Age::checked:
      break;
  }
  return view.words.text("start.age.text"_t, {{"checked", pack.checked_on}, {"next", pack.next_review}});
}

namespace {

Node source_chip(const ViewContext& view, const std::string& id, const Source& source, const std::string& section,
                 std::optional<Date> checked) {
  Node out = chip(id, cited_in_words(view, source, section, checked, short_name(source)));
  out.cites = true;
  return out;
}

// The day up to which a source can answer for a citation: of the rule and of the copy, the earlier.
std::optional<Date> seen_until(const Source& source, const std::string& section, std::optional<Date> checked) {
  const std::optional<Date> copy = copy_of(source, section);
  if (checked && copy) return std::min(*checked, *copy);
  return copy ? copy : checked;
}

// One way to say an answer for each type of answer.
struct AnswerWords {
  const ViewContext& view;
  Fact fact;

  std::string operator()(std::monostate) const { return view.words.text("answer.unknown"_t); }
  std::string operator()(bool yes) const {
    return yes ? view.words.text("answer.yes"_t) : view.words.text("answer.no"_t);
  }
  std::string operator()(ChoiceIndex choice) const {
    return view.words.text("q." + slug_of(fact) + "." + std::string(info(fact).choices[choice.index]));
  }
  std::string operator()(const Period& period) const { return view.words.period(period); }
  std::string operator()(Country country) const { return country_name(view.words, std::string(country.letters, 2)); }
  std::string operator()(PersonIndex person) const { return name_of(view, person.index); }
};

}  // namespace

std::string cited_in_words(const ViewContext& view, const Source& source, const std::string& section,
                           std::optional<Date> checked, const std::string& name) {
  const RulePack& pack = view.assets.pack;
  const auto say = [&](TextKey key, Date date) {
    return view.words.text(key, {{"source", section.empty() ? name : name + " " + section},
                                 {"tier", view.words.text("tier." + std::string(tier_name(source.tier)))},
                                 {"date", to_iso(date)}});
  };
  if (const SourcePart* part = replaced_part(source, section)) return say("chip.source_replaced"_t, *part->replaced_on);
  const bool undated = is_undated_copy(source, section);
  const std::optional<Date> until = undated ? source.read_on : seen_until(source, section, checked);
  const Date seen = until.value_or(pack.checked_on);
  switch (age_of(seen, pack.next_review, view.session.today)) {
    case Age::may_be_old:
      return say(undated ? "chip.source_undated_may_be_old"_t : "chip.source_may_be_old"_t, seen);
    case Age::old:
      return say("chip.source_old"_t, seen);
    case Age::checked:
      break;
  }
  return say(undated ? "chip.source_undated"_t : until ? "chip.source_checked"_t : "chip.source_rules"_t, seen);
}

std::vector<std::string> copy_in_words(const Catalogue& words, const Source& source) {
  std::vector<std::string> out;
  if (source.copy)
    out.push_back(words.text("sources.copy"_t, {{"date", *source.copy}}));
  else if (source.read_on)
    out.push_back(words.text("sources.undated"_t, {{"date", *source.read_on}}));
  for (const SourcePart& part : source.parts) {
    if (part.copy) out.push_back(words.text("sources.part_copy"_t, {{"section", part.section}, {"date", *part.copy}}));
    if (part.replaced_on)
      out.push_back(words.text("sources.replaced"_t, {{"section", part.section}, {"date", *part.replaced_on}}));
  }
  return out;
}

Node option(std::string id, std::string text, bool selected, Action action) {
  return {.id = std::move(id),
          .kind = Kind::option,
          .text = std::move(text),
          .selected = selected,
          .action = std::move(action)};
}

Node choice(std::string id, std::string text, std::string detail, bool compact) {
  return {.id = std::move(id),
          .kind = Kind::choice,
          .text = std::move(text),
          .detail = std::move(detail),
          .compact = compact};
}

std::vector<Node> source_chips(const ViewContext& view, const std::string& id, const std::vector<Citation>& citations,
                               std::optional<Date> checked) {
  std::vector<Node> out;
  for (const Citation& c : citations)
    out.push_back(source_chip(view, id + ".source" + std::to_string(out.size()), view.assets.pack.sources[c.source],
                              c.section, checked));
  return out;
}

Node source_row(const ViewContext& view, const std::string& id, const std::vector<Citation>& citations,
                std::optional<Date> checked) {
  std::vector<Citation> once;
  for (const Citation& c : citations)
    if (std::find(once.begin(), once.end(), c) == once.end()) once.push_back(c);
  Node out = row(id + ".sources", "");
  out.children = source_chips(view, id, once, checked);
  return out;
}

std::vector<Node> source_chips(const ViewContext& view, const std::string& id,
                               const std::vector<std::string>& citations) {
  std::vector<Node> out;
  for (const std::string& citation : citations) {
    const CitedPlace place = parse_citation(citation);
    for (const Source& source : view.assets.pack.sources)
      if (source.id == place.source)
        out.push_back(
            source_chip(view, id + ".source" + std::to_string(out.size()), source, place.section, std::nullopt));
  }
  return out;
}

std::string place_name(const Catalogue& words, std::size_t person) {
  const std::string letter = person < 26 ? std::string(1, static_cast<char>('A' + person)) : std::to_string(person + 1);
  return words.text("person.name"_t, {{"letter", letter}});
}

std::string name_of(const ViewContext& view, std::size_t person) {
  const auto& label = view.plan.household.persons[person].label;
  if (label && !label->empty() && !view.session.counsel.hidden) return *label;
  return place_name(view.words, person);
}

std::string name_of(const ViewContext& view, const Person& person) {
  const auto& persons = view.plan.household.persons;
  return name_of(view, static_cast<std::size_t>(&person - persons.data()));
}

std::string answer_in_words(const ViewContext& view, const TypedAnswer& answer) {
  return std::visit(AnswerWords{view, answer.fact}, answer.value);
}

std::string answer_in_words(const ViewContext& view, Fact fact, const std::string& answer) {
  const TypedAnswer read = read_answer(view.plan.household, fact, answer);
  const bool readable = !std::holds_alternative<std::monostate>(read.value);
  return readable || answer.empty() ? answer_in_words(view, read) : answer;
}

}  // namespace vagval
