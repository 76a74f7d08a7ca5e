// Staying, visiting first, returning, another country: four equal columns with the same rows, in an order that turns.
#include <algorithm>

#include "screens/compare_parts.h"
#include "screens/view.h"
#include "text/countries.h"
#include "words/path_words.h"

namespace vagval {

std::string way_in_words(const ViewContext& view, Way way) {
  return view.words.text("compare.column." + std::string(way_names[static_cast<std::size_t>(way)]));
}

namespace {

std::vector<Way> ways_in_order(const ViewContext& view) {
  std::vector<Way> out;
  for (std::size_t i = 0; i < way_count; ++i) {
    const Way way = static_cast<Way>((i + view.session.turned) % way_count);
    const WayEntry* entry = find_way(view.plan, way);
    if (!entry || entry->hidden != true) out.push_back(way);
  }
  return out;
}

std::string going_in_words(const ViewContext& view, const WayFacts& facts) {
  const auto& persons = facts.household.persons;
  if (persons.empty()) return view.words.text("compare.nobody"_t);
  const auto plan_of = [](const Person& person) { return person.plan.value_or(MovePlan::undecided); };
  const auto in_words = [&](const Person& person) {
    const std::string_view plan = info(Fact::plan).choices[static_cast<std::size_t>(plan_of(person))];
    return view.words.text("q.plan." + std::string(plan));
  };
  const bool same = std::all_of(persons.begin(), persons.end(),
                                [&](const Person& p) { return plan_of(p) == plan_of(persons.front()); });
  if (same) return view.words.text("compare.everyone"_t, {{"plan", in_words(persons.front())}});
  std::string out;
  for (std::size_t p = 0; p < persons.size(); ++p)
    out += (out.empty() ? "" : ". ") +
           view.words.text("compare.person"_t, {{"name", name_of(view, p)}, {"plan", in_words(persons[p])}});
  return out;
}

std::string when_and_where(const ViewContext& view, Way way, const WayFacts& facts) {
  const Catalogue& words = view.words;
  if (way == Way::stay) return words.text("compare.where.stay"_t);
  const auto& date = facts.situation.departure_date;
  const auto& country = facts.situation.destination.country;
  return words.text("compare.where"_t, {{"date", date ? words.period(*date) : words.text("calendar.no_day"_t)},
                                        {"country", country ? country_name(words, std::string(country->letters, 2))
                                                            : words.text("compare.no_country"_t)}});
}

void own_words(const ViewContext& view, const std::vector<Way>& ways, std::vector<std::vector<std::string>>& rows) {
  for (const Matter& matter : view.plan.matters) {
    std::string title = matter.text.empty() ? view.words.text("compare.matter.untitled"_t) : matter.text;
    if (matter.weight)
      title = view.words.text(
          "compare.matter.weighed"_t,
          {{"matter", title},
           {"weight",
            view.words.text("weight." + std::string(weight_names[static_cast<std::size_t>(*matter.weight)]))}});
    rows.push_back({title});
    for (const Way way : ways) {
      const std::string& words = matter.words[static_cast<std::size_t>(way)];
      rows.back().push_back(words.empty() ? "–" : words);
    }
  }
}

Node side_by_side(const ViewContext& view, const std::vector<Way>& ways, const std::vector<WayEstimate>& estimates) {
  const Catalogue& words = view.words;
  std::vector<std::vector<std::string>> rows{{words.text("compare.row"_t)}};
  for (const Way way : ways) rows[0].push_back(way_in_words(view, way));
  const auto add = [&](std::string title, const auto& cell) {
    rows.push_back({std::move(title)});
    for (std::size_t w = 0; w < ways.size(); ++w) rows.back().push_back(cell(ways[w], estimates[w]));
  };
  add(words.text("compare.row.who"_t), [&](Way, const WayEstimate& e) { return going_in_words(view, e.facts); });
  add(words.text("compare.row.where"_t),
      [&](Way way, const WayEstimate& e) { return when_and_where(view, way, e.facts); });
  add(words.text("compare.row.estimate"_t),
      [&](Way way, const WayEstimate& e) { return estimate_in_words(view, way, e); });
  for (const CompareRow& rule : view.assets.path.compare)
    add(words.text(rule.text),
        [&](Way way, const WayEstimate&) { return words.text(rule.cells[static_cast<std::size_t>(way)]); });
  add(words.text("compare.row.note"_t), [&](Way way, const WayEstimate&) {
    const WayEntry* entry = find_way(view.plan, way);
    return entry && !entry->note.empty() ? entry->note : std::string("–");
  });
  own_words(view, ways, rows);
  return table("compare.table", words.text("compare.title"_t), rows);
}

Node sources(const ViewContext& view, const std::vector<Way>& ways) {
  const Catalogue& words = view.words;
  std::vector<Node> children;
  for (const CompareRow& rule : view.assets.path.compare) {
    Node one = row("compare.sources." + rule.id, words.text(rule.text));
    for (const Way way : ways)
      for (Node& source : source_chips(view, one.id + "." + std::string(way_names[static_cast<std::size_t>(way)]),
                                       rule.sources[static_cast<std::size_t>(way)]))
        if (std::none_of(one.children.begin(), one.children.end(),
                         [&](const Node& n) { return n.text == source.text; }))
          one.children.push_back(std::move(source));
    if (!one.children.empty()) children.push_back(std::move(one));
  }
  return disclosure(view, "compare.sources", words.text("task.sources"_t), std::move(children));
}

void all_ways(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  screen.title = words.text("compare.title"_t);
  screen.main.push_back(heading("title", screen.title, 1));
  screen.main.push_back(paragraph("compare.lead", words.text("compare.lead"_t), Tone::muted));
  const std::vector<Way> ways = ways_in_order(view);
  std::vector<WayEstimate> estimates;
  for (const Way way : ways) estimates.push_back(estimate_of(view, way));
  screen.main.push_back(button("compare.turn", words.text("compare.turn"_t), ReorderWays{}));
  if (ways.empty())
    screen.main.push_back(paragraph("compare.all_hidden", words.text("compare.all_hidden"_t)));
  else
    screen.main.push_back(card("compare.card", {side_by_side(view, ways, estimates)}, screen.title));
  if (const std::vector<std::string> said = differences(view, ways, estimates); !said.empty()) {
    screen.main.push_back(heading("compare.differences", words.text("compare.differences"_t), 2));
    screen.main.push_back(list("compare.differences.list", said));
  }
  screen.main.push_back(sources(view, ways));

  screen.main.push_back(heading("compare.own", words.text("compare.own"_t), 2));
  std::vector<Node> rows;
  for (std::size_t w = 0; w < way_count; ++w) {
    const Way way = static_cast<Way>((w + view.session.turned) % way_count);
    const WayEntry* entry = find_way(view.plan, way);
    const std::string id = "way." + std::string(way_names[static_cast<std::size_t>(way)]);
    Node one = row(id, way_in_words(view, way),
                   words.text(entry && entry->hidden == true ? "compare.hidden"_t : "compare.shown"_t));
    one.action = OpenItem{ScreenId::compare, id};
    rows.push_back(std::move(one));
  }
  screen.main.push_back(card("compare.ways", std::move(rows), words.text("compare.own"_t)));

  screen.main.push_back(heading("compare.matters", words.text("compare.matters"_t), 2));
  screen.main.push_back(paragraph("compare.matters.about", words.text("compare.matters.about"_t), Tone::muted));
  std::vector<Node> matters;
  for (const Matter& matter : view.plan.matters) {
    Node one = row("matter." + matter.id, matter.text.empty() ? words.text("compare.matter.untitled"_t) : matter.text);
    one.action = OpenItem{ScreenId::compare, "matter." + matter.id};
    matters.push_back(std::move(one));
  }
  if (!matters.empty())
    screen.main.push_back(card("compare.matters.list", std::move(matters), words.text("compare.matters"_t)));
  screen.main.push_back(
      button("compare.matters.add", words.text("compare.matters.add"_t), AddEntry{EntryList::matter, ""}));
  screen.main.push_back(
      button("compare.together", words.text("together.title"_t), GoTo{ScreenId::together}, Emphasis::quiet));
  screen.aside.push_back(heading("aside.compare", words.text("compare.aside"_t), 2));
  screen.aside.push_back(paragraph("aside.compare.text", words.text("compare.aside.text"_t)));
}

void one_way(const ViewContext& view, Way way, Screen& screen) {
  const Catalogue& words = view.words;
  const std::string name = "way." + std::string(way_names[static_cast<std::size_t>(way)]);
  screen.title = way_in_words(view, way);
  screen.main.push_back(paragraph("way.name", words.text("compare.title"_t), Tone::muted));
  screen.main.push_back(heading("title", screen.title, 1));
  screen.main.push_back(paragraph("way.about", words.text("compare.way.about"_t)));
  screen.main.push_back(value_choice(view, name + ".hidden", words.text("compare.way.hidden"_t),
                                     {{"", words.text("compare.shown"_t)}, {"true", words.text("compare.hidden"_t)}},
                                     "false"));
  if (way != Way::stay) {
    screen.main.push_back(value_field(view, name + ".departure_date", words.text("compare.way.date"_t),
                                      words.text("compare.way.date.help"_t), Input::date));
    screen.main.push_back(value_field(view, name + ".country", words.text("field.country"_t),
                                      words.text("compare.way.country.help"_t), Input::country));
    for (const Person& person : view.plan.household.persons) {
      std::vector<ValueOption> options{{"", words.text("compare.way.as_plan"_t)}};
      for (const std::string_view plan : info(Fact::plan).choices)
        options.push_back({std::string(plan), words.text("q.plan." + std::string(plan))});
      screen.main.push_back(value_choice(view, name + ".plan." + person.id, name_of(view, person), options));
    }
  }
  screen.main.push_back(value_field(view, name + ".note", words.text("task.note"_t), "", Input::note));
  screen.footer.push_back(
      button("footer.back", words.text("compare.all"_t), OpenItem{ScreenId::compare, ""}, Emphasis::primary));
}

void one_matter(const ViewContext& view, const Matter& matter, Screen& screen) {
  const Catalogue& words = view.words;
  const std::string name = "matter." + matter.id;
  screen.title = words.text("compare.matter"_t);
  screen.main.push_back(paragraph("matter.name", words.text("compare.title"_t), Tone::muted));
  screen.main.push_back(heading("title", screen.title, 1));
  screen.main.push_back(value_field(view, name + ".text", words.text("compare.matter.text"_t), "", Input::text));
  std::vector<ValueOption> weights{{"", words.text("compare.matter.no_weight"_t)}};
  for (const std::string_view weight : weight_names)
    weights.push_back({std::string(weight), words.text("weight." + std::string(weight))});
  screen.main.push_back(value_choice(view, name + ".weight", words.text("compare.matter.weight"_t), weights));
  for (std::size_t w = 0; w < way_count; ++w) {
    const Way way = static_cast<Way>((w + view.session.turned) % way_count);
    screen.main.push_back(value_field(view, name + "." + std::string(way_names[static_cast<std::size_t>(way)]),
                                      way_in_words(view, way), "", Input::note));
  }
  screen.main.push_back(button("matter.remove", words.text("compare.matter.remove"_t),
                               RemoveEntry{EntryList::matter, matter.id}, Emphasis::quiet));
  screen.footer.push_back(
      button("footer.back", words.text("compare.all"_t), OpenItem{ScreenId::compare, ""}, Emphasis::primary));
}

}  // namespace

void compare_screen(const ViewContext& view, Screen& screen) {
  for (std::size_t w = 0; w < way_count; ++w)
    if (view.session.item == "way." + std::string(way_names[w])) return one_way(view, static_cast<Way>(w), screen);
  for (const Matter& matter : view.plan.matters)
    if (view.session.item == "matter." + matter.id) return one_matter(view, matter, screen);
  all_ways(view, screen);
}

}  // namespace vagval
