// The questions: which fact each is about, whom it concerns, and when it is asked.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "facts/fact.h"
#include "plan/field_ref.h"
#include "state/assets.h"

namespace vagval {

/// About one person, about the situation, or one answer for everyone in the household (and one by one where they
/// differ).
enum class Scope : std::uint8_t { person, situation, everyone };

struct Question {
  Scope scope{};
  Fact fact{};
  std::string person;  ///< id, for Scope::person
  friend bool operator==(const Question&, const Question&) = default;
};

/// "p1.permit_ground", "situation.application_date", "all.debt_csn".
std::string id_of(const Question& question);

/// Only what can change something under the rules of the day, in the order in which it is asked.
std::vector<Question> questions_of_person(const Assets& assets, const Plan& plan, const Person& person, Date today);
std::vector<Question> questions_of_situation(const Assets& assets, const Plan& plan, Date today);
std::optional<Question> find_question(const Assets& assets, const Plan& plan, Date today, std::string_view id);
/// The question that a missing or changeable answer belongs to.
Question question_about(const FactRef& ref);

bool is_answered(const Plan& plan, const Question& question);

}  // namespace vagval
