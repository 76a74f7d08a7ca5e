// Checks minisign signatures (Ed25519) of files, and computes a file's hash. This program signs no files.
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
  KeyId key{};  ///< the key that the signature names
  bool prehashed =
      false;  ///< the signature covers the file's BLAKE2b-512 ("ED") instead of the file itself ("Ed", older)
  SignatureBytes of_file{};
  std::string comment;          ///< the trusted comment, which `of_comment` signs
  SignatureBytes of_comment{};  ///< of `of_file` and `comment` together
  friend bool operator==(const Signature&, const Signature&) = default;
};

/// Reads a public key: the text of a .pub file, or its second line alone. Any other text is ErrorId::not_a_key.
Result<PublicKey> read_public_key(std::string_view text);

/// Reads the text of a .minisig file, of at most 16 kB. Any other text is ErrorId::not_a_signature.
Result<Signature> read_signature(std::string_view text);

/// Whether the text begins like a key or signature file, so that the error can name its fault.
bool is_minisign_text(std::string_view text);

enum class SignatureCheck : std::uint8_t {
  good,
  other_key,       ///< another key made the signature
  file_changed,    ///< the file's bytes are not the signed ones
  comment_changed  ///< the file's bytes are the signed ones, but the trusted comment is not
};
SignatureCheck check_signature(const Signature& signature, const PublicKey& key, std::string_view bytes);

/// The key's name as minisign writes it: at most 16 hexadecimal digits in capitals, without leading zeros.
std::string key_id_text(const KeyId& id);

/// SHA-256 as 64 lower-case hexadecimal digits.
std::string sha256_text(std::string_view bytes);

}  // namespace vagval
