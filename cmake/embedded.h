/// The files of assets/ in the program. Paths are relative to assets/, e.g. "text/sv.json".
/// Schemas are not embedded. JSON is embedded without its line breaks and indentation.
#pragma once

#include <span>
#include <string_view>

namespace vagval::assets {

struct File {
  std::string_view path;
  std::string_view bytes;
};

/// Every embedded file, sorted by path.
std::span<const File> files();

/// The bytes of one file; empty for an unknown name.
std::string_view file(std::string_view path);

}  // namespace vagval::assets
