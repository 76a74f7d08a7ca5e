// Any bytes as a catalogue and as a PO file: refused with problems, or loaded and used.
#include "text/catalogue.h"

#include <cstdint>
#include <string_view>

#include "app/app.h"
#include "state/assets.h"
#include "text/po.h"

using namespace vagval;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const auto assets = load_assets();
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const Catalogue& swedish = assets->catalogue("sv");
  const CatalogueRead read = read_catalogue(text, "catalogue", &swedish);
  if (read.catalogue)
    for (const std::string_view key : text_keys)
      read.catalogue->text(std::string(key), {{"count", std::int64_t{3}}, {"detail", std::string("x")}});
  read_po(text, "catalogue.po", swedish);
  return 0;
}
