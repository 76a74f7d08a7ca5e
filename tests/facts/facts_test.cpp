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
TEST(Facts, AreAskedEachInOneWayAndNeedOnlyWhatTheirOwnerOrTheSituationSays) {
  std::size_t asked = 0;
  for (const Asking way : {Asking::together, Asking::each, Asking::once, Asking::everyday, Asking::unasked})
    for (const Fact fact : facts_asked(way)) {
      ++asked;
      const bool of_person = way == Asking::together || way == Asking::each || way == Asking::unasked;
      EXPECT_EQ(is_person_fact(fact), of_person) << info(fact).name;
      EXPECT_FALSE(info(fact).meaning.empty()) << info(fact).name;
      for (const Need& need : info(fact).needs) {
        if (need.test == Need::Test::always || need.test == Need::Test::in_rules) continue;
        EXPECT_TRUE(is_person_fact(fact) || !is_person_fact(need.fact)) << info(fact).name;
        const FactInfo& needed = info(need.fact);
        if (need.test != Need::Test::has) {
          EXPECT_TRUE(needed.type == FactType::boolean || needed.type == FactType::choice) << info(fact).name;
        }
      }
    }
  EXPECT_EQ(asked, fact_count);
}
TEST(Facts, HaveAMeaningOnlyWhereTheOtherAnswersLeaveThemOne) {
  Someone s;
  Person& a = s.household.persons[0];
  EXPECT_TRUE(is_meaningful(Fact::permit_kind, s.situation, &a)) << "nothing is known of the permit";
  a.permit.ground = PermitGround::none;
  EXPECT_FALSE(is_meaningful(Fact::permit_kind, s.situation, &a));
  a.permit.ground = PermitGround::refugee;
  a.swedish_citizen = true;
  EXPECT_FALSE(is_meaningful(Fact::permit_kind, s.situation, &a)) << "both needs have to hold";
  EXPECT_FALSE(is_meaningful(Fact::permit_tie_to, s.situation, &a));
  EXPECT_FALSE(is_meaningful(Fact::decision_date, s.situation, nullptr));
  s.situation.application_date = today;
  EXPECT_TRUE(is_meaningful(Fact::decision_date, s.situation, nullptr));
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
  for (const Oddity& o : oddities(s.household, s.situation, today, 18)) ids.push_back(o.id);
  for (const OddityId id : {OddityId::child_is_adult, OddityId::valid_but_expired, OddityId::arrival_before_departure})
    EXPECT_NE(std::find(ids.begin(), ids.end(), id), ids.end()) << oddity_name(id);
}
TEST(Oddities, CountAdultsByTheAgeTheyAreGiven) {
  Someone s;
  Person& p = s.household.persons[1];
  p.tie = Tie::child;
  p.birth = *make_date(civil(today).year - 19, 1, 1);
  const auto said = [&](std::optional<int> adult_years) {
    const auto found = oddities(s.household, s.situation, today, adult_years);
    return std::any_of(found.begin(), found.end(), [](const Oddity& o) { return o.id == OddityId::child_is_adult; });
  };
  EXPECT_TRUE(said(18));
  EXPECT_FALSE(said(21));
  EXPECT_FALSE(said(std::nullopt)) << "the pack gives no age for the day";
}
TEST(Oddities, OfARoughDateAreSaidOnlyWhereEveryDayIsOdd) {
  const auto found = [](std::string_view granted, std::string_view expires) {
    Someone s;
    Person& p = s.household.persons[0];
    p.birth = parse_period("2000");
    p.permit.valid = true;
    p.permit.granted_on = parse_period(granted);
    p.permit.expires_on = parse_period(expires);
    std::vector<OddityId> ids;
    for (const Oddity& o : oddities(s.household, s.situation, today, 18)) ids.push_back(o.id);
    return ids;
  };
  EXPECT_EQ(found("2000", "2026-11"), std::vector<OddityId>{});
  EXPECT_EQ(found("1999", "2026-11-20.."), std::vector{OddityId::granted_before_birth});
  EXPECT_EQ(found("2026", "..2026-11-19"), std::vector{OddityId::valid_but_expired});
  EXPECT_EQ(found("2026-12", "2026"), std::vector{OddityId::granted_in_future});
}
TEST(Faults, ARoughBirthLiesInTheFutureOnlyIfAllOfItDoes) {
  Someone s;
  s.household.persons[1].birth = parse_period("2026-11");
  EXPECT_TRUE(faults(s.household, s.situation, today).empty());
  s.household.persons[1].birth = parse_period("2026-12");
  EXPECT_EQ(faults(s.household, s.situation, today),
            (std::vector{Error{ErrorId::born_in_future, "/household/persons/1/birth", "2026-12"}}));
}
TEST(Oddities, SayThatNobodyIsLeftWhomARefusalCouldConcern) {
  Someone s;
  s.situation.asylum_refused_or_withdrawn = true;
  const auto said = [&] {
    const auto found = oddities(s.household, s.situation, today, 18);
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
