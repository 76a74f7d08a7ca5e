// Any bytes as text: set in both directions and three widths, with every byte in exactly one line, in finite time.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "assets/fonts.h"
#include "typeset/typesetter.h"

using namespace vagval;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static typeset::Typesetter* const setter = [] {
    auto* out = new typeset::Typesetter;
    for (const assets::FontFiles& fonts : {assets::latin_fonts(), assets::arabic_fonts(), assets::ethiopic_fonts()})
      out->add_face(fonts.regular, typeset::Weight::regular);
    return out;
  }();
  if (size > 2000) return 0;
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  for (const bool right_to_left : {false, true})
    for (const float most : {0.1F, 8.0F, 1e6F}) {
      const auto& lines = setter->lines(text, {.right_to_left = right_to_left, .language = "ar"}, most);
      std::size_t at = 0;
      // Between two lines stand only the spaces and the line end at which the text breaks.
      const auto only_broken_at = [&](std::size_t to) {
        for (; at < to; ++at)
          if (text[at] != ' ' && text[at] != '\n') std::abort();
      };
      for (const typeset::Line& line : lines) {
        if (line.begin < at || line.end < line.begin || line.end > text.size() || !std::isfinite(line.width))
          std::abort();
        only_broken_at(line.begin);
        for (const typeset::Glyph& glyph : line.glyphs)
          if (!std::isfinite(glyph.x) || !std::isfinite(glyph.y)) std::abort();
        at = line.end;
      }
      only_broken_at(text.size());
    }
  return 0;
}
