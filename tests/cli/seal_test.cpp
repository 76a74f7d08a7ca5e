// Sealed files on the command line, compared with the program age, an independent implementation.
#include "plan/seal.h"

#include <gtest/gtest.h>

#include "app/app.h"
#include "cli/workbench.h"
#include "state/assets.h"

namespace vagval {
namespace {

using tests::clear_folder, tests::file, tests::get, tests::put, tests::shell, tests::vagval;

class SealedFiles : public testing::Test {
 protected:
  void SetUp() override {
    clear_folder();
    put("plan", "{\"format\": \"vagval-plan\"}\n" + std::string(100'000, ' '));
    put("pass", "fem ord på en rad\n");
    put("wrong", "något annat\n");
  }
};

TEST_F(SealedFiles, ComeBackAsTheyWere) {
  ASSERT_EQ(vagval("seal " + file("plan") + " " + file("sealed") + " --passphrase-file " + file("pass")), 0);
  const std::string sealed = get("sealed");
  EXPECT_TRUE(sealed.starts_with("age-encryption.org/v1\n-> scrypt "));
  // The work factor follows the salt, which has 22 letters.
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

TEST_F(SealedFiles, LeaveNoCopyWithoutAPassphrase) {
  const std::string pass = " --lang en --passphrase-file " + file("pass");
  ASSERT_EQ(std::system(("ln " + file("plan") + " " + file("second_name") + " && ln -s plan " + file("link")).c_str()),
            0);
  for (const char* onto : {"plan", "second_name", "link", "./plan"}) {
    EXPECT_EQ(vagval("seal " + file("plan") + " " + file(onto) + pass), 2) << onto;
    EXPECT_NE(get("err").find("is the file to be read"), std::string::npos) << onto << get("err");
  }
  put("other", get("plan"));
  EXPECT_EQ(vagval("seal " + file("plan") + " " + file("other") + pass), 2);
  EXPECT_NE(get("err").find("has no passphrase"), std::string::npos) << get("err");
  for (const char* name : {"plan", "second_name", "link", "other"}) {
    EXPECT_TRUE(get(name).starts_with("{")) << name;
    EXPECT_NE(access(file(std::string(name) + "~").c_str(), F_OK), 0) << name;
  }
  // A second save over a sealed file: its copy of the previous one is sealed too.
  ASSERT_EQ(vagval("seal " + file("plan") + " " + file("sealed") + pass), 0);
  ASSERT_EQ(vagval("seal " + file("plan") + " " + file("sealed") + pass), 0);
  EXPECT_TRUE(is_sealed(get("sealed~")));
  EXPECT_EQ(vagval("open " + file("sealed") + " " + file("sealed") + pass), 2);
  EXPECT_TRUE(is_sealed(get("sealed")));
  EXPECT_EQ(vagval("seal " + file("plan") + " " + file("pass") + pass), 2) << "the passphrase is not written over";
  EXPECT_EQ(get("pass"), "fem ord på en rad\n");
}

// A keyboard or a system may write "å" as one character or two; the passphrase is the same.
TEST_F(SealedFiles, AreOpenedHoweverThePassphraseIsPutTogether) {
  const std::string apart = "fem ord pa\u030A en rad", together = "fem ord p\u00E5 en rad";
  put("apart", apart);
  put("together", together + "\n");
  for (const char* sealed_with : {"apart", "together"}) {
    shell("rm -f " + file("sealed") + "*");
    ASSERT_EQ(vagval("seal " + file("plan") + " " + file("sealed") + " --passphrase-file " + file(sealed_with)), 0);
    // The file is sealed under the composed form, which the test gives to another program.
    const Result<SealedFile> file_now = read_sealed(get("sealed"));
    const auto stretching = Stretching::begin(together, file_now->salt, file_now->work_factor);
    while (!stretching->advance(100'000)) continue;
    EXPECT_TRUE(unlock(*file_now, stretching->key())) << sealed_with;
    for (const char* typed : {"apart", "together"}) {
      shell("rm -f " + file("again") + "*");
      EXPECT_EQ(vagval("open " + file("sealed") + " " + file("again") + " --passphrase-file " + file(typed)), 0)
          << sealed_with << " " << typed << get("err");
      EXPECT_TRUE(get("again") == get("plan"));
    }
  }
  // A file that another program has sealed under the typed bytes opens too.
  constexpr Salt salt{1, 2, 3};
  const auto stretching = Stretching::begin(apart, salt, 10);
  while (!stretching->advance(100'000)) continue;
  put("of_another", seal(make_sealing_key(stretching->key(), salt, 10, FileKey{3}), Nonce{4}, get("plan")));
  for (const char* typed : {"apart", "together"})
    EXPECT_EQ(vagval("open " + file("of_another") + " - --passphrase-file " + file(typed)), 0) << typed << get("err");
  EXPECT_EQ(vagval("open " + file("of_another") + " - --passphrase-file " + file("wrong")), 3);
}

TEST_F(SealedFiles, AreOpenedFromAMailAndAnEditorAndSaidToBeWhatTheyAre) {
  constexpr Salt salt{1, 2, 3};
  const auto stretching = Stretching::begin("fem ord på en rad", salt, 4);
  while (!stretching->advance(100'000)) continue;
  const std::string sealed = seal(make_sealing_key(stretching->key(), salt, 4, FileKey{3}), Nonce{4}, get("plan"));
  put("binary", sealed);
  ASSERT_EQ(shell("(echo -----BEGIN AGE ENCRYPTED FILE-----; base64 -w 64 " + file("binary") +
                  "; echo -----END AGE ENCRYPTED FILE-----)"),
            0);
  const std::string armour = get("out");
  put("armour", armour);
  const auto replaced = [](std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
      text.replace(at, from.size(), to);
    return text;
  };
  const auto wide = [](const std::string& text, bool big) {
    std::string out = big ? "\xFE\xFF" : "\xFF\xFE";
    for (const char c : text) out += big ? std::string(1, '\0') + c : std::string(1, c) + '\0';
    return out;
  };
  const auto quoted = [&](const std::string& mark) {
    std::string out = mark + replaced(armour, "\n", "\n" + mark);
    return out.substr(0, out.size() - mark.size());
  };
  struct Case {
    const char* name;
    std::string bytes;
    int code;
    const char* said;
  };
  const Case cases[] = {
      {"as it is", armour, 0, ""},
      {"with a mark", "\xEF\xBB\xBF" + armour, 0, ""},
      {"with CR LF", replaced(armour, "\n", "\r\n"), 0, ""},
      {"with a mark and CR LF", "\xEF\xBB\xBF" + replaced(armour, "\n", "\r\n"), 0, ""},
      {"UTF-16", wide(armour, false), 0, ""},
      {"UTF-16, the other way round", wide(armour, true), 0, ""},
      {"UTF-16 with CR LF", wide(replaced(armour, "\n", "\r\n"), false), 0, ""},
      {"quoted", quoted("> "), 0, ""},
      {"quoted twice", quoted("> > "), 0, ""},
      {"quoted without a space", quoted(">"), 0, ""},
      {"quoted with CR LF", replaced(quoted("> "), "\n", "\r\n"), 0, ""},
      {"in a letter", "Hi! Here it is:\n" + armour, 3, "damaged or cut short"},
      {"in a letter, quoted", "She wrote:\n" + quoted("> "), 3, "damaged or cut short"},
      {"quoted in part", quoted("> ").substr(0, 200) + armour.substr(200), 3, "damaged or cut short"},
      {"cut", armour.substr(0, 3000), 3, "damaged or cut short"},
      {"binary with CR LF", replaced(sealed, "\n", "\r\n"), 3, "damaged or cut short"},
      {"binary with a mark", "\xEF\xBB\xBF" + sealed, 0, ""},
      {"of a newer kind", "age-encryption.org/v2" + sealed.substr(21), 3, "of a newer kind"},
      {"of no kind", "age-encryption.org/v1 " + sealed.substr(21), 3, "damaged or cut short"},
      {"a plan", get("plan"), 3, "has no passphrase"},
      {"a picture", "\x89PNG\r\n\x1A\n", 3, "cannot be read as text"},
      {"a page", "<!DOCTYPE html>\n", 3, "not a plan"},
      {"nothing", "", 3, "damaged or missing"},
  };
  for (const Case& one : cases) {
    put("given", one.bytes);
    shell("rm -f " + file("again") + "*");
    EXPECT_EQ(vagval("open " + file("given") + " " + file("again") + " --lang en --passphrase-file " + file("pass")),
              one.code)
        << one.name << ": " << get("err");
    EXPECT_NE(get("err").find(one.said), std::string::npos) << one.name << ": " << get("err");
    const bool made = access(file("again").c_str(), F_OK) == 0;
    EXPECT_EQ(made, one.code == 0) << one.name;
    EXPECT_TRUE(!made || get("again") == get("plan")) << one.name;
  }
  // The other commands report a passphrase, not damage.
  for (const char* name : {"binary", "armour"}) {
    EXPECT_EQ(vagval("estimate " + file(name) + " --lang en"), 3);
    EXPECT_NE(get("err").find("has a passphrase"), std::string::npos) << get("err");
  }
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

// Waits in the shell, at most this many tenths of a second.
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

TEST_F(SealedFiles, LeaveATerminalThatShowsTypedTextWhenTheyAreStopped) {
  if (std::system("command -v script >/dev/null") != 0) GTEST_SKIP() << "there is no script (util-linux)";
  put("stop", "\x03");
  const std::string seal = std::string(VAGVAL_CLI) + " seal " + file("plan") + " " + file("sealed");
  shell("(" + once_it_says("Passphrase:") + "; cat " + file("stop") + "; " + once_it_says("speed") +
        ") | script -qfc 'trap : INT; " + seal + "; stty -a' /dev/null");
  EXPECT_NE(get("out").find(" echo "), std::string::npos) << get("out");
  EXPECT_NE(access(file("sealed").c_str(), F_OK), 0);
}

#ifdef VAGVAL_AGE
// age asks on a terminal, so the test gives it one, and answers each question.
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
