#include "rules/pack_check.h"

#include <algorithm>
#include <map>

namespace vagval {

namespace {

std::string span_of(const Period& p) { return to_iso(p.from) + "–" + (p.to ? to_iso(*p.to) : std::string("")); }

bool overlap(const Period& a, const Period& b) { return (!a.to || b.from <= *a.to) && (!b.to || a.from <= *b.to); }

// Entries with one name must not hold on the same day.
template <class Entry>
void refuse_overlaps(const std::vector<Entry>& entries, const std::string& where, ProblemList& problems) {
  for (std::size_t i = 0; i < entries.size(); ++i)
    for (std::size_t k = i + 1; k < entries.size(); ++k)
      if (entries[i].id == entries[k].id && overlap(entries[i].period, entries[k].period))
        problems.add(where + pointer_step(std::to_string(k)),
                     "\"" + entries[k].id + "\" stands twice for the same days: " + span_of(entries[i].period) +
                         " and " + span_of(entries[k].period));
}

// An earlier value without an end lasts until the day before the next; one with an end must meet it exactly.
void check_values(const Parameter& parameter, ProblemList& problems) {
  const std::string where = "/parameters" + pointer_step(parameter.id) + "/values";
  for (std::size_t i = 1; i < parameter.values.size(); ++i) {
    const Period& before = parameter.values[i - 1].period;
    const Period& now = parameter.values[i].period;
    const std::string at = where + pointer_step(std::to_string(i));
    if (now.from <= before.from)
      problems.add(at, "the values must stand in order of time");
    else if (before.to && now.from <= *before.to)
      problems.add(at, "this period overlaps the one before it");
    else if (before.to && now.from > add_days(*before.to, 1))
      problems.add(at, "there is a gap before this period; say \"value\": null where there is no rule");
  }
}

class CycleSearch {
 public:
  CycleSearch(const RulePack& pack, ProblemList& problems) : pack_(pack), problems_(problems) {}

  void definition(std::size_t index) {
    enter("/definitions" + pointer_step(pack_.definitions[index].id), [&] { expr(pack_.definitions[index].expr); });
  }
  void condition(std::size_t index) {
    enter("/conditions" + pointer_step(std::to_string(index)), [&] {
      expr(pack_.conditions[index].applies);
      expr(pack_.conditions[index].expr);
    });
  }

 private:
  enum class Mark : std::uint8_t { open, done };

  template <class Body>
  void enter(const std::string& name, Body&& body) {
    const auto [at, fresh] = marks_.try_emplace(name, Mark::open);
    if (!fresh) {
      if (at->second == Mark::open) problems_.add(name, "this leads back to itself (a cycle)");
      return;
    }
    body();
    marks_[name] = Mark::done;
  }
  void expr(std::uint32_t index) {
    if (index == no_expr) return;
    const Expr& e = pack_.exprs[index];
    if (e.op == Op::definition) return definition(static_cast<std::size_t>(e.constant));
    for (std::uint32_t i = 0; i < e.count; ++i) {
      if (has_operands(e.op))
        expr(pack_.children[e.first + i]);
      else if (e.op == Op::conditions)
        condition(pack_.children[e.first + i]);
    }
  }

  const RulePack& pack_;
  ProblemList& problems_;
  std::map<std::string, Mark> marks_;
};

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

}  // namespace

void check_periods(const RulePack& pack, ProblemList& problems) {
  for (std::size_t i = 0; i < pack.versions.size(); ++i)
    for (std::size_t k = i + 1; k < pack.versions.size(); ++k)
      if (overlap(pack.versions[i].period, pack.versions[k].period))
        problems.add("/versions" + pointer_step(std::to_string(k)), "two versions hold on the same days");
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
      problems.add("/instalments", "the last part of " + version.id + " must be 100 percent of what is left");
  }
  // Two amounts exclude each other when one is for those the other is not for; nothing else is accepted.
  for (std::size_t i = 0; i < pack.amounts.size(); ++i)
    for (std::size_t k = i + 1; k < pack.amounts.size(); ++k) {
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
      if (!negates(a.when, b.when) && !negates(b.when, a.when))
        problems.add("/amounts" + pointer_step(std::to_string(k)),
                     "\"" + a.id + "\" and \"" + b.id + "\" could both apply to one person on one day");
    }
}

void build_slices(RulePack& pack) {
  pack.rule_exprs = pack.exprs.size();
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

const Slice& slice_on(const RulePack& pack, Date day) {
  std::size_t i = 0;
  while (i + 1 < pack.slices.size() && pack.slices[i + 1].period.from <= day) ++i;
  return pack.slices[i];
}

}  // namespace vagval
