// Keeping a plan with a passphrase or without, in a file or on this device.
#pragma once

#include <cstdint>
#include <variant>

#include "state/undo.h"
#include "state/work.h"

namespace vagval {

/// What a typed passphrase is for.
enum class PassphraseFor : std::uint8_t { save, keep, open, show };
/// Stretches what was typed; with `save`, `keep` and `show` a new key is made, with `open` the waiting file is tried.
struct UsePassphrase {
  static constexpr Undo undo = Undo::none;
  PassphraseFor use{};
};
struct StopStretching {
  static constexpr Undo undo = Undo::none;
};
struct LeaveLocked {
  static constexpr Undo undo = Undo::none;
};
/// With the key that the plan has already.
struct KeepSealed {
  static constexpr Undo undo = Undo::none;
};
struct KeepPlain {
  static constexpr Undo undo = Undo::none;
};
struct StopKeeping {
  static constexpr Undo undo = Undo::none;
};
struct OpenKept {
  static constexpr Undo undo = Undo::none;
};
/// The copy from before the last change, where the one on the device cannot be read.
struct OpenBefore {
  static constexpr Undo undo = Undo::none;
};
struct KeepMine {
  static constexpr Undo undo = Undo::none;
};
using KeepAction = std::variant<UsePassphrase, StopStretching, LeaveLocked, KeepSealed, KeepPlain, StopKeeping,
                                OpenKept, OpenBefore, KeepMine>;

void apply(Work work, const KeepAction& action);

}  // namespace vagval
