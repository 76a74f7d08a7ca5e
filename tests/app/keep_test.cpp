// Keeping: files with and without a passphrase, the plan on the device, and leaving without traces.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "app/hands.h"
#include "plan/plan_json.h"
#include "report/screen_json.h"

namespace vagval {
namespace {

void seal_with(App& app, const std::string& passphrase) {
  press(app, "toolbar.save");
  press(app, "keep.seal");
  edit(app, "pass.new", passphrase);
  edit(app, "pass.again", passphrase);
  press(app, "keep.seal.go");
}

TEST(Keeping, AsksOnceHowToSaveAndThenSavesTheSameWay) {
  App app = family();
  press(app, "toolbar.save");
  EXPECT_FALSE(effect<WriteFile>(app));
  EXPECT_EQ(app.screen().id, "keep");
  press(app, "keep.plain");
  const auto first = effect<WriteFile>(app);
  ASSERT_TRUE(first);
  EXPECT_EQ(first->name, "plan.vagval.json");
  EXPECT_FALSE(first->key);
  app.reply(Saved{first->name});
  press(app, "toolbar.save");
  EXPECT_EQ(effect<WriteFile>(app)->name, "plan.vagval.json");
}

TEST(Keeping, SealsWithAPassphraseTypedTwice) {
  App app = family();
  seal_with(app, "fem ord på en rad");
  EXPECT_TRUE(shows(app, "pass.progress"));
  const auto make = effect<MakeKey>(app);
  ASSERT_TRUE(make);
  EXPECT_EQ(make->passphrase, "fem ord på en rad");
  app.reply(StretchedTo{500});
  EXPECT_NE(find_node(app.screen(), "pass.progress")->text.find("50"), std::string::npos);
  app.reply(KeyMade{key_of(make->passphrase)});
  const auto file = effect<WriteFile>(app);
  ASSERT_TRUE(file);
  EXPECT_EQ(file->name, "plan.vagval.age");
  EXPECT_TRUE(file->key);
  app.reply(Saved{file->name});
  press(app, "toolbar.save");
  EXPECT_TRUE(effect<WriteFile>(app)->key) << "saving again seals again, without asking";
}

// "å" as one letter, and as "a" with a ring: two keyboards give the same passphrase.
constexpr const char *together = "fem ord p\u00E5 en rad", *apart = "fem ord pa\u030A en rad";

TEST(Keeping, SealsWithTheLettersPutTogetherHoweverTheyWereTyped) {
  for (const char* typed : {together, apart}) {
    App app = family();
    press(app, "toolbar.save");
    press(app, "keep.seal");
    edit(app, "pass.new", typed);
    edit(app, "pass.again", typed == together ? apart : together);
    press(app, "keep.seal.go");
    const auto make = effect<MakeKey>(app);
    ASSERT_TRUE(make) << "they are the same words";
    EXPECT_EQ(make->passphrase, together);
  }
}

TEST(Keeping, OpensWhatWasSealedWithTheSameWordsInAnotherForm) {
  for (const char* sealed_with : {together, apart})
    for (const char* typed : {together, apart}) {
      App app = new_app();
      app.reply(FileOpened{"plan.vagval.age", sealed_plan(family(), sealed_with)});
      edit(app, "pass.open", typed);
      press(app, "unlock.open");
      be_the_host(app);
      EXPECT_EQ(app.model().plan.household.persons.size(), family().model().plan.household.persons.size())
          << sealed_with << " " << typed;
      EXPECT_TRUE(app.model().session.keeping.forms.empty());
    }
}

TEST(Keeping, TriesAWrongPassphraseInEachOfItsFormsOnce) {
  for (const auto& [typed, times] :
       {std::pair("wrong", 1), std::pair("fel ord p\u00E5", 2), std::pair("fel ord pa\u030A", 2)}) {
    App app = new_app();
    app.reply(FileOpened{"plan.vagval.age", sealed_plan(family(), together)});
    edit(app, "pass.open", typed);
    press(app, "unlock.open");
    int tried = 0;
    for (auto find = effect<FindKey>(app); find; find = effect<FindKey>(app)) {
      ++tried;
      EXPECT_FALSE(app.model().session.message) << "nothing is said until all have been tried";
      app.reply(NotUnsealed{{ErrorId::wrong_passphrase, "", ""}});
    }
    EXPECT_EQ(tried, times) << typed;
    EXPECT_TRUE(app.model().session.message) << typed;
    EXPECT_TRUE(app.model().session.keeping.forms.empty());
  }
  // After a cancel the program does not ask again.
  App app = new_app();
  app.reply(FileOpened{"plan.vagval.age", sealed_plan(family(), together)});
  edit(app, "pass.open", apart);
  press(app, "unlock.open");
  ASSERT_TRUE(effect<FindKey>(app));
  press(app, "pass.cancel");
  app.take_effects();
  app.reply(NotUnsealed{{ErrorId::wrong_passphrase, "", ""}});
  EXPECT_FALSE(effect<FindKey>(app));
}

// ---- the id of a plan's calendar ----

std::string save_plain(App& app) {
  press(app, "toolbar.save");
  if (shows(app, "keep.plain")) press(app, "keep.plain");
  const auto file = effect<WriteFile>(app);
  EXPECT_TRUE(file);
  app.reply(Saved{file->name});
  return open_plan(file->bytes)->calendar_id;
}

TEST(CalendarId, IsGivenWhenAPlanIsSavedAndKeptFromThenOn) {
  App app = family();
  EXPECT_EQ(save_plain(app), "") << "a host that brings no chance writes none";
  app.reply(ChanceIs{"0123456789abcdef0123456789abcdef"});
  const std::string id = save_plain(app);
  EXPECT_EQ(id.size(), 32u);
  EXPECT_EQ(id.find("0123456789abcdef"), std::string::npos);
  EXPECT_EQ(save_plain(app), id);
  // Undo reverses only the person's changes.
  app.dispatch(AddPerson{});
  app.dispatch(UndoLast{});
  EXPECT_EQ(save_plain(app), id);
  app.dispatch(RedoLast{});
  EXPECT_EQ(save_plain(app), id);
}

TEST(CalendarId, IsAnotherForEachPlanOfOneSitting) {
  App app = family();
  app.reply(ChanceIs{"0123456789abcdef0123456789abcdef"});
  const std::string first = save_plain(app);
  app.dispatch(OpenExample{"single_debt"});
  EXPECT_TRUE(app.model().plan.calendar_id.empty()) << "an example has none";
  const std::string second = save_plain(app);
  EXPECT_EQ(second.size(), 32u);
  EXPECT_NE(first, second);
}

TEST(CalendarId, OfAnOlderFileIsGivenWithItsFirstCalendarAndAsksToBeSaved) {
  App app = new_app();
  app.reply(ChanceIs{"0123456789abcdef0123456789abcdef"});
  app.reply(FileOpened{"plan.vagval.json", write_plan(family().model().plan)});
  EXPECT_FALSE(app.model().session.unsaved);
  app.dispatch(ChooseOutput{Output::calendar});
  app.dispatch(TakeAlong{});
  const std::string id = app.model().plan.calendar_id;
  EXPECT_EQ(id.size(), 32u);
  EXPECT_TRUE(app.model().session.unsaved);
  EXPECT_EQ(save_plain(app), id);
  app.dispatch(TakeAlong{});
  EXPECT_FALSE(app.model().session.unsaved);
}

TEST(Keeping, ForgetsWhatWasTypedAsSoonAsItIsUsed) {
  App app = family();
  seal_with(app, "hemlig lösenfras");
  EXPECT_EQ(screen_json(app.screen()).find("hemlig"), std::string::npos);
  for (const auto& [field, text] : app.model().session.drafts) EXPECT_EQ(text.find("hemlig"), std::string::npos);
}

TEST(Keeping, RefusesPassphrasesThatDifferOrAreEmpty) {
  App app = family();
  press(app, "toolbar.save");
  press(app, "keep.seal");
  press(app, "keep.seal.go");
  EXPECT_FALSE(effect<MakeKey>(app));
  const std::string empty = find_node(app.screen(), "pass.new")->error;
  EXPECT_FALSE(empty.empty());
  edit(app, "pass.new", "ett");
  edit(app, "pass.again", "två");
  press(app, "keep.seal.go");
  EXPECT_FALSE(effect<MakeKey>(app));
  EXPECT_NE(find_node(app.screen(), "pass.new")->error, empty);
  EXPECT_FALSE(find_node(app.screen(), "pass.new")->error.empty());
}

TEST(Keeping, OpensWhatHasAPassphraseAndSaysWhenItIsTheWrongOne) {
  const App source = family();
  App app = new_app();
  app.reply(FileOpened{"min.vagval.age", sealed_plan(source, "rätt ord")});
  ASSERT_TRUE(shows(app, "pass.open"));
  EXPECT_TRUE(app.model().plan.household.persons.empty());
  edit(app, "pass.open", "fel ord");
  press(app, "unlock.open");
  be_the_host(app);
  EXPECT_TRUE(shows(app, "message"));
  EXPECT_TRUE(shows(app, "pass.open")) << "it can be tried again";
  edit(app, "pass.open", "rätt ord");
  press(app, "unlock.open");
  be_the_host(app);
  EXPECT_EQ(app.model().plan, source.model().plan);
  press(app, "toolbar.save");
  const auto file = effect<WriteFile>(app);
  EXPECT_EQ(file->name, "min.vagval.age");
  EXPECT_TRUE(file->key);
}

TEST(Keeping, LeavesThePlanAloneWhenASealedFileCannotBeOpened) {
  App app = family();
  const Plan before = app.model().plan;
  for (const char* bytes :
       {"age-encryption.org/v1\n", "age-encryption.org/v9\n", "age-encryption.org/v1\n-> X25519 a\n"}) {
    app.reply(FileOpened{"x.age", bytes});
    EXPECT_TRUE(shows(app, "message")) << bytes;
    EXPECT_EQ(app.model().plan, before);
  }
  app.reply(FileOpened{"x.age", sealed_plan(app, "ord")});
  press(app, "unlock.leave");
  EXPECT_EQ(app.model().plan, before);
  EXPECT_TRUE(app.model().session.keeping.locked.empty());
}

TEST(Keeping, StopsWhenThePersonCancels) {
  App app = family();
  app.reply(FileOpened{"x.age", sealed_plan(app, "ord")});
  edit(app, "pass.open", "ord");
  press(app, "unlock.open");
  app.take_effects();
  press(app, "pass.cancel");
  EXPECT_TRUE(effect<StopKey>(app));
  app.reply(Unsealed{"{}", SealingKey{}});  // too late
  EXPECT_TRUE(shows(app, "pass.open"));
}

TEST(Keeping, WritesNothingOnTheDeviceUnlessItIsChosen) {
  App app = new_app();
  app.reply(DeviceIs{});
  press(app, "nav.start");
  press(app, "example.open.family");
  press(app, "nav.situation");
  EXPECT_FALSE(effect<KeepOnDevice>(app));
}

TEST(Keeping, KeepsEachChangeOnTheDeviceOnceItIsChosen) {
  App app = family();
  app.reply(DeviceIs{});
  app.dispatch(GoTo{ScreenId::keep});
  press(app, "keep.here.sure");
  press(app, "keep.here.yes");
  const auto first = effect<KeepOnDevice>(app);
  ASSERT_TRUE(first);
  EXPECT_FALSE(first->key);
  EXPECT_EQ(open_plan(first->bytes) ? *open_plan(first->bytes) : Plan{}, app.model().plan);
  app.dispatch(AddEntry{EntryList::journal, ""});
  EXPECT_EQ(effect<KeepOnDevice>(app)->bytes, write_plan(app.model().plan));
  press(app, "toolbar.undo");
  EXPECT_EQ(effect<KeepOnDevice>(app)->bytes, write_plan(app.model().plan)) << "undo is kept too";
  app.dispatch(GoTo{ScreenId::keep});
  press(app, "keep.here.stop");
  EXPECT_TRUE(effect<EraseKept>(app));
  app.dispatch(AddEntry{EntryList::journal, ""});
  EXPECT_FALSE(effect<KeepOnDevice>(app));
}

TEST(Keeping, OffersWhatWasKeptAndOpensItOnlyWhenAsked) {
  const App source = family();
  App app = new_app();
  app.reply(DeviceIs{.has_plan = true});
  ASSERT_TRUE(shows(app, "kept.go_on"));
  EXPECT_TRUE(app.model().plan.household.persons.empty());
  press(app, "kept.go_on");
  EXPECT_TRUE(effect<ReadKept>(app));
  app.reply(KeptIs{sealed_plan(source, "ord")});
  edit(app, "pass.open", "ord");
  press(app, "unlock.open");
  be_the_host(app);
  EXPECT_EQ(app.model().plan, source.model().plan);
  app.dispatch(AddEntry{EntryList::journal, ""});
  EXPECT_TRUE(effect<KeepOnDevice>(app)->key) << "what was sealed stays sealed";
}

TEST(Keeping, DoesNotOverwriteWhatAnotherTabHasKept) {
  App app = family();
  app.reply(DeviceIs{});
  app.dispatch(KeepPlain{});
  app.take_effects();
  app.reply(KeptElsewhere{});
  ASSERT_TRUE(shows(app, "kept.other"));
  app.dispatch(AddEntry{EntryList::journal, ""});
  EXPECT_FALSE(effect<KeepOnDevice>(app));
  press(app, "kept.mine");
  const auto kept = effect<KeepOnDevice>(app);
  ASSERT_TRUE(kept);
  EXPECT_TRUE(kept->over_others);
}

TEST(Keeping, DoesNotKeepAnotherPlanOverTheOneThatIsKept) {
  App app = family();
  app.reply(DeviceIs{});
  app.dispatch(KeepPlain{});
  app.take_effects();
  app.dispatch(StartNewPlan{});
  app.dispatch(AddPerson{"applicant"});
  EXPECT_FALSE(effect<KeepOnDevice>(app));
  press(app, "nav.start");
  EXPECT_TRUE(shows(app, "kept.go_on"));
}

TEST(Keeping, ShowsEveryByteAndErasesIt) {
  App app = family();
  app.reply(DeviceIs{.has_plan = true, .stored = {{"plan", 1234}, {"program", 99}, {"odd", 5}}, .build = "abc123"});
  press(app, "nav.privacy");
  const std::string page = screen_json(app.screen());
  for (const char* expected : {"1\xE2\x80\xAF"
                               "234",
                               "odd", "abc123"})
    EXPECT_NE(page.find(expected), std::string::npos) << expected;
  press(app, "privacy.erase");
  press(app, "privacy.erase.yes");
  EXPECT_TRUE(effect<EraseKept>(app)->everything);
  EXPECT_EQ(app.model().plan, Plan{});
  EXPECT_TRUE(app.model().history.past.empty());
  app.reply(DeviceIs{.erased = true});
  EXPECT_FALSE(app.model().session.message->is_error);
  app.reply(DeviceIs{.stored = {{"odd", 5}}, .erased = true});
  EXPECT_TRUE(app.model().session.message->is_error) << "the message names the data that is left";
}

TEST(Keeping, IsNotCalledKeptBeforeTheDeviceHasSaidSo) {
  App app = family();
  app.dispatch(AddEntry{EntryList::journal, ""});
  app.reply(DeviceIs{});
  app.dispatch(GoTo{ScreenId::keep});
  const auto state = [&] { return find_node(app.screen(), "keep.here.state")->text; };
  const auto says = [&](const char* key) { return app.assets()->catalogue("sv").text(key); };
  app.dispatch(KeepPlain{});
  EXPECT_EQ(state(), says("keep.here.waiting"));
  EXPECT_TRUE(is_at_risk(app.model().session)) << "nobody knows whether it is there";
  app.reply(KeptNow{});
  EXPECT_EQ(state(), says("keep.here.is_open"));
  EXPECT_FALSE(is_at_risk(app.model().session));
  app.reply(KeepFailed{});
  EXPECT_EQ(state(), says("keep.here.failed"));
  app.dispatch(AddEntry{EntryList::journal, ""});
  app.dispatch(GoTo{ScreenId::keep});
  EXPECT_EQ(state(), says("keep.here.failed")) << "trying again is not having done it";
  EXPECT_TRUE(is_at_risk(app.model().session));
  app.reply(KeptNow{});
  EXPECT_EQ(state(), says("keep.here.is_open"));
}

TEST(Keeping, AsksForAPlaceThatStaysOnlyWhenItIsChosen) {
  App app = family();
  app.reply(DeviceIs{});
  app.dispatch(KeepPlain{});
  EXPECT_TRUE(effect<KeepOnDevice>(app)->chosen);
  app.dispatch(AddEntry{EntryList::journal, ""});
  EXPECT_FALSE(effect<KeepOnDevice>(app)->chosen);
}

TEST(Keeping, SaysWhyTheDeviceCannotBeReadAndOffersToEraseIt) {
  std::set<std::string> said;
  for (const Unread why : {Unread::refused, Unread::newer, Unread::strange, Unread::silent}) {
    App app = new_app();
    DeviceUnread unread;
    unread.why = why;
    unread.asked = false;
    app.reply(unread);
    EXPECT_FALSE(app.model().session.message) << "nobody has asked";
    for (const ScreenId screen : {ScreenId::start, ScreenId::keep, ScreenId::privacy}) {
      app.dispatch(GoTo{screen});
      ASSERT_TRUE(shows(app, "kept.unread"));
      said.insert(find_node(app.screen(), "kept.unread")->detail);
    }
    EXPECT_FALSE(shows(app, "privacy.stored.none")) << "that nothing is stored is not known";
    app.take_effects();
    press(app, "kept.unread.erase");
    EXPECT_TRUE(effect<EraseKept>(app));
    app.reply(DeviceIs{});
    EXPECT_FALSE(shows(app, "kept.unread"));
  }
  EXPECT_EQ(said.size(), 4U);
}

TEST(Keeping, SaysThatErasingHasNotSucceeded) {
  using Erasing = DeviceIs::Erasing;
  const auto told = [](const Reply& answer) {
    App app = new_app();
    app.reply(DeviceIs{.has_plan = true});
    press(app, "kept.erase");
    app.reply(answer);
    return app.model().session.message ? app.model().session.message->what : std::string();
  };
  EXPECT_EQ(told(DeviceIs{}), "");
  EXPECT_EQ(told(DeviceIs{.erasing = Erasing::blocked}), "privacy.erased.blocked");
  EXPECT_EQ(told(DeviceIs{.has_plan = true, .stored = {{"plan", 9}}, .erasing = Erasing::failed}),
            "privacy.not_erased");
  DeviceUnread unread;
  unread.why = Unread::silent;
  unread.erasing = true;
  EXPECT_EQ(told(unread), "privacy.erased.unknown");
}

TEST(Keeping, IsOfferedOnlyWithAPassphraseWherePagesOfOthersCouldReadIt) {
  App app = family();
  app.reply(DeviceIs{.shared = true});
  app.dispatch(GoTo{ScreenId::keep});
  EXPECT_FALSE(shows(app, "keep.here.sure"));
  EXPECT_TRUE(shows(app, "keep.here.shared")) << "with the reason";
  EXPECT_TRUE(shows(app, "keep.here.seal"));
  app.dispatch(KeepPlain{});
  EXPECT_FALSE(effect<KeepOnDevice>(app));
}

TEST(Keeping, WhatLiesOpenWherePagesOfOthersCouldReadItIsNotKeptOn) {
  const App source = family();
  App app = new_app();
  app.reply(DeviceIs{.has_plan = true, .shared = true});
  press(app, "kept.go_on");
  app.reply(KeptIs{write_plan(source.model().plan), ""});
  EXPECT_EQ(app.model().plan, source.model().plan);
  EXPECT_EQ(app.model().session.message->what, "kept.shared.what");
  app.dispatch(AddEntry{EntryList::journal, ""});
  EXPECT_FALSE(effect<KeepOnDevice>(app));
  EXPECT_TRUE(is_at_risk(app.model().session));
}

TEST(Keeping, SaysWhenTheDeviceCannotBeRead) {
  App app = family();
  app.reply(DeviceUnread{});
  ASSERT_TRUE(app.model().session.message);
  EXPECT_TRUE(app.model().session.message->is_error);
  EXPECT_EQ(app.model().session.message->what, "kept.unread.what");
}

TEST(Privacy, ShowsThePolicyOfThePageWhereThereIsOne) {
  App app = family();
  press(app, "nav.privacy");
  EXPECT_FALSE(shows(app, "privacy.policy.is")) << "the desktop has none";
  app.reply(DeviceIs{.policy = "default-src 'none'"});
  EXPECT_EQ(find_node(app.screen(), "privacy.policy.is")->text, "default-src 'none'");
}

TEST(Leaving, EmptiesTheModelAndShowsOnlyAMonth) {
  App app = family();
  press(app, "nav.journal");
  app.dispatch(AddEntry{EntryList::journal, ""});
  app.dispatch(Leave{});
  EXPECT_EQ(app.model().plan, Plan{});
  EXPECT_TRUE(app.model().history.past.empty());
  EXPECT_TRUE(app.model().session.drafts.empty());
  EXPECT_TRUE(effect<LeaveNow>(app));
  const std::string page = screen_json(app.screen());
  for (const char* word : {"Vägval", "återvandring", "enhet", "toolbar.", "nav."})
    EXPECT_EQ(page.find(word), std::string::npos) << word;
  EXPECT_EQ(app.screen().title, "november 2026");
  EXPECT_NE(page.find("30"), std::string::npos);
  app.gesture({Gesture::Verb::activate, "toolbar.undo", ""});
  EXPECT_EQ(app.model().plan, Plan{});
}

TEST(Covering, HidesEverythingUntilThePersonGoesOn) {
  App app = family();
  press(app, "nav.household");
  const std::string before = screen_json(app.screen());
  press(app, "toolbar.cover");
  const std::string covered = screen_json(app.screen());
  EXPECT_LT(covered.size(), 1200u);
  EXPECT_FALSE(shows(app, "nav.household"));
  app.gesture({Gesture::Verb::activate, "toolbar.undo", ""});  // a key has no effect while the screen is covered
  press(app, "cover.open");
  EXPECT_EQ(app.screen().id, "household");
  EXPECT_TRUE(shows(app, "nav.household"));
}

TEST(Identifiers, AreAskedAboutWhereTheyAreTyped) {
  App app = family();
  app.dispatch(AddEntry{EntryList::journal, ""});
  app.dispatch(GoTo{ScreenId::journal});
  const std::string entry = app.model().plan.journal.back().id;
  app.dispatch(OpenItem{ScreenId::journal, "journal." + entry});
  const std::string field = "set.journal." + entry + ".text";
  edit(app, field, "Ring om 811228-9874 på måndag");
  ASSERT_TRUE(shows(app, "found." + field));
  press(app, "found.keep." + field);
  EXPECT_FALSE(shows(app, "found." + field));
  EXPECT_NE(app.model().plan.journal.back().text.find("811228"), std::string::npos);

  edit(app, field, "Ring om 811228-9874 på måndag, 070-174 06 05");
  ASSERT_TRUE(shows(app, "found." + field)) << "what may stay is that number, not the next one";
  press(app, "found.remove." + field);
  EXPECT_EQ(app.model().plan.journal.back().text, "Ring om 811228-9874 på måndag,");
  EXPECT_FALSE(shows(app, "found." + field));
}

TEST(NewerFiles, AreShownAsFarAsTheyAreUnderstoodAndNeverWrittenOver) {
  App app = family();
  std::string bytes = write_plan(app.model().plan);
  bytes.replace(bytes.find("\"version\": 3"), 12, "\"version\": 9");
  bytes.insert(bytes.rfind('}'), ", \"later\": [1, 2]\n");
  App other = new_app();
  other.reply(FileOpened{"min.vagval.json", bytes});
  EXPECT_EQ(other.model().plan.household, app.model().plan.household);
  EXPECT_TRUE(shows(other, "newer"));
  press(other, "toolbar.save");
  const auto file = effect<WriteFile>(other);
  ASSERT_TRUE(file);
  EXPECT_EQ(file->name, "copy-min.vagval.json");
  EXPECT_NE(file->bytes.find("\"later\""), std::string::npos);
}

TEST(TwoPlans, ShowOnlyWhatBothHaveChosenAndNeverMerge) {
  App app = family();
  App second = new_app();
  press(second, "example.open.pensioner");
  app.dispatch(GoTo{ScreenId::together});
  EXPECT_FALSE(shows(app, "together.open")) << "safety comes first";
  press(app, "together.go");
  const Plan mine = app.model().plan;
  press(app, "together.open");
  EXPECT_TRUE(effect<ShowFilePicker>(app));
  app.reply(FileOpened{"annan.vagval.age", sealed_plan(second, "deras egna ord")});
  edit(app, "pass.open", "deras egna ord");
  press(app, "unlock.open");
  be_the_host(app);
  ASSERT_EQ(app.screen().id, "together");
  EXPECT_EQ(app.model().plan, mine);
  EXPECT_TRUE(shows(app, "together.none"));
  press(app, "together.mine.estimate");
  press(app, "together.theirs.where");
  EXPECT_TRUE(shows(app, "together.none")) << "one side alone shows nothing";
  press(app, "together.theirs.estimate");
  ASSERT_TRUE(shows(app, "together.table"));
  const std::vector<Node>& rows = find_node(app.screen(), "together.table")->children;
  ASSERT_EQ(rows.size(), 2u) << "a header and the one topic that both have opened";
  EXPECT_EQ(rows[1].children[0].text, "Vad bidraget kan bli");
  press(app, "together.close");
  EXPECT_FALSE(app.model().session.together.other);
  EXPECT_EQ(app.model().plan, mine);
  EXPECT_FALSE(app.model().session.keeping.key) << "the other's passphrase is not this plan's";
}

// Each text of the other plan occurs nowhere else.
Plan with_a_mark_in_every_text() {
  Plan plan;
  plan.household.persons = {{.id = "p1", .label = "HEMLIG-namn", .tie = Tie::applicant}};
  plan.situation.departure_date = make_date(2031, 7, 17);
  plan.matters = {{.id = "m1", .text = "HEMLIG-sak", .words = {"HEMLIG-stanna", "HEMLIG-besök", "", ""}}};
  plan.questions = {{.id = "q1", .who = "who.mv", .text = "HEMLIG-fråga", .note = "HEMLIG-svar"}};
  plan.journal = {{.id = "j1", .on = make_date(2026, 11, 1), .text = "HEMLIG-dag"}};
  plan.tasks = {{.task = "documents.passport", .note = "HEMLIG-uppgift"}};
  plan.own_tasks = {{.id = "t1", .section = "housing", .text = "HEMLIG-egen"}};
  plan.budget.lines = {{.id = "b1", .text = "HEMLIG-rad", .phase = Phase::monthly, .flow = Flow::cost, .amount = 1}};
  plan.ways = {{.way = Way::go, .note = "HEMLIG-väg"}};
  return plan;
}

TEST(TwoPlans, SayNothingOfWhatTheOtherHasNotOpened) {
  App app = family();
  app.dispatch(GoTo{ScreenId::together});
  press(app, "together.go");
  press(app, "together.open");
  app.reply(FileOpened{"annan.vagval.json", write_plan(with_a_mark_in_every_text())});
  ASSERT_TRUE(app.model().session.together.other);
  const auto tells = [&](std::initializer_list<std::string_view> allowed) {
    const std::string page = screen_json(app.screen());
    for (const std::string_view mark :
         {"namn", "sak", "stanna", "besök", "fråga", "svar", "dag", "uppgift", "egen", "rad", "väg"})
      if (std::find(allowed.begin(), allowed.end(), mark) == allowed.end()) {
        EXPECT_EQ(page.find("HEMLIG-" + std::string(mark)), std::string::npos) << app.screen().id << " " << mark;
      }
    if (std::find(allowed.begin(), allowed.end(), "where") == allowed.end()) {
      EXPECT_EQ(page.find("2031"), std::string::npos) << app.screen().id;
    }
  };
  tells({});
  // The first side opens every part, the other only the relevant ones.
  for (const std::string_view topic : together_topics) press(app, "together.mine." + std::string(topic));
  tells({});
  press(app, "together.theirs.matters");
  ASSERT_TRUE(shows(app, "together.table"));
  EXPECT_EQ(find_node(app.screen(), "together.table")->children.size(), 2u);
  EXPECT_NE(screen_json(app.screen()).find("HEMLIG-sak"), std::string::npos);
  tells({"sak"});
  press(app, "together.theirs.where");
  EXPECT_EQ(find_node(app.screen(), "together.table")->children.size(), 3u);
  EXPECT_NE(screen_json(app.screen()).find("2031"), std::string::npos);
  tells({"sak", "where"});
  press(app, "together.theirs.where");
  tells({"sak"});
  // Nor on another screen, also while the other plan is open.
  for (const ScreenId screen : all_screens)
    if (screen != ScreenId::together) {
      app.dispatch(GoTo{screen});
      tells({});
    }
}

}  // namespace
}  // namespace vagval
