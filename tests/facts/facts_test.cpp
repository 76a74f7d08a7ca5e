// Facts: each can be set, read and forgotten; contradictory answers are pointed out.
#include <gtest/gtest.h>

#include <algorithm>

#include "facts/check.h"
#include "facts/fact.h"

namespace vagval {
namespace {

const Date today = *make_date(2026, 11, 20);

struct Someone {
  Household household{.persons = {{.id = "a", .tie = Tie::applicant}, {.id = "b"}}};
  Situation situation;
};

std::string an_answer(Fact fact) {
  switch (info(fact).type) {
    case FactType::boolean:
      return "false";
    case FactType::choice:
      return std::string(info(fact).choices.back());
    case FactType::date:
      return "2024-09-12";
    case FactType::year:
      return "1985";
    case FactType::country:
      return "SY";
    case FactType::person:
      return "b";
  }
  return {};
}

TEST(Facts, CanEachBeSetReadAndForgotten) {
  for (std::size_t f = 0; f < fact_count; ++f) {
    const Fact fact = static_cast<Fact>(f);
    Someone s;
    const FactRef ref{fact, is_person_fact(fact) ? "a" : ""};
    ASSERT_TRUE(set_answer(s.household, s.situation, ref, an_answer(fact))) << info(fact).name;
    EXPECT_EQ(answer_text(s.household, s.situation, ref), an_answer(fact)) << info(fact).name;
    ASSERT_TRUE(set_answer(s.household, s.situation, ref, ""));
    EXPECT_EQ(answer_text(s.household, s.situation, ref), "");
    EXPECT_EQ(find_fact(info(fact).name), fact);
    EXPECT_EQ(static_cast<std::size_t>(info(fact).fact), f);
  }
}
TEST(Facts, RefuseWhatIsNoAnswer) {
  Someone s;
  EXPECT_FALSE(set_answer(s.household, s.situation, {Fact::debt_csn, "a"}, "maybe"));
  EXPECT_FALSE(set_answer(s.household, s.situation, {Fact::tie, "a"}, "wife"));
  EXPECT_FALSE(set_answer(s.household, s.situation, {Fact::permit_tie_to, "a"}, "nobody"));
  EXPECT_FALSE(set_answer(s.household, s.situation, {Fact::destination_country, ""}, "sy"));
  EXPECT_FALSE(set_answer(s.household, s.situation, {Fact::debt_csn, "nobody"}, "true"));
}
TEST(Facts, TakeUndecidedForNoAnswerInRules) {
  Someone s;
  s.household.persons[0].plan = MovePlan::undecided;
  EXPECT_FALSE(flatten(s.household, s.situation).of_person(0, Fact::plan).known);
}
TEST(Faults, FindAChildBornInTheFuture) {
  Someone s;
  s.household.persons[1].birth = make_date(2027, 1, 1);
  const auto found = faults(s.household, s.situation, today);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].id, ErrorId::born_in_future);
  EXPECT_EQ(found[0].where, "/household/persons/1/birth");
}
TEST(Faults, FindSwedenAsDestination) {
  Someone s;
  s.situation.destination.country = Country{{'S', 'E'}};
  EXPECT_EQ(faults(s.household, s.situation, today).at(0).id, ErrorId::destination_is_sweden);
}
TEST(Label, MayNotHideOrTurnText) {
  EXPECT_FALSE(label_fault("Åsa ❤"));
  EXPECT_EQ(label_fault("a\u202Eb")->id, ErrorId::text_has_control);
  EXPECT_EQ(label_fault(std::string(61, 'a'))->id, ErrorId::text_too_long);
  EXPECT_FALSE(label_fault("\u0623\u0645"));
}
TEST(Oddities, PointAtAnswersThatDoNotFit) {
  Someone s;
  Person& p = s.household.persons[1];
  p.tie = Tie::child;
  p.birth = Period::year(1990);
  p.permit.valid = true;
  p.permit.expires_on = make_date(2026, 1, 1);
  s.situation.departure_date = make_date(2027, 5, 1);
  s.situation.arrival_date = make_date(2027, 4, 1);
  std::vector<OddityId> ids;
  for (const Oddity& o : oddities(s.household, s.situation, today)) ids.push_back(o.id);
  for (const OddityId id : {OddityId::child_is_adult, OddityId::valid_but_expired, OddityId::arrival_before_departure})
    EXPECT_NE(std::find(ids.begin(), ids.end(), id), ids.end()) << oddity_name(id);
}
TEST(Oddities, SayThatNobodyIsLeftWhomARefusalCouldConcern) {
  Someone s;
  s.situation.asylum_refused_or_withdrawn = true;
  const auto said = [&] {
    const auto found = oddities(s.household, s.situation, today);
    return std::any_of(found.begin(), found.end(), [](const Oddity& o) {
      return o.id == OddityId::refused_with_permits && o.where == "/situation/asylum_refused_or_withdrawn";
    });
  };
  for (Person& p : s.household.persons) {
    p.permit.ground = PermitGround::refugee;
    p.permit.valid = true;
  }
  EXPECT_TRUE(said());
  s.household.persons[1].permit.valid.reset();  // this person may be the refused one
  EXPECT_FALSE(said());
  s.household.persons[1].swedish_citizen = true;
  EXPECT_TRUE(said());
  s.household.persons[1].swedish_citizen = false;
  s.household.persons[1].permit.valid = false;
  EXPECT_FALSE(said());
}

}  // namespace
}  // namespace vagval
