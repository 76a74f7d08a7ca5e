#include "plan/money.h"

#include <algorithm>

namespace vagval {

namespace {

void put_amount(const Budget& budget, MoneyLine& line) {
  if (!line.entry || !line.entry->amount) return;
  const bool other = line.entry->money == Money::other;
  line.rate_missing = other && !budget.rate;
  if (!line.rate_missing) line.amount = in_kronor(*line.entry->amount, other ? budget.rate : std::nullopt, line.flow);
}

}  // namespace

std::vector<MoneyLine> money_lines(const PathGuide& guide, const Plan& plan) {
  std::vector<MoneyLine> out;
  const auto written = [&](const std::string& id) -> const BudgetLine* {
    for (const BudgetLine& line : plan.budget.lines)
      if (line.id == id) return &line;
    return nullptr;
  };
  for (const CostKind& kind : guide.costs) {
    out.push_back({.id = kind.id, .kind = &kind, .entry = written(kind.id), .phase = kind.phase, .flow = kind.flow});
    put_amount(plan.budget, out.back());
  }
  for (const BudgetLine& line : plan.budget.lines) {
    if (!line.phase || find_cost(guide, line.id)) continue;
    out.push_back({.id = line.id, .entry = &line, .phase = *line.phase, .flow = line.flow.value_or(Flow::cost)});
    put_amount(plan.budget, out.back());
  }
  return out;
}

std::vector<CashLine> cash_lines(const std::vector<MoneyLine>& lines) {
  std::vector<CashLine> out;
  for (const MoneyLine& line : lines)
    if (line.amount) out.push_back({line.id, line.phase, line.flow, *line.amount});
  return out;
}

}  // namespace vagval
