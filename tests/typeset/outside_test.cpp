// Letters that no font of the program has: clusters, their source, their width, and line ends.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "assets/fonts.h"
#include "typeset/clusters.h"
#include "typeset/typesetter.h"

namespace vagval::typeset {
namespace {

std::vector<std::string> clusters(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = cluster_end(text, at, text.size());
    EXPECT_GT(end, at) << text;
    out.push_back(text.substr(at, end - at));
    at = end;
  }
  return out;
}
using Words = std::vector<std::string>;

TEST(Clusters, KeepALetterWithItsMarks) {
  EXPECT_EQ(clusters("x\u0331y"), (Words{"x\u0331", "y"}));
  EXPECT_EQ(clusters("שָׁל"), (Words{"שָׁ", "ל"}));
  EXPECT_EQ(clusters("กำก"), (Words{"กำ", "ก"}));
  EXPECT_EQ(clusters("\u1112\u1161\u11ABa"), (Words{"\u1112\u1161\u11AB", "a"}));
  EXPECT_EQ(clusters("a\u0301\u0302\u0303"), (Words{"a\u0301\u0302\u0303"}));
}
TEST(Clusters, KeepAConjunctTogether) {
  EXPECT_EQ(clusters("क्षक"), (Words{"क्ष", "क"}));
  EXPECT_EQ(clusters("မင်္ဂလာ"), (Words{"မ", "င်္ဂ", "လာ"}));
  EXPECT_EQ(clusters("ខ្មែរ"), (Words{"ខ្មែ", "រ"}));
}
TEST(Clusters, KeepASequenceOfEmojiAndAFlagTogether) {
  EXPECT_EQ(clusters("👨\u200D👩\u200D👧😀"), (Words{"👨\u200D👩\u200D👧", "😀"}));
  EXPECT_EQ(clusters("👍🏽!"), (Words{"👍🏽", "!"}));
  EXPECT_EQ(clusters("🇸🇪🇸🇴🇸"), (Words{"🇸🇪", "🇸🇴", "🇸"}));
  EXPECT_EQ(clusters("❤\uFE0F1\uFE0F\u20E3"), (Words{"❤\uFE0F", "1\uFE0F\u20E3"}));
}
TEST(Clusters, TakeBrokenTextByteByByte) {
  // Half a surrogate pair, a truncated sequence, an overlong one, and a code point beyond the last one.
  for (const std::string& text : {std::string("\xED\xA0\x80"), std::string("\xE2\x82"), std::string("\xE0\x80\x80"),
                                  std::string("\xF4\x90\x80\x80"), std::string("\xFF\xFE")})
    EXPECT_EQ(clusters(text).size(), text.size());
}

TEST(Lines, MayEndBesideAnIdeographButNotBeforeWhatCloses) {
  EXPECT_TRUE(may_break_between(U'漢', U'字'));
  EXPECT_TRUE(may_break_between(U'a', U'字'));
  EXPECT_TRUE(may_break_between(U'。', U'字'));
  EXPECT_FALSE(may_break_between(U'字', U'。'));
  EXPECT_FALSE(may_break_between(U'「', U'字'));
  EXPECT_FALSE(may_break_between(U'字', U'\u00A0'));
  EXPECT_FALSE(may_break_between(U'a', U'b'));
  EXPECT_FALSE(may_break_between(U'1', U'/'));
}

/// Fixed widths: half an em for each letter, and one em for an ideograph.
struct Fake {
  std::vector<std::string> asked;
  bool knows = true;
  float width_of(std::string_view words) {
    asked.emplace_back(words);
    if (!knows) return -1;
    float width = 0;
    for (std::size_t at = 0; at < words.size(); at = cluster_end(words, at, words.size()))
      width += letter_at(words, at).code >= 0x2E80 ? 1.0F : 0.5F;
    return width;
  }
  System system() {
    System out;
    out.width = [this](std::string_view words, Weight, bool) { return width_of(words); };
    return out;
  }
};

class Outside : public testing::Test {
 protected:
  Outside() {
    for (const auto& files : {assets::latin_fonts(), assets::arabic_fonts()}) {
      setter.add_face(files.regular, Weight::regular);
      setter.add_face(files.semibold, Weight::semibold);
    }
  }
  Line line(std::string_view text, const Style& style = {}) {
    const std::vector<Line>& lines = setter.lines(text, style, 10'000);
    EXPECT_EQ(lines.size(), 1U) << text;
    return lines.front();
  }
  /// The words of each unit from left to right; "□" for the frame, "" for a glyph of a face.
  Words units(std::string_view text, const Style& style = {}) {
    Words out;
    for (const Glyph& glyph : line(text, style).glyphs)
      out.push_back(glyph.face != outside ? "" : glyph.id == 0 ? "□" : setter.unit(glyph.id).words);
    return out;
  }
  Typesetter setter;
  Fake fake;
};

TEST_F(Outside, ShowsAFrameForEachLetterThatNobodyHas) {
  for (const char* text : {"漢字", "Жы", "עם", "კა", "กข", "😀😀", "\uE000\uE001", "\U0003FFFD\u0378"}) {
    const Line set = line(text);
    EXPECT_EQ(units(text), (Words{"□", "□"})) << text;
    EXPECT_FLOAT_EQ(set.width, 2 * frame_width) << text;
    EXPECT_LT(set.glyphs[0].x, set.glyphs[1].x) << text;
  }
  fake.knows = false;
  setter.use(fake.system());
  EXPECT_EQ(units("漢字"), (Words{"□", "□"}));
}

TEST_F(Outside, AsksTheSystemForWholeLettersAndIsAsWideAsItSays) {
  setter.use(fake.system());
  EXPECT_EQ(units("漢字"), (Words{"漢", "字"}));
  EXPECT_FLOAT_EQ(setter.width("漢字", {}), 2);
  EXPECT_EQ(units("a漢b"), (Words{"", "漢", ""}));
  EXPECT_FLOAT_EQ(setter.width("a漢b", {}), setter.width("a", {}) + setter.width("b", {}) + 1);
  EXPECT_EQ(units("👨\u200D👩\u200D👧"), (Words{"👨\u200D👩\u200D👧"}));
  EXPECT_EQ(units("❤\uFE0F"), (Words{"❤\uFE0F"}));
  EXPECT_EQ(units("🇸🇪"), (Words{"🇸🇪"}));
  EXPECT_EQ(units("क्षत्रिय"), (Words{"क्षत्रिय"})) << "letters under one line, as one word";
}

TEST_F(Outside, LeavesALetterAndItsMarkToOneSource) {
  setter.use(fake.system());
  EXPECT_EQ(units("x\u0302"), (Words{"", ""})) << "ours has both";
  EXPECT_EQ(units("x\u0331y"), (Words{"x\u0331", ""})) << "ours has no line below";
  EXPECT_EQ(units("Nguyễn"), (Words{"", "", "", "", "ễ", ""}));
}

TEST_F(Outside, DrawsAWordWhoseLettersJoinAsOneWhereOneOfThemIsMissing) {
  setter.use(fake.system());
  const Style ar{.right_to_left = true, .language = "ar"};
  EXPECT_EQ(units("ߒߞߏ ߒߞߏ", ar), (Words{"ߒߞߏ", "", "ߒߞߏ"}));
  // Pashto and Sindhi letters of the supplement beside letters of the program's font.
  EXPECT_EQ(units("بݐت", ar), (Words{"بݐت"}));
  EXPECT_EQ(units("بت", ar), (Words{"", ""}));
  EXPECT_TRUE(setter.unit(line("بݐت", ar).glyphs.front().id).right_to_left);
}

TEST_F(Outside, OrdersHebrewFromRightToLeftAndItsNumbersNot) {
  setter.use(fake.system());
  EXPECT_EQ(units("שלום"), (Words{"ם", "ו", "ל", "ש"}));
  EXPECT_EQ(units("שָׁל"), (Words{"ל", "שָׁ"}));
  const Words mixed = units("אב 12");
  EXPECT_EQ(mixed, (Words{"", "", "", "ב", "א"}));
}

TEST_F(Outside, ServesUntilTheLettersOfALanguageHaveCome) {
  Typesetter early;
  early.add_face(assets::latin_fonts().regular, Weight::regular);
  early.use(fake.system());
  const Style ar{.right_to_left = true, .language = "ar"};
  const auto strangers = [&] {
    const std::vector<Glyph>& glyphs = early.lines("منحة العودة", ar, 100).front().glyphs;
    return std::count_if(glyphs.begin(), glyphs.end(), [](const Glyph& glyph) { return glyph.face == outside; });
  };
  EXPECT_EQ(strangers(), 2) << "two whole words";
  early.add_face(assets::arabic_fonts().regular, Weight::regular);
  EXPECT_EQ(strangers(), 0);
}

TEST_F(Outside, ShowsNothingForWhatIsSilentOrBlankAndAFrameForWhatIsNoLetter) {
  setter.use(fake.system());
  EXPECT_TRUE(line("\u200F\u2067\u2069\uFEFF\uFE0F\u200D").glyphs.empty());
  EXPECT_EQ(units("\u2067漢\u2069"), (Words{"漢"}));
  for (const char* blank : {"\t", "\u3000", "\u2003", "\u2028", "\u3164", "\r"}) {
    const Words found = units("漢" + std::string(blank));
    EXPECT_EQ(std::count(found.begin(), found.end(), "□"), 0) << static_cast<unsigned>(letter_at(blank, 0).code);
  }
  EXPECT_GT(setter.width("\t", {}), 0);
  for (const char* none : {"\x01", "\x7F", "x\u0090", "\uFFFE", "\uFDD0"}) {
    const Words found = units(none);
    EXPECT_NE(std::find(found.begin(), found.end(), "□"), found.end()) << none;
  }
  for (const std::string& asked : fake.asked) EXPECT_FALSE(asked.empty() || is_no_letter(letter_at(asked, 0).code));
}

TEST_F(Outside, NeverIsWiderThanItsLine) {
  setter.use(fake.system());
  std::string chinese, thai, burmese, nko, flags;
  for (int i = 0; i < 60; ++i) {
    chinese += "漢";
    thai += "กำ";
    burmese += "င်္ဂ";
    nko += "ߞ";
    flags += "🇸🇪";
  }
  for (const std::string& text : {chinese, thai, burmese, nko, flags, "Namn " + chinese + " " + thai + " efter"}) {
    std::string shown;
    for (const Line& each : setter.lines(text, {}, 7.3F)) {
      EXPECT_LE(each.width, 7.3F + 0.01F) << text.substr(each.begin, each.end - each.begin);
      shown += text.substr(each.begin, each.end - each.begin);
    }
    std::string wanted = text;
    for (std::string* words : {&wanted, &shown})
      words->erase(std::remove(words->begin(), words->end(), ' '), words->end());
    EXPECT_EQ(shown, wanted);
  }
}

TEST_F(Outside, FillsALineWithIdeographsAndKeepsAFullStopWithTheLast) {
  setter.use(fake.system());
  const std::string text = "Jag 漢字漢字漢。字";
  const std::vector<Line> lines = setter.lines(text, {}, setter.width("Jag ", {}) + 5.1F);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(text.substr(lines[0].begin, lines[0].end), "Jag 漢字漢字");
  EXPECT_EQ(text.substr(lines[1].begin), "漢。字");
}

TEST_F(Outside, ShortensBetweenLetters) {
  setter.use(fake.system());
  EXPECT_EQ(setter.shortened("漢字漢字漢字漢字", {}, 4, 1), "漢字漢…");
  const std::string family = "👨\u200D👩\u200D👧";
  EXPECT_EQ(setter.shortened(family + family + family, {}, 2, 1), family + "…");
}

TEST_F(Outside, TellsTenThousandLettersApartAndBeginsAnewAfterManyMore) {
  setter.use(fake.system());
  std::string text;
  const auto add = [&](char32_t code) {
    text += {static_cast<char>(0xE0 | (code >> 12)), static_cast<char>(0x80 | ((code >> 6) & 0x3F)),
             static_cast<char>(0x80 | (code & 0x3F))};
  };
  for (char32_t code = 0x4E00; code < 0x4E00 + 10'000; ++code) add(code);
  std::set<std::uint16_t> ids;
  for (const Line& each : setter.lines(text, {}, 30))
    for (const Glyph& glyph : each.glyphs) ids.insert(glyph.id);
  EXPECT_EQ(ids.size(), 10'000U);
  const std::uint32_t generation = setter.units_generation();
  for (int copy = 0; copy < 8; ++copy) {
    // Each combination with another mark is another cluster.
    std::string marked;
    for (std::size_t at = 0; at < text.size(); at += 3)
      marked += text.substr(at, 3) + "\xCC" + static_cast<char>(0x80 + copy);
    setter.lines(marked, {}, 30);
    EXPECT_LE(setter.unit_count(), 40'000U);
  }
  EXPECT_GT(setter.units_generation(), generation);
  EXPECT_EQ(units("漢"), (Words{"漢"}));
}

TEST_F(Outside, ShapesWithTheSystemsFileWhereItGivesOne) {
  int asked = 0;
  System system;
  system.font = [&](char32_t code, Weight weight) -> std::optional<FaceFile> {
    ++asked;
    const auto files = assets::ethiopic_fonts();
    if (code < 0x1200 || code > 0x139F) return std::nullopt;
    return FaceFile{weight == Weight::regular ? files.regular : files.semibold, 0};
  };
  const std::size_t ours = setter.face_count();
  setter.use(system);
  const Line set = line("ሰላም a 漢漢");
  EXPECT_EQ(setter.face_count(), ours + 1);
  EXPECT_EQ(set.glyphs.front().face, ours);
  EXPECT_NE(set.glyphs.front().id, 0);
  EXPECT_EQ(set.glyphs.back().face, outside);
  EXPECT_EQ(asked, 2) << "once for a letter, once for a face";
  EXPECT_FALSE(setter.has(U'ሰ', Weight::regular)) << "a system may lack it elsewhere";
}

}  // namespace
}  // namespace vagval::typeset
