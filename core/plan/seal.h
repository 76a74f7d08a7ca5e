// A plan under a passphrase: age v1 files (age-encryption.org/v1) with a scrypt recipient, on libsodium's primitives.
// Nothing here is random and nothing waits: the host brings the random bytes and lets a passphrase be stretched in
// slices.
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
/// Bytes of a passphrase; a whole book pasted by mistake is none.
inline constexpr std::size_t passphrase_max = 1024;

/// Bytes of a file, whatever it is. What age puts around a plan of 1 MB is a header, 16 bytes for each 64 KB, and in an
/// armour a third more and the lines' ends.
inline constexpr std::size_t file_bytes_max = 1'400'000;

using Salt = std::array<std::uint8_t, 16>;
using FileKey = std::array<std::uint8_t, 16>;
using Nonce = std::array<std::uint8_t, 16>;
using WrapKey = std::array<std::uint8_t, 32>;

/// What one passphrase was stretched into. Kept in memory while the plan is open, so that saving again needs neither
/// the passphrase nor the wait; every save has a nonce of its own.
struct SealingKey {
  std::string header;  ///< of the file, to the end of its line with the MAC
  FileKey file_key{};
  friend bool operator==(const SealingKey&, const SealingKey&) = default;
};

/// A sealed file taken apart, not yet opened.
struct SealedFile {
  std::string header;   ///< to the end of the line with the MAC
  std::string covered;  ///< the part of the header that the MAC is over
  std::string mac, wrapped_key, payload;
  Salt salt{};
  int work_factor = 0;
};

/// What a file is sealed with, of what was typed: keyboards and systems write one letter as other bytes, and a
/// passphrase that looks the same has to be the same (NFC).
std::string passphrase_written(std::string_view typed);
/// What a file may have been sealed with, the likeliest first: what was typed, its NFC (see above; age seals what is
/// typed) and its NFD, each once. Mostly all are one.
std::vector<std::string> passphrase_forms(std::string_view typed);

/// scrypt (RFC 7914; r = 8, p = 1) with a passphrase as age uses it, in slices, so that no screen freezes.
class Stretching {
 public:
  /// \param work_factor  1…work_factor_max.
  /// \returns nothing where there is not enough memory: 2^work_factor KB.
  static std::unique_ptr<Stretching> begin(std::string_view passphrase, const Salt& salt, int work_factor);
  ~Stretching();
  Stretching(const Stretching&) = delete;
  Stretching& operator=(const Stretching&) = delete;

  /// Goes so many of the 2^(work_factor + 1) steps further. \returns whether it is done.
  bool advance(std::uint32_t steps);
  /// 0…1000 thousandths.
  int progress() const;
  /// The key, once it is done.
  WrapKey key() const;

 private:
  struct State;
  explicit Stretching(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// Whether the bytes say of themselves that they are an age file, of whatever version, binary or armoured, also where
/// an editor or a mail program has wrapped it (see restored_text).
bool is_sealed(std::string_view bytes);

/// \returns file_too_large, sealed_newer, sealed_for_keys, sealed_too_strong (detail = the factor), or sealed_damaged.
Result<SealedFile> read_sealed(std::string_view bytes);

/// \returns wrong_passphrase (or a file damaged in its first lines: the format cannot tell), or sealed_damaged.
Result<SealingKey> unlock(const SealedFile& file, const WrapKey& key);

/// \returns what was sealed, or sealed_damaged: nothing of a damaged file is given out.
Result<std::string> open_sealed(const SealedFile& file, const SealingKey& key);

/// A new key from random bytes and the passphrase stretched with the same salt and work factor.
SealingKey make_sealing_key(const WrapKey& key, const Salt& salt, int work_factor, const FileKey& random);

/// The bytes of a sealed file. \param nonce  random, never used twice with the same key.
std::string seal(const SealingKey& key, const Nonce& nonce, std::string_view plain);

/// Overwrites what was secret, in a way that the compiler does not leave out.
void wipe(std::string& text);
void wipe(SealingKey& key);
void wipe(WrapKey& key);

}  // namespace vagval
