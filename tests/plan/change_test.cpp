// Plan values that are not facts: a value that was set is read back, and a faulty text changes nothing.
#include "plan/change.h"

#include <gtest/gtest.h>

#include "must.h"
#include "plan/plan_json.h"
#include "today.h"

namespace vagval {
namespace {

Plan with_person() {
  Plan plan;
  plan.household.persons = {{.id = "p1"}};
  return plan;
}

TEST(PlanValue, IsReadBackAsItWasSet) {
  Plan plan = with_person();
  add_entry(plan, EntryList::own_task, "housing", today());
  add_entry(plan, EntryList::matter, "", today());
  add_entry(plan, EntryList::question, "who.mv", today());
  add_entry(plan, EntryList::journal, "", today());
  add_entry(plan, EntryList::line, "monthly.cost", today());
  const std::pair<const char*, const char*> values[] = {{"course", "paused"},
                                                        {"stage", "housing"},
                                                        {"task.documents.passport.state", "waiting"},
                                                        {"task.documents.passport.on", "2027-02-28"},
                                                        {"task.own.t1.note", "ring\nsedan"},
                                                        {"own.t1.text", "Ringa faster"},
                                                        {"own.t1.days", "3"},
                                                        {"own.t1.after.documents.passport", "yes"},
                                                        {"doc.p1.passport_home.state", "have"},
                                                        {"doc.p1.passport_home.expires_on", "2028-02-29"},
                                                        {"doc.household.reception_proof.state", "need"},
                                                        {"line.rent.amount", "4500,50"},
                                                        {"line.rent.currency", "other"},
                                                        {"line.b1.text", "Skolbuss"},
                                                        {"budget.savings", "12000"},
                                                        {"budget.currency", "USD"},
                                                        {"budget.rate", "10,4525"},
                                                        {"budget.rate_on", "2026-11-01"},
                                                        {"budget.prices_percent", "-10"},
                                                        {"budget.last_part", "late"},
                                                        {"budget.months_late", "9"},
                                                        {"budget.no_income", "true"},
                                                        {"way.return.departure_date", "2027-08-01"},
                                                        {"way.other.country", "TR"},
                                                        {"way.return.plan.p1", "goes"},
                                                        {"way.stay.hidden", "true"},
                                                        {"matter.m1.text", "Mamma"},
                                                        {"matter.m1.weight", "much"},
                                                        {"matter.m1.return", "nära"},
                                                        {"question.q1.text", "Vad gäller?"},
                                                        {"question.guide.tax.asked", "true"},
                                                        {"journal.j3.text", "En dag"}};
  for (const auto& [name, text] : values) {
    const auto fault = set_plan_value(plan, name, text, today());
    ASSERT_FALSE(fault) << name << " " << error_name(fault->id);
    EXPECT_EQ(plan_value(plan, name), text) << name;
  }
  const Result<Plan> read = open_plan(write_plan(plan));
  ASSERT_TRUE(read) << read.error().where;
  EXPECT_EQ(*read, plan);
}

TEST(PlanValue, ThatIsForgottenLeavesNothingBehind) {
  Plan plan = with_person();
  const Plan before = plan;
  for (const char* name : {"task.documents.passport.note", "doc.p1.passport_home.state", "line.rent.amount",
                           "way.return.note", "way.return.plan.p1", "question.guide.tax.note", "budget.savings"}) {
    const bool is_number = std::string_view(name).ends_with("amount") || std::string_view(name).ends_with("savings");
    const std::string text = is_number                                     ? "12"
                             : std::string_view(name).ends_with("state")   ? "have"
                             : std::string_view(name).ends_with("plan.p1") ? "goes"
                                                                           : "x";
    ASSERT_FALSE(set_plan_value(plan, name, text, today())) << name;
    ASSERT_FALSE(plan == before) << name;
    ASSERT_FALSE(set_plan_value(plan, name, "", today())) << name;
    EXPECT_EQ(plan, before) << name;
  }
}

TEST(PlanValue, ThatIsWrongChangesNothingAndSaysWhy) {
  Plan plan = with_person();
  const Plan before = plan;
  const auto is = [&](const char* name, const std::string& text, ErrorId id) {
    const auto fault = set_plan_value(plan, name, text, today());
    must(fault, std::string("no fault at ") + name);
    EXPECT_EQ(fault->id, id) << name << " " << error_name(fault->id);
    EXPECT_EQ(plan, before) << name;
  };
  is("line.rent.amount", "femhundra", ErrorId::not_a_number);
  is("line.rent.amount", "-5", ErrorId::number_out_of_range);
  is("line.rent.amount", "1,234", ErrorId::not_a_number);
  is("line.rent.amount", "99999999999", ErrorId::number_out_of_range);
  is("budget.rate", "0", ErrorId::number_out_of_range);
  is("budget.prices_percent", "900", ErrorId::number_out_of_range);
  is("task.documents.passport.on", "2027-02-30", ErrorId::no_such_date);
  is("task.documents.passport.state", "finished", ErrorId::unknown_choice);
  is("task.documents.passport.note", std::string(4001, 'a'), ErrorId::text_too_long);
  is("task.documents.passport.note", "a\u202Eb", ErrorId::text_has_control);
  is("task.documents.passport.note", "\xC3\x28", ErrorId::not_utf8);
  is("way.return.country", "SE", ErrorId::destination_is_sweden);
  is("way.return.country", "Somalia", ErrorId::not_a_country);
  is("own.t9.text", "x", ErrorId::missing_id);
  is("no.such.value", "x", ErrorId::missing_id);
  is("way.return.plan.p9", "goes", ErrorId::missing_id);
  is("doc.p1.no such paper.state", "have", ErrorId::missing_id);
}

TEST(PlanValue, TakesSpacesBetweenThousands) {
  EXPECT_EQ(parse_amount("1 500,5", 2), 150'050);
  EXPECT_EQ(parse_amount("1\u00A0500", 2), 150'000);
  EXPECT_EQ(parse_amount("12\u202F000.25", 2), 1'200'025);
  EXPECT_FALSE(parse_amount("", 2));
  EXPECT_FALSE(parse_amount(",5", 2));
  EXPECT_FALSE(parse_amount("5,", 2));
  EXPECT_FALSE(parse_amount("1e5", 2));
  EXPECT_FALSE(parse_amount("99999999999999999999", 2));
}

// The key of an entry does not change, and does not become empty.
TEST(PlanValue, NeverRenamesAnEntry) {
  for (const char* name : {"question.unclear.c01.id", "task.documents.passport.task", "line.rent.id", "own.t1.id",
                           "doc.p1.passport_home.person", "way.return.way", "own.t1.section"})
    for (const char* text : {"", "x y", "passport"}) {
      if (std::string_view(name) == "own.t1.section" && std::string_view(text) == "passport") continue;
      Plan plan = with_person();
      add_entry(plan, EntryList::own_task, "housing", today());
      const Plan before = plan;
      EXPECT_TRUE(set_plan_value(plan, name, text, today())) << name << " = " << text;
      EXPECT_EQ(plan, before) << name;
    }
}

TEST(OwnTask, MayNotWaitForItselfByWayOfOthers) {
  Plan plan;
  for (int i = 0; i < 3; ++i) add_entry(plan, EntryList::own_task, "housing", today());
  ASSERT_FALSE(set_plan_value(plan, "own.t2.after.own.t1", "yes", today()));
  ASSERT_FALSE(set_plan_value(plan, "own.t3.after.own.t2", "yes", today()));
  const auto fault = set_plan_value(plan, "own.t1.after.own.t3", "yes", today());
  ASSERT_TRUE(fault);
  EXPECT_EQ(fault->id, ErrorId::waits_for_itself);
}

TEST(OwnTask, TakesItsStateAndItsLinksWithIt) {
  Plan plan;
  add_entry(plan, EntryList::own_task, "housing", today());
  add_entry(plan, EntryList::own_task, "housing", today());
  set_plan_value(plan, "own.t2.after.own.t1", "yes", today());
  set_plan_value(plan, "task.own.t1.state", "done", today());
  remove_entry(plan, EntryList::own_task, "t1");
  EXPECT_TRUE(plan.own_tasks[0].after.empty());
  EXPECT_TRUE(plan.tasks.empty());
}

TEST(Journal, NotesChangesOfStageAndCourseByItself) {
  Plan plan;
  set_plan_value(plan, "stage", "housing", today());
  set_plan_value(plan, "stage", "housing", today());
  set_plan_value(plan, "course", "staying", add_days(today(), 1));
  ASSERT_EQ(plan.journal.size(), 2u);
  EXPECT_EQ(plan.journal[0].kind, JournalKind::stage);
  EXPECT_EQ(plan.journal[0].about, "housing");
  EXPECT_EQ(plan.journal[1].about, "staying");
  EXPECT_EQ(plan.journal[1].on, add_days(today(), 1));
}

TEST(TaskState, RemembersTheDayItWasSet) {
  Plan plan;
  set_plan_value(plan, "task.documents.passport.state", "done", today());
  EXPECT_EQ(plan.tasks[0].since, today());
}

}  // namespace
}  // namespace vagval
