#include "state/typed_field.h"

#include <algorithm>
#include <iterator>

#include "facts/check.h"
#include "facts/fact.h"
#include "foundation/characters.h"
#include "foundation/typed_day.h"
#include "foundation/typed_number.h"
#include "state/questions.h"
#include "state/update.h"
#include "text/countries.h"

namespace vagval {

namespace {

using About = FieldPlace::About;

// A year of the calendar of Ethiopia looks like one of ours.
bool knows_ethiopian(const Assets& assets, const Session& session) {
  const std::string& beside = session.reading.beside;
  return assets.catalogue(session.language).knows_ethiopian_calendar() ||
         (!beside.empty() && assets.catalogue(beside).knows_ethiopian_calendar());
}

Error with_text(ErrorId id, std::string_view typed) {
  constexpr std::size_t most = 60;
  std::string shown = kept_text(typed, Lines::one);
  std::size_t end = 0;
  for (std::size_t count = 0; end < shown.size() && count < most; ++count) next_character(shown, end);
  if (end < shown.size()) shown = shown.substr(0, end) + "…";
  return {id, "", std::move(shown)};
}

ErrorId doubt_in_words(TypedDay::Doubt doubt) {
  switch (doubt) {
    case TypedDay::Doubt::too_far:
      return ErrorId::year_out_of_range;
    case TypedDay::Doubt::order:
      return ErrorId::date_two_ways;
    case TypedDay::Doubt::century:
      return ErrorId::date_which_century;
    case TypedDay::Doubt::no_day:
      return ErrorId::date_not_whole;
    case TypedDay::Doubt::solar_hijri:
      return ErrorId::date_solar_hijri;
    case TypedDay::Doubt::ethiopian:
      return ErrorId::date_ethiopian;
    case TypedDay::Doubt::none:
    case TypedDay::Doubt::no_such_day:
      break;
  }
  return ErrorId::no_such_date;
}

/// What a field of a day takes: a fact can be a month or a year, and a birth lies before today.
enum class DayField : std::uint8_t { exact, rough, birth };

ReadField read_day(const Assets& assets, const Session& session, std::string_view typed, DayField field) {
  const DayWanted wanted{.year_is_enough = field != DayField::exact,
                         .month_is_enough = field != DayField::exact,
                         .latest = field == DayField::birth ? std::optional(session.today) : std::nullopt,
                         .maybe_ethiopian = knows_ethiopian(assets, session)};
  TypedDay read = read_typed_day(typed, wanted);
  ReadField out{.readings = std::move(read.readings)};
  if (read.taken.empty())
    out.fault = with_text(doubt_in_words(read.doubt), typed);
  else
    out.text = std::move(read.taken);
  return out;
}

constexpr std::string_view kronor_words[] = {"kr", "kr.",   "sek",   "krona", "kronor", "kronor.",
                                             ":-", "kruna", "كرونة", "کرون",  "ክሮነር"};
constexpr std::string_view percent_words[] = {"%", "procent", "percent", "٪"};
constexpr std::string_view day_words[] = {"d", "dag", "dagar", "day", "days", "dan", "dana"};
constexpr std::string_view month_words[] = {"mån", "månad", "månader", "month", "months", "mjesec", "mjeseci"};

// The words that may stand beside a number of this value.
std::vector<std::string> units_of(const Plan& plan, const ValueInfo& value) {
  const auto all = [](const auto& words) {
    std::vector<std::string> out;
    for (const std::string_view word : words) out.push_back(plainly(word));
    return out;
  };
  const ValueRef& ref = value.ref;
  if (ref.member == "prices_percent") return all(percent_words);
  if (ref.member == "days") return all(day_words);
  if (ref.member == "months_late") return all(month_words);
  if (ref.of == ValueRef::Of::line) {
    const auto line = std::find_if(plan.budget.lines.begin(), plan.budget.lines.end(),
                                   [&](const BudgetLine& l) { return l.id == ref.id; });
    if (line != plan.budget.lines.end() && line->money == Money::other) return {plainly(plan.budget.currency)};
  }
  return all(kronor_words);
}

ReadField read_number(const Plan& plan, const ValueInfo& value, std::string_view typed) {
  const std::vector<std::string> units = units_of(plan, value);
  const std::vector<std::string_view> wanted(units.begin(), units.end());
  const TypedNumber read = read_typed_number(typed, {value.decimals, wanted});
  ReadField out;
  for (const std::int64_t reading : read.readings) out.readings.push_back(amount_text(reading, value.decimals));
  if (read.taken)
    out.text = amount_text(*read.taken, value.decimals);
  else if (!read.readings.empty())
    out.fault = with_text(ErrorId::number_two_ways, typed);
  else
    out.fault = with_text(read.unit.empty() ? ErrorId::not_a_number : ErrorId::number_with_word, typed);
  return out;
}

ReadField as_it_is(std::string text) { return {.text = std::move(text), .fault = {}, .readings = {}}; }

std::string capital(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

std::optional<Error> put_label(Plan& plan, const std::string& person, const std::string& text) {
  Person* const found = find_person(plan.household, person);
  if (!found) return Error{ErrorId::missing_id, "", person};
  if (auto fault = label_fault(text)) return fault;
  if (text.empty())
    found->label.reset();
  else
    found->label = text;
  return std::nullopt;
}

// A day that has not come is no birthday and Sweden no destination: the draft keeps it, the plan does not.
std::optional<Error> put_fact(Plan& plan, Date today, const FactRef& ref, const std::string& text) {
  Plan changed = plan;
  if (!answer(changed, ref, text))
    return with_text(info(ref.fact).type == FactType::country ? ErrorId::not_a_country : ErrorId::no_such_date, text);
  const std::vector<Error> before = faults(plan.household, plan.situation, today);
  for (const Error& fault : faults(changed.household, changed.situation, today))
    if (std::find(before.begin(), before.end(), fault) == before.end()) return Error{fault.id, "", fault.detail};
  plan = std::move(changed);
  return std::nullopt;
}

Action where_value_is(const ValueRef& value) {
  switch (value.of) {
    case ValueRef::Of::task:
      return OpenItem{ScreenId::path, value.id};
    case ValueRef::Of::own:
      return OpenItem{ScreenId::path, name_of_own_task(value.id)};
    case ValueRef::Of::doc:
      return OpenItem{ScreenId::documents, "doc." + value.id};
    case ValueRef::Of::way:
      return OpenItem{ScreenId::compare, "way." + value.id};
    case ValueRef::Of::matter:
      return OpenItem{ScreenId::compare, "matter." + value.id};
    case ValueRef::Of::question:
      return OpenItem{ScreenId::questions, "question." + value.id};
    case ValueRef::Of::journal:
      return OpenItem{ScreenId::journal, "journal." + value.id};
    case ValueRef::Of::nothing:
    case ValueRef::Of::course:
    case ValueRef::Of::stage:
    case ValueRef::Of::line:
    case ValueRef::Of::budget:
      break;
  }
  return GoTo{ScreenId::money};
}

}  // namespace

std::string without_spaces_around(std::string text) {
  constexpr std::string_view space = " \n";
  text.erase(0, std::min(text.find_first_not_of(space), text.size()));
  text.erase(text.find_last_not_of(space) + 1);
  return text;
}

bool answer(Plan& plan, const FactRef& ref, std::string_view text) {
  Plan changed = plan;
  if (!set_answer(changed.household, changed.situation, ref, text)) return false;
  forget_draft(changed, field_of(id_of(question_about(ref))));
  plan = std::move(changed);
  return true;
}

FieldPlace place_of_field(const Plan& plan, std::string_view field) {
  FieldPlace out;
  FieldRef ref = parse_field(field);
  if (ref.about == FieldRef::About::value) {
    out.name = name_of(ref.value);
    out.value = value_info(out.name);
    if (out.value.kind == ValueKind::none) return out;
    out.about = About::value;
    out.where = where_value_is(out.value.ref);
    return out;
  }
  if (ref.about != FieldRef::About::answer) return out;
  const bool situation = ref.question.whom == whom_situation;
  if (!situation && !find_person(plan.household, ref.question.whom)) return out;
  if (!situation) out.fact.person = ref.question.whom;
  if (!situation && ref.question.slug == slug_of_label) {
    out.about = About::label;
    out.where = OpenPerson{out.fact.person};
    return out;
  }
  if (const std::optional<Fact> fact = fact_of_slug(ref.question.slug, !situation)) {
    out.about = About::fact;
    out.fact.fact = *fact;
    out.where = OpenQuestion{name_of(ref.question)};
  }
  return out;
}

ReadField read_field(const Assets& assets, const Plan& plan, const Session& session, const FieldPlace& place,
                     std::string_view typed) {
  if (place.about == About::label) return as_it_is(without_spaces_around(kept_text(typed, Lines::one)));
  if (place.about == About::value && place.value.kind == ValueKind::words)
    return as_it_is(kept_text(typed, Lines::one));
  if (place.about == About::value && place.value.kind == ValueKind::lines)
    return as_it_is(kept_text(typed, Lines::several));
  const std::string plain = plainly(typed);
  if (plain.empty()) return as_it_is("");
  const bool fact = place.about == About::fact;
  const FactType type = fact ? info(place.fact.fact).type : FactType::choice;
  if (fact && type == FactType::date)
    return read_day(assets, session, typed, place.fact.fact == Fact::birth ? DayField::birth : DayField::rough);
  if (place.value.kind == ValueKind::date) return read_day(assets, session, typed, DayField::exact);
  if (place.value.kind == ValueKind::number) return read_number(plan, place.value, typed);
  if (type == FactType::country || place.value.kind == ValueKind::country) {
    if (const auto code = country_named(assets.catalogues, plain)) return as_it_is(*code);
    if (plain.size() != 2) return {.text = {}, .fault = with_text(ErrorId::not_a_country, typed), .readings = {}};
    return as_it_is(capital(plain));
  }
  return {.text = {}, .fault = with_text(ErrorId::unknown_choice, typed), .readings = {}};
}

std::optional<Error> put_field(Plan& plan, Date today, const FieldPlace& place, const std::string& text) {
  switch (place.about) {
    case About::label:
      return put_label(plan, place.fact.person, text);
    case About::fact:
      return put_fact(plan, today, place.fact, text);
    case About::value:
      return set_plan_value(plan, place.name, text, today);
    case About::nothing:
      break;
  }
  return Error{ErrorId::missing_id, "", ""};
}

FieldValue value_of_field(const Plan& plan, const FieldPlace& place) {
  if (place.about == About::value) return {plan_value(plan, place.name)};
  if (place.about != About::fact) return {};
  return {answer_text(plan.household, plan.situation, place.fact)};
}

void put_back(Plan& plan, Date today, const FieldPlace& place, const FieldValue& before) {
  if (value_of_field(plan, place) == before) return;
  if (place.about == About::value) {
    set_plan_value(plan, place.name, before.value, today);
    return;
  }
  set_answer(plan.household, plan.situation, place.fact, before.value);
}

Action choose_reading(const FieldPlace& place, const std::string& reading) {
  if (place.about == About::value) return SetValue{place.name, reading};
  return SetAnswer{place.fact, reading};
}

const std::string* typed_into(const Plan& plan, const Session& session, const std::string& field) {
  if (const auto draft = session.drafts.find(field); draft != session.drafts.end()) return &draft->second;
  const Draft* const draft = find_draft(plan, field);
  return draft ? &draft->text : nullptr;
}

std::optional<Error> draft_error(const Assets& assets, const Plan& plan, const Session& session,
                                 const std::string& field) {
  const Draft* const draft = find_draft(plan, field);
  if (!draft || session.drafts.contains(field)) return std::nullopt;
  const FieldPlace place = place_of_field(plan, field);
  const ReadField read = read_field(assets, plan, session, place, draft->text);
  if (!read.text) return read.fault;
  Plan tried = plan;
  if (auto fault = put_field(tried, session.today, place, without_spaces_around(*read.text))) return fault;
  // Left while it was being typed: it can be taken, and has not been.
  return with_text(ErrorId::not_taken_yet, draft->text);
}

}  // namespace vagval
