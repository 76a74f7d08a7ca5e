// What the person typed and the plan could not take: it is said on every screen but the one that has the field, and a
// press leads there. And what there is to choose among where a text can be read in more than one way.
#include <algorithm>

#include "foundation/characters.h"
#include "state/questions.h"
#include "state/typed_field.h"
#include "words/overlays.h"
#include "words/path_words.h"

namespace vagval {

namespace {

constexpr std::size_t shown_most = 5, characters_most = 60;

std::string beginning(const std::string& text) {
  const std::string line = kept_text(text, Lines::one);
  std::size_t end = 0;
  for (std::size_t count = 0; end < line.size() && count < characters_most; ++count) next_character(line, end);
  return end < line.size() ? line.substr(0, end) + "…" : line;
}

// "Pengar", "Person A, Tillstånd sedan": where the field is.
std::string place_in_words(const ViewContext& view, const FieldPlace& place) {
  const Catalogue& words = view.words;
  if (place.about == FieldPlace::About::value) {
    if (place.value.ref.of == ValueRef::Of::task) return task_title(view, place.value.ref.id);
    if (place.value.ref.of == ValueRef::Of::own) return task_title(view, name_of_own_task(place.value.ref.id));
    if (const auto* const item = place.where.get<OpenItem>())
      return words.text("nav." + std::string(name_of(item->screen)));
    return words.text("nav.money"_t);
  }
  const Person* const person = find_person(view.plan.household, place.fact.person);
  const std::string what = place.about == FieldPlace::About::label
                               ? words.text("household.label"_t)
                               : words.text("q." + slug_of(place.fact.fact) + ".short");
  return person ? name_of(view, *person) + ", " + what : what;
}

bool has_field(const std::vector<Node>& nodes, const std::string& id) {
  return std::any_of(nodes.begin(), nodes.end(), [&](const Node& node) {
    return (node.kind == Kind::field && node.id == id) || has_field(node.children, id);
  });
}

std::string reading_in_words(const ViewContext& view, const FieldPlace& place, const std::string& reading) {
  if (const std::optional<Date> day = parse_date(reading))
    return place.value.kind == ValueKind::number ? view.words.digits(reading) : view.words.date(*day);
  return view.words.digits(reading);
}

}  // namespace

std::optional<Node> unfinished_note(const ViewContext& view, const Screen& screen) {
  const Catalogue& words = view.words;
  std::vector<Node> children;
  std::int64_t count = 0;
  for (const Draft& draft : view.plan.drafts) {
    if (has_field(screen.main, draft.field)) continue;
    if (static_cast<std::size_t>(count++) >= shown_most) continue;
    const std::string id = "unfinished." + std::to_string(count);
    const FieldPlace place = place_of_field(view.plan, draft.field);
    if (place.about == FieldPlace::About::nothing) {
      children.push_back(button(id, words.text("unfinished.remove"_t, {{"text", beginning(draft.text)}}),
                                ForgetDraft{draft.field}, Emphasis::quiet));
      continue;
    }
    children.push_back(button(
        id, words.text("unfinished.open"_t, {{"place", place_in_words(view, place)}, {"text", beginning(draft.text)}}),
        OpenField{draft.field}));
  }
  if (count == 0) return std::nullopt;
  Node out = note("unfinished", Tone::hazard, words.text("unfinished.what"_t, {{"count", count}}),
                  words.text("unfinished.do"_t));
  out.children = std::move(children);
  return out;
}

void offer_readings(const ViewContext& view, std::vector<Node>& nodes) {
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    offer_readings(view, nodes[i].children);
    const Node field = nodes[i];
    if (field.kind != Kind::field || view.session.drafts.contains(field.id)) continue;
    const Draft* const draft = find_draft(view.plan, field.id);
    const auto typed_as = view.session.typed_as.find(field.id);
    if (!draft && typed_as == view.session.typed_as.end()) continue;
    const std::string& typed = draft ? draft->text : typed_as->second;
    const FieldPlace place = place_of_field(view.plan, field.id);
    ReadField read = read_field(view.assets, view.plan, view.session, place, typed);
    // What can be taken and has not been is offered too.
    if (draft && read.text && !field.error.empty()) read.readings.insert(read.readings.begin(), *read.text);
    std::vector<Node> choices;
    for (std::size_t r = 0; r < read.readings.size(); ++r)
      choices.push_back(button("read." + field.id + "." + std::to_string(r),
                               reading_in_words(view, place, read.readings[r]),
                               choose_reading(place, read.readings[r])));
    if (choices.empty()) continue;
    Node ask = note("read." + field.id, Tone::info,
                    view.words.text(draft ? "typed.which"_t : "typed.ethiopian"_t, {{"text", beginning(typed)}}), "");
    ask.children = std::move(choices);
    nodes.insert(nodes.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(ask));
    ++i;
  }
}

}  // namespace vagval
