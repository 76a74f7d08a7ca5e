#include "text/countries.h"

#include "foundation/characters.h"

namespace vagval {

std::string country_name(const Catalogue& words, std::string_view code) {
  const std::optional<TextKey> key = find_text_key("country." + std::string(code));
  return key ? words.text(*key) : std::string(code);
}

std::optional<std::string> country_named(const std::vector<Catalogue>& languages, std::string_view plain) {
  for (const std::string& code : languages.front().countries())
    for (const Catalogue& words : languages)
      if (plainly(country_name(words, code)) == plain) return code;
  return std::nullopt;
}

}  // namespace vagval
