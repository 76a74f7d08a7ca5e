// Text as glyphs: order, shaping, lines. HarfBuzz's own tool gives the expected glyphs.
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

#ifndef __EMSCRIPTEN__  // node starts no other program; the native build compares the same code
struct Piece {
  const char *text, *file;
  bool right_to_left;
};
struct Sample {
  const char *text, *language;
  bool right_to_left;
  Weight weight;
  std::vector<Piece> pieces;  ///< of one script and one direction, from left to right
};
const std::vector<Sample>& samples() {
  const auto latin_regular = "NotoSans-Regular", latin_bold = "NotoSans-SemiBold";
  const auto arabic_regular = "Vazirmatn-Regular", arabic_bold = "Vazirmatn-SemiBold";
  const auto ethiopic_regular = "NotoSansEthiopic-Regular", ethiopic_bold = "NotoSansEthiopic-SemiBold";
  const auto all = [](const char* text, const char* language, bool right_to_left, const char* file,
                      Weight weight = Weight::regular) {
    return Sample{text, language, right_to_left, weight, {{text, file, right_to_left}}};
  };
  static const std::vector<Sample> out = {
      all("Återvandringsbidrag: 350 000 kr", "sv", false, latin_regular),
      all("Återvandringsbidrag: 350 000 kr", "sv", false, latin_bold, Weight::semibold),
      all("The grant: SEK 350,000 (2026-01-01).", "en", false, latin_regular),
      all("Deeqda dib-u-noqoshada: 350,000 oo kr, sannadka 2026.", "so", false, latin_regular),
      all("čćžšđ ČĆŽŠĐ u 2026.", "bs", false, latin_regular),
      all("منحة العودة", "ar", true, arabic_regular),
      all("منحة العودة", "ar", true, arabic_bold, Weight::semibold),
      all("السَّلامُ عليكم", "ar", true, arabic_regular),
      all("کمک‌هزینهٔ بازگشت", "fa", true, arabic_regular),
      all("یارمەتیی گەڕانەوە ڵ ۆ ێ", "ckb", true, arabic_regular),
      all("ናይ ምምላስ ሓገዝ።", "ti", false, ethiopic_regular),
      all("ናይ ምምላስ ሓገዝ።", "ti", false, ethiopic_bold, Weight::semibold),
      // Numbers run from left to right within right-to-left text.
      {"می‌خواهم ۱۴۰۵",
       "fa",
       true,
       Weight::regular,
       {{"۱۴۰۵", arabic_regular, false}, {"می‌خواهم ", arabic_regular, true}}},
      {"مبلغ ٣٥٠ كرونة",
       "ar",
       true,
       Weight::regular,
       {{" كرونة", arabic_regular, true}, {"٣٥٠", arabic_regular, false}, {"مبلغ ", arabic_regular, true}}},
      // Swedish inside Arabic, and Arabic inside Swedish.
      {"مصلحة Skatteverket هناك",
       "ar",
       true,
       Weight::regular,
       {{" هناك", arabic_regular, true}, {"Skatteverket", latin_regular, false}, {"مصلحة ", arabic_regular, true}}},
      {"Ordet العودة finns",
       "sv",
       false,
       Weight::regular,
       {{"Ordet ", latin_regular, false}, {"العودة", arabic_regular, true}, {" finns", latin_regular, false}}},
  };
  return out;
}

#ifndef VAGVAL_HB_SHAPE
#define VAGVAL_HB_SHAPE ""
#endif

std::vector<int> of_hb_shape(const Piece& run, const char* language) {
  const std::string command =
      std::string(VAGVAL_HB_SHAPE) +
      " --no-glyph-names --no-clusters --no-positions --direction=" + (run.right_to_left ? "rtl" : "ltr") +
      " --language=" + language + " " + VAGVAL_SUBSETS + "/" + run.file + ".ttf '" + run.text + "'";
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
  ASSERT_NE(std::string(VAGVAL_HB_SHAPE), "") << "hb-shape is missing (Debian: apt-get install libharfbuzz-bin)";
  for (const Sample& sample : samples()) {
    std::vector<int> wanted;
    for (const Piece& run : sample.pieces) {
      const std::vector<int> glyphs = of_hb_shape(run, sample.language);
      ASSERT_FALSE(glyphs.empty()) << run.text;
      wanted.insert(wanted.end(), glyphs.begin(), glyphs.end());
    }
    EXPECT_EQ(ids(one_line(sample.text, {sample.weight, sample.right_to_left, sample.language})), wanted)
        << sample.text;
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
  // 3, 5, 0 come first on the line, in that order.
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
  // The mirrored opening bracket still opens to the right.
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

TEST(Typesetter, ShortensWithAnEllipsisAfterTheLastWordThatFitsInReadingOrder) {
  const std::string text = "واحد اثنان ثلاثة أربعة خمسة";
  const Style ar{.right_to_left = true, .language = "ar"};
  const float most = setter().width("واحد اثنان ثلاثة…", ar) + 0.01F;
  EXPECT_EQ(setter().shortened(text, ar, most, 1), "واحد اثنان ثلاثة…");
  EXPECT_EQ(setter().shortened(text, ar, most, 2), text);
  // Read last, so drawn leftmost.
  const Line line = setter().lines(setter().shortened(text, ar, most, 1), ar, most).front();
  EXPECT_EQ(line.glyphs.front().id, one_line("ة…", ar).glyphs.front().id);
}

TEST(Typesetter, ClosesWhatAShortenedTextLeavesOpen) {
  const Style ar{.right_to_left = true, .language = "ar"};
  const std::string text = "رسالة من \u2066one two three four five\u2069 اليوم";
  const std::string cut = setter().shortened(text, ar, setter().width("رسالة من one two three", ar), 1);
  EXPECT_TRUE(cut.ends_with("\u2069…")) << cut;
  const Line line = one_line(cut, ar);
  EXPECT_EQ(line.glyphs.front().id, one_line("one\u2069…", ar).glyphs.front().id)
      << "not in the middle of the English words";
}

TEST(Typesetter, ShortensWhateverTheTextIsToTheLinesThereAre) {
  for (const std::string& text :
       {std::string("Migrationsverketsmyndighetsbeslut"), std::string("ሓደክልተሰለስተኣርባዕተሓሙሽተ ሓደ ክልተ"),
        std::string("a\nb\nc\nd"), std::string("\xFF\xC3 \x80 broken \xE2\x80"), std::string(5000, 'x'),
        std::string(300, ' '),
        std::string("\u202E\u2067\u2066 hostile \u202B\u2069\u2069\u2069 text of more than a line")})
    for (const float most : {0.5F, 2.0F, 7.0F})
      for (const std::size_t lines : {1U, 3U}) {
        const std::string cut = setter().shortened(text, {}, most, lines);
        EXPECT_TRUE(setter().lines(cut, {}, most).size() <= lines || cut.ends_with("…")) << text << " at " << most;
        EXPECT_LE(cut.size(), text.size() + 40);
      }
}

TEST(Typesetter, NeverBreaksTheGroupsOfANumber) {
  // Numbers contain narrow no-break spaces.
  const std::vector<Line> lines = setter().lines("bidraget är 350\u202F000\u00A0kr", {}, 8);
  EXPECT_GT(lines.size(), 1U);
  for (const Line& line : lines) EXPECT_NE(line.begin, std::string_view("bidraget är 350\u202F").size());
}

TEST(Typesetter, EndsALineAtALineBreak) {
  EXPECT_EQ(setter().lines("a\nb\n\nc", {}, 100).size(), 4U);
  EXPECT_EQ(setter().lines("", {}, 100).size(), 1U);
}

void expect_has(char32_t letter, const char* language) {
  for (const Weight weight : {Weight::regular, Weight::semibold})
    EXPECT_TRUE(setter().has(letter, weight)) << language << " U+" << std::hex << static_cast<unsigned>(letter);
}

// Whole alphabets, by CLDR and the orthographies of the languages, because typed words differ from the program's texts.
TEST(Typesetter, HasTheLettersDigitsAndPunctuationOfTheEightLanguages) {
  const std::pair<const char32_t*, const char*> alphabets[] = {
      {U"abcdefghijklmnopqrstuvwxyzåäöàáâãçéèêëíîïñóôõúûüýæøÿ", "sv"},
      {U"ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖÀÁÂÃÇÉÈÊËÍÎÏÑÓÔÕÚÛÜÝÆØŸ", "sv"},
      {U"bcdfghjklmnqrstwxyzaeiou’'BCDFGHJKLMNQRSTWXYZAEIOU", "so"},
      {U"abcčćdđefghijklmnoprsštuvzžABCČĆDĐEFGHIJKLMNOPRSŠTUVZŽ", "bs"},
      {U"êîûşçÊÎÛŞÇ", "kmr"},
      {U"ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي", "ar"},
      {U"ًٌٍَُِّْٰٓٔٱـ٠١٢٣٤٥٦٧٨٩،؛؟٪٫٬", "ar"},
      {U"ءآأؤئابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیۀةًٌٍَُِّْٔ\u200C۰۱۲۳۴۵۶۷۸۹،؛؟٪٫٬«»", "fa"},
      {U"ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنوۆهەیێھ٠١٢٣٤٥٦٧٨٩،؛؟", "ckb"},
      {U"፡።፣፤፥፦፧፨፩፪፫፬፭፮፯፰፱፲፳፴፵፶፷፸፹፺፻፼፟", "ti"},
      {U"0123456789 .,:;!?()[]/%+-=*\"'–—“”‘’«»…·§€−&@#_\u00A0\u202F°½", "all"},
  };
  for (const auto& [letters, language] : alphabets)
    for (const char32_t* at = letters; *at; ++at) expect_has(*at, language);
}

// Every consonant of Tigrinya in each of its seven or eight orders, and the five of the labialised ones.
TEST(Typesetter, HasEveryOrderOfEveryConsonantOfTigrinya) {
  for (const char32_t first : U"ሀለሐመሠረሰሸቀቐበቨተቸኀነኘአከኸወዐዘዠየደጀገጠጨጰጸፀፈፐ") {
    if (first == 0) break;
    for (char32_t order = 0; order < 7; ++order) expect_has(first + order, "ti");
  }
  for (const char32_t letter : U"ቈቊቋቌቍቘቚቛቜቝኈኊኋኌኍኰኲኳኴኵዀዂዃዄዅጐጒጓጔጕሏሗሟሧሯሷሿቧቯቷቿኗኟኧዟዧዷጇጧጯጷጿፏፗ") {
    if (letter == 0) break;
    expect_has(letter, "ti");
  }
}

// A letter that no font has would be an empty frame on the screen.
TEST(Typesetter, HasEveryLetterOfEveryText) {
  for (const auto& entry : std::filesystem::directory_iterator(VAGVAL_SOURCE_DIR "/assets/text")) {
    const std::string text = tests::read("assets/text/" + entry.path().filename().string());
    const std::vector<Line> lines = setter().lines(text, {}, 100'000);
    for (const Line& line : some(lines))
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
