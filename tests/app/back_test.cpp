// Back goes to the previous screen, closes an open part first, and does not restore closed plans.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "hands.h"
#include "state/model.h"

namespace vagval {
namespace {

std::string at(const App& app) { return app.screen().id; }
std::size_t deep(const App& app) { return app.model().session.been.size(); }
void back(App& app) { app.dispatch(GoBack{}); }
void forward(App& app) { app.dispatch(GoForward{}); }
App at_the_path() {
  App app = family();
  press(app, "nav.path");
  return app;
}

TEST(Back, GoesToTheScreenBeforeAndForwardAgain) {
  App app = new_app();
  press(app, "example.open.family");
  press(app, "nav.path");
  press(app, "path.documents");
  press(app, "task.documents.passport");
  const std::vector<std::string> seen = {"start", "estimate", "path", "path.documents", "path.documents.passport"};
  EXPECT_EQ(at(app), seen[4]);
  for (int i = 3; i >= 0; --i) {
    back(app);
    EXPECT_EQ(at(app), seen[static_cast<std::size_t>(i)]);
  }
  EXPECT_EQ(deep(app), 0U);
  back(app);
  EXPECT_EQ(at(app), "start");
  for (std::size_t i = 1; i < seen.size(); ++i) {
    forward(app);
    EXPECT_EQ(at(app), seen[i]);
  }
  forward(app);
  EXPECT_EQ(at(app), seen[4]);
  EXPECT_FALSE(app.model().plan.household.persons.empty()) << "the plan is not undone";
}

TEST(Back, LeadsFromEveryScreenToTheOneItWasOpenedFrom) {
  App app = family();
  press(app, "nav.estimate");
  for (const ScreenId screen : all_screens) {
    if (screen == ScreenId::estimate) continue;
    const std::size_t before = deep(app);
    app.dispatch(GoTo{screen});
    EXPECT_EQ(at(app), name_of(screen));
    EXPECT_EQ(deep(app), before + 1) << name_of(screen);
    back(app);
    EXPECT_EQ(at(app), "estimate") << name_of(screen);
  }
}

TEST(Back, ForgetsTheScreensAheadOnAnotherWay) {
  App app = at_the_path();
  back(app);
  press(app, "nav.money");
  forward(app);
  EXPECT_EQ(at(app), "money");
  EXPECT_TRUE(app.model().session.ahead.empty());
}

TEST(Back, GoesThroughTheQuestionsAndKeepsTheAnswers) {
  App app = new_app();
  press(app, "nav.household");
  press(app, "add.applicant");
  const std::string birth = at(app);
  type(app, "field.p1.birth", "1990");
  press(app, "footer.next");
  const std::string second = at(app);
  EXPECT_NE(birth, second);
  back(app);
  EXPECT_EQ(at(app), birth);
  EXPECT_TRUE(says(app, "1990"));
  back(app);
  EXPECT_EQ(at(app), "household");
  EXPECT_EQ(app.model().plan.household.persons.size(), 1U);
}

TEST(Back, ClosesTheMenuAndDoesNotOpenItAgain) {
  App app = at_the_path();
  const std::size_t before = deep(app);
  app.gesture({Gesture::Verb::activate, "menu", ""});
  EXPECT_EQ(deep(app), before + 1);
  back(app);
  EXPECT_FALSE(app.screen().menu_open);
  EXPECT_EQ(at(app), "path");
  // Closing a part with its own button also removes its step.
  app.gesture({Gesture::Verb::activate, "menu", ""});
  app.gesture({Gesture::Verb::activate, "menu", ""});
  EXPECT_EQ(deep(app), before);
  // Going on from an open part, Back returns to the screen under it.
  app.gesture({Gesture::Verb::activate, "menu", ""});
  press(app, "nav.money");
  EXPECT_EQ(deep(app), before + 1);
  back(app);
  EXPECT_EQ(at(app), "path");
  EXPECT_FALSE(app.screen().menu_open);
  // The menu adds no second step when it leads to the screen under it.
  app.gesture({Gesture::Verb::activate, "menu", ""});
  press(app, "nav.path");
  EXPECT_EQ(deep(app), before);
}

TEST(Back, FoldsInEverythingThatWasFoldedOutSinceOneCame) {
  App app = family();
  press(app, "nav.sources");
  const std::size_t before = deep(app);
  press(app, "conflicts");
  press(app, "all_sources");
  EXPECT_EQ(deep(app), before + 1) << "one press closes both";
  back(app);
  EXPECT_EQ(at(app), "sources");
  EXPECT_FALSE(find_node(app.screen(), "conflicts")->expanded);
  EXPECT_FALSE(find_node(app.screen(), "all_sources")->expanded);
  forward(app);
  EXPECT_TRUE(find_node(app.screen(), "all_sources")->expanded);
  press(app, "conflicts");
  press(app, "all_sources");
  EXPECT_EQ(deep(app), before) << "folded in by hand there is nothing left to close";
  back(app);
  EXPECT_EQ(at(app), "estimate");
}

TEST(Back, ComesBackToWhatWasFoldedOut) {
  App app = family();
  press(app, "nav.documents");
  press(app, "documents.of.p1");
  press(app, "doc.p1.identity_proof");
  back(app);
  EXPECT_EQ(at(app), "documents");
  EXPECT_TRUE(find_node(app.screen(), "documents.of.p1")->expanded);
  back(app);
  EXPECT_FALSE(find_node(app.screen(), "documents.of.p1")->expanded);
}

TEST(Back, ClosesAQuestionAboutErasing) {
  App app = family();
  app.reply(DeviceIs{.has_plan = true, .stored = {{"plan", 10}}});
  press(app, "nav.privacy");
  press(app, "privacy.erase");
  EXPECT_TRUE(shows(app, "privacy.erase.yes"));
  back(app);
  EXPECT_FALSE(shows(app, "privacy.erase.yes"));
  EXPECT_EQ(at(app), "privacy");
}

TEST(Back, AnswersStayWhereItIsAskedWhetherThePlanMayBePutAway) {
  App app = family();
  press(app, "nav.journal");
  press(app, "journal.add");
  press(app, "nav.start");
  press(app, "start.new");
  ASSERT_TRUE(shows(app, "clear"));
  back(app);
  EXPECT_FALSE(shows(app, "clear"));
  EXPECT_EQ(at(app), "start");
  EXPECT_FALSE(app.model().plan.journal.empty());
}

TEST(Back, IsTheSameAsTheButtonToTheOverview) {
  App app = at_the_path();
  press(app, "path.documents");
  const std::size_t before = deep(app);
  press(app, "footer.overview");
  EXPECT_EQ(deep(app), before - 1);
  back(app);
  EXPECT_EQ(at(app), "estimate") << "not into the part again";
}

TEST(Back, IsTheSameAsTheButtonToTheQuestionBefore) {
  App app = new_app();
  press(app, "nav.household");
  press(app, "add.applicant");
  const std::size_t before = deep(app);
  press(app, "footer.next");
  press(app, "footer.back");
  EXPECT_EQ(deep(app), before);
  back(app);
  EXPECT_EQ(at(app), "household");
}

TEST(Back, GoesToAScreenThatTheNavigationLedAwayFromTwice) {
  App app = family();
  press(app, "nav.path");
  press(app, "nav.money");
  press(app, "nav.path");
  back(app);
  EXPECT_EQ(at(app), "money") << "the screen before, though it was left for the one before that";
}

TEST(Back, BringsNothingBackWhileTheProgramIsCovered) {
  App app = at_the_path();
  app.dispatch(Cover{true});
  back(app);
  forward(app);
  EXPECT_EQ(at(app), "cover");
  app.dispatch(Cover{false});
  EXPECT_EQ(at(app), "path");
}

TEST(Back, BringsNothingBackAfterLeaving) {
  App app = at_the_path();
  app.dispatch(Leave{});
  const std::string neutral = at(app);
  EXPECT_EQ(deep(app), 0U);
  back(app);
  forward(app);
  EXPECT_EQ(at(app), neutral);
  EXPECT_TRUE(app.model().plan.household.persons.empty());
}

TEST(Back, BringsNothingBackAfterHandingOverOrErasing) {
  App app = at_the_path();
  app.dispatch(HandOver{});
  EXPECT_EQ(deep(app), 0U);
  back(app);
  EXPECT_EQ(at(app), "handover");
  App other = at_the_path();
  other.dispatch(EraseDevice{});
  EXPECT_EQ(deep(other), 0U);
}

TEST(Back, PassesOverAPersonWhoHasBeenRemoved) {
  App app = family();
  press(app, "nav.household");
  const std::string person = app.model().plan.household.persons.back().id;
  app.dispatch(OpenPerson{person});
  press(app, "nav.path");
  app.dispatch(RemovePerson{person});
  back(app);
  EXPECT_EQ(at(app), "household");
  back(app);
  EXPECT_EQ(at(app), "estimate");
}

TEST(Back, DoesNotComeBackToAnEntryThatWasRemoved) {
  App app = family();
  press(app, "nav.journal");
  const std::size_t before = deep(app);
  press(app, "journal.add");
  const std::string entry = app.model().plan.journal.back().id;
  app.dispatch(RemoveEntry{EntryList::journal, entry});
  EXPECT_EQ(deep(app), before);
  EXPECT_TRUE(app.model().session.ahead.empty());
}

TEST(Back, StandsOnWhatLedAway) {
  App app = at_the_path();
  press(app, "path.documents");
  back(app);
  EXPECT_EQ(app.screen().focus, "path.documents");
  press(app, "nav.privacy");
  press(app, "privacy.keep");
  back(app);
  EXPECT_EQ(app.screen().focus, "privacy.keep");
}

TEST(Back, HoldsNoWordsThatThePersonWrote) {
  App app = family();
  press(app, "nav.journal");
  press(app, "journal.add");
  const std::string entry = app.model().plan.journal.back().id;
  type(app, "set.journal." + entry + ".text", "mycket hemligt");
  press(app, "nav.money");
  for (const Place& place : some(app.model().session.been))
    for (const std::string& text : {place.person, place.question, place.item})
      EXPECT_EQ(text.find("hemligt"), std::string::npos);
}

TEST(Back, IsNoChangeOfThePlan) {
  App app = at_the_path();
  const Plan plan = app.model().plan;
  const bool unsaved = app.model().session.unsaved;
  back(app);
  forward(app);
  EXPECT_EQ(app.model().plan, plan);
  EXPECT_EQ(app.model().session.unsaved, unsaved);
}

}  // namespace
}  // namespace vagval
