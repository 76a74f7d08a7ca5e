#include "plan/stage_counts.h"

#include <algorithm>
#include <numeric>

#include "foundation/order.h"
#include "plan/plan_json.h"
#include "plan/seal.h"

namespace vagval {

namespace {

constexpr std::size_t no_section = static_cast<std::size_t>(-1);

std::size_t section_number(const PathGuide& guide, std::string_view id) {
  const PathSection* const found = find_section(guide, id);
  return found ? static_cast<std::size_t>(found - guide.sections.data()) : no_section;
}

std::vector<const JournalEntry*> moves(const Plan& plan, Date today) {
  std::vector<const JournalEntry*> out;
  for (const JournalEntry& entry : plan.journal)
    if (entry.kind == JournalKind::stage && entry.on && *entry.on <= today) out.push_back(&entry);
  // Of several entries of one day, the last one in the file counts.
  sort_stably(out, [](const JournalEntry* a, const JournalEntry* b) { return *a->on < *b->on; });
  return out;
}

void change(std::vector<std::int64_t>& counts, std::size_t sections, std::size_t section, std::int64_t by) {
  counts.resize(sections);
  if (section != no_section) counts[section] += by;
}

/// The hidden counts of a row.
std::vector<bool> hidden_of(const std::vector<std::int64_t>& row) {
  std::vector<bool> hidden(row.size());
  const std::int64_t all = std::accumulate(row.begin(), row.end(), std::int64_t{0});
  if (all > 0 && all < least_told) return std::vector<bool>(row.size(), true);
  std::vector<std::size_t> by_size;
  for (std::size_t i = 0; i < row.size(); ++i)
    if (row[i] > 0) by_size.push_back(i);
  sort_stably(by_size, [&](std::size_t a, std::size_t b) { return row[a] < row[b]; });
  if (by_size.empty() || row[by_size.front()] >= least_told) return hidden;
  std::int64_t together = 0;
  std::size_t how_many = 0;
  for (const std::size_t i : by_size) {
    if (row[i] >= least_told && how_many > 1 && together >= least_told) break;
    hidden[i] = true;
    together += row[i];
    ++how_many;
  }
  return hidden;
}

StageMonth told(MonthNumber month, const std::vector<std::int64_t>& row) {
  StageMonth out{.month = month};
  const std::vector<bool> hidden = hidden_of(row);
  for (std::size_t i = 0; i < row.size(); ++i) {
    out.counts.push_back(hidden[i] ? std::nullopt : std::optional(row[i]));
    // The smallest counts are hidden, so the smallest count told is an upper bound for them.
    if (!hidden[i] && row[i] > 0) out.hidden_most = std::min(out.hidden_most.value_or(row[i]), row[i]);
  }
  return out;
}

}  // namespace

MonthNumber month_of(Date day) {
  const CivilDate date = civil(day);
  return 12 * date.year + date.month - 1;
}

std::string month_text(MonthNumber month) {
  const std::string number = std::to_string(month % 12 + 1);
  return std::to_string(month / 12) + (number.size() < 2 ? "-0" : "-") + number;
}

void add_plan(StageCounts& counts, const PathGuide& guide, const Plan& plan, Date today) {
  const std::size_t sections = guide.sections.size();
  ++counts.read;
  std::size_t before = no_section;
  for (const JournalEntry* entry : moves(plan, today)) {
    const std::size_t section = section_number(guide, entry->about);
    std::vector<std::int64_t>& month = counts.changes[month_of(*entry->on)];
    change(month, sections, before, -1);
    change(month, sections, section, 1);
    before = section;
  }
  change(counts.now, sections, before, -1);
  change(counts.now, sections, section_number(guide, plan.stage), 1);
}

std::optional<Error> add_plan_file(StageCounts& counts, const PathGuide& guide, std::string_view bytes, Date today) {
  if (is_sealed(bytes)) {
    ++counts.unread;
    ++counts.sealed;
    return Error{ErrorId::still_sealed, "", ""};
  }
  const Result<Plan> plan = open_plan(bytes);
  if (!plan) {
    ++counts.unread;
    return plan.error();
  }
  add_plan(counts, guide, *plan, today);
  return std::nullopt;
}

std::vector<StageMonth> stage_months(const StageCounts& counts, Date today) {
  std::vector<StageMonth> out;
  std::vector<std::int64_t> row(counts.now.size());
  const bool moved = !counts.changes.empty();
  const bool somewhere = std::any_of(counts.now.begin(), counts.now.end(), [](std::int64_t n) { return n != 0; });
  if (!moved && !somewhere) return out;
  const MonthNumber first = moved ? counts.changes.begin()->first : month_of(today);
  const MonthNumber last = moved ? counts.changes.rbegin()->first : first;
  for (MonthNumber month = first; month <= last; ++month) {
    if (const auto found = counts.changes.find(month); found != counts.changes.end())
      for (std::size_t i = 0; i < row.size(); ++i) row[i] += found->second[i];
    if (month == last)
      for (std::size_t i = 0; i < row.size(); ++i) row[i] += counts.now[i];
    out.push_back(told(month, row));
  }
  return out;
}

}  // namespace vagval
