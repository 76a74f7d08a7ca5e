#include "path/task.h"

namespace vagval {

namespace {

constexpr std::string_view own_task_begins = "own.";

}  // namespace

std::string name_of_own_task(std::string_view id) { return std::string(own_task_begins) + std::string(id); }

std::optional<std::string> own_task_of(std::string_view task) {
  if (!task.starts_with(own_task_begins)) return std::nullopt;
  return std::string(task.substr(own_task_begins.size()));
}

}  // namespace vagval
