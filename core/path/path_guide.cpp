#include "path/path_guide.h"

#include <algorithm>

namespace vagval {

namespace {
template <class Entries>
auto find_by_id(const Entries& entries, std::string_view id) -> const typename Entries::value_type* {
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const auto& e) { return e.id == id; });
  return found == entries.end() ? nullptr : &*found;
}
}  // namespace

const PathTask* find_task(const PathGuide& guide, std::string_view id) { return find_by_id(guide.tasks, id); }
const PathSection* find_section(const PathGuide& guide, std::string_view id) { return find_by_id(guide.sections, id); }
const CostKind* find_cost(const PathGuide& guide, std::string_view id) { return find_by_id(guide.costs, id); }
const DocumentKind* find_document_kind(const PathGuide& guide, std::string_view id) {
  return find_by_id(guide.documents, id);
}

std::optional<Milestone> find_milestone(std::string_view name) {
  for (std::size_t i = 0; i < milestone_count; ++i)
    if (name.starts_with('@') && name.substr(1) == milestone_names[i]) return static_cast<Milestone>(i);
  return std::nullopt;
}

}  // namespace vagval
