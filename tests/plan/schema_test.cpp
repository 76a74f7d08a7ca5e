// The schemas for a second implementer: they describe the files that the program reads and writes, completely.
#include "plan/schema.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "facts/check.h"
#include "files.h"
#include "plan/fields.h"
#include "plan/plan_json.h"

namespace vagval {
namespace {

using tests::Schema;

Schema schema(const std::string& name) { return Schema(tests::read_tree("assets/schema/" + name + ".schema.json")); }

void expect_described(const Schema& by, const Json& json, const std::string& what) {
  for (const std::string& fault : by.faults(json)) ADD_FAILURE() << what << fault;
}

TEST(PlanSchema, DescribesEveryExampleAndEveryPlanOfThisVersion) {
  const Schema plan = schema("plan");
  int seen = 0;
  for (const std::string folder : {"assets/examples", "tests/plans/v2", "tests/plans/v3"})
    for (const std::string& file : tests::names_in(folder, ".json")) {
      const Json json = tests::read_tree(folder + "/" + file);
      // Examples may be of an older version; the program writes them in this one.
      if (*json.find("version")->integer() == plan_version) expect_described(plan, json, file);
      const Result<Plan> opened = open_plan(tests::read(folder + "/" + file));
      ASSERT_TRUE(opened) << file;
      expect_described(plan, plan_to_json(*opened), file + " as it is written");
      ++seen;
    }
  EXPECT_GT(seen, 15);
}

TEST(PlanSchema, RefusesWhatTheProgramRefusesWhereAShapeCanSaySo) {
  const Schema plan = schema("plan");
  for (const char* name : {"a_list",
                           "another_format",
                           "asked_in_words",
                           "course_as_number",
                           "destination_as_text",
                           "draft_of_no_field",
                           "draft_without_text",
                           "four_hundred_people",
                           "id_with_spaces",
                           "label_that_turns_text",
                           "long_label",
                           "negative_amount",
                           "no_id",
                           "note_too_long",
                           "own_task_of_minus_days",
                           "person_as_text",
                           "persons_as_text",
                           "rate_of_nothing",
                           "task_without_name",
                           "tasks_as_object",
                           "unknown_ground",
                           "unknown_state",
                           "unknown_tie",
                           "version_as_text",
                           "way_to_nowhere",
                           "yes_as_text"}) {
    const Result<Json> json = read_json(tests::read("tests/plans/broken/" + std::string(name) + ".json"));
    ASSERT_TRUE(json) << name;
    EXPECT_FALSE(plan.faults(*json).empty()) << name;
  }
}

TEST(RulePackSchema, DescribesTheRulesAndRefusesWhatIsNoneOfThem) {
  const Schema pack = schema("rule-pack");
  for (const std::string& file : tests::names_in("assets/rules", ".json"))
    expect_described(pack, tests::read_tree("assets/rules/" + file), file);
  expect_described(pack, tests::read_tree("tests/packs/good/minimal.json"), "minimal");
  for (const char* name : {"unknown_key", "future_version"})
    EXPECT_FALSE(pack.faults(tests::read_tree("tests/packs/bad/" + std::string(name) + ".json")).empty()) << name;
}

TEST(PathSchema, DescribesThePath) {
  const Schema path = schema("path");
  for (const std::string& file : tests::names_in("assets/path", ".json")) {
    const Json json = tests::read_tree("assets/path/" + file);
    expect_described(path, json, file);
    JsonObject with_more = *json.object();
    with_more.emplace_back("colour", Json{std::string("blue")});
    EXPECT_FALSE(path.faults(Json{with_more}).empty());
  }
}

// ---- the core's own members, compared with the schema ----

/// A member as the core defines it.
struct Member {
  std::string type;
  bool required = false;
  std::set<std::string> choices;
  std::int64_t least = 0, most = 0;
};
using Members = std::map<std::string, Member>;  ///< by pointer: "/tasks/*/state"

/// Walks `fields` as the reader and the writer do, and notes the kind of each member.
class Describer {
 public:
  Describer(Members& out, std::string at) : out_(out), at_(std::move(at)) {}

  void name(std::string_view key, std::string&, bool may_be_absent = false) {
    out_[place(key)] = {.type = "id", .required = !may_be_absent};
  }
  void words(std::string_view key, std::string&, std::size_t most) {
    out_[place(key)] = {.type = "words", .most = static_cast<std::int64_t>(most)};
  }
  void lines(std::string_view key, std::string& out, std::size_t most) { words(key, out, most); }
  template <class Choice, class Names>
  void choice(std::string_view key, std::optional<Choice>&, const Names& names) {
    Member one{.type = "choice"};
    for (const std::string_view name : names) one.choices.emplace(name);
    out_[place(key)] = one;
  }
  void value(std::string_view key, std::optional<Date>&) { out_[place(key)] = {.type = "date"}; }
  void value(std::string_view key, std::optional<bool>&) { out_[place(key)] = {.type = "boolean"}; }
  void value(std::string_view key, std::optional<Country>&) { out_[place(key)] = {.type = "country"}; }
  template <class Number>
  void number(std::string_view key, std::optional<Number>&, std::int64_t least, std::int64_t most) {
    out_[place(key)] = {.type = "number", .least = least, .most = most};
  }
  void ids(std::string_view key, std::vector<std::string>&) {
    out_[place(key)] = {.type = "list", .most = static_cast<std::int64_t>(after_max)};
  }
  template <class Entry>
  void list(std::string_view key, std::vector<Entry>&) {
    out_[place(key)] = {.type = "list", .most = static_cast<std::int64_t>(entries_max)};
    Entry entry;
    fields(entry, Describer(out_, place(key) + "/*"));
  }
  template <class Part>
  void part(std::string_view key, Part& part) {
    out_[place(key)] = {.type = "object"};
    fields(part, Describer(out_, place(key)));
  }
  void unknown(UnknownMembers&) {}

 private:
  std::string place(std::string_view key) const { return at_ + "/" + std::string(key); }

  Members& out_;
  std::string at_;
};

Members in_the_core() {
  Members out{
      {"/format", {.type = "const", .required = true}},
      {"/version", {.type = "const", .required = true}},
      {"/household", {.type = "object"}},
      {"/household/persons", {.type = "list", .most = static_cast<std::int64_t>(persons_max)}},
      {"/household/persons/*/id", {.type = "id", .required = true}},
      {"/household/persons/*/label", {.type = "words", .most = static_cast<std::int64_t>(label_characters_max)}},
      {"/situation", {.type = "object"}}};
  for (std::size_t f = 0; f < fact_count; ++f)
    if (const Fact fact = static_cast<Fact>(f); !place_of(fact).part.empty())
      out[(is_person_fact(fact) ? "/household/persons/*/" : "/situation/") + std::string(place_of(fact).part)] = {
          .type = "object"};
  for (std::size_t f = 0; f < fact_count; ++f) {
    const FactInfo& about = info(static_cast<Fact>(f));
    std::string place(about.name);
    std::replace(place.begin(), place.end(), '.', '/');
    place = place.starts_with("person/") ? "/household/persons/*" + place.substr(6) : "/" + place;
    Member one;
    switch (about.type) {
      case FactType::boolean:
        one.type = "boolean";
        break;
      case FactType::choice:
        one.type = "choice";
        one.choices = {about.choices.begin(), about.choices.end()};
        break;
      case FactType::date:
        one.type = "period";
        break;
      case FactType::country:
        one.type = "country";
        break;
      case FactType::person:
        one.type = "id";
        break;
    }
    out[place] = one;
  }
  Plan plan;
  fields(plan, Describer(out, ""));
  // The reader requires it by a choice; without it the entry is invalid.
  out["/ways/*/way"].required = true;
  // A draft needs a field and a text.
  out["/drafts/*/field"].required = out["/drafts/*/text"].required = true;
  return out;
}

bool allows_null(const Json& schema) {
  if (const Json* const choices = schema.find("enum"))
    return std::find(choices->array()->begin(), choices->array()->end(), Json{}) != choices->array()->end();
  const Json* const type = schema.find("type");
  return type && type->array() &&
         std::find(type->array()->begin(), type->array()->end(), Json{std::string("null")}) != type->array()->end();
}

void gather(const Json& schema, const std::string& at, bool required, Members& out) {
  Member one{.required = required};
  const auto number = [&](const char* key) { return schema.find(key) ? *schema.find(key)->integer() : 0; };
  const std::string pattern = schema.find("pattern") ? *schema.find("pattern")->text() : "";
  const Json* const type = schema.find("type");
  const auto is = [&](const char* name) {
    return type && (type->text() ? *type->text() == name
                                 : std::any_of(type->array()->begin(), type->array()->end(),
                                               [&](const Json& t) { return *t.text() == name; }));
  };
  if (schema.find("const")) {
    one.type = "const";
  } else if (const Json* const choices = schema.find("enum")) {
    one.type = "choice";
    for (const Json& choice : *choices->array())
      if (choice.text()) one.choices.insert(*choice.text());
  } else if (is("boolean")) {
    one.type = "boolean";
  } else if (is("integer")) {
    one = {.type = "number", .required = required, .least = number("minimum"), .most = number("maximum")};
  } else if (is("array")) {
    one = {.type = "list", .required = required, .most = number("maxItems")};
  } else if (is("object")) {
    one.type = "object";
  } else if (pattern == "^[A-Z]{2}$") {
    one.type = "country";
  } else if (pattern == "^(19|2[01])[0-9]{2}-[0-9]{2}-[0-9]{2}$") {
    one.type = "date";
  } else if (pattern.starts_with("^((19|2[01])[0-9]{2}(-[0-9]{2}(-[0-9]{2})?)?|")) {
    one.type = "period";
  } else if (schema.find("maxLength")) {
    one = {.type = "words", .required = required, .most = number("maxLength")};
  } else {
    one.type = "id";
  }
  if (!at.empty()) {
    out[at] = one;
    EXPECT_EQ(allows_null(schema), !required) << at << ": null means not known";
  }
  const Json* const items = schema.find("items");
  const Json& object = items ? *items : schema;
  const Json* const properties = object.find("properties");
  if (!properties) return;
  for (const auto& [name, of] : *properties->object()) {
    const Json* const needed = object.find("required");
    const bool is_needed =
        needed && std::find(needed->array()->begin(), needed->array()->end(), Json{name}) != needed->array()->end();
    gather(of, at + (items ? "/*/" : "/") + name, is_needed, out);
  }
}

Members in_the_schema() {
  Members out;
  gather(schema("plan").root(), "", true, out);
  return out;
}

TEST(PlanSchema, DescribesEveryMemberAsTheCoreHasIt) {
  const Members core = in_the_core(), described = in_the_schema();
  for (const auto& [place, member] : described) EXPECT_TRUE(core.count(place)) << place << " is described, and is not";
  for (const auto& [place, member] : some(core)) {
    const auto found = described.find(place);
    if (found == described.end()) {
      ADD_FAILURE() << place << " is not described";
      continue;
    }
    EXPECT_EQ(found->second.type, member.type) << place;
    EXPECT_EQ(found->second.required, member.required) << place;
    EXPECT_EQ(found->second.choices, member.choices) << place;
    EXPECT_EQ(found->second.least, member.least) << place;
    EXPECT_EQ(found->second.most, member.most) << place;
  }
}

// ---- the plan with every member ----

void gather_places(const Json& json, const std::string& at, std::set<std::string>& out,
                   std::vector<std::string>& without_later) {
  if (json.array())
    for (const Json& item : *json.array()) gather_places(item, at + "/*", out, without_later);
  if (!json.object()) return;
  if (!json.find("later")) without_later.push_back(at);
  for (const auto& [name, member] : *json.object()) {
    out.insert(at + "/" + name);
    if (name != "later") gather_places(member, at + "/" + name, out, without_later);
  }
}

// A new member of the format is added to this file too; the version before it stays as it was written.
TEST(PlanFile, OfThisVersionHasOneWithEverythingInItAndSomethingOfALaterOneInEveryPart) {
  std::set<std::string> there;
  std::vector<std::string> without_later;
  gather_places(tests::read_tree("tests/plans/v3/everything.vagval.json"), "", there, without_later);
  for (const auto& [place, member] : in_the_schema()) EXPECT_TRUE(there.count(place)) << place << " is missing";
  EXPECT_EQ(without_later, std::vector<std::string>{});
}

}  // namespace
}  // namespace vagval
