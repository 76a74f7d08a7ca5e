// The person's entries about the tasks of the path: states, notes, dates, own tasks, documents.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "facts/household.h"
#include "foundation/date.h"

namespace vagval {

/// The state of a task. The person sets it; the program does not.
enum class TaskState : std::uint8_t { not_started, in_progress, done, waiting, cannot_yet, not_for_me, decided_not };
inline constexpr std::string_view task_state_names[] = {"not_started", "in_progress", "done",       "waiting",
                                                        "cannot_yet",  "not_for_me",  "decided_not"};

/// The person's entry about one task, the guide's ("documents.passport") or an own one ("own.t1").
struct TaskEntry {
  std::string task;
  std::optional<TaskState> state;
  std::optional<Date> since;  ///< the day the state was set
  std::optional<Date> on;     ///< the day the person wants to do it
  std::string note;
  UnknownMembers unknown;
  friend bool operator==(const TaskEntry&, const TaskEntry&) = default;
};

/// A task of the person's own. Its state, note and date are in a TaskEntry, as for all tasks.
struct OwnTask {
  std::string id;       ///< "t1"; the task is called "own.t1"
  std::string section;  ///< of the guide
  std::string text;
  std::optional<int> days;         ///< how long it takes, 0…3 650
  std::vector<std::string> after;  ///< tasks that come first
  UnknownMembers unknown;
  friend bool operator==(const OwnTask&, const OwnTask&) = default;
};

/// The state of a document. Expired is not a state: it follows from the day the document is valid to.
enum class DocumentState : std::uint8_t { have, need, not_needed };
inline constexpr std::string_view document_state_names[] = {"have", "need", "not_needed"};

struct DocumentEntry {
  std::string person;  ///< id, or empty for a document of the whole household
  std::string document;
  std::optional<DocumentState> state;
  std::optional<Date> expires_on;
  UnknownMembers unknown;
  friend bool operator==(const DocumentEntry&, const DocumentEntry&) = default;
};

/// The name of an own task among all tasks: "own.t1" of "t1".
std::string name_of_own_task(std::string_view id);
/// \returns the id of the own task, "t1" of "own.t1", or nothing for a task of the guide.
std::optional<std::string> own_task_of(std::string_view task);

/// Whether the state means that nothing is left to do.
constexpr bool is_settled(TaskState state) {
  return state == TaskState::done || state == TaskState::not_for_me || state == TaskState::decided_not;
}

}  // namespace vagval
