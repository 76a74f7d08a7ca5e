// Outputs on the command line: each output in each language, to the standard output and to a file; and each failure
// with its exit code, a sentence, and no file left.
#include <gtest/gtest.h>

#include "app/app.h"
#include "cli/workbench.h"
#include "files.h"
#include "state/assets.h"
#include "words/tables.h"

namespace vagval {
namespace {

using tests::clear_folder, tests::file, tests::get, tests::path_of, tests::put, tests::vagval;

const std::string family_plan = path_of("assets/examples/family.json");

/// A command, the words after its file, and the beginning of its output in a language.
struct OutputCommand {
  std::string name, words_after;
  std::string (*begins)(const Catalogue& words);
};
std::string html_in(const Catalogue& words) {
  return "<!DOCTYPE html>\n<html lang=\"" + words.language() + "\" dir=\"" + (words.right_to_left() ? "rtl" : "ltr") +
         "\">";
}
std::string table_of(const Catalogue& words, TextKey first, TextKey second) {
  const std::string mark = usual_csv_form(words.language()) == CsvForm::semicolons ? ";" : ",";
  return "\xEF\xBB\xBF" + words.text(first) + mark + words.text(second) + mark;
}
const OutputCommand commands[] = {
    {"print", "", html_in},
    {"sheet", "", html_in},
    {"sheet", " --beside ar", html_in},
    {"application", "",
     [](const Catalogue&) { return std::string("<!DOCTYPE html>\n<html lang=\"sv\" dir=\"ltr\">"); }},
    {"ics", "", [](const Catalogue&) { return std::string("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"); }},
    {"csv", " budget", [](const Catalogue& words) { return table_of(words, "csv.line"_t, "csv.when"_t); }},
    {"csv", " tasks", [](const Catalogue& words) { return table_of(words, "csv.part"_t, "csv.thing"_t); }},
    {"csv", " documents", [](const Catalogue& words) { return table_of(words, "csv.person"_t, "csv.document"_t); }}};

class OutputFiles : public testing::Test {
 protected:
  void SetUp() override { clear_folder(); }
  static bool exists(const std::string& name) { return access(file(name).c_str(), F_OK) == 0; }
};

TEST_F(OutputFiles, AreTheSameOnTheStandardOutputAndInAFileInEveryLanguage) {
  const auto assets = load_assets();
  for (const OutputCommand& command : commands)
    for (const std::string language : {"sv", "en", "ar"}) {
      const std::string call =
          command.name + " " + family_plan + command.words_after + " --on 2026-11-20 --lang " + language;
      ASSERT_EQ(vagval(call), 0) << call << get("err");
      const std::string said = get("out");
      EXPECT_TRUE(said.starts_with(command.begins(assets->catalogue(language)))) << call << "\n" << said.substr(0, 200);
      EXPECT_EQ(get("err"), "") << call;
      ASSERT_EQ(vagval(call + " -o " + file("written")), 0) << call << get("err");
      EXPECT_EQ(get("out"), "") << call;
      EXPECT_TRUE(get("written") == said) << call;
    }
}

TEST_F(OutputFiles, HoldOnlyWhatWasAskedFor) {
  ASSERT_EQ(vagval("print " + family_plan + " --lang en --on 2026-11-20"), 0);
  const std::string all = get("out");
  ASSERT_EQ(vagval("print " + family_plan + " --lang en --on 2026-11-20 --include estimate,questions"), 0);
  const std::string two = get("out");
  // A heading of the money screen, and one of the questions.
  EXPECT_NE(all.find("Money over time"), std::string::npos);
  EXPECT_EQ(two.find("Money over time"), std::string::npos);
  EXPECT_NE(two.find("You may be covered"), std::string::npos);
  EXPECT_NE(two.find("Is the grant taxed?"), std::string::npos);
  EXPECT_EQ(vagval("print " + family_plan + " --include everything"), 2);

  ASSERT_EQ(vagval("sheet " + family_plan + " --lang en --on 2026-11-20"), 0);
  EXPECT_EQ(get("out").find("Till mötet"), std::string::npos);
  ASSERT_EQ(vagval("sheet " + family_plan + " --lang en --beside sv --on 2026-11-20"), 0);
  EXPECT_NE(get("out").find("Till mötet"), std::string::npos);
  EXPECT_EQ(vagval("sheet " + family_plan + " --beside xx"), 2);

  ASSERT_EQ(vagval("ics " + family_plan + " --lang en --on 2026-11-20"), 0);
  EXPECT_NE(get("out").find("SUMMARY:Reminder 1\r\n"), std::string::npos);
  ASSERT_EQ(vagval("ics " + family_plan + " --own-words --lang en --on 2026-11-20"), 0);
  EXPECT_EQ(get("out").find("SUMMARY:Reminder"), std::string::npos);
  EXPECT_NE(get("out").find("SUMMARY:"), std::string::npos);

  EXPECT_EQ(vagval("csv " + family_plan + " everything"), 2);
  EXPECT_EQ(vagval("csv " + family_plan), 2);
}

TEST_F(OutputFiles, AreNotMadeOfWhatCannotBeRead) {
  const std::string broken = path_of("tests/plans/broken/tasks_as_object.json"), to = " -o " + file("written");
  for (const OutputCommand& command : commands) {
    const auto call = [&](const std::string& plan) {
      return vagval(command.name + " " + plan + command.words_after + to + " --lang en");
    };
    EXPECT_EQ(call("/nowhere/at/all.json"), 3) << command.name;
    EXPECT_NE(get("err").find("/nowhere/at/all.json: "), std::string::npos) << get("err");
    EXPECT_EQ(call(broken), 3) << command.name;
    EXPECT_NE(get("err").find("tasks_as_object.json /tasks: "), std::string::npos) << get("err");
    EXPECT_EQ(vagval(command.name + " " + family_plan + command.words_after + to + " --lang xx"), 2);
    EXPECT_NE(get("err"), "") << command.name;
    EXPECT_FALSE(exists("written")) << command.name << command.words_after;
    EXPECT_EQ(get("out"), "");
  }
}

TEST_F(OutputFiles, AreRefusedWhereNothingCanBeWritten) {
  const auto assets = load_assets();
  put("a_file", "whole");
  const std::string gone = file("no/such/folder/written"), inside_a_file = file("a_file/written");
  for (const OutputCommand& command : commands)
    for (const std::string& to : {gone, inside_a_file}) {
      EXPECT_EQ(vagval(command.name + " " + family_plan + command.words_after + " --on 2026-11-20 --lang en -o " + to),
                3)
          << command.name << " " << to;
      EXPECT_NE(get("err").find(to + ": "), std::string::npos) << get("err");
      EXPECT_EQ(get("out"), "");
    }
  EXPECT_NE(get("err").find("a_file/written"), std::string::npos);
  EXPECT_EQ(get("a_file"), "whole");
}

TEST_F(OutputFiles, AreNeverWrittenOverWhatTheyAreMadeOf) {
  put("plan", tests::read("assets/examples/family.json"));
  for (const OutputCommand& command : commands) {
    EXPECT_EQ(vagval(command.name + " " + file("plan") + command.words_after + " --lang en -o " + file("plan")), 2)
        << command.name;
    EXPECT_NE(get("err").find("is the file to be read"), std::string::npos) << get("err");
    EXPECT_EQ(get("plan"), tests::read("assets/examples/family.json")) << command.name;
  }
  EXPECT_EQ(vagval("stages " + file("plan") + " -o " + file("plan")), 2);
  EXPECT_EQ(get("plan"), tests::read("assets/examples/family.json"));
}

TEST_F(OutputFiles, ThatCannotBeWrittenSpeakOfTheCommandAndNotOfAWindow) {
  ASSERT_EQ(vagval("print " + family_plan + " --lang en -o " + file("no/such/folder")), 3);
  EXPECT_EQ(get("err").find("still here"), std::string::npos) << get("err");
  EXPECT_NE(get("err").find("run the command again"), std::string::npos) << get("err");
}

TEST_F(OutputFiles, ThatAreTablesHaveTheFormOfTheLanguageOrTheOneThatIsAskedFor) {
  const std::string csv = "csv " + path_of("tests/plans/v2/everything.vagval.json") + " tasks";
  const auto first_line = [&](const std::string& how) {
    EXPECT_EQ(vagval(csv + how), 0) << how;
    return get("out").substr(0, get("out").find('\r'));
  };
  for (const char* how : {" --lang sv", " --lang bs", " --lang en --form semicolon"})
    EXPECT_NE(first_line(how).find(';'), std::string::npos) << how;
  for (const char* how : {" --lang en", " --lang ar", " --lang sv --form comma"})
    EXPECT_NE(first_line(how).find(','), std::string::npos) << how;
  EXPECT_EQ(vagval(csv + " --form tabs"), 2);
}

TEST_F(OutputFiles, LeaveWhatIsThereAsItWas) {
  put("written", "what was there before");
  EXPECT_EQ(vagval("print " + path_of("tests/plans/broken/tasks_as_object.json") + " -o " + file("written")), 3);
  EXPECT_EQ(get("written"), "what was there before");
}

TEST_F(OutputFiles, OfAPlanWithoutDaysAreNoCalendar) {
  put("plan", R"({"format": "vagval-plan", "version": 2, "household": {"persons": [{"id": "a"}]}})");
  EXPECT_EQ(vagval("ics " + file("plan") + " --lang en --on 2026-11-20 -o " + file("written")), 3);
  EXPECT_EQ(get("out"), "");
  EXPECT_EQ(get("err"), file("plan") + ": " + load_assets()->catalogue("en").text("error.no_dates.what"_t) + " " +
                            load_assets()->catalogue("en").text("error.no_dates.do"_t) + "\n");
  EXPECT_FALSE(exists("written"));
}

}  // namespace
}  // namespace vagval
