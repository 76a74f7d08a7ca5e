// Typed days and amounts, in readable tables: tests/typed/.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "app/app.h"
#include "facts/check.h"
#include "files.h"
#include "foundation/characters.h"
#include "foundation/month_names.h"
#include "foundation/typed_day.h"
#include "foundation/typed_number.h"
#include "plan/change.h"
#include "state/assets.h"

namespace vagval {
namespace {

// "\u{200F}" in the table stands for the character.
std::string with_characters(const std::string& written) {
  std::string out;
  for (std::size_t i = 0; i < written.size(); ++i) {
    if (written.compare(i, 3, "\\u{") != 0) {
      out += written[i];
      continue;
    }
    const std::size_t end = written.find('}', i);
    append_character(out, static_cast<char32_t>(std::stoul(written.substr(i + 3, end - i - 3), nullptr, 16)));
    i = end;
  }
  return out;
}

struct Row {
  std::string typed, wanted, expected;
};
std::vector<Row> table(const std::string& name) {
  std::vector<Row> out;
  const std::string text = tests::read("tests/typed/" + name);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string line = text.substr(at, end - at);
    at = end + 1;
    if (line.empty() || line.front() == '#') continue;
    const std::size_t first = line.find(" | "), second = line.find(" | ", first + 3);
    EXPECT_NE(second, std::string::npos) << line;
    out.push_back(
        {with_characters(line.substr(0, first)), line.substr(first + 3, second - first - 3), line.substr(second + 3)});
  }
  return out;
}

std::string in_words(const TypedDay& day) {
  constexpr const char* doubts[] = {"none",    "no_such_day", "too_far",     "order",
                                    "century", "no_day",      "solar_hijri", "ethiopian"};
  std::string out = day.taken.empty() ? doubts[static_cast<std::size_t>(day.doubt)] : day.taken;
  if (!day.readings.empty()) out += day.taken.empty() ? ":" : " also";
  for (const std::string& reading : day.readings) out += " " + reading;
  return out;
}

TEST(TypedDay, IsUnderstoodAsTheTableSays) {
  const std::vector<Row> rows = table("days.txt");
  EXPECT_GT(rows.size(), 100U);
  for (const Row& row : rows) {
    const bool birth = row.wanted.starts_with("birth");
    const bool rough = birth || row.wanted.starts_with("fact");
    const DayWanted wanted{.year_is_enough = rough,
                           .month_is_enough = rough,
                           .latest = birth ? make_date(2026, 11, 28) : std::nullopt,
                           .maybe_ethiopian = row.wanted.ends_with(" ti")};
    EXPECT_EQ(in_words(read_typed_day(row.typed, wanted)), row.expected) << row.typed << " as " << row.wanted;
  }
}

TEST(TypedNumber, IsUnderstoodAsTheTableSays) {
  const std::vector<Row> rows = table("numbers.txt");
  EXPECT_GT(rows.size(), 60U);
  const std::vector<std::string_view> kronor{"kr", "kr.", "sek", "kronor", ":-"}, per_cent{"%"};
  for (const Row& row : rows) {
    const int decimals = std::stoi(row.wanted);
    const TypedNumber read = read_typed_number(row.typed, {decimals, decimals == 0 ? per_cent : kronor});
    std::string found = read.taken ? amount_text(*read.taken, decimals) : read.unit.empty() ? "no" : "word";
    if (!read.readings.empty()) found = "ask";
    for (const std::int64_t reading : read.readings) found += " " + amount_text(reading, decimals);
    EXPECT_EQ(found, row.expected) << row.typed << " with decimals: " << decimals;
  }
}

TEST(TypedDay, ReadsEveryDayThatEveryLanguageWritesInItsOwnDigitsToo) {
  const auto all = load_assets();
  for (const Catalogue& words : all->catalogues)
    for (const Digits digits : {Digits::western, words.own_digits()})
      for (int month = 1; month <= 12; ++month) {
        const Date day = *make_date(1991, month, 23);
        const std::string written = words.with_digits(digits).date(day);
        EXPECT_EQ(read_typed_day(written, {}).taken, to_iso(day)) << written << " in " << words.language();
        const std::string name = words.text("month." + std::to_string(month));
        const std::vector<NamedMonth> named = months_named(plainly(name));
        EXPECT_NE(std::find(named.begin(), named.end(), NamedMonth{Calendar::gregorian, month}), named.end()) << name;
      }
}

TEST(SolarHijri, BeginsItsYearsWhenTheyBegan) {
  // The first days of these years, and the last day of the year before each.
  const std::pair<int, const char*> years[] = {{1279, "1900-03-21"}, {1300, "1921-03-21"}, {1332, "1953-03-21"},
                                               {1358, "1979-03-21"}, {1366, "1987-03-21"}, {1375, "1996-03-20"},
                                               {1376, "1997-03-21"}, {1387, "2008-03-20"}, {1400, "2021-03-21"},
                                               {1403, "2024-03-20"}, {1404, "2025-03-21"}};
  for (const auto& [year, day] : years) EXPECT_EQ(from_solar_hijri(year, 1, 1), parse_date(day)) << year;
  EXPECT_EQ(from_solar_hijri(1399, 12, 30), parse_date("2021-03-20"));
  EXPECT_FALSE(from_solar_hijri(1400, 12, 30));
  EXPECT_FALSE(from_solar_hijri(1400, 7, 31));
}

TEST(Ethiopian, BeginsItsYearsWhenTheyBegan) {
  EXPECT_EQ(from_ethiopian(1962, 1, 1), parse_date("1969-09-11"));
  EXPECT_EQ(from_ethiopian(1964, 1, 1), parse_date("1971-09-12"));
  EXPECT_EQ(from_ethiopian(2000, 1, 1), parse_date("2007-09-12"));
  EXPECT_EQ(from_ethiopian(2016, 1, 1), parse_date("2023-09-12"));
  EXPECT_EQ(from_ethiopian(1983, 13, 5), parse_date("1991-09-10"));
  EXPECT_FALSE(from_ethiopian(1984, 13, 6));
  EXPECT_EQ(from_ethiopian(1983, 13, 6), parse_date("1991-09-11"));
}

TEST(KeptText, KeepsWhatIsSeenAndDropsWhatOnlyTurnsText) {
  EXPECT_EQ(kept_text("hej\u200F\tdu\u061C", Lines::one), "hej du");
  EXPECT_EQ(kept_text("\u202Eabc\u202C \u2067d\u2069\uFEFF", Lines::one), "abc d");
  EXPECT_EQ(kept_text("a\r\nb\rc\u2028d\u0085e", Lines::several), "a\nb\nc\nd\ne");
  EXPECT_EQ(kept_text("a\r\nb\nc", Lines::one), "a b c");
  // These characters join and part letters in Persian, Kurdish and emoji.
  EXPECT_EQ(kept_text("می\u200Cروم 👩\u200D👧 a\u00ADb", Lines::one), "می\u200Cروم 👩\u200D👧 a\u00ADb");
  EXPECT_EQ(kept_text("a\x01\x7F\u009F b", Lines::several), "a b");
  EXPECT_EQ(kept_text("a\xFF\xC3", Lines::one), "a\uFFFD\uFFFD");
}

TEST(KeptText, IsNeverRefusedForItsCharacters) {
  for (char32_t c = 1; c < 0x30000; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text = "a";
    append_character(text, c);
    ASSERT_FALSE(text_fault(kept_text(text, Lines::one), 10, false)) << static_cast<std::uint32_t>(c);
    ASSERT_FALSE(text_fault(kept_text(text, Lines::several), 10, true)) << static_cast<std::uint32_t>(c);
  }
}

}  // namespace
}  // namespace vagval
