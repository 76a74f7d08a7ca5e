// A value that is one alternative of one of several variants: each feature has a variant of its own.
#pragma once

#include <type_traits>
#include <variant>

namespace vagval {

template <class T, class Variant>
inline constexpr bool is_one_of = false;
template <class T, class... Alternatives>
inline constexpr bool is_one_of<T, std::variant<Alternatives...>> = (std::is_same_v<T, Alternatives> || ...);

/// The variant among `Features` that has the alternative T; no `type` where none has it.
template <class T, class Features>
struct FeatureWith {};
template <class T, class First, class... Rest>
struct FeatureWith<T, std::variant<First, Rest...>>
    : std::conditional_t<is_one_of<T, First>, std::type_identity<First>, FeatureWith<T, std::variant<Rest...>>> {};
template <class T, class Features>
using FeatureOf = typename FeatureWith<T, Features>::type;

/// \returns the alternative T, or nullptr where the value is another one.
template <class T, class... Features>
const T* alternative(const std::variant<Features...>& value) {
  const auto* const feature = std::get_if<FeatureOf<T, std::variant<Features...>>>(&value);
  return feature ? std::get_if<T>(feature) : nullptr;
}

}  // namespace vagval
