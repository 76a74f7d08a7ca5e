// update(Model, Action) -> Model and Effects: routes to the features' parts, and keeps history.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "state/assets.h"
#include "state/model.h"

namespace vagval {

struct Step {
  Model model;
  Effects effects;
};

Step update(const Assets& assets, Model model, const Action& action);
Step update(const Assets& assets, Model model, const Reply& reply);

/// What a stretched passphrase gives: a new key, or the file that waited for it opened; for the hosts. Wipes `wrap`.
/// \param locked  absent: a key is made, from `salt` and `random`.
Reply stretched(WrapKey& wrap, const std::optional<SealedFile>& locked, const Salt& salt, const FileKey& random);
/// Overwrites what an effect holds of a passphrase, once it has been carried out.
void forget_passphrase(Effect& effect);

/// What to do about data on the device that cannot be read: the key of a text.
const char* unread_key(Unread why);

/// Sets a fact, or with empty text forgets it. \returns whether it can be set so; the plan is unchanged otherwise.
bool answer(Plan& plan, const FactRef& ref, std::string_view text);

}  // namespace vagval
