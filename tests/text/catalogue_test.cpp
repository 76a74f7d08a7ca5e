// The catalogues: every language has every key, uses every value, and stays neutral.
#include "text/catalogue.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "files.h"
#include "text/message.h"
#include "text/po.h"

namespace vagval {
namespace {

Catalogue catalogue(const std::string& language) {
  static const CatalogueRead swedish = read_catalogue(tests::read("assets/text/sv.json"), "text/sv.json", nullptr);
  CatalogueRead read = language == "sv" ? swedish
                                        : read_catalogue(tests::read("assets/text/" + language + ".json"),
                                                         "text/" + language + ".json", &*swedish.catalogue);
  for (const Problem& p : read.problems) ADD_FAILURE() << p.file << p.pointer << ": " << p.sentence;
  must(read.catalogue, language + ".json is no catalogue");
  return std::move(*read.catalogue);
}

// All languages: each has a catalogue and a word list.
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

TEST(Catalogue, IsThereForEveryFileOfTheFolder) {
  for (const std::string& language : languages()) EXPECT_EQ(catalogue(language).language(), language);
}

TEST(Catalogue, LacksNothingInSwedishAndEnglish) {
  for (const char* language : {"sv", "en"}) {
    EXPECT_EQ(catalogue(language).lacking(), 0U) << language;
    const Json file = tests::read_tree(std::string("assets/text/") + language + ".json");
    const Json* const complete = file.find("complete");
    EXPECT_TRUE(complete && complete->boolean() && *complete->boolean()) << language << ": the build checks it";
  }
}

/// What the build makes of a catalogue that lacks a key: the English text, and an "e" for its review.
std::string embedded_without(const Catalogue& words, TextKey lacked) {
  JsonArray values;
  std::string reviews;
  for (std::size_t i = 0; i < text_key_count; ++i) {
    const TextKey key{static_cast<std::uint16_t>(i)};
    const bool lent = key == lacked;
    values.push_back({lent ? catalogue("en").pattern(key) : words.pattern(key)});
    reviews += lent ? 'e' : 'd';
  }
  return write_json({JsonObject{{"format", {"vagval-text-values"}},
                                {"language", {words.language()}},
                                {"direction", {words.right_to_left() ? "rtl" : "ltr"}},
                                {"complete", {false}},
                                {"about", *read_json(words.about())},
                                {"reviews", {reviews}},
                                {"reviewers", {JsonArray{}}},
                                {"values", {std::move(values)}}}});
}

TEST(Draft, ShowsTheEnglishTextWhereItLacksOneAndCountsIt) {
  const Catalogue swedish = catalogue("sv"), english = catalogue("en"), whole = catalogue("ar");
  const CatalogueRead read = read_embedded_catalogue(embedded_without(whole, "nav.people"_t), "ar.json", &swedish);
  for (const Problem& p : read.problems) ADD_FAILURE() << p.pointer << ": " << p.sentence;
  ASSERT_TRUE(read.catalogue);
  const Catalogue& ar = *read.catalogue;
  EXPECT_EQ(ar.text("nav.people"_t, {{"count", std::int64_t{3}}}), "\u2068\u20683\u2069 people\u2069")
      << "in the plural forms of English, as one piece of its own direction";
  EXPECT_TRUE(ar.lacks("nav.people"_t));
  EXPECT_FALSE(ar.lacks("answer.yes"_t));
  EXPECT_EQ(ar.lacking(), 1U);
  EXPECT_EQ(ar.count(Review::draft), text_key_count - 1);
  EXPECT_EQ(ar.unreviewed(), text_key_count);
  EXPECT_NE(list_texts(ar, swedish, Listed::missing).find("nav.people\t"), std::string::npos);
  EXPECT_EQ(list_texts(ar, swedish, Listed::unreviewed).find("nav.people\t"), std::string::npos);
  const std::string po = write_po(ar, swedish, english);
  const std::size_t at = po.find("msgctxt \"nav.people\"");
  EXPECT_EQ(po.substr(po.find("msgstr", at), 10), "msgstr \"\"\n");
}

TEST(Catalogue, IsReviewedInSwedishAndEnglishAndADraftElsewhere) {
  for (const std::string& language : languages())
    EXPECT_EQ(catalogue(language).unreviewed() == 0, language == "sv" || language == "en") << language;
}

TEST(Catalogue, SaysItsPluralFormsAndTheOrderOfItsCountries) {
  for (const std::string& language : languages()) {
    const Catalogue words = catalogue(language);
    EXPECT_NE(words.about().find("\"plurals\""), std::string::npos) << language << ": node cmake/languages.mjs --write";
    EXPECT_NE(words.about().find("\"countries\""), std::string::npos)
        << language << ": node cmake/languages.mjs --write";
  }
  EXPECT_EQ(catalogue("bs").countries()[0], "AF");
}

TEST(Catalogue, KeepsWhatItSaysOfItsLanguageInAPoFile) {
  const Catalogue ti = catalogue("ti"), sv = catalogue("sv");
  const PoRead read = read_po(write_po(ti, sv, catalogue("en")), "ti.po", sv);
  for (const Problem& p : read.problems) ADD_FAILURE() << p.sentence;
  EXPECT_EQ(read.catalogue_json, tests::read("assets/text/ti.json"));
}

TEST(Plurals, RefuseWhatDoesNotGiveTheFormsOf200Numbers) {
  EXPECT_TRUE(Plurals::read("one 2, other 198"));
  for (const char* wrong :
       {"", "one 2", "one 2, other 199", "one 2, other 198, other 1", "one, other 199", "solo 1, other 199",
        "one 0, other 200", "one 99999999999999999999, other 1", "one -1, other 201"})
    EXPECT_FALSE(Plurals::read(wrong)) << wrong;
}

// The word of a plural form must not state a number that the value lacks.
TEST(Catalogue, HasTheFormsThatUnicodeGivesEachLanguage) {
  const auto forms = [](const char* language, std::initializer_list<int> numbers) {
    std::string out;
    for (const int number : numbers) out += std::string(catalogue(language).plurals().form(number)) + " ";
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
  EXPECT_EQ(ar.number(350000), "350\u00A0000");
  EXPECT_EQ(ar.with_digits(ar.own_digits()).number(350000), "٣٥٠٬٠٠٠");
  EXPECT_EQ(sv.own_digits(), Digits::western);
  EXPECT_EQ(western_digits("١٢٬٥٠٠٫٥ ۱۲"), "12 500,5 12");
}

TEST(Catalogue, IsolatesMoneyAndDatesWhereTextRunsFromRightToLeft) {
  const Catalogue ar = catalogue("ar");
  EXPECT_EQ(ar.kronor(Kronor{350000}), "\u2068\u2068350\u00A0000\u2069 كرونة\u2069");
  EXPECT_EQ(ar.date(*make_date(2024, 9, 12)), "\u206812 أيلول/سبتمبر 2024\u2069");
}

TEST(Catalogue, IsolatesNumbersAndAmountsFromToWhereTextRunsFromRightToLeft) {
  const Catalogue ar = catalogue("ar");
  EXPECT_EQ(ar.number(-5), "\u2068\u22125\u2069");
  EXPECT_NE(ar.text("nav.people"_t, {{"count", std::int64_t{11}}}).find("\u206811\u2069"), std::string::npos);
  const std::string interval = ar.kronor(KronorInterval{{0}, {550000}});
  EXPECT_EQ(interval.substr(0, 3), "\u2068");
  EXPECT_EQ(interval.substr(interval.size() - 3), "\u2069");
  EXPECT_EQ(catalogue("sv").number(-5), "\u22125");
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

CatalogueRead read_one(const std::string& message) {
  return read_catalogue(
      R"({"format": "vagval-text", "language": "en", "direction": "ltr", "complete": false, "messages": {"answer.yes": )" +
          message + "}}",
      "en.json", nullptr);
}

TEST(Review, NamesWhoHasReviewedATextAndWhen) {
  const CatalogueRead read =
      read_one(R"({"text": "Yes", "review": "reviewed", "by": "Åsa O'Neill", "on": "2026-11-20"})");
  ASSERT_TRUE(read.catalogue);
  const Reviewer* const reviewer = read.catalogue->reviewer("answer.yes"_t);
  ASSERT_TRUE(reviewer);
  EXPECT_EQ(*reviewer, (Reviewer{"Åsa O'Neill", make_date(2026, 11, 20)}));
  EXPECT_FALSE(read.catalogue->reviewer("answer.no"_t));
}

TEST(Review, RefusesNamesThatCannotBe) {
  EXPECT_FALSE(read_one(R"({"text": "Yes", "review": "draft", "by": "Åsa"})").problems.empty());
  EXPECT_FALSE(read_one(R"({"text": "Yes", "review": "reviewed", "by": "<b>;"})").problems.empty());
  EXPECT_FALSE(read_one(R"({"text": "Yes", "review": "reviewed", "on": "2026-11-20"})").problems.empty());
  EXPECT_FALSE(read_one(R"({"text": "Yes", "review": "reviewed", "by": "Åsa", "on": "in May"})").problems.empty());
}

std::string po_of(const std::string& comments, const std::string& header = "") {
  return "msgid \"\"\nmsgstr \"Language: en\\n" + header + "\"\n\n" + comments +
         "msgctxt \"answer.yes\"\nmsgid \"Ja\"\nmsgstr \"Yes\"\n";
}
std::string json_of(const std::string& po) {
  const PoRead read = read_po(po, "en.po", catalogue("sv"));
  for (const Problem& p : read.problems) ADD_FAILURE() << p.sentence;
  return read.catalogue_json;
}

TEST(Po, TakesATextAsReviewedWhenItsFuzzyMarkIsGone) {
  EXPECT_NE(json_of(po_of("#. machine\n#, fuzzy\n")).find(R"("review": "machine")"), std::string::npos);
  EXPECT_NE(json_of(po_of("#. machine\n")).find(R"("review": "reviewed")"), std::string::npos);
}

TEST(Po, NamesTheTranslatorOfTheFileForWhatHasJustBeenReviewed) {
  const std::string header = "Last-Translator: Åsa <asa@example.org>\\nPO-Revision-Date: 2026-11-21 10:00+0100\\n";
  EXPECT_NE(json_of(po_of("#. draft\n", header)).find(R"("by": "Åsa", "on": "2026-11-21")"), std::string::npos);
  EXPECT_EQ(json_of(po_of("#. draft\n#, fuzzy\n", header)).find("Åsa"), std::string::npos);
  EXPECT_EQ(json_of(po_of("", header)).find("Åsa"), std::string::npos) << "it had been reviewed before";
}

TEST(Po, KeepsWhoHasReviewedAText) {
  const std::string json =
      R"({"format": "vagval-text", "language": "en", "direction": "ltr", "complete": false, "messages": {"answer.yes": )"
      R"({"text": "Yes", "review": "reviewed", "by": "Åsa", "on": "2026-11-20"}}})";
  const CatalogueRead read = read_catalogue(json, "en.json", nullptr);
  ASSERT_TRUE(read.catalogue);
  const std::string po = write_po(*read.catalogue, catalogue("sv"), catalogue("en"));
  EXPECT_NE(po.find("#. reviewed by Åsa on 2026-11-20\n"), std::string::npos);
  EXPECT_NE(json_of(po).find(R"("by": "Åsa", "on": "2026-11-20")"), std::string::npos);
}

// Side by side: a reviewed text, a draft, and one by a machine; all other texts are missing.
TEST(ListOfTexts, NamesWhatIsMissingAndWhatNoPersonHasReviewed) {
  const CatalogueRead read = read_catalogue(
      R"({"format": "vagval-text", "language": "so", "direction": "ltr", "complete": false, "messages": {)"
      R"("answer.no": {"text": "Maya", "review": "draft"}, "answer.unknown": {"text": "Ma garanayo", "review": "machine"}, )"
      R"("answer.yes": {"text": "Haa", "review": "reviewed"}}})",
      "so.json", nullptr);
  for (const Problem& p : read.problems) ADD_FAILURE() << p.sentence;
  ASSERT_TRUE(read.catalogue);
  const Catalogue swedish = catalogue("sv");
  const std::string missing = list_texts(*read.catalogue, swedish, Listed::missing);
  EXPECT_EQ(std::count(missing.begin(), missing.end(), '\n'), static_cast<std::ptrdiff_t>(text_key_count) - 3);
  EXPECT_NE(missing.find("\nnav.household\tHushållet\t\tmissing\n"), std::string::npos) << missing.substr(0, 500);
  EXPECT_EQ(("\n" + missing).find("\nanswer.yes\t"), std::string::npos);
  EXPECT_EQ(list_texts(*read.catalogue, swedish, Listed::unreviewed), "answer.no\tNej\tMaya\tdraft\nanswer.unknown\t" +
                                                                          swedish.pattern("answer.unknown"_t) +
                                                                          "\tMa garanayo\tmachine\n");
  EXPECT_EQ(list_texts(swedish, swedish, Listed::missing), "");
}

// Swedish words that people hear at a counter and read in letters. A reader of a translation must be able to recognise
// them.
constexpr std::string_view official_words[] = {
    "återvandringsbidrag", "anhörig",           "barnbidrag",     "bostadsbidrag",  "bankid",      "csn",
    "folkbokför",          "försäkringskassan", "garantipension", "inkomstpension", "kronofogden", "migrationsverket",
    "pensionsmyndigheten", "personnummer",      "skatteverket",   "socialtjänst",   "vårdnad"};
// In these the Swedish word stands in the text beside them on the same screen, or is no official term there.
constexpr std::string_view without_the_word[] = {"compare.doors.other",
                                                 "compare.doors.return",
                                                 "cond.C-102.rule",
                                                 "cond.C-105",
                                                 "cond.C-105.rule",
                                                 "cond.C-20.rule",
                                                 "doc.custody_consent.why",
                                                 "estimate.surprise.1",
                                                 "fact.A-10",
                                                 "fact.A-12",
                                                 "fact.A-13",
                                                 "fact.C-13",
                                                 "fact.C-14",
                                                 "fact.H-07",
                                                 "hazard.custody.why",
                                                 "journal.aside.text",
                                                 "path.needs.consent",
                                                 "path.needs.custody.do",
                                                 "q.custody_elsewhere.ask",
                                                 "q.custody_elsewhere.help",
                                                 "task.note.help"};

std::string lower_ascii(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  for (const auto& [capital, small] : {std::pair{"Å", "å"}, {"Ä", "ä"}, {"Ö", "ö"}})
    for (std::size_t at = text.find(capital); at != std::string::npos; at = text.find(capital))
      text.replace(at, 2, small);
  return text;
}

TEST(OfficialWords, StandBesideTheirTranslation) {
  const Catalogue swedish = catalogue("sv");
  for (const std::string& language : languages()) {
    const Catalogue words = catalogue(language);
    for (std::size_t i = 0; i < std::size(text_keys); ++i) {
      const TextKey key{static_cast<std::uint16_t>(i)};
      const auto* const end = std::end(without_the_word);
      // Untranslated texts are in English, and marked.
      if (words.review(key) == Review::machine || std::find(std::begin(without_the_word), end, text_keys[i]) != end)
        continue;
      const std::string source = lower_ascii(swedish.pattern(key)), text = lower_ascii(words.pattern(key));
      for (const std::string_view word : official_words) {
        const std::size_t at = source.find(word);
        const bool begins = at == 0 || (at != std::string::npos && (source[at - 1] == ' ' || source[at - 1] == '('));
        if (!begins) continue;
        EXPECT_NE(text.find(word), std::string::npos) << language << " " << text_keys[i] << ": " << word;
      }
    }
  }
}

// Amounts change with the rules, so a text names the parameter. These state a figure for a reason.
const std::map<std::string_view, std::string_view> states_a_figure = {
    {"fact.A-02", "an amendment of 1998, which no later amount changes"},
    {"fact.B-101", "the rules until 2025"},
    {"fact.B-102", "the rules until 2025"},
    {"fact.B-103", "the rules until 2025"},
    {"path.move.cash.do", "euros, and the limit of the customs"}};

/// The whole numbers of a text, in any digits and with any separator of thousands.
std::set<std::int64_t> numbers_in(const std::string& text) {
  std::set<std::int64_t> out;
  const std::string western = western_digits(text);
  const auto is_digit = [&](std::size_t at) { return at < western.size() && western[at] >= '0' && western[at] <= '9'; };
  const auto three_from = [&](std::size_t at) {
    return is_digit(at) && is_digit(at + 1) && is_digit(at + 2) && !is_digit(at + 3);
  };
  for (std::size_t at = 0; at < western.size(); ++at) {
    if (!is_digit(at)) continue;
    std::string digits;
    while (is_digit(at)) digits += western[at++];
    for (bool more = true; more;) {
      more = false;
      for (const std::string_view between : {" ", "\u00A0", "\u202F", ",", ".", "'", "\u2019", "\u066C"})
        if (western.compare(at, between.size(), between) == 0 && three_from(at + between.size())) {
          digits += western.substr(at + between.size(), 3);
          at += between.size() + 3;
          more = true;
          break;
        }
    }
    if (digits.size() < 10) out.insert(std::stoll(digits));
  }
  return out;
}

TEST(Figures, OfTheRulesStandInNoText) {
  EXPECT_EQ(numbers_in("350\u202F000 kr, 10.000 and ۲۵٬۰۰۰"), (std::set<std::int64_t>{350000, 10000, 25000}));
  std::set<std::int64_t> amounts;
  const Json pack = tests::read_tree("assets/rules/se-repatriation-grant.json");
  for (const auto& [id, parameter] : some(*pack.find("parameters")->object()))
    if (*parameter.find("unit")->text() == "SEK")
      for (const Json& value : *parameter.find("values")->array())
        if (const Json* number = value.find("value"); number && number->integer()) amounts.insert(*number->integer());
  must(amounts.contains(350000), "the pack's amounts");
  for (const std::string& language : languages()) {
    const Catalogue words = catalogue(language);
    for (std::size_t i = 0; i < text_key_count; ++i) {
      const TextKey key{static_cast<std::uint16_t>(i)};
      if (states_a_figure.contains(text_key_name(key))) continue;
      for (const std::int64_t number : numbers_in(words.pattern(key)))
        EXPECT_FALSE(amounts.contains(number))
            << language << " " << text_key_name(key) << ": write {rules.<parameter>} instead of " << number;
    }
  }
}

TEST(Figures, NameAParameterOfTheRules) {
  const Json pack = tests::read_tree("assets/rules/se-repatriation-grant.json");
  std::size_t found = 0;
  const Catalogue swedish = catalogue("sv");
  for (std::size_t i = 0; i < text_key_count; ++i) {
    std::string fault;
    for (const std::string& name :
         placeholders(swedish.pattern({static_cast<std::uint16_t>(i)}), swedish.plurals(), fault)) {
      if (!name.starts_with(rule_figure_prefix)) continue;
      const std::string of = name.substr(rule_figure_prefix.size());
      EXPECT_TRUE(pack.find("parameters")->find(of.substr(0, of.find('.')))) << text_keys[i] << ": " << name;
      ++found;
    }
  }
  EXPECT_GT(found, 0U);
}

TEST(Figures, AreThoseOfTheDayAndOfTheLanguage) {
  const auto figures = std::make_shared<const RuleFigures>([](std::string_view name, Date day) {
    return name == "adult_amount" ? std::optional<std::int64_t>(day < *make_date(2027, 1, 1) ? 1000 : 2000)
                                  : std::nullopt;
  });
  const Catalogue sv = catalogue("sv").with_figures(figures, *make_date(2026, 6, 1));
  EXPECT_EQ(sv.text("rumour.everyone"_t), "Alla får 1\u202F000 kronor.");
  EXPECT_EQ(sv.on(*make_date(2027, 6, 1)).text("rumour.everyone"_t), "Alla får 2\u202F000 kronor.");
  EXPECT_EQ(sv.on(*make_date(2027, 6, 1)).text("conflict.I-19.b"_t), "Förordningen: 1\u202F000\u202Fkr.")
      << "a reading is about the figure of its own day";
  const Catalogue ar = catalogue("ar").with_figures(figures, *make_date(2026, 6, 1));
  EXPECT_NE(ar.text("rumour.everyone"_t).find("\u20681\u00A0000\u2069"), std::string::npos);
  EXPECT_NE(ar.with_digits(ar.own_digits()).text("rumour.everyone"_t).find("١٬٠٠٠"), std::string::npos);
  EXPECT_NE(sv.text("fact.B-202"_t).find("{rules.child_amount}"), std::string::npos) << "unknown figures stay visible";
}

TEST(Message, RefusesFormsTheLanguageDoesNotHave) {
  std::string fault;
  placeholders("{n, plural, one {a} few {b} other {c}}", Plurals(), fault);
  EXPECT_FALSE(fault.empty());
  fault.clear();
  placeholders("{n", Plurals(), fault);
  EXPECT_FALSE(fault.empty());
}

}  // namespace
}  // namespace vagval
