// Cash over time: the days of the grant's parts, how long the money lasts, and the debt on return.
#include "budget/cash.h"

#include <gtest/gtest.h>

namespace vagval {
namespace {

RulePack pack() {
  RulePack out;
  for (const auto& [id, due] : {std::pair("first", Due::with_decision), std::pair("second", Due::after_arrival),
                                std::pair("third", Due::permit_ended)})
    out.instalments.push_back({.id = id, .due = due});
  return out;
}
Assessment grant() {
  Assessment out;
  const Kronor amounts[] = {{100}, {160}, {240}};
  for (std::uint16_t i = 0; i < 3; ++i)
    out.instalments.push_back({.instalment = i, .amount = {amounts[i], amounts[i]}});
  out.instalments[2].due.months_after_departure_min = 15;
  out.instalments[2].due.months_after_departure_max = 24;
  out.repayment.resize(3);
  return out;
}
Kronor left(const CashFlow& cash, int month, Kronor CashMonth::*end) {
  for (const CashMonth& m : cash.months)
    if (m.month == month) return m.*end;
  return {-1};
}

TEST(Cash, PutsEachPartWhereTheAssessmentPutsIt) {
  const RulePack rules = pack();
  const Assessment assessment = grant();
  const CashFlow cash = cash_flow({}, {}, rules, &assessment);
  EXPECT_EQ(left(cash, before_the_move, &CashMonth::low), Kronor{100});
  EXPECT_EQ(left(cash, first_month, &CashMonth::low), Kronor{260});
  EXPECT_EQ(left(cash, 15, &CashMonth::high), Kronor{500});
  EXPECT_EQ(left(cash, 15, &CashMonth::low), Kronor{260});
  EXPECT_EQ(left(cash, 24, &CashMonth::low), Kronor{500});
}

TEST(Cash, LastsUntilTheMonthBeforeItIsGone) {
  const RulePack rules = pack();
  Budget budget{.savings = 1000 * 100};
  const std::vector<CashLine> lines{{"rent", Phase::monthly, Flow::cost, {300}}};
  const CashFlow cash = cash_flow(lines, budget, rules, nullptr);
  EXPECT_EQ(cash.lasts_low, 3);
  budget.prices_percent = 100;
  EXPECT_EQ(cash_flow(lines, budget, rules, nullptr).lasts_low, 1);
}

TEST(Cash, LastsAllTheTimeWhenNothingIsMissing) {
  const RulePack rules = pack();
  EXPECT_FALSE(cash_flow({}, {}, rules, nullptr).lasts_low);
}

TEST(Cash, LeavesOutALastPartThatIsRefusedAndMovesOneThatIsLate) {
  const RulePack rules = pack();
  const Assessment assessment = grant();
  Budget budget{.last_part = LastPart::refused};
  EXPECT_EQ(cash_flow({}, budget, rules, &assessment).months.back().high, Kronor{260});
  budget = {.last_part = LastPart::late, .months_late = 10};
  const CashFlow late = cash_flow({}, budget, rules, &assessment);
  EXPECT_EQ(left(late, 24, &CashMonth::high), Kronor{260});
  EXPECT_EQ(left(late, 25, &CashMonth::high), Kronor{500});
  EXPECT_EQ(late.months.back().low, Kronor{500});
}

TEST(Cash, OwesWhatHasBeenPaidByThen) {
  const RulePack rules = pack();
  const Assessment assessment = grant();
  const CashFlow cash = cash_flow({}, {}, rules, &assessment);
  ASSERT_EQ(cash.exposure.size(), 3u);
  EXPECT_EQ(cash.exposure[0], (Exposure{before_the_move, {100}, {100}}));
  EXPECT_EQ(cash.exposure[2], (Exposure{15, {500}, {500}}));
}

TEST(Cash, GivesNoIncomeWhenAskedTo) {
  const RulePack rules = pack();
  const std::vector<CashLine> lines{{"salary", Phase::monthly, Flow::income, {300}},
                                    {"car", Phase::move, Flow::income, {50}}};
  Budget budget{.no_income = true};
  EXPECT_EQ(cash_flow(lines, budget, rules, nullptr).months.back().low, Kronor{50});
}

TEST(InKronor, RoundsCostsUpAndIncomeDown) {
  EXPECT_EQ(in_kronor(10'050, std::nullopt, Flow::cost), Kronor{101});
  EXPECT_EQ(in_kronor(10'050, std::nullopt, Flow::income), Kronor{100});
  EXPECT_EQ(in_kronor(10'000, 10'450'000, Flow::cost), Kronor{1045});
  EXPECT_EQ(in_kronor(1, 115, Flow::cost), Kronor{1});
}

TEST(InKronor, HoldsLargeAmountsAtLargeRates) {
  EXPECT_EQ(in_kronor(amount_max, 1'000'000'000'000, Flow::income), (Kronor{1'000'000'000'000'000}));
}

}  // namespace
}  // namespace vagval
