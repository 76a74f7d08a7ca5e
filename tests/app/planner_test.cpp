// The planner in use: states, notes, own tasks, money, documents, ways, questions, journal, and undo.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/hands.h"
#include "plan/plan_json.h"

namespace vagval {
namespace {

const Plan& plan_of(const App& app) { return app.model().plan; }

TEST(Path, HasTenSectionsAndAtLeastSeventyTasks) {
  EXPECT_EQ(assets()->path.sections.size(), 10u);
  EXPECT_GE(assets()->path.tasks.size(), 70u);
}

TEST(Path, OpensASectionAndThenOneTask) {
  App app = family("en");
  press(app, "nav.path");
  press(app, "path.documents");
  EXPECT_EQ(app.screen().id, "path.documents");
  press(app, "task.documents.passport");
  EXPECT_EQ(app.screen().id, "path.documents.passport");
  press(app, "footer.overview");
  EXPECT_EQ(app.screen().id, "path.documents");
}

TEST(Path, KeepsAStateANoteAndADay) {
  App app = family("en");
  app.dispatch(OpenItem{ScreenId::path, "documents.extracts"});
  press(app, "choose.task.documents.extracts.state.done");
  type(app, "set.task.documents.extracts.note", "Ordered on Monday");
  type(app, "set.task.documents.extracts.on", "2026-12-01");
  const TaskEntry* entry = find_entry(plan_of(app), "documents.extracts");
  ASSERT_TRUE(entry);
  EXPECT_EQ(entry->state, TaskState::done);
  EXPECT_EQ(entry->since, today());
  EXPECT_EQ(entry->note, "Ordered on Monday");
  EXPECT_EQ(entry->on, make_date(2026, 12, 1));
  press(app, "footer.overview");
  EXPECT_TRUE(says(app, "Ordered on Monday"));
}

TEST(Path, SaysAtTheFieldWhatIsWrongWithADay) {
  App app = family("en");
  app.dispatch(OpenItem{ScreenId::path, "documents.copies"});
  type(app, "set.task.documents.copies.on", "2027-02-30");
  const Node* field = find_node(app.screen(), "set.task.documents.copies.on");
  ASSERT_TRUE(field);
  EXPECT_EQ(field->value, "2027-02-30");
  EXPECT_FALSE(field->error.empty());
  EXPECT_FALSE(find_entry(plan_of(app), "documents.copies"));
}

TEST(Path, SaysThatANoteIsTooLongAndKeepsIt) {
  App app = family("en");
  app.dispatch(OpenItem{ScreenId::path, "documents.copies"});
  const std::string id = "set.task.documents.copies.note", book(5000, 'a');
  type(app, id, book);
  EXPECT_EQ(find_node(app.screen(), id)->value, book);
  EXPECT_NE(find_node(app.screen(), id)->error.find("4000"), std::string::npos);
  type(app, id, "short");
  EXPECT_TRUE(find_node(app.screen(), id)->error.empty());
  type(app, id, std::string(70'000, 'a'));
  EXPECT_TRUE(find_node(app.screen(), "message"));
  EXPECT_EQ(find_entry(plan_of(app), "documents.copies")->note, "short");
}

TEST(Path, PointsOutAPassportBeforeAdviceAndBlocksNothing) {
  App app = family("en");
  app.dispatch(OpenItem{ScreenId::path, "documents.passport"});
  press(app, "choose.task.documents.passport.state.in_progress");
  EXPECT_EQ(find_entry(plan_of(app), "documents.passport")->state, TaskState::in_progress);
  EXPECT_TRUE(says(app, "Order matters. Now"));
  app.dispatch(SetValue{"task.thinking.advice.state", "done"});
  EXPECT_FALSE(says(app, "Order matters. Now"));
}

TEST(Path, SaysWhatATaskDependsOnWhileThatIsUnknown) {
  App app = family("en");
  app.dispatch(SetAnswer{{Fact::rents_home, ""}, ""});
  app.dispatch(OpenItem{ScreenId::path, "housing.lease"});
  EXPECT_TRUE(says(app, "It depends on: Rented home"));
  press(app, "task.fit.rents_home");
  EXPECT_EQ(app.screen().id, "situation.situation.rents_home");
  press(app, "option.situation.rents_home.false");
  app.dispatch(OpenItem{ScreenId::path, "housing"});
  EXPECT_FALSE(find_node(app.screen(), "task.housing.lease")) << "it does not concern them and lies folded away";
  press(app, "path.others");
  EXPECT_TRUE(find_node(app.screen(), "task.housing.lease"));
}

TEST(Path, TakesTasksOfOnesOwn) {
  App app = family("en");
  const std::size_t before = plan_of(app).own_tasks.size();
  app.dispatch(OpenItem{ScreenId::path, "housing"});
  press(app, "path.add");
  const std::string id = plan_of(app).own_tasks.back().id;
  EXPECT_EQ(app.screen().id, "path.own." + id);
  type(app, "set.own." + id + ".text", "Call my aunt");
  type(app, "set.own." + id + ".days", "4");
  press(app, "task.waits");
  press(app, "after.housing.costs");
  EXPECT_EQ(plan_of(app).own_tasks.back().after, std::vector<std::string>{"housing.costs"});
  press(app, "footer.overview");
  EXPECT_TRUE(says(app, "Call my aunt"));
  app.dispatch(OpenItem{ScreenId::path, "own." + id});
  press(app, "task.remove");
  EXPECT_EQ(plan_of(app).own_tasks.size(), before);
  press(app, "toolbar.undo");
  EXPECT_EQ(plan_of(app).own_tasks.size(), before + 1);
}

TEST(Path, LeavesOutTasksThatThePersonSetAside) {
  App app = family("en");
  app.dispatch(SetAnswer{{Fact::car, ""}, "false"});
  app.dispatch(GoTo{ScreenId::calendar});
  EXPECT_FALSE(find_node(app.screen(), "line.move.car"));
}

TEST(Course, OfStayingIsAWholeAnswerWithStepsOfItsOwn) {
  App app = family("en");
  press(app, "nav.path");
  press(app, "choose.course.staying");
  EXPECT_EQ(plan_of(app).course, Course::staying);
  EXPECT_TRUE(says(app, "Staying is as whole an answer as moving."));
  EXPECT_EQ(plan_of(app).journal.back().kind, JournalKind::course);
  press(app, "toolbar.undo");
  EXPECT_FALSE(plan_of(app).course);
}

TEST(Journal, ShowsChangesOfStageAndOwnWordsNewestFirst) {
  App app = family("en");
  const std::size_t before = plan_of(app).journal.size();
  app.dispatch(OpenItem{ScreenId::path, "needs"});
  press(app, "path.set_here");
  press(app, "nav.journal");
  EXPECT_TRUE(says(app, "Went to: Other needs"));
  press(app, "journal.add");
  const std::string id = plan_of(app).journal.back().id;
  type(app, "set.journal." + id + ".text", "We talked for a long time.");
  press(app, "footer.back");
  EXPECT_TRUE(says(app, "We talked for a long time."));
  EXPECT_EQ(plan_of(app).journal.size(), before + 2);
}

TEST(Calendar, CountsInWeeksWithoutADayAndInDatesWithOne) {
  App app = family("en");
  app.dispatch(SetAnswer{{Fact::departure_date, ""}, ""});
  press(app, "nav.calendar");
  EXPECT_TRUE(says(app, "before the move"));
  app.dispatch(SetAnswer{{Fact::departure_date, ""}, "2027-08-15"});
  app.dispatch(GoTo{ScreenId::calendar});
  EXPECT_TRUE(says(app, "8 August 2027")) << "a week before, for Skatteverket";
  EXPECT_TRUE(says(app, "15 November 2028")) << "fifteen months after";
}

TEST(Calendar, ShowsTheLastDayToLeaveOnceThereIsADecision) {
  App app = family("en");
  app.dispatch(SetAnswer{{Fact::application_date, ""}, "2026-11-20"});
  app.dispatch(SetAnswer{{Fact::decision_date, ""}, "2026-12-31"});
  app.dispatch(GoTo{ScreenId::calendar});
  EXPECT_TRUE(says(app, "31 December 2027"));
}

TEST(Calendar, SaysTheSameInThePictureAndInTheTable) {
  App app = family("en");
  press(app, "nav.calendar");
  const Node* picture = find_node(app.screen(), "calendar.timeline");
  ASSERT_TRUE(picture);
  press(app, "calendar.as_table");
  const Node* twin = find_node(app.screen(), "calendar.table");
  ASSERT_TRUE(twin);
  picture = find_node(app.screen(), "calendar.timeline");
  ASSERT_EQ(twin->children.size(), picture->children.size() + 1);
  for (std::size_t i = 0; i < picture->children.size(); ++i) {
    EXPECT_EQ(twin->children[i + 1].children[0].text, picture->children[i].text);
    EXPECT_LE(picture->children[i].share, picture->children[i].span);
    EXPECT_LE(picture->children[i].span, 1000);
  }
}

TEST(Money, CountsInTwoCurrenciesAtATypedRate) {
  App app = new_app("en");
  press(app, "nav.money");
  press(app, "money.currency");
  type(app, "set.budget.currency", "USD");
  type(app, "set.budget.rate", "10,50");
  press(app, "money.monthly");
  type(app, "set.line.rent.amount", "100");
  press(app, "choose.line.rent.currency.other");
  EXPECT_TRUE(says(app, "SEK 1,050"));
  type(app, "set.line.food.amount", "a lot");
  EXPECT_FALSE(find_node(app.screen(), "set.line.food.amount")->error.empty());
}

TEST(Money, SaysHowLongItLastsWhenTheLastPartIsRefused) {
  App app = family("en");
  app.dispatch(SetValue{"budget.savings", ""});
  for (const BudgetLine& line : Plan(plan_of(app)).budget.lines)
    app.dispatch(SetValue{"line." + line.id + ".amount", ""});
  app.dispatch(SetValue{"line.rent.currency", ""});
  app.dispatch(SetValue{"line.rent.amount", "20000"});
  app.dispatch(GoTo{ScreenId::money});
  const std::string before = find_node(app.screen(), "money.lasts")->value;
  press(app, "choose.budget.last_part.refused");
  EXPECT_NE(find_node(app.screen(), "money.lasts")->value, before);
}

TEST(Money, TakesLinesOfOnesOwn) {
  App app = family("en");
  press(app, "nav.money");
  if (!find_node(app.screen(), "money.monthly.add_cost")) press(app, "money.monthly");
  press(app, "money.monthly.add_cost");
  const std::string id = plan_of(app).budget.lines.back().id;
  type(app, "set.line." + id + ".text", "School bus");
  type(app, "set.line." + id + ".amount", "300");
  EXPECT_TRUE(says(app, "School bus"));
  press(app, "line." + id + ".remove");
  EXPECT_FALSE(says(app, "School bus"));
}

TEST(Documents, AreCompleteOnlyWhenEveryRowIs) {
  App app = family("en");
  const std::string whole = "Everything on the list is there for everyone.";
  app.dispatch(GoTo{ScreenId::documents});
  EXPECT_FALSE(says(app, whole));
  Plan plan = plan_of(app);
  for (const DocumentKind& kind : assets()->path.documents) {
    if (!kind.application) continue;
    app.dispatch(SetValue{"doc.household." + kind.id + ".state", "have"});
    for (const Person& person : plan.household.persons)
      app.dispatch(SetValue{"doc." + person.id + "." + kind.id + ".state", "have"});
  }
  EXPECT_TRUE(says(app, whole));
  app.dispatch(SetValue{"doc.p1.identity_proof.expires_on", "2026-11-19"});
  EXPECT_FALSE(says(app, whole)) << "what ran out yesterday is not there";
  EXPECT_TRUE(says(app, "Expired 19 November 2026"));
}

TEST(Compare, ShowsFourEqualWaysInAnOrderThatTurns) {
  App app = family("en");
  press(app, "nav.compare");
  const auto columns = [&] {
    std::vector<std::string> out;
    for (const Node& cell : find_node(app.screen(), "compare.table")->children[0].children) out.push_back(cell.text);
    return out;
  };
  const std::vector<std::string> before = columns();
  ASSERT_EQ(before.size(), 5u);
  for (const Node& line : find_node(app.screen(), "compare.table")->children) EXPECT_EQ(line.children.size(), 5u);
  press(app, "compare.turn");
  EXPECT_NE(columns(), before);
  std::vector<std::string> a = before, b = columns();
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  EXPECT_EQ(a, b);
}

TEST(Compare, MakesAnEstimateForEachWayAndNamesDifferences) {
  App app = family("en");
  app.dispatch(SetValue{"way.return.plan.p2", "stays"});
  app.dispatch(GoTo{ScreenId::compare});
  EXPECT_TRUE(says(app, "SEK 400,000")) << screen_text(app.screen());
  EXPECT_EQ(plan_of(app).household.persons[1].plan, MovePlan::goes) << "the plan itself is as it was";
}

TEST(Compare, HidesAWayAndShowsItAgain) {
  App app = family("en");
  app.dispatch(OpenItem{ScreenId::compare, "way.other"});
  press(app, "choose.way.other.hidden.true");
  press(app, "footer.back");
  EXPECT_EQ(find_node(app.screen(), "compare.table")->children[0].children.size(), 4u);
}

TEST(Compare, KeepsOwnWordsOnWhatMatters) {
  App app = family("en");
  const std::size_t before = plan_of(app).matters.size();
  press(app, "nav.compare");
  press(app, "compare.matters.add");
  const std::string id = plan_of(app).matters.back().id;
  type(app, "set.matter." + id + ".text", "My mother");
  press(app, "choose.matter." + id + ".weight.much");
  type(app, "set.matter." + id + ".return", "I am near her.");
  press(app, "footer.back");
  EXPECT_TRUE(says(app, "My mother (Much)"));
  EXPECT_TRUE(says(app, "I am near her."));
  EXPECT_EQ(plan_of(app).matters.size(), before + 1);
}

TEST(Questions, AreCollectedByWhoCanAnswer) {
  App app = family("en");
  press(app, "nav.questions");
  EXPECT_TRUE(says(app, "Migrationsverket"));
  EXPECT_TRUE(says(app, "Is the grant taxed?"));
  app.dispatch(OpenItem{ScreenId::questions, "question.guide.skv_tax"});
  press(app, "choose.question.guide.skv_tax.asked.true");
  type(app, "set.question.guide.skv_tax.note", "They will write back.");
  press(app, "footer.back");
  EXPECT_TRUE(says(app, "They will write back."));
}

TEST(Questions, AskAboutAHazardThatHolds) {
  App app = family("en");
  app.dispatch(SetValue{"task.documents.passport.state", "in_progress"});
  app.dispatch(GoTo{ScreenId::questions});
  EXPECT_TRUE(says(app, "in which order should we do it?"));
}

TEST(Questions, TakeQuestionsOfOnesOwn) {
  App app = family("en");
  press(app, "nav.questions");
  press(app, "questions.add");
  const std::string id = plan_of(app).questions.back().id;
  type(app, "set.question." + id + ".text", "May my aunt come along?");
  press(app, "choose.question." + id + ".who.who.lawyer");
  press(app, "footer.back");
  EXPECT_TRUE(says(app, "May my aunt come along?"));
  EXPECT_EQ(plan_of(app).questions.back().who, "who.lawyer");
}

TEST(Undo, ReachesEverythingAndRedoBringsItBack) {
  App app = new_app("en");
  const Plan before = plan_of(app);
  app.dispatch(AddPerson{"applicant"});
  app.dispatch(AddEntry{EntryList::own_task, "housing"});
  for (const auto& [name, text] :
       {std::pair("task.documents.passport.state", "done"), std::pair("stage", "housing"),
        std::pair("course", "paused"), std::pair("line.rent.amount", "100"),
        std::pair("doc.p1.passport_home.state", "have"), std::pair("way.stay.hidden", "true"),
        std::pair("question.guide.skv_tax.asked", "true"), std::pair("own.t1.text", "x")})
    app.dispatch(SetValue{name, text});
  const Plan after = plan_of(app);
  for (int i = 0; i < 20; ++i) app.dispatch(UndoLast{});
  EXPECT_EQ(plan_of(app), before);
  for (int i = 0; i < 20; ++i) app.dispatch(RedoLast{});
  EXPECT_EQ(plan_of(app), after);
}

TEST(Examples, AreMarkedAsFictionalOnEveryScreen) {
  App app = family("en");
  for (const ScreenId screen : all_screens) {
    app.dispatch(GoTo{screen});
    EXPECT_EQ(app.screen().id, name_of(screen));
    EXPECT_TRUE(find_node(app.screen(), "message.example")) << name_of(screen);
  }
}

TEST(Examples, AreFiveThatStartShowsFirst) {
  App app = new_app("en");
  for (const char* name : {"family", "citizen_partner", "pensioner", "single_debt", "asylum_refused"})
    EXPECT_TRUE(find_node(app.screen(), std::string("example.open.") + name)) << name;
}

}  // namespace
}  // namespace vagval
