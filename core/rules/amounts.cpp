#include "rules/amounts.h"

#include <algorithm>
#include <utility>

namespace vagval {

namespace {

using Pair = std::pair<std::size_t, std::size_t>;

struct Limits {
  const CapRule *couple = nullptr, *household = nullptr;
  std::optional<Kronor> couple_limit, household_limit;
  std::uint16_t couple_index = 0, household_index = 0;
};

Limits limits_of(const RulePack& pack, const Slice& slice) {
  Limits out;
  for (const std::uint16_t index : slice.caps) {
    const CapRule& cap = pack.caps[index];
    const std::optional<std::int32_t> value = slice.parameters[cap.parameter];
    if (!value) continue;
    (cap.group == CapGroup::couple ? out.couple : out.household) = &cap;
    (cap.group == CapGroup::couple ? out.couple_limit : out.household_limit) = Kronor{*value};
    (cap.group == CapGroup::couple ? out.couple_index : out.household_index) = index;
  }
  return out;
}

Kronor at_most(Kronor value, const std::optional<Kronor>& limit) { return limit ? std::min(value, *limit) : value; }

// Sum after the couple cap (if there is a couple), before the household cap.
Kronor after_couple_cap(const std::vector<Kronor>& each, const std::optional<Pair>& couple, const Limits& limits) {
  Kronor sum, pair;
  for (std::size_t i = 0; i < each.size(); ++i) {
    const bool in_pair = couple && (i == couple->first || i == couple->second);
    (in_pair ? pair : sum).value += each[i].value;
  }
  return sum + at_most(pair, limits.couple_limit);
}

struct Couples {
  std::optional<Pair> certain;
  std::vector<Pair> possible;  // used when no pair is certain
};

Couples couples_of(const Evaluator& evaluator, std::size_t persons) {
  Couples out;
  for (std::size_t a = 0; a < persons; ++a)
    for (std::size_t b = a + 1; b < persons; ++b) {
      const Verdict pair = evaluator.couple(a, b);
      if (pair.truth == Truth::yes)
        out.certain = Pair{a, b};
      else if (pair.truth == Truth::unknown)
        out.possible.emplace_back(a, b);
    }
  if (out.certain) out.possible.clear();
  return out;
}

std::vector<Kronor> least(const std::vector<Share>& shares) {
  std::vector<Kronor> out;
  for (const Share& s : shares)
    out.push_back(s.covered.truth == Truth::yes && s.in_household.truth == Truth::yes ? s.by_age.min : Kronor{});
  return out;
}
std::vector<Kronor> most(const std::vector<Share>& shares) {
  std::vector<Kronor> out;
  for (const Share& s : shares)
    out.push_back(s.covered.truth != Truth::no && s.in_household.truth != Truth::no ? s.by_age.max : Kronor{});
  return out;
}

// The least sum over all possible couples. At most one of the possible pairs is a couple.
Kronor least_after_couple_cap(const std::vector<Kronor>& each, const Couples& couples, const Limits& limits) {
  Kronor sum = after_couple_cap(each, couples.certain, limits);
  for (const Pair& pair : couples.possible) sum = std::min(sum, after_couple_cap(each, pair, limits));
  return sum;
}

Truth binds(KronorInterval before, Kronor limit) {
  return before.max <= limit ? Truth::no : before.min > limit ? Truth::yes : Truth::unknown;
}

CapResult result_of(std::uint16_t cap, Kronor limit, KronorInterval before) {
  return {cap, limit, binds(before, limit), before, {std::min(before.min, limit), std::min(before.max, limit)}};
}

}  // namespace

KronorInterval amount_by_age(const RulePack& pack, const Slice& slice, Evaluator& evaluator, std::int8_t person,
                             bool& age_missing) {
  std::optional<KronorInterval> out;
  for (const std::uint16_t index : slice.amounts) {
    const AmountRule& rule = pack.amounts[index];
    std::uint32_t node = no_node;
    const Verdict when = evaluator.expr(rule.when, person, node);
    age_missing |= when.missing;
    const std::optional<std::int32_t> value = slice.parameters[rule.parameter];
    if (when.truth == Truth::no || !value) continue;
    const KronorInterval amount{{*value}, {*value}};
    out = out ? hull(*out, amount) : amount;
  }
  return out.value_or(KronorInterval{});
}

Sum sum_of(const RulePack& pack, const Slice& slice, const Evaluator& evaluator, const std::vector<Share>& shares) {
  const Limits limits = limits_of(pack, slice);
  const Couples couples = couples_of(evaluator, shares.size());
  const std::vector<Kronor> low = least(shares), high = most(shares);
  Sum out;
  const KronorInterval before_household{least_after_couple_cap(low, couples, limits),
                                        after_couple_cap(high, couples.certain, limits)};
  if (limits.couple) {
    std::optional<KronorInterval> pair;
    if (couples.certain)
      pair = KronorInterval{low[couples.certain->first] + low[couples.certain->second],
                            high[couples.certain->first] + high[couples.certain->second]};
    for (const Pair& p : couples.possible)
      pair = hull(pair.value_or(KronorInterval{}), KronorInterval{{}, high[p.first] + high[p.second]});
    if (pair) out.caps.push_back(result_of(limits.couple_index, *limits.couple_limit, *pair));
    out.couple_unknown = !couples.certain && pair && pair->max > *limits.couple_limit;
  }
  if (limits.household) {
    out.caps.push_back(result_of(limits.household_index, *limits.household_limit, before_household));
    out.amount = out.caps.back().after;
  } else {
    out.amount = before_household;
  }
  return out;
}

std::vector<KronorInterval> parts_of(const RulePack& pack, const Slice& slice, const Evaluator& evaluator,
                                     const std::vector<Share>& shares) {
  const Limits limits = limits_of(pack, slice);
  const Couples couples = couples_of(evaluator, shares.size());
  const auto capped = [&](const std::vector<Kronor>& each, const std::optional<Pair>& couple) {
    return at_most(after_couple_cap(each, couple, limits), limits.household_limit);
  };
  std::vector<Kronor> each = most(shares);
  std::vector<KronorInterval> out;
  for (std::size_t person = 0; person < shares.size(); ++person) {
    const Share& own = shares[person];
    const KronorInterval alone{own.covered.truth == Truth::yes ? own.by_age.min : Kronor{},
                               own.covered.truth == Truth::no ? Kronor{} : own.by_age.max};
    if (own.in_household.truth == Truth::no) {
      out.push_back(alone);
      continue;
    }
    const Kronor own_most = each[person];
    const auto adds = [&](const std::optional<Pair>& couple) {
      each[person] = {};
      const Kronor others = capped(each, couple);
      each[person] = alone.min;
      return capped(each, couple) - others;
    };
    Kronor added = adds(couples.certain);
    for (const Pair& pair : couples.possible) added = std::min(added, adds(pair));
    each[person] = own_most;
    out.push_back({added, at_most(alone.max, limits.household_limit)});
  }
  return out;
}

}  // namespace vagval
