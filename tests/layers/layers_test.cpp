// Which room may include which: the table of core/README.md, compared with the sources.
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
    {"state", {"foundation", "facts", "rules", "path", "budget", "plan", "text", "assets"}},
    {"screen", {"foundation", "text", "state"}},
    {"words", {"foundation", "facts", "rules", "path", "budget", "plan", "text", "assets", "state", "screen"}},
    {"screens",
     {"foundation", "facts", "rules", "path", "budget", "plan", "text", "assets", "state", "screen", "words"}},
    {"app",
     {"foundation", "facts", "rules", "path", "budget", "plan", "text", "assets", "state", "screen", "words",
      "screens"}},
    {"report",
     {"foundation", "facts", "rules", "path", "plan", "text", "state", "screen", "words", "screens", "app", "assets"}},
    {"typeset", {"foundation", "hb.h", "hb-ot.h", "SheenBidi"}},
    {"ui", {"foundation", "screen", "text", "typeset", "assets", "imgui.h", "imgui_internal.h", "imstb_truetype.h"}},
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

// The includes of a source that its room may not have.
std::vector<std::string> forbidden_includes(const std::string& room, const std::string& text) {
  std::vector<std::string> out;
  for (const std::string& included : includes_of(text)) {
    const std::string from = included.substr(0, included.find('/'));
    const bool ours = may_include.contains(from) || from == "assets" || from.starts_with("im") ||
                      from.starts_with("hb") || from == "SheenBidi";
    if (ours && from != room && !may_include.at(room).contains(from)) out.push_back(included);
  }
  return out;
}

// Every room that a room sees, through however many others.
std::set<std::string> rooms_below(const std::string& room) {
  std::set<std::string> out;
  std::vector<std::string> open{room};
  while (!open.empty()) {
    const std::string here = open.back();
    open.pop_back();
    const auto found = may_include.find(here);
    if (found == may_include.end()) continue;
    for (const std::string& next : found->second)
      if (out.insert(next).second) open.push_back(next);
  }
  return out;
}

TEST(Layers, IncludeOnlyTheRoomsBelow) {
  for (const SourceFile& file : core_sources()) {
    ASSERT_TRUE(may_include.contains(file.room)) << file.name;
    for (const std::string& included : forbidden_includes(file.room, file.text))
      ADD_FAILURE() << file.name << ": " << file.room << " may not include " << included;
  }
}

// The arrows that must not be there, said a second time: an entry added to the table above does not pass by itself.
TEST(Layers, FindEveryForbiddenArrowOnAnInventedSource) {
  const std::vector<std::string> above_text = {"state", "screen", "words", "screens", "app", "report", "typeset", "ui"};
  const std::map<std::string, std::vector<std::string>> forbidden = {
      {"foundation", above_text},
      {"facts", above_text},
      {"rules", above_text},
      {"path", above_text},
      {"budget", above_text},
      {"plan", above_text},
      {"text", above_text},
      {"state", {"screen", "words", "screens", "app", "report", "typeset", "ui"}},
      {"screen", {"facts", "rules", "path", "budget", "plan", "words", "screens", "app", "report", "typeset", "ui"}},
      {"words", {"screens", "app", "report", "typeset", "ui"}},
      {"screens", {"app", "report", "typeset", "ui"}},
      {"app", {"report", "typeset", "ui"}},
      {"report", {"typeset", "ui"}},
      {"ui", {"state", "words", "screens", "app", "report", "plan", "rules", "path", "budget", "facts"}}};
  for (const auto& [room, others] : forbidden)
    for (const std::string& other : others) {
      const std::string included = other + "/invented.h";
      EXPECT_EQ(forbidden_includes(room, "#pragma once\n#include <string>\n#include \"" + included + "\"\n"),
                std::vector<std::string>{included})
          << room;
    }
}

TEST(Layers, FindNothingOnASourceThatIncludesWhatItMay) {
  EXPECT_TRUE(forbidden_includes("screens",
                                 "#include <vector>\n#include \"words/build.h\"\n#include "
                                 "\"screen/screen.h\"\n#include \"state/update.h\"\n#include "
                                 "\"screens/view.h\"\n")
                  .empty());
}

TEST(Layers, NeverLetTheStateSeeANode) {
  for (const char* room : {"screen", "words", "screens", "app", "report", "ui"})
    EXPECT_FALSE(rooms_below("state").contains(room)) << room;
}

// The pack owns its sources: the code asks for the citations of a purpose, or for a value with its sources.
TEST(Layers, NameNoSourceOfARulePackInTheCode) {
  const auto names_source = [](const std::string& line) {
    for (std::size_t at = line.find('"'); at != std::string::npos; at = line.find('"', at + 1)) {
      std::size_t end = at + 1;
      if (end >= line.size() || line[end] < 'A' || line[end] > 'Z') continue;
      const std::size_t digits = ++end;
      while (end < line.size() && line[end] >= '0' && line[end] <= '9') ++end;
      if (end > digits && end < line.size() && (line[end] == '#' || line[end] == '"')) return true;
    }
    return false;
  };
  EXPECT_TRUE(names_source("chips(view, {\"L1#§ 9\"})"));
  EXPECT_TRUE(names_source("source.id == \"L2\""));
  EXPECT_FALSE(names_source("chips(view, cited_for(pack, CitedFor::owed), \"LEFT\")"));
  for (const SourceFile& file : core_sources()) {
    std::istringstream lines(file.text);
    for (std::string line; std::getline(lines, line);)
      EXPECT_FALSE(names_source(line.substr(0, line.find("//")))) << file.name << ": " << line;
  }
}

// One file reads the bytes of a character and knows the marks of direction.
TEST(Layers, WalkUtf8InOneFile) {
  for (const SourceFile& file : core_sources()) {
    if (file.name.starts_with("core/foundation/utf8.")) continue;
    for (const char* sign : {"& 0xC0", "&0xC0", "0x2066", "0x2067", "0x2068", "0x2069", "u2066", "u2068", "u2069"})
      EXPECT_EQ(file.text.find(sign), std::string::npos) << file.name << ": " << sign << " (use foundation/utf8.h)";
  }
}

// The page's own elements are made of screen_json, as the plain text and the print of the other two.
TEST(Layers, LetTheReadersOfAScreenSeeNoMoreThanTheScreen) {
  std::size_t readers = 0;
  for (const SourceFile& file : core_sources()) {
    if (!file.name.starts_with("core/report/screen_")) continue;
    ++readers;
    for (const std::string& included : includes_of(file.text))
      for (const char* room : {"state/", "words/", "screens/", "app/", "plan/", "rules/", "path/", "facts/"})
        EXPECT_FALSE(included.starts_with(room)) << file.name << ": " << included;
  }
  EXPECT_GE(readers, 5U);
}

TEST(Layers, KeepTheJsonLibraryInOneFile) {
  for (const SourceFile& file : core_sources())
    if (file.name != "core/foundation/json.cpp") {
      EXPECT_EQ(file.text.find("nlohmann"), std::string::npos) << file.name;
    }
}

TEST(Layers, KeepTheLibraryForCryptographyInThreeFiles) {
  const std::set<std::string> may = {"core/plan/base64.cpp", "core/plan/seal.cpp", "core/plan/signature.cpp"};
  for (const SourceFile& file : core_sources())
    if (!may.contains(file.name)) {
      EXPECT_EQ(file.text.find("<sodium"), std::string::npos) << file.name;
    }
}

TEST(Layers, KeepTheMakerOfCodesInOneFile) {
  for (const SourceFile& file : core_sources())
    if (file.name != "core/screen/qr_picture.cpp") {
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
    if (file.room != "screens") continue;
    for (const std::string& included : includes_of(file.text))
      EXPECT_TRUE(!included.starts_with("screens/") || included.ends_with("_parts.h") || included == "screens/view.h" ||
                  included == "screens/paper.h")
          << file.name << ": " << included;
  }
}

// Where texts are cut in the rooms that use names of fields, values, questions and tasks. Names are read in
// plan/field_ref.cpp only; the other files cut what stands beside each. No file may be added that looks into a name.
const std::map<std::string, const char*> cut_texts = {
    {"core/plan/field_ref.cpp", "names of fields, values, questions: the one place that reads them"},
    {"core/plan/amount.cpp", "typed amounts"},
    {"core/plan/change.cpp", "a long text in an error"},
    {"core/plan/code_series.cpp", "pieces of a series of codes"},
    {"core/plan/identifiers.cpp", "numbers in a note"},
    {"core/plan/member.h", "typed numbers, and a long text in an error"},
    {"core/plan/seal.cpp", "chunks of sealed bytes"},
    {"core/plan/sealed_file.cpp", "lines of the head of a sealed file"},
    {"core/plan/signature.cpp", "bytes of a signature"},
    {"core/plan/text_bytes.h", "spaces around a text"},
    {"core/plan/value_json.cpp", "the year of a typed date, and a long text in an error"},
    {"core/state/assets.cpp", "paths of embedded files, tags of languages"},
    {"core/state/change_rules.cpp", "a pasted key"},
    {"core/state/examples.cpp", "keys of the catalogue"},
    {"core/state/files.cpp", "names of files"},
    {"core/state/model.h", "paths of files"},
    {"core/state/rules_seen.cpp", "letters of a hash"},
    {"core/state/typed_field.cpp", "a long text in an error"},
    {"core/words/identifier_view.cpp", "a number in a note"},
    {"core/words/own_words.cpp", "words of a text"},
    {"core/words/question_view.cpp", "a date that is picked part by part"},
    {"core/words/rule_words.cpp", "values of rules as they are written"},
    {"core/words/unfinished.cpp", "the beginning of a long text"},
    {"core/screens/rumours.cpp", "the date of a source"},
};

TEST(Layers, ReadTheNamesOfFieldsInOneFile) {
  std::map<std::string, const char*> unneeded = cut_texts;
  for (const SourceFile& file : core_sources()) {
    if (file.room != "plan" && file.room != "state" && file.room != "words" && file.room != "screens") continue;
    bool cuts = false;
    for (const char* way : {"substr(", "starts_with(", "ends_with(", "remove_prefix(", "rfind('.')", "find('.')"})
      cuts |= file.text.find(way) != std::string::npos;
    if (cuts && unneeded.erase(file.name) == 0)
      ADD_FAILURE() << file.name << " cuts a text. If it is the name of a field, a value, a question or a task, "
                    << "core/plan/field_ref.h reads it; otherwise name the cut text here";
    if (file.name == "core/plan/field_ref.cpp") continue;
    for (const char* begin : {"\"field.\"", "\"set.\"", "\"pick.\"", "\"pass.\"", "\"own.\""})
      EXPECT_EQ(file.text.find(begin), std::string::npos) << file.name << " makes a name of its own: " << begin;
  }
  for (const auto& [name, about] : unneeded) ADD_FAILURE() << name << " cuts nothing: take its line away here";
}

struct Long {
  std::ptrdiff_t lines;  ///< at most; the number may only go down
  const char* reason;
};

// A file is read in one sitting. Each file here is longer, for the reason beside it; no file may be added.
const std::map<std::string, Long> longer = {};

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

// A function that is longer than 60 lines, by the line on which it begins. Reads the form that clang-format gives: a
// function begins on a line without an indent and ends with a brace in the first column.
std::vector<std::string> long_functions(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream lines(text);
  std::string head;
  std::ptrdiff_t length = 0;
  for (std::string line; std::getline(lines, line); ++length) {
    if (line == "}" && length > 61) out.push_back(head);
    const bool begins = !line.empty() && std::string_view(" #/}").find(line[0]) == std::string_view::npos;
    if (!begins) continue;
    head = line;
    length = 0;
  }
  return out;
}

TEST(Layers, FindALongFunctionOnAnInventedSource) {
  std::string body;
  for (int i = 0; i < 61; ++i) body += "  f();\n";
  EXPECT_EQ(long_functions("void g() {\n" + body + "}\n"), std::vector<std::string>{"void g() {"});
  EXPECT_TRUE(long_functions("void g() {\n" + body.substr(7) + "}\n").empty());
}

// clang-tidy measures the functions of core and native; it does not read the sources that only Emscripten compiles.
TEST(Layers, KeepFunctionsOfTheWebShort) {
  const std::string table = "std::optional<Reply> reply_of(";
  for (const SourceFile& file : web_sources()) {
    if (!file.name.ends_with(".cpp")) continue;
    for (const std::string& head : long_functions(file.text))
      EXPECT_TRUE(head.starts_with(table)) << file.name << ": more than 60 lines: " << head;
  }
}

}  // namespace
}  // namespace vagval
