// Sealed files: the format's own test values, the round trip, and the different errors.
#include "plan/seal.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace vagval {
namespace {

constexpr Salt salt{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
constexpr FileKey random_key{16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1};
constexpr Nonce nonce{9, 9, 9};

WrapKey stretched(std::string_view passphrase, const Salt& with = salt, int work_factor = 4) {
  const auto stretching = Stretching::begin(passphrase, with, work_factor);
  while (!stretching->advance(7)) continue;
  return stretching->key();
}

SealingKey key_for(std::string_view passphrase) { return make_sealing_key(stretched(passphrase), salt, 4, random_key); }

Result<std::string> opened(std::string_view bytes, std::string_view passphrase) {
  const Result<SealedFile> file = read_sealed(bytes);
  if (!file) return file.error();
  const Result<SealingKey> key = unlock(*file, stretched(passphrase, file->salt, file->work_factor));
  if (!key) return key.error();
  return open_sealed(*file, *key);
}

std::string hex(const WrapKey& key) {
  std::string out;
  for (const std::uint8_t byte : key)
    for (const int nibble : {byte >> 4, byte & 15}) out += "0123456789abcdef"[nibble];
  return out;
}

// scrypt with age's label before the salt; the value is from Python's hashlib.scrypt, an independent implementation.
TEST(Sealing, StretchesAPassphraseAsScryptDoes) {
  EXPECT_EQ(hex(stretched("fem vanliga ord i rad", salt, 10)),
            "55c4eaf8c6eedcb7ef097d022a3fce3bbfd46a6a205d55fbd60a9995405057b4");
}

TEST(Sealing, StretchesTheSameInSlicesOfAnySize) {
  for (const std::uint32_t slice : {1U, 3U, 1000U}) {
    const auto stretching = Stretching::begin("ord", salt, 5);
    int before = -1;
    while (!stretching->advance(slice)) {
      EXPECT_GE(stretching->progress(), before);
      before = stretching->progress();
    }
    EXPECT_EQ(stretching->progress(), 1000);
    EXPECT_EQ(stretching->key(), stretched("ord", salt, 5));
  }
}

TEST(Sealing, GivesBackWhatWasSealedWhateverItsLength) {
  const SealingKey key = key_for("ord ord ord");
  for (const std::size_t length : {0UL, 1UL, 65535UL, 65536UL, 65537UL, 131072UL, 300000UL}) {
    std::string plain(length, 'x');
    for (std::size_t i = 0; i < length; ++i) plain[i] = static_cast<char>(i * 31);
    const std::string sealed = seal(key, nonce, plain);
    ASSERT_TRUE(is_sealed(sealed));
    const Result<std::string> back = opened(sealed, "ord ord ord");
    ASSERT_TRUE(back) << length;
    EXPECT_EQ(*back, plain) << length;
  }
}

TEST(Sealing, SealsAgainWithoutThePassphraseAndWithAnotherNonce) {
  const std::string sealed = seal(key_for("ord"), nonce, "plan");
  const Result<SealedFile> file = read_sealed(sealed);
  const Result<SealingKey> key = unlock(*file, stretched("ord"));
  const std::string again = seal(*key, {1}, "plan 2");
  EXPECT_EQ(*opened(again, "ord"), "plan 2");
  EXPECT_NE(again.substr(file->header.size()), sealed.substr(file->header.size()));
}

TEST(Sealing, TellsAWrongPassphraseFromDamage) {
  const std::string sealed = seal(key_for("rätt"), nonce, "plan");
  EXPECT_EQ(opened(sealed, "fel").error().id, ErrorId::wrong_passphrase);
  std::string cut = sealed.substr(0, sealed.size() - 1);
  EXPECT_EQ(opened(cut, "rätt").error().id, ErrorId::sealed_damaged);
}

// Every single byte, changed: no plan, no crash, and one of the two possible errors.
TEST(Sealing, NoticesAnyByteThatIsChanged) {
  const std::string sealed = seal(key_for("ord"), nonce, "en plan");
  for (std::size_t at = 0; at < sealed.size(); ++at) {
    std::string changed = sealed;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    const Result<SealedFile> file = read_sealed(changed);
    // A changed factor would be tried, which may take minutes, so it is left out here.
    if (file && file->work_factor != 4) continue;
    EXPECT_FALSE(opened(changed, "ord")) << at;
  }
}

TEST(Sealing, NoticesAFileThatIsCutAnywhere) {
  const std::string sealed = seal(key_for("ord"), nonce, std::string(70'000, 'x'));
  for (std::size_t size = 0; size < sealed.size(); size += size < 300 ? 1 : 997)
    EXPECT_FALSE(opened(sealed.substr(0, size), "ord")) << size;
  // A file without its last chunk must not pass for a shorter plan.
  const std::size_t header = read_sealed(sealed)->header.size();
  EXPECT_FALSE(opened(sealed.substr(0, header + 16 + 65536 + 16), "ord"));
}

TEST(Sealing, SaysWhatKindOfFileItIs) {
  const auto id_of = [](std::string_view bytes) { return read_sealed(bytes).error().id; };
  EXPECT_FALSE(is_sealed("{\"format\": \"vagval-plan\"}"));
  EXPECT_TRUE(is_sealed("age-encryption.org/v2\n"));
  EXPECT_EQ(id_of("age-encryption.org/v2\n-> scrypt"), ErrorId::sealed_newer);
  EXPECT_EQ(id_of("age-encryption.org/v1\n-> X25519 abc\nabc\n--- abc\n"), ErrorId::sealed_for_keys);
  std::string strong = seal(key_for("ord"), nonce, "x");
  strong.replace(strong.find(" 4\n"), 3, " 19\n");
  EXPECT_EQ(id_of(strong), ErrorId::sealed_too_strong);
  EXPECT_EQ(read_sealed(strong).error().detail, "19");
  for (const char* factor : {" 04\n", " +4\n", " 4 \n", " \n", " 4x\n", " 40000000000\n"}) {
    std::string odd = seal(key_for("ord"), nonce, "x");
    odd.replace(odd.find(" 4\n"), 3, factor);
    EXPECT_EQ(id_of(odd), ErrorId::sealed_damaged) << factor;
  }
}

TEST(Sealing, RefusesAPassphraseBesideAnotherRecipient) {
  std::string two = seal(key_for("ord"), nonce, "x");
  two.insert(two.find("\n---") + 1, "-> X25519 abcd\nabcd\n");
  EXPECT_EQ(read_sealed(two).error().id, ErrorId::sealed_damaged);
}

std::string armoured(std::string_view bytes, std::string_view end = "\n") {
  static constexpr char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string base, out = "-----BEGIN AGE ENCRYPTED FILE-----" + std::string(end);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t three = 0;
    for (std::size_t k = 0; k < 3; ++k)
      three = three << 8 | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
    for (std::size_t k = 0; k < 4; ++k) base += i + k > bytes.size() ? '=' : letters[three >> (18 - 6 * k) & 63];
  }
  for (std::size_t i = 0; i < base.size(); i += 64) out += base.substr(i, 64) + std::string(end);
  return out + "-----END AGE ENCRYPTED FILE-----" + std::string(end);
}

TEST(Sealing, ReadsAnArmouredFileToo) {
  for (const std::size_t length : {0UL, 1UL, 2UL, 3UL, 47UL, 48UL, 49UL, 1000UL}) {
    const std::string sealed = seal(key_for("ord"), nonce, std::string(length, 'y'));
    for (const char* end : {"\n", "\r\n"}) {
      const std::string text = armoured(sealed, end);
      EXPECT_TRUE(is_sealed(text));
      ASSERT_TRUE(opened(text, "ord")) << length;
      EXPECT_EQ(opened("\n\n" + text + "  \n", "ord").error().id, ErrorId{}) << length;
    }
    EXPECT_FALSE(opened(armoured(sealed).substr(10), "ord"));
    EXPECT_FALSE(opened(armoured(sealed) + "x", "ord"));
    std::string long_line = armoured(sealed);
    long_line.erase(long_line.find('\n', 40), 1);
    EXPECT_FALSE(opened(long_line, "ord"));
  }
}

// The cases of the format's own test kit for scrypt, headers and payloads, made anew here: each must be refused.
TEST(Sealing, RefusesWhatTheFormatDoesNotAllow) {
  const std::string good = seal(key_for("ord"), nonce, std::string(65'536, 'x'));
  ASSERT_TRUE(opened(good, "ord"));
  const std::string salt_text = good.substr(good.find("scrypt ") + 7, 22);
  const std::size_t body = good.find('\n', good.find("-> ")) + 1, mac = good.find("--- ");
  const auto changed = [&](const std::string& from, const std::string& to) {
    std::string out = good;
    out.replace(out.find(from), from.size(), to);
    return out;
  };
  const std::string line = good.substr(good.find("-> "), body - good.find("-> "));
  const std::string key_line = good.substr(body, mac - body);
  const std::string mac_line = good.substr(mac, good.find('\n', mac) + 1 - mac);
  for (const auto& [what, bytes] : std::initializer_list<std::pair<const char*, std::string>>{
           {"twice scrypt", changed(line + key_line, line + key_line + line + key_line)},
           {"another argument", changed(" 4\n", " 4 x\n")},
           {"upper case", changed("-> scrypt", "-> SCRYPT")},
           {"no salt", changed(salt_text + " ", "")},
           {"a longer salt", changed(salt_text, salt_text + "AA")},
           {"a shorter salt", changed(salt_text, salt_text.substr(4))},
           {"a salt that is not canonical", changed(salt_text, salt_text.substr(0, 21) + "/")},
           {"no factor", changed(" 4\n", "\n")},
           {"factor zero", changed(" 4\n", " 0\n")},
           {"another factor", changed(" 4\n", " 5\n")},
           {"a factor in hex", changed(" 4\n", " 0x4\n")},
           {"a negative factor", changed(" 4\n", " -4\n")},
           {"padding", changed(salt_text, salt_text + "==")},
           {"no body", changed(key_line, "\n")},
           {"an empty last line", changed(key_line, key_line + "\n")},
           {"ends of lines with CR", changed(line, line.substr(0, line.size() - 1) + "\r\n")},
           {"no MAC", changed(mac_line, "---\n")},
           {"no space before the MAC", changed(mac_line, "---" + mac_line.substr(4))},
           {"two spaces before the MAC", changed(mac_line, "---  " + mac_line.substr(4))},
           {"a space behind the MAC", changed(mac_line, mac_line.substr(0, mac_line.size() - 1) + " \n")},
           {"a short MAC", changed(mac_line, mac_line.substr(0, 40) + "\n")},
           {"no payload", good.substr(0, mac + mac_line.size() + 16)},
           {"half a tag", good.substr(0, mac + mac_line.size() + 16 + 8)},
           {"something behind the end", good + "x"}})
    EXPECT_FALSE(opened(bytes, "ord")) << what;
}

TEST(Sealing, RefusesAnArmourThatIsNotStrict) {
  const std::string text = armoured(seal(key_for("ord"), nonce, std::string(100, 'y')));
  const std::size_t first = text.find('\n') + 1, end = text.find("-----END");
  for (const auto& [what, bytes] : std::initializer_list<std::pair<const char*, std::string>>{
           {"an empty line first", text.substr(0, first) + "\n" + text.substr(first)},
           {"an empty line last", text.substr(0, end) + "\n" + text.substr(end)},
           {"a header", text.substr(0, first) + "Key: value\n\n" + text.substr(first)},
           {"a space before a line", text.substr(0, first) + " " + text.substr(first)},
           {"a space behind a line", text.substr(0, end - 1) + " \n" + text.substr(end)},
           {"a short line", text.substr(0, first + 20) + "\n" + text.substr(first + 20)},
           {"another kind of end", text.substr(0, end) + "-----END PGP MESSAGE-----\n"}})
    EXPECT_FALSE(opened(bytes, "ord")) << what;
}

TEST(Sealing, WipesWhatWasSecret) {
  std::string secret = "ett två tre fyra fem sex sju åtta nio tio";
  const char* const at = secret.data();
  const std::size_t size = secret.size();
  wipe(secret);
  EXPECT_TRUE(secret.empty());
  EXPECT_TRUE(std::all_of(at, at + size, [](char c) { return c == 0; }));
  SealingKey key = key_for("ord");
  wipe(key);
  EXPECT_EQ(key, SealingKey{});
}

}  // namespace
}  // namespace vagval
