// Files for the person: a calendar for other eyes too, tables that a spreadsheet does not execute, paper, and a sheet
// without names.
#include "report/outputs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <set>

#include "must.h"
#include "plan/change.h"
#include "report/screen_text.h"

namespace vagval {
namespace {

const Date today = *make_date(2026, 11, 20);

std::shared_ptr<const Assets> assets() {
  static const std::shared_ptr<const Assets> all = load_assets();
  return all;
}
Plan family() {
  for (const Example& example : assets()->examples)
    if (example.name == "family") return example.plan;
  return {};
}
OutputOf of(const Plan& plan, std::string language = "sv") { return {assets(), plan, today, std::move(language)}; }

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find("\r\n", at);
    EXPECT_NE(end, std::string::npos) << "every line ends with CR LF";
    if (end == std::string::npos) break;
    out.push_back(text.substr(at, end - at));
    at = end + 2;
  }
  return out;
}

Plan dated() {
  Plan plan = family();
  plan.situation.departure_date = make_date(2027, 3, 1);
  set_plan_value(plan, "task.housing.notice.on", "2027-01-15", today);
  return plan;
}

TEST(CalendarFile, SaysNothingButThatThereIsADay) {
  const Plan plan = dated();
  const Result<std::string> file = calendar_file(of(plan), false);
  ASSERT_TRUE(file);
  EXPECT_NE(file->find("DTSTART;VALUE=DATE:20270301\r\n"), std::string::npos);
  EXPECT_NE(file->find("SUMMARY:Påminnelse 1\r\n"), std::string::npos);
  for (const char* word : {"LOCATION", "DESCRIPTION", "flytt", "Migrationsverket", "återvandring"})
    EXPECT_EQ(file->find(word), std::string::npos) << word;
}

TEST(CalendarFile, IsFoldedAndEscapedAsTheStandardSays) {
  Plan plan = dated();
  const auto id = add_entry(plan, EntryList::own_task, "housing", today);
  set_plan_value(plan, "own." + *id + ".text", "Å; ä, ö\\ " + std::string(150, 'x'), today);
  set_plan_value(plan, "task.own." + *id + ".on", "2027-02-01", today);
  const Result<std::string> file = calendar_file(of(plan), true);
  ASSERT_TRUE(file);
  std::string unfolded;
  for (const std::string& line : lines(*file)) {
    EXPECT_LE(line.size(), 75u) << line;
    unfolded += line.starts_with(' ') ? line.substr(1) : "\n" + line;
  }
  EXPECT_NE(unfolded.find("SUMMARY:Å\\; ä\\, ö\\\\ xxx"), std::string::npos) << unfolded;
}

// ---- the identity of entries ----

/// The UID of each day of a calendar, in the file's order.
std::vector<std::string> uids(const std::string& file) {
  std::vector<std::string> out;
  for (const std::string& line : lines(file))
    if (line.starts_with("UID:")) out.push_back(line);
  return out;
}
std::vector<std::string> uids_of(const Plan& plan, Date on = today, bool own_words = false) {
  return uids(*calendar_file({assets(), plan, on, "sv", ""}, own_words));
}
Plan saved(Plan plan, std::string calendar_id) {
  plan.calendar_id = std::move(calendar_id);
  return plan;
}

TEST(CalendarFile, KnowsAnEntryByWhatItIsAndNotByItsDay) {
  Plan plan = saved(dated(), "0123456789abcdef");
  const std::vector<std::string> before = uids_of(plan);
  EXPECT_EQ(std::set<std::string>(before.begin(), before.end()).size(), before.size()) << "no two have the same";
  EXPECT_EQ(uids_of(plan, today, true), before) << "whatever they are called";
  EXPECT_EQ(uids_of(plan, add_days(today, 1)), before) << "and on whichever day the file is made";
  // All entries move, their order changes, and one is new: each keeps its own UID.
  plan.situation.departure_date = make_date(2027, 9, 1);
  set_plan_value(plan, "task.housing.notice.on", "2027-12-15", today);
  set_plan_value(plan, "task.housing.there.on", "2027-01-01", today);
  const std::vector<std::string> after = uids_of(plan);
  EXPECT_EQ(after.size(), before.size() + 1);
  for (const std::string& uid : before) EXPECT_NE(std::find(after.begin(), after.end(), uid), after.end()) << uid;
}

TEST(CalendarFile, SharesNoEntryWithThatOfAnotherPlanAndSaysNothingInItsUids) {
  const Plan plan = saved(dated(), "0123456789abcdef"), other = saved(dated(), "fedcba9876543210");
  const std::vector<std::string> mine = uids_of(plan), theirs = uids_of(other);
  for (const std::string& uid : some(mine))
    EXPECT_EQ(std::find(theirs.begin(), theirs.end(), uid), theirs.end()) << uid;
  for (const std::string& uid : mine)
    for (const char* word : {"task", "notice", "departure", "p1", "2027", "0123456789abcdef"})
      EXPECT_EQ(uid.find(word), std::string::npos) << uid;
}

TEST(CalendarFile, OfAPlanThatWasNeverSavedStaysTheSameWhileThePlanDoes) {
  const Plan plan = dated();
  EXPECT_EQ(uids_of(plan), uids_of(plan, add_days(today, 1)));
  Plan other = plan;
  set_plan_value(other, "task.housing.notice.note", "x", today);
  EXPECT_NE(uids_of(plan).front(), uids_of(other).front());
}

TEST(CalendarFile, OfAPlanWithoutDaysIsASentence) {
  const Plan plan;
  EXPECT_EQ(calendar_file(of(plan), false).error().id, ErrorId::no_dates);
}

// A strict reader of RFC 4180: CR LF at the end of each row, a quote only around a whole cell.
std::optional<Rows> read_csv(std::string_view text, char mark = ',') {
  if (!text.starts_with("\xEF\xBB\xBF")) return std::nullopt;
  text.remove_prefix(3);
  Rows rows;
  for (std::size_t at = 0; at < text.size();) {
    rows.emplace_back();
    for (bool more = true; more;) {
      std::string cell;
      if (at < text.size() && text[at] == '"') {
        for (++at;; ++at) {
          if (at >= text.size()) return std::nullopt;
          if (text[at] == '"' && (at + 1 >= text.size() || text[at + 1] != '"')) break;
          if (text[at] == '"') ++at;
          cell += text[at];
        }
        ++at;
      } else {
        for (; at < text.size() && text[at] != mark && text[at] != '\r'; ++at) {
          if (text[at] == '"' || text[at] == '\n') return std::nullopt;
          cell += text[at];
        }
      }
      rows.back().push_back(std::move(cell));
      more = at < text.size() && text[at] == mark;
      if (more) ++at;
    }
    if (text.substr(at, 2) != "\r\n") return std::nullopt;
    at += 2;
  }
  return rows;
}
constexpr TableOf all_tables[] = {TableOf::budget, TableOf::tasks, TableOf::documents};

/// Hostile texts for each table.
constexpr const char* hostile[] = {"=1+1", "+46 8", "-x", "@sum", "\t=1", "a \"b\", c\nd", "a;b", "\uFF1D1+1"};
Plan with_hostile_words() {
  Plan plan = family();
  plan.documents.clear();
  plan.household.persons.clear();
  int number = 0;
  for (const char* text : hostile) {
    const std::string id = "x" + std::to_string(++number);
    plan.own_tasks.push_back({.id = id, .section = "housing", .text = text});
    plan.budget.lines.push_back({.id = id, .text = text, .phase = Phase::monthly, .flow = Flow::cost, .amount = 100});
    plan.household.persons.push_back({.id = id, .label = text});
    plan.documents.push_back({.person = id, .document = "passport_home", .state = DocumentState::have});
  }
  return plan;
}

TEST(Tables, AreNeverRunByASpreadsheet) {
  const Plan plan = with_hostile_words();
  for (const TableOf table : all_tables) {
    const std::optional<Rows> rows = read_csv(table_file(of(plan), table));
    ASSERT_TRUE(rows) << static_cast<int>(table);
    for (const char* cell : {"'=1+1", "'+46 8", "'-x", "'@sum", "'\t=1", "'\uFF1D1+1"})
      EXPECT_TRUE(std::any_of(rows->begin(), rows->end(),
                              [&](const auto& row) { return std::find(row.begin(), row.end(), cell) != row.end(); }))
          << cell << " in table " << static_cast<int>(table);
    for (const auto& row : *rows)
      for (const std::string& cell : row)
        EXPECT_TRUE(cell.empty() || std::string_view("=+@\t\r").find(cell.front()) == std::string_view::npos) << cell;
  }
  EXPECT_TRUE(table_file(of(plan), TableOf::tasks)
                  .starts_with("\xEF\xBB\xBF"
                               "Del,Sak,Läge"));
}

TEST(Tables, ComeBackAsTheyWereWrittenAndEveryRowIsAsWideAsTheHeader) {
  const Plan plan = with_hostile_words();
  EXPECT_NE(table_file(of(plan), TableOf::tasks).find(",\"a \"\"b\"\", c\nd\","), std::string::npos);
  for (const Catalogue& words : assets()->catalogues)
    for (const TableOf table : all_tables) {
      const std::optional<Rows> rows = read_csv(table_file(of(plan, words.language()), table));
      ASSERT_TRUE(rows) << words.language();
      ASSERT_GT(rows->size(), std::size(hostile));
      for (const auto& row : *rows) EXPECT_EQ(row.size(), rows->front().size()) << words.language() << row.front();
      for (const char* text : {"a \"b\", c\nd", "a;b"})
        EXPECT_TRUE(std::any_of(rows->begin(), rows->end(), [&](const auto& row) {
          return std::find(row.begin(), row.end(), text) != row.end();
        })) << text;
      EXPECT_EQ(rows->back().front(), words.text("paper.example"_t)) << "an example says so";
    }
}

TEST(Tables, KeepAmountsAsNumbers) {
  Plan plan = family();
  const auto id = add_entry(plan, EntryList::line, "monthly.cost", today);
  set_plan_value(plan, "line." + *id + ".text", "Hyra", today);
  set_plan_value(plan, "line." + *id + ".amount", "1 500,50", today);
  const std::string file = table_file(of(plan), TableOf::budget);
  EXPECT_NE(file.find("Hyra,"), std::string::npos) << file;
  EXPECT_NE(file.find(",1500.50,SEK\r\n"), std::string::npos) << file;
}

TEST(Tables, OfALanguageWithADecimalCommaAreReadByItsSpreadsheet) {
  Plan plan = with_hostile_words();
  plan.budget.lines.push_back(
      {.id = "own_rent", .text = "Hyra", .phase = Phase::monthly, .flow = Flow::cost, .amount = 150050});
  plan.budget.lines.push_back(
      {.id = "whole", .text = "1.5", .phase = Phase::monthly, .flow = Flow::cost, .amount = 150000});
  const std::string file = table_file(of(plan), TableOf::budget, {}, CsvForm::semicolons);
  EXPECT_NE(file.find("\r\nHyra;"), std::string::npos) << file;
  EXPECT_NE(file.find(";1500,50;SEK\r\n"), std::string::npos) << "a number, without quotation marks\n" << file;
  EXPECT_NE(file.find("\r\n1.5;"), std::string::npos) << "what a person wrote is no amount";
  EXPECT_NE(file.find(";1500;SEK\r\n"), std::string::npos) << file;
  for (const TableOf table : all_tables) {
    const std::string text = table_file(of(plan), table, {}, CsvForm::semicolons);
    EXPECT_TRUE(text.starts_with("\xEF\xBB\xBF"));
    const std::optional<Rows> rows = read_csv(text, ';');
    ASSERT_TRUE(rows) << static_cast<int>(table);
    for (const auto& row : *rows) EXPECT_EQ(row.size(), rows->front().size());
    for (const char* cell : {"'=1+1", "a;b", "a \"b\", c\nd"})
      EXPECT_TRUE(std::any_of(rows->begin(), rows->end(), [&](const auto& row) {
        return std::find(row.begin(), row.end(), cell) != row.end();
      })) << cell;
  }
  EXPECT_EQ(usual_csv_form("sv"), CsvForm::semicolons);
  EXPECT_EQ(usual_csv_form("en"), CsvForm::commas);
}

TEST(Tables, HaveNoInvisibleMarksInTheirCells) {
  Plan plan = with_hostile_words();
  plan.documents.push_back({.person = "x1", .document = "birth_certificate", .state = DocumentState::need});
  for (const Catalogue& words : assets()->catalogues)
    for (const TableOf table : all_tables) {
      const std::string file = table_file(of(plan, words.language()), table);
      for (const char* mark : {"\u2066", "\u2067", "\u2068", "\u2069"})
        EXPECT_EQ(file.find(mark), std::string::npos) << words.language() << static_cast<int>(table);
      // After such a mark a formula would pass unnoticed.
      const std::optional<Rows> rows = read_csv(file);
      ASSERT_TRUE(rows);
      for (const auto& row : some(*rows))
        for (const std::string& cell : row)
          EXPECT_TRUE(cell.empty() || std::string_view("=+@\t\r").find(cell.front()) == std::string_view::npos) << cell;
    }
}

TEST(Paper, LeavesOutNoLevelOfItsHeadings) {
  const std::string page = print_page(of(family()), {std::begin(printable), std::end(printable)});
  int before = 0, headings = 0;
  for (std::size_t at = page.find("<h"); at != std::string::npos; at = page.find("<h", at + 1)) {
    const int level = page[at + 2] - '0';
    if (level < 1 || level > 6) continue;
    EXPECT_LE(level, before + 1) << page.substr(at, 80);
    before = level;
    ++headings;
  }
  EXPECT_GT(headings, 40);
}

TEST(Paper, SaysWhatDayItIsAsOfWhatIsNotKnownAndThatItIsNoDecision) {
  Plan plan = dated();
  plan.situation.can_show_reception.reset();
  for (const Catalogue& words : assets()->catalogues) {
    const std::string page = print_page(of(plan, words.language()), {std::begin(printable), std::end(printable)});
    const std::string direction =
        words.language() == "ar" || words.language() == "fa" || words.language() == "ckb" ? "rtl" : "ltr";
    EXPECT_NE(page.find("<html lang=\"" + words.language() + "\" dir=\"" + direction + "\">"), std::string::npos);
    const std::string as_of = words.text("print.as_of"_t, {{"date", today}, {"checked", assets()->pack.checked_on}});
    EXPECT_NE(as_of.find(words.date(today)), std::string::npos) << words.language() << " leaves out the day";
    for (const std::string& said : {as_of, words.text("print.not_decision"_t), words.text("sheet.unknown"_t),
                                    words.text("q.can_show_reception.short")})
      EXPECT_NE(page.find(html_escaped(said)), std::string::npos) << words.language() << ": " << said;
    EXPECT_EQ(page.find("<button"), std::string::npos);
    EXPECT_NE(page.find("2025:970"), std::string::npos);
  }
}

TEST(Paper, DatesItselfOnTheDayItIsMade) {
  const Plan plan = dated();
  const OutputOf later{assets(), plan, *make_date(2027, 2, 3), "en"};
  const std::string page = print_page(later, {ScreenId::estimate});
  EXPECT_NE(page.find("As of 3\u00A0February 2027. Rules checked "), std::string::npos);
  EXPECT_EQ(page.find("As of 20"), std::string::npos);
}

TEST(Paper, HasOnlyThePartsThatWereChosen) {
  Plan plan = dated();
  const auto id = add_entry(plan, EntryList::journal, "", today);
  set_plan_value(plan, "journal." + *id + ".text", "en hemlig rad <b>", today);
  const std::string with = print_page(of(plan), {ScreenId::journal}),
                    without = print_page(of(plan), {ScreenId::estimate});
  EXPECT_NE(with.find("en hemlig rad &lt;b&gt;"), std::string::npos);
  EXPECT_EQ(without.find("hemlig"), std::string::npos);
}

/// The items of the list under a heading.
std::vector<std::string> items_under(const std::string& page, const std::string& title) {
  std::vector<std::string> out;
  const std::size_t at = page.find(">" + title), end = page.find("</ul>", at);
  for (std::size_t item = page.find("<li>", at); item < end; item = page.find("<li>", item + 1))
    out.push_back(page.substr(item + 4, page.find("</li>", item) - item - 4));
  return out;
}

TEST(MeetingSheet, HasNoNamesAndBothLanguages) {
  Plan plan = family();
  plan.household.persons[0].label = "Amina Hemlig";
  const std::string sheet = sheet_page(of(plan, "ar"), "sv");
  EXPECT_EQ(sheet.find("Hemlig"), std::string::npos);
  for (const char* word : {"Till mötet", "Vad jag inte vet", "Fem frågor", "lang=\"sv\"", "dir=\"rtl\""})
    EXPECT_NE(sheet.find(word), std::string::npos) << word;
}

TEST(MeetingSheet, AsksFiveQuestionsAndNeverMore) {
  Plan plan = family();
  EXPECT_EQ(items_under(sheet_page(of(plan), ""), "Fem frågor").size(), 5u) << "the guide alone has more than five";
  for (int more = 0; more < 8; ++more) {
    const auto id = add_entry(plan, EntryList::question, "who.mv", today);
    set_plan_value(plan, "question." + *id + ".text", "Egen fråga " + std::to_string(more), today);
  }
  EXPECT_EQ(items_under(sheet_page(of(plan), ""), "Fem frågor").size(), 5u);
}

TEST(MeetingSheet, BeginsWithTheQuestionsThatAreToBeRaisedAndLeavesOutThoseThatWereAsked) {
  Plan plan = family();
  for (const char* text : {"Redan ställd", "Ska lyftas"}) {
    const auto id = add_entry(plan, EntryList::question, "who.csn", today);
    set_plan_value(plan, "question." + *id + ".text", text, today);
  }
  plan.questions[plan.questions.size() - 2].asked = true;
  plan.questions.back().raise = true;
  const std::vector<std::string> items = items_under(sheet_page(of(plan), ""), "Fem frågor");
  ASSERT_EQ(items.size(), 5u);
  EXPECT_EQ(items[0], "Ska lyftas");
  EXPECT_EQ(std::count(items.begin(), items.end(), "Redan ställd"), 0);
}

TEST(MeetingSheet, NamesAtMostSixThingsThatAreNotKnown) {
  Plan plan;
  plan.household.persons = {{.id = "p1", .tie = Tie::applicant}};
  const std::vector<std::string> items = items_under(sheet_page(of(plan), ""), "Vad jag inte vet");
  EXPECT_GE(items.size(), 1u);
  EXPECT_LE(items.size(), 6u);
}

/// The text without the second language beside it.
std::string alone(std::string page) {
  const std::string_view begin = "<br><span class=\"beside\"", end = "</span>";
  for (std::size_t at = page.find(begin); at != std::string::npos; at = page.find(begin))
    page.erase(at, page.find(end, at) + end.size() - at);
  return page;
}

/// Two adults and a child: one has everything on the list, one lacks an item, and one has no answers.
Plan applying() {
  Plan plan;
  plan.household.persons = {{.id = "p1", .label = "Ett", .tie = Tie::applicant},
                            {.id = "p2", .label = "Två", .tie = Tie::spouse},
                            {.id = "p3", .label = "Tre", .tie = Tie::child}};
  plan.household.persons[0].debt_csn = false;
  for (const char* document : {"identity_proof", "permit_card", "permit_decision"})
    for (const char* person : {"p1", "p2"})
      plan.documents.push_back({.person = person, .document = document, .state = DocumentState::have});
  plan.documents.back().state = DocumentState::need;
  return plan;
}

TEST(Application, IsInSwedishWhateverTheLanguage) {
  const Plan plan = applying();
  const std::string swedish = application_page(of(plan));
  for (const Catalogue& words : assets()->catalogues) {
    const std::string page = application_page(of(plan, words.language()));
    EXPECT_TRUE(page.starts_with("<!DOCTYPE html>\n<html lang=\"sv\" dir=\"ltr\">")) << words.language();
    EXPECT_TRUE(alone(page) == swedish) << words.language();
    const bool beside = page.find("<span class=\"beside\" lang=\"" + words.language() + "\" dir=\"" +
                                  (words.right_to_left() ? "rtl" : "ltr") + "\">") != std::string::npos;
    EXPECT_EQ(beside, words.language() != "sv") << words.language();
  }
}

TEST(Application, SaysOfEachPersonWhatIsReadyMissingAndNotAnswered) {
  const Plan plan = applying();
  const std::string page = application_page(of(plan));
  const auto part = [&](const std::string& from, const std::string& to) {
    const std::size_t begin = page.find("<h2>" + from + "</h2>"), end = page.find("<h2>" + to + "</h2>");
    EXPECT_LT(begin, end) << from;
    return page.substr(std::min(begin, page.size()), end - begin);
  };
  const std::string one = part("Ett", "Två"), two = part("Två", "Tre"), three = part("Tre", "Hela hushållet"),
                    household = part("Hela hushållet", "");
  EXPECT_NE(one.find("Allt på listan finns"), std::string::npos) << one;
  EXPECT_NE(two.find("Saknas: Beslutet om uppehållstillstånd"), std::string::npos) << two;
  EXPECT_NE(
      three.find("Inte svarat: Id-handling, Uppehållstillståndskort, Beslutet om uppehållstillstånd, Födelsebevis"),
      std::string::npos)
      << three;
  EXPECT_NE(household.find("Ansökan på blankett"), std::string::npos) << household;
  EXPECT_NE(page.find("Ansökan är inte komplett än."), std::string::npos);
  // The answers about each of them, and the missing ones: eight rows and their header.
  for (const std::string& person : {one, two, three}) {
    std::size_t rows = 0;
    for (std::size_t at = person.find("<tr>"); at != std::string::npos; at = person.find("<tr>", at + 1)) ++rows;
    EXPECT_EQ(rows, 9u);
  }
  EXPECT_NE(one.find("<td>Skuld till CSN</td><td>Nej</td>"), std::string::npos) << one;
}

// People show it at a counter, so it must not look like a decision of the authority or a promise.
TEST(Application, ClaimsNoDecision) {
  for (const Plan& plan : {applying(), family(), Plan{}}) {
    const std::string page = application_page(of(plan));
    EXPECT_NE(page.find("Information, inget beslut. Migrationsverket beslutar."), std::string::npos);
    EXPECT_NE(page.find("Det här är inte ansökan."), std::string::npos);
    for (const char* claim : {"omfattas", "beviljad", "beviljat", "beviljas", "godkänd", "har rätt till", "uppfyller",
                              " kr<", "class=\"figure\">"})
      EXPECT_EQ(page.find(claim), std::string::npos) << claim;
  }
}

}  // namespace
}  // namespace vagval
