// The file that is written, the questions before a plan is closed, and files of newer versions.
#include <gtest/gtest.h>

#include <functional>

#include "app/hands.h"
#include "plan/change.h"
#include "plan/plan_json.h"

namespace vagval {
namespace {

void change(App& app) { app.dispatch(AddEntry{EntryList::journal, ""}); }

std::string plan_file(const char* example) {
  App app = new_app();
  app.dispatch(OpenExample{example});
  return write_plan(app.model().plan);
}
std::string newer_plan() {
  std::string bytes = plan_file("family");
  return bytes.replace(bytes.find("\"version\": 3"), 12, "\"version\": 9");
}
App with_file(const std::string& path) {
  App app = new_app();
  app.reply(FileOpened{path, plan_file("family")});
  change(app);
  return app;
}
std::optional<WriteFile> saved_again(App& app) {
  press(app, "toolbar.save");
  return effect<WriteFile>(app);
}

TEST(Saving, WritesOverThePlansOwnFileAndNoOther) {
  App app = with_file("/home/a/plan.vagval.json");
  const auto file = saved_again(app);
  ASSERT_TRUE(file);
  EXPECT_EQ(file->name, "/home/a/plan.vagval.json");
  EXPECT_TRUE(file->over);
}

TEST(Saving, StaysWithThisPlansFileWhenTheOtherAdultsIsOpenedBeside) {
  App app = with_file("/home/a/plan.vagval.json");
  app.dispatch(AgreeTogether{});
  app.dispatch(OpenOther{});
  app.reply(FileOpened{"/media/b/plan.vagval.json", plan_file("pensioner")});
  EXPECT_EQ(app.model().session.together.name, "plan.vagval.json");
  EXPECT_EQ(saved_again(app)->name, "/home/a/plan.vagval.json");
}

TEST(Saving, StaysWithThisPlansFileWhenAnotherCannotBeOpened) {
  App app = with_file("/home/a/plan.vagval.json");
  app.reply(FileOpened{"/home/a/diary.txt", "Dear diary"});
  app.reply(FileNotOpened{{ErrorId::cannot_read_file, "", "/home/a/gone.json"}});
  EXPECT_EQ(saved_again(app)->name, "/home/a/plan.vagval.json");
}

TEST(Saving, OfANewPlanLeavesTheFileOfTheOneBeforeAlone) {
  App app = new_app();
  app.reply(FileOpened{"/home/a/plan.vagval.json", plan_file("family")});
  app.dispatch(StartNewPlan{});
  app.dispatch(AddPerson{"applicant"});
  app.dispatch(SavePlain{});
  const auto file = effect<WriteFile>(app);
  ASSERT_TRUE(file);
  EXPECT_EQ(file->name, "plan.vagval.json");
  EXPECT_FALSE(file->over);
}

TEST(Saving, SaysWhichNameItGotWhenTheFirstOneWasTaken) {
  App app = new_app();
  app.dispatch(OpenExample{"family"});
  app.dispatch(SavePlain{});
  EXPECT_FALSE(effect<WriteFile>(app)->over);
  app.reply(Saved{"/home/a/plan-2.vagval.json", true});
  EXPECT_NE(find_node(app.screen(), "message")->text.find("plan-2.vagval.json"), std::string::npos);
  EXPECT_EQ(app.model().session.message->what, "message.saved_beside.what");
  const auto again = saved_again(app);
  EXPECT_EQ(again->name, "/home/a/plan-2.vagval.json");
  EXPECT_TRUE(again->over);
}

TEST(Saving, DoesNotSayThatAFileIsSavedWhichABrowserWasHanded) {
  App app = family();
  app.reply(Saved{.name = "plan.vagval.json", .handed = true});
  EXPECT_EQ(app.model().session.message->what, "message.handed.what");
  app.reply(Saved{.name = "copy.vagval.json", .aside = true, .handed = true});
  EXPECT_EQ(app.model().session.message->what, "message.handed.what");
  app.reply(Taken{.name = "days.ics", .handed = true});
  EXPECT_EQ(app.model().session.message->what, "message.handed.what");
}

TEST(Saving, WithAPassphraseSaysThatTheFileWithoutOneIsStillThere) {
  App app = with_file("/home/a/plan.vagval.json");
  app.reply(Saved{"/home/a/plan.vagval.age"});
  EXPECT_NE(find_node(app.screen(), "message")->detail.find("plan.vagval.json"), std::string::npos);
  change(app);
  app.reply(Saved{"/home/a/plan.vagval.age"});
  EXPECT_EQ(find_node(app.screen(), "message")->detail.find("plan.vagval.json"), std::string::npos);
}

TEST(Saving, RefusesAPlanThatCouldNotBeOpenedAgain) {
  App app = new_app();
  Plan plan;
  for (int i = 0; i < 240; ++i) {
    add_entry(plan, EntryList::journal, "", today());
    plan.journal.back().text = std::string(4000, 'a');
  }
  app.reply(FileOpened{"plan.json", write_plan(plan)});
  for (int i = 0; i < 10; ++i) {
    change(app);
    app.dispatch(SetValue{"journal." + app.model().plan.journal.back().id + ".text", std::string(4000, 'a')});
  }
  app.dispatch(SavePlain{});
  EXPECT_FALSE(effect<WriteFile>(app));
  EXPECT_EQ(app.model().session.message->what, "keep.too_large.what");
}

TEST(Saving, SaysTheDayAndWhetherThereAreChangesSince) {
  App app = with_file("/home/a/plan.vagval.json");
  app.reply(Saved{"/home/a/plan.vagval.json"});
  app.dispatch(GoTo{ScreenId::keep});
  EXPECT_NE(find_node(app.screen(), "keep.file.state")->text.find("i dag"), std::string::npos);
  EXPECT_FALSE(shows(app, "keep.file.changed"));
  change(app);
  app.reply(TodayIs{*make_date(2026, 11, 21)});
  EXPECT_NE(find_node(app.screen(), "keep.file.state")->text.find("november"), std::string::npos);
  EXPECT_TRUE(shows(app, "keep.file.changed"));
}

TEST(PuttingAway, AsksFirstWhereThereAreChangesThatAreNotSaved) {
  App app = with_file("/home/a/plan.vagval.json");
  const Plan mine = app.model().plan;
  const std::function<void()> ways_to_put_it_away[] = {[&] { app.dispatch(StartNewPlan{}); },
                                                       [&] { app.dispatch(OpenExample{"pensioner"}); },
                                                       [&] { app.dispatch(OpenKept{}); },
                                                       [&] {
                                                         app.reply(FileOpened{"x.json", plan_file("pensioner")});
                                                       },
                                                       [&] { app.dispatch(CloseProgram{}); }};
  for (const auto& put_away : ways_to_put_it_away) {
    put_away();
    ASSERT_TRUE(shows(app, "clear.save"));
    EXPECT_EQ(app.model().plan, mine);
    EXPECT_FALSE(app.model().history.past.empty());
    EXPECT_TRUE(app.take_effects().empty());
    press(app, "clear.stay");
    EXPECT_FALSE(shows(app, "clear.save"));
  }
}

TEST(PuttingAway, DoesNotAskWhereNothingWouldBeLost) {
  App app = new_app();
  app.dispatch(OpenExample{"family"});
  app.dispatch(OpenExample{"pensioner"});
  EXPECT_EQ(app.model().plan.example, "pensioner");
  change(app);
  app.reply(Saved{"plan.vagval.json"});
  app.dispatch(CloseProgram{});
  EXPECT_TRUE(effect<EndProgram>(app));
  app.reply(DeviceIs{});
  app.dispatch(KeepPlain{});
  app.reply(KeptNow{});
  change(app);
  app.dispatch(StartNewPlan{});
  EXPECT_TRUE(app.model().plan.household.persons.empty()) << "the plan on the device is not lost";
}

TEST(PuttingAway, GoesOnWithoutSavingOrAfterSaving) {
  App app = with_file("/home/a/plan.vagval.json");
  app.dispatch(StartNewPlan{});
  press(app, "clear.go_on");
  EXPECT_TRUE(app.model().plan.household.persons.empty());

  App other = with_file("/home/a/plan.vagval.json");
  other.reply(FileOpened{"/home/a/x.json", plan_file("pensioner")});
  press(other, "clear.save");
  const auto file = effect<WriteFile>(other);
  ASSERT_TRUE(file);
  EXPECT_EQ(other.model().session.file_name, "/home/a/plan.vagval.json");
  other.reply(Saved{file->name});
  EXPECT_EQ(other.model().session.file_name, "/home/a/x.json");
  EXPECT_FALSE(shows(other, "clear.save"));
}

TEST(PuttingAway, AsksAgainWhenSomethingWasWrittenWhileThePassphraseWasAskedFor) {
  App app = new_app();
  app.dispatch(OpenExample{"family"});
  const SealingKey key = key_of("ord");
  app.reply(FileOpened{"x.age", seal(key, Nonce{1}, plan_file("pensioner"))});
  app.dispatch(EditField{"pass.open", "ord"});
  app.dispatch(UsePassphrase{PassphraseFor::open});
  change(app);
  const Plan mine = app.model().plan;
  app.reply(Unsealed{plan_file("pensioner"), key});
  EXPECT_TRUE(shows(app, "clear.save"));
  EXPECT_EQ(app.model().plan, mine);
}

TEST(NewerPlans, AreReadAndNotChangedUntilThereIsACopy) {
  App app = new_app();
  app.reply(FileOpened{"/home/a/min.vagval.json", newer_plan()});
  ASSERT_TRUE(shows(app, "newer"));
  const Plan read = app.model().plan;
  change(app);
  app.dispatch(AddPerson{"child"});
  EXPECT_EQ(app.model().plan, read);
  EXPECT_EQ(app.model().session.message->what, "newer.locked.what");
  press(app, "newer.copy");
  EXPECT_FALSE(shows(app, "newer"));
  change(app);
  EXPECT_NE(app.model().plan, read);
  app.dispatch(SavePlain{});
  const auto file = effect<WriteFile>(app);
  EXPECT_EQ(file->name, "/home/a/copy-min.vagval.json");
  EXPECT_FALSE(file->over);
}

TEST(NewerPlans, OnTheDeviceAreNotWrittenOver) {
  App app = new_app();
  app.reply(DeviceIs{.has_plan = true});
  press(app, "kept.go_on");
  app.reply(KeptIs{newer_plan(), ""});
  ASSERT_TRUE(shows(app, "newer"));
  app.take_effects();
  app.dispatch(KeepPlain{});
  change(app);
  EXPECT_FALSE(effect<KeepOnDevice>(app));
  press(app, "newer.copy");
  change(app);
  EXPECT_FALSE(effect<KeepOnDevice>(app));
  app.dispatch(KeepPlain{});
  EXPECT_FALSE(effect<KeepOnDevice>(app)) << "asked first";
  ASSERT_TRUE(shows(app, "kept.mine"));
  press(app, "kept.mine");
  EXPECT_TRUE(effect<KeepOnDevice>(app)->over_others);
}

TEST(NewerPlans, UnderAPassphraseStaySoWhenTheyAreOpened) {
  App app = new_app();
  const SealingKey key = key_of("ord");
  app.reply(DeviceIs{.has_plan = true});
  app.reply(KeptIs{seal(key, Nonce{1}, newer_plan()), ""});
  app.dispatch(EditField{"pass.open", "ord"});
  app.dispatch(UsePassphrase{PassphraseFor::open});
  app.reply(Unsealed{newer_plan(), key});
  ASSERT_TRUE(shows(app, "newer"));
  app.take_effects();
  change(app);
  EXPECT_FALSE(effect<KeepOnDevice>(app));
}

TEST(OnTheDevice, ErasedByAnotherTabIsAskedAboutAndNotWrittenAgain) {
  App app = new_app();
  app.dispatch(OpenExample{"family"});
  app.reply(DeviceIs{});
  app.dispatch(KeepPlain{});
  app.take_effects();
  app.reply(KeptElsewhere{.erased = true});
  ASSERT_TRUE(shows(app, "kept.gone"));
  change(app);
  EXPECT_FALSE(effect<KeepOnDevice>(app));
  press(app, "kept.not");
  EXPECT_TRUE(effect<EraseKept>(app));
  EXPECT_FALSE(shows(app, "kept.gone"));
  change(app);
  EXPECT_FALSE(effect<KeepOnDevice>(app));
}

TEST(OnTheDevice, ADamagedPlanOffersTheCopyOfBefore) {
  App app = new_app();
  app.reply(DeviceIs{.has_plan = true});
  app.reply(KeptIs{"{\"format\": \"vagval-pl", plan_file("family")});
  ASSERT_TRUE(shows(app, "kept.before"));
  press(app, "kept.before");
  EXPECT_EQ(app.model().plan.household.persons.size(), 4U);
  EXPECT_FALSE(shows(app, "kept.before"));
  change(app);
  EXPECT_TRUE(effect<KeepOnDevice>(app));
}

TEST(OnTheDevice, ADamagedPlanWithNoCopyOffersNothing) {
  App app = new_app();
  app.reply(KeptIs{"", ""});
  EXPECT_TRUE(shows(app, "message"));
  EXPECT_FALSE(shows(app, "kept.before"));
}

TEST(OnTheDevice, AWrongPassphraseIsNoDamage) {
  App app = new_app();
  const SealingKey key = make_sealing_key(WrapKey{}, Salt{7}, 2, FileKey{3});
  app.reply(KeptIs{seal(key, Nonce{1}, plan_file("family")), plan_file("family")});
  app.dispatch(EditField{"pass.open", "ord"});
  app.dispatch(UsePassphrase{PassphraseFor::open});
  app.reply(NotUnsealed{{ErrorId::wrong_passphrase, "", ""}});
  EXPECT_FALSE(shows(app, "kept.before"));
  app.dispatch(EditField{"pass.open", "ord"});
  app.dispatch(UsePassphrase{PassphraseFor::open});
  app.reply(NotUnsealed{{ErrorId::sealed_damaged, "", ""}});
  EXPECT_TRUE(shows(app, "kept.before"));
}

}  // namespace
}  // namespace vagval
