// Any bytes as a path and as a rule pack: refused with problems, or loaded.
#include <cstdint>
#include <string_view>

#include "assets/embedded.h"
#include "path/path_guide.h"
#include "rules/pack_json.h"
#include "state/assets.h"

using namespace vagval;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const auto has_text = [](std::string_view key) { return find_text_key(key).has_value(); };
  read_pack(text, "pack", has_text);
  RulePack pack;
  read_path(text, "path", has_text, pack);
  return 0;
}
