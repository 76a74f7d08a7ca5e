// Any bytes as a sealed file: refused with an error, or opened; sealing the content again opens to the same bytes.
#include "plan/seal.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace vagval;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const Result<SealedFile> file = read_sealed(text);
  if (!file || file->work_factor > 5) return 0;  // a higher factor takes too long for many tries
  const auto stretching = Stretching::begin("ord", file->salt, file->work_factor);
  while (!stretching->advance(1000)) continue;
  const Result<SealingKey> key = unlock(*file, stretching->key());
  if (!key) return 0;
  const Result<std::string> plain = open_sealed(*file, *key);
  if (!plain) return 0;
  const Result<SealedFile> again = read_sealed(seal(*key, Nonce{1}, *plain));
  if (!again || *open_sealed(*again, *key) != *plain) std::abort();
  return 0;
}
