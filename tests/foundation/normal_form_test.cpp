// Letters and marks, composed and decomposed as Unicode defines it.
#include "foundation/normal_form.h"

#include <gtest/gtest.h>

#include <string>

#include "foundation/utf8.h"

namespace vagval::normal_forms {
namespace {

struct Forms {
  const char *typed, *together, *apart;
};
// Cases of Unicode's NormalizationTest.txt: marks out of order, blocking marks, letters that do not compose, Hangul,
// letters beyond the first plane.
constexpr Forms cases[] = {
    {"é", "\u00E9", "e\u0301"},
    {"e\u0301", "\u00E9", "e\u0301"},
    {"åäö ÅÄÖ", "\u00E5\u00E4\u00F6 \u00C5\u00C4\u00D6", "a\u030Aa\u0308o\u0308 A\u030AA\u0308O\u0308"},
    {"\u212B", "\u00C5", "A\u030A"},
    {"\u1E0A\u0323", "\u1E0C\u0307", "D\u0323\u0307"},
    {"\u1E0B\u0323", "\u1E0D\u0307", "d\u0323\u0307"},
    {"q\u0307\u0323", "q\u0323\u0307", "q\u0323\u0307"},
    {"\u0958", "\u0915\u093C", "\u0915\u093C"},
    {"\u1100\u1161\u11A8", "\uAC01", "\u1100\u1161\u11A8"},
    {"\uAC00", "\uAC00", "\u1100\u1161"},
    {"\U0001D15E", "\U0001D157\U0001D165", "\U0001D157\U0001D165"},
    {"\u0627\u0653", "\u0622", "\u0627\u0653"},
    {"\u0344", "\u0308\u0301", "\u0308\u0301"},
    {"a\u05AE\u0300\u0315b", "\u00E0\u05AE\u0315b", "a\u05AE\u0300\u0315b"},
    {"plain ASCII", "plain ASCII", "plain ASCII"},
    {"", "", ""},
};

TEST(NormalForm, IsWhatUnicodeSays) {
  for (const Forms& one : cases) {
    EXPECT_EQ(composed(one.typed), one.together) << one.typed;
    EXPECT_EQ(decomposed(one.typed), one.apart) << one.typed;
  }
}

TEST(NormalForm, OfANormalFormIsItself) {
  for (char32_t letter = 1; letter < 0x20000; ++letter) {
    if (letter >= 0xD800 && letter <= 0xDFFF) continue;
    std::string text = "x";
    append_character(text, letter);
    const std::string together = composed(text), apart = decomposed(text);
    ASSERT_EQ(composed(together), together) << static_cast<unsigned>(letter);
    ASSERT_EQ(decomposed(apart), apart) << static_cast<unsigned>(letter);
    ASSERT_EQ(composed(apart), together) << static_cast<unsigned>(letter);
    ASSERT_EQ(decomposed(together), apart) << static_cast<unsigned>(letter);
  }
}

TEST(NormalForm, LeavesWhatIsNotTextAsItIs) {
  EXPECT_EQ(composed("a\xFF\xCC"), "a\xFF\xCC");
  EXPECT_EQ(decomposed("\xC3"), "\xC3");
}

}  // namespace
}  // namespace vagval::normal_forms
