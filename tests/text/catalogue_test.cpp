// The words: every language has every key, says every value, and stays neutral.
#include "text/catalogue.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>

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

// Every language there is: a catalogue and its list of words, side by side.
std::vector<std::string> languages() {
  std::vector<std::string> out{"sv", "en"};
  for (const auto& entry : std::filesystem::directory_iterator(tests::path_of("assets/text"))) {
    const std::string name = entry.path().filename().string();
    const std::string language = name.substr(0, name.find('.'));
    if (name.find('.') == name.rfind('.') && language != "sv" && language != "en") out.push_back(language);
  }
  std::sort(out.begin(), out.end());
  return out;
}

// Bytes of letters beyond ASCII too.
bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80; }

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

TEST(Catalogue, HasEveryKeyInEveryLanguage) {
  for (const std::string& language : languages()) EXPECT_EQ(catalogue(language).language(), language);
}

TEST(Catalogue, IsReviewedInSwedishAndEnglishAndADraftElsewhere) {
  for (const std::string& language : languages())
    EXPECT_EQ(catalogue(language).unreviewed() == 0, language == "sv" || language == "en") << language;
}

// What is a word for a form of the plural is not a number that nobody said.
TEST(Catalogue, HasTheFormsThatUnicodeGivesEachLanguage) {
  const auto forms = [](const char* language, std::initializer_list<int> numbers) {
    std::string out;
    for (const int number : numbers) out += std::string(plural_form(language, number)) + " ";
    return out;
  };
  EXPECT_EQ(forms("ar", {0, 1, 2, 3, 10, 11, 99, 100, 102, 103, 111}),
            "zero one two few few many many other other few many ");
  EXPECT_EQ(forms("bs", {0, 1, 2, 4, 5, 11, 12, 14, 21, 22, 101, 111, 112}),
            "other one few few other other other other one few one other other ");
  EXPECT_EQ(forms("fa", {0, 1, 2}), "one one other ");
  EXPECT_EQ(forms("ti", {0, 1, 2}), "one one other ");
  EXPECT_EQ(forms("so", {0, 1, 2}), "other one other ");
  EXPECT_EQ(forms("ckb", {0, 1, 2}), "other one other ");
}

TEST(Catalogue, WritesOwnDigitsOnlyWhereTheyAreWanted) {
  const Catalogue ar = catalogue("ar"), sv = catalogue("sv");
  EXPECT_EQ(ar.number(350000), "350,000");
  EXPECT_EQ(ar.with_digits(ar.own_digits()).number(350000), "٣٥٠٬٠٠٠");
  EXPECT_EQ(sv.own_digits(), Digits::western);
  EXPECT_EQ(western_digits("١٢٬٥٠٠٫٥ ۱۲"), "12 500,5 12");
}

TEST(Catalogue, IsolatesMoneyAndDatesWhereTextRunsFromRightToLeft) {
  const Catalogue ar = catalogue("ar");
  EXPECT_EQ(ar.kronor(Kronor{350000}), "\u2068350,000 كرونة\u2069");
  EXPECT_EQ(ar.date(*make_date(2024, 9, 12)), "\u206812 سبتمبر 2024\u2069");
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
  for (const std::string& language : languages()) {
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
        const bool at_start = at != std::string::npos && (at == 0 || !is_letter(text[at - 1]));
        EXPECT_FALSE(at_start) << key << ": " << *word.text();
      }
    }
  }
}

}  // namespace
}  // namespace vagval
