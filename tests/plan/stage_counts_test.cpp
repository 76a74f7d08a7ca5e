// Counting stages: each plan's share in each month, and small counts that cannot be calculated from the others.
#include "plan/stage_counts.h"

#include <gtest/gtest.h>

#include "path/path_guide.h"
#include "plan/plan_json.h"
#include "today.h"

namespace vagval {
namespace {

PathGuide guide() {
  PathGuide out;
  out.sections = {{"thinking", 0, "x"}, {"documents", 1, "x"}, {"housing", 2, "x"}};
  return out;
}

JournalEntry moved(const char* section, const char* day) {
  return {.id = day, .on = parse_date(day), .kind = JournalKind::stage, .about = section};
}

Plan plan(std::string stage, std::vector<JournalEntry> journal = {}) {
  Plan out;
  out.stage = std::move(stage);
  out.journal = std::move(journal);
  return out;
}

/// The counts of a month; -1: hidden.
std::vector<std::int64_t> row(const StageMonth& month) {
  std::vector<std::int64_t> out;
  for (const auto& count : month.counts) out.push_back(count.value_or(-1));
  return out;
}

/// This many plans in each section, without a change of stage.
std::vector<std::int64_t> told(int thinking, int documents, int housing) {
  StageCounts counts;
  for (int i = 0; i < thinking; ++i) add_plan(counts, guide(), plan("thinking"), today());
  for (int i = 0; i < documents; ++i) add_plan(counts, guide(), plan("documents"), today());
  for (int i = 0; i < housing; ++i) add_plan(counts, guide(), plan("housing"), today());
  return row(stage_months(counts, today()).front());
}

TEST(StageCounts, CountAPlanWhereItStoodAtTheEndOfEachMonth) {
  StageCounts counts;
  for (int i = 0; i < 7; ++i)
    add_plan(counts, guide(),
             plan("housing", {moved("thinking", "2026-03-31"), moved("documents", "2026-05-01"),
                              moved("thinking", "2026-05-02"), moved("housing", "2026-06-30")}),
             today());
  const std::vector<StageMonth> months = stage_months(counts, today());
  ASSERT_EQ(months.size(), 4u);
  EXPECT_EQ(month_text(months[0].month), "2026-03");
  EXPECT_EQ(row(months[0]), (std::vector<std::int64_t>{7, 0, 0}));
  EXPECT_EQ(row(months[1]), (std::vector<std::int64_t>{7, 0, 0}));
  EXPECT_EQ(row(months[2]), (std::vector<std::int64_t>{7, 0, 0}));
  EXPECT_EQ(month_text(months[3].month), "2026-06");
  EXPECT_EQ(row(months[3]), (std::vector<std::int64_t>{0, 0, 7}));
}

TEST(StageCounts, TakeTheOrderOfDaysAndNotThatOfTheFile) {
  StageCounts counts;
  for (int i = 0; i < 5; ++i)
    add_plan(counts, guide(),
             plan("housing",
                  {moved("housing", "2026-06-30"), moved("documents", "2026-05-01"), moved("thinking", "2026-05-01")}),
             today());
  const std::vector<StageMonth> months = stage_months(counts, today());
  EXPECT_EQ(row(months[0]), (std::vector<std::int64_t>{5, 0, 0}));
  EXPECT_EQ(row(months[1]), (std::vector<std::int64_t>{0, 0, 5}));
}

TEST(StageCounts, InTheLastMonthThePlanItselfKnowsBest) {
  StageCounts counts;
  for (int i = 0; i < 6; ++i) add_plan(counts, guide(), plan("housing", {moved("documents", "2026-05-01")}), today());
  for (int i = 0; i < 5; ++i) add_plan(counts, guide(), plan("thinking"), today());
  for (int i = 0; i < 9; ++i) add_plan(counts, guide(), plan("", {moved("documents", "2026-04-01")}), today());
  const std::vector<StageMonth> months = stage_months(counts, today());
  ASSERT_EQ(months.size(), 2u);
  EXPECT_EQ(row(months[0]), (std::vector<std::int64_t>{0, 9, 0}));
  EXPECT_EQ(row(months[1]), (std::vector<std::int64_t>{5, 0, 6}));
}

TEST(StageCounts, WithoutAnyJournalAreOfTheMonthOfToday) {
  StageCounts counts;
  for (int i = 0; i < 5; ++i) add_plan(counts, guide(), plan("thinking"), today());
  const std::vector<StageMonth> months = stage_months(counts, today());
  ASSERT_EQ(months.size(), 1u);
  EXPECT_EQ(month_text(months[0].month), "2026-11");
}

TEST(StageCounts, LeaveOutWhatSaysNothingAboutWhenOrWhere) {
  StageCounts counts;
  Plan odd = plan("no such section", {moved("housing", "2027-01-01")});
  odd.journal.push_back({.id = "undated", .kind = JournalKind::stage, .about = "housing"});
  odd.journal.push_back({.id = "note", .on = today(), .kind = JournalKind::note, .about = "housing"});
  odd.journal.push_back({.id = "course", .on = today(), .kind = JournalKind::course, .about = "paused"});
  add_plan(counts, guide(), odd, today());
  EXPECT_EQ(counts.read, 1);
  EXPECT_TRUE(stage_months(counts, today()).empty());
}

TEST(SmallCounts, AreNeverTold) {
  EXPECT_EQ(told(4, 4, 9), (std::vector<std::int64_t>{-1, -1, 9}));
  EXPECT_EQ(told(5, 0, 9), (std::vector<std::int64_t>{5, 0, 9}));
}

TEST(SmallCounts, AreNotLeftAloneInARowWhereTheyCouldBeSubtracted) {
  EXPECT_EQ(told(1, 8, 9), (std::vector<std::int64_t>{-1, -1, 9}));
  EXPECT_EQ(told(1, 0, 9), (std::vector<std::int64_t>{-1, 0, -1}));
}

TEST(SmallCounts, OfOneEachAreHiddenTogetherWithALargerOne) {
  EXPECT_EQ(told(1, 1, 9), (std::vector<std::int64_t>{-1, -1, -1}));
}

TEST(SmallCounts, HideAWholeRowOfFewerThanFive) {
  EXPECT_EQ(told(1, 0, 2), (std::vector<std::int64_t>{-1, -1, -1}));
  EXPECT_EQ(told(0, 4, 0), (std::vector<std::int64_t>{-1, -1, -1}));
}

TEST(SmallCounts, AreBoundByTheSmallestThatIsTold) {
  StageCounts counts;
  for (int i = 0; i < 3; ++i) add_plan(counts, guide(), plan("thinking"), today());
  for (int i = 0; i < 6; ++i) add_plan(counts, guide(), plan("documents"), today());
  for (int i = 0; i < 9; ++i) add_plan(counts, guide(), plan("housing"), today());
  EXPECT_EQ(stage_months(counts, today()).front().hidden_most, 9);
}

TEST(StageCounts, DoNotGrowWithTheNumberOfPlans) {
  StageCounts few, many;
  for (int i = 0; i < 10; ++i) add_plan(few, guide(), plan("housing", {moved("housing", "2026-05-01")}), today());
  for (int i = 0; i < 1000; ++i) add_plan(many, guide(), plan("housing", {moved("housing", "2026-05-01")}), today());
  EXPECT_EQ(few.changes.size(), many.changes.size());
}

TEST(GivenFiles, ThatCannotBeReadAreCountedAsThat) {
  StageCounts counts;
  EXPECT_FALSE(add_plan_file(counts, guide(), write_plan(plan("housing")), today()));
  EXPECT_EQ(add_plan_file(counts, guide(), "{", today())->id, ErrorId::not_json);
  EXPECT_EQ(add_plan_file(counts, guide(), "age-encryption.org/v1\n-> scrypt x", today())->id, ErrorId::still_sealed);
  EXPECT_EQ(counts.read, 1);
  EXPECT_EQ(counts.unread, 2);
  EXPECT_EQ(counts.sealed, 1);
}

}  // namespace
}  // namespace vagval
