#include "plan/plan_json.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "facts/check.h"
#include "facts/fact.h"
#include "plan/entries_json.h"

namespace vagval {

namespace {

constexpr std::size_t person_id_characters_max = 40;

// The place of a fact in its object, by its name: "person.permit.ground" is "ground" in "permit" of the person.
struct PlaceInFile {
  std::string_view object, member;
};
PlaceInFile place_of(Fact fact) {
  std::string_view name = info(fact).name;
  name.remove_prefix(name.find('.') + 1);
  const std::size_t dot = name.find('.');
  return dot == std::string_view::npos ? PlaceInFile{"", name} : PlaceInFile{name.substr(0, dot), name.substr(dot + 1)};
}

std::string_view expected_of(FactType type) {
  return type == FactType::boolean ? "true or false" : "text";
}

ErrorId unreadable(FactType type, std::string_view text) {
  switch (type) {
    case FactType::choice:
      return ErrorId::unknown_choice;
    case FactType::country:
      return ErrorId::not_a_country;
    default:
      break;
  }
  return read_period(text).error().id;
}

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
    if (is_before_periods()) rename_old_drafts();
    if (const Json* household = object(json, "household", "")) {
      plan_.household.unknown = others(*household, {"persons"});
      read_persons(*household);
    }
    if (const Json* situation = object(json, "situation", "")) {
      std::vector<std::string_view> known = read_facts(*situation, "/situation", person_fact_count, fact_count, "");
      plan_.situation.unknown = others(*situation, known);
      if (const Json* destination = object(*situation, "destination", "/situation"))
        plan_.situation.destination.unknown = others(*destination, {"kind", "country", "right_to_live_there"});
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
    if (!error_) error_ = Error{id, std::move(where), std::move(detail)};
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
      std::vector<std::string_view> known = read_facts(json, at, 0, person_fact_count, person.id);
      known.insert(known.end(), {"id", "label"});
      if (is_before_periods()) read_old_birth(json, at, person, known);
      person.unknown = others(json, known);
      if (is_before_periods()) rename_unknown_birth(person);
      read_label(json, at, person);
      if (const Json* permit = object(json, "permit", at))
        person.permit.unknown =
            others(*permit, {"kind", "ground", "granted_on", "expires_on", "valid", "keep_notice", "tie_to"});
    }
  }

  // Version 3 (2026-11) makes dates periods, and has one fact for the birth instead of a date and a year. A file before
  // it is read here and not rewritten first, so that a fault is found at its place in that file.
  bool is_before_periods() const { return version_ < 3; }

  void read_old_birth(const Json& json, const std::string& at, Person& person, std::vector<std::string_view>& known) {
    known.insert(known.end(), {"birth_date", "birth_year"});
    known.erase(std::remove(known.begin(), known.end(), "birth"), known.end());
    std::optional<Date> date;
    if (const Json* member = json.find("birth_date"); member && !member->is_null()) {
      if (!member->text()) return fail(ErrorId::wrong_type, at + "/birth_date", "text");
      date = parse_date(*member->text());
      if (!date) return fail(date_fault(*member->text()), at + "/birth_date", member->text()->substr(0, 60));
      person.birth = *date;
    }
    const Json* year = json.find("birth_year");
    if (!year || year->is_null()) return;
    if (!year->integer()) return fail(ErrorId::wrong_type, at + "/birth_year", "whole number");
    if (*year->integer() < first_year || *year->integer() > last_year)
      return fail(ErrorId::year_out_of_range, at + "/birth_year", std::to_string(*year->integer()));
    if (!date)
      person.birth = Period::year(static_cast<int>(*year->integer()));
    else if (civil(*date).year != *year->integer())
      fail(ErrorId::birth_contradiction, at + "/birth_year", std::to_string(*year->integer()));
  }

  // A member of an old file that has the name of the new fact keeps its content under another name.
  static void rename_unknown_birth(Person& person) {
    for (auto& [name, member] : person.unknown)
      if (name == "birth") name = "birth_of_version_2";
  }

  // "field.p1.birth_year" was the field of both facts.
  void rename_old_drafts() {
    constexpr std::string_view old_end = ".birth_year";
    for (Draft& draft : plan_.drafts) {
      if (!draft.field.starts_with("field.") || !draft.field.ends_with(old_end)) continue;
      std::string renamed = draft.field.substr(0, draft.field.size() - old_end.size()) + ".birth";
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

  // Reads the facts from `first` up to, but not including, `last`; returns the names of the members it knows.
  std::vector<std::string_view> read_facts(const Json& json, const std::string& at, std::size_t first, std::size_t last,
                                           const std::string& person) {
    std::vector<std::string_view> known;
    for (std::size_t f = first; f < last; ++f) {
      const Fact fact = static_cast<Fact>(f);
      const PlaceInFile place = place_of(fact);
      known.push_back(place.object.empty() ? place.member : place.object);
      if (fact == Fact::birth && is_before_periods()) continue;
      const Json* holder = place.object.empty() ? &json : object(json, place.object, at);
      const Json* value = holder ? holder->find(place.member) : nullptr;
      if (!value || value->is_null()) continue;
      const std::string where =
          at + (place.object.empty() ? std::string() : pointer_step(place.object)) + pointer_step(place.member);
      read_fact(fact, person, *value, where);
    }
    return known;
  }

  void read_fact(Fact fact, const std::string& person, const Json& value, const std::string& where) {
    const FactInfo& about = info(fact);
    std::string text;
    if (about.type == FactType::boolean) {
      if (!value.boolean()) return fail(ErrorId::wrong_type, where, std::string(expected_of(about.type)));
      text = *value.boolean() ? "true" : "false";
    } else {
      if (!value.text()) return fail(ErrorId::wrong_type, where, std::string(expected_of(about.type)));
      text = *value.text();
    }
    if (about.type == FactType::date && is_before_periods() && !parse_date(text))
      return fail(date_fault(text), where, text.substr(0, 60));
    // Whether the person exists is checked after all persons are read.
    if (about.type == FactType::person)
      plan_.household.persons.back().permit.tie_to = text;
    else if (text.empty() || !set_answer(plan_.household, plan_.situation, {fact, person}, text))
      fail(unreadable(about.type, text), where, text.substr(0, 60));
  }

  Plan plan_;
  Newer newer_ = Newer::refused;
  std::int64_t version_ = plan_version;
  std::optional<Error> error_;
};

void put(JsonObject& out, std::string_view key, const Household& household, const Situation& situation,
         const FactRef& ref) {
  const std::string text = answer_text(household, situation, ref);
  if (text.empty()) return;
  switch (info(ref.fact).type) {
    case FactType::boolean:
      out.emplace_back(key, Json{text == "true"});
      break;
    default:
      out.emplace_back(key, Json{text});
  }
}

void add_unknown(JsonObject& out, const UnknownMembers& unknown) {
  out.insert(out.end(), unknown.begin(), unknown.end());
}

// Facts in the order of the schema; those with a common prefix in an object of their own.
JsonObject facts_json(const Plan& plan, std::size_t first, std::size_t last, const std::string& person,
                      std::string_view object_name, const UnknownMembers& object_unknown) {
  JsonObject out, inner;
  std::size_t inner_at = 0;
  for (std::size_t f = first; f < last; ++f) {
    const Fact fact = static_cast<Fact>(f);
    const PlaceInFile place = place_of(fact);
    if (place.object == object_name) {
      if (inner.empty()) inner_at = out.size();
      put(inner, place.member, plan.household, plan.situation, {fact, person});
    } else {
      put(out, place.member, plan.household, plan.situation, {fact, person});
    }
  }
  add_unknown(inner, object_unknown);
  if (!inner.empty())
    out.insert(out.begin() + static_cast<std::ptrdiff_t>(std::min(inner_at, out.size())),
               {std::string(object_name), Json{std::move(inner)}});
  return out;
}

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
    JsonObject facts = facts_json(plan, 0, person_fact_count, person.id, "permit", person.permit.unknown);
    out.insert(out.end(), std::make_move_iterator(facts.begin()), std::make_move_iterator(facts.end()));
    add_unknown(out, person.unknown);
    persons.push_back(Json{std::move(out)});
  }
  JsonObject household{{"persons", Json{std::move(persons)}}};
  add_unknown(household, plan.household.unknown);
  JsonObject situation =
      facts_json(plan, person_fact_count, fact_count, "", "destination", plan.situation.destination.unknown);
  add_unknown(situation, plan.situation.unknown);
  JsonObject out{{"format", Json{std::string("vagval-plan")}}, {"version", Json{std::int64_t{plan_version}}}};
  out.emplace_back("household", Json{std::move(household)});
  out.emplace_back("situation", Json{std::move(situation)});
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
