// The border to the page, on the way in: what the page tells the core, as JSON whose shapes stand in
// assets/border.json. Everything is checked before anything happens. No platform in here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "assets/border.h"
#include "foundation/json.h"
#include "state/action.h"
#include "state/reply.h"

namespace vagval::border {

/// One message of the page, checked: every member that its kind needs is there and of its type, and no other member is.
struct Told {
  Tell kind{};
  Json members;
  std::vector<std::pair<std::string, std::string>> parts;  ///< members that are bytes

  /// A member that is not there gives an empty text, false, zero or the first of a list.
  const std::string& text(std::string_view name) const;
  std::vector<std::string> texts(std::string_view name) const;
  bool flag(std::string_view name) const;
  std::int64_t whole(std::string_view name) const;
  std::size_t choice(std::string_view name) const;
  std::string& bytes(std::string_view name);
};

struct Reading {
  std::optional<Told> told;
  std::string
      error;  ///< English, for developers of the page: names of the list and never a value. Empty: it is well formed
};

/// Reads {"kind": "kept", "bytes": 120, "before": 0}. A member that is bytes says how many they are.
/// \param bytes  of all such members, one after another in the order of the members. A single one is not copied.
Reading read_told(std::string_view words, std::string bytes);

/// What the person has done, where the page tells that: its own keys, and the browser's Back. Nothing for other kinds.
std::optional<Action> action_of(const Told& told);
/// What the page answers or has found out. Nothing where the message is an action, or concerns the host alone (canvas,
/// letters, passphrases, gestures).
std::optional<Reply> reply_of(Told& told);

}  // namespace vagval::border
