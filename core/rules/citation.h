// A citation as packs and paths write it: a source and, after "#", its section.
#pragma once

#include <string>
#include <string_view>

namespace vagval {

/// "L1" and "§ 9" of "L1#§ 9"; the section may be empty.
struct CitedPlace {
  std::string source, section;
};

inline CitedPlace parse_citation(std::string_view citation) {
  const std::size_t hash = citation.find('#');
  if (hash == std::string_view::npos) return {std::string(citation), {}};
  return {std::string(citation.substr(0, hash)), std::string(citation.substr(hash + 1))};
}

}  // namespace vagval
