#include "plan/plan.h"

#include <algorithm>

namespace vagval {

namespace {
template <class Entries, class Is>
auto find_where(const Entries& entries, Is&& is) -> const typename Entries::value_type* {
  const auto found = std::find_if(entries.begin(), entries.end(), is);
  return found == entries.end() ? nullptr : &*found;
}
}  // namespace

std::string free_person_id(const Household& household) {
  std::size_t number = household.persons.size();
  std::string id;
  do id = "p" + std::to_string(++number);
  while (find_person(household, id));
  return id;
}

const TaskEntry* find_entry(const Plan& plan, std::string_view task) {
  return find_where(plan.tasks, [&](const TaskEntry& e) { return e.task == task; });
}
const OwnTask* find_own_task(const Plan& plan, std::string_view id) {
  return find_where(plan.own_tasks, [&](const OwnTask& t) { return t.id == id; });
}
const Draft* find_draft(const Plan& plan, std::string_view field) {
  return find_where(plan.drafts, [&](const Draft& d) { return d.field == field; });
}
void forget_draft(Plan& plan, std::string_view field) {
  plan.drafts.erase(
      std::remove_if(plan.drafts.begin(), plan.drafts.end(), [&](const Draft& d) { return d.field == field; }),
      plan.drafts.end());
}
const DocumentEntry* find_document(const Plan& plan, std::string_view person, std::string_view document) {
  return find_where(plan.documents,
                    [&](const DocumentEntry& d) { return d.person == person && d.document == document; });
}
const WayEntry* find_way(const Plan& plan, Way way) {
  return find_where(plan.ways, [&](const WayEntry& w) { return w.way == way; });
}

}  // namespace vagval
