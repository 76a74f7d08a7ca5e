// A rule pack may come from anywhere. A pack with faults everywhere, or one that unfolds beyond all limits, is refused
// in time proportional to its bytes, with its first problems and a count of the rest.
#include <gtest/gtest.h>

#include <algorithm>

#include "files.h"
#include "foundation/reader.h"
#include "path/path_guide.h"
#include "rules/pack_json.h"
#include "state/assets.h"
#include "text/catalogue.h"
#include "text/po.h"

namespace vagval::large_packs {
namespace {

constexpr const char* minimal = "tests/packs/good/minimal.json";
constexpr const char* lists[] = {"versions",    "conditions", "statements", "amounts",
                                 "instalments", "repayments", "caps",       "conflicts"};

bool has_text(std::string_view key) { return find_text_key(key).has_value(); }
PackRead read(const Json& pack) { return read_pack(write_json(pack), "rules.json", has_text); }

/// The minimal pack with one more member.
Json with(const std::string& name, Json member) {
  Json pack = tests::read_tree(minimal);
  auto& members = std::get<JsonObject>(pack.value);
  const auto found = std::find_if(members.begin(), members.end(), [&](const auto& one) { return one.first == name; });
  if (found != members.end())
    found->second = std::move(member);
  else
    members.emplace_back(name, std::move(member));
  return pack;
}
Json parsed(const std::string& text) { return *read_json(text); }
Json first_of(const std::string& list) {
  const Json pack = tests::read_tree(minimal);
  const Json* const found = pack.find(list);
  return found && found->array() && !found->array()->empty() ? found->array()->front() : Json{};
}

bool says(const PackRead& read, const std::string& words) {
  return std::any_of(read.problems.begin(), read.problems.end(),
                     [&](const Problem& p) { return p.sentence.find(words) != std::string::npos; });
}

TEST(LargePacks, TellTheFirstProblemsAndHowManyMoreThereAre) {
  for (const char* list : lists) {
    const std::size_t entries = 900;
    const PackRead refused = read(with(list, Json{JsonArray(entries)}));
    EXPECT_FALSE(refused.pack);
    EXPECT_GE(refused.found, entries) << list;
    // Each entry has a few problems of its own, and none with the other entries.
    EXPECT_LE(refused.found, entries * 20) << list;
    ASSERT_EQ(refused.problems.size(), problems_told + 1) << list;
    EXPECT_EQ(refused.problems.back().sentence, "and " + std::to_string(refused.found - problems_told) + " more");
  }
}

TEST(LargePacks, AreRefusedByTheirLengthAlone) {
  for (const char* list : lists)
    for (const Json& entry : {Json{}, first_of(list), parsed(R"({"id": "a", "from": "2020-01-01"})")}) {
      const PackRead refused = read(with(list, Json{JsonArray(1500, entry)}));
      EXPECT_FALSE(refused.pack);
      EXPECT_TRUE(says(refused, "at most 1000 entries are possible here, and these are 1500")) << list;
      EXPECT_LE(refused.problems.size(), problems_told + 1);
      EXPECT_LE(refused.found, 1000u * 20) << "of the rest nothing is read";
    }
  JsonObject many;
  for (int i = 0; i < 6000; ++i) many.emplace_back("n" + std::to_string(i), Json{});
  for (const char* object : {"sources", "parameters", "definitions"})
    EXPECT_TRUE(says(read(with(object, Json{many})), "at most 1000 entries")) << object;
}

TEST(LargePacks, NameEachEntryThatStandsTwiceOnce) {
  JsonArray same(500, first_of("versions"));
  const PackRead refused = read(with("versions", Json{same}));
  // 499 versions on days of an earlier one, and as many duplicate names.
  EXPECT_TRUE(says(refused, "two versions hold on the same days"));
  EXPECT_LT(refused.found, 2000u);
}

TEST(LargePacks, OfDefinitionsThatUnfoldWithoutEndAreRefused) {
  JsonObject doubling{{"d0", parsed(R"({"is": ["person.swedish_citizen", true]})")}};
  for (int i = 1; i < 22; ++i) {
    const std::string before = R"({"definition": "d)" + std::to_string(i - 1) + "\"}";
    JsonArray both(8, parsed(before));
    doubling.emplace_back("d" + std::to_string(i), Json{JsonObject{{"all", Json{std::move(both)}}}});
  }
  Json pack = with("definitions", Json{std::move(doubling)});
  for (auto& [name, member] : std::get<JsonObject>(pack.value))
    if (name == "conditions")
      for (auto& condition : std::get<JsonArray>(member.value))
        for (auto& [part, value] : std::get<JsonObject>(condition.value))
          if (part == "expr" && *condition.find("of")->text() == "person") value = parsed(R"({"definition": "d21"})");
  EXPECT_TRUE(says(read(pack), "more steps to work out")) << read(pack).found;
}

TEST(LargePacks, OfDefinitionsInALongRowAreRefused) {
  // Whether a definition stands before or after the one it names.
  for (const bool forwards : {true, false}) {
    JsonObject row;
    for (int i = 0; i < 900; ++i) {
      const int other = forwards ? i + 1 : i - 1;
      row.emplace_back("d" + std::to_string(i), other < 0 || other >= 900
                                                    ? parsed(R"({"is": ["person.swedish_citizen", true]})")
                                                    : parsed(R"({"definition": "d)" + std::to_string(other) + "\"}"));
    }
    EXPECT_TRUE(says(read(with("definitions", Json{std::move(row)})), "this leads through more than")) << forwards;
  }
}

TEST(LargePacks, ThatChangeOnEveryDayAreRefused) {
  const Json pack = tests::read_tree(minimal);
  JsonObject parameters = *pack.find("parameters")->object();
  for (int p = 0; p < 3; ++p) {
    std::string values = "[";
    for (int i = 0; i < 600; ++i)
      values += std::string(i ? "," : "") + R"({"from": ")" + to_iso(add_days(*make_date(2020, 1, 1), i * 3 + p)) +
                R"(", "value": 18, "sources": ["L1#§ 1"], "valid_seen": "2026-01-01"})";
    parameters.emplace_back("p" + std::to_string(p),
                            parsed(R"({"unit": "year", "text": "answer.yes", "values": )" + values + "]}"));
  }
  EXPECT_TRUE(says(read(with("parameters", Json{parameters})), "days, and at most 1000 can be kept apart"));
}

TEST(LargePacks, AreFarLargerThanTheOneThatShips) {
  const PackRead shipped = read(tests::read_tree("assets/rules/se-repatriation-grant.json"));
  ASSERT_TRUE(shipped.pack);
  EXPECT_LT(shipped.pack->statements.size(), data_entries_max / 2);
  EXPECT_LT(shipped.pack->slices.size(), 200u);
}

TEST(LargePaths, TellTheFirstProblemsAndHowManyMoreThereAre) {
  PackRead pack = read(tests::read_tree("assets/rules/se-repatriation-grant.json"));
  for (const char* list :
       {"documents", "budget", "sections", "hazards", "ends", "compare", "questions", "talks", "rumours", "checks"}) {
    Json path = tests::read_tree("assets/path/se.json");
    for (auto& [name, member] : std::get<JsonObject>(path.value))
      if (name == list) member = Json{JsonArray(900)};
    const PathRead refused = read_path(write_json(path), "path.json", has_text, *pack.pack);
    EXPECT_FALSE(refused.guide) << list;
    EXPECT_EQ(refused.problems.size(), problems_told + 1) << list;
    EXPECT_GE(refused.found, 900u) << list;
    EXPECT_LE(refused.found, 900u * 20) << list;
  }
}

TEST(LargeCatalogues, AreRefusedWithAFewProblems) {
  const auto swedish = load_assets()->catalogue("sv");
  std::string lines = "msgid \"\"\nmsgstr \"Language: ar\\n\"\n\n";
  for (int i = 0; i < 20'000; ++i) lines += "msgctxt \"no.such.key\"\nmsgid \"a\"\nmsgstr \"b\"\n\n";
  EXPECT_EQ(read_po(lines, "ar.po", swedish).problems.size(), problems_told + 1);
  // Nested forms, as deep as the length of a file allows.
  std::string nested = "x";
  for (int i = 0; i < 3000; ++i) nested = "{a, select, other {" + nested + "}}";
  const std::string catalogue =
      R"({"format": "vagval-text", "language": "en", "direction": "ltr", "messages": {"answer.yes": {"text": )" +
      json_quoted(nested) + R"(, "review": "draft"}}})";
  const CatalogueRead refused = read_catalogue(catalogue, "en.json", nullptr);
  EXPECT_FALSE(refused.catalogue);
  EXPECT_NE(refused.problems.front().sentence.find("deep"), std::string::npos) << refused.problems.front().sentence;
}

}  // namespace
}  // namespace vagval::large_packs
