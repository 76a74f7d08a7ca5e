// The rule book's last chapter: the households of the scenario tables, the outcome a lawyer expects, and the outcome of
// the rules.
#include <algorithm>

#include "facts/fact.h"
#include "report/rule_book_parts.h"

namespace vagval {

namespace {

std::string as_text(const Json& json) { return json.text() ? *json.text() : write_json(json); }

class ScenarioWriter {
 public:
  ScenarioWriter(const ViewContext& view, const ScenarioTable& table, const Scenario& scenario, Html& html)
      : view_{view.assets, view.words, scenario.plan, view.session, view.derived},
        words_(view.words),
        table_(table),
        scenario_(scenario),
        html_(html) {}

  void write(const std::vector<Finding>& findings) {
    html_.open("section",
               " class=\"entry\"" + Html::attribute("id", anchor("scenario", table_.name + "." + scenario_.name)));
    html_.element("h4", scenario_.name, " lang=\"en\" dir=\"ltr\"");
    html_.element("p", words_.text("rulebook.looked_at"_t, {{"date", scenario_.as_of}}), " class=\"quiet\"");
    household();
    results(findings);
    html_.close();
  }

 private:
  // Only a row's differences from the table's common answers, which the table states once above its rows.
  void household() {
    const auto& persons = scenario_.plan.household.persons;
    html_.element("p", words_.text("rulebook.household"_t), " class=\"label\"").open("ul");
    for (std::size_t i = 0; i < persons.size(); ++i)
      html_.element("li", name_of(view_, i) + ": " +
                              facts(0, person_fact_count, persons[i].id, table_.common.household.persons.front().id));
    html_.element("li", facts(person_fact_count, fact_count, "", "")).close();
  }

  std::string facts(std::size_t first, std::size_t end, const std::string& person, const std::string& common) {
    std::string out;
    for (std::size_t f = first; f < end; ++f) {
      const Fact fact = static_cast<Fact>(f);
      const std::string answer = answer_text(scenario_.plan.household, scenario_.plan.situation, {fact, person});
      if (answer == answer_text(table_.common.household, table_.common.situation, {fact, common})) continue;
      out += (out.empty() ? "" : "; ") + fact_name(words_, fact) + ": " + in_words(fact, answer);
    }
    return out;
  }

  std::string in_words(Fact fact, const std::string& answer) const {
    return answer.empty() ? words_.text("rulebook.not_said"_t) : answer_in_words(view_, fact, answer);
  }

  void results(const std::vector<Finding>& findings) {
    html_.open("table").open("tr");
    for (const TextKey key : {"rulebook.what"_t, "rulebook.expected"_t, "rulebook.actual"_t, "rulebook.agreement"_t})
      html_.element("th", words_.text(key), " scope=\"col\"");
    html_.close();
    for (const Finding& finding : findings) {
      html_.open("tr").element("td", what(finding));
      html_.element("td", value(finding, finding.expected)).element("td", value(finding, finding.actual));
      if (finding.agrees())
        html_.element("td", words_.text("rulebook.agrees"_t));
      else
        html_.element("td", words_.text("rulebook.differs"_t), " class=\"differs\"");
      html_.close();
    }
    html_.close();
  }

  /// "a" as "Person A".
  std::string person(const std::string& id) const {
    const Person* const found = find_person(scenario_.plan.household, id);
    return found ? name_of(view_, *found) : id;
  }

  std::string what(const Finding& finding) const {
    const std::string key = "rulebook.check." + finding.what;
    if (!find_text_key(key)) return finding.what;
    return words_.text(key, {{"of", of(finding)}});
  }

  std::string of(const Finding& finding) const {
    if (finding.what == "persons") return person(finding.of);
    const std::size_t at = finding.of.rfind(" of ");
    if (at != std::string::npos) {
      const std::string first = finding.of.substr(0, at), whom = finding.of.substr(at + 4);
      const std::optional<Fact> fact = find_fact(first);
      return (fact ? fact_name(words_, *fact) : first) + (whom.empty() ? "" : " · " + person(whom));
    }
    if (finding.what == "caps")
      for (const CapRule& cap : view_.assets.pack.caps)
        if (cap.id == finding.of) return words_.text(cap.text);
    return finding.of;
  }

  std::string sums(const JsonArray& list, std::size_t first) const {
    std::string out;
    for (std::size_t i = first; i < list.size(); ++i)
      out += (out.empty() ? "" : " + ") +
             (list[i].integer() ? words_.kronor(Kronor{*list[i].integer()}) : as_text(list[i]));
    return out;
  }

  std::string value(const Finding& finding, const Json& json) const {
    const JsonArray* const list = json.array();
    if (finding.what == "amount" && json.is_null()) return words_.text("rulebook.no_value"_t);
    if (json.is_null()) return words_.text("rulebook.nothing"_t);
    if (const bool* yes = json.boolean()) return words_.text(*yes ? "answer.yes"_t : "answer.no"_t);
    if (finding.what == "parts" && list) return sums(*list, 0);
    if (list && list->size() == 2) return range(*list);
    std::string text = as_text(json);
    if (finding.what == "state") return words_.text("estimate.state." + text);
    if (finding.what == "conditions") return words_.text("state." + text);
    if (finding.what == "caps")
      return words_.text(text == "yes" ? "answer.yes"_t : text == "no" ? "answer.no"_t : "rulebook.unknown"_t);
    return text;
  }

  std::string range(const JsonArray& pair) const {
    const std::int64_t *low = pair[0].integer(), *high = pair[1].integer();
    if (low && high) return words_.kronor(KronorInterval{{*low}, {*high}});
    const std::string from = day(pair[0]), to = day(pair[1]);
    return from == to ? from : words_.text("rulebook.from_to"_t, {{"from", from}, {"to", to}});
  }
  std::string day(const Json& json) const {
    const std::optional<Date> date = json.text() ? parse_date(*json.text()) : std::nullopt;
    return date ? words_.date(*date) : words_.text("rulebook.unknown"_t);
  }

  ViewContext view_;
  const Catalogue& words_;
  const ScenarioTable& table_;
  const Scenario& scenario_;
  Html& html_;
};

// Members that a row need not repeat.
void write_common(const ViewContext& view, const ScenarioTable& table, Html& html) {
  const auto list = [&](TextKey label, std::size_t first, std::size_t end, const std::string& person) {
    html.element("p", view.words.text(label), " class=\"label\"").open("ul");
    for (std::size_t f = first; f < end; ++f) {
      const Fact fact = static_cast<Fact>(f);
      const std::string answer = answer_text(table.common.household, table.common.situation, {fact, person});
      if (answer.empty()) continue;
      html.element("li", fact_name(view.words, fact) + ": " + answer_in_words(view, fact, answer));
    }
    html.close();
  };
  list("rulebook.everyone"_t, 0, person_fact_count, table.common.household.persons.front().id);
  list("rulebook.situation"_t, person_fact_count, fact_count, "");
}

}  // namespace

void write_scenarios(const ViewContext& view, const std::vector<ScenarioTable>& tables, Html& html) {
  std::int64_t all = 0, agree = 0;
  Html body;
  for (const ScenarioTable& table : tables) {
    body.open("section", Html::attribute("id", anchor("table", table.name)));
    body.element("h3", table.about, " lang=\"en\" dir=\"ltr\"");
    write_common(view, table, body);
    for (const Scenario& scenario : table.rows) {
      const std::vector<Finding> findings = check_scenario(view.assets.pack, scenario);
      ++all;
      if (std::all_of(findings.begin(), findings.end(), [](const Finding& f) { return f.agrees(); })) ++agree;
      ScenarioWriter(view, table, scenario, body).write(findings);
    }
    body.close();
  }
  open_chapter(html, "scenarios", view.words.text("rulebook.scenarios"_t));
  html.element("p", view.words.text("rulebook.count"_t, {{"agree", agree}, {"all", all}}));
  html.part(body.take()).close();
}

}  // namespace vagval
