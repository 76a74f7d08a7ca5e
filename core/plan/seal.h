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

namespace vagval {

/// scrypt's work factor, as the power of two. Files are written with the first and read up to the second: 2^16 takes
/// 64 MB of memory for a moment, 2^18 takes 256 MB.
inline constexpr int work_factor_written = 16, work_factor_max = 18;
/// The largest passphrase in bytes. A whole book pasted by mistake is refused.
inline constexpr std::size_t passphrase_max = 1024;

/// The largest file in bytes, of any kind. Around a plan of 1 MB, age adds a header and 16 bytes for each 64 KB; an
/// armour adds a third and the line ends.
inline constexpr std::size_t file_bytes_max = 1'400'000;

using Salt = std::array<std::uint8_t, 16>;
using FileKey = std::array<std::uint8_t, 16>;
using Nonce = std::array<std::uint8_t, 16>;
using WrapKey = std::array<std::uint8_t, 32>;

/// A stretched passphrase. The program keeps it in memory while the plan is open, so that saving again needs neither
/// the passphrase nor the wait. Every save has a nonce of its own.
struct SealingKey {
  std::string header;  ///< the file's header, to the end of its line with the MAC
  FileKey file_key{};
  friend bool operator==(const SealingKey&, const SealingKey&) = default;
};

/// A parsed sealed file, still closed.
struct SealedFile {
  std::string header;   ///< to the end of the line with the MAC
  std::string covered;  ///< the part of the header that the MAC covers
  std::string mac, wrapped_key, payload;
  Salt salt{};
  int work_factor = 0;
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

/// Whether the bytes claim to be an age file, of any version, binary or armoured, also after an editor or a mail
/// program has wrapped them (see restored_text).
bool is_sealed(std::string_view bytes);

/// Parses a sealed file. \returns file_too_large, sealed_newer, sealed_for_keys, sealed_too_strong (detail = the
/// factor), or sealed_damaged.
Result<SealedFile> read_sealed(std::string_view bytes);

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
