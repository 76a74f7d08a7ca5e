// The border to the page, on the way out: what the core wants of it, as JSON. Seals what leaves the memory of the
// program.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/app.h"
#include "plan/seal.h"
#include "report/outputs.h"

namespace vagval {

/// Fills it with random bytes of the system; ends the program where there are none.
void fill_random(std::uint8_t* bytes, std::size_t size);

/// In hexadecimal digits.
std::string hex(const Salt& salt);

class Outbox {
 public:
  /// What the app wants since the last call: [{"kind": …}, …], each with its kind's own members. A file is given by the
  /// address and the size of its bytes, which stay where they are until the next call.
  const std::string& take(App& app);

  /// Nothing is being stretched any more. \param key  of a passphrase, overwritten; nullptr: there was too little
  /// memory.
  void stretched(App& app, WrapKey* key);

 private:
  std::optional<Json> effect(App& app, Effect& effect);
  Json stretch(const std::string& passphrase, int work_factor) const;

  std::vector<Effect> effects_;       ///< being carried out by the page
  OutputFile made_;                   ///< on loan to the page
  std::string asked_;                 ///< likewise
  Salt salt_{};                       ///< of the passphrase that is being stretched
  std::optional<SealedFile> locked_;  ///< the file that it may open; absent: a key is made
};

}  // namespace vagval
