// Unicode's two canonical forms of a text. "é" is one letter or "e" and an accent, as keyboards and systems will have
// it: it looks the same and is other bytes.
#pragma once

#include <string>
#include <string_view>

namespace vagval {

/// With letters and their marks put together where there is one letter for them (NFC). What is not UTF-8 comes back as
/// it is.
std::string composed(std::string_view text);
/// With each mark by itself (NFD).
std::string decomposed(std::string_view text);

}  // namespace vagval
