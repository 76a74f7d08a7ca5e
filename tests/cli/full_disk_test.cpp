// The output arrives completely, or the program reports that it did not.
#include <gtest/gtest.h>

#include <string>

#include "app/app.h"
#include "cli/workbench.h"
#include "files.h"
#include "report/screen_json.h"
#include "state/assets.h"

namespace vagval::full_disk {
namespace {

using tests::clear_folder, tests::file, tests::get, tests::path_of, tests::put, tests::vagval;

std::string plan() { return path_of("assets/examples/family.json"); }
std::string rules() { return path_of("assets/rules/se-repatriation-grant.json"); }

/// Every command that prints, as it is called.
std::vector<std::string> printing() {
  return {"estimate " + plan(),
          "estimate --format json " + plan(),
          "explain " + plan(),
          "screen " + plan() + " household",
          "screen --format html " + plan() + " household",
          "screen --format json " + plan() + " household",
          "path " + plan(),
          "path --format json " + plan(),
          "calendar " + plan(),
          "budget " + plan(),
          "documents " + plan(),
          "compare " + plan(),
          "questions " + plan(),
          "example --list",
          "example family",
          "texts",
          "texts --po ar",
          "texts --missing ar",
          "texts --draft ar",
          "print " + plan(),
          "sheet " + plan(),
          "application " + plan(),
          "ics --on 2026-11-20 " + path_of("tests/plans/v2/everything.vagval.json"),
          "csv " + plan() + " tasks",
          "rulebook",
          "rulebook --format dot",
          "stages " + plan(),
          "check " + plan(),
          "check " + rules(),
          "rules",
          "diff-rules " + rules() + " " + rules(),
          "--help",
          "estimate --help"};
}

class FullDisk : public testing::Test {
 protected:
  void SetUp() override { clear_folder(); }
};

/// The exit code and the error output when the standard output goes to `where`.
int to(const std::string& where, const std::string& command) {
  const int status = std::system(
      (std::string(VAGVAL_CLI) + " " + command + " " + where + " 2>" + file("err") + " </dev/null").c_str());
  return WEXITSTATUS(status);
}

TEST_F(FullDisk, IsToldByEveryCommandThatPrints) {
  const std::string sentence = load_assets()->catalogue("sv").text("cli.not_printed"_t);
  for (const std::string& command : printing()) {
    if (command.starts_with("texts --missing")) continue;  // no text is missing, so it prints nothing
    EXPECT_EQ(to(">/dev/null", command), 0) << command << get("err");
    for (const char* where : {">/dev/full", ">&-"}) {
      EXPECT_EQ(to(where, command), 4) << command << where;
      EXPECT_NE(get("err").find(sentence), std::string::npos) << command << where << get("err");
    }
  }
}

TEST_F(FullDisk, IsToldOfABatchAndOfWhatIsSealed) {
  put("pass", "fem ord på en rad");
  EXPECT_EQ(to(">/dev/full", "seal " + plan() + " - --passphrase-file " + file("pass")), 4);
  ASSERT_EQ(vagval("seal " + plan() + " " + file("sealed") + " --passphrase-file " + file("pass")), 0);
  EXPECT_EQ(to(">/dev/full", "open " + file("sealed") + " - --passphrase-file " + file("pass")), 4);
  const int status = std::system(
      ("tr -d '\\n' <" + plan() + " | " + VAGVAL_CLI + " batch --lang en >/dev/full 2>" + file("err")).c_str());
  EXPECT_EQ(WEXITSTATUS(status), 4);
  EXPECT_NE(get("err").find("could not be written out"), std::string::npos) << get("err");
}

// With the standard output closed, the first opened file would get its number.
TEST_F(FullDisk, OfAClosedOutputWritesIntoNoOtherFile) {
  EXPECT_EQ(to(">&-", "print " + plan() + " -o " + file("page.html")), 0) << get("err");
  EXPECT_TRUE(get("page.html").starts_with("<!DOCTYPE html>")) << get("page.html").substr(0, 60);
  EXPECT_EQ(to(">&- <&-", "estimate -"), 3);
}

}  // namespace
}  // namespace vagval::full_disk
