// Clusters: the units that people see as one letter. Where a cluster ends, its kind, and where a line may end between
// two.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "foundation/utf8.h"

namespace vagval::typeset {

using Letter = Character;
/// HarfBuzz too reads invalid UTF-8 byte by byte.
inline Letter letter_at(std::string_view text, std::size_t at) { return character_at(text, at); }

/// Invisible characters: joiners, isolates, variation selectors.
bool is_silent(char32_t code);
/// Digits, punctuation and marks. They belong to no script and take the face of their neighbours.
bool is_common(char32_t code);
/// Spaces of any width.
bool is_blank(char32_t code);
/// Code points for which no font has a letter: control characters and noncharacters.
bool is_no_letter(char32_t code);
/// Letters of a script that joins its letters, or draws a line through its words. They are drawn by whole words.
bool is_joined(char32_t code);
/// The script as ISO 15924, in four bytes; 0 where the letter takes the script of its neighbours.
std::uint32_t script_of(char32_t code);

/// The end of the cluster that begins here: with marks, joiners, and the parts of a conjunct or an emoji sequence.
std::size_t cluster_end(std::string_view text, std::size_t at, std::size_t end);

struct Cluster {
  std::size_t begin = 0, end = 0;
};
/// The clusters of a part of the text.
std::vector<Cluster> clusters(std::string_view text, std::size_t begin, std::size_t end);

/// Whether a line may end between the two without a space: beside an ideograph, but not before a closing sign.
bool may_break_between(char32_t before, char32_t after);

}  // namespace vagval::typeset
