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
  return static_cast<std::size_t>(
      std::count_if(messages_->begin(), messages_->end(), [&](const Message& m) { return m.review == review; }));
}

const Reviewer* Catalogue::reviewer(TextKey key) const {
  const std::uint8_t number = (*messages_)[key.index].reviewer;
  return number == 0 ? nullptr : &(*reviewers_)[number - 1U];
}

Digits Catalogue::own_digits() const {
  if (language_ == "fa") return Digits::persian;
  return language_ == "ar" || language_ == "ckb" ? Digits::arabic : Digits::western;
}

Catalogue Catalogue::with_digits(Digits digits) const {
  Catalogue out = *this;
  out.digits_ = digits;
  return out;
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
  std::string out = fill(pattern(key), values);
  return right_to_left_ ? isolated_runs(out) : out;
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
        take(*key, std::move(text), review, number, reader.pointer());
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
      take(TextKey{static_cast<std::uint16_t>(i)}, *text, review, number, "/values/" + std::to_string(i));
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
    return top.flag("complete");
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

  void take(TextKey key, std::string text, Review review, std::uint8_t reviewer, const std::string& pointer) {
    std::string fault;
    const std::vector<std::string> asked = placeholders(text, out_.language_, fault);
    const std::string at = pointer + "/text";
    if (!fault.empty()) problems_.add(at, fault);
    if (has_bidi_control(text)) problems_.add(at, "bidi control characters are put in by the program, not by hand");
    std::string ignored;
    if (source_ && !fits(asked, placeholders(source_->pattern(key), source_->language(), ignored)))
      problems_.add(at, "the placeholders differ from the Swedish ones");
    messages_[key.index] = {std::move(text), review, reviewer};
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
