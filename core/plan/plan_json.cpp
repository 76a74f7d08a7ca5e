#include "plan/plan_json.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "facts/check.h"
#include "facts/fact.h"
#include "plan/entries_json.h"
#include "plan/facts_json.h"
#include "plan/field_ref.h"
#include "plan/value_json.h"

namespace vagval {

namespace {

constexpr std::size_t person_id_characters_max = 40;

// Version 2 (2026-11) adds tasks, documents, money, ways, questions and a journal, and facts of everyday life. All
// members of version 1 keep their meaning. If a version 1 file has an unknown member with one of the new names, the
// member is kept under another name.
Json migrate_1_to_2(const Json& json) {
  constexpr std::string_view new_names[] = {"course",  "stage",      "tasks",       "own_tasks", "documents",
                                            "budget",  "ways",       "matters",     "questions", "journal",
                                            "example", "rules_seen", "calendar_id", "drafts"};
  JsonObject out = *json.object();
  for (auto& [name, member] : out) {
    if (name == "version") member = Json{std::int64_t{2}};
    if (std::find(std::begin(new_names), std::end(new_names), name) != std::end(new_names)) name += "_of_version_1";
    if (name != "situation" || !member.object()) continue;
    JsonObject situation = *member.object();
    for (auto& [fact, value] : situation)
      if (const std::optional<Fact> found = find_fact("situation." + fact); found && is_everyday_fact(*found))
        fact += "_of_version_1";
    member = Json{std::move(situation)};
  }
  return Json{std::move(out)};
}

class PlanReader {
 public:
  explicit PlanReader(Newer newer) : newer_(newer) {}

  Result<Plan> read(const Json& json) {
    if (!json.object()) return Error{ErrorId::wrong_format, "", ""};
    const Json* format = json.find("format");
    if (!format || !format->text() || *format->text() != "vagval-plan")
      return Error{ErrorId::wrong_format, "/format", ""};
    const Json* version = json.find("version");
    if (!version || !version->integer()) return Error{ErrorId::wrong_type, "/version", "whole number"};
    const bool newer = *version->integer() > plan_version;
    const Error too_new{ErrorId::future_version, "/version", std::to_string(*version->integer())};
    if (newer && newer_ == Newer::refused) return too_new;
    if (*version->integer() < 1)
      return Error{ErrorId::number_out_of_range, "/version", "1–" + std::to_string(plan_version)};
    version_ = *version->integer();
    if (version_ == 1) return read(migrate_1_to_2(json));
    if (auto fault = read_entries(json, plan_, {"format", "version", "household", "situation"})) error_ = fault;
    if (is_before_periods()) rename_drafts_of_2();
    if (const Json* household = object(json, "household", "")) {
      plan_.household.unknown = others(*household, {"persons"});
      read_persons(*household);
    }
    if (const Json* situation = object(json, "situation", "")) {
      keep(read_facts(*situation, "/situation", plan_.situation));
    }
    if (error_) return newer ? too_new : *error_;
    if (const std::vector<Error> found = form_faults(plan_.household); !found.empty())
      return newer ? too_new : found.front();
    // A newer file in which this version reads no person gives no plan.
    if (newer && plan_.household.persons.empty()) return too_new;
    return std::move(plan_);
  }

 private:
  void fail(ErrorId id, std::string where, std::string detail = {}) {
    keep(Error{id, std::move(where), std::move(detail)});
  }
  void keep(std::optional<Error> fault) {
    if (!error_) error_ = std::move(fault);
  }

  static UnknownMembers others(const Json& json, const std::vector<std::string_view>& known) {
    UnknownMembers out;
    for (const auto& [name, member] : *json.object())
      if (std::find(known.begin(), known.end(), name) == known.end()) out.emplace_back(name, member);
    return out;
  }

  // Returns the member object, or nullptr where it is absent or null.
  const Json* object(const Json& json, std::string_view key, const std::string& pointer) {
    const Json* member = json.find(key);
    if (!member || member->is_null()) return nullptr;
    if (member->object()) return member;
    fail(ErrorId::wrong_type, pointer + pointer_step(key), "object");
    return nullptr;
  }

  void read_persons(const Json& household) {
    const Json* persons = household.find("persons");
    if (!persons || persons->is_null()) return;
    const JsonArray* list = persons->array();
    if (!list) return fail(ErrorId::wrong_type, "/household/persons", "list");
    if (list->size() > persons_max)
      return fail(ErrorId::too_many_persons, "/household/persons", std::to_string(list->size()));
    for (std::size_t i = 0; i < list->size(); ++i) {
      const std::string at = "/household/persons/" + std::to_string(i);
      const Json& json = (*list)[i];
      if (!json.object()) return fail(ErrorId::wrong_type, at, "object");
      const Json* id = json.find("id");
      if (!id || !id->text() || !is_id(*id->text())) return fail(ErrorId::missing_id, at + "/id");
      plan_.household.persons.push_back({.id = *id->text()});
      Person& person = plan_.household.persons.back();
      if (is_before_periods())
        read_person_of_2(json, at, person);
      else
        keep(read_facts(json, at, person, {"id", "label"}));
      read_label(json, at, person);
    }
  }

  // Version 3 (2026-11) makes dates periods, and has one fact for the birth instead of a date and a year. The births of
  // a file before it are read here, so that a fault is found at its place in that file.
  bool is_before_periods() const { return version_ < 3; }

  // A member that has the name of the new fact keeps its content under another name.
  void read_person_of_2(const Json& json, const std::string& at, Person& person) {
    JsonObject members = *json.object();
    for (auto& [name, member] : members)
      if (name == "birth") name = "birth_of_version_2";
    keep(read_facts(Json{std::move(members)}, at, person, {"id", "label", "birth_date", "birth_year"}));
    keep(read_birth_of_2(json, at, person.birth));
  }

  static std::optional<Error> read_birth_of_2(const Json& json, const std::string& at, std::optional<Period>& birth) {
    std::optional<Date> day;
    const Json* const date = json.find("birth_date");
    if (date && !date->is_null())
      if (const auto fault = read_value(*date, day)) return Error{fault->id, at + "/birth_date", fault->detail};
    if (day) birth = *day;
    const Json* const year = json.find("birth_year");
    if (!year || year->is_null()) return std::nullopt;
    const std::string where = at + "/birth_year";
    const std::int64_t* const number = year->integer();
    if (!number) return Error{ErrorId::wrong_type, where, "whole number"};
    if (*number < first_year || *number > last_year)
      return Error{ErrorId::year_out_of_range, where, std::to_string(*number)};
    if (day && civil(*day).year != *number) return Error{ErrorId::birth_contradiction, where, std::to_string(*number)};
    if (!day) birth = Period::year(static_cast<int>(*number));
    return std::nullopt;
  }

  // "field.p1.birth_year" was the field of both facts.
  void rename_drafts_of_2() {
    for (Draft& draft : plan_.drafts) {
      FieldRef field = parse_field(draft.field);
      if (field.about != FieldRef::About::answer || field.question.slug != "birth_year") continue;
      field.question.slug = slug_of(Fact::birth);
      std::string renamed = name_of(field);
      const bool is_taken = std::any_of(plan_.drafts.begin(), plan_.drafts.end(),
                                        [&](const Draft& other) { return other.field == renamed; });
      if (!is_taken) draft.field = std::move(renamed);
    }
  }

  static bool is_id(std::string_view id) {
    return !id.empty() && id.size() <= person_id_characters_max && std::all_of(id.begin(), id.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    });
  }

  void read_label(const Json& json, const std::string& at, Person& person) {
    const Json* label = json.find("label");
    if (!label || label->is_null()) return;
    if (!label->text()) return fail(ErrorId::wrong_type, at + "/label", "text");
    if (const auto fault = label_fault(*label->text())) return fail(fault->id, at + "/label", fault->detail);
    person.label = *label->text();
  }

  std::int64_t version_ = plan_version;
  Plan plan_;
  Newer newer_ = Newer::refused;
  std::optional<Error> error_;
};

}  // namespace

Result<Plan> open_plan(std::string_view bytes, Newer newer) {
  const Result<Json> json = read_json(bytes);
  if (json) return PlanReader(newer).read(*json);
  // Bytes that do not begin like a plan (a page, a table, a picture) are not a plan file, rather than a damaged one.
  const std::string text = restored_text(bytes);
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  const bool is_other = json.error().id == ErrorId::not_json && first != std::string::npos && text[first] != '{';
  return is_other ? Error{ErrorId::wrong_format, "", ""} : json.error();
}

Json plan_to_json(const Plan& plan) {
  JsonArray persons;
  for (const Person& person : plan.household.persons) {
    JsonObject out{{"id", Json{person.id}}};
    if (person.label) out.emplace_back("label", Json{*person.label});
    JsonObject facts = facts_json(person);
    out.insert(out.end(), std::make_move_iterator(facts.begin()), std::make_move_iterator(facts.end()));
    persons.push_back(Json{std::move(out)});
  }
  JsonObject household{{"persons", Json{std::move(persons)}}};
  household.insert(household.end(), plan.household.unknown.begin(), plan.household.unknown.end());
  JsonObject out{{"format", Json{std::string("vagval-plan")}}, {"version", Json{std::int64_t{plan_version}}}};
  out.emplace_back("household", Json{std::move(household)});
  out.emplace_back("situation", Json{facts_json(plan.situation)});
  write_entries(plan, out);
  return Json{std::move(out)};
}

bool is_newer_plan(std::string_view bytes) {
  const Result<Json> json = read_json(bytes);
  const Json* version = json ? json->find("version") : nullptr;
  return version && version->integer() && *version->integer() > plan_version;
}

std::string write_plan(const Plan& plan) { return write_json(plan_to_json(plan), Layout::indented); }

}  // namespace vagval
