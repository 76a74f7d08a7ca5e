// Neutrality: persuading words, and words of expulsion, stand in no text, rule, path or example, in any language.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <functional>

#include "files.h"

namespace vagval {
namespace {

std::u32string letters_of(std::string_view text) {
  std::u32string out;
  for (const char byte : text) {
    const auto b = static_cast<unsigned char>(byte);
    if ((b & 0xC0) == 0x80)
      out.back() = (out.back() << 6) | (b & 0x3F);
    else
      out += b < 0x80 ? b : b < 0xE0 ? b & 0x1F : b < 0xF0 ? b & 0x0F : b & 0x07;
  }
  return out;
}

// Latin letters with their marks, Arabic and Ethiopic letters; no punctuation, digit, space or invisible character.
bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
  const bool latin = c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7;
  const bool arabic = (c >= 0x620 && c <= 0x65F) || (c >= 0x66E && c <= 0x6D3) || (c >= 0x6D5 && c <= 0x6EF);
  const bool ethiopic = c >= 0x1200 && c <= 0x135F;
  return latin || arabic || ethiopic;
}

char32_t lower(char32_t c) {
  if ((c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7)) return c + 0x20;
  // In later blocks the capitals of European languages precede their small letters: first on even, then odd, then even
  // places.
  if ((c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177)) return c | 1;
  if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) return c + (c & 1);
  return c;
}

struct Words {
  std::vector<std::pair<std::string, std::u32string>> forbidden;
  std::u32string joined_before;  ///< one-letter words that are written together with the next word
  std::vector<std::string> exceptions;
};

Words words_of(const std::string& language) {
  const Json list = tests::read_tree("assets/text/neutrality." + language + ".json");
  Words out;
  for (const Json& word : *list.find("forbidden")->array())
    out.forbidden.emplace_back(*word.text(), letters_of(*word.text()));
  if (const Json* const before = list.find("joined_before")) out.joined_before = letters_of(*before->text());
  for (const Json& key : *list.find("exceptions")->array()) out.exceptions.push_back(*key.text());
  return out;
}

// Whether a word begins here: at the start of the text, or after joined letters only.
bool begins(const std::u32string& text, std::size_t at, const std::u32string& joined_before) {
  for (int letters = 0; at > 0 && is_letter(text[at - 1]); --at)
    if (++letters > 4 || joined_before.find(text[at - 1]) == std::u32string::npos) return false;
  return true;
}

std::string forbidden_in(std::string_view words, const Words& list) {
  std::u32string text = letters_of(words);
  std::transform(text.begin(), text.end(), text.begin(), lower);
  for (const auto& [word, letters] : list.forbidden)
    for (std::size_t at = text.find(letters); at != std::u32string::npos; at = text.find(letters, at + 1))
      if (begins(text, at, list.joined_before)) return word;
  return {};
}

std::vector<std::string> checked_languages() {
  std::vector<std::string> out;
  for (const auto& entry : std::filesystem::directory_iterator(tests::path_of("assets/text"))) {
    const std::string name = entry.path().filename().string();
    if (name.find('.') == name.rfind('.')) out.push_back(name.substr(0, name.find('.')));
  }
  std::sort(out.begin(), out.end());
  return out;
}

// By the language's own list and by the Swedish one, because Swedish words stand beside their translations.
TEST(Neutral, IsEveryMessageOfEveryLanguage) {
  const Words swedish = words_of("sv");
  for (const std::string& language : some(checked_languages())) {
    const Words own = words_of(language);
    const Json catalogue = tests::read_tree("assets/text/" + language + ".json");
    for (const auto& [key, message] : some(*catalogue.find("messages")->object()))
      for (const Words* list : {&own, &swedish}) {
        if (std::count(list->exceptions.begin(), list->exceptions.end(), key) > 0) continue;
        EXPECT_EQ(forbidden_in(*message.find("text")->text(), *list), "") << language << " " << key;
      }
  }
}

// Rules, the path and the examples are in Swedish or English. Titles of sources are quotations and are left out.
TEST(Neutral, AreTheRulesThePathAndTheExamples) {
  const Words lists[] = {words_of("sv"), words_of("en")};
  for (const char* folder : {"assets/rules", "assets/path", "assets/examples"})
    for (const std::string& one : tests::names_in(folder, ".json")) {
      const std::string file = std::string(folder) + "/" + one;
      const Json tree = tests::read_tree(file);
      const std::function<void(const Json&, const std::string&)> look = [&](const Json& json, const std::string& at) {
        for (const Words& list : lists)
          if (json.text()) {
            EXPECT_EQ(forbidden_in(*json.text(), list), "") << at << ": " << *json.text();
          }
        if (json.array())
          for (std::size_t i = 0; i < json.array()->size(); ++i) look((*json.array())[i], at + "/" + std::to_string(i));
        if (!json.object()) return;
        const bool is_source = at.find("/sources/") != std::string::npos;
        for (const auto& [name, value] : *json.object())
          if (!is_source || (name != "title" && name != "url")) look(value, at + "/" + name);
      };
      look(tree, file);
    }
}

TEST(Forbidden, IsFoundAtTheStartOfASentenceToo) {
  EXPECT_EQ(forbidden_in("Återvända kan du när du vill.", words_of("sv")), "återvänd");
  EXPECT_EQ(forbidden_in("Klart. ÄNTLIGEN!", words_of("sv")), "äntligen");
}

TEST(Forbidden, AreTheWordsOfExpulsionInEnglishToo) {
  for (const char* text : {"A return decision was made.", "Deportation", "a removal order"})
    EXPECT_NE(forbidden_in(text, words_of("en")), "") << text;
}

TEST(Forbidden, IsFoundTheSecondTimeItStandsThere) {
  EXPECT_EQ(forbidden_in("Oavvisad och avvisad", words_of("sv")), "avvis");
}

TEST(Forbidden, IsFoundAfterAQuoteASpaceThatDoesNotBreakAndADash) {
  for (const char* text : {"\u201Chemland", "ett\u00A0hemland", "\u2013hemland", "\u2068hemland"})
    EXPECT_EQ(forbidden_in(text, words_of("sv")), "hemland") << text;
}

TEST(Forbidden, IsFoundBehindWhatArabicWritesTogetherWithIt) {
  for (const char* text : {"ترحيل", "والترحيل", "بالترحيل", "للترحيل", "لترحيل", "«وترحيل"})
    EXPECT_NE(forbidden_in(text, words_of("ar")), "") << text;
}

TEST(Forbidden, IsNotFoundInsideAnotherWord) {
  EXPECT_EQ(forbidden_in("oavvisad", words_of("sv")), "");
  EXPECT_EQ(forbidden_in("överutvisa", words_of("sv")), "");
}

}  // namespace
}  // namespace vagval
