// A number as people write it: "2 500 kr", "2.500,00", "2500:-", "SEK 2'500".
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vagval {

struct NumberWanted {
  int decimals = 0;  ///< at most so many; more of them are more than is wanted
  std::span<const std::string_view>
      units;  ///< words and signs that may stand before or behind, as `plainly` writes them
};

struct TypedNumber {
  std::optional<std::int64_t> taken;   ///< in units of the last decimal; understood without a doubt
  std::vector<std::int64_t> readings;  ///< what it can be, where that is more than one number
  std::string unit;                    ///< a word beside it that is none of those wanted; then nothing is taken
};

/// What cannot be a number gives neither. A minus sign is read too.
TypedNumber read_typed_number(std::string_view typed, const NumberWanted& wanted);

}  // namespace vagval
