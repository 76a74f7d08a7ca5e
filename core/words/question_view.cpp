#include "words/question_view.h"

#include <algorithm>

#include "state/typed_field.h"
#include "state/update.h"
#include "text/countries.h"
#include "text/error_words.h"

namespace vagval {

namespace {

std::string answer_of(const ViewContext& view, Fact fact, const std::string& person) {
  return answer_text(view.plan.household, view.plan.situation, {fact, person});
}

std::string key(const Question& question, std::string_view part) {
  return "q." + slug_of(question.fact) + "." + std::string(part);
}

std::string who(const ViewContext& view, const Question& question) {
  const Person* person = find_person(view.plan.household, question.person);
  return person ? name_of(view, *person) : std::string();
}

Node option(const ViewContext& view, const std::string& id, std::string text, const FactRef& ref,
            const std::string& answer) {
  Node out{.id = id, .kind = Kind::option, .text = std::move(text)};
  out.selected = answer_of(view, ref.fact, ref.person) == answer;
  out.action = SetAnswer{ref, answer};
  return out;
}

// "Don't know" last and equal: an answer like the others, and selected while there is no other.
Node dont_know(const ViewContext& view, const std::string& id, const FactRef& ref) {
  return option(view, id + ".unknown", view.words.text("answer.unknown"_t), ref, "");
}

std::vector<Node> options(const ViewContext& view, const Question& question, const std::string& id,
                          const FactRef& ref) {
  std::vector<Node> out;
  switch (info(ref.fact).type) {
    case FactType::boolean:
      out.push_back(option(view, id + ".true", view.words.text("answer.yes"_t), ref, "true"));
      out.push_back(option(view, id + ".false", view.words.text("answer.no"_t), ref, "false"));
      break;
    case FactType::choice:
      for (const std::string_view choice : info(ref.fact).choices)
        out.push_back(option(view, id + "." + std::string(choice), view.words.text(key(question, choice)), ref,
                             std::string(choice)));
      break;
    case FactType::person:
      for (const Person& other : view.plan.household.persons)
        if (other.id != ref.person)
          out.push_back(option(view, id + "." + other.id, name_of(view, other), ref, other.id));
      break;
    case FactType::country:
      for (const std::string& code : view.words.countries())
        out.push_back(option(view, id + "." + code, country_name(view.words, code), ref, code));
      break;
    case FactType::date:
      break;
  }
  out.push_back(dont_know(view, id, ref));
  return out;
}

Node choice(std::string id, std::string name, std::vector<Node> options) {
  return {.id = std::move(id), .kind = Kind::choice, .text = std::move(name), .children = std::move(options)};
}

std::string typed(const ViewContext& view, const std::string& field, const std::string& otherwise) {
  const std::string* const typed = typed_into(view.plan, view.session, field);
  return typed ? *typed : otherwise;
}

Node text_field(const ViewContext& view, const std::string& question, const std::string& label, Input input,
                const std::string& value) {
  const std::string id = field_of(question);
  Node out{.id = id, .kind = Kind::field, .text = label, .value = typed(view, id, value), .input = input};
  if (input == Input::country)
    out.detail = view.words.text("field.country_help"_t);
  else
    out.detail = view.words.text(input == Input::year ? "field.birth_help"_t : "field.date_help"_t);
  if (const std::optional<Error> error = draft_error(view.assets, view.plan, view.session, id))
    out.error = error_sentence(view.words, *error);
  out.action = EditField{id, ""};
  return out;
}

// Picking a date without typing: a decade, a year, a month, a day, each a row of buttons.
Node picker(const ViewContext& view, const Question& question, bool year_is_enough) {
  const std::string id = picker_of(id_of(question));
  const auto draft = view.session.drafts.find(id);
  const std::string so_far = draft == view.session.drafts.end() ? std::string() : draft->second;
  std::vector<Node> children;
  const auto step = [&](const std::string& part, TextKey name, std::vector<Node> steps) {
    children.push_back(choice(id + "." + part, view.words.text(name), std::move(steps)));
  };
  const auto pick = [&](std::string text, const std::string& value, bool selected) {
    Node out{.id = id + "." + value, .kind = Kind::option, .text = std::move(text)};
    out.selected = selected;
    const std::optional<Date> complete = parse_date(value);
    if (complete)
      out.action = SetAnswer{{question.fact, question.person}, value};
    else
      out.action = EditField{id, value};
    return out;
  };
  const int last = question.fact == Fact::birth ? civil(view.session.today).year : civil(view.session.today).year + 5;
  const int first = question.fact == Fact::birth ? last - 99 : 1980;
  std::vector<Node> decades;
  for (int d = first / 10; d <= last / 10; ++d)
    decades.push_back(
        pick(view.words.digits(std::to_string(d * 10)) + "\u2013" + view.words.digits(std::to_string(d * 10 + 9)),
             std::to_string(d), so_far.starts_with(std::to_string(d))));
  step("decade", "pick.decade"_t, std::move(decades));
  if (so_far.size() >= 3) {
    std::vector<Node> years;
    for (int y = 0; y <= 9; ++y) {
      const std::string year = so_far.substr(0, 3) + std::to_string(y);
      if (question.fact != Fact::birth || year <= std::to_string(last))
        years.push_back(pick(view.words.digits(year), year, so_far.starts_with(year)));
    }
    step("year", "pick.year"_t, std::move(years));
  }
  if (so_far.size() >= 4) {
    if (year_is_enough)
      children.push_back(button(id + ".only_year",
                                view.words.text("pick.only_year"_t, {{"year", view.words.digits(so_far.substr(0, 4))}}),
                                SetAnswer{{Fact::birth, question.person}, so_far.substr(0, 4)}));
    std::vector<Node> months;
    for (int m = 1; m <= 12; ++m) {
      const std::string value = so_far.substr(0, 4) + (m < 10 ? "-0" : "-") + std::to_string(m);
      months.push_back(pick(view.words.text("month." + std::to_string(m)), value, so_far.starts_with(value)));
    }
    step("month", "pick.month"_t, std::move(months));
  }
  if (so_far.size() >= 7) {
    std::vector<Node> days;
    const std::optional<Date> begin = parse_date(so_far.substr(0, 7) + "-01");
    for (int d = 1; begin && d <= days_in_month(civil(*begin).year, civil(*begin).month); ++d) {
      const std::string value = so_far.substr(0, 7) + (d < 10 ? "-0" : "-") + std::to_string(d);
      days.push_back(pick(view.words.digits(std::to_string(d)), value, so_far == value));
    }
    step("day", "pick.day"_t, std::move(days));
  }
  return disclosure(view, id, view.words.text("pick.open"_t), std::move(children));
}

void answers(const ViewContext& view, const Question& question, const std::string& person, std::vector<Node>& out) {
  const std::string id = person.empty() ? id_of(question) : person + "." + slug_of(question.fact);
  const FactRef ref{question.fact, person};
  const FactType type = info(question.fact).type;
  const std::string name = view.words.text(key(question, "ask"), {{"name", who(view, question)}});
  if (type == FactType::date) {
    const bool birth = question.fact == Fact::birth;
    const std::string value = answer_of(view, question.fact, person);
    const std::string label = view.words.text(birth ? "field.birth"_t : "field.date"_t);
    out.push_back(text_field(view, id, label, birth ? Input::year : Input::date, value));
    out.push_back(picker(view, question, birth));
    Node none = button(id + ".unknown", view.words.text(value.empty() ? "answer.unknown_now"_t : "answer.forget"_t),
                       SetAnswer{ref, ""});
    none.disabled = value.empty() && !typed_into(view.plan, view.session, field_of(id));
    out.push_back(std::move(none));
    return;
  }
  if (type == FactType::country)
    out.push_back(text_field(view, id, view.words.text("field.country"_t), Input::country,
                             country_name(view.words, answer_of(view, question.fact, person))));
  out.push_back(choice("choice." + id, name, options(view, question, "option." + id, ref)));
}

// One answer for all, and one by one where they differ.
void answers_for_everyone(const ViewContext& view, const Question& question, std::vector<Node>& out) {
  const auto& persons = view.plan.household.persons;
  const std::string id = id_of(question);
  const std::string first = persons.empty() ? std::string() : answer_of(view, question.fact, persons.front().id);
  const bool same = std::all_of(persons.begin(), persons.end(),
                                [&](const Person& p) { return answer_of(view, question.fact, p.id) == first; });
  const auto all = [&](const std::string& answer, TextKey words, TextKey words_alone) {
    Node option{.id = "option." + id + "." + (answer.empty() ? "unknown" : answer), .kind = Kind::option};
    option.text = view.words.text(persons.size() == 1 ? words_alone : words);
    option.selected = same && first == answer;
    option.action = SetAnswerForAll{id, answer};
    return option;
  };
  out.push_back(choice("choice." + id, view.words.text(key(question, "ask")),
                       {all("false", "all.no"_t, "answer.no"_t), all("true", "all.yes"_t, "answer.yes"_t),
                        all("", "answer.unknown"_t, "answer.unknown"_t)}));
  if (persons.size() < 2) return;
  std::vector<Node> each;
  for (const Person& person : persons)
    each.push_back(choice(
        "choice." + person.id + "." + slug_of(question.fact), name_of(view, person),
        options(view, question, "option." + person.id + "." + slug_of(question.fact), {question.fact, person.id})));
  Node one_by_one = disclosure(view, id + ".each", view.words.text("all.one_by_one"_t), std::move(each));
  one_by_one.expanded = one_by_one.expanded || !same;
  out.push_back(std::move(one_by_one));
}

// The conditions of the day that ask for this fact: why we ask, with their sources.
void why(const ViewContext& view, const Question& question, std::vector<Node>& out) {
  const Date today = view.session.today;
  const Slice& slice =
      slice_on(view.assets.pack, day_of_rules(view.plan.situation.application_date.value_or(today), today));
  for (const std::uint16_t index : slice.conditions) {
    const Condition& rule = view.assets.pack.conditions[index];
    const bool asks = std::find(rule.facts.begin(), rule.facts.end(), question.fact) != rule.facts.end();
    if (!asks || out.size() > 12) continue;
    Node reason = row("why." + rule.id, view.words.text(rule.text), view.words.text(rule.text + ".rule"));
    reason.children = source_chips(view, reason.id, rule.sources, rule.valid_seen);
    out.push_back(std::move(reason));
  }
}

}  // namespace

void question_view(const ViewContext& view, const Question& question, Screen& screen) {
  const std::string id = id_of(question);
  const bool of_person = question.scope == Scope::person;
  screen.title = view.words.text(key(question, "ask"), {{"name", who(view, question)}});
  screen.main.push_back(paragraph(
      "question.about",
      of_person
          ? who(view, question)
          : view.words.text(question.scope == Scope::everyone ? "question.about_all"_t : "question.about_situation"_t),
      Tone::muted));
  screen.main.push_back(heading("title", screen.title, 1));
  screen.main.push_back(paragraph("question.help", view.words.text(key(question, "help")), Tone::muted));
  if (question.scope == Scope::everyone)
    answers_for_everyone(view, question, screen.main);
  else
    answers(view, question, question.person, screen.main);
  for (const Oddity& oddity : view.derived.oddities)
    if (oddity.person == question.person && oddity.fact == question.fact)
      screen.main.push_back(note("oddity." + std::string(oddity_name(oddity.id)), Tone::hazard,
                                 view.words.text("oddity.look"_t),
                                 view.words.text("oddity." + std::string(oddity_name(oddity.id)))));
  std::vector<Node> reasons;
  why(view, question, reasons);
  if (!reasons.empty()) {
    screen.aside.push_back(heading("aside.why", view.words.text("question.why"_t), 2));
    screen.aside.insert(screen.aside.end(), reasons.begin(), reasons.end());
  }
}

Node question_row(const ViewContext& view, const Question& question) {
  const std::string id = id_of(question);
  Node out = row("row." + id, view.words.text(key(question, "short")));
  const bool answered = is_answered(view.plan, question);
  out.mark = answered ? "done" : "open";
  if (question.scope == Scope::everyone) {
    const auto& persons = view.plan.household.persons;
    const std::string first = persons.empty() ? "" : answer_of(view, question.fact, persons.front().id);
    const bool same = std::all_of(persons.begin(), persons.end(),
                                  [&](const Person& p) { return answer_of(view, question.fact, p.id) == first; });
    out.detail = same ? answer_in_words(view, question.fact, first)
                      : view.words.text(answered ? "all.differs"_t : "all.not_everyone"_t);
  } else {
    out.detail = answer_in_words(view, question.fact, answer_of(view, question.fact, question.person));
  }
  out.children.push_back(
      button("open." + id, view.words.text(answered ? "question.change"_t : "question.answer"_t), OpenQuestion{id}));
  return out;
}

void question_footer(const ViewContext& view, const std::string& back, const std::string& next, Screen& screen) {
  screen.footer.push_back(button("footer.back", view.words.text("footer.back"_t), OpenQuestion{back}));
  screen.footer.push_back(
      button("footer.overview", view.words.text("footer.overview"_t), OpenQuestion{""}, Emphasis::quiet));
  screen.footer.push_back(
      button("footer.next", view.words.text("footer.next"_t), OpenQuestion{next}, Emphasis::primary));
}

}  // namespace vagval
