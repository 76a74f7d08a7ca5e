// Text as glyphs: order, shaping, lines. What HarfBuzz's own tool makes of the same words is the measure.
#include "typeset/typesetter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <string>

#include "assets/fonts.h"
#include "files.h"

namespace vagval::typeset {
namespace {

enum FaceIndex : std::uint16_t { latin, latin_semibold, arabic, arabic_semibold, ethiopic, ethiopic_semibold };

Typesetter& setter() {
  static Typesetter made;
  if (made.face_count() == 0)
    for (const auto& files : {assets::latin_fonts(), assets::arabic_fonts(), assets::ethiopic_fonts()}) {
      EXPECT_TRUE(made.add_face(files.regular, Weight::regular));
      EXPECT_TRUE(made.add_face(files.semibold, Weight::semibold));
    }
  return made;
}

Line one_line(std::string_view text, const Style& style) {
  const std::vector<Line>& lines = setter().lines(text, style, 10'000);
  EXPECT_EQ(lines.size(), 1U) << text;
  return lines.front();
}

std::vector<int> ids(const Line& line) {
  std::vector<int> out;
  for (const Glyph& glyph : line.glyphs) out.push_back(glyph.id);
  return out;
}

TEST(Typesetter, RefusesBytesThatAreNoFont) {
  Typesetter fresh;
  EXPECT_FALSE(fresh.add_face("this is no font", Weight::regular));
  EXPECT_FALSE(fresh.add_face("", Weight::regular));
  EXPECT_EQ(fresh.face_count(), 0U);
  EXPECT_EQ(fresh.lines("words without a font", {}, 100).size(), 1U);
}

#ifdef VAGVAL_HB_SHAPE
struct Sample {
  const char *text, *file, *language;
  bool right_to_left;
};
constexpr Sample samples[] = {
    {"Återvandringsbidrag: 350 000 kr", "NotoSans-Regular", "sv", false},
    {"čćžšđ ČĆŽŠĐ", "NotoSans-Regular", "bs", false},
    {"منحة العودة", "Vazirmatn-Regular", "ar", true},
    {"السَّلامُ عليكم", "Vazirmatn-Regular", "ar", true},
    {"کمک‌هزینهٔ بازگشت", "Vazirmatn-Regular", "fa", true},
    {"می‌خواهم ۱۴۰۵", "Vazirmatn-Regular", "fa", true},
    {"یارمەتیی گەڕانەوە ڵ ۆ ێ", "Vazirmatn-Regular", "ckb", true},
    {"ናይ ምምላስ ሓገዝ።", "NotoSansEthiopic-Regular", "ti", false},
};

std::vector<int> of_hb_shape(const Sample& sample) {
  const std::string command =
      std::string(VAGVAL_HB_SHAPE) +
      " --no-glyph-names --no-clusters --no-positions --direction=" + (sample.right_to_left ? "rtl" : "ltr") +
      " --language=" + sample.language + " " + VAGVAL_SUBSETS + "/" + sample.file + ".ttf '" + sample.text + "'";
  FILE* const out = popen(command.c_str(), "r");
  std::string words;
  std::array<char, 4096> buffer{};
  while (out && std::fgets(buffer.data(), buffer.size(), out)) words += buffer.data();
  if (out) pclose(out);
  std::vector<int> found;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (std::isdigit(static_cast<unsigned char>(words[i])) &&
        (i == 0 || !std::isdigit(static_cast<unsigned char>(words[i - 1]))))
      found.push_back(std::atoi(words.c_str() + i));
  return found;
}

TEST(Typesetter, ShapesAsHarfBuzzsOwnToolDoes) {
  for (const Sample& sample : samples) {
    // One script and one direction, so that the tool's one run is the whole line.
    std::vector<int> all;
    std::string text = sample.text;
    if (text.find("350") != std::string::npos || text.find("۱") != std::string::npos)
      text = text.substr(0, text.find(' '));
    const Sample one{text.c_str(), sample.file, sample.language, sample.right_to_left};
    const std::vector<int> wanted = of_hb_shape(one);
    ASSERT_FALSE(wanted.empty()) << sample.text;
    EXPECT_EQ(ids(one_line(text, {Weight::regular, sample.right_to_left, sample.language})), wanted) << sample.text;
  }
}
#endif

TEST(Typesetter, JoinsArabicLetters) {
  const Style ar{.right_to_left = true, .language = "ar"};
  const std::vector<int> joined = ids(one_line("بيت", ar)), apart = ids(one_line("ب ي ت", ar));
  ASSERT_EQ(joined.size(), 3U);
  ASSERT_EQ(apart.size(), 5U);
  EXPECT_NE(joined[2], apart[4]) << "the first letter, at the right, has the form of a beginning";
}

TEST(Typesetter, PutsANumberInTheMiddleOfArabicFromLeftToRight) {
  const Style ar{.right_to_left = true, .language = "ar"};
  const Line line = one_line("مبلغ 350", ar);
  // 3, 5, 0 come first on paper, and in that order.
  const std::vector<int> digits = ids(one_line("350", ar));
  ASSERT_GE(line.glyphs.size(), 3U);
  EXPECT_EQ((std::vector<int>{line.glyphs[0].id, line.glyphs[1].id, line.glyphs[2].id}), digits);
  EXPECT_TRUE(std::is_sorted(line.glyphs.begin(), line.glyphs.begin() + 3,
                             [](const Glyph& a, const Glyph& b) { return a.x < b.x; }));
}

TEST(Typesetter, MirrorsBracketsInTextFromRightToLeft) {
  const Style ar{.right_to_left = true, .language = "ar"};
  const std::vector<int> brackets = ids(one_line("()", {Weight::regular, true, "ar"}));
  const std::vector<int> plain = ids(one_line("()", {Weight::regular, false, "sv"}));
  // On paper an opening bracket is still the one that opens to the right.
  EXPECT_EQ(brackets, plain);
  const Line line = one_line("(بيت)", ar);
  EXPECT_NE(line.glyphs.front().id, line.glyphs.back().id);
}

TEST(Typesetter, TakesTheFaceThatHasTheLetter) {
  const Line line = one_line("Kronofogden እና بيت", {});
  EXPECT_EQ(line.glyphs.front().face, latin);
  EXPECT_TRUE(std::any_of(line.glyphs.begin(), line.glyphs.end(), [](const Glyph& g) { return g.face == ethiopic; }));
  EXPECT_TRUE(std::any_of(line.glyphs.begin(), line.glyphs.end(), [](const Glyph& g) { return g.face == arabic; }));
  const Line bold = one_line("بيت", {Weight::semibold, true, "ar"});
  EXPECT_EQ(bold.glyphs.front().face, arabic_semibold);
}

TEST(Typesetter, BreaksAtSpacesInReadingOrder) {
  const std::string text = "واحد اثنان ثلاثة أربعة خمسة";
  const Style ar{.right_to_left = true, .language = "ar"};
  const float most = setter().width("واحد اثنان ثلاثة", ar) + 0.01F;
  const std::vector<Line> lines = setter().lines(text, ar, most);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(text.substr(lines[0].begin, lines[0].end - lines[0].begin), "واحد اثنان ثلاثة");
  EXPECT_EQ(text.substr(lines[1].begin, lines[1].end - lines[1].begin), "أربعة خمسة");
}

TEST(Typesetter, NeverLosesABreakableOrUnbreakableWord) {
  for (const char* text : {"Migrationsverketsmyndighetsbeslut", "ሓደክልተሰለስተኣርባዕተሓሙሽተ",
                           "کمک‌هزینه‌هایشان", "a b c", "  x  "}) {
    for (const float most : {0.0F, 0.5F, 1.0F, 3.0F, 7.0F}) {
      const std::string words = text;
      const std::vector<Line> lines = setter().lines(words, {}, most);
      std::size_t at = 0;
      for (const Line& line : lines) {
        EXPECT_EQ(words.substr(at, line.begin - at).find_first_not_of(' '), std::string::npos) << text;
        EXPECT_LE(line.begin, line.end);
        at = line.end;
      }
      EXPECT_EQ(words.substr(at).find_first_not_of(' '), std::string::npos) << text << " at " << most;
    }
  }
}

TEST(Typesetter, NeverBreaksTheGroupsOfANumber) {
  // Narrow no-break spaces stand in numbers.
  const std::vector<Line> lines = setter().lines("bidraget är 350\u202F000\u00A0kr", {}, 8);
  EXPECT_GT(lines.size(), 1U);
  for (const Line& line : lines) EXPECT_NE(line.begin, std::string_view("bidraget är 350\u202F").size());
}

TEST(Typesetter, EndsALineAtALineBreak) {
  EXPECT_EQ(setter().lines("a\nb\n\nc", {}, 100).size(), 4U);
  EXPECT_EQ(setter().lines("", {}, 100).size(), 1U);
}

TEST(Typesetter, HasTheLettersDigitsAndPunctuationOfTheEightLanguages) {
  const std::pair<const char32_t*, const char*> alphabets[] = {
      {U"abcdefghijklmnopqrstuvwxyzåäöéàüABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖÉÀÜ", "sv"},
      {U"čćđšžČĆĐŠŽ", "bs"},
      {U"êîûşçÊÎÛŞÇ", "kmr"},
      {U"ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيًٌٍَُِّْ٠١٢٣٤٥٦٧٨٩،؛؟٪", "ar"},
      {U"پچژگکیۀهٔ۰۱۲۳۴۵۶۷۸۹", "fa"},
      {U"ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنوۆهەیێ", "ckb"},
      {U"ሀሁሂሃሄህሆለሐመሠረሰሸቀቈቐቘበቨተቸኀኈነኘአከኰኸዀወዐዘዠየደጀገጐጠጨጰጸፀፈፐ፡።፣፤፥፦፧፩፪፫", "ti"},
      {U"0123456789 .,:;!?()[]/%+-=\"'–—“”‘’«»…·§€−", "all"},
  };
  for (const auto& [letters, language] : alphabets)
    for (const char32_t* at = letters; *at; ++at)
      for (const Weight weight : {Weight::regular, Weight::semibold})
        EXPECT_TRUE(setter().has(*at, weight)) << language << " U+" << std::hex << static_cast<unsigned>(*at);
}

// A letter nobody has would be an empty frame on the screen.
TEST(Typesetter, HasEveryLetterOfEveryText) {
  for (const auto& entry : std::filesystem::directory_iterator(VAGVAL_SOURCE_DIR "/assets/text")) {
    const std::string text = tests::read("assets/text/" + entry.path().filename().string());
    const std::vector<Line> lines = setter().lines(text, {}, 100'000);
    for (const Line& line : lines)
      for (const Glyph& glyph : line.glyphs)
        if (glyph.id == 0)
          ADD_FAILURE() << entry.path().filename() << ": " << text.substr(line.begin, line.end - line.begin);
  }
}

TEST(Typesetter, SurvivesWhatIsNotText) {
  for (const char* text :
       {"\xC3\x28", "\xFF\xFE", "\xE2\x80", "\xF0\x9F\x98", "a\u202Eb\u2066c", "\u0300\u0300\u0300", "\u2029x\u2029"})
    for (const float most : {0.0F, 1.0F, 100.0F}) EXPECT_FALSE(setter().lines(text, {}, most).empty());
  EXPECT_FALSE(setter().lines(std::string(20'000, '\x90'), {}, 30).empty());
}

}  // namespace
}  // namespace vagval::typeset
