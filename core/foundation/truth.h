// Three-valued truth (Kleene), and a verdict that also keeps the reason for an unknown truth.
#pragma once

#include <cstdint>

namespace vagval {

/// No, not known, yes: in this order, so that `all` is the smallest and `any` the largest.
enum class Truth : std::uint8_t { no, unknown, yes };

constexpr Truth all(Truth a, Truth b) { return a < b ? a : b; }
constexpr Truth any(Truth a, Truth b) { return a < b ? b : a; }
constexpr Truth negate(Truth t) { return t == Truth::yes ? Truth::no : t == Truth::no ? Truth::yes : Truth::unknown; }

/// A truth and, when it is `unknown`, the reasons. Both reasons can hold at once; neither holds when the truth is
/// known.
/// `missing`: an answer is missing, so the person can settle it.
/// `judged`: the rule leaves it open or to the authority, so no answer settles it.
struct Verdict {
  Truth truth = Truth::unknown;
  bool missing = false;
  bool judged = false;
  friend constexpr bool operator==(const Verdict&, const Verdict&) = default;
};

constexpr Verdict known(bool value) { return {value ? Truth::yes : Truth::no, false, false}; }
constexpr Verdict not_answered() { return {Truth::unknown, true, false}; }
constexpr Verdict for_the_authority() { return {Truth::unknown, false, true}; }

constexpr Verdict unknown_because_of(Verdict a, Verdict b) {
  return {Truth::unknown, a.missing || b.missing, a.judged || b.judged};
}
constexpr Verdict all(Verdict a, Verdict b) {
  if (a.truth == Truth::no || b.truth == Truth::yes) return a;
  if (b.truth == Truth::no || a.truth == Truth::yes) return b;
  return unknown_because_of(a, b);
}
constexpr Verdict any(Verdict a, Verdict b) {
  if (a.truth == Truth::yes || b.truth == Truth::no) return a;
  if (b.truth == Truth::yes || a.truth == Truth::no) return b;
  return unknown_because_of(a, b);
}
constexpr Verdict negate(Verdict v) { return {negate(v.truth), v.missing, v.judged}; }

}  // namespace vagval
