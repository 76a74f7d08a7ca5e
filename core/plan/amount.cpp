#include "plan/amount.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace vagval {

std::optional<std::int64_t> parse_amount(std::string_view text, int decimals) {
  std::string digits;
  int after_point = -1;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    // Spaces between thousands: plain, no-break (C2 A0) and narrow no-break (E2 80 AF).
    if (c == ' ') continue;
    if (text.substr(i).starts_with("\u00A0")) {
      i += 1;
      continue;
    }
    if (text.substr(i).starts_with("\u202F")) {
      i += 2;
      continue;
    }
    if ((c == ',' || c == '.') && decimals > 0 && after_point < 0 && !digits.empty()) {
      after_point = 0;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    if (after_point >= 0 && ++after_point > decimals) return std::nullopt;
    digits += c;
  }
  if (digits.empty() || after_point == 0) return std::nullopt;
  digits.append(static_cast<std::size_t>(decimals - std::max(after_point, 0)), '0');
  if (digits.size() > 18) return std::nullopt;
  std::int64_t out = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), out);
  return out;
}

std::string amount_text(std::int64_t value, int decimals) {
  std::int64_t scale = 1;
  for (int i = 0; i < decimals; ++i) scale *= 10;
  std::string out = (value < 0 ? "-" : "") + std::to_string(std::abs(value) / scale);
  std::string rest = std::to_string(scale + std::abs(value) % scale).substr(1);
  while (decimals > 2 && !rest.empty() && rest.back() == '0') rest.pop_back();
  if (decimals > 0 && std::abs(value) % scale != 0) out += "," + rest;
  return out;
}

}  // namespace vagval
