/// The embedded fonts, TrueType, each script in two weights: Noto Sans for Latin, Vazirmatn for the Arabic script, Noto
/// Sans Ethiopic. Each is a library of its own, so that the web app can leave out those it loads later.
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
