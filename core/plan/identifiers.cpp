#include "plan/identifiers.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "foundation/digits.h"
#include "foundation/utf8.h"

namespace vagval {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The text as plain letters, one byte each, with the digits of every supported script as 0-9, and the place each came
/// from.
struct Plain {
  std::string text;
  std::vector<std::size_t> from;  ///< the byte at which each begins; one more at the end
};

Plain plain_of(std::string_view text) {
  Plain out;
  for (std::size_t i = 0; i < text.size();) {
    const Character one = character_at(text, i);
    const std::size_t size = one.bytes;
    char plain = size == 1 && one.code < 0x80 ? static_cast<char>(one.code) : '_';
    if (size == 1 && plain >= 'A' && plain <= 'Z') plain = static_cast<char>(plain - 'A' + 'a');
    if (size == 2)
      if (const std::string western = western_digits(text.substr(i, size)); is_digit(western.front()))
        plain = western.front();
    // A space or hyphen that does not break the line.
    if (one.code == 0xA0 || one.code == 0x202F) plain = ' ';
    if (one.code >= 0x2010 && one.code <= 0x2015) plain = '-';
    out.text += plain;
    out.from.push_back(i);
    i += size;
  }
  out.from.push_back(text.size());
  return out;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || c == '_'; }

/// A run of digits with separators.
struct Run {
  std::string digits;
  std::size_t begin = 0, end = 0;
  bool plus = false;
};

std::optional<Run> run_at(std::string_view text, std::size_t at) {
  Run out{.begin = at, .end = at};
  if (text[at] == '+') {
    out.plus = true;
    ++at;
  }
  for (std::size_t gap = 0; at < text.size() && gap < 2; ++at) {
    if (is_digit(text[at])) {
      out.digits += text[at];
      out.end = at + 1;
      gap = 0;
    } else if (!out.digits.empty() && (text[at] == ' ' || text[at] == '-' || text[at] == '+' || text[at] == '/')) {
      ++gap;
    } else if (text[at] != '(' && text[at] != ')') {
      break;
    }
  }
  if (out.digits.empty()) return std::nullopt;
  return out;
}

bool luhn(std::string_view ten) {
  int sum = 0;
  for (std::size_t i = 0; i < ten.size(); ++i) {
    const int digit = (ten[i] - '0') * (i % 2 == 0 ? 2 : 1);
    sum += digit / 10 + digit % 10;
  }
  return sum % 10 == 0;
}

// YYMMDD-NNNN or YYYYMMDDNNNN; 60 is added to the day of a coordination number (samordningsnummer).
bool is_personal(std::string_view digits) {
  if (digits.size() == 12 && (digits.starts_with("19") || digits.starts_with("20"))) digits.remove_prefix(2);
  if (digits.size() != 10) return false;
  const int month = (digits[2] - '0') * 10 + (digits[3] - '0'), day = (digits[4] - '0') * 10 + (digits[5] - '0');
  const int date = day > 60 ? day - 60 : day;
  return month >= 1 && month <= 12 && date >= 1 && date <= 31 && luhn(digits);
}

bool is_digit_at(std::string_view text, std::size_t at) { return at < text.size() && is_digit(text[at]); }

/// Returns the end of the personal number that begins here in its written form: 6 or 8 digits, perhaps one sign, 4
/// digits, and no digit after them.
std::optional<std::size_t> personal_end(std::string_view text, std::size_t at) {
  if (at > 0 && (is_digit(text[at - 1]) || is_letter(text[at - 1]))) return std::nullopt;
  for (const std::size_t day : {8U, 6U}) {
    std::string digits;
    std::size_t end = at;
    while (digits.size() < day && is_digit_at(text, end)) digits += text[end++];
    if (digits.size() < day) continue;
    if (end < text.size() && (text[end] == '-' || text[end] == ' ' || text[end] == '+')) ++end;
    while (digits.size() < day + 4 && is_digit_at(text, end)) digits += text[end++];
    if (digits.size() == day + 4 && !is_digit_at(text, end) && is_personal(digits)) return end;
  }
  return std::nullopt;
}

/// Cuts the run where a personal number begins: the digits before it are a number of their own.
void end_before_personal(std::string_view text, Run& run) {
  for (std::size_t at = run.begin + 1; at < run.end; ++at) {
    if (!is_digit(text[at]) || !personal_end(text, at)) continue;
    run.digits.clear();
    run.end = run.begin;
    for (std::size_t i = run.begin; i < at; ++i) {
      if (!is_digit(text[i])) continue;
      run.digits += text[i];
      run.end = i + 1;
    }
    return;
  }
}

bool is_phone(const Run& run) {
  const std::size_t least = run.plus ? 9 : 8;
  return (run.plus || run.digits.front() == '0') && run.digits.size() >= least && run.digits.size() <= 15;
}

// Words that precede a case number, in the languages people copy from.
constexpr std::array<std::string_view, 9> case_words = {
    "rendenummer", "rende", "beteckning", "dnr", "diarienummer", "dossier", "case number", "case no", "mlnr"};

bool follows_case_word(std::string_view text, std::size_t at) {
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == ':' || text[at - 1] == '.' || text[at - 1] == '#')) --at;
  return std::any_of(case_words.begin(), case_words.end(),
                     [&](std::string_view word) { return text.substr(0, at).ends_with(word); });
}

}  // namespace

std::vector<FoundIdentifier> identifiers_in(std::string_view text) {
  std::vector<FoundIdentifier> out;
  const Plain plain = plain_of(text);
  for (std::size_t at = 0; at < plain.text.size();) {
    const bool begins = (is_digit(plain.text[at]) || plain.text[at] == '+') &&
                        (at == 0 || !(is_letter(plain.text[at - 1]) || is_digit(plain.text[at - 1])));
    if (const std::optional<std::size_t> end = begins ? personal_end(plain.text, at) : std::nullopt) {
      out.push_back({Identifier::personal, plain.from[at], plain.from[*end]});
      at = *end;
      continue;
    }
    std::optional<Run> run = begins ? run_at(plain.text, at) : std::nullopt;
    if (run) end_before_personal(plain.text, *run);
    if (!run || run->digits.empty()) {
      ++at;
      continue;
    }
    std::optional<Identifier> kind;
    if (is_personal(run->digits))
      kind = Identifier::personal;
    else if (run->digits.size() >= 5 && run->digits.size() <= 15 && follows_case_word(plain.text, at))
      kind = Identifier::case_number;
    else if (is_phone(*run))
      kind = Identifier::phone;
    if (kind) out.push_back({*kind, plain.from[run->begin], plain.from[run->end]});
    at = std::max(run->end, at + 1);
  }
  return out;
}

}  // namespace vagval
