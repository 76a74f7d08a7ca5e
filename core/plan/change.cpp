#include "plan/change.h"

#include <algorithm>

#include "facts/fact.h"
#include "plan/entry_keys.h"
#include "plan/member.h"

namespace vagval {

namespace {

using Of = ValueRef::Of;

Error no_such(std::string_view name) { return {ErrorId::missing_id, "", std::string(name.substr(0, 60))}; }

// Returns the entry of the key, and creates it if it is missing.
template <class Entry>
Entry& entry_for(std::vector<Entry>& entries, Entry fresh) {
  const auto found = find_key(entries, key_of(fresh));
  if (found != entries.end()) return *found;
  entries.push_back(std::move(fresh));
  return entries.back();
}

// Removes an entry whose members are all empty.
template <class Entry>
void drop_empty(std::vector<Entry>& entries, const Entry& empty) {
  const auto found = find_key(entries, key_of(empty));
  if (found != entries.end() && *found == empty) entries.erase(found);
}

std::optional<Way> way_named(std::string_view name) {
  for (std::size_t w = 0; w < way_count; ++w)
    if (way_names[w] == name) return static_cast<Way>(w);
  return std::nullopt;
}

template <class Entry>
std::string read_member(const std::vector<Entry>& entries, std::string_view key, std::string_view member) {
  const auto found = find_key(entries, key);
  if (found == entries.end()) return {};
  Entry copy = *found;
  MemberAsText reader(member, nullptr);
  fields(copy, reader);
  return reader.take();
}

template <class Entry>
std::optional<Error> write_member(Entry& entry, std::string_view name, std::string_view member, std::string_view text) {
  const auto key = [&] {
    if constexpr (requires { key_of(entry); })
      return key_of(entry);
    else
      return std::string();
  };
  const std::string before = key();
  MemberAsText writer(member, &text);
  fields(entry, writer);
  // The key of an entry does not change.
  if (!writer.found || key() != before) return no_such(name);
  return writer.fault;
}

DocumentEntry document_of(std::string_view id) {
  DocumentRef ref = parse_document(id);
  return {.person = std::move(ref.person), .document = std::move(ref.document)};
}

// The key of the entry in its list.
std::string key_in_list(const ValueRef& ref) { return ref.of == Of::doc ? key_of(document_of(ref.id)) : ref.id; }

// Calls `use` with the entries that values of this kind are members of. \returns whether there are such.
template <class AnyPlan, class Use>
bool with_entries(AnyPlan& plan, Of of, Use&& use) {
  switch (of) {
    case Of::task:
      return use(plan.tasks), true;
    case Of::own:
      return use(plan.own_tasks), true;
    case Of::doc:
      return use(plan.documents), true;
    case Of::line:
      return use(plan.budget.lines), true;
    case Of::way:
      return use(plan.ways), true;
    case Of::matter:
      return use(plan.matters), true;
    case Of::question:
      return use(plan.questions), true;
    case Of::journal:
      return use(plan.journal), true;
    case Of::nothing:
    case Of::course:
    case Of::stage:
    case Of::budget:
      break;
  }
  return false;
}

void add_change(Plan& plan, JournalKind kind, std::string_view about, Date today) {
  plan.journal.push_back({.id = free_id(plan.journal, 'j'), .on = today, .kind = kind, .about = std::string(about)});
}

std::optional<Error> wait_for(Plan& plan, OwnTask& task, std::string_view other, bool wait) {
  const auto found = std::find(task.after.begin(), task.after.end(), other);
  if (!wait) {
    if (found != task.after.end()) task.after.erase(found);
    return std::nullopt;
  }
  if (found != task.after.end()) return std::nullopt;
  if (!is_entry_id(other) && !find_milestone(other)) return no_such(other);
  if (task.after.size() >= after_max) return Error{ErrorId::too_many_entries, "", std::to_string(after_max)};
  // Follows the waiting tasks from the other task; the path must not lead back here.
  const std::string here = name_of_own_task(task.id);
  std::vector<std::string> open{std::string(other)}, seen;
  while (!open.empty()) {
    const std::string id = std::move(open.back());
    open.pop_back();
    if (id == here) return Error{ErrorId::waits_for_itself, "", task.text};
    const std::optional<std::string> own = own_task_of(id);
    if (std::find(seen.begin(), seen.end(), id) != seen.end() || !own) continue;
    seen.push_back(id);
    if (const OwnTask* next = find_own_task(plan, *own))
      open.insert(open.end(), next->after.begin(), next->after.end());
  }
  task.after.emplace_back(other);
  return std::nullopt;
}

// Sets a member of an entry that need not be there: an entry whose last member is forgotten goes.
template <class Entry>
std::optional<Error> set_in(std::vector<Entry>& entries, const Entry& empty, const ValueRef& ref,
                            std::string_view text) {
  auto fault = write_member(entry_for(entries, empty), name_of(ref), ref.member, text);
  drop_empty(entries, empty);
  return fault;
}

// Sets a member of an entry that the person has added.
template <class Entry>
std::optional<Error> set_in_own(std::vector<Entry>& entries, const ValueRef& ref, std::string_view text) {
  const auto found = find_key(entries, ref.id);
  if (found == entries.end()) return no_such(name_of(ref));
  return write_member(*found, name_of(ref), ref.member, text);
}

std::optional<Error> set_task(Plan& plan, const ValueRef& ref, std::string_view text, Date today) {
  if (!is_entry_id(ref.id)) return no_such(name_of(ref));
  const TaskEntry empty{.task = ref.id};
  TaskEntry& entry = entry_for(plan.tasks, empty);
  auto fault = write_member(entry, name_of(ref), ref.member, text);
  if (!fault && ref.member == "state") entry.since = entry.state ? std::optional(today) : std::nullopt;
  drop_empty(plan.tasks, empty);
  return fault;
}

std::optional<Error> set_way(Plan& plan, const ValueRef& ref, std::string_view text) {
  const std::optional<Way> way = way_named(ref.id);
  if (!way) return no_such(name_of(ref));
  const WayEntry empty{.way = way};
  if (ref.member != "plan") return set_in(plan.ways, empty, ref, text);
  if (!find_person(plan.household, ref.other)) return no_such(name_of(ref));
  auto fault = set_in(entry_for(plan.ways, empty).persons, Going{.person = ref.other}, ref, text);
  drop_empty(plan.ways, empty);
  return fault;
}

std::optional<Error> set_document(Plan& plan, const ValueRef& ref, std::string_view text) {
  const DocumentEntry empty = document_of(ref.id);
  if (!is_entry_id(empty.document) || !(empty.person.empty() || is_entry_id(empty.person)))
    return no_such(name_of(ref));
  return set_in(plan.documents, empty, ref, text);
}

std::optional<Error> set_own_task(Plan& plan, const ValueRef& ref, std::string_view text) {
  if (ref.member != "after") return set_in_own(plan.own_tasks, ref, text);
  const auto found = find_key(plan.own_tasks, ref.id);
  if (found == plan.own_tasks.end()) return no_such(name_of(ref));
  return wait_for(plan, *found, ref.other, text == "yes");
}

// The course or the stage: the journal keeps when it changed.
std::optional<Error> set_course(Plan& plan, const ValueRef& ref, std::string_view text, Date today) {
  const std::string name = name_of(ref);
  if (plan_value(plan, name) == text) return std::nullopt;
  if (auto fault = write_member(plan, name, name, text)) return fault;
  const bool course = ref.of == Of::course;
  add_change(plan, course ? JournalKind::course : JournalKind::stage, text.empty() && course ? "active" : text, today);
  return std::nullopt;
}

std::optional<Error> set_in_copy(Plan& plan, const ValueRef& ref, std::string_view text, Date today) {
  switch (ref.of) {
    case Of::course:
    case Of::stage:
      return set_course(plan, ref, text, today);
    case Of::task:
      return set_task(plan, ref, text, today);
    case Of::own:
      return set_own_task(plan, ref, text);
    case Of::doc:
      return set_document(plan, ref, text);
    case Of::line:
      return is_entry_id(ref.id) ? set_in(plan.budget.lines, BudgetLine{.id = ref.id}, ref, text)
                                 : no_such(name_of(ref));
    case Of::budget:
      return write_member(plan.budget, name_of(ref), ref.member, text);
    case Of::way:
      return set_way(plan, ref, text);
    case Of::matter:
      return set_in_own(plan.matters, ref, text);
    case Of::question:
      return is_entry_id(ref.id) ? set_in(plan.questions, QuestionEntry{.id = ref.id}, ref, text)
                                 : no_such(name_of(ref));
    case Of::journal:
      return set_in_own(plan.journal, ref, text);
    case Of::nothing:
      break;
  }
  return no_such(name_of(ref));
}

ValueKind kind_of(const ValueRef& ref) {
  if (ref.of == Of::course || ref.of == Of::stage) return kind_in<Plan>(name_of(ref));
  if (ref.of == Of::budget) return kind_in<Budget>(ref.member);
  if ((ref.of == Of::way && ref.member == "plan") || (ref.of == Of::own && ref.member == "after"))
    return ValueKind::choice;
  ValueKind out = ValueKind::none;
  const Plan nothing;
  with_entries(nothing, ref.of, [&](const auto& entries) {
    out = kind_in<typename std::decay_t<decltype(entries)>::value_type>(ref.member);
  });
  return out;
}

std::string value_of(const Plan& plan, const ValueRef& ref) {
  if (ref.of == Of::course) return plan.course ? std::string(course_names[static_cast<std::size_t>(*plan.course)]) : "";
  if (ref.of == Of::stage) return plan.stage;
  if (ref.of == Of::own && ref.member == "after") {
    const OwnTask* task = find_own_task(plan, ref.id);
    const bool waits = task && std::find(task->after.begin(), task->after.end(), ref.other) != task->after.end();
    return waits ? "yes" : "";
  }
  if (ref.of == Of::way && ref.member == "plan") {
    const auto way = find_key(plan.ways, ref.id);
    return way == plan.ways.end() ? std::string() : read_member(way->persons, ref.other, "plan");
  }
  if (ref.of == Of::budget) {
    Budget budget = plan.budget;
    MemberAsText reader(ref.member, nullptr);
    fields(budget, reader);
    return reader.take();
  }
  std::string out;
  with_entries(plan, ref.of, [&](const auto& entries) { out = read_member(entries, key_in_list(ref), ref.member); });
  return out;
}

}  // namespace

ValueInfo value_info(std::string_view name) {
  ValueRef ref = parse_value(name);
  const ValueKind kind = kind_of(ref);
  if (kind == ValueKind::none) ref.of = Of::nothing;
  return {kind, kind == ValueKind::number ? decimals_of(ref.member) : 0, std::move(ref)};
}

std::string plan_value(const Plan& plan, std::string_view name) { return value_of(plan, parse_value(name)); }

std::optional<Error> set_plan_value(Plan& plan, std::string_view name, std::string_view text, Date today) {
  const ValueRef ref = parse_value(name);
  if (ref.of == Of::nothing) return no_such(name);
  Plan changed = plan;
  if (auto fault = set_in_copy(changed, ref, text, today)) return fault;
  forget_draft(changed, field_of_value(name));
  plan = std::move(changed);
  return std::nullopt;
}

}  // namespace vagval
