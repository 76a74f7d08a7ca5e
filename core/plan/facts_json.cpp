#include "plan/facts_json.h"

#include <algorithm>

#include "facts/fact.h"
#include "facts/members.h"
#include "plan/value_json.h"

namespace vagval {

namespace {

template <class Member>
std::optional<Error> read_member(const Json& json, Fact, std::optional<Member>& out) requires(!std::is_enum_v<Member>) {
  return read_value(json, out);
}
template <class Choice>
std::optional<Error> read_member(const Json& json, Fact fact,
                                 std::optional<Choice>& out) requires std::is_enum_v<Choice> {
  return read_choice(json, out, info(fact).choices);
}

template <class Member>
Json member_json(Fact, const Member& answer) requires(!std::is_enum_v<Member>) {
  return json_of(answer);
}
template <class Choice>
Json member_json(Fact fact, Choice answer) requires std::is_enum_v<Choice> {
  return Json{std::string(info(fact).choices[static_cast<std::size_t>(answer)])};
}

UnknownMembers members_but(const Json& json, const std::vector<std::string_view>& known) {
  UnknownMembers out;
  for (const auto& [name, member] : *json.object())
    if (std::find(known.begin(), known.end(), name) == known.end()) out.emplace_back(name, member);
  return out;
}

// Returns the member, or nullptr where it is absent or null.
const Json* member_of(const Json& json, std::string_view name) {
  const Json* const member = json.find(name);
  return member && !member->is_null() ? member : nullptr;
}

std::string pointer_of(const FactPlace& place) {
  return (place.part.empty() ? std::string() : pointer_step(place.part)) + pointer_step(place.member);
}

template <class Owner>
std::optional<Error> read_owner(const Json& json, const std::string& at, Owner& owner,
                                std::vector<std::string_view> known) {
  std::optional<Error> fault;
  const auto fail = [&](const Error& error, const std::string& where) {
    if (!fault) fault = Error{error.id, at + where, error.detail};
  };
  each_member(owner, [&](Fact fact, auto& member) {
    const FactPlace place = place_of(fact);
    const Json* const holder = place.part.empty() ? &json : member_of(json, place.part);
    if (place.part.empty()) known.push_back(place.member);
    if (!holder) return;
    if (!holder->object()) return fail({ErrorId::wrong_type, "", "object"}, pointer_step(place.part));
    if (const Json* const value = member_of(*holder, place.member))
      if (const auto wrong = read_member(*value, fact, member)) fail(*wrong, pointer_of(place));
  });
  each_part(owner, [&](std::string_view part, std::string_view, UnknownMembers& unknown) {
    known.push_back(part);
    const Json* const holder = member_of(json, part);
    if (!holder || !holder->object()) return;
    std::vector<std::string_view> of_part;
    each_member(owner, [&](Fact fact, auto&) {
      if (place_of(fact).part == part) of_part.push_back(place_of(fact).member);
    });
    unknown = members_but(*holder, of_part);
  });
  owner.unknown = members_but(json, known);
  return fault;
}

// The object of a part stands where the first of its facts would.
template <class Owner>
JsonObject owner_json(const Owner& owner) {
  JsonObject out;
  const auto find_part = [&](std::string_view part) -> JsonObject& {
    for (auto& [name, member] : out)
      if (name == part) return *std::get_if<JsonObject>(&member.value);
    out.emplace_back(std::string(part), Json{JsonObject{}});
    return *std::get_if<JsonObject>(&out.back().second.value);
  };
  each_member(owner, [&](Fact fact, const auto& member) {
    const FactPlace place = place_of(fact);
    JsonObject& holder = place.part.empty() ? out : find_part(place.part);
    if (member) holder.emplace_back(std::string(place.member), member_json(fact, *member));
  });
  each_part(owner, [&](std::string_view part, std::string_view, const UnknownMembers& unknown) {
    JsonObject& holder = find_part(part);
    holder.insert(holder.end(), unknown.begin(), unknown.end());
    if (!holder.empty()) return;
    out.erase(std::find_if(out.begin(), out.end(), [&](const auto& member) { return member.first == part; }));
  });
  out.insert(out.end(), owner.unknown.begin(), owner.unknown.end());
  return out;
}

}  // namespace

std::optional<Error> read_facts(const Json& json, const std::string& at, Person& person,
                                const std::vector<std::string_view>& others) {
  return read_owner(json, at, person, others);
}
std::optional<Error> read_facts(const Json& json, const std::string& at, Situation& situation) {
  return read_owner(json, at, situation, {});
}

JsonObject facts_json(const Person& person) { return owner_json(person); }
JsonObject facts_json(const Situation& situation) { return owner_json(situation); }

}  // namespace vagval
