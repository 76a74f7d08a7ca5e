#include "plan/seal.h"

#include <sodium/crypto_aead_chacha20poly1305.h>
#include <sodium/crypto_auth_hmacsha256.h>
#include <sodium/crypto_core_salsa208.h>
#include <sodium/utils.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <utility>

#include "foundation/json.h"
#include "foundation/normal_form.h"
#include "plan/text_bytes.h"

namespace vagval {

namespace {

constexpr std::string_view magic = "age-encryption.org/";
constexpr std::string_view first_line = "age-encryption.org/v1\n";
constexpr std::string_view scrypt_label = "age-encryption.org/v1/scrypt";
constexpr std::string_view armour_begin = "-----BEGIN AGE ENCRYPTED FILE-----";
constexpr std::string_view armour_end = "-----END AGE ENCRYPTED FILE-----";
constexpr std::size_t chunk = 65536, tag = crypto_aead_chacha20poly1305_ietf_ABYTES;

using Hash = std::array<std::uint8_t, crypto_auth_hmacsha256_BYTES>;

// Never null, also for empty bytes: the receiver may copy zero bytes, but not from a null pointer.
template <std::size_t n>
std::string_view text_of(const std::array<std::uint8_t, n>& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), n};
}

Hash hmac(std::string_view key, std::string_view one, std::string_view two = {}) {
  crypto_auth_hmacsha256_state state;
  crypto_auth_hmacsha256_init(&state, raw(key), key.size());
  crypto_auth_hmacsha256_update(&state, raw(one), one.size());
  crypto_auth_hmacsha256_update(&state, raw(two), two.size());
  Hash out;
  crypto_auth_hmacsha256_final(&state, out.data());
  sodium_memzero(&state, sizeof state);
  return out;
}

/// HKDF-SHA-256 (RFC 5869) of one block. An empty salt stands for 32 zeros, which give HMAC the same key.
Hash hkdf(const FileKey& secret, std::string_view salt, std::string_view info) {
  Hash extracted = hmac(salt, text_of(secret));
  const Hash out = hmac(text_of(extracted), info, std::string_view("\x01", 1));
  sodium_memzero(extracted.data(), extracted.size());
  return out;
}

std::string base64(std::string_view bytes) {
  std::string out(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL_NO_PADDING), '\0');
  sodium_bin2base64(out.data(), out.size(), raw(bytes), bytes.size(), sodium_base64_VARIANT_ORIGINAL_NO_PADDING);
  out.pop_back();  // its ending zero
  return out;
}

std::optional<std::string> from_base64(std::string_view text, int variant) {
  std::string out(text.size() / 4 * 3 + 3, '\0');
  std::size_t size = 0;
  const char* end = nullptr;
  if (sodium_base642bin(raw(out), out.size(), text.data(), text.size(), nullptr, &size, &end, variant) != 0 ||
      end != text.data() + text.size())
    return std::nullopt;
  out.resize(size);
  return out;
}
std::optional<std::string> from_base64(std::string_view text) {
  return from_base64(text, sodium_base64_VARIANT_ORIGINAL_NO_PADDING);
}

/// Takes the next line off the front, without its line end. Returns nothing when no line ends.
std::optional<std::string_view> take_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end + 1);
  return line;
}

/// The bytes inside an armour (strict PEM: lines of 64, the last one shorter or as long).
std::optional<std::string> without_armour(std::string_view text) {
  text = without_space(text);
  if (!text.starts_with(armour_begin) || !text.ends_with(armour_end)) return std::nullopt;
  text.remove_prefix(armour_begin.size());
  text.remove_suffix(armour_end.size());
  if (text.starts_with('\r')) text.remove_prefix(1);
  if (!text.starts_with('\n')) return std::nullopt;
  text.remove_prefix(1);
  std::string joined;
  bool last = false;
  for (std::string_view rest = text; !rest.empty();) {
    const std::optional<std::string_view> line = take_line(rest);
    if (!line) return std::nullopt;
    const std::string_view body = line->ends_with('\r') ? line->substr(0, line->size() - 1) : *line;
    if (last || body.empty() || body.size() > 64) return std::nullopt;
    last = body.size() < 64;
    joined += body;
  }
  return from_base64(joined, sodium_base64_VARIANT_ORIGINAL);
}

Error damaged() { return {ErrorId::sealed_damaged, "", ""}; }

/// A decimal number as the format writes it: no sign, no zero in front.
std::optional<int> factor_of(std::string_view text) {
  if (text.empty() || text.size() > 3 || text.front() == '0') return std::nullopt;
  int out = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    out = out * 10 + (c - '0');
  }
  return out;
}

/// The nonce of one chunk: eleven bytes of counter and whether it is the last.
std::array<std::uint8_t, 12> chunk_nonce(std::uint64_t counter, bool last) {
  std::array<std::uint8_t, 12> out{};
  for (std::size_t i = 0; i < 8; ++i) out[10 - i] = static_cast<std::uint8_t>(counter >> (8 * i));
  out[11] = last ? 1 : 0;
  return out;
}

constexpr std::array<std::uint8_t, 12> no_nonce{};  // the wrapping key is used once

// ---- scrypt ----

constexpr std::size_t block = 1024, part = 64, parts = block / part;  // r = 8

void exclusive_or(std::uint8_t* into, const std::uint8_t* from, std::size_t size) {
  for (std::size_t i = 0; i < size; i += sizeof(std::uint64_t)) {
    std::uint64_t a = 0, b = 0;
    std::memcpy(&a, into + i, sizeof a);
    std::memcpy(&b, from + i, sizeof b);
    a ^= b;
    std::memcpy(into + i, &a, sizeof a);
  }
}

/// Salsa20/8 of 64 bytes. libsodium's core takes the same sixteen words as constant (the diagonal), key and input.
void salsa(std::uint8_t* x) {
  std::uint8_t constant[16], key[32], input[16], out[64];
  for (std::size_t i = 0; i < 4; ++i) std::memcpy(constant + 4 * i, x + 20 * i, 4);
  std::memcpy(key, x + 4, 16);
  std::memcpy(key + 16, x + 44, 16);
  std::memcpy(input, x + 24, 16);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"  // deprecated as a hash; scrypt needs it as a part
  crypto_core_salsa208(out, input, key, constant);
#pragma GCC diagnostic pop
  std::memcpy(x, out, sizeof out);
}

void mix_block(std::uint8_t* b, std::uint8_t* scratch) {
  std::uint8_t x[part];
  std::memcpy(x, b + block - part, part);
  for (std::size_t i = 0; i < parts; ++i) {
    exclusive_or(x, b + i * part, part);
    salsa(x);
    std::memcpy(scratch + (i % 2 * parts / 2 + i / 2) * part, x, part);
  }
  std::memcpy(b, scratch, block);
}

}  // namespace

std::string passphrase_written(std::string_view typed) { return composed(typed); }

std::vector<std::string> passphrase_forms(std::string_view typed) {
  std::vector<std::string> out{std::string(typed)};
  for (std::string form : {composed(typed), decomposed(typed)}) {
    if (std::find(out.begin(), out.end(), form) == out.end()) out.push_back(form);
    wipe(form);
  }
  return out;
}

struct Stretching::State {
  std::string passphrase;
  std::uint8_t b[block], scratch[block];
  std::uint8_t* memory = nullptr;
  std::uint32_t blocks = 0, at = 0;  // `at` counts to twice `blocks`: first filling, then mixing

  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    wipe(passphrase);
    sodium_memzero(b, sizeof b);
    sodium_memzero(scratch, sizeof scratch);
    if (memory) sodium_memzero(memory, std::size_t{blocks} * block);
    std::free(memory);
  }
};

Stretching::Stretching(std::unique_ptr<State> state) : state_(std::move(state)) {}
Stretching::~Stretching() = default;

std::unique_ptr<Stretching> Stretching::begin(std::string_view passphrase, const Salt& salt, int work_factor) {
  auto state = std::make_unique<State>();
  state->blocks = std::uint32_t{1} << std::clamp(work_factor, 1, work_factor_max);
  state->memory = static_cast<std::uint8_t*>(std::malloc(std::size_t{state->blocks} * block));
  if (!state->memory) return nullptr;
  state->passphrase = passphrase;
  // PBKDF2-HMAC-SHA-256 of one round.
  const std::string salted = std::string(scrypt_label) + std::string(text_of(salt));
  for (std::size_t i = 0; i < block / sizeof(Hash); ++i) {
    const char counter[] = {0, 0, 0, static_cast<char>(i + 1)};
    const Hash hash = hmac(passphrase, salted, {counter, sizeof counter});
    std::memcpy(state->b + i * sizeof(Hash), hash.data(), sizeof(Hash));
  }
  return std::unique_ptr<Stretching>(new Stretching(std::move(state)));
}

bool Stretching::advance(std::uint32_t steps) {
  State& s = *state_;
  for (; steps > 0 && s.at < 2 * s.blocks; --steps, ++s.at) {
    if (s.at < s.blocks) {
      std::memcpy(s.memory + std::size_t{s.at} * block, s.b, block);
    } else {
      const std::uint8_t* last = s.b + block - part;
      const std::uint32_t number = static_cast<std::uint32_t>(last[0]) | static_cast<std::uint32_t>(last[1]) << 8 |
                                   static_cast<std::uint32_t>(last[2]) << 16;
      exclusive_or(s.b, s.memory + std::size_t{number & (s.blocks - 1)} * block, block);
    }
    mix_block(s.b, s.scratch);
  }
  return s.at == 2 * s.blocks;
}

int Stretching::progress() const {
  return static_cast<int>(std::uint64_t{1000} * state_->at / (std::uint64_t{2} * state_->blocks));
}

WrapKey Stretching::key() const {
  const std::string_view b(reinterpret_cast<const char*>(state_->b), block);
  return hmac(state_->passphrase, b, std::string_view("\0\0\0\1", 4));
}

namespace {

bool begins_sealed(std::string_view bytes) {
  return bytes.starts_with(magic) || without_space(bytes).starts_with(armour_begin);
}

// Whether an armour begins on a line, also after other text such as a letter. Such a file has a passphrase even if it
// is not readable.
bool has_armour(std::string_view text) {
  for (std::optional<std::string_view> line = take_line(text); line; line = take_line(text)) {
    const std::size_t first = line->find_first_not_of("> \t");
    if (first != std::string_view::npos && without_space(line->substr(first)) == armour_begin) return true;
  }
  return false;
}

/// Whether the first line names a later version than the one read here: "v" and a number. Any other character in it (a
/// carriage return above all) was added in transit.
bool names_newer_version(std::string_view bytes) {
  std::string_view rest = bytes;
  std::optional<std::string_view> line = take_line(rest);
  if (!line || !line->starts_with(magic)) return false;
  line->remove_prefix(magic.size());
  if (!line->starts_with('v')) return false;
  const std::optional<int> version = factor_of(line->substr(1));
  return version && *version > 1;
}

}  // namespace

bool is_sealed(std::string_view bytes) {
  if (begins_sealed(bytes)) return true;
  constexpr std::size_t beginning = 4000;  // the file may be large and of any kind
  const std::string text = restored_text(bytes.substr(0, beginning));
  return begins_sealed(text) || has_armour(text);
}

Result<SealedFile> read_sealed(std::string_view bytes) {
  if (bytes.size() > file_bytes_max) return Error{ErrorId::file_too_large, "", ""};
  std::string restored, unarmoured;
  if (!begins_sealed(bytes)) {
    restored = restored_text(bytes);
    bytes = restored;
  }
  if (!bytes.starts_with(magic)) {
    std::optional<std::string> inside = without_armour(bytes);
    if (!inside) return damaged();
    unarmoured = std::move(*inside);
    bytes = unarmoured;
  }
  if (!bytes.starts_with(first_line))
    return names_newer_version(bytes) ? Error{ErrorId::sealed_newer, "", ""} : damaged();
  std::string_view rest = bytes.substr(first_line.size());
  const std::optional<std::string_view> stanza = take_line(rest);
  if (!stanza || !stanza->starts_with("-> ")) return damaged();
  constexpr std::string_view scrypt = "-> scrypt ";
  if (!stanza->starts_with(scrypt)) return Error{ErrorId::sealed_for_keys, "", ""};
  const std::string_view arguments = stanza->substr(scrypt.size());
  const std::size_t space = arguments.find(' ');
  if (space == std::string_view::npos) return damaged();
  const std::optional<std::string> salt = from_base64(arguments.substr(0, space));
  const std::optional<int> factor = factor_of(arguments.substr(space + 1));
  const std::optional<std::string_view> body = take_line(rest);
  if (!salt || salt->size() != sizeof(Salt) || !factor || !body) return damaged();
  SealedFile out;
  std::copy_n(salt->begin(), sizeof(Salt), out.salt.begin());
  out.work_factor = *factor;
  const std::optional<std::string> wrapped = from_base64(*body);
  if (!wrapped || wrapped->size() != sizeof(FileKey) + tag) return damaged();
  out.wrapped_key = *wrapped;
  // A passphrase must be the only recipient: a second recipient could open the file without it.
  constexpr std::string_view end = "--- ";
  if (!rest.starts_with(end)) return damaged();
  out.covered = std::string(bytes.substr(0, bytes.size() - rest.size() + end.size() - 1));
  const std::optional<std::string_view> last = take_line(rest);
  const std::optional<std::string> mac = last ? from_base64(last->substr(end.size())) : std::nullopt;
  if (!mac || mac->size() != sizeof(Hash) || rest.size() < sizeof(Nonce) + tag) return damaged();
  if (*factor > work_factor_max) return Error{ErrorId::sealed_too_strong, "", std::to_string(*factor)};
  out.mac = *mac;
  out.header = std::string(bytes.substr(0, bytes.size() - rest.size()));
  out.payload = std::string(rest);
  return out;
}

Result<SealingKey> unlock(const SealedFile& file, const WrapKey& key) {
  SealingKey out{file.header, {}};
  if (file.wrapped_key.size() != sizeof(FileKey) + tag) return damaged();
  if (crypto_aead_chacha20poly1305_ietf_decrypt(out.file_key.data(), nullptr, nullptr, raw(file.wrapped_key),
                                                file.wrapped_key.size(), nullptr, 0, no_nonce.data(), key.data()) != 0)
    return Error{ErrorId::wrong_passphrase, "", ""};
  const Hash mac = hmac(text_of(hkdf(out.file_key, {}, "header")), file.covered);
  if (file.mac.size() != sizeof mac || sodium_memcmp(mac.data(), file.mac.data(), sizeof mac) != 0) {
    wipe(out);
    return damaged();
  }
  return out;
}

Result<std::string> open_sealed(const SealedFile& file, const SealingKey& key) {
  if (file.payload.size() < sizeof(Nonce) + tag) return damaged();
  Hash payload_key = hkdf(key.file_key, std::string_view(file.payload).substr(0, sizeof(Nonce)), "payload");
  std::string_view rest = std::string_view(file.payload).substr(sizeof(Nonce));
  std::string out(rest.size(), '\0');
  std::size_t size = 0;
  bool whole = true;
  for (std::uint64_t counter = 0; whole; ++counter) {
    const std::string_view sealed = rest.substr(0, chunk + tag);
    rest.remove_prefix(sealed.size());
    const auto nonce = chunk_nonce(counter, rest.empty());
    unsigned long long got = 0;
    // Only an empty file has an empty last chunk; otherwise one file would have two forms.
    whole = sealed.size() >= tag && !(counter > 0 && sealed.size() == tag) &&
            crypto_aead_chacha20poly1305_ietf_decrypt(raw(out) + size, &got, nullptr, raw(sealed), sealed.size(),
                                                      nullptr, 0, nonce.data(), payload_key.data()) == 0;
    size += static_cast<std::size_t>(got);
    if (rest.empty()) break;
  }
  sodium_memzero(payload_key.data(), payload_key.size());
  if (!whole) {
    wipe(out);
    return damaged();
  }
  out.resize(size);
  return out;
}

SealingKey make_sealing_key(const WrapKey& key, const Salt& salt, int work_factor, const FileKey& random) {
  SealingKey out{{}, random};
  std::string wrapped(sizeof(FileKey) + tag, '\0');
  crypto_aead_chacha20poly1305_ietf_encrypt(raw(wrapped), nullptr, random.data(), random.size(), nullptr, 0, nullptr,
                                            no_nonce.data(), key.data());
  out.header = std::string(first_line) + "-> scrypt " + base64(text_of(salt)) + ' ' + std::to_string(work_factor) +
               '\n' + base64(wrapped) + "\n---";
  const Hash mac = hmac(text_of(hkdf(random, {}, "header")), out.header);
  out.header += ' ' + base64(text_of(mac)) + '\n';
  return out;
}

std::string seal(const SealingKey& key, const Nonce& nonce, std::string_view plain) {
  std::string out = key.header + std::string(text_of(nonce));
  Hash payload_key = hkdf(key.file_key, text_of(nonce), "payload");
  std::string sealed(chunk + tag, '\0');
  for (std::uint64_t counter = 0;; ++counter) {
    const std::string_view part_of = plain.substr(0, chunk);
    plain.remove_prefix(part_of.size());
    const auto at = chunk_nonce(counter, plain.empty());
    crypto_aead_chacha20poly1305_ietf_encrypt(raw(sealed), nullptr, raw(part_of), part_of.size(), nullptr, 0, nullptr,
                                              at.data(), payload_key.data());
    out.append(sealed, 0, part_of.size() + tag);
    if (plain.empty()) break;
  }
  sodium_memzero(payload_key.data(), payload_key.size());
  return out;
}

void wipe(std::string& text) {
  sodium_memzero(text.data(), text.size());
  text.clear();
}

void wipe(SealingKey& key) {
  sodium_memzero(key.file_key.data(), key.file_key.size());
  wipe(key.header);
}

void wipe(WrapKey& key) { sodium_memzero(key.data(), key.size()); }

}  // namespace vagval
