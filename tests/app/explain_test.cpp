// The kind of a value follows from its fact, not from its size, its suffix or its name.
#include <gtest/gtest.h>

#include "app/hands.h"
#include "facts/check.h"
#include "words/build.h"
#include "words/conceal.h"

namespace vagval {
namespace {

/// For the rules before 2026, which have a condition on age.
App filed_2025() {
  App app = new_app();
  app.dispatch(OpenExample{"filed_2025"});
  return app;
}

TEST(Explain, ShowsADayOfBirthAsADayWhicheverDayItIs) {
  // As days since 1970, dates of those years look like years.
  for (const char* day : {"1969-12-31", "1974-12-07", "1976-05-01", "1978-03-18", "1990-01-01"}) {
    App app = filed_2025();
    for (const Person& person : some(std::vector<Person>(app.model().plan.household.persons)))
      app.dispatch(SetAnswer{{Fact::birth, person.id}, day});
    press(app, "nav.estimate");
    EXPECT_TRUE(says(app, plain(assets()->catalogue("sv").date(*parse_date(day))))) << day;
    EXPECT_FALSE(says(app, ": " + std::to_string(parse_date(day)->days) + ".")) << day;
  }
}

TEST(Explain, ShowsAYearOfBirthAsAYear) {
  App app = filed_2025();
  for (const Person& person : some(std::vector<Person>(app.model().plan.household.persons)))
    app.dispatch(SetAnswer{{Fact::birth, person.id}, "1976"});
  press(app, "nav.estimate");
  EXPECT_TRUE(says(app, "Född: 1976"));
  EXPECT_FALSE(says(app, "1975-05")) << "1976 days after 1970";
}

TEST(Oddity, StandsAtTheAnswerItIsAboutAndAtNoOther) {
  App app = family();
  app.dispatch(SetAnswer{{Fact::permit_kind, "p1"}, "permanent"});
  app.dispatch(SetAnswer{{Fact::permit_expires_on, "p1"}, "2030-01-01"});
  app.dispatch(OpenQuestion{"p1.permit_granted_on"});
  ASSERT_TRUE(shows(app, "field.p1.permit_granted_on"));
  EXPECT_FALSE(shows(app, "oddity.permanent_with_expiry"));
  const std::vector<Oddity> found = oddities(app.model().plan.household, app.model().plan.situation, today(), 18);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.front().fact, Fact::permit_expires_on);
  EXPECT_EQ(found.front().where, "/household/persons/0/permit/expires_on");
}

TEST(Oddity, OfTheSituationStandsAtItsQuestionToo) {
  App app = family();
  app.dispatch(SetAnswer{{Fact::departure_date, ""}, "2027-06-01"});
  app.dispatch(SetAnswer{{Fact::arrival_date, ""}, "2027-05-01"});
  app.dispatch(OpenQuestion{"situation.arrival_date"});
  ASSERT_TRUE(shows(app, "field.situation.arrival_date"));
  EXPECT_TRUE(shows(app, "oddity.arrival_before_departure"));
  app.dispatch(OpenQuestion{"situation.departure_date"});
  EXPECT_FALSE(shows(app, "oddity.arrival_before_departure"));
}

TEST(Path, CountsTheTasksThatItFoldsAway) {
  App app = family();
  int seen = 0;
  for (const PathSection& section : assets()->path.sections) {
    app.dispatch(OpenItem{ScreenId::path, section.id});
    each_node(app.screen(), [&](const Node& node) {
      if (node.id != "path.others") return;
      ++seen;
      EXPECT_NE(plain(node.text).find(std::to_string(node.children.size())), std::string::npos) << plain(node.text);
    });
  }
  EXPECT_GT(seen, 0);
}

TEST(Concealing, KnowsASourceByWhatItIsAndNotByItsName) {
  Screen screen, twin;
  screen.id = twin.id = "questions";
  Node told = chip("question.my.source1", "Amina"), source = chip("question.x", "2025:970");
  source.cites = true;
  screen.main = {told, source};
  conceal(screen, twin, assets()->catalogue("sv"), 1, "");
  EXPECT_NE(find_node(screen, "question.my.source1")->text, "Amina");
  EXPECT_EQ(find_node(screen, "question.x")->text, "2025:970");
}

}  // namespace
}  // namespace vagval
