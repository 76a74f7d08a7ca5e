// Which room may include which: the table of the architecture, read from the sources.
#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>

#include "files.h"

namespace vagval {
namespace {

const std::map<std::string, std::set<std::string>> may_include = {
    {"foundation", {}},
    {"facts", {"foundation"}},
    {"rules", {"foundation", "facts"}},
    {"path", {"foundation", "facts", "rules", "budget"}},
    {"budget", {"foundation", "facts", "rules"}},
    {"plan", {"foundation", "facts", "rules", "path", "budget"}},
    {"text", {"foundation", "facts", "assets"}},
    {"app", {"foundation", "facts", "rules", "path", "budget", "plan", "text", "assets"}},
    {"report", {"foundation", "facts", "rules", "path", "plan", "text", "app", "assets"}},
    {"typeset", {"hb.h", "hb-ot.h", "SheenBidi"}},
    {"ui", {"foundation", "app", "text", "typeset", "assets", "imgui.h", "imgui_internal.h", "imstb_truetype.h"}},
};

struct SourceFile {
  std::string room, name, text;
};

std::vector<SourceFile> core_sources() {
  std::vector<SourceFile> out;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(tests::path_of("core"))) {
    const std::string path = entry.path().string().substr(tests::path_of("").size());
    if (!path.ends_with(".h") && !path.ends_with(".cpp")) continue;
    const std::string below = path.substr(5);
    out.push_back({below.substr(0, below.find('/')), path, tests::read(path)});
  }
  return out;
}

std::vector<std::string> includes_of(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with("#include ")) out.push_back(line.substr(10, line.find_first_of("\">", 10) - 10));
  return out;
}

TEST(Layers, IncludeOnlyTheRoomsBelow) {
  for (const SourceFile& file : core_sources()) {
    ASSERT_TRUE(may_include.contains(file.room)) << file.name;
    for (const std::string& included : includes_of(file.text)) {
      const std::string room = included.substr(0, included.find('/'));
      const bool ours = may_include.contains(room) || room == "assets" || room.starts_with("im") ||
                        room.starts_with("hb") || room == "SheenBidi";
      if (!ours || room == file.room) continue;
      EXPECT_TRUE(may_include.at(file.room).contains(room))
          << file.name << ": " << file.room << " may not include " << included;
    }
  }
}

TEST(Layers, KeepTheJsonLibraryInOneFile) {
  for (const SourceFile& file : core_sources())
    if (file.name != "core/foundation/json.cpp") {
      EXPECT_EQ(file.text.find("nlohmann"), std::string::npos) << file.name;
    }
}

TEST(Layers, KeepCryptographyInTwoFiles) {
  for (const SourceFile& file : core_sources())
    if (file.name != "core/plan/seal.cpp" && file.name != "core/plan/signature.cpp") {
      EXPECT_EQ(file.text.find("<sodium"), std::string::npos) << file.name;
    }
}

TEST(Layers, KeepTheMakerOfCodesInOneFile) {
  for (const SourceFile& file : core_sources())
    if (file.name != "core/app/qr_picture.cpp") {
      EXPECT_EQ(file.text.find("qrcodegen"), std::string::npos) << file.name;
    }
}

TEST(Layers, KeepPlatformsClocksAndFilesOutOfTheCore) {
  for (const SourceFile& file : core_sources())
    for (const char* word : {"__EMSCRIPTEN__", "emscripten", "GLFW", "GLES", "<GL/", "system_clock", "std::time(",
                             "getenv", "fopen", "<fstream>", " rand("})
      EXPECT_EQ(file.text.find(word), std::string::npos) << file.name << ": " << word;
}

TEST(Layers, KeepScreensApart) {
  for (const SourceFile& file : core_sources()) {
    if (!file.name.starts_with("core/app/screens/")) continue;
    for (const std::string& included : includes_of(file.text))
      EXPECT_TRUE(!included.starts_with("app/screens/") || included.ends_with("_parts.h"))
          << file.name << ": " << included;
  }
}

// Not a limit: a file that is read in more than one sitting is named.
TEST(Layers, NameFilesThatAreLong) {
  for (const SourceFile& file : core_sources())
    if (const auto lines = std::count(file.text.begin(), file.text.end(), '\n'); lines > 400)
      std::printf("long: %s, %ld lines\n", file.name.c_str(), static_cast<long>(lines));
}

}  // namespace
}  // namespace vagval
