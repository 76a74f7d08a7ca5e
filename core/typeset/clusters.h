// What people see as one letter: where it ends, what kind it is, and where a line may end between two of them.
#pragma once

#include <cstdint>
#include <string_view>

namespace vagval::typeset {

struct Letter {
  char32_t code = 0xFFFD;  ///< also for a byte that is no UTF-8
  std::size_t bytes = 1;
};
Letter letter_at(std::string_view text, std::size_t at);

/// Never seen: joiners, isolates, variation selectors.
bool is_silent(char32_t code);
/// Digits, punctuation and marks belong to no script: they look best in the face of their neighbours.
bool is_common(char32_t code);
/// Room without ink, of whatever width.
bool is_blank(char32_t code);
/// Stands for no letter in any font: a control character, a code point that will never be one.
bool is_no_letter(char32_t code);
/// Of a script whose letters join or share a line through their words: they are drawn by whole words.
bool is_joined(char32_t code);
/// As ISO 15924, four bytes; 0 where the letter takes that of its neighbours.
std::uint32_t script_of(char32_t code);

/// Where the letter ends that begins there: its marks, joiners, what a conjunct or a sequence of emoji adds to it.
std::size_t cluster_end(std::string_view text, std::size_t at, std::size_t end);

/// Whether a line may end between the two although there is no space: beside an ideograph, not before what closes.
bool may_break_between(char32_t before, char32_t after);

}  // namespace vagval::typeset
