// Rule packs on the command line; and minisign itself, compared with the program's reading of its signatures.
#include <gtest/gtest.h>

#include "cli/workbench.h"
#include "files.h"
#include "plan/signature.h"

namespace vagval {
namespace {

using tests::clear_folder, tests::file, tests::get, tests::put, tests::shell;

/// The text without invisible marks around values, and with plain spaces.
std::string said(std::string text) {
  for (const char* mark : {"\u2066", "\u2067", "\u2068", "\u2069"})
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark)) text.erase(at, 3);
  for (const std::string space : {"\u00A0", "\u202F"})
    for (std::size_t at = text.find(space); at != std::string::npos; at = text.find(space))
      text.replace(at, space.size(), " ");
  return text;
}
int diff(const std::string& arguments) { return shell(std::string(VAGVAL_CLI) + " diff-rules " + arguments); }

class RuleFilesOnDisk : public testing::Test {
 protected:
  void SetUp() override {
    clear_folder();
    const std::string pack = tests::read("tests/packs/good/minimal.json");
    put("old", pack);
    std::string changed = pack;
    changed.replace(changed.find("\"value\": 200"), 12, "\"value\": 300");
    put("new", changed);
  }
};

TEST_F(RuleFilesOnDisk, AreComparedInPlainWords) {
  EXPECT_EQ(diff(file("old") + " " + file("new") + " --lang en"), 0);
  const std::string out = said(get("out"));
  EXPECT_NE(out.find("1 difference."), std::string::npos) << out;
  EXPECT_NE(out.find("From 1 January 2026: SEK 300. Before: SEK 200."), std::string::npos) << out;
  EXPECT_EQ(diff(file("old") + " " + file("new")), 0);
  EXPECT_NE(said(get("out")).find("1 skillnad."), std::string::npos) << get("out");
}

TEST_F(RuleFilesOnDisk, AreSaidToBeTheSame) {
  EXPECT_EQ(diff(file("old") + " " + file("old") + " -o " + file("written")), 0);
  EXPECT_NE(get("written").find("Ingenting skiljer."), std::string::npos);
  EXPECT_TRUE(get("out").empty());
}

TEST_F(RuleFilesOnDisk, AreRefusedWithASentenceEach) {
  put("plan", "{\"format\": \"vagval-plan\", \"version\": 2}");
  const std::pair<std::string, std::string> cases[] = {
      {file("nowhere"), "nowhere"},
      {file("plan"), "inte en regelfil"},
      {tests::path_of("tests/packs/bad/future_version.json"), "nyare version"},
      {tests::path_of("tests/packs/bad/unknown_key.json"), "/conditions/0/colour"},
      {tests::path_of("tests/packs/bad/too_deep.json"), "too_deep"},
  };
  for (const auto& [bad, words] : cases) {
    EXPECT_EQ(diff(file("old") + " " + bad + " -o " + file("written")), 3) << bad;
    EXPECT_NE(get("err").find(words), std::string::npos) << get("err");
    EXPECT_NE(access(file("written").c_str(), F_OK), 0) << bad;
  }
  EXPECT_EQ(diff(file("old")), 2);
}

#ifdef VAGVAL_MINISIGN
SignatureCheck check(const std::string& name, const std::string& signature, const std::string& key) {
  const Result<Signature> read = read_signature(get(signature));
  const Result<PublicKey> by = read_public_key(get(key));
  if (!read || !by) {
    ADD_FAILURE() << "not read";
    return SignatureCheck::file_changed;
  }
  return check_signature(*read, *by, get(name));
}

TEST_F(RuleFilesOnDisk, AreSignedByMinisignAndReadHere) {
  const std::string minisign = VAGVAL_MINISIGN;
  ASSERT_EQ(shell(minisign + " -G -W -f -p " + file("a.pub") + " -s " + file("a.key")), 0) << get("err");
  ASSERT_EQ(shell(minisign + " -G -W -f -p " + file("b.pub") + " -s " + file("b.key")), 0) << get("err");
  for (const char* kind : {"", "-l "}) {
    ASSERT_EQ(shell(minisign + " -S -W " + kind + "-s " + file("a.key") + " -m " + file("old") + " -x " +
                    file("old.minisig") + " -t 'for a test: åäö'"),
              0)
        << get("err");
    EXPECT_EQ(read_signature(get("old.minisig"))->comment, "for a test: åäö") << kind;
    EXPECT_EQ(check("old", "old.minisig", "a.pub"), SignatureCheck::good) << kind;
    EXPECT_EQ(check("new", "old.minisig", "a.pub"), SignatureCheck::file_changed) << kind;
    EXPECT_EQ(check("old", "old.minisig", "b.pub"), SignatureCheck::other_key) << kind;
  }
  EXPECT_NE(get("a.pub").find(key_id_text(read_public_key(get("a.pub"))->id)), std::string::npos);
}
#else
TEST_F(RuleFilesOnDisk, AreSignedByMinisignAndReadHere) {
  GTEST_SKIP() << "there is no minisign (Debian: apt-get install minisign)";
}
#endif

}  // namespace
}  // namespace vagval
