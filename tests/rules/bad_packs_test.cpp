// One broken pack for each fault that the loader refuses, with the words and the place of its message.
#include <gtest/gtest.h>

#include <algorithm>

#include "files.h"
#include "rules/pack_json.h"
#include "text/catalogue.h"

namespace vagval {
namespace {

PackRead read(const std::string& file) {
  return read_pack(tests::read(file), file, [](std::string_view key) { return find_text_key(key).has_value(); });
}

TEST(RulePack, ReadsAMinimalOne) {
  const PackRead good = read("tests/packs/good/minimal.json");
  for (const Problem& p : good.problems) ADD_FAILURE() << p.pointer << ": " << p.sentence;
  EXPECT_TRUE(good.pack.has_value());
}

TEST(RulePack, IsRefusedWithThePlaceAndTheReason) {
  const Json expected = tests::read_tree("tests/packs/bad/expected.json");
  for (const auto& [name, about] : some(*expected.object())) {
    const PackRead broken = read("tests/packs/bad/" + name + ".json");
    EXPECT_FALSE(broken.pack.has_value()) << name;
    const bool said =
        std::any_of(broken.problems.begin(), broken.problems.end(), [&, &wanted = about](const Problem& p) {
          return p.pointer.starts_with(*wanted.find("pointer")->text()) &&
                 p.sentence.find(*wanted.find("words")->text()) != std::string::npos;
        });
    EXPECT_TRUE(said) << name
                      << (broken.problems.empty()
                              ? ""
                              : ": " + broken.problems.front().pointer + " " + broken.problems.front().sentence);
  }
}

TEST(RulePack, HasAnExpectationForEveryBrokenFile) {
  const Json expected = tests::read_tree("tests/packs/bad/expected.json");
  for (const std::string& file : tests::names_in("tests/packs/bad", ".json"))
    if (file != "expected.json") {
      EXPECT_TRUE(expected.find(file.substr(0, file.size() - 5))) << file;
    }
}

TEST(ShippedPack, HasNoFaultAndEveryRowOfTheDossier) {
  const std::string file = "assets/rules/se-repatriation-grant.json";
  const PackRead shipped = read(file);
  for (const Problem& p : shipped.problems) ADD_FAILURE() << p.file << " " << p.pointer << ": " << p.sentence;
  ASSERT_TRUE(shipped.pack.has_value());
  std::string rows = tests::read("tests/rules/dossier_rows.txt");
  while (!rows.empty()) {
    const std::string id = rows.substr(0, rows.find('\n'));
    rows.erase(0, id.size() + 1);
    const auto has = [&](const auto& entries) {
      return std::any_of(entries.begin(), entries.end(), [&](const auto& e) { return e.id == id; });
    };
    EXPECT_TRUE(has(shipped.pack->conditions) || has(shipped.pack->statements) || has(shipped.pack->conflicts)) << id;
  }
}

TEST(ShippedPack, AsksInTheOrderOfTheKnownReasonsForRefusal) {
  const PackRead shipped = read("assets/rules/se-repatriation-grant.json");
  ASSERT_TRUE(shipped.pack.has_value());
  const Slice& slice = slice_on(*shipped.pack, *make_date(2026, 3, 2));
  std::vector<std::string> order;
  for (const std::uint16_t index : slice.conditions) order.push_back(shipped.pack->conditions[index].id);
  const std::vector<std::string> known = {"C-01", "C-15", "C-05", "C-16", "C-21", "D-06", "D-04", "D-02", "D-01"};
  std::ptrdiff_t last = -1;
  for (const std::string& id : known) {
    const auto at = std::find(order.begin(), order.end(), id) - order.begin();
    ASSERT_LT(at, static_cast<std::ptrdiff_t>(order.size())) << id;
    EXPECT_GT(at, last) << id;
    last = at;
  }
}

}  // namespace
}  // namespace vagval
