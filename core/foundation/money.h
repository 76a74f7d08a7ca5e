// Whole Swedish kronor and intervals of them.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>

namespace vagval {

/// Whole Swedish kronor (SEK). Amounts in rule packs are whole; a fraction there is an error, never rounded.
/// Range: |value| < 2^53, so JSON readers and JavaScript keep it exact.
struct Kronor {
  std::int64_t value = 0;
  friend constexpr auto operator<=>(const Kronor&, const Kronor&) = default;
};
constexpr Kronor operator+(Kronor a, Kronor b) { return {a.value + b.value}; }
constexpr Kronor operator-(Kronor a, Kronor b) { return {a.value - b.value}; }

/// All amounts from `min` to `max`, both included. A point when they are equal. `min <= max` always.
struct KronorInterval {
  Kronor min, max;
  constexpr bool is_point() const { return min == max; }
  friend constexpr bool operator==(const KronorInterval&, const KronorInterval&) = default;
};
constexpr KronorInterval operator+(KronorInterval a, KronorInterval b) { return {a.min + b.min, a.max + b.max}; }

/// The smallest interval that covers both.
constexpr KronorInterval hull(KronorInterval a, KronorInterval b) {
  return {std::min(a.min, b.min), std::max(a.max, b.max)};
}

}  // namespace vagval
