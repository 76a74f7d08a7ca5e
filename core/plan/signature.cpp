#include "plan/signature.h"

#include <sodium/crypto_generichash_blake2b.h>
#include <sodium/crypto_hash_sha256.h>
#include <sodium/crypto_sign_ed25519.h>
#include <sodium/utils.h>

#include <algorithm>
#include <optional>

#include "foundation/json.h"
#include "foundation/utf8.h"
#include "plan/base64.h"
#include "plan/text_bytes.h"

namespace vagval {

namespace {

constexpr std::string_view comment_begin = "untrusted comment:", trusted_begin = "trusted comment: ";
constexpr std::string_view plain_mark = "Ed", prehashed_mark = "ED";
constexpr std::size_t comment_max = 16'384;

/// Base64 with padding of exactly `size` bytes.
std::optional<std::string> decoded(std::string_view text, std::size_t size) {
  if (text.size() != (size + 2) / 3 * 4) return std::nullopt;
  std::optional<std::string> out = from_base64(text, Base64::padded);
  return out && out->size() == size ? out : std::nullopt;
}

/// Takes the next line off the front. Line ends may be those of Windows.
std::string_view next_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

template <std::size_t n>
void take(std::string_view bytes, std::size_t at, std::array<std::uint8_t, n>& out) {
  std::copy_n(raw(bytes.substr(at, n)), n, out.begin());
}

bool is_signed(const SignatureBytes& signature, std::string_view bytes, const PublicKey& key) {
  return crypto_sign_ed25519_verify_detached(signature.data(), raw(bytes), bytes.size(), key.key.data()) == 0;
}

std::string prehash_of(std::string_view bytes) {
  std::string out(crypto_generichash_blake2b_BYTES_MAX, '\0');
  crypto_generichash_blake2b(raw(out), out.size(), raw(bytes), bytes.size(), nullptr, 0);
  return out;
}

}  // namespace

Result<PublicKey> read_public_key(std::string_view text) {
  const Error not_a_key{ErrorId::not_a_key, "", ""};
  if (text.size() > comment_max) return not_a_key;
  std::string_view rest = without_space(text);
  if (rest.starts_with(comment_begin)) next_line(rest);
  const std::optional<std::string> bytes = decoded(without_space(rest), 2 + 8 + 32);
  if (!bytes || !bytes->starts_with(plain_mark)) return not_a_key;
  PublicKey out;
  take(*bytes, 2, out.id);
  take(*bytes, 10, out.key);
  return out;
}

Result<Signature> read_signature(std::string_view text) {
  const Error not_a_signature{ErrorId::not_a_signature, "", ""};
  if (text.size() > comment_max || first_broken_utf8(text) != std::string_view::npos) return not_a_signature;
  std::string_view rest = text;
  if (!next_line(rest).starts_with(comment_begin)) return not_a_signature;
  const std::optional<std::string> bytes = decoded(next_line(rest), 2 + 8 + 64);
  const std::string_view comment = next_line(rest);
  const std::optional<std::string> global = decoded(next_line(rest), 64);
  if (!bytes || !global || !comment.starts_with(trusted_begin) || !without_space(rest).empty()) return not_a_signature;
  Signature out;
  out.prehashed = bytes->starts_with(prehashed_mark);
  if (!out.prehashed && !bytes->starts_with(plain_mark)) return not_a_signature;
  out.comment = comment.substr(trusted_begin.size());
  take(*bytes, 2, out.key);
  take(*bytes, 10, out.of_file);
  take(*global, 0, out.of_comment);
  return out;
}

bool is_minisign_text(std::string_view text) { return without_space(text).starts_with(comment_begin); }

SignatureCheck check_signature(const Signature& signature, const PublicKey& key, std::string_view bytes) {
  if (signature.key != key.id) return SignatureCheck::other_key;
  if (!is_signed(signature.of_file, signature.prehashed ? prehash_of(bytes) : std::string(bytes), key))
    return SignatureCheck::file_changed;
  std::string both(reinterpret_cast<const char*>(signature.of_file.data()), signature.of_file.size());
  both += signature.comment;
  return is_signed(signature.of_comment, both, key) ? SignatureCheck::good : SignatureCheck::comment_changed;
}

std::string key_id_text(const KeyId& id) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  // minisign reads the eight bytes as a number, lowest byte first.
  for (std::size_t i = id.size(); i-- > 0;) {
    out += digits[id[i] / 16];
    out += digits[id[i] % 16];
  }
  out.erase(0, std::min(out.find_first_not_of('0'), out.size() - 1));
  return out;
}

std::string sha256_text(std::string_view bytes) {
  std::array<std::uint8_t, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), raw(bytes), bytes.size());
  std::string out(2 * hash.size() + 1, '\0');
  sodium_bin2hex(out.data(), out.size(), hash.data(), hash.size());
  out.pop_back();  // its ending zero
  return out;
}

}  // namespace vagval
