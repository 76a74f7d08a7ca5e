// The rule book and the overview of stages on the command line.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "cli/run.h"
#include "files.h"

namespace vagval {
namespace {

using tests::Ran;
using tests::run;

std::string plan_line(const char* stage) {
  return std::string(R"({"format": "vagval-plan", "version": 2, "household": {"persons": []}, "situation": {}, )") +
         R"("stage": ")" + stage + R"(", "journal": [{"id": "j1", "on": "2026-03-10", "kind": "stage", "about": ")" +
         stage + "\"}]}\n";
}

std::string lines(int times, const char* stage) {
  std::string out;
  for (int i = 0; i < times; ++i) out += plan_line(stage);
  return out;
}

TEST(RuleBookCommand, WritesTheBookWithItsTestsInEveryForm) {
  const Ran book = run("rulebook --lang en");
  EXPECT_EQ(book.code, 0) << book.err;
  EXPECT_NE(book.out.find("id=\"scenario.refusals.a-debt-to-CSN\""), std::string::npos);
  EXPECT_EQ(book.out.find("class=\"differs\""), std::string::npos) << "a scenario does not agree";
  EXPECT_TRUE(run("rulebook --format dot").out.starts_with("digraph rules {\n"));
  EXPECT_NE(run("rulebook --format conflicts --lang ar").out.find("dir=\"rtl\""), std::string::npos);
  EXPECT_EQ(run("rulebook --format text").code, 2);
}

TEST(RuleBookCommand, WritesIntoAFile) {
  const std::string file = testing::TempDir() + "/vagval_book" + std::to_string(getpid()) + ".html";
  EXPECT_EQ(run("rulebook -o " + file).code, 0);
  EXPECT_GT(std::filesystem::file_size(file), 100'000u);
  std::filesystem::remove(file);
  EXPECT_EQ(run("rulebook -o /nowhere/at/all.html").code, 3);
}

TEST(StagesCommand, CountsPlansOnTheStandardInput) {
  const Ran ran = run("stages - --lang en --on 2026-11-20 --format csv", lines(7, "housing") + lines(3, "documents"));
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_NE(ran.out.find("\r\n2026-03,0,\"fewer than 5, or hidden\",\"fewer than 5, or hidden\",0,"), std::string::npos)
      << ran.out;
  EXPECT_EQ(ran.out.find("2026-03-10"), std::string::npos) << "nothing is finer than a month";
}

// Memory too small to keep all input: 10 000 files of 10 kB are 100 MB, and the limit is 40 MB.
TEST(StagesCommand, CountsTenThousandFilesInTheMemoryOfOne) {
#if defined(__SANITIZE_ADDRESS__)
  GTEST_SKIP() << "a sanitizer needs more memory than this allows";
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
  GTEST_SKIP() << "a sanitizer needs more memory than this allows";
#endif
#endif
  const std::string folder = testing::TempDir() + "/vagval_stages" + std::to_string(getpid());
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  const std::string notes(10'000, ' ');
  constexpr const char* stages[] = {"housing", "documents", "housing"};
  for (int i = 0; i < 3; ++i) {
    std::FILE* const out = std::fopen((folder + "/" + std::to_string(i) + ".json").c_str(), "wb");
    const std::string plan = plan_line(stages[i]);
    std::fputs((plan.substr(0, plan.rfind('}')) + notes + "}").c_str(), out);
    std::fclose(out);
  }
  for (int i = 3; i < 9999; ++i)
    std::filesystem::create_hard_link(folder + "/" + std::to_string(i % 3) + ".json",
                                      folder + "/" + std::to_string(i) + ".json");
  std::FILE* const broken = std::fopen((folder + "/broken.json").c_str(), "wb");
  std::fputs("{", broken);
  std::fclose(broken);
  const std::string command = "bash -c 'ulimit -v 40000; cd " + folder + " && " + VAGVAL_CLI +
                              " stages [0-9]*.json broken.json --lang en --on 2026-11-20 --format csv >" + folder +
                              "/out 2>" + folder + "/err'";
  const int status = std::system(command.c_str());
  const auto said = [&](const char* name) {
    std::ifstream in(folder + "/" + name, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
  };
  EXPECT_EQ(WEXITSTATUS(status), 3) << said("err").substr(0, 500);
  EXPECT_NE(said("out").find("\r\n2026-03,0,3333,6666,0,"), std::string::npos) << said("out");
  EXPECT_TRUE(said("err").starts_with("broken.json")) << said("err").substr(0, 500);
  std::filesystem::remove_all(folder);
}

TEST(StagesCommand, SaysTheSameInWords) {
  const Ran ran = run("stages - --lang en --on 2026-11-20", lines(7, "housing"));
  EXPECT_NE(ran.out.find("Files read: 7. Files that could not be read: 0."), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("March 2026"), std::string::npos);
}

TEST(StagesCommand, NamesWhatItCannotReadAndGoesOn) {
  const std::string broken = tests::path_of("tests/plans/broken/tasks_as_object.json");
  const Ran ran = run("stages " + broken + " /nowhere.json - --lang en --on 2026-11-20",
                      lines(5, "housing") + "age-encryption.org/v1\n{\n\n" + std::string(1'100'000, 'x') + "\n");
  EXPECT_EQ(ran.code, 3);
  EXPECT_NE(ran.out.find("Files read: 5. Files that could not be read: 5."), std::string::npos) << ran.out;
  for (const char* place : {"tasks_as_object.json", "/nowhere.json", "line 6", "line 7", "line 9"})
    EXPECT_NE(ran.err.find(place), std::string::npos) << place << "\n" << ran.err;
  EXPECT_NE(ran.err.find("The file has a passphrase."), std::string::npos) << ran.err;
}

TEST(StagesCommand, SaysWhereNoFileNamesAStage) {
  const Ran ran = run("stages - --lang en", R"({"format": "vagval-plan", "version": 2, "household": {"persons": []}})");
  EXPECT_EQ(ran.code, 0);
  EXPECT_NE(ran.out.find("None of the files says"), std::string::npos) << ran.out;
}

}  // namespace
}  // namespace vagval
