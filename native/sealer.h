// Stretches a passphrase in slices between frames, and provides the random bytes for sealing.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "plan/seal.h"
#include "state/reply.h"

namespace vagval {

class Sealer {
 public:
  /// Starts with a new key.
  void make(std::string_view passphrase);
  /// Starts with sealed bytes. `advance` reports their faults.
  void find(std::string_view bytes, std::string_view passphrase);
  bool busy() const { return stretching_ || news_; }
  /// Does up to so many steps. \returns the reply to the program: the progress, or the end.
  std::optional<Reply> advance(std::uint32_t steps);

 private:
  std::unique_ptr<Stretching> stretching_;
  std::optional<SealedFile> file_;  ///< the file to open; absent: a key is made
  std::optional<Reply> news_;
  Salt salt_{};
  int told_ = 0;
};

/// Seals the plan, with a fresh nonce. Returns the file's bytes.
std::string sealed(const SealingKey& key, std::string_view plain);

/// Random letters and digits of the system, for ChanceIs.
std::string random_letters();

/// Random bytes of the system. The program ends if the system has none, because it must not seal without them.
void fill_random(std::uint8_t* bytes, std::size_t size);

}  // namespace vagval
