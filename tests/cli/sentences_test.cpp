// An unreadable file gets a sentence that names its fault; a file changed by mail or an editor is read.
#include <gtest/gtest.h>

#include <string>

#include "cli/workbench.h"
#include "files.h"

namespace vagval::sentences {
namespace {

using tests::clear_folder, tests::file, tests::get, tests::put, tests::vagval;

class Sentences : public testing::Test {
 protected:
  void SetUp() override { clear_folder(); }
};

std::string plan_with(const std::string& members) {
  return R"({"format": "vagval-plan", "version": 2, "household": {"persons": [{"id": "a"}]}, )" + members + "}";
}

struct Case {
  std::string bytes;
  const char* said;
};

TEST_F(Sentences, SayWhatIsWrongWithAFile) {
  const Case cases[] = {
      {plan_with(R"("tasks": [{"state": "done"}])"), "has no readable name under “task”"},
      {plan_with(R"("tasks": [{"task": "a b"}])"), "has no readable name under “task”"},
      {plan_with(R"("own_tasks": [{"id": "t1", "text": "x"}])"), "has no readable name under “section”"},
      {plan_with(R"("own_tasks": [{"id": "t1", "section": "move", "after": ["a b"]}])"),
       "has no readable name under “after”"},
      {plan_with(R"("documents": [{"person": "a"}])"), "has no readable name under “document”"},
      {plan_with(R"("questions": [{"text": "?"}])"), "has no readable name under “id”"},
      {plan_with(R"("questions": [{"id": "q", "who": "å"}])"), "has no readable name under “who”"},
      {R"({"format": "vagval-plan", "version": 2, "household": {"persons": [{}]}})",
       "A person in the file has no readable id"},
      {plan_with(R"("tasks": [{"task": "move.tickets", "on": "9999-01-01"}])"), "too far away: 9999-01-01"},
      {plan_with(R"("tasks": [{"task": "move.tickets", "on": "2026-02-30"}])"), "2026-02-30 is not a date"},
      {plan_with(R"("ways": [{"note": "x"}, {"note": "y"}])"), "there twice: ways"},
      {plan_with(R"("tasks": [{"task": "move.tickets"}, {"task": "move.tickets"}])"), "there twice: move.tickets"},
      {R"({"format": "vagval-plan", "version": 0})", "within 1–3"},
      {R"({"format": "vagval-plan", "version": 4})", "newer version"},
      {R"({"format": "vagval-rules", "version": 1})", "not a plan"},
      {"[1, 2]", "not a plan"},
      {"<!DOCTYPE html>\n<html></html>\n", "not a plan"},
      {"\xEF\xBB\xBFRad;När\r\n", "not a plan"},
      {"BEGIN:VCALENDAR\r\n", "not a plan"},
      {"", "damaged or missing"},
      {plan_with(R"("tasks": [)").substr(0, 60), "damaged or missing"},
      {"\x89PNG\r\n\x1A\n", "cannot be read as text"},
      {"age-encryption.org/v1\n-> scrypt x\n", "has a passphrase"},
      {"\xEF\xBB\xBF-----BEGIN AGE ENCRYPTED FILE-----\nx\n", "has a passphrase"},
      {"> -----BEGIN AGE ENCRYPTED FILE-----\n> x\n", "has a passphrase"},
  };
  for (const Case& one : cases) {
    put("given", one.bytes);
    EXPECT_EQ(vagval("estimate " + file("given") + " --lang en --on 2026-11-20"), 3) << one.bytes;
    EXPECT_NE(get("err").find(one.said), std::string::npos) << one.bytes << "\n" << get("err");
  }
}

TEST_F(Sentences, AreNotNeededForWhatOnlyTravelledBadly) {
  const std::string plan = tests::read("assets/examples/family.json");
  put("plan", plan);
  ASSERT_EQ(vagval("estimate " + file("plan") + " --on 2026-11-20"), 0);
  const std::string answer = get("out");
  std::string lines, quoted = "> ", wide = "\xFF\xFE", wide_big = "\xFE\xFF";
  for (const char c : plan) {
    lines += c == '\n' ? "\r\n" : std::string(1, c);
    quoted += c == '\n' ? "\n> " : std::string(1, c);
  }
  // The example has letters of one and two bytes; tests/foundation covers longer ones.
  for (std::size_t i = 0; i < plan.size(); ++i) {
    unsigned letter = static_cast<unsigned char>(plan[i]);
    ASSERT_LT(letter, 0xE0u);
    if (letter >= 0x80) letter = (letter & 0x1F) << 6 | (static_cast<unsigned char>(plan[++i]) & 0x3F);
    const char high = static_cast<char>(letter >> 8), low = static_cast<char>(letter & 0xFF);
    wide += {low, high};
    wide_big += {high, low};
  }
  for (const std::string& travelled : {"\xEF\xBB\xBF" + plan, lines, "\xEF\xBB\xBF" + lines, quoted, wide, wide_big}) {
    put("given", travelled);
    EXPECT_EQ(vagval("estimate " + file("given") + " --on 2026-11-20"), 0) << travelled.substr(0, 40) << get("err");
    EXPECT_EQ(get("out"), answer) << travelled.substr(0, 40);
  }
}

}  // namespace
}  // namespace vagval::sentences
