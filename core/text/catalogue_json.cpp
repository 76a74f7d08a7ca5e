// Reads a catalogue: the file of a translator, or the values that the build makes of it.
#include <algorithm>

#include "foundation/reader.h"
#include "text/bidi.h"
#include "text/catalogue.h"
#include "text/message.h"

namespace vagval {

namespace {

constexpr std::size_t reviewer_bytes_max = 80;
constexpr std::ptrdiff_t reviewers_max = 26;  // the embedded texts name each reviewer by one letter

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
  for (std::size_t i = 0; i < text_key_count; ++i) {
    const std::string_view key = text_key_name({static_cast<std::uint16_t>(i)});
    if (key.starts_with(prefix)) out.emplace_back(key.substr(prefix.size()));
  }
  return out;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out;
  for (; !text.empty(); text.remove_prefix(std::min(out.back().size() + 1, text.size())))
    out.emplace_back(text.substr(0, text.find(' ')));
  return out;
}

}  // namespace

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
        reader.problem("by", "only a reviewed text names a reviewer");
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
