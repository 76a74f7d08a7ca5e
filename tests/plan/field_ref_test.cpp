// Names of fields, values, questions and tasks: each written name reads as the same again.
#include "plan/field_ref.h"

#include <gtest/gtest.h>

#include "path/task.h"
#include "plan/change.h"

namespace vagval {
namespace {

using About = FieldRef::About;
using Of = ValueRef::Of;

TEST(FieldRef, ReadsEveryKindOfFieldAndWritesItAgain) {
  for (const char* name :
       {"field.p1.label", "field.p1.permit_granted_on", "field.situation.application_date", "set.course", "set.stage",
        "set.task.documents.passport.note", "set.task.own.t1.on", "set.own.t1.text",
        "set.own.t1.after.documents.passport", "set.doc.p1.passport.expires_on", "set.doc.household.lease.state",
        "set.line.rent.amount", "set.budget.savings", "set.way.return.plan.p2", "set.matter.m1.return",
        "set.question.guide.mv_list.note", "set.journal.j1.on", "pick.p1.birth_year", "pass.new"}) {
    const FieldRef field = parse_field(name);
    EXPECT_NE(field.about, About::nothing) << name;
    EXPECT_EQ(name_of(field), name);
    EXPECT_EQ(parse_field(name_of(field)), field) << name;
  }
  for (std::size_t f = 0; f < fact_count; ++f) {
    const Fact fact = static_cast<Fact>(f);
    const std::string whom = is_person_fact(fact) ? "p1" : std::string(whom_situation);
    const FieldRef field = parse_field(field_of(name_of(QuestionRef{whom, slug_of(fact)})));
    EXPECT_EQ(field.question.whom, whom);
    EXPECT_EQ(fact_of_slug(field.question.slug, is_person_fact(fact)), fact);
  }
}

TEST(FieldRef, TakesNamesApartWhereTheyAreJoined) {
  const ValueRef task = parse_value("task.documents.passport.note");
  EXPECT_EQ(task.of, Of::task);
  EXPECT_EQ(task.id, "documents.passport");
  EXPECT_EQ(task.member, "note");
  const ValueRef after = parse_value("own.t1.after.documents.passport");
  EXPECT_EQ(after.id, "t1");
  EXPECT_EQ(after.member, "after");
  EXPECT_EQ(after.other, "documents.passport");
  EXPECT_EQ(parse_document("household.lease").person, "");
  EXPECT_EQ(parse_document("p1.passport").document, "passport");
  EXPECT_EQ(parse_question("all.debt_csn").whom, whom_all);
  EXPECT_EQ(own_task_of("own.t1"), "t1");
  EXPECT_EQ(own_task_of("documents.passport"), std::nullopt);
  EXPECT_EQ(own_task_of(name_of_own_task("t7")), "t7");
  EXPECT_EQ(doubted_by(name_of_doubt("A-01")), "A-01");
}

TEST(FieldRef, ReadsNothingWhereNothingHasTheName) {
  for (const char* name : {"", "field", "set", "settle.p1", "rules.key", "title"})
    EXPECT_EQ(parse_field(name).about, About::nothing) << name;
  for (const char* name : {"", "task", "task.passport", "line.rent", "own", "colour.red.blue"})
    EXPECT_EQ(parse_value(name).of, Of::nothing) << name;
  EXPECT_EQ(value_info("line.rent.colour").kind, ValueKind::none);
}

TEST(FieldRef, KnowsWhatBelongsToAPerson) {
  EXPECT_TRUE(belongs_to(parse_field("field.p1.label"), "p1"));
  EXPECT_TRUE(belongs_to(parse_field("field.p1.a_fact_of_later"), "p1"));
  EXPECT_TRUE(belongs_to(parse_field("set.doc.p1.passport.expires_on"), "p1"));
  EXPECT_FALSE(belongs_to(parse_field("field.p10.label"), "p1"));
  EXPECT_FALSE(belongs_to(parse_field("set.doc.household.lease.expires_on"), ""));
  EXPECT_FALSE(belongs_to(parse_field("set.budget.savings"), "p1"));
}

}  // namespace
}  // namespace vagval
