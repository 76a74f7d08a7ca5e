// A catalogue as a PO file, so that translators can use their own tools, and back again.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/catalogue.h"

namespace vagval {

/// Writes gettext's format: msgctxt is the key, msgid the Swedish text, msgstr the translation, with the English text
/// as a comment. A text that no person has reviewed is marked fuzzy, as tools expect; comments hold its state and its
/// reviewer.
std::string write_po(const Catalogue& catalogue, const Catalogue& swedish, const Catalogue& english);

/// A catalogue file (assets/text/<lang>.json) made from a PO file. Not yet checked; see read_catalogue.
struct PoRead {
  std::string catalogue_json;
  std::vector<Problem> problems;  ///< with the line as pointer: "/12"
};
/// A text whose fuzzy mark has been removed counts as reviewed by the person that the header names (Last-Translator,
/// PO-Revision-Date).
/// \param swedish  a msgid that differs from it means that the Swedish text has changed: a problem.
PoRead read_po(std::string_view bytes, std::string_view file, const Catalogue& swedish);

/// A table for translators: one line for each text that the language lacks or that no person has reviewed, with key,
/// Swedish text, the language's text and its state, separated by tabs.
enum class Listed : std::uint8_t { missing, unreviewed };
std::string list_texts(const Catalogue& catalogue, const Catalogue& swedish, Listed which);

}  // namespace vagval
