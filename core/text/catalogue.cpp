#include "text/catalogue.h"

#include <algorithm>

#include "foundation/reader.h"
#include "text/bidi.h"
#include "text/message.h"

namespace vagval {

namespace {

constexpr std::size_t reviewer_bytes_max = 80;
constexpr std::ptrdiff_t reviewers_max = 26;  // the embedded texts name each reviewer by one letter

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

// Every language must use each value; it may choose whether a form changes with a number or a choice.
bool fits(std::vector<std::string> asked, std::vector<std::string> of_source) {
  const auto is_form = [](const std::string& name) { return name.find(':') != std::string::npos; };
  const bool known = std::all_of(asked.begin(), asked.end(), [&](const std::string& name) {
    return std::find(of_source.begin(), of_source.end(), name) != of_source.end();
  });
  asked.erase(std::remove_if(asked.begin(), asked.end(), is_form), asked.end());
  of_source.erase(std::remove_if(of_source.begin(), of_source.end(), is_form), of_source.end());
  return known && asked == of_source;
}

std::vector<std::string> all_countries() {
  constexpr std::string_view prefix = "country.";
  std::vector<std::string> out;
  for (const std::string_view key : names_of_keys())
    if (key.starts_with(prefix)) out.emplace_back(key.substr(prefix.size()));
  return out;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out;
  for (; !text.empty(); text.remove_prefix(std::min(out.back().size() + 1, text.size())))
    out.emplace_back(text.substr(0, text.find(' ')));
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
  const std::string year = in_digits(std::to_string(first.year), digits_);
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
  const Plurals plurals_of_lent;  // English: what cmake/embed_texts.cmake lends
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

/// Fills a catalogue, checking each message against the Swedish one.
class CatalogueReader {
 public:
  CatalogueReader(std::string_view file, const Catalogue* source) : problems_{std::string(file), {}}, source_(source) {}

  CatalogueRead file(std::string_view bytes) {
    const std::optional<Json> json = parsed(bytes);
    if (!json) return {std::nullopt, problems_.take()};
    ObjectReader top(*json, "", problems_);
    const bool complete = head(top, "vagval-text");
    for (const auto& [name, message] : top.object("messages")) {
      ObjectReader reader(message, "/messages" + pointer_step(name), problems_);
      std::string text = reader.text("text");
      const auto review = static_cast<Review>(reader.choice("review", review_names));
      Reviewer reviewer{reader.text_or_empty("by"), reader.optional_date("on")};
      if (!reviewer.by.empty() && review != Review::reviewed)
        reader.problem("by", "only a text that is reviewed has been reviewed by somebody");
      if (reviewer.by.empty() && reviewer.on) reader.problem("on", "who has reviewed it is missing");
      reader.finish();
      const std::uint8_t number = number_of(std::move(reviewer), reader.pointer());
      if (const std::optional<TextKey> key = find_text_key(name))
        take(*key, {std::move(text), review, number, false}, reader.pointer());
      else
        reader.problem("text", "the Swedish catalogue has no such key");
    }
    top.finish();
    return done(complete);
  }

  CatalogueRead embedded(std::string_view bytes) {
    const std::optional<Json> json = parsed(bytes);
    if (!json) return {std::nullopt, problems_.take()};
    ObjectReader top(*json, "", problems_);
    const bool complete = head(top, "vagval-text-values");
    const JsonArray& values = top.array("values");
    const std::string reviews = top.text("reviews");
    for (const Json& one : top.array_or_empty("reviewers")) {
      ObjectReader reader(one, "/reviewers", problems_);
      number_of({reader.text("by"), reader.optional_date("on")}, reader.pointer());
      reader.finish();
    }
    top.finish();
    if (values.size() != text_key_count || reviews.size() != values.size())
      problems_.add("/values", "there is not one value for each key");
    for (std::size_t i = 0; problems_.found == 0 && i < values.size(); ++i) {
      const std::string* const text = values[i].text();
      if (!text) return {std::nullopt, problems_.take()};
      // A capital letter is the index of a reviewer.
      const bool named = reviews[i] >= 'A' && reviews[i] < 'A' + static_cast<int>(reviewers_.size());
      const auto number = static_cast<std::uint8_t>(named ? reviews[i] - 'A' + 1 : 0);
      const Review review = named || reviews[i] == 'r' ? Review::reviewed
                            : reviews[i] == 'm'        ? Review::machine
                                                       : Review::draft;
      take(TextKey{static_cast<std::uint16_t>(i)}, {*text, review, number, reviews[i] == 'e'},
           "/values/" + std::to_string(i));
    }
    return done(complete);
  }

 private:
  std::optional<Json> parsed(std::string_view bytes) {
    const Result<Json> json = read_json(bytes);
    if (json) return *json;
    problems_.add(json.error().where,
                  "this is not readable JSON: " + std::string(error_name(json.error().id)) + " " + json.error().detail);
    return std::nullopt;
  }

  bool head(ObjectReader& top, std::string_view format) {
    if (top.text("format") != format) top.problem("format", "this must be \"" + std::string(format) + "\"");
    out_.language_ = top.text("language");
    constexpr std::string_view directions[] = {"ltr", "rtl"};
    out_.right_to_left_ = top.choice("direction", directions) == 1;
    messages_.resize(text_key_count);
    out_.about_ = std::make_shared<const Catalogue::About>(about(top));
    return top.flag("complete");
  }

  Catalogue::About about(ObjectReader& top) {
    Catalogue::About out;
    const Json* const json = top.optional("about");
    out.countries = all_countries();
    if (!json) return out;
    out.written = write_json(*json);
    ObjectReader r(*json, "/about", problems_);
    if (r.optional("plurals")) {
      const std::optional<Plurals> plurals = Plurals::read(r.text("plurals"));
      if (!plurals) r.problem("plurals", "this does not give the forms of 0 to 199: node cmake/languages.mjs --write");
      out.plurals = plurals.value_or(Plurals());
    }
    constexpr std::string_view digits[] = {"western", "arabic", "persian"}, calendars[] = {"ours", "ethiopian"};
    constexpr Digits own_digits[] = {Digits::western, Digits::arabic, Digits::persian};
    out.digits = own_digits[r.choice("digits", digits, 0)];
    out.ethiopian = r.choice("calendar", calendars, 0) == 1;
    r.text_or_empty("script");  // for the page, see cmake/bundle.mjs
    r.object_or_empty("page");  // what the page says before the program is there, see cmake/page.mjs
    for (const Json& one : r.array_or_empty("also")) {
      if (!one.text()) r.problem("also", "these are texts");
      out.also.push_back(one.text() ? *one.text() : std::string());
    }
    if (r.optional("countries")) {
      std::vector<std::string> given = words_of(r.text("countries"));
      std::vector<std::string> sorted = given;
      std::sort(sorted.begin(), sorted.end());
      if (sorted != out.countries)
        r.problem("countries", "these are not all countries that have a name: node cmake/languages.mjs --write");
      else
        out.countries = std::move(given);
    }
    r.finish();
    return out;
  }

  // counted from 1; 0: no reviewer is named
  std::uint8_t number_of(Reviewer reviewer, const std::string& pointer) {
    if (reviewer.by.empty()) return 0;
    const bool is_name =
        reviewer.by.size() <= reviewer_bytes_max && std::all_of(reviewer.by.begin(), reviewer.by.end(), [](char c) {
          return static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                 (c >= 'A' && c <= 'Z') || std::string_view(" .,'-").find(c) != std::string_view::npos;
        });
    if (!is_name) problems_.add(pointer + "/by", "a name of at most 80 letters, digits, spaces and .,'- is expected");
    const auto known = std::find(reviewers_.begin(), reviewers_.end(), reviewer);
    const auto number = known - reviewers_.begin() + 1;
    if (number > reviewers_max) {
      problems_.add(pointer + "/by", "there are more than 26 reviewers and days");
      return 0;
    }
    if (known == reviewers_.end()) reviewers_.push_back(std::move(reviewer));
    return static_cast<std::uint8_t>(number);
  }

  void take(TextKey key, Catalogue::Message message, const std::string& pointer) {
    std::string fault;
    const std::vector<std::string> asked = placeholders(message.text, message.lent ? Plurals() : out_.plurals(), fault);
    const std::string at = pointer + "/text";
    if (!fault.empty()) problems_.add(at, fault);
    if (has_bidi_control(message.text))
      problems_.add(at, "bidi control characters are put in by the program, not by hand");
    std::string ignored;
    if (source_ && !fits(asked, placeholders(source_->pattern(key), source_->plurals(), ignored)))
      problems_.add(at, "the placeholders differ from the Swedish ones");
    messages_[key.index] = std::move(message);
  }

  CatalogueRead done(bool complete) {
    for (std::size_t i = 0; i < messages_.size(); ++i)
      if (messages_[i].text.empty() && complete)
        problems_.add("/messages",
                      "the key \"" + std::string(text_key_name({static_cast<std::uint16_t>(i)})) + "\" is missing");
    if (problems_.found > 0) return {std::nullopt, problems_.take()};
    out_.messages_ = std::make_shared<const std::vector<Catalogue::Message>>(std::move(messages_));
    out_.reviewers_ = std::make_shared<const std::vector<Reviewer>>(std::move(reviewers_));
    return {std::move(out_), {}};
  }

  ProblemList problems_;
  const Catalogue* source_;
  Catalogue out_;
  std::vector<Catalogue::Message> messages_;
  std::vector<Reviewer> reviewers_;
};

CatalogueRead read_catalogue(std::string_view bytes, std::string_view file, const Catalogue* source) {
  return CatalogueReader(file, source).file(bytes);
}
CatalogueRead read_embedded_catalogue(std::string_view bytes, std::string_view file, const Catalogue* source) {
  return CatalogueReader(file, source).embedded(bytes);
}

}  // namespace vagval
