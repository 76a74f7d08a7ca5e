// Languages, letters, colours, and reading aloud. The settings are not part of the plan, and not in its file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "state/undo.h"
#include "state/work.h"

namespace vagval {

/// The colours of the person's choice.
enum class Appearance : std::uint8_t { system, light, dark, contrast };
inline constexpr std::string_view appearance_names[] = {"system", "light", "dark", "contrast"};

struct ChooseLanguage {
  static constexpr Undo undo = Undo::none;
  std::string language;
};
/// Asks again, at once, for words that have not come.
struct AskAgain {
  static constexpr Undo undo = Undo::none;
};
struct ChooseAppearance {
  static constexpr Undo undo = Undo::none;
  Appearance appearance{};
};
struct ChooseTextSize {
  static constexpr Undo undo = Undo::none;
  int percent = 100;  ///< 100…200
};
struct ChooseDigits {
  static constexpr Undo undo = Undo::none;
  bool own = false;  ///< those of the language's script instead of 0-9
};
/// A second language beside the first; empty: none.
struct ChooseBeside {
  static constexpr Undo undo = Undo::none;
  std::string language;
};
struct ReadAloud {
  static constexpr Undo undo = Undo::none;
  bool on = false;
};
/// To the other page of the browser, see PageShown.
struct SwitchPage {
  static constexpr Undo undo = Undo::none;
};
/// The remark that a translation is a draft has been read.
struct DismissDraft {
  static constexpr Undo undo = Undo::none;
};
using ReadingAction = std::variant<ChooseLanguage, AskAgain, ChooseAppearance, ChooseTextSize, ChooseDigits,
                                   ChooseBeside, ReadAloud, SwitchPage, DismissDraft>;

void apply(Work work, const ReadingAction& action);

}  // namespace vagval
