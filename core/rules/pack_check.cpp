#include "rules/pack_check.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <string_view>

#include "facts/check.h"

namespace vagval {

namespace {

std::string span_of(const InForce& p) { return to_iso(p.from) + "–" + (p.to ? to_iso(*p.to) : std::string("")); }

bool overlap(const InForce& a, const InForce& b) { return (!a.to || b.from <= *a.to) && (!b.to || a.from <= *b.to); }

bool ends_before(const InForce& a, const InForce& b) { return a.to && (!b.to || *a.to < *b.to); }

/// Calls `clash(i, k)` for entries i and k of one name where k begins on a day on which i still holds, in the order of
/// time. Each entry is compared with the longest-lasting one so far, which finds every clashing entry.
template <class Entry, class Clash>
void each_overlap(const std::vector<Entry>& entries, std::vector<std::size_t> of_one_name, Clash&& clash) {
  std::stable_sort(of_one_name.begin(), of_one_name.end(),
                   [&](std::size_t a, std::size_t b) { return entries[a].period.from < entries[b].period.from; });
  for (std::size_t n = 1, longest = 0; n < of_one_name.size(); ++n) {
    const InForce &before = entries[of_one_name[longest]].period, &now = entries[of_one_name[n]].period;
    if (overlap(before, now))
      clash(std::min(of_one_name[longest], of_one_name[n]), std::max(of_one_name[longest], of_one_name[n]));
    if (ends_before(before, now)) longest = n;
  }
}

// Entries of one name must not overlap.
template <class Entry>
void refuse_overlaps(const std::vector<Entry>& entries, const std::string& where, ProblemList& problems) {
  std::map<std::string_view, std::vector<std::size_t>> by_name;
  for (std::size_t i = 0; i < entries.size(); ++i) by_name[entries[i].id].push_back(i);
  for (const auto& [name, indices] : by_name)
    each_overlap(entries, indices, [&](std::size_t i, std::size_t k) {
      problems.add(where + pointer_step(std::to_string(k)),
                   "\"" + entries[k].id + "\" stands twice for the same days: " + span_of(entries[i].period) + " and " +
                       span_of(entries[k].period));
    });
}

// An earlier value without an end lasts until the day before the next; one with an end must meet it exactly.
void check_values(const Parameter& parameter, ProblemList& problems) {
  const std::string where = "/parameters" + pointer_step(parameter.id) + "/values";
  for (std::size_t i = 1; i < parameter.values.size(); ++i) {
    const InForce& before = parameter.values[i - 1].period;
    const InForce& now = parameter.values[i].period;
    const std::string at = where + pointer_step(std::to_string(i));
    if (now.from <= before.from)
      problems.add(at, "the values must stand in order of time");
    else if (before.to && now.from <= *before.to)
      problems.add(at, "this period overlaps the one before it");
    else if (before.to && now.from > add_days(*before.to, 1))
      problems.add(at, "there is a gap before this period; say \"value\": null where there is no rule");
  }
}

// Finds names that lead back to themselves, and chains of names that are too long for the stack.
class CycleSearch {
 public:
  CycleSearch(const RulePack& pack, ProblemList& problems) : pack_(pack), problems_(problems) {}

  void definition(std::size_t index) { height_of_definition(index); }
  void condition(std::size_t index) { height_of_condition(index); }

 private:
  static constexpr int open = -1, height_max = 24;

  int height_of_definition(std::size_t index) {
    return enter("/definitions" + pointer_step(pack_.definitions[index].id),
                 [&] { return expr(pack_.definitions[index].expr); });
  }
  int height_of_condition(std::size_t index) {
    return enter("/conditions" + pointer_step(std::to_string(index)),
                 [&] { return std::max(expr(pack_.conditions[index].applies), expr(pack_.conditions[index].expr)); });
  }
  // Returns the length of the longest chain of names.
  template <class Body>
  int enter(const std::string& name, Body&& body) {
    const auto [at, fresh] = heights_.try_emplace(name, open);
    if (!fresh) {
      if (at->second == open) problems_.add(name, "this leads back to itself (a cycle)");
      return at->second;
    }
    int height = height_max;
    if (++depth_ <= height_max) height = 1 + body();
    --depth_;
    if (height >= height_max)
      problems_.add(name, "this leads through more than " + std::to_string(height_max) + " others");
    heights_[name] = std::min(height, height_max);
    return heights_[name];
  }
  int expr(std::uint32_t index) {
    if (index == no_expr) return 0;
    const Expr& e = pack_.exprs[index];
    if (e.op == Op::definition) return height_of_definition(static_cast<std::size_t>(e.constant));
    int out = 0;
    for (const std::uint32_t operand : operands(pack_, e)) out = std::max(out, expr(operand));
    for (std::uint32_t i = 0; e.op == Op::conditions && i < e.count; ++i)
      out = std::max(out, height_of_condition(pack_.children[e.first + i]));
    return out;
  }

  const RulePack& pack_;
  ProblemList& problems_;
  std::map<std::string, int> heights_;
  int depth_ = 0;
};

/// How many steps the rules take for the largest household. A definition that names another twice, which names a third
/// twice, doubles the steps each time, though it is short in the file.
class Unfolded {
 public:
  Unfolded(const RulePack& pack, ProblemList& problems)
      : pack_(pack), problems_(problems), known_(pack.definitions.size()) {}

  void check() {
    std::uint64_t all = 0;
    for (const Condition& condition : pack_.conditions)
      for (const std::uint32_t part : {condition.applies, condition.expr})
        all = sum(all, times(steps(part), persons_max));
    for (const AmountRule& amount : pack_.amounts) all = sum(all, times(steps(amount.when), persons_max));
    for (const Conflict& conflict : pack_.conflicts) all = sum(all, steps(conflict.when));
    if (all >= steps_max) problems_.add("", "these rules take more steps to work out than can be done in a moment");
  }

 private:
  static constexpr std::uint64_t steps_max = 20'000'000;
  static std::uint64_t sum(std::uint64_t a, std::uint64_t b) { return std::min(steps_max, a + b); }
  static std::uint64_t times(std::uint64_t a, std::uint64_t b) { return std::min(steps_max, a * b); }

  std::uint64_t steps(std::uint32_t index) {
    if (index == no_expr) return 0;
    const Expr& e = pack_.exprs[index];
    if (e.op == Op::definition) {
      std::optional<std::uint64_t>& known = known_[static_cast<std::size_t>(e.constant)];
      if (!known) known = steps(pack_.definitions[static_cast<std::size_t>(e.constant)].expr);
      return sum(1, *known);
    }
    std::uint64_t out = 1;
    if (e.op == Op::conditions) return sum(out, e.count);
    for (const std::uint32_t operand : operands(pack_, e)) out = sum(out, steps(operand));
    const bool of_each = e.op == Op::some_person || e.op == Op::every_person || e.op == Op::partner;
    return of_each ? times(out, persons_max) : out;
  }

  const RulePack& pack_;
  ProblemList& problems_;
  std::vector<std::optional<std::uint64_t>> known_;  // for each definition, once counted
};

constexpr std::size_t days_max = 1000;

template <class Entry>
std::vector<std::uint16_t> in_force(const std::vector<Entry>& entries, Date day) {
  std::vector<std::uint16_t> out;
  for (std::size_t i = 0; i < entries.size(); ++i)
    if (entries[i].period.contains(day)) out.push_back(static_cast<std::uint16_t>(i));
  return out;
}

template <class Entry>
void add_boundaries(const std::vector<Entry>& entries, std::vector<Date>& out) {
  for (const Entry& entry : entries) {
    out.push_back(entry.period.from);
    if (entry.period.to) out.push_back(add_days(*entry.period.to, 1));
  }
}

// The days on which an entry begins or has ended, in order.
std::vector<Date> cuts_of(const RulePack& pack) {
  std::vector<Date> cuts{*make_date(first_year, 1, 1)};
  add_boundaries(pack.versions, cuts);
  add_boundaries(pack.conditions, cuts);
  add_boundaries(pack.amounts, cuts);
  add_boundaries(pack.caps, cuts);
  add_boundaries(pack.instalments, cuts);
  add_boundaries(pack.repayments, cuts);
  add_boundaries(pack.conflicts, cuts);
  for (const Parameter& parameter : pack.parameters) add_boundaries(parameter.values, cuts);
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  return cuts;
}

}  // namespace

void check_periods(const RulePack& pack, ProblemList& problems) {
  std::vector<std::size_t> versions(pack.versions.size());
  std::iota(versions.begin(), versions.end(), std::size_t{0});
  each_overlap(pack.versions, std::move(versions), [&](std::size_t, std::size_t k) {
    problems.add("/versions" + pointer_step(std::to_string(k)), "two versions hold on the same days");
  });
  for (const Parameter& parameter : pack.parameters) check_values(parameter, problems);
  refuse_overlaps(pack.conditions, "/conditions", problems);
  refuse_overlaps(pack.caps, "/caps", problems);
  refuse_overlaps(pack.instalments, "/instalments", problems);
  refuse_overlaps(pack.repayments, "/repayments", problems);
  refuse_overlaps(pack.statements, "/statements", problems);
  refuse_overlaps(pack.conflicts, "/conflicts", problems);
}

void check_cycles(const RulePack& pack, ProblemList& problems) {
  CycleSearch search(pack, problems);
  for (std::size_t i = 0; i < pack.definitions.size(); ++i) search.definition(i);
  for (std::size_t i = 0; i < pack.conditions.size(); ++i) search.condition(i);
}

void check_sums(const RulePack& pack, ProblemList& problems) {
  for (const RuleVersion& version : pack.versions) {
    const auto parts = in_force(pack.instalments, version.period.from);
    if (parts.empty() || pack.instalments[parts.back()].percent_of_rest != 100)
      problems.add("/instalments", "the last part of " + version.id + " must be 100 percent of the rest");
  }
  // Two amounts exclude each other when one negates the condition of the other; the check accepts no other form. An
  // amount that clashes is reported once.
  for (std::size_t k = 0; k < pack.amounts.size(); ++k)
    for (std::size_t i = 0; i < k; ++i) {
      const AmountRule &a = pack.amounts[i], &b = pack.amounts[k];
      if (!overlap(a.period, b.period) || a.when == no_expr || b.when == no_expr) continue;
      const auto same = [&](std::uint32_t x, std::uint32_t y) {
        const Expr &ex = pack.exprs[x], &ey = pack.exprs[y];
        return ex.op == ey.op && ex.fact == ey.fact && ex.constant == ey.constant &&
               ex.uses_parameter == ey.uses_parameter && ex.unclear_months == ey.unclear_months &&
               ex.unclear_until_decision == ey.unclear_until_decision && ex.op == Op::age_at_least;
      };
      const auto negates = [&](std::uint32_t x, std::uint32_t y) {
        return pack.exprs[x].op == Op::not_of && same(pack.children[pack.exprs[x].first], y);
      };
      if (negates(a.when, b.when) || negates(b.when, a.when)) continue;
      problems.add("/amounts" + pointer_step(std::to_string(k)),
                   "\"" + a.id + "\" and \"" + b.id + "\" could both apply to one person on one day");
      break;
    }
}

void check_unfolded(const RulePack& pack, ProblemList& problems) { Unfolded(pack, problems).check(); }

void check_days(const RulePack& pack, ProblemList& problems) {
  if (const std::size_t days = cuts_of(pack).size(); days > days_max)
    problems.add("", "the rules change on " + std::to_string(days) + " days, and at most " + std::to_string(days_max) +
                         " can be kept apart");
}

void build_slices(RulePack& pack) {
  pack.rule_exprs = pack.exprs.size();
  const std::vector<Date> cuts = cuts_of(pack);
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    const Date day = cuts[i];
    Slice slice{.period = {day, i + 1 < cuts.size() ? std::optional(add_days(cuts[i + 1], -1)) : std::nullopt}};
    const auto versions = in_force(pack.versions, day);
    if (!versions.empty()) slice.version = versions.front();
    slice.conditions = in_force(pack.conditions, day);
    slice.amounts = in_force(pack.amounts, day);
    slice.caps = in_force(pack.caps, day);
    slice.instalments = in_force(pack.instalments, day);
    slice.repayments = in_force(pack.repayments, day);
    slice.conflicts = in_force(pack.conflicts, day);
    for (const Parameter& parameter : pack.parameters) {
      const ParameterValue* value = value_on(parameter, day);
      slice.parameter_values.push_back(value);
      slice.parameters.push_back(value ? value->number : std::nullopt);
    }
    pack.slices.push_back(std::move(slice));
  }
}

const ParameterValue* adult_age_on(const RulePack& pack, Date day) {
  const ParameterValue* value =
      pack.adult_age < pack.parameters.size() ? value_on(pack.parameters[pack.adult_age], day) : nullptr;
  return value && value->number ? value : nullptr;
}

std::optional<int> adult_years_on(const RulePack& pack, Date day) {
  const ParameterValue* value = adult_age_on(pack, day);
  return value ? std::optional<int>(*value->number) : std::nullopt;
}

const Slice& slice_on(const RulePack& pack, Date day) {
  std::size_t i = 0;
  while (i + 1 < pack.slices.size() && pack.slices[i + 1].period.from <= day) ++i;
  return pack.slices[i];
}

std::vector<Stretch> stretches_of(const RulePack& pack, const Period& period) {
  std::vector<Stretch> out;
  for (std::size_t i = 0; i < pack.slices.size(); ++i) {
    std::optional<Period> days = period;
    if (i > 0) days = both(*days, Period::since(pack.slices[i].period.from));
    if (days && i + 1 < pack.slices.size())
      days = both(*days, Period::until(add_days(pack.slices[i + 1].period.from, -1)));
    if (days) out.push_back({&pack.slices[i], *days});
  }
  return out;
}

}  // namespace vagval
