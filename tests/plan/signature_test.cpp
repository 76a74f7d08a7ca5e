// Signatures made by minisign 0.11, and the results for changed files, signatures and keys.
#include "plan/signature.h"

#include <gtest/gtest.h>

namespace vagval {
namespace {

const std::string rules_file = "rules of a test\n";
const std::string key_line = "RWTXpQugqn2+Js/wMoko7QI0hBDfTB9yHocMOcJ+Zk1xjBEFobJ3Q9uO";
const std::string key_file = "untrusted comment: minisign public key 26BE7DAAA00BA5D7\n" + key_line + "\n";
const std::string other_key = "RWTvogc+u3sAk4VobyJrbHvf+W+aNiTPpeF2Rb+imYe0D3aDZJLpzC98";
const std::string signature =
    "untrusted comment: c\n"
    "RUTXpQugqn2+JpAYK1XTB1+kxlz3Q9H9FK0+6tkEiu1kdZnG7dqqEoz+Oz9CkIN/ZWqsk+luBOtZjhFFrlZVL3xjZfXrMMFdMQw=\n"
    "trusted comment: checked by nobody, for a test\n"
    "M0U28xvh06EKxF8WIwz5tPUU8Lmg6phufP6bMFZKRUOwVCbSFdrt16L2/nE82HKF7OxC5dDXTZzhQViTsS4nAQ==\n";
const std::string older_kind =
    "untrusted comment: signature from minisign secret key\n"
    "RWTXpQugqn2+JutuMFRmZLbIzABoLSNgzSvhkHmJsJvov2GQkfn4BUjHHNpnArIZA49ASzroGGRKg3azoYzE3WtgphBiQNaSpgE=\n"
    "trusted comment: older kind\n"
    "X8RJ1q7NUCCvpoE5s9D0BWjLLjxcYKNvdTnoS0hGSIwqg6BNnDHsK2hDA5mrLK52fEYuxKh5x4ybEVzgMnY9Aw==\n";

std::string with(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}
SignatureCheck check(const std::string& text, const std::string& key, const std::string& bytes) {
  const Result<Signature> read = read_signature(text);
  const Result<PublicKey> by = read_public_key(key);
  if (!read || !by) {
    ADD_FAILURE() << "not read";
    return SignatureCheck::file_changed;
  }
  return check_signature(*read, *by, bytes);
}

TEST(Signature, OfMinisignIsGoodForItsFile) { EXPECT_EQ(check(signature, key_line, rules_file), SignatureCheck::good); }

TEST(Signature, OfTheOlderKindIsGoodToo) {
  EXPECT_FALSE(read_signature(older_kind)->prehashed);
  EXPECT_TRUE(read_signature(signature)->prehashed);
  EXPECT_EQ(check(older_kind, key_file, rules_file), SignatureCheck::good);
}

TEST(Signature, TellsThatTheFileIsNotTheOneThatWasSigned) {
  EXPECT_EQ(check(signature, key_line, "Rules of a test\n"), SignatureCheck::file_changed);
  EXPECT_EQ(check(signature, key_line, ""), SignatureCheck::file_changed);
  EXPECT_EQ(check(older_kind, key_line, rules_file + " "), SignatureCheck::file_changed);
}

TEST(Signature, TellsThatItsCommentWasChanged) {
  EXPECT_EQ(check(with(signature, "by nobody", "by us"), key_line, rules_file), SignatureCheck::comment_changed);
}

TEST(Signature, TellsThatItIsOfAnotherKey) {
  EXPECT_EQ(check(signature, other_key, rules_file), SignatureCheck::other_key);
}

TEST(Signature, IsNotGoodForAKeyThatOnlyBearsTheSameName) {
  PublicKey forged = *read_public_key(other_key);
  forged.id = read_public_key(key_line)->id;
  EXPECT_EQ(check_signature(*read_signature(signature), forged, rules_file), SignatureCheck::file_changed);
}

TEST(Signature, SaysWhoseItIsAsMinisignDoes) {
  EXPECT_EQ(key_id_text(read_signature(signature)->key), "26BE7DAAA00BA5D7");
  EXPECT_EQ(key_id_text(read_public_key(key_file)->id), "26BE7DAAA00BA5D7");
  EXPECT_EQ(key_id_text({0x10, 0, 0, 0, 0, 0, 0x0C, 0}), "C000000000010") << "as minisign prints a number";
  EXPECT_EQ(read_signature(signature)->comment, "checked by nobody, for a test");
}

TEST(Signature, IsReadWithTheLinesOfWindows) {
  std::string windows;
  for (const char c : signature) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
  EXPECT_EQ(check(windows, key_line, rules_file), SignatureCheck::good);
}

TEST(Signature, IsRefusedWhenItIsNone) {
  const std::string none[] = {"",
                              "{}",
                              key_file,
                              signature.substr(0, 60),
                              signature.substr(0, signature.size() - 20),
                              with(signature, "RUTX", "RVTX"),
                              with(signature, "RUTX", "RU=X"),
                              with(signature, "trusted comment: checked", "checked"),
                              signature + "more\n",
                              with(signature, "nobody", "\xFF\xFE"),
                              with(signature, "nobody", std::string(20'000, 'a'))};
  for (const std::string& text : none) {
    const Result<Signature> read = read_signature(text);
    ASSERT_FALSE(read) << text.substr(0, 80);
    EXPECT_EQ(read.error().id, ErrorId::not_a_signature);
  }
}

TEST(PublicKey, IsReadFromItsFileOrFromItsLine) {
  EXPECT_EQ(*read_public_key(key_file), *read_public_key("  " + key_line + " \n"));
}

TEST(PublicKey, IsRefusedWhenItIsNone) {
  for (const std::string& text : {std::string(), std::string("RW"), key_line.substr(1), "X" + key_line,
                                  with(key_line, "RWTX", "RUTX"), key_line + key_line, signature}) {
    const Result<PublicKey> read = read_public_key(text);
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.error().id, ErrorId::not_a_key);
  }
}

TEST(Hash, IsThatOfTheStandard) {
  EXPECT_EQ(sha256_text("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256_text(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

}  // namespace
}  // namespace vagval
