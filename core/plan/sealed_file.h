// The form of a sealed file: an age v1 file (age-encryption.org/v1) with a scrypt recipient, binary or armoured. Reads
// its parts without opening it; seal.h opens it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "foundation/result.h"

namespace vagval {

/// scrypt's work factor, as the power of two. Files are written with the first and read up to the second: 2^16 takes
/// 64 MB of memory for a moment, 2^18 takes 256 MB.
inline constexpr int work_factor_written = 16, work_factor_max = 18;

/// The largest file in bytes, of any kind. Around a plan of 1 MB, age adds a header and 16 bytes for each 64 KB; an
/// armour adds a third and the line ends.
inline constexpr std::size_t file_bytes_max = 1'400'000;

/// The bytes that prove that an encrypted part is whole.
inline constexpr std::size_t tag_bytes = 16;

using Salt = std::array<std::uint8_t, 16>;
using FileKey = std::array<std::uint8_t, 16>;
using Nonce = std::array<std::uint8_t, 16>;
using Mac = std::array<std::uint8_t, 32>;

/// A parsed sealed file, still closed.
struct SealedFile {
  std::string header;   ///< to the end of the line with the MAC
  std::string covered;  ///< the part of the header that the MAC covers
  std::string mac, wrapped_key, payload;
  Salt salt{};
  int work_factor = 0;
};

/// Whether the bytes claim to be an age file, of any version, binary or armoured, also after an editor or a mail
/// program has wrapped them (see restored_text).
bool is_sealed(std::string_view bytes);

/// Parses a sealed file. \returns file_too_large, sealed_newer, sealed_for_keys, sealed_too_strong (detail = the
/// factor), or sealed_damaged.
Result<SealedFile> read_sealed(std::string_view bytes);

/// The error of a file that is not whole.
Error sealed_damaged();

/// The header of a sealed file up to its MAC: the part that the MAC covers.
std::string covered_header(const Salt& salt, int work_factor, std::string_view wrapped_key);
/// The whole header, to the end of the line with the MAC.
std::string header_with_mac(const std::string& covered, const Mac& mac);

}  // namespace vagval
