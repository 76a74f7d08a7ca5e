// Unicode's two canonical forms. Keyboards and systems write "é" as one letter or as "e" and an accent: both look the
// same and differ in bytes.
#pragma once

#include <string>
#include <string_view>

namespace vagval {

/// Puts letters and their marks together where one letter stands for them (NFC). Returns text that is not UTF-8 as it
/// is.
std::string composed(std::string_view text);
/// Splits letters into base letter and marks (NFD). Returns text that is not UTF-8 as it is.
std::string decomposed(std::string_view text);

}  // namespace vagval
