#include "plan/seal.h"

#include <sodium/crypto_aead_chacha20poly1305.h>
#include <sodium/crypto_auth_hmacsha256.h>
#include <sodium/crypto_core_salsa208.h>
#include <sodium/utils.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "foundation/normal_form.h"
#include "plan/text_bytes.h"

namespace vagval {

namespace {

constexpr std::string_view scrypt_label = "age-encryption.org/v1/scrypt";
constexpr std::size_t chunk = 65536;

using Hash = std::array<std::uint8_t, crypto_auth_hmacsha256_BYTES>;

static_assert(tag_bytes == crypto_aead_chacha20poly1305_ietf_ABYTES);
static_assert(sizeof(Hash) == sizeof(Mac));

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

Result<SealingKey> unlock(const SealedFile& file, const WrapKey& key) {
  SealingKey out{file.header, {}};
  if (file.wrapped_key.size() != sizeof(FileKey) + tag_bytes) return sealed_damaged();
  if (crypto_aead_chacha20poly1305_ietf_decrypt(out.file_key.data(), nullptr, nullptr, raw(file.wrapped_key),
                                                file.wrapped_key.size(), nullptr, 0, no_nonce.data(), key.data()) != 0)
    return Error{ErrorId::wrong_passphrase, "", ""};
  const Hash mac = hmac(text_of(hkdf(out.file_key, {}, "header")), file.covered);
  if (file.mac.size() != sizeof mac || sodium_memcmp(mac.data(), file.mac.data(), sizeof mac) != 0) {
    wipe(out);
    return sealed_damaged();
  }
  return out;
}

Result<std::string> open_sealed(const SealedFile& file, const SealingKey& key) {
  if (file.payload.size() < sizeof(Nonce) + tag_bytes) return sealed_damaged();
  Hash payload_key = hkdf(key.file_key, std::string_view(file.payload).substr(0, sizeof(Nonce)), "payload");
  std::string_view rest = std::string_view(file.payload).substr(sizeof(Nonce));
  std::string out(rest.size(), '\0');
  std::size_t size = 0;
  bool whole = true;
  for (std::uint64_t counter = 0; whole; ++counter) {
    const std::string_view sealed = rest.substr(0, chunk + tag_bytes);
    rest.remove_prefix(sealed.size());
    const auto nonce = chunk_nonce(counter, rest.empty());
    unsigned long long got = 0;
    // Only an empty file has an empty last chunk; otherwise one file would have two forms.
    whole = sealed.size() >= tag_bytes && !(counter > 0 && sealed.size() == tag_bytes) &&
            crypto_aead_chacha20poly1305_ietf_decrypt(raw(out) + size, &got, nullptr, raw(sealed), sealed.size(),
                                                      nullptr, 0, nonce.data(), payload_key.data()) == 0;
    size += static_cast<std::size_t>(got);
    if (rest.empty()) break;
  }
  sodium_memzero(payload_key.data(), payload_key.size());
  if (!whole) {
    wipe(out);
    return sealed_damaged();
  }
  out.resize(size);
  return out;
}

SealingKey make_sealing_key(const WrapKey& key, const Salt& salt, int work_factor, const FileKey& random) {
  SealingKey out{{}, random};
  std::string wrapped(sizeof(FileKey) + tag_bytes, '\0');
  crypto_aead_chacha20poly1305_ietf_encrypt(raw(wrapped), nullptr, random.data(), random.size(), nullptr, 0, nullptr,
                                            no_nonce.data(), key.data());
  out.header = covered_header(salt, work_factor, wrapped);
  out.header = header_with_mac(out.header, hmac(text_of(hkdf(random, {}, "header")), out.header));
  return out;
}

std::string seal(const SealingKey& key, const Nonce& nonce, std::string_view plain) {
  std::string out = key.header + std::string(text_of(nonce));
  Hash payload_key = hkdf(key.file_key, text_of(nonce), "payload");
  std::string sealed(chunk + tag_bytes, '\0');
  for (std::uint64_t counter = 0;; ++counter) {
    const std::string_view part_of = plain.substr(0, chunk);
    plain.remove_prefix(part_of.size());
    const auto at = chunk_nonce(counter, plain.empty());
    crypto_aead_chacha20poly1305_ietf_encrypt(raw(sealed), nullptr, raw(part_of), part_of.size(), nullptr, 0, nullptr,
                                              at.data(), payload_key.data());
    out.append(sealed, 0, part_of.size() + tag_bytes);
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
