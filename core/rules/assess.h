// From a household to an explained estimate: pure, three-valued, with a trace as its result.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "facts/fact.h"
#include "facts/household.h"
#include "foundation/money.h"
#include "foundation/truth.h"
#include "rules/rule_pack.h"

namespace vagval {

enum class State : std::uint8_t { may_be_covered, not_covered, need_more, for_authority };
inline constexpr std::string_view state_names[] = {"may_be_covered", "not_covered", "need_more", "for_authority"};
std::string_view state_name(State state);

enum class ConditionState : std::uint8_t { met, unmet, unknown, authority };
std::string_view condition_state_name(ConditionState state);

inline constexpr std::uint32_t no_node = 0xFFFFFFFF;
inline constexpr std::int8_t nobody = -1;

/// One step of the evaluation. Flat and comparable: children and siblings are indices into Assessment::trace. A step
/// holds no strings; its reader looks them up in the pack.
struct TraceNode {
  std::uint32_t expr = no_expr;      ///< the pack's expression, or no_expr for a condition itself
  std::uint16_t condition = 0xFFFF;  ///< the pack's condition, for a condition node
  std::int8_t person = nobody;       ///< the person whose facts were read
  Verdict verdict;
  Fact fact{};    ///< of a comparison: the fact it read; of an age, the birth
  Answer answer;  ///< the answer to it; `typed` gives its type
  std::uint32_t first_child = no_node, next = no_node;
  TypedAnswer typed() const { return typed_answer(fact, answer); }
  friend bool operator==(const TraceNode&, const TraceNode&) = default;
};

struct ConditionResult {
  std::uint16_t condition = 0;  ///< index into RulePack::conditions
  std::int8_t person = nobody;  ///< index into the household; `nobody` for conditions of the household
  ConditionState state{};
  std::uint32_t node = no_node;  ///< in the trace
};

struct PersonResult {
  State state{};
  KronorInterval base;    ///< before caps: the amount for this person's age, 0 at an end where not covered
  KronorInterval amount;  ///< after caps. How a capped sum is split is not stated (B-211): from the least to the most
  Truth in_household = Truth::unknown;  ///< lives with the applicant (or is the applicant, spouse or cohabitant)
};

/// A person who lives elsewhere, is counted separately, and may be covered.
inline bool may_be_covered_apart(const PersonResult& person) {
  return person.in_household == Truth::no && person.state != State::not_covered;
}

struct CapResult {
  std::uint16_t cap = 0;  ///< index into RulePack::caps
  Kronor limit;
  Truth binds{};  ///< whether the cap lowers the sum
  KronorInterval before, after;
};

/// A day, or a number of months after departure while no departure is known. `max` absent: no latest time is known.
struct DueTime {
  std::optional<Date> earliest_min, earliest_max;
  std::optional<int> months_after_departure_min, months_after_departure_max;
  bool waits_for_revocation =
      false;  ///< a permanent permit: the part comes after the permit has been revoked, on a day that is not known
};
struct InstalmentResult {
  std::uint16_t instalment = 0;
  int percent = 0;  ///< of the whole
  KronorInterval amount;
  DueTime due;
};

/// The sum that a person would have to pay back after settling in Sweden again at a stage.
struct RepaymentResult {
  enum class Stage : std::uint8_t { after_decision, after_arrival, after_last_part } stage{};
  KronorInterval owed;
  std::optional<Date> from;  ///< the earliest day of that stage, where known
  std::optional<int> months_after_departure;
};

/// A question whose answer could change the result.
struct NextQuestion {
  FactRef fact;
  int conditions = 0;  ///< how many conditions the answer could settle; 0 when only the result itself depends on it
  Kronor kronor;       ///< by how much the interval could narrow or move
};

/// An answer that, changed alone, would change the result.
struct Turn {
  FactRef fact;
  std::string from, to;  ///< as answer_text
  State state{};
  KronorInterval amount;
};

struct Evaluation {
  State state{};
  KronorInterval amount;
  std::uint32_t slice = 0;        ///< index into RulePack::slices
  bool no_rule_for_date = false;  ///< no version was in force, so the assessment says nothing
  int open_persons = 0;           ///< missing answers about persons: an age, living there, being a couple
  std::vector<PersonResult> persons;
  std::vector<CapResult> caps;
  std::vector<ConditionResult> conditions;
  std::vector<std::uint16_t> conflicts;  ///< that touched the result
  std::vector<TraceNode> trace;
};

inline bool any_person_apart(const Evaluation& e) {
  for (const PersonResult& person : e.persons)
    if (may_be_covered_apart(person)) return true;
  return false;
}

struct Assessment : Evaluation {
  Date as_of;                             ///< the day the plan was looked at
  Period rule_date{Date{}};               ///< the day whose rules were applied
  Date shown_rules;                       ///< of its possible days the one whose rules are shown; see day_of_rules
  bool application_date_assumed = false;  ///< no application date was given; `as_of` is used
  std::vector<InstalmentResult> instalments;
  std::vector<RepaymentResult> repayment;
  std::vector<NextQuestion> next_questions;  ///< those that could change most come first
  std::vector<Turn> what_would_change;
};

/// The day whose rules apply: the date of application or, while there is none, the day the plan is looked at.
Period rule_date_of(const Answers& answers, Date as_of);

/// The possible rule date that lies nearest to the day the plan is looked at. Its rules are shown and explained; the
/// interval counts those of every possible day.
Date day_of_rules(const Period& rule_date, Date as_of);

/// Evaluates every condition for every person. Takes some microseconds and builds no strings. Where the rules change
/// within the possible days of application, the interval holds the amounts under each of them, and conditions, caps and
/// trace are those of day_of_rules.
/// \param as_of  the day the plan is looked at.
Evaluation evaluate(const RulePack& pack, const Answers& answers, Date as_of);

/// Whether to evaluate other answers too. Each of them costs one evaluation.
enum class OtherAnswers : std::uint8_t { left_out, tried };

/// The values that the screens and the command line show. The household must have no `faults`.
Assessment assess(const RulePack& pack, const Household& household, const Situation& situation, Date as_of,
                  OtherAnswers others = OtherAnswers::tried);

}  // namespace vagval
