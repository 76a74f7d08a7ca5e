// The names of fields, values, questions and tasks, as plan files and screens write them. Each kind of name is read by
// one function and written by one other; no other file looks into a name.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "facts/fact.h"

namespace vagval {

/// A value of a plan that is no fact (see plan/change.h): "task.documents.passport.note" is the note of the task
/// "documents.passport".
struct ValueRef {
  enum class Of : std::uint8_t {
    nothing,
    course,
    stage,
    task,
    own,
    doc,
    line,
    budget,
    way,
    matter,
    question,
    journal
  } of = Of::nothing;
  std::string id;      ///< of the entry; of a document "<person or household>.<document>"
  std::string member;  ///< of the entry
  std::string other;   ///< the task of own.<id>.after.<task>, the person of way.<way>.plan.<person>
  friend bool operator==(const ValueRef&, const ValueRef&) = default;
};
/// \returns Of::nothing for a name that is not formed like one. Whether the entry and its member exist is not looked
/// at.
ValueRef parse_value(std::string_view name);
std::string name_of(const ValueRef& value);

/// A document of a person, or of the household.
struct DocumentRef {
  std::string person;  ///< empty: of the household
  std::string document;
};
/// \param id  of a ValueRef: "p1.passport", "household.home".
DocumentRef parse_document(std::string_view id);

/// A question by its id: "p1.permit_ground", "situation.application_date", "all.debt_csn".
struct QuestionRef {
  std::string whom;  ///< the id of a person, "situation" or "all"
  std::string slug;  ///< of the fact; "label" for what the person is called
  friend bool operator==(const QuestionRef&, const QuestionRef&) = default;
};
QuestionRef parse_question(std::string_view id);
std::string name_of(const QuestionRef& question);
inline constexpr std::string_view whom_situation = "situation", whom_all = "all", slug_of_label = "label";

/// What a field on a screen holds.
struct FieldRef {
  enum class About : std::uint8_t {
    nothing,     ///< no field has this name
    answer,      ///< "field.p1.permit_granted_on", and "field.p1.label" for what the person is called
    value,       ///< "set.budget.savings"
    picker,      ///< "pick.p1.birth": a date that is being picked without typing
    passphrase,  ///< "pass.new"
  } about = About::nothing;
  QuestionRef question;  ///< of an answer or a picker
  ValueRef value;
  std::string part;  ///< of a passphrase: "new", "again", "open"
  friend bool operator==(const FieldRef&, const FieldRef&) = default;
};
FieldRef parse_field(std::string_view id);
std::string name_of(const FieldRef& field);

/// The field of a question, of a value, and the picker of a question, by name.
std::string field_of(std::string_view question);
std::string field_of_value(std::string_view value);
std::string picker_of(std::string_view question);

/// Whether the field holds an answer of the person or says something about a document of hers or his.
bool belongs_to(const FieldRef& field, std::string_view person);

/// A name that a draft in a plan file can have: a field of an answer or a value, also one that this version has not.
bool is_field_name(std::string_view name);
/// Letters, digits, dot, hyphen, underscore and slash, 1 to 120 of them.
bool is_entry_id(std::string_view id);

/// An entry about a question of the program has a name with a dot; that of a question of the person's own has none.
bool is_own_question(std::string_view id);
/// The question whether a fact or a rule is true: "doubt.A-01" of "A-01".
std::string name_of_doubt(std::string_view fact);
std::optional<std::string> doubted_by(std::string_view question);

/// Whom to ask: "mv" of the catalogue key "who.mv"; nothing for any other text.
std::optional<std::string> adviser_named(std::string_view key);

/// "permit_ground": the fact's name without its first part. Texts are `q.<slug>.ask`, `.help`, `.<choice>`.
std::string slug_of(Fact fact);
/// The fact of the owner with this slug.
std::optional<Fact> fact_of_slug(std::string_view slug, bool of_person);

}  // namespace vagval
