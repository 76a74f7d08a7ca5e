// The fields that are typed in: what each is about, how its text is read, and what there is to choose where a text can
// be read in more than one way.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plan/change.h"
#include "state/action.h"
#include "state/assets.h"
#include "state/model.h"

namespace vagval {

/// What a field (plan/field_ref.h) is about in this plan: a fact, what a person is called, a value of plan/change.h.
struct FieldPlace {
  enum class About : std::uint8_t { nothing, label, fact, value } about = About::nothing;
  FactRef fact;      ///< person too, for a label
  std::string name;  ///< of the value
  ValueInfo value;
  Action where = GoTo{};  ///< opens the screen that has the field
};
FieldPlace place_of_field(const Plan& plan, std::string_view field);

/// How a typed text is read.
struct ReadField {
  std::optional<std::string> text;    ///< as the plan takes it; empty: no answer
  std::optional<Error> fault;         ///< why it is not read
  std::vector<std::string> readings;  ///< what it can be too or instead, as the plan takes it
};
ReadField read_field(const Assets& assets, const Plan& plan, const Session& session, const FieldPlace& place,
                     std::string_view typed);

/// Puts what has been read into the plan. \returns why not, with the plan unchanged.
std::optional<Error> put_field(Plan& plan, Date today, const FieldPlace& place, const std::string& text);

/// What the plan has as the field's value.
FieldValue value_of_field(const Plan& plan, const FieldPlace& place);
/// Gives a fact or a value back what it was: the beginning of a text that cannot be read is no answer.
void put_back(Plan& plan, Date today, const FieldPlace& place, const FieldValue& before);

std::string without_spaces_around(std::string text);

/// What gives the field this reading, when it is chosen.
Action choose_reading(const FieldPlace& place, const std::string& reading);

/// What stands in the field and is not in the plan as a value, or nullptr.
const std::string* typed_into(const Plan& plan, const Session& session, const std::string& field);

/// The fault of a text that the plan has not taken; nothing while the person types.
std::optional<Error> draft_error(const Assets& assets, const Plan& plan, const Session& session,
                                 const std::string& field);

}  // namespace vagval
