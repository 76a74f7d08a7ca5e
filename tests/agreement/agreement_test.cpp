// A thousand random plans give the same bytes on every build: natively and as WebAssembly. The result of each is
// written down in lines that a person can read in the difference of a commit: the answers, the estimate, its reasons,
// the tasks to do. The last line has a number for all bytes of each output, so that what the lines leave out is
// compared as well.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "app/hands.h"
#include "facts/check.h"
#include "files.h"
#include "must.h"
#include "plan/change.h"
#include "report/estimate_json.h"
#include "report/path_json.h"
#include "report/screen_text.h"
#include "state/assets.h"

namespace vagval {
namespace {

constexpr int plans = 1000;

/// The same numbers on every platform: the standard defines mt19937, and the test uses no other part of <random>.
class Chance {
 public:
  std::size_t below(std::size_t n) { return numbers_() % n; }

 private:
  std::mt19937 numbers_{20261120};
};

// \param rough  the year of a date instead of its day.
std::string random_answer(const Plan& plan, Fact fact, bool rough, Chance& chance) {
  const FactInfo& about = info(fact);
  if (chance.below(6) == 0) return "";
  switch (about.type) {
    case FactType::boolean:
      return chance.below(2) == 0 ? "true" : "false";
    case FactType::choice:
      return std::string(about.choices[chance.below(about.choices.size())]);
    case FactType::date:
      return rough ? std::to_string(1930 + chance.below(97))
                   : to_iso(add_days(*make_date(1940, 1, 1), static_cast<int>(chance.below(33'000))));
    case FactType::country:
      return std::string(std::array{"SY", "SO", "IQ", "BA", "ER", "NO", "AF"}[chance.below(7)]);
    case FactType::person:
      return plan.household.persons.empty() ? ""
                                            : plan.household.persons[chance.below(plan.household.persons.size())].id;
  }
  return "";
}

struct RandomPlan {
  Plan plan;
  std::string how;  ///< the example it is made from, and what was changed
};

RandomPlan random_plan(const Assets& assets, Chance& chance) {
  const Example& example = assets.examples[chance.below(assets.examples.size())];
  Plan plan = example.plan;
  std::string how = example.name;
  for (std::size_t n = chance.below(8); n > 0; --n) {
    // The birth is drawn twice as often as another fact: as a day and as a year.
    const std::size_t drawn = chance.below(fact_count + 1);
    const Fact fact = drawn == 0 ? Fact::birth : static_cast<Fact>(drawn - 1);
    const std::string person = is_person_fact(fact) && !plan.household.persons.empty()
                                   ? plan.household.persons[chance.below(plan.household.persons.size())].id
                                   : "";
    const Plan before = plan;
    const std::string_view name = info(fact).name;  // person.… or situation.…
    const std::string answer = random_answer(plan, fact, drawn == 1, chance);
    set_answer(plan.household, plan.situation, {fact, person}, answer);
    if (form_faults(plan.household).empty())
      how +=
          "; " + (person.empty() ? "" : person + " ") + std::string(name.substr(name.find('.') + 1)) + " = " + answer;
    else
      plan = before;
  }
  for (std::size_t n = chance.below(3); n > 0; --n) {
    const auto line = add_entry(plan, EntryList::line, "monthly.cost", today());
    if (!line) continue;
    const std::string amount = std::to_string(chance.below(90'000));
    set_plan_value(plan, "line." + *line + ".amount", amount, today());
    how += "; costs " + amount;
  }
  return {std::move(plan), std::move(how)};
}

std::string number_of(std::string_view bytes) {
  std::uint32_t hash = 0x811C9DC5U;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193U;
  std::string out;
  for (int shift = 28; shift >= 0; shift -= 4) out += "0123456789abcdef"[(hash >> shift) & 15U];
  return out;
}

std::string listed(const std::map<std::string, std::string>& by_name) {
  std::string out;
  for (const auto& [name, names] : by_name) out += "; " + name + names;
  return out;
}

/// "may_be_covered, 350000 to 550000; unknown C-05 p2, D-04 p1": met conditions are left out.
std::string come_to(const RulePack& pack, const Household& household, const Assessment& a) {
  std::map<std::string, std::string> conditions;
  for (const ConditionResult& result : a.conditions) {
    if (result.state == ConditionState::met) continue;
    std::string& names = conditions[std::string(condition_state_name(result.state))];
    names += (names.empty() ? " " : ", ") + pack.conditions[result.condition].id;
    if (result.person != nobody) names += " " + household.persons[static_cast<std::size_t>(result.person)].id;
  }
  return std::string(state_name(a.state)) + ", " + std::to_string(a.amount.min.value) + " to " +
         std::to_string(a.amount.max.value) + listed(conditions);
}

/// "no 5, unknown 2, yes 40; order passport.early": how many tasks concern the household, and the hazards.
std::string walked(const Json& path) {
  std::map<std::string, int> concerns;
  for (const Json& section : some(*path.find("sections")->array()))
    for (const Json& task : *section.find("tasks")->array())
      if (const Json* const one = task.find("concerns")) ++concerns[*one->text()];
  std::string out;
  for (const auto& [truth, count] : some(concerns))
    out += (out.empty() ? "" : ", ") + truth + " " + std::to_string(count);
  for (const Json& hazard : *path.find("hazards")->array()) {
    out += "; " + *hazard.find("kind")->text();
    if (const Json* const id = hazard.find("id")) out += " " + *id->text();
  }
  return out;
}

TEST(Agreement, EveryBuildGivesTheSameBytesForAThousandPlans) {
  const Catalogue& words = assets()->catalogue("sv");
  const RulePack& pack = assets()->pack;
  Chance chance;
  std::string said;
  for (int i = 1; i <= plans; ++i) {
    const auto [plan, how] = random_plan(*assets(), chance);
    const std::string bytes = write_plan(plan);
    said += "plan " + std::to_string(i) + ": " + how + "\n";
    std::string numbers = "  bytes: plan " + number_of(bytes);
    if (faults(plan.household, plan.situation, today()).empty() && !plan.household.persons.empty()) {
      const Assessment a = assess(pack, plan.household, plan.situation, today());
      said += "  estimate: " + come_to(pack, plan.household, a) + "\n";
      numbers += ", estimate " + number_of(estimate_json(pack, plan.household, plan.situation, a));
    }
    const Json path = path_to_json(*assets(), words, plan, path_today(*assets(), plan, today()), today());
    said += "  path: " + walked(path) + "\n";
    numbers += ", path " + number_of(write_json(path));
    App app(assets(), today(), "sv");
    app.reply(FileOpened{"plan.vagval.json", bytes});
    for (const ScreenId screen : {ScreenId::calendar, ScreenId::money}) {
      app.dispatch(GoTo{screen});
      numbers += ", " + app.screen().id + " " + number_of(screen_text(app.screen(), Closed::shown));
    }
    const Node* const lasts = find_node(app.screen(), "money.lasts");
    if (lasts) said += "  money: " + plain(lasts->value) + "\n";
    said += numbers + "\n";
  }
  const std::string file = "tests/golden/agreement.txt";
  if (std::getenv("UPDATE_GOLDENS")) tests::write(file, said);
  const std::string before = tests::read(file);
  const auto [here, there] = std::mismatch(said.begin(), said.end(), before.begin(), before.end());
  const std::string same(said.begin(), here);
  EXPECT_TRUE(said == before) << file << " differs from line " << 1 + std::count(same.begin(), same.end(), '\n')
                              << " on. UPDATE_GOLDENS=1 writes it anew, natively; the other builds then have to agree";
}

}  // namespace
}  // namespace vagval
