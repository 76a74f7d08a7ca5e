// The command line: results, exit codes, and an empty standard output for a broken file.
#include <gtest/gtest.h>

#include "cli/run.h"
#include "files.h"
#include "state/action.h"

namespace vagval {
namespace {

using tests::Ran;
using tests::run;

std::string example(const std::string& name) { return tests::path_of("assets/examples/" + name + ".json"); }

TEST(CommandLine, EstimatesAFamilyAsJson) {
  const Ran ran = run("estimate " + example("family") + " --on 2026-11-20 --format json");
  EXPECT_EQ(ran.code, 0);
  const Result<Json> json = read_json(ran.out);
  ASSERT_TRUE(json);
  EXPECT_EQ(*json->find("state")->text(), "may_be_covered");
  EXPECT_EQ(*json->find("amount")->find("max")->integer(), 550000);
  for (const char* member : {"version", "as_of", "persons", "caps", "instalments", "repayment", "conditions",
                             "conflicts", "next_questions", "what_would_change"})
    EXPECT_TRUE(json->find(member)) << member;
}
TEST(CommandLine, SaysTheSameInWordsInBothLanguages) {
  EXPECT_NE(run("estimate " + example("family") + " --on 2026-11-20").out.find("Ni kan omfattas"), std::string::npos);
  EXPECT_NE(run("estimate " + example("family") + " --on 2026-11-20 --lang en").out.find("You may be covered"),
            std::string::npos);
}
TEST(CommandLine, DoubtsADayBeforeTheRulesWereCheckedInWordsAndInJson) {
  const std::string estimate = "estimate " + example("family") + " --lang en ";
  EXPECT_NE(run(estimate + "--on 2015-01-01").out.find("looked at as on"), std::string::npos);
  EXPECT_EQ(run(estimate + "--on 2027-01-10").out.find("looked at as on"), std::string::npos);
  const Result<Json> early = read_json(run(estimate + "--on 2026-01-02 --format json").out),
                     late = read_json(run(estimate + "--on 2027-01-10 --format json").out);
  ASSERT_TRUE(early && late);
  ASSERT_EQ(early->find("day_doubts")->array()->size(), 1u);
  EXPECT_EQ(*early->find("day_doubts")->array()->front().find("id")->text(), "as_of_before_check");
  EXPECT_TRUE(late->find("day_doubts")->array()->empty());
}
TEST(CommandLine, ExplainsDownToTheSources) {
  const Ran ran = run("explain " + example("single_debt") + " --on 2026-11-20");
  EXPECT_EQ(ran.code, 0);
  EXPECT_NE(ran.out.find("D-04"), std::string::npos);
  EXPECT_NE(ran.out.find("2025:970 § 7"), std::string::npos);
}
TEST(CommandLine, ShowsEveryScreenInEveryForm) {
  for (const std::string_view name : screen_names) {
    const std::string screen(name);
    for (const char* format : {"text", "html", "json"}) {
      const Ran ran = run("screen " + example("family") + " " + screen + " --on 2026-11-20 --format " + format);
      EXPECT_EQ(ran.code, 0) << screen << format;
      EXPECT_GT(ran.out.size(), 200u) << screen << format;
    }
  }
}
TEST(CommandLine, ListsAndPrintsExamplesThatOpenAgain) {
  const Ran list = run("example --list");
  EXPECT_EQ(list.code, 0);
  for (const char* name : {"family", "citizen_partner", "pensioner", "single_debt", "asylum_refused"}) {
    EXPECT_NE(list.out.find(std::string(name) + "\t"), std::string::npos) << name;
    const Ran plan = run(std::string("example ") + name);
    EXPECT_EQ(plan.code, 0) << name;
    EXPECT_EQ(run("check -", plan.out).code, 0) << name;
    EXPECT_EQ(run("estimate - --on 2026-11-20", plan.out).code, 0) << name;
  }
  EXPECT_EQ(run("example nobody").code, 2);
}
TEST(CommandLine, SaysWhatTheScreensOfThePlannerSay) {
  const std::pair<const char*, const char*> commands[] = {
      {"path", "Personal documents"}, {"calendar", "Report the move"},
      {"budget", "Money over time"},  {"documents", "Is the application complete?"},
      {"compare", "Stay in Sweden"},  {"questions", "Is the grant taxed?"}};
  for (const auto& [command, words] : commands) {
    const Ran ran = run(std::string(command) + " " + example("family") + " --on 2026-11-20 --lang en");
    EXPECT_EQ(ran.code, 0) << command;
    EXPECT_NE(ran.out.find(words), std::string::npos) << command;
    EXPECT_EQ(run(std::string(command) + " " + tests::path_of("tests/plans/broken/tasks_as_object.json")).code, 3)
        << command;
  }
}
TEST(CommandLine, GivesThePathAsJson) {
  const Ran ran = run("path " + example("family") + " --on 2026-11-20 --format json --lang en");
  const Result<Json> json = read_json(ran.out);
  ASSERT_TRUE(json);
  EXPECT_EQ(json->find("sections")->array()->size(), 10u);
  const Json& first = (*(*json->find("sections")->array())[0].find("tasks")->array())[0];
  for (const char* member : {"id", "title", "do", "concerns", "who", "undo", "days", "state"})
    EXPECT_TRUE(first.find(member)) << member;
  EXPECT_TRUE(json->find("hazards"));
}
TEST(CommandLine, AnswersThreeForEveryBrokenFileAndSaysWhere) {
  const Json expected = tests::read_tree("tests/plans/broken/expected.json");
  for (const auto& [name, about] : some(*expected.object())) {
    const Ran ran = run("estimate " + tests::path_of("tests/plans/broken/" + name + ".json"));
    EXPECT_EQ(ran.code, 3) << name;
    EXPECT_EQ(ran.out, "") << name;
    EXPECT_NE(ran.err.find(*about.find("where")->text()), std::string::npos) << name << ran.err;
  }
}
TEST(CommandLine, AnswersTwoForWrongUse) {
  for (const char* wrong :
       {"", "estimate", "estimate x --format pdf", "nonsense", "estimate x --on yesterday", "screen x nowhere"})
    EXPECT_EQ(run(wrong).code, 2) << wrong;
  EXPECT_EQ(run("--help").code, 0);
}
TEST(CommandLine, AnswersThreeForAFileThatIsNotThere) {
  const Ran ran = run("estimate /nowhere/at/all.json");
  EXPECT_EQ(ran.code, 3);
  EXPECT_EQ(ran.out, "");
}
TEST(CommandLine, RefusesAChildBornInTheFuture) {
  const std::string plan =
      R"({"format":"vagval-plan","version":1,"household":{"persons":[{"id":"a","birth_date":"2030-01-01"}]}})";
  const Ran ran = run("estimate - --on 2026-11-20", plan);
  EXPECT_EQ(ran.code, 3);
  EXPECT_NE(ran.err.find("/household/persons/0/birth"), std::string::npos);
}
TEST(CommandLine, GoesOnAfterABadLineOfABatch) {
  const std::string good =
      R"({"format":"vagval-plan","version":1,"household":{"persons":[{"id":"a","swedish_citizen":true}]}})";
  const Ran ran =
      run("batch --on 2026-11-20", good + "\nnonsense\n" + std::string(1'200'000, 'x') + "\n" + good + "\n");
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(std::count(ran.out.begin(), ran.out.end(), '\n'), 4);
  EXPECT_NE(ran.out.find("\"line\":2"), std::string::npos);
  EXPECT_NE(ran.out.find("\"line\":3"), std::string::npos);
}
TEST(CommandLine, ChecksPlansAndRulePacks) {
  EXPECT_EQ(run("check " + tests::path_of("assets/rules/se-repatriation-grant.json") + " " + example("family")).code,
            0);
  const Ran ran = run("check " + tests::path_of("tests/packs/bad/inverted_period.json"));
  EXPECT_EQ(ran.code, 3);
  EXPECT_NE(ran.err.find("/conditions/0/to"), std::string::npos);
}
TEST(CommandLine, PrintsTheRuleBook) {
  const Ran ran = run("rules --lang en");
  EXPECT_EQ(ran.code, 0);
  for (const char* words : {"C-05", "D-06", "I-01", "E-21"}) EXPECT_NE(ran.out.find(words), std::string::npos) << words;
}

// Translators use their own tools: gettext's must accept the exported file, and the import gives the same catalogue.
TEST(CommandLine, GivesEveryCatalogueToTranslatorsAndTakesItBack) {
  ASSERT_EQ(std::system("command -v msgfmt > /dev/null"), 0) << "gettext is missing (Debian: apt-get install gettext)";
  int languages = 0;
  for (const std::string& name : tests::names_in("assets/text", ".json")) {
    const std::string language = name.substr(0, name.find('.'));
    if (language == "neutrality") continue;
    const Ran po = run("texts --po " + language);
    ASSERT_EQ(po.code, 0) << language;
    const std::string file = testing::TempDir() + "/vagval" + std::to_string(getpid()) + "/" + language + ".po";
    std::FILE* const out = std::fopen(file.c_str(), "wb");
    std::fwrite(po.out.data(), 1, po.out.size(), out);
    std::fclose(out);
    EXPECT_EQ(std::system(("msgfmt --check --use-fuzzy -o /dev/null " + file).c_str()), 0) << language;
    const Ran back = run("texts --from-po " + file);
    EXPECT_EQ(back.code, 0) << language << back.err;
    EXPECT_TRUE(back.out == tests::read("assets/text/" + name)) << language;
    ++languages;
  }
  EXPECT_EQ(languages, 8);
}
TEST(CommandLine, RefusesTranslationsThatDoNotFit) {
  const std::string head = "msgid \"\"\nmsgstr \"Language: ar\\n\"\n\n";
  const auto refused = [&](const std::string& entry, const std::string& why) {
    const Ran ran = run("texts --from-po -", head + entry);
    EXPECT_EQ(ran.code, 3) << entry;
    EXPECT_NE(ran.err.find(why), std::string::npos) << ran.err;
    EXPECT_EQ(ran.out, "");
  };
  refused("msgctxt \"no.such\"\nmsgid \"x\"\nmsgstr \"y\"\n", "no key");
  refused("msgctxt \"answer.yes\"\nmsgid \"Kanske\"\nmsgstr \"y\"\n", "has changed since");
  refused("msgctxt \"household.open\"\nmsgid \"Öppna {name}\"\nmsgstr \"افتح\"\n", "placeholders differ");
  refused("msgctxt \"answer.yes\"\nmsgid \"Ja\"\nmsgstr نعم\n", "not a text in quotes");
  refused("nonsense\n", "only msgctxt");
}
TEST(CommandLine, NamesWhatNoPersonHasReviewed) {
  EXPECT_NE(run("texts").out.find("ar\tالعربية\t0 of"), std::string::npos);
  EXPECT_EQ(run("texts --missing ar").out, "");
  EXPECT_NE(run("texts --draft ar").out.find("answer.yes\tJa\tنعم\tdraft\n"), std::string::npos);
  EXPECT_EQ(run("texts --draft sv").out, "");
  EXPECT_EQ(run("texts --draft xx").code, 2);
}

}  // namespace
}  // namespace vagval
