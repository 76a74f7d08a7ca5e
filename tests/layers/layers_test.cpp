// Which room may include which: the table of the architecture, read from the sources.
#include <gtest/gtest.h>

#include <algorithm>
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
    {"report", {"foundation", "facts", "rules", "path", "plan", "text", "app"}},
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
  must(!out.empty(), "no source in core/");
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

struct Long {
  std::ptrdiff_t lines;  ///< at most; the number may only go down
  const char* reason;
};

// A file is read in one sitting. Each file here is longer, for the reason beside it; no file may be added.
const std::map<std::string, Long> longer = {
    {"core/app/action.h", {747, "everything that can happen; it ends when each screen has its own actions"}},
    {"core/app/keep.cpp", {412, "sealing, keeping on the device and leaving share the state of one passphrase"}},
    {"core/app/update.cpp", {539, "the answer to every action; it ends when each screen has its own part"}},
    {"core/plan/change.cpp", {555, "a branch for each value of a plan; the table of facts takes it apart"}},
    {"core/plan/seal.cpp", {412, "one of two files that may use the library for cryptography"}},
    {"core/rules/pack_difference.cpp", {403, "one function for each part of a pack"}},
    {"core/typeset/typesetter.cpp", {537, "runs, shaping and lines of one paragraph, and the caches they share"}},
    {"core/ui/layout.cpp", {554, "one function for each kind of node"}},
    {"core/ui/painter.cpp", {513, "bars, page, keys and focus of one frame"}},
    {"web/host.js", {902, "carries out every wish of the core; it ends with the named border"}},
    {"web/main.cpp", {789, "one export for each function that host.js calls; it ends with the named border"}},
    {"web/mirror.js", {819, "one function for each kind of node"}},
};

std::vector<SourceFile> web_sources() {
  std::vector<SourceFile> out;
  for (const char* ending : {".js", ".mjs", ".cpp", ".h", ".css", ".html"})
    for (const std::string& name : tests::names_in("web", ending))
      out.push_back({"web", "web/" + name, tests::read("web/" + name)});
  return out;
}

TEST(Layers, KeepFilesShort) {
  std::vector<SourceFile> files = core_sources();
  for (SourceFile& file : web_sources()) files.push_back(std::move(file));
  std::map<std::string, Long> unneeded = longer;
  for (const SourceFile& file : files) {
    const std::ptrdiff_t lines = std::count(file.text.begin(), file.text.end(), '\n');
    const std::ptrdiff_t most = file.room == "web" ? 500 : 400;
    if (lines <= most) continue;
    const auto allowed = longer.find(file.name);
    if (allowed == longer.end()) {
      ADD_FAILURE() << file.name << " has " << lines << " lines, more than " << most << ": take it apart";
      continue;
    }
    unneeded.erase(file.name);
    EXPECT_LE(lines, allowed->second.lines) << file.name << " was long already (" << allowed->second.reason << ")";
    EXPECT_GT(lines + 25, allowed->second.lines) << file.name << " is shorter now: lower its number here";
  }
  for (const auto& [name, about] : unneeded) ADD_FAILURE() << name << " is short now, or gone: take its line away here";
}

}  // namespace
}  // namespace vagval
