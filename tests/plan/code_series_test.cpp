// The series of pictures: the texts give the same bytes in any order, and no other texts give them.
#include "plan/code_series.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace vagval {
namespace {

using Taken = CodeCollector::Taken;

// All byte values, in no simple pattern.
std::string bytes_of(std::size_t size, std::uint32_t seed = 1) {
  std::string out;
  for (std::uint32_t state = seed; out.size() < size;) {
    state = state * 1664525 + 1013904223;
    out += static_cast<char>(state >> 24);
  }
  return out;
}

TEST(CodeSeries, IsMadeOfShortTextsOfTheAlphabetThatCodesPackBest) {
  const auto series = code_series(bytes_of(1000));
  ASSERT_TRUE(series);
  ASSERT_EQ(series->size(), 4U);
  for (const std::string& text : *series) {
    EXPECT_TRUE(text.starts_with("VV1"));
    EXPECT_LE(text.size(), 419U) << "version 12 holds no more at medium correction";
    EXPECT_EQ(text.find_first_not_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"), std::string::npos);
  }
}

TEST(CodeSeries, WritesWhatOtherProgramsCanRead) {
  // One byte, 'A': the series' hash, first of one, the byte, the checksum; calculated with another program.
  const auto series = code_series("A");
  ASSERT_TRUE(series);
  EXPECT_EQ(*series, std::vector<std::string>{"VV1Y7MD+VG.GUI4000100BA8R+HK3"});
}

TEST(CodeSeries, GivesBackTheBytesFromAnyOrderAndWithTextsReadTwice) {
  for (const std::size_t size : {1U, 255U, 256U, 257U, 5000U, 65536U}) {
    const std::string bytes = bytes_of(size);
    std::vector<std::string> series = *code_series(bytes);
    std::reverse(series.begin(), series.end());
    std::rotate(series.begin(), series.begin() + static_cast<std::ptrdiff_t>(series.size() / 3), series.end());
    CodeCollector collector;
    for (const std::string& text : series) {
      EXPECT_FALSE(collector.whole());
      EXPECT_EQ(collector.add(text), Taken::added);
      EXPECT_EQ(collector.add(text), Taken::again);
    }
    EXPECT_EQ(collector.whole(), bytes) << size;
  }
}

TEST(CodeSeries, TellsWhichAreMissing) {
  const std::vector<std::string> series = *code_series(bytes_of(256 * 9));
  CodeCollector collector;
  for (const std::size_t i : {8U, 0U, 1U, 3U, 5U, 6U, 7U}) collector.add(series[i]);
  EXPECT_EQ(collector.count(), 9U);
  EXPECT_EQ(collector.read(), 7U);
  EXPECT_EQ(collector.missing(), (std::vector<std::size_t>{3, 5}));
  EXPECT_FALSE(collector.whole());
}

TEST(CodeSeries, RefusesBytesThatAreTooManyForPictures) {
  ASSERT_TRUE(code_series(bytes_of(code_bytes_max)));
  const auto series = code_series(bytes_of(code_bytes_max + 1));
  ASSERT_FALSE(series);
  EXPECT_EQ(series.error(), (Error{ErrorId::too_large_for_pictures, "", "64"}));
}

TEST(CodeSeries, IsEmptyForNothing) { EXPECT_TRUE(code_series("")->empty()); }

TEST(CodeSeries, KeepsToTheFirstSeriesItReads) {
  const std::vector<std::string> mine = *code_series(bytes_of(600)), other = *code_series(bytes_of(600, 2));
  CodeCollector collector;
  collector.add(mine[1]);
  EXPECT_EQ(collector.add(other[0]), Taken::other_series);
  EXPECT_EQ(collector.read(), 1U);
  collector.add(mine[0]);
  collector.add(mine[2]);
  EXPECT_EQ(collector.whole(), bytes_of(600));
}

TEST(CodeSeries, LeavesOtherCodesAlone) {
  CodeCollector collector;
  EXPECT_EQ(collector.add(""), Taken::foreign);
  EXPECT_EQ(collector.add("https://example.org/"), Taken::foreign);
  EXPECT_EQ(collector.add("VV2ABC"), Taken::foreign);
  EXPECT_EQ(collector.add(std::string(1'000'000, 'V')), Taken::foreign);
  EXPECT_EQ(collector.count(), 0U);
}

TEST(CodeSeries, NoticesEveryChangedCharacter) {
  const std::string text = code_series(bytes_of(300))->at(0);
  for (std::size_t i = 3; i < text.size(); ++i)
    for (const char other : {'0', 'Z', ':', 'a', '\0'}) {
      if (text[i] == other) continue;
      std::string changed = text;
      changed[i] = other;
      CodeCollector collector;
      EXPECT_EQ(collector.add(changed), Taken::damaged) << i;
      EXPECT_EQ(collector.count(), 0U);
    }
}

TEST(CodeSeries, NoticesTextsThatAreCutShortOrTooLong) {
  const std::string text = code_series(bytes_of(300))->at(0);
  CodeCollector collector;
  for (std::size_t size = 3; size < text.size(); ++size)
    EXPECT_EQ(collector.add(text.substr(0, size)), Taken::damaged) << size;
  EXPECT_EQ(collector.add(text + "000"), Taken::damaged);
  EXPECT_EQ(collector.add("VV1" + std::string(1'000'000, '0')), Taken::damaged);
  EXPECT_EQ(collector.count(), 0U);
}

// Forged texts by an author who knows the format: the checksums are right, the contents are not.
TEST(CodeSeries, RefusesAbsurdCountsAndPlaces) {
  CodeCollector collector;
  EXPECT_EQ(collector.add("VV1000000000100EGWFGWDB8UNIV3"), Taken::too_many);
  EXPECT_EQ(collector.add("VV10000000001000000007E8L$UX0"), Taken::damaged);
  EXPECT_EQ(collector.add("VV1000000000100200200%B8C$P+0"), Taken::damaged);
  EXPECT_EQ(collector.add("VV1000000000100000200CF8V/OS3"), Taken::damaged);
  EXPECT_EQ(collector.count(), 0U);
  EXPECT_EQ(collector.add("VV1000000000100100200OB8GIFI4"), Taken::added);
  EXPECT_EQ(collector.add("VV1000000000100200300DB8.ARF2"), Taken::damaged);
  EXPECT_EQ(collector.add("VV1000000000100100200AK83BEY2"), Taken::damaged);
  EXPECT_EQ(collector.missing(), std::vector<std::size_t>{1});
}

TEST(CodeSeries, GivesNothingOutWhenTheWholeIsNotWhatTheSeriesSaid) {
  CodeCollector collector;
  EXPECT_EQ(collector.add("VV1000000000100000100UE8PJT62"), Taken::wrong_whole);
  EXPECT_FALSE(collector.whole());
  EXPECT_EQ(collector.count(), 0U) << "so that it can be read again";
}

}  // namespace
}  // namespace vagval
