// The texts: one catalogue for each language, all with the same keys. Swedish is the source.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "assets/text_keys.h"
#include "facts/household.h"
#include "foundation/date.h"
#include "foundation/digits.h"
#include "foundation/money.h"
#include "foundation/period.h"
#include "foundation/result.h"
#include "text/message.h"

namespace vagval {

/// A key that every catalogue has. `"household.people"_t` looks it up while compiling: a missing key does not compile.
struct TextKey {
  std::uint16_t index = 0;
  friend constexpr bool operator==(TextKey, TextKey) = default;
};

inline constexpr std::size_t text_key_count = std::size(text_keys);

/// Returns nothing for a text that is no key.
template <class Keys>
constexpr std::optional<TextKey> find_text_key_in(const Keys& keys, std::string_view name) {
  const auto at = std::lower_bound(std::begin(keys), std::end(keys), name);
  if (at == std::end(keys) || *at != name) return std::nullopt;
  return TextKey{static_cast<std::uint16_t>(at - std::begin(keys))};
}
consteval TextKey operator""_t(const char* name, std::size_t size) {
  return *find_text_key_in(text_keys, {name, size});
}

/// For keys from data (a rule pack names its texts). \returns nothing for a key that no catalogue has.
std::optional<TextKey> find_text_key(std::string_view name);
std::string_view text_key_name(TextKey key);

/// A value for a placeholder. The catalogue formats it for the language and wraps it in bidi isolates; callers do not.
using TextValue = std::variant<std::int64_t, Kronor, Date, Period, std::string>;
struct TextArg {
  std::string_view name;
  TextValue value;
};

/// The figures of the rules in use, for messages that state one: {rules.adult_amount} is that parameter on the day of
/// the catalogue, {rules.adult_amount.2026-01-01} is what held on that day. \param name  "adult_amount". \returns
/// nothing where the rules have no such figure.
using RuleFigures = std::function<std::optional<std::int64_t>(std::string_view name, Date day)>;
inline constexpr std::string_view rule_figure_prefix = "rules.";

/// The state of a text. A draft comes from a translator or a program, and no other person has read it.
enum class Review : std::uint8_t { reviewed, draft, machine };
inline constexpr std::string_view review_names[] = {"reviewed", "draft", "machine"};

/// The reviewer of a text and the day of the review, where known: a name of letters, digits, spaces and .,'- and a day.
struct Reviewer {
  std::string by;
  std::optional<Date> on;
  friend bool operator==(const Reviewer&, const Reviewer&) = default;
};

class Catalogue;  // see below

/// Reads assets/text/<lang>.json strictly. Reports problems as for a rule pack: unknown keys, placeholders or plural
/// forms that differ from the Swedish ones (`source` = nullptr when reading Swedish itself), control characters.
struct CatalogueRead;
CatalogueRead read_catalogue(std::string_view bytes, std::string_view file, const Catalogue* source);

/// Reads the compact form that the build makes of such a file: the texts in the order of the keys, without the keys.
CatalogueRead read_embedded_catalogue(std::string_view bytes, std::string_view file, const Catalogue* source);

/// All messages of one language. Copies share them.
class Catalogue {
 public:
  const std::string& language() const { return language_; }
  bool right_to_left() const { return right_to_left_; }
  /// The message with its values. Values that the message does not name are ignored. A placeholder without a value
  /// stays visible as {name}; the tests look for it.
  std::string text(TextKey key, std::initializer_list<TextArg> args = {}) const;
  /// For keys from data. For a key that no catalogue has, it returns the key in angle quotes.
  std::string text(std::string_view key, std::initializer_list<TextArg> args = {}) const;
  /// The message as written in the file. Where the language lacks it: the English one that the build has lent to it, or
  /// an empty text.
  const std::string& pattern(TextKey key) const { return (*messages_)[key.index].text; }
  /// Whether the language has no such message of its own. Only a draft may lack one.
  bool lacks(TextKey key) const { return (*messages_)[key.index].text.empty() || (*messages_)[key.index].lent; }
  Review review(TextKey key) const { return (*messages_)[key.index].review; }
  /// The number of messages that are not reviewed, missing ones included.
  std::size_t unreviewed() const;
  /// The number of messages in this state, without those that the language lacks.
  std::size_t count(Review review) const;
  /// The number of messages that the language lacks.
  std::size_t lacking() const;
  /// The reviewer of the message; nothing where there is none or none is named.
  const Reviewer* reviewer(TextKey key) const;
  /// All reviewers, each once for each day.
  const std::vector<Reviewer>& reviewers() const { return *reviewers_; }

  /// What the file says of its language, as it stands there: {"script": "ethiopic", …}.
  const std::string& about() const { return about_->written; }
  /// The forms of a message by number.
  const Plurals& plurals() const { return about_->plurals; }
  /// The digits besides 0-9 in which this language may be written. Western: none.
  Digits own_digits() const { return about_->digits; }
  /// Whether its readers know the calendar of Ethiopia, of which a year looks like one of ours.
  bool knows_ethiopian_calendar() const { return about_->ethiopian; }
  /// What browsers call the language besides its code, in small letters: Dari is written as Persian is.
  const std::vector<std::string>& also_called() const { return about_->also; }
  /// All countries that have a name, as codes, in the order of the names.
  const std::vector<std::string>& countries() const { return about_->countries; }
  /// The same catalogue with numbers in other digits.
  Catalogue with_digits(Digits digits) const;
  /// The same catalogue with the figures of these rules, as they are on a day.
  Catalogue with_figures(std::shared_ptr<const RuleFigures> figures, Date day) const;
  /// The same catalogue with the figures of another day.
  Catalogue on(Date day) const;

  std::string number(std::int64_t value) const;     ///< 12 345 (narrow no-break spaces), 12,345 in English
  std::string kronor(Kronor value) const;           ///< 12 345 kr / SEK 12,345
  std::string kronor(KronorInterval value) const;   ///< one amount when it is a point, otherwise from–to
  std::string digits(std::string_view text) const;  ///< its digits as this catalogue writes them
  std::string date(Date value) const;               ///< 12 september 2024 / 12 September 2024
  std::string period(const Period& value) const;    ///< as date, or maj 2016 · 2016 · senast 12 september 2024

 private:
  friend class CatalogueReader;
  struct Message {
    std::string text;
    Review review = Review::draft;
    std::uint8_t reviewer = 0;  ///< counted from 1; 0: not known
    bool lent = false;          ///< in English, since the language lacks it
  };
  struct About {
    std::string written;
    Plurals plurals;
    Digits digits = Digits::western;
    bool ethiopian = false;
    std::vector<std::string> also, countries;
  };
  std::string isolated(std::string text) const;
  std::optional<std::string> figure(std::string_view placeholder) const;

  std::string language_;
  bool right_to_left_ = false;
  Digits digits_ = Digits::western;
  std::shared_ptr<const std::vector<Message>> messages_;  ///< by TextKey
  std::shared_ptr<const std::vector<Reviewer>> reviewers_;
  std::shared_ptr<const About> about_;
  std::shared_ptr<const RuleFigures> figures_;
  Date day_;
};

struct CatalogueRead {
  std::optional<Catalogue> catalogue;
  std::vector<Problem> problems;
};

}  // namespace vagval
