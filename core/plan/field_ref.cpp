#include "plan/field_ref.h"

#include <algorithm>
#include <iterator>

#include "plan/plan.h"

namespace vagval {

namespace {

constexpr std::size_t entry_id_characters_max = 120;

constexpr std::string_view value_kinds[] = {"",     "course", "stage", "task",   "own",      "doc",
                                            "line", "budget", "way",   "matter", "question", "journal"};
static_assert(std::size(value_kinds) == static_cast<std::size_t>(ValueRef::Of::journal) + 1);

constexpr std::string_view about_answer = "field.", about_value = "set.", about_picker = "pick.",
                           about_passphrase = "pass.", about_doubt = "doubt.", about_adviser = "who.",
                           of_household = "household";

ValueRef::Of kind_named(std::string_view name) {
  const auto found = std::find(std::next(std::begin(value_kinds)), std::end(value_kinds), name);
  return found == std::end(value_kinds) ? ValueRef::Of::nothing
                                        : static_cast<ValueRef::Of>(found - std::begin(value_kinds));
}

// Cuts off what stands before the first dot; without a dot, the whole text.
std::string_view take_step(std::string_view& text) {
  const std::size_t dot = text.find('.');
  const std::string_view step = text.substr(0, dot);
  text = dot == std::string_view::npos ? std::string_view() : text.substr(dot + 1);
  return step;
}

std::optional<std::string_view> rest_after(std::string_view begin, std::string_view name) {
  if (!name.starts_with(begin)) return std::nullopt;
  return name.substr(begin.size());
}

std::optional<std::string> text_after(std::string_view begin, std::string_view name) {
  const auto rest = rest_after(begin, name);
  return rest ? std::optional(std::string(*rest)) : std::nullopt;
}

bool is_in_ids(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
         c == '.' || c == '/';
}

std::string joined(std::string_view a, std::string_view b) { return std::string(a) + std::string(b); }

}  // namespace

ValueRef parse_value(std::string_view name) {
  ValueRef out{.of = kind_named(take_step(name))};
  switch (out.of) {
    case ValueRef::Of::nothing:
    case ValueRef::Of::course:
    case ValueRef::Of::stage:
      return out;
    case ValueRef::Of::budget:
      out.member = name;
      return out;
    case ValueRef::Of::task:
    case ValueRef::Of::question:
    case ValueRef::Of::doc: {
      // The names of these contain dots; those of all others do not.
      const std::size_t last = name.rfind('.');
      if (last == std::string_view::npos) return {};
      out.id = name.substr(0, last);
      out.member = name.substr(last + 1);
      return out;
    }
    default:
      break;
  }
  if (name.find('.') == std::string_view::npos) return {};
  out.id = take_step(name);
  out.member = take_step(name);
  out.other = name;
  return out;
}

std::string name_of(const ValueRef& value) {
  std::string out(value_kinds[static_cast<std::size_t>(value.of)]);
  for (const std::string* part : {&value.id, &value.member, &value.other})
    if (!part->empty()) out += "." + *part;
  return out;
}

DocumentRef parse_document(std::string_view id) {
  const std::string_view person = take_step(id);
  return {person == of_household ? std::string() : std::string(person), std::string(id)};
}

QuestionRef parse_question(std::string_view id) {
  const std::string_view whom = take_step(id);
  return {std::string(whom), std::string(id)};
}
std::string name_of(const QuestionRef& question) { return question.whom + "." + question.slug; }

FieldRef parse_field(std::string_view id) {
  using About = FieldRef::About;
  if (const auto question = rest_after(about_answer, id))
    return {.about = About::answer, .question = parse_question(*question), .value = {}, .part = {}};
  if (const auto question = rest_after(about_picker, id))
    return {.about = About::picker, .question = parse_question(*question), .value = {}, .part = {}};
  if (const auto value = rest_after(about_value, id))
    return {.about = About::value, .question = {}, .value = parse_value(*value), .part = {}};
  if (const auto part = rest_after(about_passphrase, id))
    return {.about = About::passphrase, .question = {}, .value = {}, .part = std::string(*part)};
  return {};
}

std::string name_of(const FieldRef& field) {
  switch (field.about) {
    case FieldRef::About::answer:
      return field_of(name_of(field.question));
    case FieldRef::About::value:
      return field_of_value(name_of(field.value));
    case FieldRef::About::picker:
      return picker_of(name_of(field.question));
    case FieldRef::About::passphrase:
      return joined(about_passphrase, field.part);
    case FieldRef::About::nothing:
      break;
  }
  return {};
}

std::string field_of(std::string_view question) { return joined(about_answer, question); }
std::string field_of_value(std::string_view value) { return joined(about_value, value); }
std::string picker_of(std::string_view question) { return joined(about_picker, question); }

bool belongs_to(const FieldRef& field, std::string_view person) {
  if (person.empty()) return false;
  if (field.about == FieldRef::About::answer) return field.question.whom == person;
  return field.about == FieldRef::About::value && field.value.of == ValueRef::Of::doc &&
         parse_document(field.value.id).person == person;
}

bool is_field_name(std::string_view name) {
  return (rest_after(about_answer, name) || rest_after(about_value, name)) && name.size() <= field_max &&
         std::all_of(name.begin(), name.end(), is_in_ids);
}

bool is_entry_id(std::string_view id) {
  return !id.empty() && id.size() <= entry_id_characters_max && std::all_of(id.begin(), id.end(), is_in_ids);
}

bool is_own_question(std::string_view id) { return id.find('.') == std::string_view::npos; }
std::string name_of_doubt(std::string_view fact) { return joined(about_doubt, fact); }
std::optional<std::string> doubted_by(std::string_view question) { return text_after(about_doubt, question); }
std::optional<std::string> adviser_named(std::string_view key) { return text_after(about_adviser, key); }

std::string slug_of(Fact fact) {
  std::string_view name = info(fact).name;
  take_step(name);
  std::string out(name);
  std::replace(out.begin(), out.end(), '.', '_');
  return out;
}

std::optional<Fact> fact_of_slug(std::string_view slug, bool of_person) {
  for (std::size_t f = 0; f < fact_count; ++f)
    if (const Fact fact = static_cast<Fact>(f); is_person_fact(fact) == of_person && slug_of(fact) == slug) return fact;
  return std::nullopt;
}

}  // namespace vagval
