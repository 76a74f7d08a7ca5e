#include "plan/sealed_file.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "foundation/json.h"
#include "plan/base64.h"
#include "plan/text_bytes.h"

namespace vagval {

namespace {

constexpr std::string_view magic = "age-encryption.org/";
constexpr std::string_view first_line = "age-encryption.org/v1\n";
constexpr std::string_view armour_begin = "-----BEGIN AGE ENCRYPTED FILE-----";
constexpr std::string_view armour_end = "-----END AGE ENCRYPTED FILE-----";
/// Takes the next line off the front, without its line end. Returns nothing when no line ends.
std::optional<std::string_view> take_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end + 1);
  return line;
}

/// The bytes inside an armour (strict PEM: lines of 64, the last one shorter or as long).
std::optional<std::string> without_armour(std::string_view text) {
  text = without_space(text);
  if (!text.starts_with(armour_begin) || !text.ends_with(armour_end)) return std::nullopt;
  text.remove_prefix(armour_begin.size());
  text.remove_suffix(armour_end.size());
  if (text.starts_with('\r')) text.remove_prefix(1);
  if (!text.starts_with('\n')) return std::nullopt;
  text.remove_prefix(1);
  std::string joined;
  bool last = false;
  for (std::string_view rest = text; !rest.empty();) {
    const std::optional<std::string_view> line = take_line(rest);
    if (!line) return std::nullopt;
    const std::string_view body = line->ends_with('\r') ? line->substr(0, line->size() - 1) : *line;
    if (last || body.empty() || body.size() > 64) return std::nullopt;
    last = body.size() < 64;
    joined += body;
  }
  return from_base64(joined, Base64::padded);
}

/// A decimal number as the format writes it: no sign, no zero in front.
std::optional<int> factor_of(std::string_view text) {
  if (text.empty() || text.size() > 3 || text.front() == '0') return std::nullopt;
  int out = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    out = out * 10 + (c - '0');
  }
  return out;
}

bool begins_sealed(std::string_view bytes) {
  return bytes.starts_with(magic) || without_space(bytes).starts_with(armour_begin);
}

// Whether an armour begins on a line, also after other text such as a letter. Such a file has a passphrase even if it
// is not readable.
bool has_armour(std::string_view text) {
  for (std::optional<std::string_view> line = take_line(text); line; line = take_line(text)) {
    const std::size_t first = line->find_first_not_of("> \t");
    if (first != std::string_view::npos && without_space(line->substr(first)) == armour_begin) return true;
  }
  return false;
}

/// Whether the first line names a later version than the one read here: "v" and a number. Any other character in it (a
/// carriage return above all) was added in transit.
bool names_newer_version(std::string_view bytes) {
  std::string_view rest = bytes;
  std::optional<std::string_view> line = take_line(rest);
  if (!line || !line->starts_with(magic)) return false;
  line->remove_prefix(magic.size());
  if (!line->starts_with('v')) return false;
  const std::optional<int> version = factor_of(line->substr(1));
  return version && *version > 1;
}

}  // namespace

Error sealed_damaged() { return {ErrorId::sealed_damaged, "", ""}; }

bool is_sealed(std::string_view bytes) {
  if (begins_sealed(bytes)) return true;
  constexpr std::size_t beginning = 4000;  // the file may be large and of any kind
  const std::string text = restored_text(bytes.substr(0, beginning));
  return begins_sealed(text) || has_armour(text);
}

Result<SealedFile> read_sealed(std::string_view bytes) {
  if (bytes.size() > file_bytes_max) return Error{ErrorId::file_too_large, "", ""};
  std::string restored, unarmoured;
  if (!begins_sealed(bytes)) {
    restored = restored_text(bytes);
    bytes = restored;
  }
  if (!bytes.starts_with(magic)) {
    std::optional<std::string> inside = without_armour(bytes);
    if (!inside) return sealed_damaged();
    unarmoured = std::move(*inside);
    bytes = unarmoured;
  }
  if (!bytes.starts_with(first_line))
    return names_newer_version(bytes) ? Error{ErrorId::sealed_newer, "", ""} : sealed_damaged();
  std::string_view rest = bytes.substr(first_line.size());
  const std::optional<std::string_view> stanza = take_line(rest);
  if (!stanza || !stanza->starts_with("-> ")) return sealed_damaged();
  constexpr std::string_view scrypt = "-> scrypt ";
  if (!stanza->starts_with(scrypt)) return Error{ErrorId::sealed_for_keys, "", ""};
  const std::string_view arguments = stanza->substr(scrypt.size());
  const std::size_t space = arguments.find(' ');
  if (space == std::string_view::npos) return sealed_damaged();
  const std::optional<std::string> salt = from_base64(arguments.substr(0, space), Base64::unpadded);
  const std::optional<int> factor = factor_of(arguments.substr(space + 1));
  const std::optional<std::string_view> body = take_line(rest);
  if (!salt || salt->size() != sizeof(Salt) || !factor || !body) return sealed_damaged();
  SealedFile out;
  std::copy_n(salt->begin(), sizeof(Salt), out.salt.begin());
  out.work_factor = *factor;
  const std::optional<std::string> wrapped = from_base64(*body, Base64::unpadded);
  if (!wrapped || wrapped->size() != sizeof(FileKey) + tag_bytes) return sealed_damaged();
  out.wrapped_key = *wrapped;
  // A passphrase must be the only recipient: a second recipient could open the file without it.
  constexpr std::string_view end = "--- ";
  if (!rest.starts_with(end)) return sealed_damaged();
  out.covered = std::string(bytes.substr(0, bytes.size() - rest.size() + end.size() - 1));
  const std::optional<std::string_view> last = take_line(rest);
  const std::optional<std::string> mac = last ? from_base64(last->substr(end.size()), Base64::unpadded) : std::nullopt;
  if (!mac || mac->size() != sizeof(Mac) || rest.size() < sizeof(Nonce) + tag_bytes) return sealed_damaged();
  if (*factor > work_factor_max) return Error{ErrorId::sealed_too_strong, "", std::to_string(*factor)};
  out.mac = *mac;
  out.header = std::string(bytes.substr(0, bytes.size() - rest.size()));
  out.payload = std::string(rest);
  return out;
}

std::string covered_header(const Salt& salt, int work_factor, std::string_view wrapped_key) {
  return std::string(first_line) + "-> scrypt " + base64(text_of(salt)) + ' ' + std::to_string(work_factor) + '\n' +
         base64(wrapped_key) + "\n---";
}

std::string header_with_mac(const std::string& covered, const Mac& mac) {
  return covered + ' ' + base64(text_of(mac)) + '\n';
}

}  // namespace vagval
