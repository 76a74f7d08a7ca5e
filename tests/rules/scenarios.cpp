#include "rules/scenarios.h"

#include <cstdio>
#include <cstdlib>

#include "files.h"
#include "plan/plan_json.h"

namespace vagval::tests {

namespace {

// Members of `over` win; objects are merged; a null takes the member away.
Json merged(const Json& base, const Json& over) {
  if (!base.object() || !over.object()) return over;
  JsonObject out;
  for (const auto& [name, value] : *base.object()) {
    const Json* other = over.find(name);
    if (!other)
      out.emplace_back(name, value);
    else if (!other->is_null())
      out.emplace_back(name, merged(value, *other));
  }
  for (const auto& [name, value] : *over.object())
    if (!base.find(name) && !value.is_null()) out.emplace_back(name, value);
  return {std::move(out)};
}

Plan plan_of(const Json& table, const Json& row, const std::string& name) {
  JsonArray persons;
  for (const Json& person : *row.find("household")->find("persons")->array())
    persons.push_back(merged(*table.find("everyone"), person));
  const Json* situation = row.find("situation");
  const Json plan{
      JsonObject{{"format", {std::string("vagval-plan")}},
                 {"version", {std::int64_t{1}}},
                 {"household", {JsonObject{{"persons", {std::move(persons)}}}}},
                 {"situation", situation ? merged(*table.find("situation"), *situation) : *table.find("situation")}}};
  Result<Plan> opened = open_plan(write_json(plan));
  if (!opened) {
    std::fprintf(stderr, "%s: %s at %s\n", name.c_str(), std::string(error_name(opened.error().id)).c_str(),
                 opened.error().where.c_str());
    std::abort();
  }
  return *opened;
}

}  // namespace

std::vector<Scenario> scenarios() {
  std::vector<Scenario> out;
  for (const std::string& file : names_in("tests/scenarios", ".json")) {
    const Json table = read_tree("tests/scenarios/" + file);
    for (const Json& row : *table.find("rows")->array()) {
      const std::string& name = *row.find("name")->text();
      out.push_back({file.substr(0, file.size() - 5), name, *parse_date(*row.find("as_of")->text()),
                     plan_of(table, row, name), *row.find("expect")});
    }
  }
  return out;
}

}  // namespace vagval::tests
