// The dates that a source can answer for: the age of its copy, undated copies, and replaced parts.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "files.h"
#include "rules/pack_json.h"
#include "rules/shipped.h"
#include "rules/source_check.h"

namespace vagval {
namespace {

const std::string minimal_pack = "tests/packs/good/minimal.json";

/// Returns the problems of the minimal pack after one replacement, as "pointer: sentence".
std::string pack_problems_after(const std::string& from, const std::string& to,
                                std::string bytes = tests::read(minimal_pack)) {
  const std::size_t at = bytes.find(from);
  if (at == std::string::npos) return "the test looks for something that is not there: " + from;
  bytes.replace(at, from.size(), to);
  std::string out;
  const auto has_text = [](std::string_view key) { return find_text_key(key).has_value(); };
  for (const Problem& p : read_pack(bytes, "pack", has_text).problems) out += p.pointer + ": " + p.sentence + "\n";
  return out;
}

const std::string the_read = "\"read\": \"all\"";

TEST(Copies, AreNotAskedForInAPackThatDoesNotSayHowOldTheyAre) {
  EXPECT_EQ(pack_problems_after(the_read, the_read), "");
}

TEST(Copies, CannotAnswerForADayAfterTheirOwn) {
  EXPECT_EQ(pack_problems_after(the_read, the_read + ", \"copy\": \"2026-01-01\""), "");
  const std::string later = pack_problems_after(the_read, the_read + ", \"copy\": \"2025-12-31\"");
  EXPECT_NE(later.find("/parameters/adult_age/values/0/valid_seen: this is later than any copy that was read "
                       "(2025-12-31)"),
            std::string::npos)
      << later;
  EXPECT_NE(later.find("/conditions/0/valid_seen: "), std::string::npos) << later;
}

TEST(Copies, WithoutADayGiveNoDayToWhatRestsOnThemAlone) {
  const std::string undated = pack_problems_after(the_read, the_read + ", \"read_on\": \"2026-01-01\"");
  EXPECT_NE(undated.find("/conditions/0/valid_seen: only copies without a date say so"), std::string::npos) << undated;
}

TEST(Copies, OfAPartAreAsOldAsThatPart) {
  const std::string part = the_read + ", \"copy\": \"2026-01-01\", \"parts\": [{\"section\": \"§ 1\", \"copy\": \"";
  EXPECT_EQ(pack_problems_after(the_read, part + "2026-01-01\"}]"), "");
  EXPECT_NE(pack_problems_after(the_read, part + "2025-01-01\"}]").find("(2025-01-01)"), std::string::npos);
}

TEST(ReplacedParts, MayNotBeCitedAsCurrentWithoutWhatReplacedThem) {
  const std::string replaced = the_read +
                               ", \"parts\": [{\"section\": \"§ 1\", \"replaced_on\": \"2027-01-01\", "
                               "\"replaced_by\": \"L2\"}]}, \"L2\": {\"tier\": \"law\", \"title\": \"Ny\", "
                               "\"publisher\": \"Regeringen\", \"dated\": \"2027-01-01\"";
  const std::string alone = pack_problems_after(the_read, replaced);
  EXPECT_NE(alone.find("/conditions/0/sources: L1#§ 1 was replaced on 2027-01-01: cite what replaced it beside it "
                       "(\"L2\")"),
            std::string::npos)
      << alone;
  std::string beside = tests::read(minimal_pack);
  for (std::size_t at = beside.find("\"L1#§ 1\""); at != std::string::npos; at = beside.find("\"L1#§ 1\"", at + 20))
    beside.replace(at, 9, "\"L1#§ 1\", \"L2\"");
  EXPECT_EQ(pack_problems_after(the_read, replaced, beside), "");
}

TEST(ReplacedParts, NameASourceThatIsThere) {
  const std::string gone =
      pack_problems_after(the_read, the_read +
                                        ", \"parts\": [{\"section\": \"9 kap.\", \"replaced_on\": \"2027-01-01\", "
                                        "\"replaced_by\": \"L9\"}]");
  EXPECT_NE(gone.find("/sources/L1/parts/0/replaced_by: there is no source \"L9\""), std::string::npos) << gone;
}

TEST(ReplacedParts, AreNotOtherPartsWhoseNamesEndAlike) {
  Source act{.id = "L6"};
  act.parts = {{.section = "4 kap.", .replaced_on = make_date(2026, 7, 12)}};
  EXPECT_TRUE(replaced_part(act, "4 kap. 5 §"));
  EXPECT_FALSE(replaced_part(act, "14 kap. 5 §"));
  EXPECT_FALSE(replaced_part(act, "7 kap. 7 §"));
  EXPECT_FALSE(replaced_part(act, ""));
}

// ---- the shipped data ----

/// All entries with sources: their names and citations.
std::map<std::string, std::vector<std::string>> all_citations() {
  std::map<std::string, std::vector<std::string>> out;
  const RulePack& pack = shipped().pack;
  const auto add = [&](const std::string& name, const std::vector<Citation>& cited) {
    for (const Citation& one : cited) out[name].push_back(pack.sources[one.source].id + "#" + one.section);
  };
  for (const Condition& one : pack.conditions) add(one.text, one.sources);
  for (const Statement& one : pack.statements) add(one.text, one.sources);
  for (const Conflict& one : pack.conflicts)
    for (const Reading& reading : one.readings) add(one.text, reading.sources);
  const PathGuide& path = shipped().path;
  const auto note = [&](const std::string& name, const Sources& cited) {
    out[name].insert(out[name].end(), cited.begin(), cited.end());
  };
  for (const PathTask& one : path.tasks) note(one.text, one.sources);
  for (const PathHazard& one : path.hazards) note(one.text, one.sources);
  for (const DocumentKind& one : path.documents) note(one.text, one.sources);
  for (const Ending& one : path.endings) note(one.text, one.sources);
  for (const AuthorityQuestion& one : path.questions) note(one.text, one.sources);
  for (const Rumour& one : path.rumours) note(one.text, one.sources);
  for (const Check& one : path.checks) note(one.text, one.sources);
  for (const CompareRow& one : path.compare)
    for (std::size_t way = 0; way < way_count; ++way) note(one.cells[way], one.sources[way]);
  return out;
}

TEST(ShippedSources, SayHowOldTheirCopyIsOrThatItBearsNoDay) {
  for (const Source& source : some(shipped().pack.sources)) {
    EXPECT_TRUE(source.copy || source.read_on) << source.id;
    if (source.dated.starts_with("undated")) {
      EXPECT_FALSE(source.copy) << source.id << " is undated; no day can be read from it";
    }
  }
}

TEST(ShippedSources, OfChapterFourOfTheAliensActSayThatItWasReplacedIn2026) {
  const RulePack& pack = shipped().pack;
  const auto act = std::find_if(pack.sources.begin(), pack.sources.end(), [](const Source& s) { return s.id == "L6"; });
  const SourcePart* part = replaced_part(*act, "4 kap. 5 §");
  ASSERT_TRUE(part);
  EXPECT_EQ(*part->replaced_on, *make_date(2026, 7, 12));
  EXPECT_NE(pack.sources[part->replaced_by].title.find("2026:1142"), std::string::npos);
  for (const auto& [name, cited] : all_citations()) EXPECT_EQ(cited_though_replaced(pack, cited), "") << name;
}

// The words say it too, because a reader may not look at the chips.
TEST(ShippedSources, OfTheLawOfJuly2026AreNamedInTheWordsOfWhateverRestsOnThem) {
  const std::map<std::string, std::string> means = {{"sv", "juli 2026"}, {"en", "July 2026"}};
  int seen = 0;
  for (const auto& [name, cited] : all_citations()) {
    const bool rests =
        std::any_of(cited.begin(), cited.end(), [](const std::string& c) { return c.starts_with("L20"); });
    // An entry that refers to the step before it, which states it.
    if (!rests || name == "path.documents.passport") continue;
    for (const auto& [language, words] : means) {
      std::string text;
      for (const char* part : {"", ".do", ".why", ".says", ".judgement", ".a", ".b"})
        if (const std::optional<TextKey> key = find_text_key(name + part))
          text += shipped().catalogue(language).pattern(*key) + " ";
      EXPECT_NE(text.find(words), std::string::npos) << language << " " << name << ": " << text;
    }
    ++seen;
  }
  EXPECT_GE(seen, 15);
}

TEST(ShippedFacts, KnownOnlySecondHandSaySoInTheirStanding) {
  const RulePack& pack = shipped().pack;
  for (const char* id : {"A-13", "E-45", "E-46", "E-49", "K-01", "K-02"}) {
    const auto found =
        std::find_if(pack.statements.begin(), pack.statements.end(), [&](const Statement& s) { return s.id == id; });
    ASSERT_NE(found, pack.statements.end()) << id;
    EXPECT_EQ(standing_name(found->standing), "not_read") << id;
  }
}

}  // namespace
}  // namespace vagval
