// Evaluates the conditions of one day over the answers of one household, and keeps the trace.
#pragma once

#include <vector>

#include "rules/assess.h"

namespace vagval {

/// Evaluates each condition and each definition at most once per person. Conditions that look at other persons share
/// those results.
class Evaluator {
 public:
  /// \param rule_date  the day whose rules apply; all its possible days lie in `slice`.
  Evaluator(const RulePack& pack, const Slice& slice, const Answers& answers, const Period& rule_date, Date as_of);

  /// Returns the trace node of a condition for a person (`nobody` for a condition of the household). Its verdict is the
  /// contribution of the condition: yes where the condition does not apply, unknown and judged where the authority
  /// decides on a no.
  std::uint32_t condition(std::size_t index, std::int8_t person);
  /// Whether a condition concerns the person. Call it after `condition`.
  Truth applies(std::size_t index, std::int8_t person) const;
  Verdict expr(std::uint32_t index, std::int8_t person, std::uint32_t& node);

  /// Whether the two are spouses or cohabitants according to the ties.
  Verdict couple(std::size_t a, std::size_t b) const;
  Verdict is_applicant(std::size_t person) const;

  // Read by conflicts, which look at the result; set before conflicts are evaluated.
  std::vector<Verdict> covered;
  std::vector<Verdict> cap_binds;

  std::vector<TraceNode> trace;

 private:
  std::uint32_t begin(std::uint32_t expr, std::int8_t person);
  void append(std::uint32_t parent, std::uint32_t& last, std::uint32_t child);
  /// One expression while it is evaluated.
  struct Step {
    const Expr& expr;
    std::int8_t person;
    std::uint32_t self;            ///< its node
    std::uint32_t last = no_node;  ///< the last node below it
  };
  Verdict judge(Step& step);
  Verdict operand(Step& step, std::uint32_t index, std::int8_t person);
  Verdict operands(Step& step);
  Verdict others(Step& step);
  Verdict definition(Step& step);
  Verdict conditions(const Step& step);
  Verdict comparison(const Step& step);
  Verdict compare(const Expr& expr, Answer answer) const;
  Verdict age(const Expr& expr, std::size_t person, TraceNode& shown) const;
  enum class End : std::uint8_t { first, last };
  Verdict older(Date of_age, const Expr& expr, End end) const;
  Date open_until(const Expr& expr, End end) const;
  Answer answer(Fact fact, std::int8_t person) const;
  bool has_partner_tie(std::size_t person) const;

  struct Known {
    std::uint32_t node = no_node;
    Truth applies = Truth::yes;
  };
  Known& known_of(std::size_t condition, std::int8_t person) {
    return known_[condition * (answers_.persons.size() + 1) + static_cast<std::size_t>(person + 1)];
  }

  std::uint32_t& defined_of(std::size_t definition, std::int8_t person) {
    return defined_[definition * answers_.persons.size() + static_cast<std::size_t>(person)];
  }

  const RulePack& pack_;
  const Slice& slice_;
  const Answers& answers_;
  Period rule_date_;
  Date as_of_;
  bool applicant_known_ = false, partner_known_ = false;
  std::vector<Known> known_;
  std::vector<std::uint32_t> defined_;  ///< the trace node of each definition for each person, once evaluated
};

}  // namespace vagval
