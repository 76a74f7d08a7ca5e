// Finds parts of a text that look like they identify a person. The plan needs none of them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace vagval {

enum class Identifier : std::uint8_t {
  personal,    ///< personnummer or samordningsnummer: a day, four digits, and the check digit is right
  phone,       ///< begins with + or 0 and has as many digits as a phone number
  case_number  ///< digits right after a word such as "ärendenummer"
};

struct FoundIdentifier {
  Identifier kind{};
  std::size_t begin = 0, end = 0;  ///< bytes of the text
  friend bool operator==(const FoundIdentifier&, const FoundIdentifier&) = default;
};

/// Returns the findings in the order of the text. Digits of other scripts count as digits. A finding is a guess and can
/// be wrong either way, so the program asks the person.
std::vector<FoundIdentifier> identifiers_in(std::string_view text);

}  // namespace vagval
