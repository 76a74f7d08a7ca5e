// Every message of the right-to-left languages, laid out: numbers, dates, codes and Latin words in it read from left to
// right.
#include <SheenBidi/SheenBidi.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "files.h"
#include "text/bidi.h"
#include "text/catalogue.h"
#include "text/message.h"

namespace vagval {
namespace {

Catalogue catalogue(const std::string& language) {
  static const CatalogueRead swedish = read_catalogue(tests::read("assets/text/sv.json"), "text/sv.json", nullptr);
  CatalogueRead read =
      read_catalogue(tests::read("assets/text/" + language + ".json"), language + ".json", &*swedish.catalogue);
  for (const Problem& p : read.problems) ADD_FAILURE() << p.file << p.pointer << ": " << p.sentence;
  return std::move(*read.catalogue);
}

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

bool is_mark(char32_t c) { return c >= 0x2066 && c <= 0x2069; }

std::string without_marks(std::string text) {
  for (const char* mark : {"\u2066", "\u2067", "\u2068", "\u2069"})
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark)) text.erase(at, 3);
  return text;
}

/// The letters of a line from left to right in a right-to-left paragraph.
std::u32string seen(const std::string& line) {
  const std::u32string letters = letters_of(line);
  if (letters.empty()) return {};
  const SBCodepointSequence sequence{SBStringEncodingUTF32, letters.data(), letters.size()};
  const SBAlgorithmRef algorithm = SBAlgorithmCreate(&sequence);
  const SBParagraphRef paragraph = SBAlgorithmCreateParagraph(algorithm, 0, letters.size(), 1);
  const SBLineRef visual = SBParagraphCreateLine(paragraph, 0, letters.size());
  std::u32string out;
  for (SBUInteger r = 0; r < SBLineGetRunCount(visual); ++r) {
    const SBRun run = SBLineGetRunsPtr(visual)[r];
    std::u32string piece = letters.substr(run.offset, run.length);
    if (run.level & 1) std::reverse(piece.begin(), piece.end());
    for (const char32_t c : piece)
      if (!is_mark(c)) out += c;
  }
  SBLineRelease(visual);
  SBParagraphRelease(paragraph);
  SBAlgorithmRelease(algorithm);
  return out;
}

bool is_digit(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 0x660 && c <= 0x669) || (c >= 0x6F0 && c <= 0x6F9) || c == 0x66B || c == 0x66C;
}
bool is_latin(char32_t c) {
  return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}
bool is_space(char32_t c) { return c == ' ' || c == 0xA0 || c == 0x202F; }
bool stands_in(char32_t c, std::u32string_view among) { return among.find(c) != std::u32string_view::npos; }

bool parts_sentences(const std::u32string& text, std::size_t at) {
  return stands_in(text[at], U".,:;") && (at + 1 == text.size() || is_space(text[at + 1]));
}

/// Runs with an order of their own: words of Latin letters and digits with the signs inside and before them, also when
/// only spaces part them ("350 000", "på heder och samvete", "2 §"), up to the end of the sentence.
///
/// \param values_apart  a value and the text beside it are two runs, in the order of the text.
std::vector<std::u32string> runs_of(const std::string& line, bool values_apart) {
  const std::u32string text = letters_of(values_apart ? line : without_marks(line));
  const auto belongs = [&](std::size_t at) {
    const char32_t c = text[at];
    return !parts_sentences(text, at) &&
           (is_digit(c) || is_latin(c) || is_space(c) || stands_in(c, U".,:;-–−/+%٪$@#§_*=&"));
  };
  std::vector<std::u32string> out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!belongs(at)) continue;
    std::size_t begin = at;
    while (at < text.size() && belongs(at)) ++at;
    std::size_t end = at;
    while (end > begin && (is_space(text[end - 1]) || stands_in(text[end - 1], U".,:;-–−/+=&"))) --end;
    // A sign belongs to the word after it without a space, unless it follows a word itself.
    const auto may_begin = [&](std::size_t i) {
      if (is_digit(text[i]) || is_latin(text[i])) return true;
      const bool follows_word = i > 0 && !is_space(text[i - 1]) && !stands_in(text[i - 1], U"(«“‘\"");
      return stands_in(text[i], U".-−$@#§") && !follows_word && i + 1 < end &&
             (is_digit(text[i + 1]) || is_latin(text[i + 1]));
    };
    while (begin < end && !may_begin(begin)) ++begin;
    if (end > begin + 1) out.push_back(text.substr(begin, end - begin));
  }
  return out;
}

std::string in_bytes(const std::u32string& letters) {
  std::string out;
  for (const char32_t c : letters) {
    if (c < 0x80) {
      out += static_cast<char>(c);
    } else if (c < 0x800) {
      out += {static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 0x3F))};
    } else {
      out += {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 0x3F)),
              static_cast<char>(0x80 | (c & 0x3F))};
    }
  }
  return out;
}

/// \returns the first run of a text that does not read from left to right; empty if there is none.
std::optional<std::string> turned(const std::string& text, bool values_apart = false) {
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line = text.substr(begin, end - begin);
    const std::u32string shown = seen(line);
    for (const std::u32string& run : runs_of(line, values_apart))
      if (shown.find(run) == std::u32string::npos) return in_bytes(run);
    begin = end + 1;
  }
  return std::nullopt;
}

constexpr const char* right_to_left[] = {"ar", "fa", "ckb"};

/// Values for a message: its names, without plural forms.
std::vector<std::string> names_of(const Catalogue& words, TextKey key) {
  std::string fault;
  std::vector<std::string> out;
  for (const std::string& name : placeholders(words.pattern(key), words.plurals(), fault))
    out.push_back(name.substr(0, name.find(':')));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

/// A message with each kind of value in turn.
std::vector<std::string> samples(const Catalogue& words, TextKey key) {
  const std::vector<std::string> names = names_of(words, key);
  EXPECT_LE(names.size(), 8U) << text_key_name(key);
  std::vector<std::string> out;
  for (const TextValue& value :
       {TextValue{std::int64_t{350000}}, TextValue{std::int64_t{-2}}, TextValue{Kronor{102500}},
        TextValue{*make_date(2024, 9, 12)}, TextValue{std::string("2024-09-12")}, TextValue{std::string("Kista C 4")},
        TextValue{std::string(".minisig")}, TextValue{std::string("أم علي")},
        TextValue{std::string("أم 350 000 (2 kap. 3 §)")}}) {
    TextArg args[8]{};
    for (std::size_t i = 0; i < names.size(); ++i) args[i] = {names[i], value};
    out.push_back(words.text(key, {args[0], args[1], args[2], args[3], args[4], args[5], args[6], args[7]}));
    if (names.empty()) break;
  }
  return out;
}

TEST(ReadingOrder, OfEveryNumberCodeAndLatinWordIsItsOwnInEveryMessage) {
  std::size_t runs = 0;
  for (const char* language : right_to_left) {
    const Catalogue western = catalogue(language);
    for (const Catalogue& words : {western, western.with_digits(western.own_digits())})
      for (std::size_t i = 0; i < text_key_count; ++i) {
        const TextKey key{static_cast<std::uint16_t>(i)};
        // Parts of other texts: names of months, the thousands separator.
        if (text_key_name(key) == "format.months" || text_key_name(key) == "format.group" ||
            text_key_name(key) == "format.decimal")
          continue;
        for (const std::string& text : samples(words, key)) {
          const bool has_values = !names_of(words, key).empty();
          const std::optional<std::string> wrong = turned(text, has_values);
          EXPECT_FALSE(wrong) << language << " " << text_key_name(key) << ": " << *wrong << " in " << text;
          runs += runs_of(text, has_values).size();
        }
      }
  }
  EXPECT_GT(runs, 3000U) << "the test looks at what there is";
}

TEST(ReadingOrder, AddsNothingButMarksAndAddsThemOnce) {
  for (const char* language : right_to_left) {
    const Catalogue words = catalogue(language);
    for (std::size_t i = 0; i < text_key_count; ++i) {
      const TextKey key{static_cast<std::uint16_t>(i)};
      for (const std::string& text : samples(words, key)) {
        EXPECT_EQ(isolated_runs(text), text) << language << " " << text_key_name(key);
        EXPECT_EQ(without_marks(isolated_runs(without_marks(text))), without_marks(text));
        EXPECT_EQ(text.find("\u2068\u2068.minisig\u2069\u2069"), std::string::npos) << "isolated twice: " << text;
        int open = 0;
        for (const char32_t c : letters_of(text)) {
          open += c == 0x2068 ? 1 : c == 0x2069 ? -1 : 0;
          ASSERT_GE(open, 0) << text;
        }
        EXPECT_EQ(open, 0) << text;
      }
      if (names_of(words, key).empty()) {
        EXPECT_EQ(without_marks(words.text(key)), words.pattern(key));
      }
    }
  }
}

TEST(ReadingOrder, IsTestedBySomethingThatSeesWhatIsTurned) {
  EXPECT_EQ(turned("المبلغ 350 000 كرونة"), "350 000");
  EXPECT_EQ(turned("اكتبوا 2024-09-12 هنا"), "2024-09-12");
  EXPECT_EQ(turned("الملف .csv هنا"), ".csv");
  EXPECT_EQ(turned("القيمة $adult_age هنا"), "$adult_age");
  EXPECT_EQ(turned("مادة 2 § من"), "2 §");
}

TEST(ReadingOrder, KeepsRunsOfEveryKind) {
  const auto isolated = [](const char* before, const char* run, const char* after) {
    const std::string text = std::string(before) + run + after;
    const std::string wanted = before + std::string(isolate) + run + std::string(end_isolate) + after;
    EXPECT_EQ(isolated_runs(text), wanted);
    EXPECT_EQ(isolated_runs(wanted), wanted);
    EXPECT_FALSE(turned(wanted)) << wanted;
  };
  for (const char* run : {"350 000",
                          "350\u00A0000 kr",
                          "2024-09-12",
                          "1984:890",
                          "2 kap. 3 §",
                          "3 a §",
                          "§ 5",
                          "förordning (2025:970) om",
                          ".csv",
                          "$adult_age",
                          "@main_ground",
                          "#3",
                          "−5",
                          "-5",
                          "+46 771 235 235",
                          "50%",
                          "50 %",
                          "12٪",
                          "1–15",
                          "20 + 40 = 60",
                          "A-02",
                          "connect-src 'none'",
                          "vagval example --list",
                          "https://migrationsverket.se/",
                          "flytt, tull, transport",
                          "18+",
                          "a@b.se",
                          "återvandringsbidrag / återetableringsstöd",
                          "Жена 5"}) {
    isolated("قبل ", run, " بعد");
    isolated("(", run, ") بعد");
    isolated("قبل «", run, "».");
    isolated("قبل: ", run, "، بعد.");
    isolated("", run, " بعد");
    isolated("قبل ", run, "");
  }
}

TEST(ReadingOrder, LeavesWhatNeedsNothingAndPartsWhatIsNotOne) {
  EXPECT_EQ(isolated_runs("قبل 40 بعد 2025."), "قبل 40 بعد 2025.");
  EXPECT_EQ(isolated_runs("Migrationsverket"), "Migrationsverket");
  EXPECT_EQ(isolated_runs("قبل {name} بعد"), "قبل \u2068{name}\u2069 بعد");
  // The end of a sentence and the beginning of the next, a year and its explanation, two values.
  EXPECT_EQ(isolated_runs("عند CSN. Skatteverket أيضاً"), "عند \u2068CSN\u2069. \u2068Skatteverket\u2069 أيضاً");
  EXPECT_EQ(isolated_runs("في 2016 (tillfälliga lagen) كان"), "في 2016 (\u2068tillfälliga lagen\u2069) كان");
  EXPECT_EQ(isolated_runs("2022: 30، و2023: 70"), "2022: 30، و2023: 70");
  EXPECT_EQ(isolated_runs("أ \u2068Anna\u2069 \u2068Bo\u2069"), "أ \u2068Anna\u2069 \u2068Bo\u2069");
  // Without right-to-left letters the whole text is one run.
  EXPECT_EQ(isolated_runs("Jag ringde CSN. De sa ja."), "\u2068Jag ringde CSN. De sa ja.\u2069");
  EXPECT_EQ(isolated_runs("أول\nLag (2001:82).\nآخر"), "أول\n\u2068Lag (2001:82).\u2069\nآخر");
}

TEST(ReadingOrder, IsThatOfOtherDigitsToo) {
  for (const char* run : {"٢٠٢٤-٠٩-١٢", "٣٥٠ ٠٠٠", "۲۰۲۴-۰۹-۱۲", "١٩٨٠–١٩٨٩"})
    EXPECT_FALSE(turned(isolated_runs(std::string("قبل ") + run + " بعد"))) << run;
}

TEST(ReadingOrder, IsOfTextsAndNotOfData) {
  EXPECT_EQ(without_isolates("قبل \u20682024-09-12\u2069، \u2068\u2068350\u00A0000\u2069 كرونة\u2069"),
            "قبل 2024-09-12، 350\u00A0000 كرونة");
}

// Typed text does not change the text around it.
TEST(ReadingOrder, EndsWhatATextLeavesOpenNowhereElse) {
  for (const char* text :
       {"\u2068", "\u2069", "أ \u2068 CSN", "أ \u2069 CSN", "أ \u202E CSN 5", "\xFF\xFE أ 5-6", "\xE2\x80", "(((",
        "أ (CSN", "أ CSN)", "{", "أ {n", "§", "§ §", "أ \u200F.csv", "-", "أ $"}) {
    EXPECT_EQ(without_marks(isolated_runs(text)), without_marks(text));
    EXPECT_EQ(isolated_runs(isolated_runs(text)), isolated_runs(text));
  }
}

}  // namespace
}  // namespace vagval
