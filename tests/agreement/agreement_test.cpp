// A thousand random plans give the same bytes on every build, natively and as WebAssembly. A file holds one number for
// each hundred plans; each build compares itself with it.
#include <gtest/gtest.h>

#include <random>

#include "app/app.h"
#include "facts/check.h"
#include "files.h"
#include "plan/change.h"
#include "plan/plan_json.h"
#include "report/estimate_json.h"
#include "report/path_json.h"
#include "report/screen_text.h"
#include "state/assets.h"

namespace vagval {
namespace {

constexpr int plans = 1000, group = 100;
const Date today = *make_date(2026, 11, 20);

/// The same numbers on every platform: the standard defines mt19937, and the test uses no other part of <random>.
class Chance {
 public:
  std::size_t below(std::size_t n) { return numbers_() % n; }

 private:
  std::mt19937 numbers_{20261120};
};

std::string random_answer(const Plan& plan, Fact fact, Chance& chance) {
  const FactInfo& about = info(fact);
  if (chance.below(6) == 0) return "";
  switch (about.type) {
    case FactType::boolean:
      return chance.below(2) == 0 ? "true" : "false";
    case FactType::choice:
      return std::string(about.choices[chance.below(about.choices.size())]);
    case FactType::date:
      return to_iso(add_days(*make_date(1940, 1, 1), static_cast<int>(chance.below(33'000))));
    case FactType::year:
      return std::to_string(1930 + chance.below(97));
    case FactType::country:
      return std::string(std::array{"SY", "SO", "IQ", "BA", "ER", "NO", "AF"}[chance.below(7)]);
    case FactType::person:
      return plan.household.persons.empty() ? ""
                                            : plan.household.persons[chance.below(plan.household.persons.size())].id;
  }
  return "";
}

Plan random_plan(const Assets& assets, Chance& chance) {
  Plan plan = assets.examples[chance.below(assets.examples.size())].plan;
  for (std::size_t n = chance.below(8); n > 0; --n) {
    const Fact fact = static_cast<Fact>(chance.below(fact_count));
    const std::string person = is_person_fact(fact) && !plan.household.persons.empty()
                                   ? plan.household.persons[chance.below(plan.household.persons.size())].id
                                   : "";
    const Plan before = plan;
    set_answer(plan.household, plan.situation, {fact, person}, random_answer(plan, fact, chance));
    if (!form_faults(plan.household).empty()) plan = before;
  }
  for (std::size_t n = chance.below(3); n > 0; --n) {
    const auto line = add_entry(plan, EntryList::line, "monthly.cost", today);
    if (line) set_plan_value(plan, "line." + *line + ".amount", std::to_string(chance.below(90'000)), today);
  }
  return plan;
}

std::uint64_t mixed(std::uint64_t hash, std::string_view text) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return hash;
}

TEST(Agreement, EveryBuildGivesTheSameBytesForAThousandPlans) {
  const auto assets = load_assets();
  const Catalogue& words = assets->catalogue("sv");
  Chance chance;
  std::string said;
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (int i = 1; i <= plans; ++i) {
    const Plan plan = random_plan(*assets, chance);
    const std::string bytes = write_plan(plan);
    hash = mixed(hash, bytes);
    if (faults(plan.household, plan.situation, today).empty() && !plan.household.persons.empty())
      hash = mixed(hash, estimate_json(assets->pack, plan.household, plan.situation,
                                       assess(assets->pack, plan.household, plan.situation, today)));
    hash = mixed(hash, write_json(path_to_json(*assets, words, plan, path_today(*assets, plan, today), today)));
    App app(assets, today, "sv");
    app.dispatch(FileOpened{"plan.vagval.json", bytes});
    for (const ScreenId screen : {ScreenId::calendar, ScreenId::money}) {
      app.dispatch(GoTo{screen});
      hash = mixed(hash, screen_text(app.screen(), Closed::shown));
    }
    if (i % group == 0) said += std::to_string(i) + " " + std::to_string(hash) + "\n";
  }
  const std::string file = "tests/golden/agreement.txt";
  if (std::getenv("UPDATE_GOLDENS")) tests::write(file, said);
  EXPECT_EQ(said, tests::read(file))
      << "UPDATE_GOLDENS=1 writes it anew, natively; the other builds then have to agree";
}

}  // namespace
}  // namespace vagval
