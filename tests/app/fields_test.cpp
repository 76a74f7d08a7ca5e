// Typed text is kept: text that the plan cannot take stays in its field and in the plan file, and a note leads to it.
// Text with two readings leads to a question.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "app/hands.h"
#include "plan/plan_json.h"

namespace vagval {
namespace {

constexpr const char* savings = "set.budget.savings";

App money() {
  App app = family();
  press(app, "nav.money");
  return app;
}
std::string saved(App& app) { return write_plan(app.model().plan); }
std::string value(const App& app, const std::string& id) {
  const Node* const node = find_node(app.screen(), id);
  return node ? node->value : "(gone)";
}
std::string error(const App& app, const std::string& id) {
  const Node* const node = find_node(app.screen(), id);
  return node ? node->error : "(gone)";
}
App reopened(App& app) {
  App other = new_app();
  other.reply(FileOpened{"plan.vagval.json", saved(app)});
  return other;
}

/// Visits every screen, and every person, question and item that a screen leads to.
void walk(App& app, const std::function<void(const Action& here)>& visit) {
  std::vector<Action> open;
  for (const ScreenId screen : all_screens) open.push_back(GoTo{screen});
  std::set<std::string> seen;
  while (!open.empty()) {
    const Action here = open.back();
    open.pop_back();
    app.dispatch(here);
    if (!seen.insert(app.screen().id).second) continue;
    each_node(app.screen(), [&](const Node& node) {
      if (node.action &&
          (node.action->get<OpenItem>() || node.action->get<OpenPerson>() || node.action->get<OpenQuestion>()))
        open.push_back(*node.action);
    });
    visit(here);
  }
}
/// The fields of the screen that belong to the plan.
std::vector<Node> fields_of(const App& app) {
  std::vector<Node> out;
  each_node(app.screen(), [&](const Node& node) {
    if (node.kind == Kind::field && node.action && (node.id.starts_with("set.") || node.id.starts_with("field.")))
      out.push_back(node);
  });
  return out;
}
/// As `type`, also into folded parts.
void type_into(App& app, const std::string& field, const std::string& text) {
  app.dispatch(EditField{field, text});
  app.dispatch(CommitField{field, text});
}
App with_everything() {
  App app = family();
  for (const EntryList list : {EntryList::matter, EntryList::question, EntryList::journal})
    app.dispatch(AddEntry{list, list == EntryList::question ? "who.mv" : ""});
  app.dispatch(AddEntry{EntryList::own_task, "housing"});
  app.dispatch(AddEntry{EntryList::line, "before.cost"});
  app.dispatch(SetValue{"budget.last_part", "late"});
  return app;
}

TEST(Fields, TakeATextWithTabsAndHarmlessMarksAndKeepIt) {
  App app = family();
  press(app, "nav.journal");
  press(app, "journal.add");
  const std::string item = app.model().session.item, field = "set." + item + ".text";
  edit(app, field, "Ringde\u200F\tmamma");
  press(app, "nav.money");
  EXPECT_EQ(plan_value(app.model().plan, item + ".text"), "Ringde mamma");
  EXPECT_TRUE(app.model().plan.drafts.empty());
}

TEST(Fields, NoneOnAnyScreenRefusesItsOwnTextForInvisibleMarksAroundIt) {
  App app = with_everything();
  std::set<std::string> tried;
  walk(app, [&](const Action& here) {
    for (const Node& field : fields_of(app)) {
      if (!tried.insert(field.id).second) continue;
      const Plan before = app.model().plan;
      type_into(app, field.id, "\u200F\t\u061C" + field.value + "\u2069\u200E\uFEFF ");
      EXPECT_EQ(app.model().plan, before) << field.id;
      app.dispatch(here);
    }
  });
  EXPECT_GT(tried.size(), 60U);
}

TEST(Fields, OnEveryScreenKeepWhatThePlanCannotTakeAndLeadBackToIt) {
  App app = with_everything();
  std::set<std::string> tried;
  walk(app, [&](const Action& here) {
    for (const Node& field : fields_of(app)) {
      if (!tried.insert(field.id).second) continue;
      const bool words = field.input == Input::text || field.input == Input::note;
      const std::string text = words ? std::string(5000, 'x') : "\u202Eungef\u00E4r 7 x 7";
      const std::string kept = words ? text : "ungef\u00E4r 7 x 7";
      const std::size_t undo = app.model().history.past.size();
      type_into(app, field.id, text);
      must(find_draft(app.model().plan, field.id), "no draft of " + field.id);
      EXPECT_EQ(find_draft(app.model().plan, field.id)->text, kept);
      // Other screens have a note that leads to it; the file keeps it.
      app.dispatch(GoTo{ScreenId::estimate});
      press(app, "unfinished.1");
      EXPECT_EQ(app.screen().focus, field.id);
      EXPECT_EQ(value(app, field.id), kept) << field.id;
      EXPECT_NE(error(app, field.id), "") << field.id;
      EXPECT_FALSE(shows(app, "unfinished")) << field.id;
      const Result<Plan> plan = open_plan(saved(app));
      must(plan, "the file does not open: " + field.id);
      EXPECT_EQ(*plan, app.model().plan);
      while (app.model().history.past.size() > undo) app.dispatch(UndoLast{});
      EXPECT_TRUE(app.model().plan.drafts.empty()) << field.id;
      app.dispatch(here);
    }
  });
  EXPECT_GT(tried.size(), 60U);
}

TEST(Fields, TakeAnAmountWithItsUnit) {
  App app = money();
  type(app, savings, "55 000 kr");
  EXPECT_EQ(value(app, savings), "55000");
  type(app, savings, "2.500,50");
  EXPECT_EQ(value(app, savings), "2500,50");
  type(app, savings, "100 USD");
  EXPECT_NE(error(app, savings).find("100 USD"), std::string::npos);
  EXPECT_EQ(app.model().plan.budget.savings, 250'050);
}

TEST(Fields, TheBeginningOfATextThatCannotBeReadIsNoAnswer) {
  App app = money();
  type(app, savings, "40000");
  for (const char* text : {"5", "55", "55 ", "55 st"}) edit(app, savings, text);
  EXPECT_EQ(app.model().plan.budget.savings, 4'000'000);
  edit(app, savings, "55");
  EXPECT_EQ(app.model().plan.budget.savings, 5'500);
}

TEST(Fields, ADraftCountsAsUnsavedAndIsNamedWhereTheProgramAsks) {
  App app = money();
  app.reply(Saved{.name = "plan.vagval.json"});
  ASSERT_FALSE(app.model().session.unsaved);
  type(app, savings, "ganska mycket");
  EXPECT_TRUE(is_at_risk(app.model().session));
  press(app, "nav.start");
  app.dispatch(CloseProgram{});
  EXPECT_FALSE(effect<EndProgram>(app));
  EXPECT_TRUE(shows(app, "clear"));
  EXPECT_TRUE(says(app, "ganska mycket"));
  press(app, "unfinished.1");
  EXPECT_EQ(app.screen().focus, savings);
}

TEST(Fields, ADraftIsNamedWithTheResultAndOnItsPaper) {
  App app = money();
  type(app, savings, "ganska mycket");
  press(app, "nav.estimate");
  EXPECT_TRUE(says(app, "En text kunde inte läsas och räknas inte med."));
  press(app, "unfinished.1");
  type(app, savings, "1500");
  press(app, "nav.estimate");
  EXPECT_FALSE(shows(app, "unfinished"));
}

TEST(Fields, ADraftSurvivesTheFileTheDeviceAndUndo) {
  App app = money();
  type(app, savings, "ganska mycket");
  app.reply(DeviceIs{});
  app.dispatch(KeepPlain{});
  const std::optional<KeepOnDevice> kept = effect<KeepOnDevice>(app);
  ASSERT_TRUE(kept);
  EXPECT_NE(kept->bytes.find("ganska mycket"), std::string::npos);
  app.dispatch(SetValue{"course", "paused"});
  app.dispatch(UndoLast{});
  EXPECT_EQ(value(app, savings), "ganska mycket");
  app.dispatch(UndoLast{});
  EXPECT_EQ(value(app, savings), "40000");
  app.dispatch(RedoLast{});
  App other = reopened(app);
  EXPECT_TRUE(shows(other, "unfinished"));
  press(other, "nav.money");
  EXPECT_EQ(value(other, savings), "ganska mycket");
  EXPECT_NE(error(other, savings), "");
}

TEST(Fields, WhatIsBeingTypedWhenThePageIsLeftIsKept) {
  App app = family();
  app.dispatch(OpenQuestion{"p1.permit_granted_on"});
  const std::string field = "field.p1.permit_granted_on";
  edit(app, field, "2024-0");
  EXPECT_EQ(error(app, field), "") << "nobody is corrected while typing";
  press(app, "nav.estimate");
  press(app, "unfinished.1");
  EXPECT_EQ(value(app, field), "2024-0");
  EXPECT_NE(error(app, field), "");
}

TEST(Fields, WhatCouldHaveBeenTakenAndWasNotIsOffered) {
  App app = family();
  app.dispatch(OpenQuestion{"p1.birth"});
  edit(app, "field.p1.birth", "1979");
  press(app, "nav.estimate");
  press(app, "unfinished.1");
  press(app, "read.field.p1.birth.0");
  EXPECT_EQ(app.model().plan.household.persons[0].birth, Period::year(1979));
  EXPECT_TRUE(app.model().plan.drafts.empty());
}

TEST(Fields, ADraftGoesWithWhatItIsAbout) {
  App app = family();
  app.dispatch(AddEntry{EntryList::journal, ""});
  const std::string id = app.model().plan.journal.back().id;
  type_into(app, "set.journal." + id + ".on", "i går");
  type_into(app, "field.p2.birth", "förra året");
  type_into(app, savings, "lite");
  ASSERT_EQ(app.model().plan.drafts.size(), 3U);
  app.dispatch(RemoveEntry{EntryList::journal, id});
  app.dispatch(RemovePerson{"p2"});
  ASSERT_EQ(app.model().plan.drafts.size(), 1U);
  app.dispatch(SetValue{"budget.savings", "100"});
  EXPECT_TRUE(app.model().plan.drafts.empty());
}

TEST(Fields, ADraftIsHiddenWithTheRest) {
  App app = money();
  type(app, savings, "ganska mycket");
  type_into(app, "field.p1.birth", "03/06/1981");
  app.dispatch(HideValues{true});
  for (const ScreenId screen : all_screens) {
    app.dispatch(GoTo{screen});
    EXPECT_FALSE(says(app, "ganska mycket")) << name_of(screen);
    EXPECT_FALSE(says(app, "03/06/1981")) << name_of(screen);
  }
  app.dispatch(OpenQuestion{"p1.birth"});
  EXPECT_FALSE(says(app, "1981")) << "nor what it could mean";
}

TEST(Fields, ADraftOfAFieldThatIsNotHereIsKeptAndCanBeRemoved) {
  App app = new_app();
  app.reply(FileOpened{"plan.vagval.json",
                       R"({"format": "vagval-plan", "version": 2, "household": {"persons": [{"id": "p1"}]},
          "drafts": [{"field": "set.later.thing", "text": "av en senare version"}]})"});
  EXPECT_TRUE(says(app, "av en senare version"));
  EXPECT_NE(saved(app).find("set.later.thing"), std::string::npos);
  press(app, "unfinished.1");
  EXPECT_TRUE(app.model().plan.drafts.empty());
}

TEST(Fields, APersonalNumberThatIsNoDateIsAskedAboutAsInANote) {
  App app = family();
  app.dispatch(OpenQuestion{"p1.birth"});
  const std::string field = "field.p1.birth";
  type(app, field, "811228-9874");
  ASSERT_TRUE(shows(app, "found." + field));
  press(app, "found.remove." + field);
  EXPECT_EQ(saved(app).find("811228"), std::string::npos);
}

TEST(Fields, ThePassphraseIsNeverADraft) {
  App app = money();
  press(app, "toolbar.save");
  press(app, "keep.seal");
  type(app, "pass.new", "hemlig");
  EXPECT_EQ(saved(app).find("hemlig"), std::string::npos);
}

TEST(Fields, ADateThatCanBeReadInTwoWaysIsAskedAndAPressAnswers) {
  App app = family();
  app.dispatch(OpenQuestion{"p1.permit_granted_on"});
  const std::string field = "field.p1.permit_granted_on";
  const std::optional<Period> before = app.model().plan.household.persons[0].permit.granted_on;
  type(app, field, "03/06/2021");
  EXPECT_EQ(app.model().plan.household.persons[0].permit.granted_on, before);
  ASSERT_TRUE(shows(app, "read." + field + ".1"));
  EXPECT_FALSE(shows(app, "read." + field + ".2"));
  EXPECT_EQ(plain(find_node(app.screen(), "read." + field + ".1")->text), "3 juni 2021");
  press(app, "read." + field + ".1");
  EXPECT_EQ(app.model().plan.household.persons[0].permit.granted_on, make_date(2021, 6, 3));
  EXPECT_FALSE(shows(app, "read." + field));
  EXPECT_EQ(value(app, field), "2021-06-03");
  EXPECT_EQ(app.screen().focus, field);
}

TEST(Fields, DatesOfEveryKindAreReadTheSameWay) {
  App app = with_everything();
  const std::string journal = app.model().plan.journal.back().id;
  for (const std::string& field :
       {std::string("field.p1.permit_granted_on"), std::string("field.situation.application_date"),
        "set.journal." + journal + ".on", std::string("set.budget.rate_on"),
        std::string("set.task.documents.passport.on"), std::string("set.doc.p1.passport.expires_on"),
        std::string("set.way.return.departure_date")}) {
    type_into(app, field, "3 juni 2021");
    EXPECT_FALSE(find_draft(app.model().plan, field)) << field;
    EXPECT_NE(saved(app).find("\"2021-06-03\""), std::string::npos) << field;
    type_into(app, field, "2022-01-01");
    EXPECT_EQ(saved(app).find("\"2021-06-03\""), std::string::npos) << field;
  }
}

TEST(Fields, ADateOfAFactCanBeAMonthOrAYear) {
  App app = family();
  app.dispatch(OpenQuestion{"p1.permit_granted_on"});
  const std::string field = "field.p1.permit_granted_on";
  for (const auto& [typed, kept] :
       {std::pair{"maj 2016", "2016-05"}, std::pair{"2016-06", "2016-06"}, std::pair{"2015", "2015"}}) {
    type(app, field, typed);
    EXPECT_EQ(error(app, field), "") << typed;
    EXPECT_EQ(app.model().plan.household.persons[0].permit.granted_on, parse_period(kept)) << typed;
    EXPECT_NE(saved(app).find("\"granted_on\": \"" + std::string(kept) + "\""), std::string::npos) << typed;
  }
  type(app, "field.p1.permit_granted_on", "2016-13");
  EXPECT_NE(error(app, field), "");
  EXPECT_EQ(app.model().plan.household.persons[0].permit.granted_on, parse_period("2015"));
}

TEST(Fields, ADayThatIsNoFactStaysADay) {
  App app = with_everything();
  type_into(app, "set.doc.p1.passport.expires_on", "2028-05");
  EXPECT_TRUE(find_draft(app.model().plan, "set.doc.p1.passport.expires_on"));
}

TEST(Fields, AYearOfThePersianCalendarIsNamedAndItsTwoYearsAreOffered) {
  App app = family();
  app.dispatch(OpenQuestion{"p1.birth"});
  const std::string field = "field.p1.birth";
  type(app, field, "1366");
  EXPECT_NE(error(app, field).find("Afghanistan"), std::string::npos);
  EXPECT_EQ(find_node(app.screen(), "read." + field + ".0")->text, "1987");
  press(app, "read." + field + ".1");
  EXPECT_EQ(app.model().plan.household.persons[0].birth, Period::year(1988));
}

TEST(Fields, AYearOfTheEthiopianCalendarIsOfferedInTigrinyaAndNeverAssumed) {
  App app = family("ti");
  app.dispatch(OpenQuestion{"p1.birth"});
  const std::string field = "field.p1.birth";
  type(app, field, "1983");
  EXPECT_EQ(app.model().plan.household.persons[0].birth, Period::year(1983));
  EXPECT_EQ(error(app, field), "");
  ASSERT_TRUE(shows(app, "read." + field + ".1"));
  press(app, "read." + field + ".0");
  EXPECT_EQ(app.model().plan.household.persons[0].birth, Period::year(1990));
  EXPECT_FALSE(shows(app, "read." + field)) << "answered once, it is not asked again";
  App swedish = family();
  swedish.dispatch(OpenQuestion{"p1.birth"});
  type(swedish, field, "1983");
  EXPECT_FALSE(shows(swedish, "read." + field));
}

TEST(Fields, ARateThatCanBeReadInTwoWaysIsAsked) {
  App app = money();
  app.dispatch(ToggleOpen{"money.currency"});
  type(app, "set.budget.rate", "10,500");
  EXPECT_EQ(app.model().plan.budget.rate, 9'500'000) << "what stood there stays until one of them is chosen";
  press(app, "read.set.budget.rate.1");
  EXPECT_EQ(app.model().plan.budget.rate, 10'500'000);
}

TEST(Fields, AnAmountInAnotherCurrencyTakesItsName) {
  App app = money();
  app.dispatch(SetValue{"budget.currency", "USD"});
  app.dispatch(AddEntry{EntryList::line, "before.cost"});
  const std::string line = "line." + app.model().plan.budget.lines.back().id;
  type_into(app, "set." + line + ".amount", "100 USD");
  EXPECT_TRUE(find_draft(app.model().plan, "set." + line + ".amount")) << "kronor are no dollars";
  app.dispatch(SetValue{line + ".currency", "other"});
  type_into(app, "set." + line + ".amount", "100 usd");
  EXPECT_EQ(plan_value(app.model().plan, line + ".amount"), "100");
  type_into(app, "set." + line + ".amount", "200 kr");
  EXPECT_EQ(plan_value(app.model().plan, line + ".amount"), "100");
}

}  // namespace
}  // namespace vagval
