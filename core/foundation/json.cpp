#include "foundation/json.h"

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <unordered_set>

#include "foundation/utf8.h"

namespace vagval {

namespace {

constexpr std::int64_t whole_max = (std::int64_t{1} << 53) - 1;

// Builds values from the library's events and stops at the first event that the gate refuses.
struct Gate {
  explicit Gate(JsonLimits given) : limits(given) {}

  JsonLimits limits;
  Json root;
  std::vector<Json*> open;
  std::vector<std::unordered_set<std::string>> keys;  // of each open object; empty for an array
  std::vector<std::string> path;                      // one step for each open container: the current key or index
  std::string key_now;
  std::size_t values = 0;
  std::optional<Error> error;

  bool fail(ErrorId id, std::string detail = {}) {
    if (!error) error = Error{id, pointer(), std::move(detail)};
    return false;
  }
  std::string pointer() const {
    std::string out;
    for (const std::string& step : path) out += pointer_step(step);
    return out;
  }

  // Only the innermost container grows, so pointers to the outer ones stay good.
  Json* place(Json json) {
    if (++values > limits.values) {
      fail(ErrorId::too_many_values, std::to_string(limits.values));
      return nullptr;
    }
    if (open.empty()) {
      root = std::move(json);
      return &root;
    }
    Json& parent = *open.back();
    if (auto* array = std::get_if<JsonArray>(&parent.value)) {
      path.back() = std::to_string(array->size());
      return &array->emplace_back(std::move(json));
    }
    auto& object = std::get<JsonObject>(parent.value);
    return &object.emplace_back(key_now, std::move(json)).second;
  }
  bool scalar(Json json) { return place(std::move(json)) != nullptr; }
  bool enter(Json json) {
    if (open.size() >= limits.depth) {
      step_to_next();
      return fail(ErrorId::too_deep, std::to_string(limits.depth));
    }
    Json* placed = place(std::move(json));
    if (!placed) return false;
    open.push_back(placed);
    path.emplace_back();
    keys.emplace_back();
    return true;
  }
  bool leave() {
    open.pop_back();
    path.pop_back();
    keys.pop_back();
    return true;
  }

  bool null() { return scalar({}); }
  bool boolean(bool v) { return scalar({v}); }
  bool number_integer(std::int64_t v) {
    if (v < -whole_max) return not_whole();
    return scalar({v});
  }
  bool number_unsigned(std::uint64_t v) {
    if (v > static_cast<std::uint64_t>(whole_max)) return not_whole();
    return scalar({static_cast<std::int64_t>(v)});
  }
  bool number_float(double, const std::string&) { return not_whole(); }
  bool not_whole() {
    step_to_next();
    return fail(ErrorId::number_not_whole);
  }
  // In a list, the refused value would have been the next entry.
  void step_to_next() {
    if (open.empty()) return;
    if (const JsonArray* array = open.back()->array()) path.back() = std::to_string(array->size());
  }
  bool string(std::string& v) { return scalar({std::move(v)}); }
  bool binary(nlohmann::json::binary_t&) { return fail(ErrorId::not_json); }
  bool start_object(std::size_t) { return enter({JsonObject{}}); }
  bool start_array(std::size_t) { return enter({JsonArray{}}); }
  bool end_object() { return leave(); }
  bool end_array() { return leave(); }
  bool key(std::string& name) {
    path.back() = name;
    if (!keys.back().insert(name).second) return fail(ErrorId::duplicate_key, name);
    key_now = name;
    return true;
  }
  bool parse_error(std::size_t byte, const std::string&, const nlohmann::detail::exception&) {
    return fail(ErrorId::not_json, std::to_string(byte));
  }
};

void write(const Json& json, Layout layout, std::size_t indent, std::string& out) {
  const auto line = [&](std::size_t depth) {
    if (layout == Layout::indented) out += '\n', out.append(depth * 2, ' ');
  };
  if (const auto* b = json.boolean()) {
    out += *b ? "true" : "false";
  } else if (const auto* n = json.integer()) {
    out += std::to_string(*n);
  } else if (const auto* s = json.text()) {
    out += json_quoted(*s);
  } else if (const auto* a = json.array()) {
    out += '[';
    for (std::size_t i = 0; i < a->size(); ++i) {
      if (i) out += ',';
      line(indent + 1);
      write((*a)[i], layout, indent + 1, out);
    }
    if (!a->empty()) line(indent);
    out += ']';
  } else if (const auto* o = json.object()) {
    out += '{';
    for (std::size_t i = 0; i < o->size(); ++i) {
      if (i) out += ',';
      line(indent + 1);
      out += json_quoted((*o)[i].first);
      out += layout == Layout::indented ? ": " : ":";
      write((*o)[i].second, layout, indent + 1, out);
    }
    if (!o->empty()) line(indent);
    out += '}';
  } else {
    out += "null";
  }
}

}  // namespace

const Json* Json::find(std::string_view key) const {
  const JsonObject* members = object();
  if (!members) return nullptr;
  for (const auto& [name, member] : *members)
    if (name == key) return &member;
  return nullptr;
}

bool operator==(const Json& a, const Json& b) { return a.value == b.value; }

Result<Json> read_json(std::string_view bytes, JsonLimits limits) {
  if (bytes.size() > limits.bytes) return Error{ErrorId::file_too_large, "", std::to_string(limits.bytes)};
  const std::string restored = restored_text(bytes);
  bytes = restored;
  if (const std::size_t at = first_broken_utf8(bytes); at != std::string_view::npos)
    return Error{ErrorId::not_utf8, "", std::to_string(at)};
  Gate gate{limits};
  const bool read = nlohmann::json::sax_parse(bytes.begin(), bytes.end(), &gate);
  if (gate.error) return *gate.error;
  if (!read) return Error{ErrorId::not_json, "", "0"};
  return std::move(gate.root);
}

namespace {

// Returns nothing where the bytes are not UTF-16: an odd byte, half a surrogate pair.
std::optional<std::string> from_utf16(std::string_view bytes, bool big_endian) {
  if (bytes.size() % 2 != 0) return std::nullopt;
  std::string out;
  const auto unit = [&](std::size_t at) {
    const auto a = static_cast<unsigned char>(bytes[at]), b = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<std::uint32_t>(big_endian ? a << 8 | b : b << 8 | a);
  };
  for (std::size_t i = 0; i < bytes.size(); i += 2) {
    std::uint32_t letter = unit(i);
    if (letter >= 0xDC00 && letter <= 0xDFFF) return std::nullopt;
    if (letter >= 0xD800 && letter <= 0xDBFF) {
      if (i + 4 > bytes.size() || unit(i + 2) < 0xDC00 || unit(i + 2) > 0xDFFF) return std::nullopt;
      i += 2;
      letter = 0x10000 + ((letter - 0xD800) << 10) + (unit(i) - 0xDC00);
    }
    append_character(out, letter);
  }
  return out;
}

// Removes the mark that a mail program puts before each line of a quoted letter.
std::optional<std::string> without_quotation(std::string_view text) {
  const std::size_t first = text.find_first_not_of("\r\n");
  if (first == std::string_view::npos || text[first] != '>') return std::nullopt;
  text.remove_prefix(first);
  const std::string_view mark = text.substr(0, std::min(text.find_first_not_of("> "), text.size()));
  std::string_view bare = mark;  // the mark of an empty line
  while (bare.ends_with(' ')) bare.remove_suffix(1);
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end);
    if (line.starts_with(mark))
      line.remove_prefix(mark.size());
    else if (line.starts_with(bare))
      line.remove_prefix(bare.size());
    else if (line.find_first_not_of(" \r\n") != std::string_view::npos)
      return std::nullopt;
    out += line;
  }
  return out;
}

}  // namespace

std::string restored_text(std::string_view bytes) {
  constexpr std::string_view little = "\xFF\xFE", big = "\xFE\xFF";
  std::string text(bytes);
  if (bytes.starts_with(utf8_mark)) text.erase(0, utf8_mark.size());
  if (bytes.starts_with(little) || bytes.starts_with(big)) {
    std::optional<std::string> read = from_utf16(bytes.substr(2), bytes.starts_with(big));
    if (read) text = std::move(*read);
  }
  std::optional<std::string> unquoted = without_quotation(text);
  return unquoted ? std::move(*unquoted) : text;
}

std::string write_json(const Json& json, Layout layout) {
  std::string out;
  write(json, layout, 0, out);
  if (layout == Layout::indented) out += '\n';
  return out;
}

std::string json_quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          char escaped[7];
          std::snprintf(escaped, sizeof escaped, "\\u%04x", static_cast<unsigned>(static_cast<unsigned char>(c)));
          out += escaped;
        } else {
          out += c;
        }
    }
  }
  return out + '"';
}

std::string pointer_step(std::string_view name) {
  std::string out = "/";
  for (const char c : name) {
    if (c == '~')
      out += "~0";
    else if (c == '/')
      out += "~1";
    else
      out += c;
  }
  return out;
}

}  // namespace vagval
