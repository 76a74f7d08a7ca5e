// The program asks before any other plan replaces an unsaved one; after leaving, no part of it remains.
#include <gtest/gtest.h>

#include "app/hands.h"
#include "plan/plan_json.h"
#include "state/update.h"

namespace vagval {
namespace {

App with_something_unsaved(App app) {
  press(app, "nav.start");
  app.dispatch(StartNewPlan{});
  app.dispatch(AddPerson{"applicant"});
  return app;
}

TEST(PuttingAway, AsksWhenThePassphraseOfTheKeptPlanComesAfterSomethingWasWritten) {
  const App source = family();
  App app = new_app();
  app.reply(DeviceIs{.has_plan = true});
  app.reply(KeptIs{sealed_plan(source, "ord")});
  ASSERT_TRUE(shows(app, "pass.open"));
  app = with_something_unsaved(std::move(app));
  const Plan written = app.model().plan;
  app.reply(KeptIs{sealed_plan(source, "ord")});
  ASSERT_TRUE(shows(app, "clear.stay"));
  EXPECT_EQ(app.model().plan, written);
  press(app, "clear.stay");
  EXPECT_EQ(app.model().plan, written);
}

TEST(PuttingAway, AsksWhenAnUnlockedPlanWouldTakeThePlaceOfWhatWasWrittenMeanwhile) {
  const App source = family();
  App app = new_app();
  app.reply(DeviceIs{.has_plan = true});
  app.reply(KeptIs{sealed_plan(source, "ord")});
  edit(app, "pass.open", "ord");
  press(app, "unlock.open");
  // The passphrase is being stretched: that takes a while.
  press(app, "nav.household");
  app.dispatch(AddPerson{"applicant"});
  const Plan written = app.model().plan;
  be_the_host(app);
  ASSERT_TRUE(shows(app, "clear.go_on"));
  EXPECT_EQ(app.model().plan, written);
  press(app, "clear.go_on");
  EXPECT_TRUE(effect<ReadKept>(app)) << "it is read again, and asks for its passphrase again";
}

TEST(PuttingAway, AsksBeforeTheCopyOfBeforeIsOpened) {
  App app = new_app();
  app.reply(DeviceIs{.has_plan = true});
  app.reply(KeptIs{"damaged", write_plan(family().model().plan)});
  app = with_something_unsaved(std::move(app));
  const Plan written = app.model().plan;
  app.dispatch(OpenBefore{});
  EXPECT_TRUE(app.model().plan == written || app.model().session.waiting);
  EXPECT_EQ(app.model().plan, written);
}

TEST(PuttingAway, LeavesNoPassphraseInWhatHasBeenCarriedOut) {
  Effect make = MakeKey{"hemlig fras"}, find = FindKey{"bytes", "hemlig fras"};
  forget_passphrase(make);
  forget_passphrase(find);
  EXPECT_EQ(std::get<MakeKey>(make).passphrase.find("hemlig"), std::string::npos);
  EXPECT_EQ(std::get<FindKey>(find).passphrase.find("hemlig"), std::string::npos);
}

TEST(Leaving, OpensNothingThatIsDroppedOnThePageAfterwards) {
  App app = family();
  app.dispatch(Leave{});
  app.reply(FileOpened{"x.vagval.json", write_plan(family().model().plan)});
  app.dispatch(GoTo{ScreenId::household});
  EXPECT_EQ(app.model().plan, Plan{});
  EXPECT_EQ(app.screen().title, "november 2026");
}

TEST(Changes, AreNotToldOfAPlanThatDoesNotSayWithWhichRulesItWasSaved) {
  App app = new_app();
  app.reply(FileOpened{"old.vagval.json", R"({"format": "vagval-plan", "version": 1, "household": {"persons": []}})"});
  app.dispatch(GoTo{ScreenId::rules});
  EXPECT_TRUE(shows(app, "changes.not_noted"));
  App with = new_app();
  with.dispatch(GoTo{ScreenId::rules});
  EXPECT_FALSE(shows(with, "changes.not_noted")) << "a plan begun now has none to compare with";
}

TEST(PickingADay, ShowsTheDigitsThatWereChosen) {
  App app = new_app("fa");
  app.dispatch(StartNewPlan{});
  app.dispatch(AddPerson{"applicant"});
  app.dispatch(ChooseDigits{true});
  app.dispatch(OpenQuestion{"p1.birth"});
  EXPECT_TRUE(says(app, "۱۹۸۰–۱۹۸۹"));
  EXPECT_FALSE(says(app, "1980"));
}

}  // namespace
}  // namespace vagval
