// Base64 in its strict forms: no white space, no bits left over.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vagval {

enum class Base64 : std::uint8_t { padded, unpadded };

/// The bytes as unpadded base64.
std::string base64(std::string_view bytes);
/// \returns the bytes; nothing where the text is not base64 of this form.
std::optional<std::string> from_base64(std::string_view text, Base64 form);

}  // namespace vagval
