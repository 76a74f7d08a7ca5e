#include "screen/qr_picture.h"

#include <qrcodegen.h>

#include <array>
#include <cstdint>

namespace vagval {

namespace {

constexpr int version = 12;
static_assert(qr_picture_cells == 17 + 4 * version);
constexpr std::size_t buffer_size = qrcodegen_BUFFER_LEN_FOR_VERSION(version);

}  // namespace

std::string qr_picture(std::string_view text) {
  std::array<std::uint8_t, buffer_size> code{}, work{};
  const bool fits = qrcodegen_encodeText(std::string(text).c_str(), work.data(), code.data(), qrcodegen_Ecc_MEDIUM,
                                         version, version, qrcodegen_Mask_AUTO, true);
  std::string out;
  if (!fits) return out;
  for (int y = 0; y < qr_picture_cells; ++y) {
    if (y > 0) out += ' ';
    for (int x = 0; x < qr_picture_cells; ++x) out += qrcodegen_getModule(code.data(), x, y) ? '1' : '0';
  }
  return out;
}

}  // namespace vagval
