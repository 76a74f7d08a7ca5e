// Reads and sets the values of a plan that are not facts. Each value has a name and is set and read as text.
//
//   course · stage
//   task.<task>.state|on|note          own.<id>.text|days|section|after.<task>   (after: "yes" or empty)
//   doc.<person or "household">.<document>.state|expires_on
//   line.<id>.amount|currency|text|phase|flow
//   budget.savings|currency|rate|rate_on|prices_percent|last_part|months_late|no_income
//   way.<way>.hidden|departure_date|country|note|plan.<person>
//   matter.<id>.text|weight|<way>      question.<id>.asked|note|text|who
//   journal.<id>.text|on
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "foundation/result.h"
#include "plan/amount.h"
#include "plan/field_ref.h"
#include "plan/plan.h"

namespace vagval {

/// The value as the person types and sees it ("done", "2027-03-01", "1 500,50" as "1500,50"); empty when there is none.
std::string plan_value(const Plan& plan, std::string_view name);

enum class ValueKind : std::uint8_t { none, id, words, lines, choice, date, country, number };
struct ValueInfo {
  ValueKind kind = ValueKind::none;  ///< none: no value has this name
  int decimals = 0;                  ///< of a number
  ValueRef ref;                      ///< its name, in parts
};
/// Describes the value of this name, whether or not the plan holds it.
ValueInfo value_info(std::string_view name);

/// Sets a value, or forgets it if the text is empty. A change of stage or course adds an entry to the journal.
/// \param today  the day of the change.
/// \returns the fault of the text; the plan is then unchanged. An unknown name is an Error too.
std::optional<Error> set_plan_value(Plan& plan, std::string_view name, std::string_view text, Date today);

enum class EntryList : std::uint8_t { own_task, line, matter, question, journal };

/// Adds an empty entry. \param about  of an own task its section; of a line "<phase>.<flow>"; of a question the
/// catalogue key of whom to ask. \returns the new id, made from the plan ("t1"), or nothing when the list is full.
std::optional<std::string> add_entry(Plan& plan, EntryList list, std::string_view about, Date today);

/// Removes the entry and what refers to it (an own task's state, and the `after` entries of other tasks that name it).
void remove_entry(Plan& plan, EntryList list, std::string_view id);

}  // namespace vagval
