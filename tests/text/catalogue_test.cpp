// The words: every language has every key, says every value, and stays neutral.
#include "text/catalogue.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>

#include "files.h"
#include "text/message.h"

namespace vagval {
namespace {

Catalogue catalogue(const std::string& language) {
  static const CatalogueRead swedish = read_catalogue(tests::read("assets/text/sv.json"), "text/sv.json", nullptr);
  CatalogueRead read = language == "sv" ? swedish
                                        : read_catalogue(tests::read("assets/text/" + language + ".json"),
                                                         "text/" + language + ".json", &*swedish.catalogue);
  for (const Problem& p : read.problems) ADD_FAILURE() << p.file << p.pointer << ": " << p.sentence;
  return std::move(*read.catalogue);
}

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

TEST(Catalogue, HasEveryKeyInEveryLanguage) {
  for (const char* language : {"sv", "en"}) EXPECT_EQ(catalogue(language).language(), language);
}

TEST(Catalogue, WritesNumbersAndMoneyTheWayOfTheLanguage) {
  EXPECT_EQ(catalogue("sv").kronor(Kronor{350000}), "350\u202F000\u00A0kr");
  EXPECT_EQ(catalogue("en").kronor(Kronor{350000}), "SEK\u00A0350,000");
  EXPECT_EQ(catalogue("sv").kronor(KronorInterval{{0}, {550000}}), "0 till 550\u202F000 kr");
  EXPECT_EQ(catalogue("sv").date(*make_date(2024, 9, 12)), "12\u00A0september 2024");
  EXPECT_EQ(catalogue("en").number(-1234567), "\u22121,234,567");
}

TEST(Catalogue, ChoosesThePluralForm) {
  const Catalogue sv = catalogue("sv");
  EXPECT_EQ(sv.text("nav.people"_t, {{"count", std::int64_t{1}}}), "1 person");
  EXPECT_EQ(sv.text("nav.people"_t, {{"count", std::int64_t{4}}}), "4 personer");
}

TEST(Catalogue, ShowsAKeyThatDoesNotExist) {
  EXPECT_EQ(catalogue("sv").text("no.such.key"), "\u2039no.such.key\u203A");
}

TEST(Catalogue, IsolatesTypedTextThatRunsTheOtherWay) {
  EXPECT_EQ(catalogue("sv").text("household.open"_t, {{"name", std::string("\u0623\u0645")}}),
            "Öppna \u2068\u0623\u0645\u2069");
}

TEST(Message, RefusesFormsTheLanguageDoesNotHave) {
  std::string fault;
  placeholders("{n, plural, one {a} few {b} other {c}}", "sv", fault);
  EXPECT_FALSE(fault.empty());
  fault.clear();
  placeholders("{n", "sv", fault);
  EXPECT_FALSE(fault.empty());
}

// Words that persuade, congratulate or belong to expulsion, at the start of a word. Exceptions explain the difference
// between two words and are named one by one.
TEST(Words, StayNeutral) {
  for (const std::string language : {"sv", "en"}) {
    const Json list = tests::read_tree("assets/text/neutrality." + language + ".json");
    const Json words = tests::read_tree("assets/text/" + language + ".json");
    for (const auto& [key, message] : *words.find("messages")->object()) {
      const Json* exceptions = list.find("exceptions");
      if (std::any_of(exceptions->array()->begin(), exceptions->array()->end(),
                      [&, &name = key](const Json& e) { return *e.text() == name; }))
        continue;
      const std::string text = lower(*message.find("text")->text());
      for (const Json& word : *list.find("forbidden")->array()) {
        const std::size_t at = text.find(*word.text());
        const bool at_start =
            at != std::string::npos && (at == 0 || !std::isalpha(static_cast<unsigned char>(text[at - 1])));
        EXPECT_FALSE(at_start) << key << ": " << *word.text();
      }
    }
  }
}

}  // namespace
}  // namespace vagval
