#include "text/catalogue.h"

#include <algorithm>

#include "foundation/reader.h"
#include "text/message.h"

namespace vagval {

namespace {

constexpr std::string_view narrow_space = "\u202F", no_break_space = "\u00A0";
constexpr std::string_view isolate = "\u2068", end_isolate = "\u2069";
constexpr std::string_view reviews[] = {"reviewed", "draft", "machine"};

constexpr std::string_view months_sv[] = {"januari", "februari", "mars",      "april",   "maj",      "juni",
                                          "juli",    "augusti",  "september", "oktober", "november", "december"};
constexpr std::string_view months_en[] = {"January", "February", "March",     "April",   "May",      "June",
                                          "July",    "August",   "September", "October", "November", "December"};

// Hebrew, Arabic and their neighbours: U+0590…08FF and the presentation forms. Good enough to decide on an isolate.
bool has_right_to_left(std::string_view text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const auto a = static_cast<unsigned char>(text[i]), b = static_cast<unsigned char>(text[i + 1]);
    if (a >= 0xD6 && a <= 0xDF) return true;
    if ((a == 0xE0 && b >= 0xA0 && b <= 0xA3) || (a == 0xEF && b >= 0xAC)) return true;
  }
  return false;
}

bool has_bidi_control(std::string_view text) {
  for (const std::string_view control : {"\u200E", "\u200F", "\u061C", "\u202A", "\u202B", "\u202C", "\u202D", "\u202E",
                                         "\u2066", "\u2067", "\u2068", "\u2069"})
    if (text.find(control) != std::string_view::npos) return true;
  return false;
}

std::string grouped(std::int64_t value, std::string_view separator) {
  const std::string digits = std::to_string(value < 0 ? -value : value);
  std::string out = value < 0 ? "\u2212" : "";
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i && (digits.size() - i) % 3 == 0) out += separator;
    out += digits[i];
  }
  return out;
}

// Every value has to be said; whether a form changes with a number or a choice is up to each language.
bool fits(std::vector<std::string> asked, std::vector<std::string> of_source) {
  const auto is_form = [](const std::string& name) { return name.find(':') != std::string::npos; };
  const bool known = std::all_of(asked.begin(), asked.end(), [&](const std::string& name) {
    return std::find(of_source.begin(), of_source.end(), name) != of_source.end();
  });
  asked.erase(std::remove_if(asked.begin(), asked.end(), is_form), asked.end());
  of_source.erase(std::remove_if(of_source.begin(), of_source.end(), is_form), of_source.end());
  return known && asked == of_source;
}

const TextArg* find_arg(std::initializer_list<TextArg> args, std::string_view name) {
  for (const TextArg& arg : args)
    if (arg.name == name) return &arg;
  return nullptr;
}

}  // namespace

std::string Catalogue::number(std::int64_t value) const {
  return grouped(value, language_ == "en" ? "," : narrow_space);
}

std::string Catalogue::kronor(Kronor value) const {
  if (language_ == "en") return "SEK" + std::string(no_break_space) + number(value.value);
  return number(value.value) + std::string(no_break_space) + "kr";
}

std::string Catalogue::kronor(KronorInterval value) const {
  if (value.is_point()) return kronor(value.min);
  return text("format.kronor_interval"_t, {{"min", value.min.value}, {"max", value.max.value}});
}

std::string Catalogue::date(Date value) const {
  const CivilDate c = civil(value);
  const std::string_view month = (language_ == "en" ? months_en : months_sv)[c.month - 1];
  return std::to_string(c.day) + std::string(no_break_space) + std::string(month) + " " + std::to_string(c.year);
}

std::string Catalogue::text(TextKey key, std::initializer_list<TextArg> args) const {
  const auto as_text = [&](const TextValue& value) -> std::string {
    if (const auto* n = std::get_if<std::int64_t>(&value)) return number(*n);
    if (const auto* k = std::get_if<Kronor>(&value)) return kronor(*k);
    if (const auto* d = std::get_if<Date>(&value)) return date(*d);
    const auto& typed = std::get<std::string>(value);
    if (right_to_left_ || has_right_to_left(typed)) return std::string(isolate) + typed + std::string(end_isolate);
    return typed;
  };
  const MessageValues values{.plain =
                                 [&](std::string_view name, std::string& out) {
                                   const TextArg* arg = find_arg(args, name);
                                   if (arg) out = as_text(arg->value);
                                   return arg != nullptr;
                                 },
                             .category = [&](std::string_view name) -> std::string {
                               const TextArg* arg = find_arg(args, name);
                               const auto* count = arg ? std::get_if<std::int64_t>(&arg->value) : nullptr;
                               return std::string(plural_form(language_, count ? *count : 0));
                             },
                             .choice = [&](std::string_view name) -> std::string {
                               const TextArg* arg = find_arg(args, name);
                               const auto* word = arg ? std::get_if<std::string>(&arg->value) : nullptr;
                               return word ? *word : "other";
                             }};
  return fill(messages_[key.index], values);
}

std::string Catalogue::text(std::string_view key, std::initializer_list<TextArg> args) const {
  const std::optional<TextKey> found = find_text_key(key);
  return found ? text(*found, args) : "\u2039" + std::string(key) + "\u203A";
}

CatalogueRead read_catalogue(std::string_view bytes, std::string_view file, const Catalogue* source) {
  ProblemList problems{std::string(file), {}};
  const Result<Json> json = read_json(bytes);
  if (!json) {
    problems.add(json.error().where,
                 "this is not readable JSON: " + std::string(error_name(json.error().id)) + " " + json.error().detail);
    return {std::nullopt, std::move(problems.problems)};
  }
  ObjectReader top(*json, "", problems);
  Catalogue out;
  if (top.text("format") != "vagval-text") top.problem("format", "this must be \"vagval-text\"");
  out.language_ = top.text("language");
  constexpr std::string_view directions[] = {"ltr", "rtl"};
  out.right_to_left_ = top.choice("direction", directions) == 1;
  const bool complete = top.flag("complete");
  const std::size_t keys = std::size(text_keys);
  out.messages_.resize(keys);
  std::vector<bool> given(keys, false);
  for (const auto& [name, message] : top.object("messages")) {
    ObjectReader reader(message, "/messages" + pointer_step(name), problems);
    std::string text = reader.text("text");
    reader.choice("review", reviews);
    reader.finish();
    const std::optional<TextKey> key = find_text_key(name);
    if (!key) {
      reader.problem("text", "the Swedish catalogue has no such key");
      continue;
    }
    std::string fault;
    const std::vector<std::string> asked = placeholders(text, out.language_, fault);
    if (!fault.empty()) reader.problem("text", fault);
    if (has_bidi_control(text))
      reader.problem("text", "bidi control characters are put in by the program, not by hand");
    std::string ignored;
    if (source && !fits(asked, placeholders(source->pattern(*key), source->language(), ignored)))
      reader.problem("text", "the placeholders differ from the Swedish ones");
    given[key->index] = true;
    out.messages_[key->index] = std::move(text);
  }
  top.finish();
  for (std::size_t i = 0; i < keys; ++i)
    if (!given[i] && complete) problems.add("/messages", "the key \"" + std::string(text_keys[i]) + "\" is missing");
  if (!problems.problems.empty()) return {std::nullopt, std::move(problems.problems)};
  return {std::move(out), {}};
}

}  // namespace vagval
