// Text character by character. Typed and pasted text holds invisible marks and digits of every script.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "foundation/utf8.h"

namespace vagval {

constexpr bool is_plain_digit(char c) { return c >= '0' && c <= '9'; }

enum class Lines : bool { one, several };

/// The text as a plan keeps it: the visible characters, and those that join or part letters. A tab becomes a space; a
/// line end becomes \n, or a space where the text has one line. Marks that turn, embed or isolate directions are
/// dropped: every text is isolated where it is shown, and such a mark could make it look like another text.
/// \returns a text in which `text_fault` finds no fault but its length.
std::string kept_text(std::string_view typed, Lines lines);

/// The text for a reader of numbers, dates and codes: small letters, digits 0-9, one kind of space, hyphen, apostrophe
/// and slash, Arabic letters in one spelling, and no invisible characters. Spaces at both ends are removed; several
/// spaces in a row become one.
std::string plainly(std::string_view typed);

}  // namespace vagval
