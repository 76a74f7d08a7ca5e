#include "facts/fact.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <type_traits>
#include <utility>

#include "facts/members.h"
#include "foundation/order.h"

namespace vagval {

namespace {

constexpr std::string_view ties[] = {"applicant", "spouse", "cohabitant", "child", "adult_child", "other_relative"};
constexpr std::string_view kinds[] = {"permanent", "temporary"};
constexpr std::string_view grounds[] = {"refugee",
                                        "subsidiary_protection",
                                        "quota_refugee",
                                        "exceptionally_distressing",
                                        "upper_secondary_school_act",
                                        "temporary_law_2016",
                                        "family_tie",
                                        "temporary_protection_directive",
                                        "work",
                                        "studies",
                                        "other",
                                        "none"};
constexpr std::string_view plans[] = {"goes", "stays", "undecided"};
constexpr std::string_view destinations[] = {"country_of_origin", "other_country"};

// The type of a member gives the type of its fact. An enum that is no choice of the table does not compile.
template <class Member>
struct TypeOf;
template <FactType t>
struct PlainType {
  static constexpr FactType type = t;
  static constexpr std::span<const std::string_view> choices{};
};
template <>
struct TypeOf<std::optional<bool>> : PlainType<FactType::boolean> {};
template <>
struct TypeOf<std::optional<Period>> : PlainType<FactType::date> {};
template <>
struct TypeOf<std::optional<Country>> : PlainType<FactType::country> {};
template <>
struct TypeOf<std::optional<std::string>> : PlainType<FactType::person> {};
template <auto& names, auto last>
struct ChoiceType {
  static_assert(std::size(names) == static_cast<std::size_t>(last) + 1);
  static constexpr FactType type = FactType::choice;
  static constexpr std::span<const std::string_view> choices = names;
};
template <>
struct TypeOf<std::optional<Tie>> : ChoiceType<ties, Tie::other_relative> {};
template <>
struct TypeOf<std::optional<PermitKind>> : ChoiceType<kinds, PermitKind::temporary> {};
template <>
struct TypeOf<std::optional<PermitGround>> : ChoiceType<grounds, PermitGround::none> {};
template <>
struct TypeOf<std::optional<MovePlan>> : ChoiceType<plans, MovePlan::undecided> {};
template <>
struct TypeOf<std::optional<DestinationKind>> : ChoiceType<destinations, DestinationKind::other_country> {};

// The words that the rows of the table use.
namespace in_table {

using enum Asking;
constexpr bool sheet = true, no_sheet = false;
constexpr Need always{}, in_rules{.test = Need::Test::in_rules};
constexpr Need has(Fact fact) { return {Need::Test::has, fact}; }
template <class Choice>
constexpr Need is(Fact fact, Choice answer) {
  return {Need::Test::is, fact, static_cast<std::int32_t>(answer)};
}
template <class Choice>
constexpr Need is_not(Fact fact, Choice answer) {
  return {Need::Test::is_not, fact, static_cast<std::int32_t>(answer)};
}

template <class Member>
constexpr FactInfo row(Fact fact, std::string_view name, Asking asked, int turn, bool on_sheet,
                       std::string_view meaning, std::array<Need, 2> needs) {
  return {fact, name, TypeOf<Member>::type, TypeOf<Member>::choices, asked, turn, on_sheet, meaning, needs};
}

constexpr FactInfo rows[] = {
#define PERSON_FACT(fact, member, asked, turn, on_sheet, meaning, ...)                                        \
  row<decltype(std::declval<Person>().member)>(Fact::fact, "person." #member, asked, turn, on_sheet, meaning, \
                                               {{__VA_ARGS__}}),
#define SITUATION_FACT(fact, member, asked, turn, on_sheet, meaning, ...)                                           \
  row<decltype(std::declval<Situation>().member)>(Fact::fact, "situation." #member, asked, turn, on_sheet, meaning, \
                                                  {{__VA_ARGS__}}),
#include "facts/table.inc"
};

// Facts of a person come first, so that a fact's number is its place in the rows.
constexpr bool rows_stand_at_their_facts() {
  for (std::size_t i = 0; i < fact_count; ++i)
    if (static_cast<std::size_t>(rows[i].fact) != i || (rows[i].name[0] == 'p') != (i < person_fact_count))
      return false;
  return std::size(rows) == fact_count;
}
static_assert(rows_stand_at_their_facts());

}  // namespace in_table

// The ends of a period that is open there: before and after every day.
constexpr std::int32_t open_begin = std::numeric_limits<std::int32_t>::min();
constexpr std::int32_t open_end = std::numeric_limits<std::int32_t>::max();

struct ToAnswer {
  const Household& household;
  template <class E>
  Answer operator()(const std::optional<E>& v) const {
    return v ? answered(static_cast<std::int32_t>(*v)) : Answer{};
  }
  Answer operator()(const std::optional<Period>& v) const { return v ? answered(*v) : Answer{}; }
  Answer operator()(const std::optional<Country>& v) const { return v ? answered(country_number(*v)) : Answer{}; }
  Answer operator()(const std::optional<std::string>& v) const {
    if (!v) return {};
    for (std::size_t i = 0; i < household.persons.size(); ++i)
      if (household.persons[i].id == *v) return answered(static_cast<std::int32_t>(i));
    return {};
  }
};

// Reads a text as an answer, into the member that keeps it.
struct FromText {
  const Household& household;
  const FactInfo& about;
  std::string_view text;

  bool operator()(std::optional<bool>& out) const {
    if (text != "true" && text != "false") return false;
    out = text == "true";
    return true;
  }
  bool operator()(std::optional<Period>& out) const {
    const std::optional<Period> period = parse_period(text);
    if (period) out = period;
    return period.has_value();
  }
  bool operator()(std::optional<Country>& out) const {
    const std::optional<Country> country = parse_country(text);
    if (country) out = country;
    return country.has_value();
  }
  bool operator()(std::optional<std::string>& out) const {
    if (!find_person(household, text)) return false;
    out = std::string(text);
    return true;
  }
  template <class E>
  bool operator()(std::optional<E>& out) const {
    for (std::size_t i = 0; i < about.choices.size(); ++i)
      if (about.choices[i] == text) {
        out = static_cast<E>(i);
        return true;
      }
    return false;
  }
};

// Whether a need holds of the answer that it names.
struct Holds {
  const Need& need;

  template <class E>
  bool operator()(const std::optional<E>& answer) const {
    if constexpr (std::is_enum_v<E> || std::is_same_v<E, bool>) {
      const bool same = answer && static_cast<std::int32_t>(*answer) == need.answer;
      if (need.test == Need::Test::is) return same;
      if (need.test == Need::Test::is_not) return !same;
    }
    return answer.has_value();
  }
};

}  // namespace

const FactInfo& info(Fact fact) { return in_table::rows[static_cast<std::size_t>(fact)]; }

Answer answered(const Period& period) {
  return {period.has_first() ? period.first().days : open_begin, period.has_last() ? period.last().days : open_end,
          true};
}

Period period_of(Answer answer) {
  if (answer.value == open_begin) return Period::until({answer.last});
  if (answer.last == open_end) return Period::since({answer.value});
  return Period::between({answer.value}, {answer.last}).value_or(Date{answer.value});
}

std::optional<Fact> find_fact(std::string_view name) {
  for (const FactInfo& about : in_table::rows)
    if (about.name == name) return about.fact;
  return std::nullopt;
}

bool is_everyday_fact(Fact fact) { return info(fact).asked == Asking::everyday; }

const std::vector<Fact>& facts_asked(Asking asked) {
  static const auto in_order = [] {
    std::array<std::vector<Fact>, static_cast<std::size_t>(Asking::unasked) + 1> out;
    for (const FactInfo& about : in_table::rows) out[static_cast<std::size_t>(about.asked)].push_back(about.fact);
    for (std::vector<Fact>& facts : out) sort_stably(facts, [](Fact a, Fact b) { return info(a).turn < info(b).turn; });
    return out;
  }();
  return in_order[static_cast<std::size_t>(asked)];
}

FactPlace place_of(Fact fact) {
  std::string_view name = info(fact).name;
  name.remove_prefix(name.find('.') + 1);
  const std::size_t dot = name.find('.');
  return dot == std::string_view::npos ? FactPlace{"", name} : FactPlace{name.substr(0, dot), name.substr(dot + 1)};
}

bool is_meaningful(Fact fact, const Situation& situation, const Person* person) {
  for (const Need& need : info(fact).needs) {
    if (need.test == Need::Test::always || need.test == Need::Test::in_rules) continue;
    bool holds = false;
    const auto judge = [&](const auto& member) { holds = Holds{need}(member); };
    if (is_person_fact(need.fact))
      with_member(*person, need.fact, judge);
    else
      with_member(situation, need.fact, judge);
    if (!holds) return false;
  }
  return true;
}

bool is_asked_by_rules_only(Fact fact) {
  const auto& needs = info(fact).needs;
  return std::any_of(needs.begin(), needs.end(), [](const Need& n) { return n.test == Need::Test::in_rules; });
}

Date of_age(Date birth, int adult_years) { return add_months(birth, adult_years * 12, MonthEnd::next_month); }

Period of_age(const Period& birth, int adult_years) {
  if (!birth.has_first()) return Period::until(of_age(birth.last(), adult_years));
  if (!birth.has_last()) return Period::since(of_age(birth.first(), adult_years));
  const Date first = of_age(birth.first(), adult_years);
  return Period::between(first, of_age(birth.last(), adult_years)).value_or(first);
}

std::optional<Country> parse_country(std::string_view code) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (code.size() != 2 || !is_capital(code[0]) || !is_capital(code[1])) return std::nullopt;
  return Country{{code[0], code[1]}};
}

const Person* find_person(const Household& household, std::string_view id) {
  for (const Person& person : household.persons)
    if (person.id == id) return &person;
  return nullptr;
}
Person* find_person(Household& household, std::string_view id) {
  return const_cast<Person*>(find_person(static_cast<const Household&>(household), id));
}

Answers flatten(const Household& household, const Situation& situation) {
  Answers out;
  const ToAnswer to_answer{household};
  out.persons.resize(household.persons.size());
  for (std::size_t i = 0; i < household.persons.size(); ++i)
    each_member(household.persons[i], [&](Fact fact, const auto& member) {
      out.persons[i][static_cast<std::size_t>(fact)] = to_answer(member);
    });
  // A person who has not decided may still go or stay: for a rule that is a missing answer.
  for (auto& person : out.persons) {
    Answer& plan = person[static_cast<std::size_t>(Fact::plan)];
    if (plan == answered(static_cast<std::int32_t>(MovePlan::undecided))) plan = {};
  }
  each_member(situation, [&](Fact fact, const auto& member) {
    out.situation[static_cast<std::size_t>(fact) - person_fact_count] = to_answer(member);
  });
  return out;
}

TypedAnswer typed_answer(Fact fact, Answer answer) {
  TypedAnswer out{.fact = fact, .value = {}};
  if (!answer.known) return out;
  switch (info(fact).type) {
    case FactType::boolean:
      out.value = answer.value != 0;
      break;
    case FactType::choice:
      out.value = ChoiceIndex{static_cast<std::uint8_t>(answer.value)};
      break;
    case FactType::date:
      out.value = period_of(answer);
      break;
    case FactType::country:
      out.value = country_of(answer.value);
      break;
    case FactType::person:
      out.value = PersonIndex{static_cast<std::uint8_t>(answer.value)};
      break;
  }
  return out;
}

std::string answer_text(const Household& household, Fact fact, Answer answer) {
  if (!answer.known) return {};
  const FactInfo& about = info(fact);
  switch (about.type) {
    case FactType::boolean:
      return answer.value ? "true" : "false";
    case FactType::choice:
      return std::string(about.choices[static_cast<std::size_t>(answer.value)]);
    case FactType::date:
      return to_text(period_of(answer));
    case FactType::country:
      return std::string(country_of(answer.value).letters, 2);
    case FactType::person:
      return household.persons[static_cast<std::size_t>(answer.value)].id;
  }
  return {};
}

std::string answer_text(const Household& household, const Situation& situation, const FactRef& ref) {
  std::string out;
  const auto read = [&](const auto& member) { out = answer_text(household, ref.fact, ToAnswer{household}(member)); };
  if (!is_person_fact(ref.fact))
    with_member(situation, ref.fact, read);
  else if (const Person* person = find_person(household, ref.person))
    with_member(*person, ref.fact, read);
  return out;
}

TypedAnswer read_answer(const Household& household, Fact fact, std::string_view text) {
  TypedAnswer out{.fact = fact, .value = {}};
  const auto read = [&](auto& member) {
    if (FromText{household, info(fact), text}(member)) out = typed_answer(fact, ToAnswer{household}(member));
  };
  Person person;
  Situation situation;
  if (is_person_fact(fact))
    with_member(person, fact, read);
  else
    with_member(situation, fact, read);
  return out;
}

bool set_answer(Household& household, Situation& situation, const FactRef& ref, std::string_view text) {
  bool set = false;
  const auto put = [&](auto& member) {
    if (text.empty()) member.reset();
    set = text.empty() || FromText{household, info(ref.fact), text}(member);
  };
  if (!is_person_fact(ref.fact))
    with_member(situation, ref.fact, put);
  else if (Person* person = find_person(household, ref.person))
    with_member(*person, ref.fact, put);
  return set;
}

}  // namespace vagval
