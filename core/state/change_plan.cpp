// What the actions about people, answers and fields do to a plan.

#include <algorithm>

#include "facts/check.h"
#include "foundation/characters.h"
#include "plan/entries_json.h"
#include "state/parts.h"
#include "state/questions.h"
#include "state/typed_field.h"
#include "state/update.h"

namespace vagval {

namespace {

constexpr std::size_t typed_max = 65'536;  // bytes in one field

// What the plan has not taken of a field is kept in it as it was typed, so that it is saved with the rest.
void keep_draft(Plan& plan, const std::string& field, std::string_view text) {
  forget_draft(plan, field);
  Draft draft{.field = field, .text = kept_text(text, Lines::several)};
  if (draft.text.empty() || plan.drafts.size() >= entries_max || !is_field_name(field)) return;
  plan.drafts.push_back(std::move(draft));
}

// A date that is still being typed counts once it is whole: 1987-1 is not the year 1987, 2027-03-1 not the first.
bool is_read_while_typed(const FieldPlace& place, const ReadField& read, std::string_view text) {
  const bool day = place.value.kind == ValueKind::date ||
                   (place.about == FieldPlace::About::fact && info(place.fact.fact).type != FactType::country);
  return !day || (read.text && read.text->empty()) || parse_date(plainly(text));
}

void forget_typed(Session& session, const std::string& field) {
  session.drafts.erase(field);
  session.typed_as.erase(field);
}

// A button has answered the question about a field. The button disappears, so the focus goes to the field.
void answer_field(Model& model, const std::string& field) {
  if (find_draft(model.plan, field) || model.session.typed_as.contains(field)) {
    focus_on(model.session, field);
  }
  forget_typed(model.session, field);
}

}  // namespace

void change_plan(const Assets&, Model& model, const SetValue& action) {
  model.session.message.reset();
  Plan changed = model.plan;
  if (const auto fault = set_plan_value(changed, action.name, action.text, model.session.today)) {
    const std::string name(error_name(fault->id));
    model.session.message = Message{true, "error." + name + ".what", "error." + name + ".do", fault->detail, ""};
    return;
  }
  answer_field(model, field_of_value(action.name));
  model.plan = std::move(changed);
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
    focus_on(model.session, std::move(focus));
  };
  const auto text_of = [&](ValueRef::Of of) {
    return field_of_value(name_of(ValueRef{.of = of, .id = *id, .member = "text", .other = {}}));
  };
  switch (action.list) {
    case EntryList::own_task:
      return open(name_of_own_task(*id), text_of(ValueRef::Of::own));
    case EntryList::line:
      return open("", text_of(ValueRef::Of::line));
    case EntryList::matter:
      return open("matter." + *id, text_of(ValueRef::Of::matter));
    case EntryList::question:
      return open("question." + *id, text_of(ValueRef::Of::question));
    case EntryList::journal:
      return open("journal." + *id, text_of(ValueRef::Of::journal));
  }
}

void change_plan(const Assets&, Model& model, const RemoveEntry& action) {
  const OwnTask* task = action.list == EntryList::own_task ? find_own_task(model.plan, action.id) : nullptr;
  const std::string back = task ? task->section : std::string();
  remove_entry(model.plan, action.list, action.id);
  if (action.list != EntryList::line) model.session.item = back;
  model.session.message = Message{false, "message.entry_removed.what", "message.removed.do", "", ""};
  focus_on(model.session, "title");
}

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
  model.session.question = id + "." + slug_of(Fact::birth);
  model.session.screen = ScreenId::household;
  model.session.message.reset();
  focus_on(model.session, "title");
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
  std::vector<Draft>& drafts = model.plan.drafts;
  drafts.erase(std::remove_if(drafts.begin(), drafts.end(),
                              [&](const Draft& d) { return belongs_to(parse_field(d.field), action.person); }),
               drafts.end());
  model.session.person.clear();
  model.session.question.clear();
  model.session.message =
      Message{false, "message.removed.what", untied ? "message.removed.untied" : "message.removed.do", "", ""};
  focus_on(model.session, "title");
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
  const Question question = question_about(action.fact);
  answer_field(model, field_of(id_of(question)));
  model.plan = std::move(changed);
  // The picker stays on the day it has reached, so that arrow keys can go on from there.
  if (const auto picker = model.session.drafts.find(picker_of(id_of(question))); picker != model.session.drafts.end()) {
    if (parse_date(action.text))
      picker->second = action.text;
    else
      model.session.drafts.erase(picker);
  }
  model.session.message.reset();
}

void change_plan(const Assets&, Model& model, const SetAnswerForAll& action) {
  const QuestionRef question = parse_question(action.question);
  const std::optional<Fact> fact = question.whom == whom_all ? fact_of_slug(question.slug, true) : std::nullopt;
  if (fact)
    for (const Person& person : std::vector<Person>(model.plan.household.persons))
      answer(model.plan, {*fact, person.id}, action.text);
  model.session.message.reset();
}

void edit_field(const Assets& assets, Model& model, const std::string& field, const std::string& text, bool committed) {
  Session& session = model.session;
  const FieldRef::About about = parse_field(field).about;
  if (about == FieldRef::About::passphrase) {
    if (text.size() <= typed_max) session.drafts[field] = text;
    session.keeping.fault.clear();
    return;
  }
  if (field == key_field) {
    if (text.size() <= typed_max) session.drafts[field] = text;
    return give_key(model, text);
  }
  if (about == FieldRef::About::picker) {
    session.drafts[field] = text;
    return;
  }
  if (text.size() > typed_max) {
    // A whole book pasted by mistake: what stood there stays, and it is said.
    model.session.message =
        Message{true, "error.text_too_long.what", "error.text_too_long.do", std::to_string(note_max), ""};
    return;
  }
  const FieldPlace place = place_of_field(model.plan, field);
  if (!session.drafts.contains(field)) session.typed_over = value_of_field(model.plan, place);
  forget_typed(session, field);
  ReadField read = read_field(assets, model.plan, session, place, text);
  if (read.text && committed) *read.text = without_spaces_around(*read.text);
  const bool wait = !committed && !is_read_while_typed(place, read, text);
  if (!wait && read.text && !put_field(model.plan, session.today, place, *read.text)) {
    forget_draft(model.plan, field);
  } else {
    if (place.value.kind != ValueKind::words && place.value.kind != ValueKind::lines &&
        place.about != FieldPlace::About::label)
      put_back(model.plan, session.today, place, session.typed_over);
    keep_draft(model.plan, field, text);
  }
  // Typed text stays as typed until the person leaves the field.
  if (!committed) session.drafts[field] = text;
  if (committed && !read.readings.empty()) session.typed_as[field] = text;
}

}  // namespace vagval
