// Finds one member of an entry by its name, by means of plan/fields.h: its kind, and its value as text.
#pragma once

#include <algorithm>
#include <iterator>

#include "facts/check.h"
#include "foundation/digits.h"
#include "plan/change.h"
#include "plan/fields.h"

namespace vagval {

/// How many decimals a number has that is shown with them: öre, and millionths of a rate.
inline int decimals_of(std::string_view member) {
  return member == "amount" || member == "savings" ? 2 : member == "rate" ? 6 : 0;
}

/// Finds one member of an entry by its name and returns its kind.
class KindOfMember {
 public:
  explicit KindOfMember(std::string_view wanted) : wanted_(wanted) {}

  void name(std::string_view key, const std::string&, bool = false) { is(key, ValueKind::id); }
  void words(std::string_view key, const std::string&, std::size_t) { is(key, ValueKind::words); }
  void lines(std::string_view key, const std::string&, std::size_t) { is(key, ValueKind::lines); }
  template <class Choice, class Names>
  void choice(std::string_view key, const std::optional<Choice>&, const Names&) {
    is(key, ValueKind::choice);
  }
  void value(std::string_view key, const std::optional<Date>&) { is(key, ValueKind::date); }
  void value(std::string_view key, const std::optional<bool>&) { is(key, ValueKind::choice); }
  void value(std::string_view key, const std::optional<Country>&) { is(key, ValueKind::country); }
  template <class Number>
  void number(std::string_view key, const std::optional<Number>&, std::int64_t, std::int64_t) {
    is(key, ValueKind::number);
  }
  void ids(std::string_view, const std::vector<std::string>&) {}
  template <class Entry>
  void list(std::string_view, const std::vector<Entry>&) {}
  template <class Part>
  void part(std::string_view, const Part&) {}
  void unknown(const UnknownMembers&) {}

  ValueKind found = ValueKind::none;

 private:
  void is(std::string_view key, ValueKind kind) {
    if (key == wanted_) found = kind;
  }
  std::string_view wanted_;
};

/// The kind of the member, ValueKind::none where the entry has none of this name.
template <class Entry>
ValueKind kind_in(std::string_view member) {
  const Entry entry{};
  KindOfMember look(member);
  fields(entry, look);
  return look.found;
}

/// Finds one member of an entry by its name, and reads it as text, or sets it where there is a text to set.
class MemberAsText {
 public:
  MemberAsText(std::string_view wanted, const std::string_view* text) : wanted_(wanted), text_(text) {}

  void name(std::string_view key, std::string& out, bool may_be_absent = false) {
    if (!is(key)) return;
    const auto fits = [&] { return text_->empty() ? may_be_absent : is_entry_id(*text_); };
    if (text_ && !fits()) return fail(ErrorId::missing_id, "");
    exchange(out);
  }
  void words(std::string_view key, std::string& out, std::size_t most, bool line_ends = false) {
    if (!is(key)) return;
    if (text_)
      if (auto wrong = text_fault(*text_, most, line_ends)) return fail(wrong->id, wrong->detail);
    exchange(out);
  }
  void lines(std::string_view key, std::string& out, std::size_t most) { words(key, out, most, true); }
  template <class Choice, class Names>
  void choice(std::string_view key, std::optional<Choice>& out, const Names& names) {
    if (!is(key)) return;
    if (!text_) {
      if (out) value_ = std::begin(names)[static_cast<std::ptrdiff_t>(*out)];
      return;
    }
    if (text_->empty()) return out.reset();
    const auto at = std::find(std::begin(names), std::end(names), *text_);
    if (at == std::end(names)) return fail(ErrorId::unknown_choice, shown());
    out = static_cast<Choice>(at - std::begin(names));
  }
  void value(std::string_view key, std::optional<Date>& out) {
    if (!is(key)) return;
    if (!text_) {
      if (out) value_ = to_iso(*out);
      return;
    }
    if (text_->empty()) return out.reset();
    if (const auto date = parse_date(western_digits(*text_)))
      out = date;
    else
      fail(ErrorId::no_such_date, shown());
  }
  void value(std::string_view key, std::optional<bool>& out) {
    if (!is(key)) return;
    if (!text_) {
      if (out) value_ = *out ? "true" : "false";
      return;
    }
    if (text_->empty()) return out.reset();
    if (*text_ != "true" && *text_ != "false") return fail(ErrorId::unknown_choice, shown());
    out = *text_ == "true";
  }
  void value(std::string_view key, std::optional<Country>& out) {
    if (!is(key)) return;
    if (!text_) {
      if (out) value_ = std::string(out->letters, 2);
      return;
    }
    if (text_->empty()) return out.reset();
    std::string code(*text_);
    for (char& c : code)
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    const std::optional<Country> country = parse_country(code);
    if (!country) return fail(ErrorId::not_a_country, shown());
    if (*country == Country{{'S', 'E'}}) return fail(ErrorId::destination_is_sweden, "SE");
    out = country;
  }
  template <class Number>
  void number(std::string_view key, std::optional<Number>& out, std::int64_t least, std::int64_t most) {
    if (!is(key)) return;
    const int decimals = decimals_of(key);
    if (!text_) {
      if (out) value_ = amount_text(static_cast<std::int64_t>(*out), decimals);
      return;
    }
    if (text_->empty()) return out.reset();
    const std::string typed = western_digits(*text_);
    const bool negative = typed.find('-') == 0;
    const auto parsed = parse_amount(negative ? std::string_view(typed).substr(1) : typed, decimals);
    if (!parsed) return fail(ErrorId::not_a_number, shown());
    const std::int64_t number = negative ? -*parsed : *parsed;
    if (number < least || number > most)
      return fail(ErrorId::number_out_of_range, amount_text(least, decimals) + "–" + amount_text(most, decimals));
    out = static_cast<Number>(number);
  }
  void ids(std::string_view, std::vector<std::string>&) {}
  template <class Entry>
  void list(std::string_view, std::vector<Entry>&) {}
  template <class Part>
  void part(std::string_view, Part&) {}
  void unknown(UnknownMembers&) {}

  bool found = false;
  std::optional<Error> fault;
  std::string take() { return std::move(value_); }

 private:
  bool is(std::string_view key) {
    found |= key == wanted_;
    return key == wanted_;
  }
  std::string shown() const { return std::string(text_->substr(0, 60)); }
  void fail(ErrorId id, std::string detail) { fault = Error{id, "", std::move(detail)}; }
  void exchange(std::string& out) {
    if (text_)
      out = *text_;
    else
      value_ = out;
  }

  std::string_view wanted_;
  const std::string_view* text_;
  std::string value_;
};

}  // namespace vagval
