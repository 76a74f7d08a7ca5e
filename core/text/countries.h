// Countries by the names that the catalogues give them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/catalogue.h"

namespace vagval {

/// The country's name in the language, or the code itself.
std::string country_name(const Catalogue& words, std::string_view code);
/// The code of the country with that name in any of the languages. \param plain  as `plainly` writes it.
std::optional<std::string> country_named(const std::vector<Catalogue>& languages, std::string_view plain);

}  // namespace vagval
