// A plan under a passphrase: age v1 files (age-encryption.org/v1) with a scrypt recipient, on libsodium's primitives.
// This file makes no random bytes and does not wait: the host passes the random bytes and has the passphrase stretched
// in slices.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "plan/sealed_file.h"

namespace vagval {

/// The largest passphrase in bytes. A whole book pasted by mistake is refused.
inline constexpr std::size_t passphrase_max = 1024;

using WrapKey = std::array<std::uint8_t, 32>;

/// A stretched passphrase. The program keeps it in memory while the plan is open, so that saving again needs neither
/// the passphrase nor the wait. Every save has a nonce of its own.
struct SealingKey {
  std::string header;  ///< the file's header, to the end of its line with the MAC
  FileKey file_key{};
  friend bool operator==(const SealingKey&, const SealingKey&) = default;
};

/// The bytes that seal a file, from the typed passphrase, in NFC. Keyboards and systems write the same letter as
/// different bytes, and a passphrase that looks the same must be the same.
std::string passphrase_written(std::string_view typed);
/// The bytes that may have sealed a file, the likeliest first: the typed ones (age seals these), their NFC and their
/// NFD, each once. For most passphrases all three are equal.
std::vector<std::string> passphrase_forms(std::string_view typed);

/// scrypt (RFC 7914; r = 8, p = 1) with a passphrase as age uses it, in slices, so that no screen freezes.
class Stretching {
 public:
  /// \param work_factor  1…work_factor_max.
  /// \returns nothing where the memory is too small; it takes 2^work_factor KB.
  static std::unique_ptr<Stretching> begin(std::string_view passphrase, const Salt& salt, int work_factor);
  ~Stretching();
  Stretching(const Stretching&) = delete;
  Stretching& operator=(const Stretching&) = delete;

  /// Does up to so many of the 2^(work_factor + 1) steps. \returns whether all are done.
  bool advance(std::uint32_t steps);
  /// The progress in thousandths, 0…1000.
  int progress() const;
  /// The key, after all steps are done.
  WrapKey key() const;

 private:
  struct State;
  explicit Stretching(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// Opens the header with a passphrase. \returns wrong_passphrase (or a file damaged in its first lines: the format
/// cannot tell), or sealed_damaged.
Result<SealingKey> unlock(const SealedFile& file, const WrapKey& key);

/// \returns the content, or sealed_damaged; a damaged file gives no part of its content.
Result<std::string> open_sealed(const SealedFile& file, const SealingKey& key);

/// Makes a new key from random bytes and the passphrase stretched with the same salt and work factor.
SealingKey make_sealing_key(const WrapKey& key, const Salt& salt, int work_factor, const FileKey& random);

/// The bytes of a sealed file. \param nonce  random; must not be used twice with the same key.
std::string seal(const SealingKey& key, const Nonce& nonce, std::string_view plain);

/// Overwrites secret bytes in a way that the compiler keeps.
void wipe(std::string& text);
void wipe(SealingKey& key);
void wipe(WrapKey& key);

}  // namespace vagval
