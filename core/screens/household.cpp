// Household: who belongs to it, one person's answers, one question at a time.
#include <algorithm>

#include "screens/view.h"
#include "state/typed_field.h"
#include "state/update.h"
#include "text/error_words.h"
#include "words/question_view.h"

namespace vagval {

namespace {

std::string tie_in_words(const ViewContext& view, const Person& person) {
  return answer_in_words(view, Fact::tie,
                         answer_text(view.plan.household, view.plan.situation, {Fact::tie, person.id}));
}

void fault_notes(const ViewContext& view, Screen& screen) {
  for (const Error& fault : view.derived.faults)
    screen.main.push_back(note("fault." + std::to_string(screen.main.size()), Tone::error,
                               error_what(view.words, fault), error_do(view.words, fault)));
}

void overview(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  const auto& persons = view.plan.household.persons;
  screen.title = words.text("household.title"_t);
  screen.main.push_back(heading("title", screen.title, 1));
  screen.main.push_back(paragraph("household.lead", words.text("household.lead"_t), Tone::muted));
  fault_notes(view, screen);
  std::vector<Node> rows;
  for (const Person& person : persons) {
    const auto questions = questions_of_person(view.assets, view.plan, person, view.session.today);
    const std::int64_t answered =
        std::count_if(questions.begin(), questions.end(), [&](const Question& q) { return is_answered(view.plan, q); });
    Node one = row("person." + person.id, name_of(view, person),
                   words.text("household.person"_t, {{"tie", tie_in_words(view, person)},
                                                     {"answered", answered},
                                                     {"all", static_cast<std::int64_t>(questions.size())}}));
    one.mark = answered == static_cast<std::int64_t>(questions.size()) ? "done" : "open";
    one.children.push_back(button("person." + person.id + ".open",
                                  words.text("household.open"_t, {{"name", name_of(view, person)}}),
                                  OpenPerson{person.id}));
    rows.push_back(std::move(one));
  }
  if (!rows.empty()) screen.main.push_back(card("household.people", std::move(rows), screen.title));

  screen.main.push_back(
      heading("household.add", words.text(persons.empty() ? "household.add_first"_t : "household.add"_t), 2));
  const auto has = [&](auto... ties) {
    return std::any_of(persons.begin(), persons.end(), [&](const Person& p) { return ((p.tie == ties) || ...); });
  };
  for (const std::string_view tie : info(Fact::tie).choices) {
    if (tie == "applicant" ? has(Tie::applicant) : !has(Tie::applicant) && persons.empty()) continue;
    if ((tie == "spouse" || tie == "cohabitant") && has(Tie::spouse, Tie::cohabitant)) continue;
    screen.main.push_back(button("add." + std::string(tie), words.text("household.add." + std::string(tie)),
                                 AddPerson{std::string(tie)},
                                 tie == "applicant" ? Emphasis::primary : Emphasis::secondary));
  }
  screen.aside.push_back(heading("aside.names", words.text("household.names.title"_t), 2));
  screen.aside.push_back(paragraph("aside.names.text", words.text("household.names.text"_t)));
  screen.aside.push_back(heading("aside.skip", words.text("household.skip.title"_t), 2));
  screen.aside.push_back(paragraph("aside.skip.text", words.text("household.skip.text"_t)));
  screen.footer.push_back(button("footer.back", words.text("footer.back"_t), GoTo{ScreenId::start}));
  screen.footer.push_back(
      button("footer.next", words.text("footer.next"_t), GoTo{ScreenId::situation}, Emphasis::primary));
}

void person_view(const ViewContext& view, const Person& person, Screen& screen) {
  const Catalogue& words = view.words;
  screen.title = name_of(view, person);
  screen.main.push_back(paragraph("person.tie", tie_in_words(view, person), Tone::muted));
  screen.main.push_back(heading("title", screen.title, 1));
  const std::string field = field_of(name_of(QuestionRef{person.id, std::string(slug_of_label)}));
  Node label{.id = field,
             .kind = Kind::field,
             .text = words.text("household.label"_t),
             .detail = words.text("household.label.help"_t)};
  const std::string* const typed = typed_into(view.plan, view.session, field);
  label.value = typed ? *typed : person.label.value_or("");
  if (const auto error = draft_error(view.assets, view.plan, view.session, field))
    label.error = error_sentence(words, *error);
  label.action = EditField{field, ""};
  screen.main.push_back(std::move(label));
  std::vector<Node> rows;
  for (const Question& question : questions_of_person(view.assets, view.plan, person, view.session.today))
    rows.push_back(question_row(view, question));
  screen.main.push_back(card("person.answers", std::move(rows), words.text("household.answers"_t)));
  for (const Oddity& oddity : view.derived.oddities)
    if (oddity.person == person.id)
      screen.main.push_back(note("oddity." + std::string(oddity_name(oddity.id)), Tone::hazard,
                                 words.text("oddity.look"_t),
                                 words.text("oddity." + std::string(oddity_name(oddity.id)))));
  screen.main.push_back(paragraph("person.more", words.text("household.more"_t), Tone::muted));
  screen.main.push_back(button("person.remove", words.text("household.remove"_t, {{"name", screen.title}}),
                               RemovePerson{person.id}, Emphasis::quiet));
  screen.footer.push_back(button("footer.back", words.text("household.all"_t), OpenPerson{""}));
  screen.footer.push_back(
      button("footer.next", words.text("footer.next"_t), GoTo{ScreenId::situation}, Emphasis::primary));
}

}  // namespace

void household_screen(const ViewContext& view, Screen& screen) {
  const Person* person = find_person(view.plan.household, view.session.person);
  if (!person) return overview(view, screen);
  const auto questions = questions_of_person(view.assets, view.plan, *person, view.session.today);
  const auto open = std::find_if(questions.begin(), questions.end(),
                                 [&](const Question& q) { return id_of(q) == view.session.question; });
  if (open == questions.end()) return person_view(view, *person, screen);
  question_view(view, *open, screen);
  question_footer(view, open == questions.begin() ? "" : id_of(*(open - 1)),
                  open + 1 == questions.end() ? "" : id_of(*(open + 1)), screen);
}

}  // namespace vagval
