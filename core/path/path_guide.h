// The path as data: ten sections from thinking it over to the first fifteen months, each with its tasks and hazards.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"

namespace vagval {

/// Whether a task can be taken back.
enum class Reversibility : std::uint8_t { freely, at_a_cost, not_at_all };

struct PathTask {
  std::string id;
  std::string text;  ///< catalogue key; `text`.do says what there is to do
  std::string who;   ///< catalogue key of who acts
  Reversibility reversibility{};
  std::vector<std::string> sources;  ///< citations into the rule pack, "L7#27 §"
};

/// An order of steps that can close a door.
struct PathHazard {
  std::string id, text;
  std::vector<std::string> sources;
};

struct PathSection {
  std::string id;
  int stage = 0;     ///< 1…8 of the Stockholm model (etapp); 0 before and after them
  std::string text;  ///< catalogue keys: text, text.about
  std::vector<PathTask> tasks;
  std::vector<PathHazard> hazards;
};

struct PathGuide {
  std::vector<PathSection> sections;
};

struct PathRead {
  std::optional<PathGuide> guide;
  std::vector<Problem> problems;
};

/// Reads strictly, as a rule pack is read.
/// \param knows_source  whether the rule pack has the source that a citation names.
PathRead read_path(std::string_view bytes, std::string_view file, const std::function<bool(std::string_view)>& has_text,
                   const std::function<bool(std::string_view)>& knows_source);

}  // namespace vagval
