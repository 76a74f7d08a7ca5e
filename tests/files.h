// Reading the tests' own files, natively and as WebAssembly under Node.
#pragma once

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "foundation/json.h"
#include "must.h"

namespace vagval::tests {

inline std::string path_of(const std::string& name) { return std::string(VAGVAL_SOURCE_DIR) + "/" + name; }

/// The file's bytes; ends the test program if there is no such file.
inline std::string read(const std::string& name) {
  std::FILE* const file = std::fopen(path_of(name).c_str(), "rb");
  if (!file) {
    std::fprintf(stderr, "no file %s\n", name.c_str());
    std::abort();
  }
  std::string out;
  char buffer[65536];
  for (std::size_t got = 0; (got = std::fread(buffer, 1, sizeof buffer, file)) > 0;) out.append(buffer, got);
  std::fclose(file);
  return out;
}

inline void write(const std::string& name, const std::string& bytes) {
  std::FILE* const file = std::fopen(path_of(name).c_str(), "wb");
  if (!file) std::abort();
  std::fwrite(bytes.data(), 1, bytes.size(), file);
  std::fclose(file);
}

inline Json read_tree(const std::string& name) {
  Result<Json> json = read_json(read(name));
  if (!json) {
    std::fprintf(stderr, "%s: %s %s\n", name.c_str(), std::string(error_name(json.error().id)).c_str(),
                 json.error().where.c_str());
    std::abort();
  }
  return *json;
}

/// Names of the files in a folder with that ending, sorted; ends the test where there is none.
inline std::vector<std::string> names_in(const std::string& folder, const std::string& ending) {
  std::vector<std::string> out;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(path_of(folder), error))
    if (entry.path().string().ends_with(ending)) out.push_back(entry.path().filename().string());
  must(!out.empty(), "no file in " + folder + " ends with " + ending);
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace vagval::tests
