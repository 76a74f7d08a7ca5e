/// The embedded fonts, TrueType, each script in two weights: Noto Sans for Latin, Vazirmatn for the Arabic script, Noto Sans
/// Ethiopic. One library for each, so that the web app can leave out what it loads later.
#pragma once

#include <string_view>

namespace vagval::assets {

struct FontFiles {
  std::string_view regular, semibold;
};

FontFiles latin_fonts();
FontFiles arabic_fonts();
FontFiles ethiopic_fonts();

}  // namespace vagval::assets
