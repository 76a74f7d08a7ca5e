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
  int decimals = 0;  ///< the largest number of decimals
  std::span<const std::string_view>
      units;  ///< words and signs allowed before or after the number, as `plainly` writes them
};

struct TypedNumber {
  std::optional<std::int64_t> taken;   ///< the number in units of the last decimal; absent when it is not clear
  std::vector<std::int64_t> readings;  ///< the possible numbers, when there are several
  std::string unit;                    ///< a word that is none of `units`; then no number is taken
};

/// Reads a number. A text that is no number gives neither `taken` nor `readings`. Reads a minus sign too.
TypedNumber read_typed_number(std::string_view typed, const NumberWanted& wanted);

}  // namespace vagval
