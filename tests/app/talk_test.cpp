// Talking: rumours with their sums, checks of understanding, questions for counsellors, marked examples.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <set>

#include "app/hands.h"
#include "plan/plan_json.h"
#include "screens/counsel_parts.h"
#include "screens/view.h"
#include "state/derived.h"

namespace vagval {
namespace {

std::string value_of(const App& app, const std::string& id) {
  const Node* node = nullptr;
  each_node(app.screen(), [&](const Node& one) {
    if (one.id == id) node = &one;
  });
  return node ? plain(node->value + (node->detail.empty() ? "" : " | " + node->detail)) : "there is no " + id;
}
void open_check(App& app, const std::string& id) { app.dispatch(OpenItem{ScreenId::checks, id}); }
const Check& check_of(const std::string& id) {
  for (const Check& check : some(assets()->path.checks))
    if (check.id == id) return check;
  std::abort();
}

TEST(Rumours, AreReachedFromTheStartAndFromTheSources) {
  App app = new_app("en");
  press(app, "start.rumours");
  EXPECT_EQ(app.screen().id, "rumours");
  press(app, "footer.sources");
  press(app, "sources.rumours");
  EXPECT_EQ(app.screen().id, "rumours");
}

TEST(Rumours, AreTwelveToEighteenEachWithSources) {
  const auto& rumours = assets()->path.rumours;
  EXPECT_GE(rumours.size(), 12u);
  EXPECT_LE(rumours.size(), 18u);
  App app = new_app("en");
  app.dispatch(GoTo{ScreenId::rumours});
  for (const Rumour& rumour : rumours) EXPECT_TRUE(find_node(app.screen(), "rumour." + rumour.id + ".source0"));
}

TEST(Rumours, SayWhereTheSourcesDoNotAgree) {
  App app = new_app("en");
  app.dispatch(GoTo{ScreenId::rumours});
  EXPECT_TRUE(find_node(app.screen(), "rumour.asylum_again.open"));
  EXPECT_FALSE(find_node(app.screen(), "rumour.travel.open"));
}

TEST(Rumours, SayWhenTheirSourcesAreFrom) {
  App app = new_app("en");
  app.dispatch(GoTo{ScreenId::rumours});
  EXPECT_EQ(find_node(app.screen(), "rumour.date_24.sources")->detail,
            "Dates of the sources: 2025-10-30 · undated · 2026-01-01");
}

TEST(WorkedSum, OfThePartsIsTheWholeAndNotMore) {
  App app = new_app("en");
  app.dispatch(GoTo{ScreenId::rumours});
  EXPECT_EQ(value_of(app, "rumour.percent.sum.part0"), "SEK 70,000 | 20% of the whole");
  EXPECT_EQ(value_of(app, "rumour.percent.sum.part1"),
            "SEK 112,000 | 40% of what remains after the first part, that is 32% of the whole");
  EXPECT_EQ(value_of(app, "rumour.percent.sum.part2"),
            "SEK 168,000 | 60% of what remains after the first part, that is 48% of the whole");
  EXPECT_EQ(value_of(app, "rumour.percent.sum.together"), "SEK 350,000 | 100% of the whole");
}

TEST(WorkedSum, OfAFamilyShowsTheCapsThatLowerIt) {
  App app = new_app("en");
  app.dispatch(GoTo{ScreenId::rumours});
  EXPECT_EQ(value_of(app, "rumour.everyone.sum.adults"), "SEK 700,000 | 2 × SEK 350,000");
  EXPECT_EQ(value_of(app, "rumour.everyone.sum.couple"), "SEK 500,000");
  EXPECT_EQ(value_of(app, "rumour.everyone.sum.children"), "SEK 50,000 | 2 × SEK 25,000");
  EXPECT_EQ(value_of(app, "rumour.everyone.sum.household"), "SEK 600,000");
  EXPECT_EQ(value_of(app, "rumour.everyone.sum.together"), "SEK 550,000");
}

TEST(WorkedSum, OfComingBackGrowsWithEachPart) {
  App app = new_app("en");
  app.dispatch(GoTo{ScreenId::rumours});
  EXPECT_EQ(value_of(app, "rumour.never_back.sum.stage0"), "SEK 70,000 | To be paid back");
  EXPECT_EQ(value_of(app, "rumour.never_back.sum.stage1"), "SEK 182,000 | To be paid back");
  EXPECT_EQ(value_of(app, "rumour.never_back.sum.stage2"), "SEK 350,000 | To be paid back");
}

TEST(SayingBack, ExplainsCalmlyAfterTheOtherAnswer) {
  App app = new_app("en");
  open_check(app, "parts");
  ASSERT_FALSE(check_of("parts").a_is_right);
  press(app, "check.a");
  ASSERT_TRUE(find_node(app.screen(), "check.look"));
  EXPECT_EQ(find_node(app.screen(), "check.look")->text, "Good that we looked at it.");
  EXPECT_EQ(find_node(app.screen(), "check.look")->tone, Tone::info);
  EXPECT_TRUE(find_node(app.screen(), "check.source0"));
  EXPECT_NE(app.screen().announcement.find("Good that we looked at it."), std::string::npos);
}

TEST(SayingBack, FoldsTheSameExplanationAfterTheRightAnswer) {
  App app = new_app("en");
  open_check(app, "parts");
  press(app, "check.b");
  EXPECT_FALSE(find_node(app.screen(), "check.look"));
  ASSERT_TRUE(find_node(app.screen(), "check.why"));
  EXPECT_FALSE(find_node(app.screen(), "check.why")->expanded);
  press(app, "check.why");
  EXPECT_EQ(find_node(app.screen(), "check.why.text")->text, assets()->catalogue("en").text("check.parts.why"));
  EXPECT_TRUE(find_node(app.screen(), "check.source0"));
}

TEST(SayingBack, ForgetsTheAnswerWhenAnotherCheckIsOpened) {
  App app = new_app("en");
  open_check(app, "parts");
  press(app, "check.b");
  press(app, "check.why");
  press(app, "footer.next");
  EXPECT_EQ(app.screen().id, "checks.back");
  EXPECT_FALSE(find_node(app.screen(), "check.a")->selected || find_node(app.screen(), "check.b")->selected);
  press(app, "footer.previous");
  EXPECT_FALSE(find_node(app.screen(), "check.why"));
  press(app, "check.b");
  EXPECT_FALSE(find_node(app.screen(), "check.why")->expanded);
}

TEST(SayingBack, LeavesNothingInThePlanAndNothingToUndo) {
  App app = new_app("en");
  app.dispatch(OpenExample{"family"});
  const Plan before = app.model().plan;
  open_check(app, "debt");
  press(app, "check.a");
  press(app, "check.b");
  EXPECT_EQ(app.model().plan, before);
  EXPECT_TRUE(app.model().history.past.empty());
  app.dispatch(GoTo{ScreenId::start});
  EXPECT_TRUE(app.model().session.said_back.empty());
}

TEST(SayingBack, NeverMarksOrCountsAnAnswer) {
  for (const Check& check : some(assets()->path.checks))
    for (const char* const answer : {"check.a", "check.b"}) {
      App app = new_app("en");
      open_check(app, check.id);
      press(app, answer);
      const std::function<void(const std::vector<Node>&)> look = [&](const std::vector<Node>& nodes) {
        for (const Node& node : nodes) {
          EXPECT_TRUE(node.mark.empty()) << check.id << " " << node.id;
          EXPECT_TRUE(node.tone != Tone::met && node.tone != Tone::unmet && node.tone != Tone::error) << node.id;
          look(node.children);
        }
      };
      look(app.screen().main);
    }
}

TEST(SayingBack, HasTheRightAnswerOnEitherSide) {
  const auto& checks = assets()->path.checks;
  EXPECT_GE(checks.size(), 8u);
  EXPECT_LE(checks.size(), 12u);
  const auto first = std::count_if(checks.begin(), checks.end(), [](const Check& c) { return c.a_is_right; });
  EXPECT_GE(first, 4);
  EXPECT_LE(first, static_cast<std::ptrdiff_t>(checks.size()) - 4);
}

TEST(SayingBack, ShowsTheListForACheckThatIsNotThere) {
  App app = new_app("en");
  open_check(app, "no_such");
  EXPECT_TRUE(find_node(app.screen(), "checks.begin"));
  app.dispatch(SayBack{"c"});
  open_check(app, "who");
  app.dispatch(SayBack{"c"});
  EXPECT_FALSE(find_node(app.screen(), "check.look"));
}

TEST(Voluntariness, HasThreeGroupsAndCallsStayingAFullAnswer) {
  const Model model;
  const Derived derived;
  const Catalogue& words = assets()->catalogue("en");
  std::vector<Node> nodes;
  voluntariness({*assets(), words, model.plan, model.session, derived}, nodes);
  Screen screen;
  screen.main = nodes;
  for (const char* const group : {"voluntary.free", "voluntary.informed", "voluntary.express"})
    EXPECT_TRUE(find_node(screen, group)) << group;
  EXPECT_NE(screen_text(screen).find("Staying is a full answer"), std::string::npos);
}

TEST(Examples, TellTheirOutcomeWhenItIsUnfolded) {
  for (const Example& example : assets()->examples) {
    App app = new_app("en");
    app.dispatch(OpenExample{example.name});
    ASSERT_TRUE(find_node(app.screen(), "message.example.outcome")) << example.name;
    EXPECT_FALSE(find_node(app.screen(), "message.example.outcome.text")) << example.name;
    press(app, "message.example.outcome");
    EXPECT_EQ(find_node(app.screen(), "message.example.outcome.text")->text,
              assets()->catalogue("en").text("example." + example.name + ".outcome"));
  }
}

TEST(Examples, AreStillMarkedWhenTheyHaveBeenSavedAndOpenedAgain) {
  App app = new_app("en");
  app.dispatch(OpenExample{"siblings"});
  app.dispatch(SetAnswer{{Fact::debt_csn, "p1"}, "true"});
  const std::string saved = write_plan(app.model().plan);
  App other = new_app("en");
  other.reply(FileOpened{"plan.vagval.json", saved});
  EXPECT_TRUE(find_node(other.screen(), "message.example"));
  other.dispatch(StartNewPlan{});
  EXPECT_FALSE(find_node(other.screen(), "message.example"));
}

TEST(Examples, OfANewerVersionAreMarkedWithoutAnOutcome) {
  App app = new_app("en");
  app.reply(FileOpened{"plan.vagval.json",
                       R"({"format":"vagval-plan","version":2,"example":"of_tomorrow","household":{"persons":[]}})"});
  EXPECT_TRUE(find_node(app.screen(), "message.example"));
  EXPECT_FALSE(find_node(app.screen(), "message.example.outcome"));
}

TEST(Questions, AskLastAboutWhatIsJudgedForEveryHousehold) {
  App app = family();
  press(app, "nav.questions");
  std::set<std::string> of_everyone;
  for (const Condition& rule : assets()->pack.conditions)
    if (rule.facts.empty()) of_everyone.insert("question.condition." + rule.id);
  std::vector<std::string> after;  // of the agency's own questions, those that come after
  bool seen = false;
  each_node(app.screen(), [&](const Node& node) {
    if (node.kind != Kind::row) return;
    seen = seen || of_everyone.contains(node.id);
    if (seen && node.id.starts_with("question.guide.mv_")) after.push_back(node.id);
  });
  EXPECT_EQ(after, std::vector<std::string>());
  EXPECT_TRUE(seen);
}

}  // namespace
}  // namespace vagval
