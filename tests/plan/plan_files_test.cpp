// Plan files: valid files are read and written back, and broken ones get an error with its place.
#include <gtest/gtest.h>

#include "files.h"
#include "plan/plan_json.h"

namespace vagval {
namespace {

TEST(PlanFile, IsRefusedWithItsErrorAndItsPlace) {
  const Json expected = tests::read_tree("tests/plans/broken/expected.json");
  for (const auto& [name, about] : some(*expected.object())) {
    const Result<Plan> plan = open_plan(tests::read("tests/plans/broken/" + name + ".json"));
    ASSERT_FALSE(plan) << name;
    EXPECT_EQ(error_name(plan.error().id), *about.find("error")->text()) << name;
    EXPECT_EQ(plan.error().where, *about.find("where")->text()) << name;
  }
}

TEST(PlanFile, HasAnExpectationForEveryBrokenFile) {
  const Json expected = tests::read_tree("tests/plans/broken/expected.json");
  for (const std::string& file : tests::names_in("tests/plans/broken", ".json"))
    if (file != "expected.json") {
      EXPECT_TRUE(expected.find(file.substr(0, file.size() - 5))) << file;
    }
}

TEST(PlanFile, KeepsMembersItDoesNotKnowWhereTheyWere) {
  const std::string bytes = tests::read("tests/plans/v1/full_with_unknown_members.vagval.json");
  const Result<Plan> plan = open_plan(bytes);
  ASSERT_TRUE(plan) << plan.error().where;
  const Result<Json> written = read_json(write_plan(*plan));
  ASSERT_TRUE(written);
  EXPECT_EQ(*written->find("journal_of_version_1"), *read_json(bytes)->find("journal"));
  EXPECT_TRUE(written->find("household")->find("pets"));
  const Json& person = (*written->find("household")->find("persons")->array())[0];
  EXPECT_EQ(*person.find("shoe_size")->integer(), 43);
  EXPECT_EQ(*person.find("permit")->find("stamp")->text(), "kept");
  EXPECT_EQ(*written->find("situation")->find("destination")->find("town")->text(), "Homs");
  EXPECT_EQ(*written->find("situation")->find("weather")->text(), "mild");
}

TEST(PlanFile, OfEveryVersionIsReadAndWritesTheSameBytesTwice) {
  for (const std::string folder : {"tests/plans/v1", "tests/plans/v2", "tests/plans/v3"})
    for (const std::string& file : tests::names_in(folder, ".vagval.json")) {
      const Result<Plan> plan = open_plan(tests::read(folder + "/" + file));
      ASSERT_TRUE(plan) << file << " " << plan.error().where;
      const std::string written = write_plan(*plan);
      EXPECT_EQ(write_plan(*open_plan(written)), written) << file;
      EXPECT_EQ(*read_json(written)->find("version")->integer(), plan_version) << file;
    }
}

TEST(PlanFile, OfThisVersionIsWrittenBackWhole) {
  for (const std::string& file : tests::names_in("tests/plans/v3", ".vagval.json")) {
    const std::string bytes = tests::read("tests/plans/v3/" + file);
    const Result<Plan> plan = open_plan(bytes);
    ASSERT_TRUE(plan) << file << " " << plan.error().where;
    EXPECT_EQ(*read_json(write_plan(*plan)), *read_json(bytes)) << file;
  }
}

TEST(PlanFile, OfVersionOneMeansWhatItMeant) {
  const Result<Plan> plan = open_plan(tests::read("tests/plans/v1/full_with_unknown_members.vagval.json"));
  ASSERT_TRUE(plan);
  ASSERT_EQ(plan->household.persons.size(), 2u);
  const Person &grown = plan->household.persons[0], &child = plan->household.persons[1];
  EXPECT_EQ(grown.id, "p1");
  EXPECT_EQ(grown.label, "A");
  EXPECT_EQ(grown.birth, make_date(1985, 5, 23));
  EXPECT_EQ(grown.tie, Tie::applicant);
  EXPECT_EQ(grown.swedish_citizen, false);
  EXPECT_EQ(grown.permit.kind, PermitKind::permanent);
  EXPECT_EQ(grown.permit.ground, PermitGround::refugee);
  EXPECT_EQ(grown.permit.granted_on, make_date(2016, 3, 1));
  EXPECT_EQ(grown.permit.expires_on, std::nullopt);
  EXPECT_EQ(grown.permit.valid, true);
  EXPECT_EQ(grown.permit.keep_notice, false);
  EXPECT_EQ(grown.registered_in_sweden, true);
  EXPECT_EQ(grown.debt_csn, false);
  EXPECT_EQ(grown.plan, MovePlan::goes);
  EXPECT_EQ(child.birth, Period::year(2015));
  EXPECT_EQ(child.tie, Tie::child);
  EXPECT_EQ(child.permit.tie_to, "p1");
  EXPECT_EQ(child.lives_with_applicant, true);
  EXPECT_EQ(child.debt_csn, std::nullopt);
  EXPECT_EQ(plan->situation.application_date, make_date(2026, 3, 2));
  EXPECT_EQ(plan->situation.departure_date, make_date(2026, 11, 30));
  EXPECT_EQ(plan->situation.destination.kind, DestinationKind::country_of_origin);
  EXPECT_EQ(plan->situation.destination.country, (Country{{'S', 'Y'}}));
  EXPECT_EQ(plan->situation.intends_to_settle_there, true);
  EXPECT_EQ(plan->situation.has_job, std::nullopt) << "what version 1 did not ask is not known";
  EXPECT_TRUE(plan->journal.empty()) << "a journal of version 1 is none of ours";
  EXPECT_TRUE(plan->tasks.empty());
}

std::string of_version(int version, const std::string& person, const std::string& more = "") {
  return R"({"format":"vagval-plan","version":)" + std::to_string(version) + R"(,"household":{"persons":[{"id":"a",)" +
         person + "}]}" + more + "}";
}

TEST(PlanFile, BeforePeriodsHadADateAndAYearOfBirth) {
  for (const auto& [person, birth] :
       {std::pair{R"("birth_date":"1985-05-23")", "1985-05-23"}, std::pair{R"("birth_year":1985)", "1985"},
        std::pair{R"("birth_year":1985,"birth_date":"1985-05-23")", "1985-05-23"},
        std::pair{R"("birth_year":null,"birth_date":null)", ""}})
    for (const int version : {1, 2}) {
      const Result<Plan> plan = open_plan(of_version(version, person));
      ASSERT_TRUE(plan) << person;
      EXPECT_EQ(answer_text(plan->household, plan->situation, {Fact::birth, "a"}), birth) << person;
      EXPECT_TRUE(plan->household.persons[0].unknown.empty()) << person;
    }
}

TEST(PlanFile, BeforePeriodsKeepsAnUnknownBirthUnderAnotherName) {
  const Result<Plan> plan = open_plan(of_version(2, R"("birth":"in spring","birth_year":1985)"));
  ASSERT_TRUE(plan);
  EXPECT_EQ(plan->household.persons[0].birth, Period::year(1985));
  const Result<Json> written = read_json(write_plan(*plan));
  const Json& person = (*written->find("household")->find("persons")->array())[0];
  EXPECT_EQ(*person.find("birth")->text(), "1985");
  EXPECT_EQ(*person.find("birth_of_version_2")->text(), "in spring");
}

TEST(PlanFile, OfThisVersionKeepsTheOldNamesOfABirthAsItKeepsAnyOther) {
  const Result<Plan> plan = open_plan(of_version(3, R"("birth":"1985-05","birth_year":1990)"));
  ASSERT_TRUE(plan);
  EXPECT_EQ(plan->household.persons[0].birth, Period::month(1985, 5));
  EXPECT_NE(write_plan(*plan).find("\"birth_year\": 1990"), std::string::npos);
}

TEST(PlanFile, BeforePeriodsHandsADraftOfABirthToItsNewField) {
  const Result<Plan> plan =
      open_plan(of_version(2, R"("tie":"applicant")", R"(,"drafts":[{"field":"field.a.birth_year","text":"i fjol"}])"));
  ASSERT_TRUE(plan);
  EXPECT_TRUE(find_draft(*plan, "field.a.birth"));
}

TEST(PlanFile, WritesEachFormOfAPeriodAsItReadIt) {
  for (const char* form : {"2016-05-01", "2016-05", "2016", "..2024-09-12", "2024-09-13..", "2016-05-01/2017-02-03"}) {
    const std::string bytes = of_version(3, R"("permit":{"granted_on":")" + std::string(form) + R"("})");
    const Result<Plan> plan = open_plan(bytes);
    ASSERT_TRUE(plan) << form;
    EXPECT_EQ(*read_json(write_plan(*plan))->find("household"), *read_json(bytes)->find("household")) << form;
  }
}

TEST(PlanFile, TakesNullForNotKnown) {
  const Result<Plan> plan = open_plan(
      R"({"format":"vagval-plan","version":1,"household":{"persons":[{"id":"a","debt_csn":null,"permit":null}]},"situation":null})");
  ASSERT_TRUE(plan);
  EXPECT_EQ(plan->household.persons[0].debt_csn, std::nullopt);
}

TEST(PlanFile, OverOneMegabyteIsRefused) {
  const Result<Plan> plan = open_plan(std::string(1'000'001, ' '));
  ASSERT_FALSE(plan);
  EXPECT_EQ(plan.error().id, ErrorId::file_too_large);
}

TEST(PersonId, IsTheFirstFreeOne) {
  Household household;
  EXPECT_EQ(free_person_id(household), "p1");
  household.persons = {{.id = "p2"}};
  EXPECT_EQ(free_person_id(household), "p3");
}

}  // namespace
}  // namespace vagval
