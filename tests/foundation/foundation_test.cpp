// Truth, dates, money and the gate for JSON.
#include <gtest/gtest.h>

#include "foundation/date.h"
#include "foundation/json.h"
#include "foundation/money.h"
#include "foundation/reader.h"
#include "foundation/truth.h"

namespace vagval {
namespace {

Date day(int y, int m, int d) { return *make_date(y, m, d); }
ErrorId refused(std::string_view text, JsonLimits limits = {}) {
  const Result<Json> json = read_json(text, limits);
  EXPECT_FALSE(json) << text.substr(0, 60);
  return json.error().id;
}

TEST(Truth, UnknownIsNotTakenForNo) {
  EXPECT_EQ(all(Truth::yes, Truth::unknown), Truth::unknown);
  EXPECT_EQ(any(Truth::no, Truth::unknown), Truth::unknown);
  EXPECT_EQ(negate(Truth::unknown), Truth::unknown);
}
TEST(Verdict, RemembersWhyItIsUnknown) {
  EXPECT_EQ(all(not_answered(), for_the_authority()), (Verdict{Truth::unknown, true, true}));
  EXPECT_EQ(all(not_answered(), known(false)), known(false));
  EXPECT_EQ(any(for_the_authority(), known(true)), known(true));
  EXPECT_EQ(any(for_the_authority(), known(false)), for_the_authority());
}
TEST(Date, KnowsWhichDaysThereAre) {
  EXPECT_TRUE(make_date(2024, 2, 29));
  EXPECT_FALSE(make_date(2023, 2, 29));
  EXPECT_FALSE(make_date(2100, 2, 29));
  EXPECT_FALSE(make_date(2024, 4, 31));
  EXPECT_FALSE(make_date(9999, 1, 1));
  EXPECT_FALSE(make_date(1899, 12, 31));
}
TEST(Date, IsReadAndWrittenAsIso) {
  EXPECT_EQ(to_iso(day(2024, 9, 12)), "2024-09-12");
  EXPECT_EQ(parse_date("2024-09-12"), day(2024, 9, 12));
  for (const char* text : {"2024-9-12", "2024/09/12", " 2024-09-12", "2024-09-12T00", "20240912", "", "2024-13-01"})
    EXPECT_FALSE(parse_date(text)) << text;
}
TEST(Date, GoesThereAndBackForEveryDayOfTwoCenturies) {
  for (Date d = day(1900, 1, 1); d <= day(2199, 12, 31); d = add_days(d, 1)) {
    const CivilDate c = civil(d);
    ASSERT_EQ(make_date(c.year, c.month, c.day), d);
  }
}
TEST(AddMonths, EndsOnTheLastDayOfAShorterMonth) {
  EXPECT_EQ(add_months(day(2026, 11, 30), 15, MonthEnd::last_day), day(2028, 2, 29));
  EXPECT_EQ(add_months(day(2026, 1, 31), 1, MonthEnd::last_day), day(2026, 2, 28));
  EXPECT_EQ(add_months(day(2008, 2, 29), 18 * 12, MonthEnd::next_month), day(2026, 3, 1));
  EXPECT_EQ(add_months(day(2026, 3, 15), -14, MonthEnd::last_day), day(2025, 1, 15));
}
TEST(Kronor, IntervalsAreHulled) {
  EXPECT_EQ(hull({{1}, {2}}, {{5}, {6}}), (KronorInterval{{1}, {6}}));
  EXPECT_TRUE((KronorInterval{{7}, {7}}).is_point());
}
TEST(Gate, RefusesWhatNoPlanCanHold) {
  EXPECT_EQ(refused(std::string(100'000, '[')), ErrorId::too_deep);
  EXPECT_EQ(refused(std::string(33, '[') + std::string(33, ']')), ErrorId::too_deep);
  EXPECT_EQ(refused("{\"a\":1,\"a\":2}"), ErrorId::duplicate_key);
  EXPECT_EQ(refused("1.5"), ErrorId::number_not_whole);
  EXPECT_EQ(refused("1e3"), ErrorId::number_not_whole);
  EXPECT_EQ(refused("9007199254740992"), ErrorId::number_not_whole);
  EXPECT_EQ(refused("-9007199254740992"), ErrorId::number_not_whole);
  EXPECT_EQ(refused("\"\xFF\""), ErrorId::not_utf8);
  EXPECT_EQ(refused("\"\xC0\xAF\""), ErrorId::not_utf8);
  EXPECT_EQ(refused("\"\xED\xA0\x80\""), ErrorId::not_utf8);
  EXPECT_EQ(refused("{\"a\":}"), ErrorId::not_json);
  EXPECT_EQ(refused("1 2"), ErrorId::not_json);
  EXPECT_EQ(refused("[1,2,3]", {.values = 3}), ErrorId::too_many_values);
}
TEST(Gate, LetsThroughThirtyTwoLevelsAndTheLargestWholeNumber) {
  EXPECT_TRUE(read_json(std::string(32, '[') + std::string(32, ']')));
  EXPECT_EQ(*read_json("9007199254740991")->integer(), 9007199254740991);
}
TEST(Gate, SaysWhere) { EXPECT_EQ(read_json("{\"a\":[0,{\"b/c\":1.5}]}").error().where, "/a/1/b~1c"); }
TEST(Gate, LetsThroughManyKeysAndFindsTheLastOne) {
  std::string text = "{";
  for (int i = 0; i < 60'000; ++i) text += (i ? ",\"" : "\"") + std::to_string(i) + "\":" + std::to_string(i);
  const Result<Json> json = read_json(text + "}");
  ASSERT_TRUE(json);
  ASSERT_TRUE(json->find("59999"));
  EXPECT_EQ(*json->find("59999")->integer(), 59'999);
  EXPECT_EQ(read_json(text + ",\"0\":0}").error().id, ErrorId::duplicate_key);
}
TEST(Json, ComesBackAsItWas) {
  const std::string text = R"({"a":[1,-2,true,null,"\"\\\n\u0001å"],"b":{}})";
  const std::string once = write_json(*read_json(text));
  EXPECT_EQ(write_json(*read_json(once)), once);
  EXPECT_EQ(*read_json(once), *read_json(text));
}
TEST(ObjectReader, ReportsWhatNobodyAskedFor) {
  ProblemList problems{"file", {}};
  const Json json = *read_json(R"({"known":"x","other":1})");
  ObjectReader reader(json, "/place", problems);
  EXPECT_EQ(reader.text("known"), "x");
  reader.finish();
  ASSERT_EQ(problems.problems.size(), 1u);
  EXPECT_EQ(problems.problems[0].pointer, "/place/other");
}

TEST(RestoredText, UndoesWhatEditorsAndMailProgramsDoAndNothingElse) {
  using std::string;
  EXPECT_EQ(restored_text("\xEF\xBB\xBF{}"), "{}");
  EXPECT_EQ(restored_text("{}"), "{}");
  EXPECT_EQ(restored_text(""), "");
  // "å€😀" in both byte orders of UTF-16, half a surrogate pair, and half a letter.
  EXPECT_EQ(restored_text(string("\xFF\xFE\xE5\x00\xAC\x20\x3D\xD8\x00\xDE", 10)), "å€😀");
  EXPECT_EQ(restored_text(string("\xFE\xFF\x00\xE5\x20\xAC\xD8\x3D\xDE\x00", 10)), "å€😀");
  for (const string& broken : {string("\xFF\xFE\x3D\xD8", 4), string("\xFF\xFE\x00\xDE", 4), string("\xFF\xFE\x41", 3)})
    EXPECT_EQ(restored_text(broken), broken);
  EXPECT_EQ(restored_text("> a\n>\n> b\n"), "a\n\nb\n");
  EXPECT_EQ(restored_text(">> a\r\n>> b"), "a\r\nb");
  EXPECT_EQ(restored_text("\n> a\n\n> b\n"), "a\n\nb\n");
  for (const char* other : {"> a\nb\n", "a\n> b\n", "x > y"}) EXPECT_EQ(restored_text(other), other);
}

}  // namespace
}  // namespace vagval
