// Text character by character: what a person types or pastes holds marks that nobody sees and digits of every script.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace vagval {

/// The character at `at`, which moves behind it. A byte that is no UTF-8 gives U+FFFD.
char32_t next_character(std::string_view text, std::size_t& at);
void append_character(std::string& out, char32_t character);

constexpr bool is_plain_digit(char c) { return c >= '0' && c <= '9'; }

enum class Lines : bool { one, several };

/// The text as a plan keeps it: each character a person can see, and those that join or part letters. A tab is a
/// space; a line end is \n, or a space where there is one line. Marks that only turn, embed or isolate directions are
/// dropped, for each text is isolated wherever it is shown, and those marks could make it look like another.
/// \returns a text that `text_fault` finds nothing in but its length.
std::string kept_text(std::string_view typed, Lines lines);

/// The text for a reader of numbers, dates and codes: small letters, digits 0-9 whatever the script, one kind of space,
/// hyphen, apostrophe and slash, Arabic letters in one spelling, and nothing that cannot be seen. Spaces at both ends
/// are gone, several in a row are one.
std::string plainly(std::string_view typed);

}  // namespace vagval
