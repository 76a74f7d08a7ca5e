#include "screenshot.h"

#include <GLFW/glfw3.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <vector>

namespace vagval {

namespace {

using Bytes = std::vector<std::uint8_t>;

std::uint32_t crc_of(const Bytes& bytes) {
  std::uint32_t crc = 0xFFFFFFFFu;
  for (const std::uint8_t byte : bytes) {
    crc ^= byte;
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ (crc & 1 ? 0xEDB88320u : 0u);
  }
  return ~crc;
}

void put32(Bytes& out, std::uint32_t value) {
  for (int shift = 24; shift >= 0; shift -= 8) out.push_back(static_cast<std::uint8_t>(value >> shift));
}

void chunk(Bytes& out, std::array<char, 4> name, const Bytes& data) {
  put32(out, static_cast<std::uint32_t>(data.size()));
  Bytes named(name.begin(), name.end());
  named.insert(named.end(), data.begin(), data.end());
  out.insert(out.end(), named.begin(), named.end());
  put32(out, crc_of(named));
}

// zlib's container with stored (uncompressed) blocks, which is the simplest valid form.
Bytes stored(const Bytes& raw) {
  Bytes out{0x78, 0x01};
  std::uint32_t a = 1, b = 0;
  for (const std::uint8_t byte : raw) a = (a + byte) % 65521, b = (b + a) % 65521;
  for (std::size_t at = 0; at < raw.size(); at += 65535) {
    const auto size = static_cast<std::uint16_t>(std::min<std::size_t>(65535, raw.size() - at));
    out.push_back(at + size == raw.size() ? 1 : 0);
    for (const std::uint16_t word : {size, static_cast<std::uint16_t>(~size)}) {
      out.push_back(static_cast<std::uint8_t>(word & 0xFF));
      out.push_back(static_cast<std::uint8_t>(word >> 8));
    }
    out.insert(out.end(), raw.begin() + static_cast<std::ptrdiff_t>(at),
               raw.begin() + static_cast<std::ptrdiff_t>(at + size));
  }
  put32(out, (b << 16) | a);
  return out;
}

}  // namespace

bool write_screenshot(const std::string& path, int width, int height) {
  Bytes pixels(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
  glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, pixels.data());
  Bytes raw;
  for (int y = height - 1; y >= 0; --y) {
    raw.push_back(0);
    for (int x = 0; x < width; ++x)
      for (int c = 0; c < 3; ++c)
        raw.push_back(
            pixels[(static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * 4 +
                   static_cast<std::size_t>(c)]);
  }
  Bytes out{0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A}, header;
  put32(header, static_cast<std::uint32_t>(width));
  put32(header, static_cast<std::uint32_t>(height));
  header.insert(header.end(), {8, 2, 0, 0, 0});
  chunk(out, {'I', 'H', 'D', 'R'}, header);
  chunk(out, {'I', 'D', 'A', 'T'}, stored(raw));
  chunk(out, {'I', 'E', 'N', 'D'}, {});
  std::FILE* const file = std::fopen(path.c_str(), "wb");
  if (!file) return false;
  const bool written = std::fwrite(out.data(), 1, out.size(), file) == out.size();
  return std::fclose(file) == 0 && written;
}

}  // namespace vagval
