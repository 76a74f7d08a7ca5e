// Splits bytes into a series of short texts for a screen to show and a camera to read, and joins the texts again in any
// order.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"

namespace vagval {

/// Bytes of content in one text, and the largest number of texts in a series: three minutes of looking at a screen.
inline constexpr std::size_t code_piece_bytes = 256, code_series_max = 256;
inline constexpr std::size_t code_bytes_max = code_piece_bytes * code_series_max;

/// The bytes in pieces. Each text is "VV1" and then, in base 45 (RFC 9285, the alphabet that QR codes pack best): the
/// series (8 bytes, the same hash of the whole in each), which piece it is and how many there are (2 bytes each, from
/// 0), the piece, and a CRC-32 of all that.
/// \returns too_large_for_pictures (detail = the limit in KB). Empty bytes give no texts.
Result<std::vector<std::string>> code_series(std::string_view bytes);

/// Joins a series. The first intact text decides which series it is.
class CodeCollector {
 public:
  /// The result of reading one text.
  enum class Taken : std::uint8_t {
    added,
    again,         ///< read before
    foreign,       ///< not a text of a code series
    damaged,       ///< a text of a code series, damaged
    other_series,  ///< a text of another series than the first
    too_many,      ///< of a series longer than code_series_max
    wrong_whole    ///< the last text, and the joined bytes do not match the series' hash; the joiner forgets all texts
  };
  Taken add(std::string_view text);

  /// How many the series has; 0 before the first.
  std::size_t count() const { return pieces_.size(); }
  std::size_t read() const { return read_; }
  /// The pieces not read yet, counted from 1, in order.
  std::vector<std::size_t> missing() const;
  /// The joined bytes, once all pieces are read.
  std::optional<std::string> whole() const;

 private:
  std::uint64_t series_ = 0;
  std::size_t read_ = 0;
  std::vector<std::string> pieces_;  ///< empty: not yet read
};

}  // namespace vagval
