// What the actions about people, answers and fields do to a plan.

#include <algorithm>
#include <cctype>

#include "app/questions.h"
#include "app/update.h"
#include "facts/check.h"
#include "foundation/digits.h"

namespace vagval {

namespace {

// The birth year and the birth date are one question: whichever is given replaces the other.
void forget_twin(Plan& plan, const FactRef& ref) {
  if (ref.fact == Fact::birth_year) set_answer(plan.household, plan.situation, {Fact::birth_date, ref.person}, "");
  if (ref.fact == Fact::birth_date) set_answer(plan.household, plan.situation, {Fact::birth_year, ref.person}, "");
}

bool answer(Plan& plan, const FactRef& ref, std::string_view text) {
  Plan changed = plan;
  if (!set_answer(changed.household, changed.situation, ref, text)) return false;
  forget_twin(changed, ref);
  plan = std::move(changed);
  return true;
}

std::string trimmed(std::string text) {
  const auto is_space = [](unsigned char c) { return std::isspace(c) != 0; };
  text.erase(text.begin(), std::find_if_not(text.begin(), text.end(), is_space));
  while (!text.empty() && is_space(static_cast<unsigned char>(text.back()))) text.pop_back();
  return text;
}

// "field.p1.permit_granted_on" is about p1's permit date.
std::optional<FactRef> fact_of_field(const Plan& plan, std::string_view field) {
  field.remove_prefix(std::min(field.size(), field.find('.') + 1));
  const std::size_t dot = field.find('.');
  const std::string whom(field.substr(0, dot)), slug(dot == std::string_view::npos ? "" : field.substr(dot + 1));
  for (std::size_t f = 0; f < fact_count; ++f) {
    const Fact fact = static_cast<Fact>(f);
    if (slug_of(fact) != slug || is_person_fact(fact) != (whom != "situation")) continue;
    if (whom == "situation") return FactRef{fact, ""};
    if (find_person(plan.household, whom)) return FactRef{fact, whom};
  }
  return std::nullopt;
}

bool is_year(const std::string& text) {
  return text.size() == 4 &&
         std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

bool commit(Plan& plan, Date today, FactRef ref, std::string text) {
  if (ref.fact == Fact::birth_year && !text.empty() && !is_year(text)) ref.fact = Fact::birth_date;
  if (info(ref.fact).type == FactType::country)
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  Plan changed = plan;
  if (!answer(changed, ref, text)) return false;
  // A day that has not come is no birthday and Sweden no destination: the draft keeps it, the plan does not.
  const auto new_faults = faults(changed.household, changed.situation, today).size();
  if (new_faults > faults(plan.household, plan.situation, today).size()) return false;
  plan = std::move(changed);
  return true;
}

bool set_label(Plan& plan, std::string_view field, const std::string& text) {
  const std::string id(field.substr(6, field.size() - 6 - std::string_view(".label").size()));
  Person* person = find_person(plan.household, id);
  if (!person || label_fault(text)) return false;
  if (text.empty())
    person->label.reset();
  else
    person->label = text;
  return true;
}

constexpr std::size_t typed_max = 65'536;  // bytes in one field

std::string bad(const std::string& field) { return "bad." + field; }

bool is_date_field(std::string_view field) {
  return field.ends_with(".on") || field.ends_with(".rate_on") || field.ends_with("_date") ||
         field.ends_with(".expires_on");
}

// What is typed stays as it was typed; the plan follows as soon as it can be read.
void edit_value(Model& model, const std::string& field, const std::string& text, bool committed) {
  Session& session = model.session;
  session.drafts[field] = text;
  const std::string clean = committed || is_date_field(field) ? trimmed(text) : text;
  if (!committed && is_date_field(field) && !clean.empty() && clean.size() != 10) return;
  const bool read = !set_plan_value(model.plan, field.substr(4), clean, session.today);
  if (read && committed) session.drafts.erase(field);
  if (committed && !read) session.open.insert(bad(field));
}

}  // namespace

void change_plan(const Assets&, Model& model, const SetValue& action) {
  model.session.message.reset();
  if (const auto fault = set_plan_value(model.plan, action.name, action.text, model.session.today)) {
    const std::string name(error_name(fault->id));
    model.session.message = Message{true, "error." + name + ".what", "error." + name + ".do", fault->detail, ""};
    return;
  }
  model.session.drafts.erase("set." + action.name);
}

void change_plan(const Assets&, Model& model, const AddEntry& action) {
  const std::optional<std::string> id = add_entry(model.plan, action.list, action.about, model.session.today);
  if (!id) {
    model.session.message =
        Message{true, "error.too_many_entries.what", "error.too_many_entries.do", std::to_string(entries_max), ""};
    return;
  }
  model.session.message.reset();
  const auto open = [&](std::string item, std::string focus) {
    if (!item.empty()) model.session.item = std::move(item);
    model.session.focus = std::move(focus);
    ++model.session.focus_serial;
  };
  switch (action.list) {
    case EntryList::own_task:
      return open("own." + *id, "set.own." + *id + ".text");
    case EntryList::line:
      return open("", "set.line." + *id + ".text");
    case EntryList::matter:
      return open("matter." + *id, "set.matter." + *id + ".text");
    case EntryList::question:
      return open("question." + *id, "set.question." + *id + ".text");
    case EntryList::journal:
      return open("journal." + *id, "set.journal." + *id + ".text");
  }
}

void change_plan(const Assets&, Model& model, const RemoveEntry& action) {
  const OwnTask* task = action.list == EntryList::own_task ? find_own_task(model.plan, action.id) : nullptr;
  const std::string back = task ? task->section : std::string();
  remove_entry(model.plan, action.list, action.id);
  if (action.list != EntryList::line) model.session.item = back;
  model.session.message = Message{false, "message.entry_removed.what", "message.removed.do", "", ""};
  model.session.focus = "title";
  ++model.session.focus_serial;
}

std::string field_of(std::string_view question) { return "field." + std::string(question); }

void change_plan(const Assets&, Model& model, const AddPerson& action) {
  auto& persons = model.plan.household.persons;
  if (persons.size() >= persons_max) {
    model.session.message = Message{true, "error.too_many_persons.what", "error.too_many_persons.do",
                                    std::to_string(persons.size() + 1), ""};
    return;
  }
  Person person{.id = free_person_id(model.plan.household)};
  const std::string id = person.id;
  persons.push_back(std::move(person));
  set_answer(model.plan.household, model.plan.situation, {Fact::tie, id}, action.tie);
  if (!form_faults(model.plan.household).empty()) find_person(model.plan.household, id)->tie.reset();
  model.session.person = id;
  model.session.question = id + "." + slug_of(Fact::birth_year);
  model.session.screen = ScreenId::household;
  model.session.message.reset();
  model.session.focus = "title";
  ++model.session.focus_serial;
}

void change_plan(const Assets&, Model& model, const RemovePerson& action) {
  auto& persons = model.plan.household.persons;
  bool untied = false;
  for (Person& other : persons)
    if (other.permit.tie_to == action.person && other.id != action.person) {
      other.permit.tie_to.reset();
      untied = true;
    }
  persons.erase(std::remove_if(persons.begin(), persons.end(), [&](const Person& p) { return p.id == action.person; }),
                persons.end());
  model.session.person.clear();
  model.session.question.clear();
  model.session.message =
      Message{false, "message.removed.what", untied ? "message.removed.untied" : "message.removed.do", "", ""};
  model.session.focus = "title";
  ++model.session.focus_serial;
}

void change_plan(const Assets&, Model& model, const SetAnswer& action) {
  Plan changed = model.plan;
  if (!answer(changed, action.fact, action.text)) return;
  if (action.fact.fact == Fact::tie || action.fact.fact == Fact::permit_tie_to ||
      action.fact.fact == Fact::permit_ground)
    if (const auto found = form_faults(changed.household); !found.empty()) {
      const std::string name(error_name(found.front().id));
      model.session.message =
          Message{true, "error." + name + ".what", "error." + name + ".do", found.front().detail, ""};
      return;
    }
  model.plan = std::move(changed);
  const Question question = question_about(action.fact);
  model.session.drafts.erase(field_of(id_of(question)));
  // The picker stays on the day it has reached, so that arrow keys can go on from there.
  if (const auto picker = model.session.drafts.find("pick." + id_of(question)); picker != model.session.drafts.end()) {
    if (parse_date(action.text))
      picker->second = action.text;
    else
      model.session.drafts.erase(picker);
  }
  model.session.open.erase(bad(field_of(id_of(question))));
  model.session.message.reset();
}

void change_plan(const Assets&, Model& model, const SetAnswerForAll& action) {
  for (std::size_t f = 0; f < person_fact_count; ++f)
    if (id_of({Scope::everyone, static_cast<Fact>(f), ""}) == action.question)
      for (const Person& person : std::vector<Person>(model.plan.household.persons))
        answer(model.plan, {static_cast<Fact>(f), person.id}, action.text);
  model.session.message.reset();
}

void edit_field(Model& model, const std::string& field, const std::string& text, bool committed) {
  Session& session = model.session;
  if (field.starts_with("pass.")) {
    if (text.size() <= typed_max) session.drafts[field] = text;
    session.keeping.fault.clear();
    return;
  }
  if (field == key_field) {
    if (text.size() <= typed_max) session.drafts[field] = text;
    return give_key(model, text);
  }
  if (field.starts_with("pick.")) {
    session.drafts[field] = text;
    return;
  }
  session.open.erase(bad(field));
  if (text.size() > typed_max) {
    // A whole book pasted by mistake: what stood there stays, and it is said.
    model.session.message =
        Message{true, "error.text_too_long.what", "error.text_too_long.do", std::to_string(note_max), ""};
    return;
  }
  if (field.starts_with("set.")) return edit_value(model, field, text, committed);
  session.drafts[field] = text;
  const std::optional<FactRef> ref = fact_of_field(model.plan, field);
  const bool is_label = field.ends_with(".label");
  const std::string clean = is_label ? trimmed(text) : western_digits(trimmed(text));
  // While somebody is still typing only a complete date counts, so that 1987-1 does not become the year 1987.
  const bool ready = committed || is_label || clean.empty() || clean.size() == 10;
  const bool read =
      ready && (is_label ? set_label(model.plan, field, clean) : ref && commit(model.plan, session.today, *ref, clean));
  if (read && committed) session.drafts.erase(field);
  if (committed && !read) session.open.insert(bad(field));
}

std::optional<Error> draft_error(const Plan& plan, const Session& session, const std::string& field) {
  const auto draft = session.drafts.find(field);
  if (draft == session.drafts.end() || !session.open.contains(bad(field))) return std::nullopt;
  const std::string& text = draft->second;
  if (field.starts_with("set.")) {
    Plan tried = plan;
    return set_plan_value(tried, field.substr(4), trimmed(text), session.today);
  }
  if (field.ends_with(".label")) return label_fault(text);
  if (field.ends_with("destination_country"))
    return text == "SE" || text == "se" ? Error{ErrorId::destination_is_sweden, "", "SE"}
                                        : Error{ErrorId::not_a_country, "", text};
  const std::string clean = western_digits(trimmed(text));
  const std::optional<Date> date = parse_date(clean);
  if ((date && *date > session.today) || (is_year(clean) && clean > to_iso(session.today).substr(0, 4)))
    return Error{ErrorId::born_in_future, "", text};
  const std::string year = clean.substr(0, 4);
  if (is_year(year) && (year < "1900" || year > "2199")) return Error{ErrorId::year_out_of_range, "", year};
  return Error{ErrorId::no_such_date, "", text};
}

}  // namespace vagval
