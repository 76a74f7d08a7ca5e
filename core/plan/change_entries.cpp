// Adds entries to the lists of a plan, and removes them.
#include <algorithm>
#include <iterator>

#include "plan/change.h"
#include "plan/entry_keys.h"

namespace vagval {

namespace {

// What was typed into the fields of an entry goes with it.
void forget_drafts(Plan& plan, ValueRef::Of of, std::string_view id) {
  const auto is_of_entry = [&](const Draft& draft) {
    const FieldRef field = parse_field(draft.field);
    return field.about == FieldRef::About::value && field.value.of == of && field.value.id == id;
  };
  plan.drafts.erase(std::remove_if(plan.drafts.begin(), plan.drafts.end(), is_of_entry), plan.drafts.end());
}

}  // namespace

std::optional<std::string> add_entry(Plan& plan, EntryList list, std::string_view about, Date today) {
  const auto add = [&](auto& entries, auto entry) -> std::optional<std::string> {
    if (entries.size() >= entries_max) return std::nullopt;
    entries.push_back(entry);
    return entry.id;
  };
  switch (list) {
    case EntryList::own_task:
      return add(plan.own_tasks, OwnTask{.id = free_id(plan.own_tasks, 't'), .section = std::string(about)});
    case EntryList::line: {
      BudgetLine line{.id = free_id(plan.budget.lines, 'b')};
      const ValueRef begin = parse_value("line." + line.id + "." + std::string(about));
      for (std::size_t i = 0; i < std::size(phase_names); ++i)
        if (phase_names[i] == begin.member) line.phase = static_cast<Phase>(i);
      for (std::size_t i = 0; i < std::size(flow_names); ++i)
        if (flow_names[i] == begin.other) line.flow = static_cast<Flow>(i);
      return add(plan.budget.lines, line);
    }
    case EntryList::matter:
      return add(plan.matters, Matter{.id = free_id(plan.matters, 'm')});
    case EntryList::question:
      return add(plan.questions, QuestionEntry{.id = free_id(plan.questions, 'q'), .who = std::string(about)});
    case EntryList::journal:
      return add(plan.journal, JournalEntry{.id = free_id(plan.journal, 'j'), .on = today});
  }
  return std::nullopt;
}

void remove_entry(Plan& plan, EntryList list, std::string_view id) {
  const auto remove = [&](auto& entries, ValueRef::Of of) {
    const auto found = find_key(entries, id);
    if (found != entries.end()) entries.erase(found);
    forget_drafts(plan, of, id);
  };
  switch (list) {
    case EntryList::own_task: {
      remove(plan.own_tasks, ValueRef::Of::own);
      const std::string name = name_of_own_task(id);
      for (OwnTask& other : plan.own_tasks)
        other.after.erase(std::remove(other.after.begin(), other.after.end(), name), other.after.end());
      plan.tasks.erase(
          std::remove_if(plan.tasks.begin(), plan.tasks.end(), [&](const TaskEntry& e) { return e.task == name; }),
          plan.tasks.end());
      forget_drafts(plan, ValueRef::Of::task, name);
      return;
    }
    case EntryList::line:
      return remove(plan.budget.lines, ValueRef::Of::line);
    case EntryList::matter:
      return remove(plan.matters, ValueRef::Of::matter);
    case EntryList::question:
      return remove(plan.questions, ValueRef::Of::question);
    case EntryList::journal:
      return remove(plan.journal, ValueRef::Of::journal);
  }
}

}  // namespace vagval
