// A passphrase being stretched, in slices between frames; and the random bytes that sealing needs.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "plan/seal.h"
#include "state/action.h"

namespace vagval {

class Sealer {
 public:
  /// For a new key.
  void make(std::string_view passphrase);
  /// For sealed bytes. What is wrong with them is told by `advance`.
  void find(std::string bytes, std::string_view passphrase);
  bool busy() const { return stretching_ || news_; }
  /// Goes so many steps further. \returns what there is to tell: how far it is, or how it ended.
  std::optional<Action> advance(std::uint32_t steps);

 private:
  std::unique_ptr<Stretching> stretching_;
  std::optional<SealedFile> file_;  ///< to be opened; absent: a key is made
  std::optional<Action> news_;
  Salt salt_{};
  int told_ = 0;
};

/// The bytes of a sealed file, with a nonce of its own.
std::string sealed(const SealingKey& key, std::string_view plain);

/// Random letters and digits of the system, for ChanceIs.
std::string random_letters();

/// Random bytes of the system. A system without any is not one to seal on: the program ends.
void fill_random(std::uint8_t* bytes, std::size_t size);

}  // namespace vagval
