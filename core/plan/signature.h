// Whose file it is: minisign signatures (Ed25519) of files, and a file's hash. Nothing is signed here, only checked.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "foundation/result.h"

namespace vagval {

using KeyId = std::array<std::uint8_t, 8>;
using SignatureBytes = std::array<std::uint8_t, 64>;

struct PublicKey {
  KeyId id{};
  std::array<std::uint8_t, 32> key{};
  friend bool operator==(const PublicKey&, const PublicKey&) = default;
};

struct Signature {
  KeyId key{};             ///< of whom it says it is
  bool prehashed = false;  ///< of the file's BLAKE2b-512 ("ED") instead of the file itself ("Ed", older)
  SignatureBytes of_file{};
  std::string comment;          ///< the trusted comment: signed too, by `of_comment`
  SignatureBytes of_comment{};  ///< of `of_file` and `comment` together
  friend bool operator==(const Signature&, const Signature&) = default;
};

/// Reads a public key: the text of a .pub file, or its second line alone. Anything else is ErrorId::not_a_key.
Result<PublicKey> read_public_key(std::string_view text);

/// Reads the text of a .minisig file, of at most 16 kB. Anything else is ErrorId::not_a_signature.
Result<Signature> read_signature(std::string_view text);

/// Whether the text begins as both kinds of file do, so that it is said what is wrong with it.
bool is_minisign_text(std::string_view text);

enum class SignatureCheck : std::uint8_t {
  good,
  other_key,       ///< made with another key than this one
  file_changed,    ///< these are not the bytes that were signed
  comment_changed  ///< they are, but the trusted comment is not
};
SignatureCheck check_signature(const Signature& signature, const PublicKey& key, std::string_view bytes);

/// As minisign writes it: at most 16 hexadecimal digits in capitals, without zeros at their beginning.
std::string key_id_text(const KeyId& id);

/// SHA-256 in 64 lower-case hexadecimal digits.
std::string sha256_text(std::string_view bytes);

}  // namespace vagval
