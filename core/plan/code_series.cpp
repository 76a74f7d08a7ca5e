#include "plan/code_series.h"

#include <algorithm>

namespace vagval {

namespace {

constexpr std::string_view mark = "VV1";
constexpr std::string_view alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
constexpr std::size_t head_bytes = 12, checksum_bytes = 4;
// Three characters hold two bytes, so no text of a series is longer than this.
constexpr std::size_t text_max = mark.size() + (head_bytes + code_piece_bytes + checksum_bytes) / 2 * 3;

std::uint32_t byte_of(char c) { return static_cast<std::uint8_t>(c); }

// FNV-1a. It tells series apart and detects accidental errors. It is no protection against deception; the sealed file
// has its own.
std::uint64_t hash_of(std::string_view bytes) {
  std::uint64_t hash = 0xCBF29CE484222325;
  for (const char c : bytes) hash = (hash ^ byte_of(c)) * 0x100000001B3;
  return hash;
}

std::uint32_t checksum(std::string_view bytes) {
  std::uint32_t sum = 0xFFFFFFFF;
  for (const char c : bytes) {
    sum ^= byte_of(c);
    for (int bit = 0; bit < 8; ++bit) sum = (sum >> 1) ^ (sum & 1 ? 0xEDB88320 : 0);
  }
  return ~sum;
}

void put(std::string& out, std::uint64_t number, int bytes) {
  for (int i = bytes - 1; i >= 0; --i) out += static_cast<char>(number >> (8 * i) & 0xFF);
}

std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint64_t out = 0;
  for (const char c : bytes.substr(at, size)) out = out << 8 | byte_of(c);
  return out;
}

std::string to_base45(std::string_view bytes) {
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 2) {
    const bool both = i + 1 < bytes.size();
    std::uint32_t value = both ? byte_of(bytes[i]) << 8 | byte_of(bytes[i + 1]) : byte_of(bytes[i]);
    for (int digit = both ? 3 : 2; digit > 0; --digit, value /= 45) out += alphabet[value % 45];
  }
  return out;
}

std::optional<std::string> from_base45(std::string_view text) {
  if (text.size() % 3 == 1) return std::nullopt;
  std::string out;
  for (std::size_t i = 0; i < text.size(); i += 3) {
    const std::string_view digits = text.substr(i, 3);
    std::uint32_t value = 0, weight = 1;
    for (const char c : digits) {
      const std::size_t digit = alphabet.find(c);
      if (digit == std::string_view::npos) return std::nullopt;
      value += static_cast<std::uint32_t>(digit) * weight;
      weight *= 45;
    }
    const int bytes = digits.size() == 3 ? 2 : 1;
    if (value >> (8 * bytes) != 0) return std::nullopt;
    put(out, value, bytes);
  }
  return out;
}

}  // namespace

Result<std::vector<std::string>> code_series(std::string_view bytes) {
  if (bytes.size() > code_bytes_max)
    return Error{ErrorId::too_large_for_pictures, "", std::to_string(code_bytes_max / 1024)};
  const std::size_t count = (bytes.size() + code_piece_bytes - 1) / code_piece_bytes;
  const std::uint64_t series = hash_of(bytes);
  std::vector<std::string> out;
  for (std::size_t i = 0; i < count; ++i) {
    std::string piece;
    put(piece, series, 8);
    put(piece, i, 2);
    put(piece, count, 2);
    piece += bytes.substr(i * code_piece_bytes, code_piece_bytes);
    put(piece, checksum(piece), 4);
    out.push_back(std::string(mark) + to_base45(piece));
  }
  return out;
}

CodeCollector::Taken CodeCollector::add(std::string_view text) {
  if (!text.starts_with(mark)) return Taken::foreign;
  if (text.size() > text_max) return Taken::damaged;
  const std::optional<std::string> bytes = from_base45(text.substr(mark.size()));
  if (!bytes || bytes->size() <= head_bytes + checksum_bytes) return Taken::damaged;
  const std::size_t end = bytes->size() - checksum_bytes;
  if (number_at(*bytes, end, checksum_bytes) != checksum(std::string_view(*bytes).substr(0, end)))
    return Taken::damaged;

  const std::uint64_t series = number_at(*bytes, 0, 8);
  const auto index = static_cast<std::size_t>(number_at(*bytes, 8, 2));
  const auto count = static_cast<std::size_t>(number_at(*bytes, 10, 2));
  const std::string piece = bytes->substr(head_bytes, end - head_bytes);
  if (index >= count || (index + 1 < count && piece.size() != code_piece_bytes)) return Taken::damaged;
  if (count > code_series_max) return Taken::too_many;
  if (pieces_.empty()) {
    series_ = series;
    pieces_.resize(count);
  }
  if (series != series_) return Taken::other_series;
  if (count != pieces_.size()) return Taken::damaged;
  if (!pieces_[index].empty()) return pieces_[index] == piece ? Taken::again : Taken::damaged;
  pieces_[index] = piece;
  ++read_;
  if (read_ < pieces_.size() || whole()) return Taken::added;
  *this = {};
  return Taken::wrong_whole;
}

std::vector<std::size_t> CodeCollector::missing() const {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < pieces_.size(); ++i)
    if (pieces_[i].empty()) out.push_back(i + 1);
  return out;
}

std::optional<std::string> CodeCollector::whole() const {
  if (pieces_.empty() || read_ < pieces_.size()) return std::nullopt;
  std::string out;
  for (const std::string& piece : pieces_) out += piece;
  if (hash_of(out) != series_) return std::nullopt;
  return out;
}

}  // namespace vagval
