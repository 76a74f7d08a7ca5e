// Parts left out of a sheet or a table are not in the file, and no text in it names a person.
#include <gtest/gtest.h>

#include "plan/change.h"
#include "report/outputs.h"

namespace vagval {
namespace left_out {

const Date day_of_test = *make_date(2026, 11, 20);

static std::shared_ptr<const Assets> assets() {
  static const std::shared_ptr<const Assets> all = load_assets();
  return all;
}
static Plan family() {
  for (const Example& example : assets()->examples)
    if (example.name == "family") return example.plan;
  return {};
}
static std::string made(const Plan& plan, const MakeOutput& wanted, Date day = day_of_test) {
  const Result<OutputFile> file = make_output({assets(), plan, day, "sv", "abc123"}, wanted);
  EXPECT_TRUE(file);
  return file ? file->bytes : "";
}

TEST(LeavingOut, TakesAPartFromTheSheetWithAllThatStandsUnderIt) {
  const std::string whole = made(family(), {.output = Output::sheet});
  const std::string less = made(family(), {.output = Output::sheet, .left_out = {"sheet.understood"}});
  EXPECT_NE(whole.find("550"), std::string::npos);
  EXPECT_EQ(less.find("550"), std::string::npos);
  EXPECT_NE(less.find("Fem frågor"), std::string::npos);
}

TEST(LeavingOut, TakesAPersonFromTheApplication) {
  Plan plan = family();
  plan.household.persons[1].label = "Andra";
  EXPECT_NE(made(plan, {.output = Output::application}).find("Andra"), std::string::npos);
  EXPECT_EQ(made(plan, {.output = Output::application, .left_out = {"application.p2"}}).find("Andra"),
            std::string::npos);
}

TEST(LeavingOut, TakesAColumnFromATable) {
  Plan plan = family();
  set_plan_value(plan, "budget.savings", "77123", day_of_test);
  const std::string less = made(plan, {.output = Output::budget, .left_out = {"budget.3"}});
  EXPECT_EQ(less.find("Belopp"), std::string::npos);
  EXPECT_NE(made(plan, {.output = Output::budget}).find("Belopp"), std::string::npos);
}

TEST(MeetingSheet, NamesNobodyInWhatThePersonHasWritten) {
  Plan plan = family();
  plan.household.persons[0].label = "Amina";
  const std::string id = *add_entry(plan, EntryList::question, "who.mv", day_of_test);
  set_plan_value(plan, "question." + id + ".text", "Kan Amina, 811228-9874, få svar? Aminas syster undrar.",
                 day_of_test);
  set_plan_value(plan, "question." + id + ".raise", "true", day_of_test);
  const std::string sheet = made(plan, {.output = Output::sheet});
  EXPECT_NE(sheet.find("få svar"), std::string::npos) << "the question itself is there";
  EXPECT_EQ(sheet.find("Amina,"), std::string::npos);
  EXPECT_EQ(sheet.find("811228"), std::string::npos);
}

TEST(Paper, SaysWhichBuildMadeItAndWhenItsRulesMayBeOld) {
  const MakeOutput wanted{.output = Output::paper, .parts = {ScreenId::household}};
  EXPECT_NE(made(family(), wanted).find("abc123"), std::string::npos);
  const Catalogue& words = assets()->catalogue("sv");
  const std::string old = words.text("age.start.old"_t, {{"checked", assets()->pack.checked_on}});
  EXPECT_EQ(made(family(), wanted).find(old), std::string::npos);
  for (const Output output : {Output::paper, Output::sheet, Output::application})
    EXPECT_NE(made(family(), {.output = output}, *make_date(2031, 1, 1)).find(old), std::string::npos);
}

}  // namespace left_out
}  // namespace vagval
