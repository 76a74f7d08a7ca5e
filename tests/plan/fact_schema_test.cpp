// The schemas say of each fact what the table of facts says. After a change of the table:
//   UPDATE_SCHEMA=1 build/native-debug/test_plan --gtest_filter=FactSchema.*
#include <gtest/gtest.h>

#include <cstdlib>
#include <type_traits>

#include "facts/fact.h"
#include "facts/members.h"
#include "files.h"

namespace vagval {
namespace {

Json words(std::string_view text) { return Json{std::string(text)}; }

// A member that may be absent or null.
JsonObject of_type(std::string_view type) { return {{"type", Json{JsonArray{words(type), words("null")}}}}; }

JsonObject text_like(std::string_view pattern) {
  JsonObject out = of_type("string");
  out.emplace_back("pattern", words(pattern));
  return out;
}

// One overload for each type of a member.
JsonObject shape_of(Fact, const std::optional<bool>&) { return of_type("boolean"); }
JsonObject shape_of(Fact, const std::optional<Period>&) {
  const std::string day = "(19|2[01])[0-9]{2}(-[0-9]{2}(-[0-9]{2})?)?";
  return text_like("^(" + day + "|" + day + "/" + day + "|\\.\\." + day + "|" + day + "\\.\\.)$");
}
JsonObject shape_of(Fact, const std::optional<Country>&) { return text_like("^[A-Z]{2}$"); }
JsonObject shape_of(Fact, const std::optional<std::string>&) { return of_type("string"); }
template <class Choice>
JsonObject shape_of(Fact fact, const std::optional<Choice>&) {
  JsonArray choices;
  for (const std::string_view choice : info(fact).choices) choices.push_back(words(choice));
  choices.push_back(Json{});
  return {{"enum", Json{std::move(choices)}}};
}

template <class Value>
Json member_schema(Fact fact, const std::optional<Value>& member) {
  JsonObject out = shape_of(fact, member);
  const std::string about = is_everyday_fact(fact) ? "Everyday life, read by the path only: " : "";
  out.emplace_back("description", Json{about + std::string(info(fact).meaning)});
  return Json{std::move(out)};
}

// The facts of a person or of the situation as `properties`.
template <class Owner>
JsonObject fact_properties() {
  const Owner nobody{};
  JsonObject out;
  each_member(nobody, [&](Fact fact, const auto& member) {
    const FactPlace place = place_of(fact);
    if (place.part.empty()) return void(out.emplace_back(std::string(place.member), member_schema(fact, member)));
    if (out.empty() || out.back().first != place.part) {
      JsonObject part{{"type", Json{JsonArray{words("object"), words("null")}}}};
      each_part(nobody, [&](std::string_view name, std::string_view meaning, const UnknownMembers&) {
        if (name == place.part) part.emplace_back("description", words(meaning));
      });
      part.emplace_back("properties", Json{JsonObject{}});
      out.emplace_back(std::string(place.part), Json{std::move(part)});
    }
    JsonObject& part = *std::get_if<JsonObject>(&out.back().second.value);
    std::get_if<JsonObject>(&part.back().second.value)
        ->emplace_back(std::string(place.member), member_schema(fact, member));
  });
  return out;
}

Json* member_of(Json& json, std::string_view name) {
  for (auto& [key, member] : *std::get_if<JsonObject>(&json.value))
    if (key == name) return &member;
  return nullptr;
}

// Replaces the properties after those named in `own` by the facts.
void put_facts(Json& schema, const std::vector<std::string>& path, std::size_t own, JsonObject facts) {
  Json* at = &schema;
  for (const std::string& step : path) {
    at = member_of(*at, step);
    must(at != nullptr, "the schema has no " + step);
  }
  JsonObject& properties = *std::get_if<JsonObject>(&at->value);
  properties.erase(properties.begin() + static_cast<std::ptrdiff_t>(own), properties.end());
  for (auto& fact : facts) properties.push_back(std::move(fact));
}

void expect_current(const std::string& name, const std::string& wanted) {
  if (std::getenv("UPDATE_SCHEMA")) tests::write(name, wanted);
  EXPECT_TRUE(tests::read(name) == wanted)
      << name << " is stale: run UPDATE_SCHEMA=1 build/native-debug/test_plan --gtest_filter=FactSchema.*";
}

TEST(FactSchema, OfAPlanIsAsTheTableOfFactsSays) {
  const std::string name = "assets/schema/plan.schema.json";
  Json schema = tests::read_tree(name);
  put_facts(schema, {"properties", "household", "properties", "persons", "items", "properties"}, 2,
            fact_properties<Person>());
  put_facts(schema, {"properties", "situation", "properties"}, 0, fact_properties<Situation>());
  expect_current(name, write_json(schema, Layout::indented));
}

// One line for each type of fact that a rule can compare. No rule asks for a fact of everyday life.
TEST(FactSchema, OfARulePackNamesTheFactsThatRulesMayAsk) {
  const std::string name = "assets/schema/rule-pack.schema.json";
  std::string schema = tests::read(name);
  for (const auto& [type, definition] :
       {std::pair{FactType::boolean, "yes_no_fact"}, std::pair{FactType::choice, "choice_fact"},
        std::pair{FactType::country, "country_fact"}, std::pair{FactType::date, "date_fact"}}) {
    JsonArray names;
    for (std::size_t f = 0; f < fact_count; ++f)
      if (const Fact fact = static_cast<Fact>(f); info(fact).type == type && !is_everyday_fact(fact))
        names.push_back(words(info(fact).name));
    const std::string begins = std::string("    \"") + definition + "\": ";
    const std::size_t at = schema.find(begins);
    ASSERT_NE(at, std::string::npos) << definition;
    const std::size_t end = schema.find('\n', at);
    schema.replace(at, end - at, begins + write_json(Json{JsonObject{{"enum", Json{std::move(names)}}}}) + ",");
  }
  expect_current(name, schema);
}

}  // namespace
}  // namespace vagval
