#include "budget/cash.h"

#include <algorithm>

#include "foundation/order.h"

namespace vagval {

namespace {

constexpr std::int64_t million = 1'000'000;

Kronor raised(Kronor amount, int percent) {
  const std::int64_t hundredfold = amount.value * (100 + percent);
  return {hundredfold / 100 + (hundredfold % 100 > 0 ? 1 : 0)};
}

void add_lines(const std::vector<CashLine>& lines, const Budget& budget, int last_month, CashFlow& out) {
  for (const CashLine& line : lines) {
    const bool cost = line.flow == Flow::cost;
    if (!cost && budget.no_income == true && line.phase == Phase::monthly) continue;
    const auto add = [&](int month, Kronor amount) {
      const Kronor signed_amount{cost ? -amount.value : amount.value};
      if (amount.value != 0) out.entries.push_back({month, line.id, signed_amount, signed_amount});
    };
    switch (line.phase) {
      case Phase::before:
        add(before_the_move, line.amount);
        break;
      case Phase::move:
        add(the_move, line.amount);
        break;
      case Phase::first_month:
        add(first_month, line.amount);
        break;
      case Phase::monthly: {
        const Kronor each = cost ? raised(line.amount, budget.prices_percent.value_or(0)) : line.amount;
        for (int month = first_month; month <= last_month; ++month) add(month, each);
        break;
      }
    }
  }
}

struct Part {
  std::string id;
  KronorInterval amount;
  int earliest = 0, latest = 0;
};

std::vector<Part> parts_of(const RulePack& pack, const Assessment& assessment, const Budget& budget, bool& waits) {
  std::vector<Part> out;
  for (const InstalmentResult& part : assessment.instalments) {
    const InstalmentRule& rule = pack.instalments[part.instalment];
    Part one{.id = "instalment." + rule.id, .amount = part.amount};
    switch (rule.due) {
      case Due::with_decision:
        one.earliest = one.latest = before_the_move;
        break;
      case Due::on_departure:
        one.earliest = one.latest = the_move;
        break;
      case Due::after_arrival:
        one.earliest = one.latest = first_month;
        break;
      case Due::permit_ended: {
        one.earliest = part.due.months_after_departure_min.value_or(first_month);
        one.latest = std::max(one.earliest, part.due.months_after_departure_max.value_or(one.earliest));
        waits = part.due.waits_for_revocation;
        const LastPart wish = budget.last_part.value_or(LastPart::on_time);
        if (wish == LastPart::refused) continue;
        const int late = wish == LastPart::late ? budget.months_late.value_or(default_months_late) : 0;
        one.earliest += late;
        one.latest += late;
        break;
      }
    }
    out.push_back(std::move(one));
  }
  return out;
}

std::optional<int> lasts(const std::vector<CashMonth>& months, Kronor CashMonth::*end) {
  for (const CashMonth& month : months)
    if ((month.*end).value < 0) return month.month - 1;
  return std::nullopt;
}

}  // namespace

Kronor in_kronor(std::int64_t hundredths, std::optional<std::int64_t> rate, Flow flow) {
  std::int64_t ore = hundredths;
  bool rest = false;
  if (rate) {
    // Calculated in two steps, so that large amounts at large rates stay within 64 bits.
    const std::int64_t small = hundredths % million * *rate;
    ore = hundredths / million * *rate + small / million;
    rest = small % million != 0;
  }
  rest = rest || ore % 100 != 0;
  return {ore / 100 + (rest && flow == Flow::cost ? 1 : 0)};
}

CashFlow cash_flow(const std::vector<CashLine>& lines, const Budget& budget, const RulePack& pack,
                   const Assessment* assessment) {
  CashFlow out;
  std::vector<Part> parts;
  if (assessment) parts = parts_of(pack, *assessment, budget, out.waits_for_revocation);
  int last_month = months_shown;
  for (const Part& part : parts) last_month = std::max(last_month, part.latest + 3);
  if (const Kronor savings = in_kronor(budget.savings.value_or(0), std::nullopt, Flow::income); savings.value > 0)
    out.entries.push_back({before_the_move, "savings", savings, savings});
  add_lines(lines, budget, last_month, out);
  Kronor owed_low, owed_high;
  for (const Part& part : parts) {
    if (part.amount.max == Kronor{}) continue;
    if (part.earliest == part.latest) {
      out.entries.push_back({part.earliest, part.id, part.amount.min, part.amount.max, true});
    } else {
      out.entries.push_back({part.earliest, part.id, {}, part.amount.max, true});
      out.entries.push_back({part.latest, part.id, part.amount.min, {}, true});
    }
    owed_low = owed_low + part.amount.min;
    owed_high = owed_high + part.amount.max;
    if (!assessment->repayment.empty()) out.exposure.push_back({part.earliest, owed_low, owed_high});
  }
  sort_stably(out.entries, [](const CashEntry& a, const CashEntry& b) { return a.month < b.month; });
  Kronor low, high;
  std::size_t next = 0;
  for (int month = before_the_move; month <= last_month; ++month) {
    for (; next < out.entries.size() && out.entries[next].month == month; ++next) {
      low = low + out.entries[next].low;
      high = high + out.entries[next].high;
    }
    out.months.push_back({month, low, high});
  }
  out.lasts_low = lasts(out.months, &CashMonth::low);
  out.lasts_high = lasts(out.months, &CashMonth::high);
  return out;
}

}  // namespace vagval
