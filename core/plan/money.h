// The budget's lines as the screens show them: the guide's lines for this household, and the person's own.
#pragma once

#include <vector>

#include "budget/cash.h"
#include "plan/plan.h"

namespace vagval {

struct MoneyLine {
  std::string id;
  const CostKind* kind = nullptr;     ///< of the guide; nullptr for an own line
  const BudgetLine* entry = nullptr;  ///< the plan's entry; nullptr when there is none
  Phase phase{};
  Flow flow{};
  std::optional<Kronor> amount;  ///< absent: no amount entered, or an amount in the other currency without a rate
  bool rate_missing = false;
};

/// The lines in the order of the guide, then the own lines. Lines of a kind that only a later version knows are left
/// out.
std::vector<MoneyLine> money_lines(const PathGuide& guide, const Plan& plan);

/// The lines that have an amount, for cash_flow.
std::vector<CashLine> cash_lines(const std::vector<MoneyLine>& lines);

}  // namespace vagval
