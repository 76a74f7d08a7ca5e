// Each legal term has one translation in each language, and replaced translations do not return.
#include <gtest/gtest.h>

#include <algorithm>

#include "files.h"

namespace vagval {
namespace {

std::string in_small_letters(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  for (const auto& [capital, small] : {std::pair{"Å", "å"}, {"Ä", "ä"}, {"Ö", "ö"}})
    for (std::size_t at = text.find(capital); at != std::string::npos; at = text.find(capital))
      text.replace(at, 2, small);
  return text;
}

bool begins_a_word(const std::string& text, const std::string& word) {
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1))
    if (at == 0 || (static_cast<unsigned char>(text[at - 1]) < 0x80 && !(text[at - 1] >= 'a' && text[at - 1] <= 'z')))
      return true;
  return false;
}

Json messages_of(const std::string& language) {
  return *tests::read_tree("assets/text/" + language + ".json").find("messages");
}
const std::string& text_of(const Json& message) { return *message.find("text")->text(); }

bool lists(const Json& texts, const std::string& text) {
  return std::any_of(texts.array()->begin(), texts.array()->end(),
                     [&](const Json& one) { return *one.text() == text; });
}

TEST(Terms, AreTheSameWordThroughALanguage) {
  const Json swedish = messages_of("sv");
  const Json terms = tests::read_tree("tests/text/terms.json");
  int looked_at = 0;
  for (const auto& [language, of_language] : *terms.find("languages")->object()) {
    const Json words = messages_of(language);
    for (const Json& term : *of_language.find("terms")->array())
      for (const auto& [key, message] : *swedish.object()) {
        if (!begins_a_word(in_small_letters(text_of(message)), *term.find("word")->text())) continue;
        const std::string& text = text_of(*words.find(key));
        const JsonArray& is = *term.find("is")->array();
        const bool said = std::any_of(is.begin(), is.end(),
                                      [&](const Json& word) { return text.find(*word.text()) != std::string::npos; });
        EXPECT_EQ(said, !lists(*term.find("not_in"), key))
            << language << " " << key << ": " << *term.find("word")->text() << " in " << text;
        ++looked_at;
      }
  }
  EXPECT_GT(looked_at, 300);
}

TEST(Terms, ThatHaveBeenReplacedStandNowhere) {
  const Json terms = tests::read_tree("tests/text/terms.json");
  for (const auto& [language, of_language] : *terms.find("languages")->object()) {
    const Json words = messages_of(language);
    for (const auto& [key, message] : *words.object())
      for (const Json& word : *of_language.find("never")->array())
        EXPECT_EQ(text_of(message).find(*word.text()), std::string::npos)
            << language << " " << key << ": " << *word.text() << " in " << text_of(message);
  }
}

}  // namespace
}  // namespace vagval
