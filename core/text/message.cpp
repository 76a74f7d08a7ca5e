#include "text/message.h"

#include <algorithm>
#include <map>

namespace vagval {

namespace {

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

void gather(std::string_view pattern, std::string_view language, int depth, std::map<std::string, bool>& out,
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
      if (given != plural_forms(language)) fault = "the plural forms are not those of the language, in its order";
    } else if (!arg.kind.empty() && (arg.forms.empty() || arg.forms.back().first != "other")) {
      fault = "a select ends with \"other\"";
    }
    for (const auto& [form, text] : arg.forms) gather(text, language, depth + 1, out, fault);
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

std::vector<std::string> placeholders(std::string_view pattern, std::string_view language, std::string& fault) {
  std::map<std::string, bool> names;
  gather(pattern, language, 0, names, fault);
  std::vector<std::string> out;
  for (const auto& [name, is_there] : names) out.push_back(name);
  return out;
}

std::string fill(std::string_view pattern, const MessageValues& values) {
  std::string out;
  fill_into(pattern, values, "", out);
  return out;
}

// CLDR's cardinal rules for whole numbers.
std::vector<std::string_view> plural_forms(std::string_view language) {
  if (language == "ar") return {"zero", "one", "two", "few", "many", "other"};
  if (language == "bs") return {"one", "few", "other"};
  return {"one", "other"};
}

std::string_view plural_form(std::string_view language, long long number) {
  const long long n = number < 0 ? -number : number;
  if (language == "ar") {
    if (n <= 2) return n == 0 ? "zero" : n == 1 ? "one" : "two";
    if (n % 100 >= 3 && n % 100 <= 10) return "few";
    return n % 100 >= 11 ? "many" : "other";
  }
  if (language == "bs") {
    if (n % 10 == 1 && n % 100 != 11) return "one";
    return n % 10 >= 2 && n % 10 <= 4 && !(n % 100 >= 12 && n % 100 <= 14) ? "few" : "other";
  }
  if (language == "fa" || language == "ti") return n <= 1 ? "one" : "other";
  return n == 1 ? "one" : "other";
}

}  // namespace vagval
