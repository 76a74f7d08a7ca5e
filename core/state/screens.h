// The screens: their names, where they are found, and the results that they need; from the table in screens.inc.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace vagval {

enum class ScreenId : std::uint8_t {
#define SCREEN(name, found, printed, needs) name,
#include "state/screens.inc"
#undef SCREEN
};

/// Where the way to a screen is.
enum class Found : std::uint8_t {
  navigation,
  counsel,   ///< among the ways of a conversation, on the screen counsel
  elsewhere  ///< on the screens where a person needs it
};

enum class Printed : std::uint8_t { on_screen, on_paper };

/// The results that a screen needs; see Derived.
enum class Needs : std::uint8_t {
  nothing,
  estimate,
  estimate_and_others,  ///< and what other answers would change
  path,
  estimate_and_path,
  everything  ///< estimate_and_others, and the path
};

struct ScreenRow {
  std::string_view name;
  Found found;
  Printed printed;
  Needs needs;
};

/// In the order of ScreenId.
inline constexpr ScreenRow screen_rows[] = {
#define SCREEN(name, found, printed, needs) {#name, Found::found, Printed::printed, Needs::needs},
#include "state/screens.inc"
#undef SCREEN
};

inline constexpr std::string_view screen_names[] = {
#define SCREEN(name, found, printed, needs) #name,
#include "state/screens.inc"
#undef SCREEN
};

constexpr const ScreenRow& row_of(ScreenId screen) { return screen_rows[static_cast<std::size_t>(screen)]; }
constexpr std::string_view name_of(ScreenId screen) { return row_of(screen).name; }

/// Every screen, in the order of the table.
inline constexpr auto all_screens = [] {
  std::array<ScreenId, std::size(screen_rows)> out{};
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<ScreenId>(i);
  return out;
}();

}  // namespace vagval
