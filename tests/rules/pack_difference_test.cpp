// The listed differences between two rule packs.
#include "rules/pack_difference.h"

#include <gtest/gtest.h>

#include "files.h"
#include "rules/pack_json.h"
#include "text/catalogue.h"

namespace vagval {
namespace {

std::string minimal() { return tests::read("tests/packs/good/minimal.json"); }

RulePack pack_of(const std::string& bytes) {
  PackRead read = read_pack(bytes, "pack", [](std::string_view key) { return find_text_key(key).has_value(); });
  for (const Problem& p : read.problems) ADD_FAILURE() << p.pointer << ": " << p.sentence;
  return read.pack ? std::move(*read.pack) : RulePack{};
}

/// The minimal pack with one passage replaced at its first place after `after`.
std::string with(const std::string& from, const std::string& to, const std::string& after = "") {
  std::string out = minimal();
  const std::size_t at = out.find(from, out.find(after));
  if (at == std::string::npos) ADD_FAILURE() << from;
  return out.replace(at, from.size(), to);
}

std::vector<Difference> changed(const std::string& later) { return differences(pack_of(minimal()), pack_of(later)); }

TEST(PackDifference, IsNothingBetweenAPackAndItself) {
  EXPECT_TRUE(changed(minimal()).empty());
  const std::string shipped = tests::read("assets/rules/se-repatriation-grant.json");
  EXPECT_TRUE(differences(pack_of(shipped), pack_of(shipped)).empty());
}

TEST(PackDifference, NamesAValueAndTheDaysForWhichItIsAnother) {
  const auto found = changed(with("\"value\": 200", "\"value\": 300"));
  ASSERT_EQ(found.size(), 1U);
  const Difference expected{.in = DifferenceIn::parameter,
                            .happened = Happened::changed,
                            .aspect = Aspect::value,
                            .id = "amount",
                            .text = "answer.yes",
                            .from = *make_date(2026, 1, 1),
                            .form = Form::kronor,
                            .before = "200",
                            .after = "300"};
  EXPECT_EQ(found.front(), expected);
}

TEST(PackDifference, CutsTimeWhereAValueBeginsEarlier) {
  std::string later = with("\"to\": \"2025-12-31\"", "\"to\": \"2025-06-30\"");
  const std::string old_start = "\"from\": \"2026-01-01\"";
  later.replace(later.find(old_start), old_start.size(), "\"from\": \"2025-07-01\"");
  const auto found = changed(later);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].from, *make_date(2025, 7, 1));
  EXPECT_EQ(found[0].to, *make_date(2025, 12, 31));
  EXPECT_EQ(found[0].before, "100");
  EXPECT_EQ(found[0].after, "200");
}

TEST(PackDifference, TellsAnnouncedFromDecided) {
  const auto found = changed(with("\"value\": 200,", "\"announced\": true,"));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].after, announced_value);
}

TEST(PackDifference, ReadsWhatAConditionAsks) {
  const auto found = changed(with("\"person.debt_csn\",\n     false", "\"person.debt_csn\",\n     true"));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].in, DifferenceIn::condition);
  EXPECT_EQ(found[0].aspect, Aspect::rule);
  EXPECT_EQ(found[0].id, "C-1");
}

TEST(PackDifference, TakesAConditionOfTheSameNameForTheSameWhenItsPeriodMoves) {
  const auto found = changed(with("\"from\": \"2020-01-01\"", "\"from\": \"2021-01-01\"", "\"conditions\""));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].aspect, Aspect::period);
  EXPECT_EQ(found[0].before, "2020-01-01/");
  EXPECT_EQ(found[0].after, "2021-01-01/");
}

TEST(PackDifference, NamesWhatIsAddedAndWhatIsGone) {
  const auto found = changed(with("\"id\": \"C-1\"", "\"id\": \"C-2\""));
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].id, "C-1");
  EXPECT_EQ(found[0].happened, Happened::removed);
  EXPECT_EQ(found[1].id, "C-2");
  EXPECT_EQ(found[1].happened, Happened::added);
}

TEST(PackDifference, NamesTheSourcesOfACondition) {
  const auto found = changed(with("\"L1#§ 1\"", "\"L1#§ 2\"", "\"C-1\""));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].aspect, Aspect::sources);
  EXPECT_EQ(found[0].before, "L1#§ 1");
  EXPECT_EQ(found[0].after, "L1#§ 2");
}

TEST(PackDifference, NamesCapsPartsStatementsConflictsSourcesAndDates) {
  const std::pair<DifferenceIn, std::string> cases[] = {
      {DifferenceIn::cap, with("\"text\": \"answer.yes\"", "\"text\": \"answer.no\"", "\"caps\"")},
      {DifferenceIn::instalment, with("\"with_decision\"", "\"after_arrival\"")},
      {DifferenceIn::statement, with("\"standing\": \"law\"", "\"standing\": \"press\"")},
      {DifferenceIn::conflict, with("\"show_as\": \"fact\"", "\"show_as\": \"open\"")},
      {DifferenceIn::source, with("\"publisher\": \"Regeringen\"", "\"publisher\": \"Riksdagen\"")},
      {DifferenceIn::dates, with("\"checked_on\": \"2026-01-01\"", "\"checked_on\": \"2026-02-01\"")},
      {DifferenceIn::version, with("\"text\": \"answer.yes\"", "\"text\": \"answer.no\"", "\"versions\"")},
  };
  for (const auto& [in, later] : cases) {
    const auto found = changed(later);
    ASSERT_EQ(found.size(), 1U) << static_cast<int>(in);
    EXPECT_EQ(found[0].in, in);
  }
}

TEST(PackDifference, CountsWhatWasOnlySeenOnAnotherDay) {
  const auto found = changed(with("\"valid_seen\": \"2026-01-01\"", "\"valid_seen\": \"2026-03-01\"", "\"C-1\""));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].in, DifferenceIn::seen);
  EXPECT_EQ(found[0].after, "1");
}

TEST(PackDifference, IsTheSameWayBackWithTheSidesChanged) {
  const auto back = differences(pack_of(with("\"value\": 200", "\"value\": 300")), pack_of(minimal()));
  ASSERT_EQ(back.size(), 1U);
  EXPECT_EQ(back[0].before, "300");
  EXPECT_EQ(back[0].after, "200");
}

}  // namespace
}  // namespace vagval
