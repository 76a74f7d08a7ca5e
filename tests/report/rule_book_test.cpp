// The rule book holds the whole pack in every language, and is valid HTML and DOT for other programs.
#include "report/rule_book.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

#include "app/app.h"
#include "report/expr_words.h"
#include "rules/scenarios.h"

namespace vagval {
namespace {

const Assets& shipped() {
  static const std::shared_ptr<const Assets> assets = load_assets();
  return *assets;
}
const std::string& book(const std::string& language) {
  static std::map<std::string, std::string> books;
  std::string& out = books[language];
  if (out.empty()) out = rule_book_html({shipped(), shipped().catalogue(language), tests::scenario_tables()});
  return out;
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// The fault of the tags: the first unclosed one, or one closed without being open; empty: no fault.
std::string unbalanced(const std::string& html) {
  const std::set<std::string> without_end = {"meta", "br", "hr", "!DOCTYPE"};
  std::vector<std::string> open;
  for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
    const std::size_t end = html.find('>', at);
    if (end == std::string::npos) return "a tag without its end";
    const std::string inside = html.substr(at + 1, end - at - 1);
    const std::string name = inside.substr(0, inside.find(' '));
    if (std::count(inside.begin(), inside.end(), '"') % 2 != 0 || holds(inside, "<")) return "a broken tag: " + inside;
    if (without_end.contains(name)) continue;
    if (name.front() != '/') {
      open.push_back(name);
    } else {
      if (open.empty() || "/" + open.back() != name)
        return name + " where " + (open.empty() ? "" : open.back()) + " is open";
      open.pop_back();
    }
  }
  return open.empty() ? "" : open.back() + " is never closed";
}

std::vector<std::string> values_of(const std::string& html, const std::string& attribute) {
  std::vector<std::string> out;
  const std::string begin = " " + attribute + "=\"";
  for (std::size_t at = html.find(begin); at != std::string::npos; at = html.find(begin, at + 1)) {
    const std::size_t from = at + begin.size();
    out.push_back(html.substr(from, html.find('"', from) - from));
  }
  return out;
}

TEST(RuleBook, HoldsEveryRuleSourceConflictAndScenario) {
  const std::string html = book("en");
  const RulePack& pack = shipped().pack;
  const std::vector<std::string> ids = values_of(html, "id");
  const auto is_there = [&](const std::string& id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); };
  for (const Condition& c : some(pack.conditions))
    EXPECT_TRUE(is_there(anchor("condition", c.id + "." + to_iso(c.period.from)))) << c.id;
  for (const Source& s : some(pack.sources)) EXPECT_TRUE(is_there(anchor("source", s.id))) << s.id;
  for (const Conflict& c : some(pack.conflicts)) EXPECT_TRUE(is_there(anchor("conflict", c.id))) << c.id;
  for (const Definition& d : some(pack.definitions)) EXPECT_TRUE(is_there(anchor("definition", d.id))) << d.id;
  for (const Parameter& p : some(pack.parameters)) EXPECT_TRUE(is_there(anchor("value", p.id))) << p.id;
  for (const Statement& s : some(pack.statements))
    EXPECT_TRUE(is_there(anchor("fact", s.id + "." + to_iso(s.period.from)))) << s.id;
  for (const ScenarioTable& table : tests::scenario_tables())
    for (const Scenario& s : table.rows) {
      EXPECT_TRUE(is_there(anchor("scenario", table.name + "." + s.name))) << s.name;
      EXPECT_TRUE(holds(html, Html().text(s.name).take())) << s.name;
    }
}

TEST(RuleBook, IsWellFormedAndEveryLinkLeadsSomewhere) {
  for (const char* language : {"sv", "en", "ar"}) {
    const std::string html = book(language);
    EXPECT_EQ(unbalanced(html), "") << language;
    std::vector<std::string> ids = values_of(html, "id");
    const std::set<std::string> known(ids.begin(), ids.end());
    EXPECT_EQ(known.size(), ids.size()) << "an anchor twice";
    for (const std::string& to : some(values_of(html, "href"))) EXPECT_TRUE(known.contains(to.substr(1))) << to;
  }
}

TEST(RuleBook, LeavesNoTextWithoutWordsOrValues) {
  for (const char* language : {"sv", "en"}) {
    const std::string html = book(language);
    EXPECT_FALSE(holds(html, "\u2039")) << "a key that there is no text for";
    for (const char* placeholder : {"{fact}", "{limit}", "{parameter}", "{date}", "{of}", "{name}", "{count}"})
      EXPECT_FALSE(holds(html, placeholder)) << placeholder;
  }
}

TEST(RuleBook, ReadsFromRightToLeftInArabicWithTheMarginOnTheOtherSide) {
  const std::string html = book("ar");
  EXPECT_TRUE(holds(html, "<html lang=\"ar\" dir=\"rtl\">"));
  EXPECT_TRUE(holds(html, "margin:18mm 16mm 18mm 56mm"));
  EXPECT_TRUE(holds(book("sv"), "margin:18mm 56mm 18mm 16mm"));
}

TEST(RuleBook, ShowsThatAScenarioDoesNotAgree) {
  std::vector<ScenarioTable> tables = tests::scenario_tables();
  tables.erase(tables.begin() + 1, tables.end());
  tables.front().rows.resize(1);
  const auto html = [&] { return rule_book_html({shipped(), shipped().catalogue("en"), tables}); };
  EXPECT_TRUE(holds(html(), "1 of 1 examples agree."));
  tables.front().rows.front().expect = *read_json(R"({"state": "not_covered", "amount": [0, 0]})");
  EXPECT_TRUE(holds(html(), "0 of 1 examples agree."));
  EXPECT_TRUE(holds(html(), "<td class=\"differs\">NO</td>"));
}

TEST(RuleBook, EscapesWhatItIsGiven) {
  std::vector<ScenarioTable> tables = tests::scenario_tables();
  tables.front().about = "<script>\"&\"</script>";
  tables.front().rows.front().plan.household.persons.front().label = "<b>A</b>";
  const std::string html = rule_book_html({shipped(), shipped().catalogue("sv"), tables});
  EXPECT_FALSE(holds(html, "<script>"));
  EXPECT_FALSE(holds(html, "<b>A"));
  EXPECT_EQ(unbalanced(html), "");
}

TEST(Conflicts, StandAloneWithTheirReadingsAndSources) {
  const std::string html = conflicts_html(shipped(), shipped().catalogue("en"));
  EXPECT_EQ(unbalanced(html), "");
  for (const Conflict& c : shipped().pack.conflicts) {
    EXPECT_TRUE(holds(html, "id=\"" + anchor("conflict", c.id) + "\"")) << c.id;
    for (const Reading& reading : c.readings)
      EXPECT_TRUE(holds(html, Html().text(shipped().catalogue("en").text(reading.text)).take())) << reading.text;
  }
  EXPECT_FALSE(holds(html, "id=\"condition."));
}

TEST(Expressions, AreWrittenAsALawyerAndAProgrammerReadThem) {
  const RulePack& pack = shipped().pack;
  const auto formal = [&](const char* id) {
    for (const Condition& c : some(pack.conditions))
      if (c.id == id && !c.period.to) return formal_expr(pack, c.expr);
    return std::string();
  };
  EXPECT_EQ(formal("C-01"), "swedish_citizen = false");
  const auto child = std::find_if(pack.definitions.begin(), pack.definitions.end(),
                                  [](const Definition& d) { return d.id == "child_under_18"; });
  ASSERT_NE(child, pack.definitions.end());
  EXPECT_EQ(formal_expr(pack, child->expr), "tie in {child, adult_child} and not (age >= $adult_age)");
}

// ---- the graph ----

/// Reads one quoted name from `at`; returns an empty text where there is none. Moves `at` behind it.
std::string quoted_name(const std::string& line, std::size_t& at) {
  if (at >= line.size() || line[at] != '"') return "";
  std::string out;
  for (++at; at < line.size() && line[at] != '"'; ++at) {
    if (line[at] == '\\') ++at;
    out += line[at];
  }
  ++at;
  return out;
}

TEST(Graph, IsDotWhereEveryEdgeJoinsTwoNodes) {
  const std::string dot = rules_dot(shipped().pack, shipped().catalogue("sv"));
  ASSERT_TRUE(dot.starts_with("digraph rules {\n"));
  ASSERT_TRUE(dot.ends_with("}\n"));
  std::set<std::string> nodes, ends;
  for (std::size_t at = dot.find("\n  \""); at != std::string::npos; at = dot.find("\n  \"", at + 1)) {
    const std::string line = dot.substr(at + 3, dot.find('\n', at + 1) - at - 3);
    std::size_t place = 0;
    const std::string first = quoted_name(line, place);
    EXPECT_TRUE(line.ends_with(";")) << line;
    if (line.compare(place, 4, " -> ") == 0) {
      place += 4;
      ends.insert(first);
      ends.insert(quoted_name(line, place));
    } else {
      EXPECT_EQ(line.compare(place, 8, " [label="), 0) << line;
      EXPECT_TRUE(nodes.insert(first).second) << line;
    }
  }
  for (const std::string& end : ends) EXPECT_TRUE(nodes.contains(end)) << end;
  for (const Condition& c : shipped().pack.conditions)
    EXPECT_TRUE(nodes.contains(anchor("condition", c.id + "." + to_iso(c.period.from)))) << c.id;
  EXPECT_TRUE(nodes.contains("person.permit.ground"));
  EXPECT_TRUE(nodes.contains("$permit_cutoff"));
}

TEST(Graph, IsReadByGraphviz) {
#ifdef VAGVAL_DOT
  const std::string file = testing::TempDir() + "/vagval_rules.dot";
  std::FILE* const out = std::fopen(file.c_str(), "wb");
  ASSERT_TRUE(out);
  const std::string dot = rules_dot(shipped().pack, shipped().catalogue("ar"));
  std::fwrite(dot.data(), 1, dot.size(), out);
  std::fclose(out);
  EXPECT_EQ(std::system((std::string(VAGVAL_DOT) + " -Tcanon -o /dev/null " + file).c_str()), 0);
#else
  GTEST_SKIP() << "there is no dot (Debian: apt-get install graphviz)";
#endif
}

}  // namespace
}  // namespace vagval
