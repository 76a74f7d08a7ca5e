// Sealed files on the command line, and beside the program age, an implementation of its own.
#include "plan/seal.h"

#include <gtest/gtest.h>

#include "app/app.h"
#include "app/assets.h"
#include "cli/workbench.h"

namespace vagval {
namespace {

using tests::clear_folder, tests::file, tests::get, tests::put, tests::shell, tests::vagval;

class SealedFiles : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_NO_FATAL_FAILURE(clear_folder());
    put("plan", "{\"format\": \"vagval-plan\"}\n" + std::string(100'000, ' '));
    put("pass", "fem ord på en rad\n");
    put("wrong", "något annat\n");
  }
};

TEST_F(SealedFiles, ComeBackAsTheyWere) {
  ASSERT_EQ(vagval("seal " + file("plan") + " " + file("sealed") + " --passphrase-file " + file("pass")), 0);
  const std::string sealed = get("sealed");
  EXPECT_TRUE(sealed.starts_with("age-encryption.org/v1\n-> scrypt "));
  // The work factor stands behind the salt, which is 22 letters.
  EXPECT_EQ(sealed.substr(sealed.find("-> scrypt ") + 32, 4), " 16\n") << sealed.substr(0, 100);
  EXPECT_EQ(get("sealed").find("vagval-plan"), std::string::npos);
  ASSERT_EQ(vagval("open " + file("sealed") + " " + file("again") + " --passphrase-file " + file("pass")), 0);
  EXPECT_EQ(get("again"), get("plan"));
}

TEST_F(SealedFiles, SayWhatIsWrongAndWriteNothing) {
  ASSERT_EQ(vagval("seal " + file("plan") + " " + file("sealed") + " --passphrase-file " + file("pass")), 0);
  EXPECT_EQ(vagval("open " + file("sealed") + " " + file("again") + " --passphrase-file " + file("wrong")), 3);
  EXPECT_NE(get("err").find("Lösenfrasen"), std::string::npos);
  EXPECT_EQ(vagval("open " + file("plan") + " " + file("again") + " --passphrase-file " + file("pass")), 3);
  put("cut", get("sealed").substr(0, 5000));
  EXPECT_EQ(vagval("open " + file("cut") + " " + file("again") + " --passphrase-file " + file("pass")), 3);
  EXPECT_NE(get("err").find("skadad"), std::string::npos);
  EXPECT_EQ(vagval("open " + file("sealed") + " " + file("again") + " --passphrase-file " + file("nowhere")), 2);
  EXPECT_NE(access(file("again").c_str(), F_OK), 0);
}

TEST_F(SealedFiles, AreOpenedUpToAWorkFactorOf18AndRefusedAbove) {
  constexpr Salt salt{1, 2, 3};
  const auto stretching = Stretching::begin("fem ord på en rad", salt, 18);
  ASSERT_TRUE(stretching);
  while (!stretching->advance(100'000)) continue;
  std::string sealed = seal(make_sealing_key(stretching->key(), salt, 18, FileKey{3}), Nonce{4}, get("plan"));
  put("strong", sealed);
  ASSERT_EQ(vagval("open " + file("strong") + " " + file("again") + " --passphrase-file " + file("pass")), 0);
  EXPECT_TRUE(get("again") == get("plan"));
  put("too_strong", sealed.replace(sealed.find(" 18\n"), 4, " 19\n"));
  EXPECT_EQ(vagval("open " + file("too_strong") + " " + file("none") + " --lang en --passphrase-file " + file("pass")),
            3);
  EXPECT_NE(get("err").find(
                load_assets()->catalogue("en").text("error.sealed_too_strong.what"_t, {{"detail", std::string("19")}})),
            std::string::npos)
      << get("err");
  EXPECT_NE(access(file("none").c_str(), F_OK), 0);
}

TEST_F(SealedFiles, HaveALimitThatFitsWhatIsInThem) {
  put("largest", std::string(1'000'000, ' '));
  ASSERT_EQ(vagval("seal " + file("largest") + " " + file("sealed") + " --passphrase-file " + file("pass")), 0);
  ASSERT_EQ(vagval("open " + file("sealed") + " " + file("again") + " --passphrase-file " + file("pass")), 0);
  EXPECT_EQ(get("again"), get("largest"));
  put("larger", std::string(1'000'001, ' '));
  EXPECT_EQ(vagval("seal " + file("larger") + " " + file("none") + " --passphrase-file " + file("pass")), 3);
  EXPECT_NE(get("err").find("för stor"), std::string::npos) << get("err");
  EXPECT_NE(access(file("none").c_str(), F_OK), 0);
  put("huge", "age-encryption.org/v1\n" + std::string(1'500'000, 'x'));
  EXPECT_EQ(vagval("open " + file("huge") + " " + file("none") + " --passphrase-file " + file("pass")), 3);
  EXPECT_NE(get("err").find("för stor"), std::string::npos) << get("err");
}

// Waits in the shell, at most so many tenths of a second.
std::string until(const std::string& condition) {
  return "for i in $(seq 300); do " + condition + " && break; sleep 0.1; done; sleep 0.3";
}
std::string once_it_says(const std::string& words) { return until("grep -q \"" + words + "\" " + file("out")); }

TEST_F(SealedFiles, AreAskedForOnATerminalWithoutShowingWhatIsTyped) {
  if (std::system("command -v script >/dev/null") != 0) GTEST_SKIP() << "there is no script (util-linux)";
  const std::string seal = std::string(VAGVAL_CLI) + " seal " + file("plan") + " " + file("sealed");
  shell("(" + once_it_says("Passphrase:") + "; cat " + file("pass") + "; " + once_it_says("once more:") + "; cat " +
        file("pass") + "; " + until("test -e " + file("sealed")) + ") | script -qefc '" + seal + "' /dev/null");
  EXPECT_EQ(get("out").find("fem ord"), std::string::npos) << get("out");
  ASSERT_EQ(vagval("open " + file("sealed") + " " + file("again") + " --passphrase-file " + file("pass")), 0);
  EXPECT_EQ(get("again"), get("plan"));
}

TEST_F(SealedFiles, LeaveATerminalThatShowsWhatIsTypedWhenSomebodyStopsThem) {
  if (std::system("command -v script >/dev/null") != 0) GTEST_SKIP() << "there is no script (util-linux)";
  put("stop", "\x03");
  const std::string seal = std::string(VAGVAL_CLI) + " seal " + file("plan") + " " + file("sealed");
  shell("(" + once_it_says("Passphrase:") + "; cat " + file("stop") + "; " + once_it_says("speed") +
        ") | script -qfc 'trap : INT; " + seal + "; stty -a' /dev/null");
  EXPECT_NE(get("out").find(" echo "), std::string::npos) << get("out");
  EXPECT_NE(access(file("sealed").c_str(), F_OK), 0);
}

#ifdef VAGVAL_AGE
// age asks on a terminal, so it is given one, and an answer each time that it has asked.
std::string with_terminal(const std::string& command, int times, const std::string& answers, const std::string& made) {
  std::string typing;
  for (int time = 1; time <= times; ++time)
    typing += until("test $(grep -ao \"assphrase[^:]*:\" " + file("out") + " | wc -l) -ge " + std::to_string(time)) +
              "; cat " + file(answers) + "; ";
  return "(" + typing + until("test -s " + made) + ") | script -qefc '" + command + "' /dev/null";
}

TEST_F(SealedFiles, AreOpenedByAge) {
  ASSERT_EQ(vagval("seal " + file("plan") + " " + file("sealed") + " --passphrase-file " + file("pass")), 0);
  shell(with_terminal(std::string(VAGVAL_AGE) + " -d -o " + file("by_age") + " " + file("sealed"), 1, "pass",
                      file("by_age")));
  EXPECT_TRUE(get("by_age") == get("plan")) << get("out");
}

TEST_F(SealedFiles, OfAgeAreOpenedBinaryAndArmoured) {
  for (const char* how : {"", "-a"}) {
    shell("rm -f " + file("of_age"));
    shell(with_terminal(std::string(VAGVAL_AGE) + " -p " + how + " -o " + file("of_age") + " " + file("plan"), 2,
                        "pass", file("of_age")));
    ASSERT_EQ(vagval("open " + file("of_age") + " " + file("again") + " --passphrase-file " + file("pass")), 0)
        << how << get("err") << get("out");
    EXPECT_TRUE(get("again") == get("plan")) << how;
  }
}
#else
TEST_F(SealedFiles, AreOpenedByAge) { GTEST_SKIP() << "there is no age (Debian: apt-get install age)"; }
TEST_F(SealedFiles, OfAgeAreOpenedBinaryAndArmoured) {
  GTEST_SKIP() << "there is no age (Debian: apt-get install age)";
}
#endif

}  // namespace
}  // namespace vagval
