#include "text/countries.h"

#include "foundation/characters.h"

namespace vagval {

std::string country_name(const Catalogue& words, std::string_view code) {
  const std::optional<TextKey> key = find_text_key("country." + std::string(code));
  return key ? words.text(*key) : std::string(code);
}

std::optional<std::string> country_named(const std::vector<Catalogue>& languages, std::string_view plain) {
  for (const std::string& code : countries())
    for (const Catalogue& words : languages)
      if (plainly(country_name(words, code)) == plain) return code;
  return std::nullopt;
}

std::vector<std::string> countries() {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < text_key_count; ++i)
    if (const std::string_view key = text_key_name({static_cast<std::uint16_t>(i)}); key.starts_with("country."))
      out.emplace_back(key.substr(8));
  return out;
}

}  // namespace vagval
