// The budget's lines as they are shown: those the guide names for this household, and the person's own.
#pragma once

#include <vector>

#include "budget/cash.h"
#include "plan/plan.h"

namespace vagval {

struct MoneyLine {
  std::string id;
  const CostKind* kind = nullptr;     ///< of the guide; nullptr for an own line
  const BudgetLine* entry = nullptr;  ///< what is written; nullptr when nothing is
  Phase phase{};
  Flow flow{};
  std::optional<Kronor> amount;  ///< absent: nothing written, or in the other currency without a rate
  bool rate_missing = false;
};

/// In the order of the guide, then own lines, grouped by nobody. Lines whose kind a later version has are left alone.
std::vector<MoneyLine> money_lines(const PathGuide& guide, const Plan& plan);

/// Those that have an amount, for cash_flow.
std::vector<CashLine> cash_lines(const std::vector<MoneyLine>& lines);

}  // namespace vagval
