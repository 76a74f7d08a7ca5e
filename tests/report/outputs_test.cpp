// What a person takes along: a calendar others can see, tables a spreadsheet does not run, paper, and a sheet without
// names.
#include "report/outputs.h"

#include <gtest/gtest.h>

#include "plan/change.h"

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

TEST(CalendarFile, OfAPlanWithoutDaysIsASentence) {
  const Plan plan;
  EXPECT_EQ(calendar_file(of(plan), false).error().id, ErrorId::no_dates);
}

TEST(Tables, AreNeverRunByASpreadsheet) {
  Plan plan = family();
  for (const char* text : {"=1+1", "+46 8", "-x", "@sum", "a \"b\", c\nd"}) {
    const auto id = add_entry(plan, EntryList::own_task, "housing", today);
    set_plan_value(plan, "own." + *id + ".text", text, today);
  }
  const std::string file = table_file(of(plan), TableOf::tasks);
  for (const char* cell : {",'=1+1,", ",'+46 8,", ",'-x,", ",'@sum,"})
    EXPECT_NE(file.find(cell), std::string::npos) << cell;
  EXPECT_TRUE(
      file.starts_with("\xEF\xBB\xBF"
                       "Del,Sak,Läge"));
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

TEST(Paper, SaysWhatDayItIsAsOfAndThatItIsNoDecision) {
  const Plan plan = dated();
  for (const Catalogue& words : assets()->catalogues) {
    const std::string page = print_page(of(plan, words.language()), {std::begin(printable), std::end(printable)});
    EXPECT_NE(page.find("lang=\"" + words.language() + "\" dir=\"" + (words.right_to_left() ? "rtl" : "ltr")),
              std::string::npos);
    EXPECT_NE(page.find(words.text("print.not_decision"_t)), std::string::npos) << words.language();
    EXPECT_EQ(page.find("<button"), std::string::npos);
    EXPECT_NE(page.find("2025:970"), std::string::npos);
  }
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

TEST(MeetingSheet, HasNoNamesAndBothLanguages) {
  Plan plan = family();
  plan.household.persons[0].label = "Amina Hemlig";
  const std::string sheet = sheet_page(of(plan, "ar"), "sv");
  EXPECT_EQ(sheet.find("Hemlig"), std::string::npos);
  for (const char* word : {"Till mötet", "Vad jag inte vet", "Fem frågor", "lang=\"sv\"", "dir=\"rtl\""})
    EXPECT_NE(sheet.find(word), std::string::npos) << word;
}

}  // namespace
}  // namespace vagval
