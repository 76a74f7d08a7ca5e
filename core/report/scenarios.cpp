#include "report/scenarios.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "plan/plan_json.h"
#include "report/json_values.h"

namespace vagval {

namespace {

// Merges two objects. Members of `over` win; a null removes the member.
Json merged(const Json& base, const Json& over) {
  if (!base.object() || !over.object()) return over;
  std::map<std::string_view, const Json*> others;
  for (const auto& [name, value] : *over.object()) others.emplace(name, &value);
  JsonObject out;
  for (const auto& [name, value] : *base.object()) {
    const auto other = others.find(name);
    if (other == others.end()) {
      out.emplace_back(name, value);
      continue;
    }
    if (!other->second->is_null()) out.emplace_back(name, merged(value, *other->second));
    others.erase(other);
  }
  for (const auto& [name, value] : *over.object())
    if (others.count(name) > 0 && !value.is_null()) out.emplace_back(name, value);
  return {std::move(out)};
}

Result<Plan> plan_of(JsonArray persons, Json situation) {
  return open_plan(write_json({JsonObject{{"format", {std::string("vagval-plan")}},
                                          {"version", {std::int64_t{plan_version}}},
                                          {"household", {JsonObject{{"persons", {std::move(persons)}}}}},
                                          {"situation", std::move(situation)}}}));
}

Json member(const Json& json, std::string_view name) {
  const Json* const found = json.find(name);
  return found ? *found : Json{};
}

Result<Plan> plan_of_row(const Json& table, const Json& row) {
  const Json household = member(row, "household");
  const Json* const list = household.find("persons");
  if (!list || !list->array()) return Error{ErrorId::wrong_type, "/household/persons", "list"};
  JsonArray persons;
  for (const Json& person : *list->array()) persons.push_back(merged(member(table, "everyone"), person));
  const Json* const situation = row.find("situation");
  return plan_of(std::move(persons),
                 situation ? merged(member(table, "situation"), *situation) : member(table, "situation"));
}

Result<Scenario> read_row(const Json& table, const Json& row) {
  const Json name = member(row, "name"), as_of = member(row, "as_of");
  if (!name.text()) return Error{ErrorId::wrong_type, "/name", "text"};
  const std::optional<Date> day = as_of.text() ? parse_date(*as_of.text()) : std::nullopt;
  if (!day) return Error{ErrorId::no_such_date, "/as_of", as_of.text() ? *as_of.text() : ""};
  const Json expect = member(row, "expect");
  if (!member(expect, "state").text()) return Error{ErrorId::wrong_type, "/expect/state", "text"};
  if (!expect.find("amount")) return Error{ErrorId::wrong_type, "/expect/amount", "list"};
  Result<Plan> plan = plan_of_row(table, row);
  if (!plan) return plan.error();
  return Scenario{*name.text(), *day, std::move(*plan), expect};
}

Json pair(Json first, Json second) { return {JsonArray{std::move(first), std::move(second)}}; }
Json least_and_most(KronorInterval value) { return pair(number(value.min.value), number(value.max.value)); }

class Checker {
 public:
  Checker(const RulePack& pack, const Scenario& scenario)
      : pack_(pack),
        scenario_(scenario),
        a_(assess(pack, scenario.plan.household, scenario.plan.situation, scenario.as_of,
                  // Counterfactuals take most of the time, and few rows need them.
                  scenario.expect.find("unknown") ? OtherAnswers::tried : OtherAnswers::left_out)) {}

  std::vector<Finding> findings() {
    for (const auto& [name, value] : *scenario_.expect.object()) check(name, value);
    return std::move(out_);
  }

 private:
  void add(const std::string& what, const std::string& of, Json expected, Json actual) {
    out_.push_back({what, of, std::move(expected), std::move(actual)});
  }
  /// Adds one finding for each member.
  template <class Actual>
  void each(const std::string& what, const Json& expected, Actual actual) {
    if (!expected.object()) return add(what, "", expected, {});
    for (const auto& [of, value] : *expected.object()) add(what, of, value, actual(of));
  }
  /// Adds one finding for each name of a list; the name must exist.
  template <class Found>
  void names(const std::string& what, const Json& expected, Found found) {
    if (!expected.array()) return add(what, "", expected, {});
    for (const Json& name : *expected.array())
      add(what, name.text() ? *name.text() : "", {true}, {name.text() && found(*name.text())});
  }

  void check(const std::string& name, const Json& expected) {
    if (name == "state") return add(name, "", expected, text(state_name(a_.state)));
    if (name == "amount") return add(name, "", expected, a_.no_rule_for_date ? Json{} : least_and_most(a_.amount));
    if (name == "version") return add(name, "", expected, version());
    if (name == "caps") return each(name, expected, [&](const std::string& id) { return cap(id); });
    if (name == "parts") return add(name, "", expected, parts());
    if (name == "persons") return each(name, expected, [&](const std::string& id) { return person(id); });
    if (name == "conditions") return each(name, expected, [&](const std::string& id) { return condition(id); });
    if (name == "conflicts_include")
      return names(name, expected, [&](const std::string& id) {
        return std::any_of(a_.conflicts.begin(), a_.conflicts.end(),
                           [&](std::uint16_t c) { return pack_.conflicts[c].id == id; });
      });
    if (name == "unknown")
      return names(name, expected, [&](const std::string& fact) {
        return std::any_of(a_.next_questions.begin(), a_.next_questions.end(), [&](const NextQuestion& q) {
          return std::string(info(q.fact.fact).name) + " of " + q.fact.person == fact;
        });
      });
    if (name == "first_part")
      return add(name, "", expected, part(a_.instalments.empty() ? nullptr : &a_.instalments.front()));
    if (name == "last_part")
      return add(name, "", expected, part(a_.instalments.empty() ? nullptr : &a_.instalments.back()));
    if (name == "waits_for_revocation")
      return add(name, "", expected, {!a_.instalments.empty() && a_.instalments.back().due.waits_for_revocation});
    add(name, "", expected, text("there is no expectation of this name"));
  }

  Json version() const {
    const Slice& slice = pack_.slices[a_.slice];
    return slice.version ? text(pack_.versions[*slice.version].id) : Json{};
  }
  Json cap(const std::string& id) const {
    for (const CapResult& one : a_.caps)
      if (pack_.caps[one.cap].id == id)
        return text(one.binds == Truth::yes ? "yes" : one.binds == Truth::no ? "no" : "unknown");
    return {};
  }
  Json parts() const {
    JsonArray out;
    for (const InstalmentResult& part : a_.instalments) out.push_back(number(part.amount.max.value));
    return {std::move(out)};
  }
  Json person(const std::string& id) const {
    const auto& persons = scenario_.plan.household.persons;
    for (std::size_t i = 0; i < persons.size() && i < a_.persons.size(); ++i)
      if (persons[i].id == id) return least_and_most(a_.persons[i].amount);
    return {};
  }
  Json condition(const std::string& id) const {
    for (const ConditionResult& result : a_.conditions) {
      const std::string& rule = pack_.conditions[result.condition].id;
      const bool same =
          result.person == nobody
              ? rule == id
              : rule + " of " + scenario_.plan.household.persons[static_cast<std::size_t>(result.person)].id == id;
      if (same) return text(condition_state_name(result.state));
    }
    return {};
  }
  static Json part(const InstalmentResult* part) {
    if (!part) return {};
    return pair(date_or_null(part->due.earliest_min), date_or_null(part->due.earliest_max));
  }

  const RulePack& pack_;
  const Scenario& scenario_;
  Assessment a_;
  std::vector<Finding> out_;
};

}  // namespace

Result<ScenarioTable> read_scenarios(std::string_view name, std::string_view bytes) {
  const Result<Json> table = read_json(bytes);
  if (!table) return table.error();
  const Json about = member(*table, "about"), rows = member(*table, "rows");
  if (!rows.array()) return Error{ErrorId::wrong_type, "/rows", "list"};
  Result<Plan> common = plan_of({merged(member(*table, "everyone"), {JsonObject{{"id", text("everyone")}}})},
                                member(*table, "situation"));
  if (!common) return common.error();
  ScenarioTable out{std::string(name), about.text() ? *about.text() : "", std::move(*common), {}};
  for (std::size_t i = 0; i < rows.array()->size(); ++i) {
    Result<Scenario> row = read_row(*table, (*rows.array())[i]);
    if (!row)
      return Error{row.error().id, "/rows" + pointer_step(std::to_string(i)) + row.error().where, row.error().detail};
    out.rows.push_back(std::move(*row));
  }
  return out;
}

std::vector<Finding> check_scenario(const RulePack& pack, const Scenario& scenario) {
  return Checker(pack, scenario).findings();
}

}  // namespace vagval
