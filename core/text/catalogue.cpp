#include "text/catalogue.h"

#include <algorithm>

#include "text/bidi.h"
#include "text/message.h"

namespace vagval {

namespace {

const std::vector<std::string_view>& names_of_keys() {
  static const std::vector<std::string_view> all = [] {
    std::vector<std::string_view> out;
    out.reserve(text_key_count);
    for (std::string_view rest = text_key_names; !rest.empty(); rest.remove_prefix(out.back().size() + 1))
      out.push_back(rest.substr(0, rest.find('\n')));
    return out;
  }();
  return all;
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

const TextArg* find_arg(std::initializer_list<TextArg> args, std::string_view name) {
  for (const TextArg& arg : args)
    if (arg.name == name) return &arg;
  return nullptr;
}

}  // namespace

std::optional<TextKey> find_text_key(std::string_view name) { return find_text_key_in(names_of_keys(), name); }
std::string_view text_key_name(TextKey key) { return names_of_keys()[key.index]; }

std::size_t Catalogue::unreviewed() const {
  return static_cast<std::size_t>(std::count_if(messages_->begin(), messages_->end(),
                                                [](const Message& m) { return m.review != Review::reviewed; }));
}

std::size_t Catalogue::count(Review review) const {
  return static_cast<std::size_t>(std::count_if(messages_->begin(), messages_->end(), [&](const Message& m) {
    return m.review == review && !m.text.empty() && !m.lent;
  }));
}

std::size_t Catalogue::lacking() const {
  return static_cast<std::size_t>(
      std::count_if(messages_->begin(), messages_->end(), [](const Message& m) { return m.text.empty() || m.lent; }));
}

const Reviewer* Catalogue::reviewer(TextKey key) const {
  const std::uint8_t number = (*messages_)[key.index].reviewer;
  return number == 0 ? nullptr : &(*reviewers_)[number - 1U];
}

Catalogue Catalogue::with_digits(Digits digits) const {
  Catalogue out = *this;
  out.digits_ = digits;
  return out;
}

Catalogue Catalogue::with_figures(std::shared_ptr<const RuleFigures> figures, Date day) const {
  Catalogue out = on(day);
  out.figures_ = std::move(figures);
  return out;
}

Catalogue Catalogue::on(Date day) const {
  Catalogue out = *this;
  out.day_ = day;
  return out;
}

// "rules.adult_amount", or with a day behind it.
std::optional<std::string> Catalogue::figure(std::string_view placeholder) const {
  if (!figures_ || !placeholder.starts_with(rule_figure_prefix)) return std::nullopt;
  std::string_view name = placeholder.substr(rule_figure_prefix.size());
  Date day = day_;
  if (const std::size_t dot = name.find('.'); dot != std::string_view::npos) {
    const std::optional<Date> given = parse_date(name.substr(dot + 1));
    if (!given) return std::nullopt;
    day = *given;
    name = name.substr(0, dot);
  }
  const std::optional<std::int64_t> value = (*figures_)(name, day);
  return value ? std::optional(isolated(number(*value))) : std::nullopt;
}

// In right-to-left text, a value with letters or spaces of its own must not turn the text around it.
std::string Catalogue::isolated(std::string text) const {
  if (!right_to_left_) return text;
  return std::string(isolate) + std::move(text) + std::string(end_isolate);
}

std::string Catalogue::digits(std::string_view text) const { return in_digits(text, digits_); }

std::string Catalogue::number(std::int64_t value) const {
  std::string_view separator = pattern("format.group"_t);
  if (digits_ != Digits::western) separator = "\u066C";
  std::string out = in_digits(grouped(value, separator), digits_);
  // Keeps the minus on the left side of its number.
  return value < 0 ? isolated(std::move(out)) : out;
}

std::string Catalogue::kronor(Kronor value) const {
  return isolated(text("format.kronor"_t, {{"amount", value.value}}));
}

std::string Catalogue::kronor(KronorInterval value) const {
  if (value.is_point()) return kronor(value.min);
  return isolated(text("format.kronor_interval"_t, {{"min", value.min.value}, {"max", value.max.value}}));
}

std::string Catalogue::date(Date value) const {
  const CivilDate c = civil(value);
  std::string_view months = pattern("format.months"_t);
  for (int month = 1; month < c.month && !months.empty(); ++month)
    months.remove_prefix(std::min(months.find('|') + 1, months.size()));
  const std::string month(months.substr(0, months.find('|')));
  const auto in_order = [&](std::string_view name, std::string& out) {
    out = name == "day"    ? in_digits(std::to_string(c.day), digits_)
          : name == "year" ? in_digits(std::to_string(c.year), digits_)
                           : month;
    return true;
  };
  return isolated(fill(pattern("format.date"_t), {.plain = in_order, .category = {}, .choice = {}}));
}

std::string Catalogue::period(const Period& value) const {
  const CivilDate first = civil(value.first());
  std::string year = in_digits(std::to_string(first.year), digits_);
  switch (exactness(value)) {
    case Exactness::day:
      break;
    case Exactness::month:
      return text("stages.of_year"_t, {{"month", text("month." + std::to_string(first.month))}, {"year", year}});
    case Exactness::year:
      return year;
    case Exactness::until:
      return text("format.until"_t, {{"date", value.last()}});
    case Exactness::since:
      return text("format.since"_t, {{"date", value.first()}});
    case Exactness::between:
      return text("format.between"_t, {{"first", value.first()}, {"last", value.last()}});
  }
  return date(value.first());
}

std::string Catalogue::text(TextKey key, std::initializer_list<TextArg> args) const {
  const bool lent = (*messages_)[key.index].lent;
  static const Plurals plurals_of_lent;  // English: what cmake/embed_texts.cmake lends
  const auto as_text = [&](const TextValue& value) -> std::string {
    if (const auto* n = std::get_if<std::int64_t>(&value)) return *n < 0 ? number(*n) : isolated(number(*n));
    if (const auto* k = std::get_if<Kronor>(&value)) return kronor(*k);
    if (const auto* d = std::get_if<Date>(&value)) return date(*d);
    if (const auto* p = std::get_if<Period>(&value)) return period(*p);
    const auto& typed = std::get<std::string>(value);
    const bool turns = has_right_to_left(typed);
    if (!right_to_left_ && !turns) return typed;
    return std::string(isolate) + (turns ? isolated_runs(typed) : typed) + std::string(end_isolate);
  };
  const MessageValues values{.plain =
                                 [&](std::string_view name, std::string& out) {
                                   if (const TextArg* arg = find_arg(args, name)) {
                                     out = as_text(arg->value);
                                     return true;
                                   }
                                   const std::optional<std::string> of_rules = figure(name);
                                   if (of_rules) out = *of_rules;
                                   return of_rules.has_value();
                                 },
                             .category = [&](std::string_view name) -> std::string {
                               const TextArg* arg = find_arg(args, name);
                               const auto* count = arg ? std::get_if<std::int64_t>(&arg->value) : nullptr;
                               return std::string((lent ? plurals_of_lent : plurals()).form(count ? *count : 0));
                             },
                             .choice = [&](std::string_view name) -> std::string {
                               const TextArg* arg = find_arg(args, name);
                               const auto* word = arg ? std::get_if<std::string>(&arg->value) : nullptr;
                               return word ? *word : "other";
                             }};
  std::string out = fill(pattern(key), values);
  if (!right_to_left_) return out;
  return lent ? std::string(isolate) + out + std::string(end_isolate) : isolated_runs(out);
}

std::string Catalogue::text(std::string_view key, std::initializer_list<TextArg> args) const {
  const std::optional<TextKey> found = find_text_key(key);
  return found ? text(*found, args) : "\u2039" + std::string(key) + "\u203A";
}

}  // namespace vagval
