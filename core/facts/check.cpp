#include "facts/check.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "foundation/utf8.h"

namespace vagval {

namespace {

constexpr std::string_view oddity_names[] = {"valid_but_expired",
                                             "child_is_adult",
                                             "adult_child_is_minor",
                                             "arrival_before_departure",
                                             "departure_before_application",
                                             "permanent_with_expiry",
                                             "granted_before_birth",
                                             "granted_in_future",
                                             "citizen_with_permit",
                                             "cohabitant_lives_apart",
                                             "refused_with_permits"};
static_assert(std::size(oddity_names) == static_cast<std::size_t>(OddityId::refused_with_permits) + 1);

std::string at(std::size_t person, std::string_view member) {
  return "/household/persons/" + std::to_string(person) + std::string(member);
}

// "person.permit.valid" is "/permit/valid" of the person.
std::string pointer_in_owner(Fact fact) {
  const std::string_view name = info(fact).name;
  std::string out(name.substr(std::min(name.find('.'), name.size())));
  std::replace(out.begin(), out.end(), '.', '/');
  return out;
}

bool is_partner(const Person& person) { return person.tie == Tie::spouse || person.tie == Tie::cohabitant; }

std::size_t index_of(const Household& household, const std::string& id) {
  const auto found =
      std::find_if(household.persons.begin(), household.persons.end(), [&](const Person& p) { return p.id == id; });
  return static_cast<std::size_t>(found - household.persons.begin());
}

// Follows the ties of a person; returns whether they lead back to that person.
bool leads_back(const Household& household, std::size_t start) {
  std::size_t now = start;
  for (std::size_t steps = 0; steps <= household.persons.size(); ++steps) {
    const auto& tie = household.persons[now].permit.tie_to;
    if (!tie || household.persons[now].permit.ground != PermitGround::family_tie) return false;
    now = index_of(household, *tie);
    if (now == household.persons.size()) return false;
    if (now == start) return true;
  }
  return false;
}

// The table of facts says who needs no permit, so that none can be refused to them: those who are not asked about one.
bool has_valid_permit(const Person& person, const Situation& situation) {
  if (!is_meaningful(Fact::permit_ground, situation, &person)) return true;
  return person.permit.valid == true && person.permit.ground && person.permit.ground != PermitGround::none;
}

Truth is_adult(const Person& person, Date today, std::optional<int> adult_years) {
  if (!adult_years || !person.birth) return Truth::unknown;
  return on_or_before(of_age(*person.birth, *adult_years), today);
}

// Whether the day of the one lies before that of the other, for all days that the two can be.
bool is_before(const std::optional<Period>& a, const std::optional<Period>& b) {
  return a && b && before(*a, *b) == Truth::yes;
}

}  // namespace

std::optional<Error> text_fault(std::string_view bytes, std::size_t most, bool line_ends) {
  if (const std::size_t broken = first_broken_utf8(bytes); broken != std::string_view::npos)
    return Error{ErrorId::not_utf8, "", std::to_string(broken)};
  if (count_characters(bytes) > most) return Error{ErrorId::text_too_long, "", std::to_string(most)};
  for (std::size_t at = 0; at < bytes.size();) {
    const char32_t c = next_character(bytes, at);
    if ((is_control_character(c) || is_direction_mark(c)) && !(line_ends && c == '\n'))
      return Error{ErrorId::text_has_control, "", ""};
  }
  return std::nullopt;
}

std::optional<Error> label_fault(std::string_view label) { return text_fault(label, label_characters_max, false); }

std::vector<Error> form_faults(const Household& household) {
  std::vector<Error> out;
  const auto& persons = household.persons;
  if (persons.size() > persons_max)
    out.push_back({ErrorId::too_many_persons, "/household/persons", std::to_string(persons.size())});
  bool applicant = false, partner = false;
  for (std::size_t i = 0; i < persons.size(); ++i) {
    const Person& person = persons[i];
    if (index_of(household, person.id) < i) out.push_back({ErrorId::duplicate_person, at(i, "/id"), person.id});
    if (person.tie == Tie::applicant && std::exchange(applicant, true))
      out.push_back({ErrorId::two_applicants, at(i, "/tie"), ""});
    if (is_partner(person) && std::exchange(partner, true)) out.push_back({ErrorId::two_partners, at(i, "/tie"), ""});
    if (!person.permit.tie_to) continue;
    if (*person.permit.tie_to == person.id)
      out.push_back({ErrorId::tie_to_self, at(i, "/permit/tie_to"), person.id});
    else if (!find_person(household, *person.permit.tie_to))
      out.push_back({ErrorId::tie_to_nobody, at(i, "/permit/tie_to"), *person.permit.tie_to});
    else if (leads_back(household, i))
      out.push_back({ErrorId::tie_cycle, at(i, "/permit/tie_to"), *person.permit.tie_to});
  }
  return out;
}

std::vector<Error> faults(const Household& household, const Situation& situation, Date today) {
  std::vector<Error> out = form_faults(household);
  for (std::size_t i = 0; i < household.persons.size(); ++i) {
    const Person& person = household.persons[i];
    if (is_before(today, person.birth))
      out.push_back({ErrorId::born_in_future, at(i, "/birth"), to_text(*person.birth)});
  }
  if (situation.destination.country == Country{{'S', 'E'}})
    out.push_back({ErrorId::destination_is_sweden, "/situation/destination/country", "SE"});
  return out;
}

std::string_view oddity_name(OddityId id) { return oddity_names[static_cast<std::size_t>(id)]; }

std::vector<Oddity> oddities(const Household& household, const Situation& situation, Date today,
                             std::optional<int> adult_years) {
  std::vector<Oddity> out;
  for (std::size_t i = 0; i < household.persons.size(); ++i) {
    const Person& p = household.persons[i];
    const auto add = [&](bool odd, OddityId id, Fact fact) {
      if (odd) out.push_back({id, fact, at(i, pointer_in_owner(fact)), p.id});
    };
    const Truth adult = is_adult(p, today, adult_years);
    add(p.permit.valid == true && is_before(p.permit.expires_on, today), OddityId::valid_but_expired,
        Fact::permit_valid);
    add(p.tie == Tie::child && adult == Truth::yes, OddityId::child_is_adult, Fact::tie);
    add(p.tie == Tie::adult_child && adult == Truth::no, OddityId::adult_child_is_minor, Fact::tie);
    add(p.permit.kind == PermitKind::permanent && p.permit.expires_on, OddityId::permanent_with_expiry,
        Fact::permit_expires_on);
    add(is_before(p.permit.granted_on, p.birth), OddityId::granted_before_birth, Fact::permit_granted_on);
    add(is_before(today, p.permit.granted_on), OddityId::granted_in_future, Fact::permit_granted_on);
    add(p.permit.ground && p.permit.ground != PermitGround::none && !is_meaningful(Fact::permit_ground, situation, &p),
        OddityId::citizen_with_permit, Fact::permit_ground);
    add(p.tie == Tie::cohabitant && p.lives_with_applicant == false, OddityId::cohabitant_lives_apart,
        Fact::lives_with_applicant);
  }
  const auto add = [&](bool odd, OddityId id, Fact fact) {
    if (odd) out.push_back({id, fact, "/situation" + pointer_in_owner(fact), ""});
  };
  add(is_before(situation.arrival_date, situation.departure_date), OddityId::arrival_before_departure,
      Fact::arrival_date);
  add(is_before(situation.departure_date, situation.application_date), OddityId::departure_before_application,
      Fact::departure_date);
  const bool all_have_permits =
      !household.persons.empty() && std::all_of(household.persons.begin(), household.persons.end(),
                                                [&](const Person& p) { return has_valid_permit(p, situation); });
  add(situation.asylum_refused_or_withdrawn == true && all_have_permits, OddityId::refused_with_permits,
      Fact::asylum_refused_or_withdrawn);
  return out;
}

}  // namespace vagval
