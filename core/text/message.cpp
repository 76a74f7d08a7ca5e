#include "text/message.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace vagval {

namespace {

constexpr std::string_view form_names[] = {"zero", "one", "two", "few", "many", "other"};
constexpr std::uint8_t other_form = 5;

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// Returns the offset of the brace that closes the one at `open`, or npos.
std::size_t closing(std::string_view text, std::size_t open) {
  int depth = 0;
  for (std::size_t i = open; i < text.size(); ++i) {
    if (text[i] == '{') ++depth;
    if (text[i] == '}' && --depth == 0) return i;
  }
  return std::string_view::npos;
}

struct Argument {
  std::string_view name, kind;  // kind: empty, "plural" or "select"
  std::vector<std::pair<std::string_view, std::string_view>> forms;
  bool readable = true;
};

// `inside` is the text between the braces.
Argument argument(std::string_view inside) {
  Argument out;
  const std::size_t comma = inside.find(',');
  out.name = trimmed(inside.substr(0, comma));
  if (comma == std::string_view::npos) return out;
  inside.remove_prefix(comma + 1);
  const std::size_t second = inside.find(',');
  out.readable = second != std::string_view::npos;
  if (!out.readable) return out;
  out.kind = trimmed(inside.substr(0, second));
  inside.remove_prefix(second + 1);
  while (!trimmed(inside).empty()) {
    const std::size_t open = inside.find('{');
    const std::size_t end = open == std::string_view::npos ? open : closing(inside, open);
    if (end == std::string_view::npos) {
      out.readable = false;
      break;
    }
    out.forms.emplace_back(trimmed(inside.substr(0, open)), inside.substr(open + 1, end - open - 1));
    inside.remove_prefix(end + 1);
  }
  out.readable = out.readable && (out.kind == "plural" || out.kind == "select");
  return out;
}

// Limits forms within forms: each level is read once for each level around it.
constexpr int depth_max = 4;

void gather(std::string_view pattern, const Plurals& plurals, int depth, std::map<std::string, bool>& out,
            std::string& fault) {
  if (depth > depth_max) {
    fault = "forms stand inside forms more than " + std::to_string(depth_max) + " deep";
    return;
  }
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '}') fault = "a closing brace has no opening one";
    if (pattern[i] != '{') continue;
    const std::size_t end = closing(pattern, i);
    if (end == std::string_view::npos) {
      fault = "a brace is not closed";
      return;
    }
    const Argument arg = argument(pattern.substr(i + 1, end - i - 1));
    if (!arg.readable || arg.name.empty()) fault = "only {name}, {name, plural, …} and {name, select, …} are possible";
    out[std::string(arg.name) + (arg.kind.empty() ? "" : ":" + std::string(arg.kind))] = true;
    if (arg.kind == "plural") {
      std::vector<std::string_view> given;
      for (const auto& [form, text] : arg.forms) given.push_back(form);
      if (given != plurals.forms()) fault = "the plural forms are not those of the language, in its order";
    } else if (!arg.kind.empty() && (arg.forms.empty() || arg.forms.back().first != "other")) {
      fault = "a select ends with \"other\"";
    }
    for (const auto& [form, text] : arg.forms) gather(text, plurals, depth + 1, out, fault);
    i = end;
  }
}

void fill_into(std::string_view pattern, const MessageValues& values, std::string_view number, std::string& out) {
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '#' && !number.empty()) {
      if (std::string text; values.plain(number, text)) out += text;
      continue;
    }
    const std::size_t end = pattern[i] == '{' ? closing(pattern, i) : std::string_view::npos;
    if (end == std::string_view::npos) {
      out += pattern[i];
      continue;
    }
    const Argument arg = argument(pattern.substr(i + 1, end - i - 1));
    if (arg.kind.empty()) {
      std::string text;
      if (values.plain(arg.name, text))
        out += text;
      else
        out += pattern.substr(i, end - i + 1);
    } else {
      const std::string wanted = arg.kind == "plural" ? values.category(arg.name) : values.choice(arg.name);
      auto found =
          std::find_if(arg.forms.begin(), arg.forms.end(), [&](const auto& form) { return form.first == wanted; });
      if (found == arg.forms.end() && !arg.forms.empty()) found = arg.forms.end() - 1;
      if (found != arg.forms.end()) fill_into(found->second, values, arg.kind == "plural" ? arg.name : number, out);
    }
    i = end;
  }
}

}  // namespace

std::vector<std::string> placeholders(std::string_view pattern, const Plurals& plurals, std::string& fault) {
  std::map<std::string, bool> names;
  gather(pattern, plurals, 0, names, fault);
  std::vector<std::string> out;
  for (const auto& [name, is_there] : names) out.push_back(name);
  return out;
}

std::string fill(std::string_view pattern, const MessageValues& values) {
  std::string out;
  fill_into(pattern, values, "", out);
  return out;
}

Plurals::Plurals() {
  forms_.fill(other_form);
  forms_[1] = 1;
}

std::optional<Plurals> Plurals::read(std::string_view written) {
  Plurals out;
  std::size_t at = 0;
  while (!written.empty()) {
    const std::size_t comma = std::min(written.find(','), written.size());
    const std::string_view run = trimmed(written.substr(0, comma));
    written.remove_prefix(std::min(comma + 1, written.size()));
    const std::size_t space = std::min(run.find(' '), run.size());
    const auto* const name = std::find(std::begin(form_names), std::end(form_names), run.substr(0, space));
    if (name == std::end(form_names)) return std::nullopt;
    std::size_t count = 0;
    for (const char c : trimmed(run.substr(space))) {
      if (c < '0' || c > '9' || count > out.forms_.size()) return std::nullopt;
      count = count * 10 + static_cast<std::size_t>(c - '0');
    }
    if (count == 0 || count > out.forms_.size() - at) return std::nullopt;
    for (; count > 0; --count) out.forms_[at++] = static_cast<std::uint8_t>(name - std::begin(form_names));
  }
  return at == out.forms_.size() ? std::optional(out) : std::nullopt;
}

std::vector<std::string_view> Plurals::forms() const {
  std::vector<std::string_view> out;
  for (std::size_t form = 0; form < other_form; ++form)
    if (std::find(forms_.begin(), forms_.end(), form) != forms_.end()) out.push_back(form_names[form]);
  out.push_back(form_names[other_form]);
  return out;
}

std::string_view Plurals::form(long long number) const {
  const long long n = number < 0 ? -number : number;
  return form_names[forms_[static_cast<std::size_t>(n < 100 ? n : 100 + n % 100)]];
}

}  // namespace vagval
