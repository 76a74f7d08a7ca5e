#include "sealer.h"

#include <unistd.h>

#include <cstdlib>
#include <utility>

#include "state/update.h"

namespace vagval {

void fill_random(std::uint8_t* bytes, std::size_t size) {
  if (::getentropy(bytes, size) != 0) std::abort();
}

std::string random_letters() {
  std::uint8_t bytes[16];
  fill_random(bytes, sizeof bytes);
  std::string out;
  for (const std::uint8_t byte : bytes)
    for (const int nibble : {byte >> 4, byte & 15}) out += "0123456789abcdef"[nibble];
  return out;
}

std::string sealed(const SealingKey& key, std::string_view plain) {
  Nonce nonce;
  fill_random(nonce.data(), nonce.size());
  return seal(key, nonce, plain);
}

void Sealer::make(std::string_view passphrase) {
  *this = {};
  fill_random(salt_.data(), salt_.size());
  stretching_ = Stretching::begin(passphrase, salt_, work_factor_written);
  if (!stretching_) news_ = NotUnsealed{{ErrorId::sealed_no_memory, "", ""}};
}

void Sealer::find(std::string_view bytes, std::string_view passphrase) {
  *this = {};
  Result<SealedFile> file = read_sealed(bytes);
  if (!file) {
    news_ = NotUnsealed{file.error()};
    return;
  }
  file_ = std::move(*file);
  stretching_ = Stretching::begin(passphrase, file_->salt, file_->work_factor);
  if (!stretching_) news_ = NotUnsealed{{ErrorId::sealed_no_memory, "", ""}};
}

std::optional<Reply> Sealer::advance(std::uint32_t steps) {
  if (news_) return std::exchange(news_, std::nullopt);
  if (!stretching_) return std::nullopt;
  if (!stretching_->advance(steps)) {
    // Reports each hundredth, because every report makes a new screen.
    if (stretching_->progress() / 10 == told_) return std::nullopt;
    told_ = stretching_->progress() / 10;
    return StretchedTo{told_ * 10};
  }
  WrapKey wrap = stretching_->key();
  stretching_.reset();
  FileKey random;
  fill_random(random.data(), random.size());
  return stretched(wrap, std::exchange(file_, std::nullopt), salt_, random);
}

}  // namespace vagval
