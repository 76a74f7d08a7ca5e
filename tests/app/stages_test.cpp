// The office's overview: the program counts files and does nothing else with them.
#include <gtest/gtest.h>

#include "app/hands.h"
#include "plan/plan_json.h"

namespace vagval {
namespace {

App at_the_office() {
  App app = new_app("en");
  app.dispatch(GoTo{ScreenId::stages});
  return app;
}

std::string file_of(const char* stage, const char* day) {
  Plan plan;
  plan.stage = stage;
  plan.journal.push_back(
      {.id = "j1", .on = parse_date(day), .kind = JournalKind::stage, .about = stage, .text = "a private note"});
  return write_plan(plan);
}

void give(App& app, int times, const char* stage, const char* day) {
  for (int i = 0; i < times; ++i) app.reply(FileGiven{file_of(stage, day)});
}

TEST(Stages, AskForSeveralFilesAtOnce) {
  App app = at_the_office();
  press(app, "stages.choose");
  const std::vector<Effect> effects = app.take_effects();
  ASSERT_EQ(effects.size(), 1u);
  EXPECT_EQ(std::get<ShowFilePicker>(effects.front()), ShowFilePicker{.several = true});
}

TEST(Stages, ShowATableAndAPictureOfWhatWasGiven) {
  App app = at_the_office();
  give(app, 7, "housing", "2026-03-10");
  give(app, 6, "documents", "2026-05-10");
  const Node* const table = find_node(app.screen(), "stages.table");
  ASSERT_TRUE(table);
  ASSERT_EQ(table->children.size(), 4u);
  EXPECT_EQ(table->children[1].children[0].text, "May 2026");
  EXPECT_EQ(table->children[1].children[1].text, "6");
  EXPECT_EQ(table->children[3].children[0].text, "March 2026");
  EXPECT_EQ(table->children[3].children[2].text, "7");
  const Node* const chart = find_node(app.screen(), "stages.chart.documents");
  ASSERT_TRUE(chart);
  ASSERT_EQ(chart->children.size(), 3u);
  EXPECT_EQ(chart->children.back().share, 1000);
  EXPECT_TRUE(says(app, "Files read: 13. Files that could not be read: 0."));
}

TEST(Stages, LeaveOutTheStagesThatNobodyStoodIn) {
  App app = at_the_office();
  give(app, 7, "housing", "2026-03-10");
  const Node* const table = find_node(app.screen(), "stages.table");
  ASSERT_TRUE(table);
  for (const Node& row : table->children) EXPECT_EQ(row.children.size(), 2u);
  EXPECT_EQ(table->children[0].children[1].text, "2 Housing (boende)");
}

TEST(Stages, NeitherTellNorDrawASmallCount) {
  App app = at_the_office();
  give(app, 3, "documents", "2026-03-10");
  give(app, 6, "housing", "2026-03-10");
  give(app, 9, "education", "2026-03-10");
  const Node* const row = &find_node(app.screen(), "stages.table")->children[1];
  EXPECT_EQ(row->children[1].text, "fewer than 5, or hidden");
  EXPECT_EQ(row->children[2].text, "fewer than 5, or hidden");
  EXPECT_EQ(row->children[3].text, "9");
  const Node& point = find_node(app.screen(), "stages.chart.documents")->children[0];
  EXPECT_EQ(point.span, 0);
  EXPECT_EQ(point.share, 1000);
  EXPECT_EQ(point.value, "fewer than 5, or hidden");
}

TEST(Stages, CountWhatCouldNotBeReadAndSayThatSealedFilesHaveToBeOpenedFirst) {
  App app = at_the_office();
  give(app, 1, "housing", "2026-03-10");
  app.reply(FileGiven{"{\"format\": \"something else\"}"});
  app.reply(FileGiven{"age-encryption.org/v1\n"});
  app.reply(FileNotGiven{});
  EXPECT_TRUE(says(app, "Files read: 1. Files that could not be read: 3."));
  EXPECT_TRUE(says(app, "have to be opened first: 1."));
}

TEST(Stages, LeaveThePlanAloneAndKeepNoFile) {
  App app = at_the_office();
  const Plan before = app.model().plan;
  give(app, 5, "housing", "2026-03-10");
  EXPECT_EQ(app.model().plan, before);
  EXPECT_FALSE(app.model().session.unsaved);
  EXPECT_TRUE(app.take_effects().empty());
  EXPECT_TRUE(app.model().history.past.empty());
  EXPECT_FALSE(says(app, "a private note"));
}

TEST(Stages, AreForgottenOnRequest) {
  App app = at_the_office();
  give(app, 5, "housing", "2026-03-10");
  press(app, "stages.forget");
  EXPECT_EQ(app.model().session.given, StageCounts{});
  EXPECT_FALSE(find_node(app.screen(), "stages.table"));
}

TEST(Stages, ShowOnlyTheLatestMonthsOfAVeryOldJournal) {
  App app = at_the_office();
  give(app, 5, "housing", "1926-03-10");
  give(app, 5, "housing", "2026-03-10");
  EXPECT_EQ(find_node(app.screen(), "stages.table")->children.size(), 37u);
  EXPECT_TRUE(find_node(app.screen(), "stages.latest"));
}

}  // namespace
}  // namespace vagval
