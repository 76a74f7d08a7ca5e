// Which conditions are met, which answers matter, what would turn the result, and where sources disagree.
#include <algorithm>
#include <array>

#include "screens/estimate_parts.h"
#include "state/questions.h"
#include "words/explain.h"

namespace vagval {

namespace {

constexpr std::size_t turns_shown = 8;

std::string whose(const ViewContext& view, const FactRef& ref) {
  const Person* person = find_person(view.plan.household, ref.person);
  return person ? name_of(view, *person) : view.words.text("question.about_situation"_t);
}

std::string short_name(const ViewContext& view, Fact fact) { return view.words.text("q." + slug_of(fact) + ".short"); }

// The first fact of the condition that the household can answer; the button leads to it.
std::optional<Question> question_for(const ViewContext& view, const Condition& rule, const ConditionResult& result) {
  const std::string who =
      result.person == nobody ? "" : view.plan.household.persons[static_cast<std::size_t>(result.person)].id;
  std::optional<Question> first;
  for (const Fact fact : rule.facts) {
    if (is_person_fact(fact) && who.empty()) continue;
    const Question question = question_about({fact, is_person_fact(fact) ? who : ""});
    if (!find_question(view.assets, view.plan, view.session.today, id_of(question))) continue;
    if (!is_answered(view.plan, question)) return question;
    if (!first) first = question;
  }
  return first;
}

Node condition_row(const ViewContext& view, const Assessment& a, const ConditionResult& result) {
  const Condition& rule = view.assets.pack.conditions[result.condition];
  Node out = explain_condition(view, a, result);
  out.value = view.words.text("state." + std::string(condition_state_name(result.state)));
  out.mark = std::string(condition_state_name(result.state));
  if (result.state == ConditionState::unknown || result.state == ConditionState::unmet)
    if (const auto question = question_for(view, rule, result)) {
      Node answer =
          button("answer." + out.id,
                 view.words.text(result.state == ConditionState::unknown ? "question.answer"_t : "question.change"_t),
                 OpenQuestion{id_of(*question)});
      out.children.insert(out.children.begin() + 1, std::move(answer));
    }
  return out;
}

}  // namespace

void estimate_conditions(const ViewContext& view, const Assessment& a, Screen& screen) {
  const Catalogue& words = view.words;
  screen.main.push_back(heading("estimate.conditions", words.text("estimate.conditions"_t), 2));
  constexpr std::array order = {ConditionState::unmet, ConditionState::unknown, ConditionState::authority,
                                ConditionState::met};
  for (const ConditionState state : order) {
    std::vector<Node> rows;
    for (const ConditionResult& result : a.conditions)
      if (result.state == state && settles_something(a, result)) rows.push_back(condition_row(view, a, result));
    if (rows.empty()) continue;
    const std::string id = "conditions." + std::string(condition_state_name(state));
    const std::string name = words.text("estimate.conditions." + std::string(condition_state_name(state)),
                                        {{"count", static_cast<std::int64_t>(rows.size())}});
    if (state == ConditionState::met) {
      screen.main.push_back(disclosure(view, id, name, std::move(rows), "met"));
    } else {
      rows.insert(rows.begin(), heading(id + ".title", name, 3));
      screen.main.push_back(card(id, std::move(rows), name));
    }
  }
}

void estimate_questions(const ViewContext& view, const Assessment& a, Screen& screen) {
  const Catalogue& words = view.words;
  if (!a.next_questions.empty()) {
    std::vector<Node> rows;
    std::vector<Question> seen;
    for (const NextQuestion& next : a.next_questions) {
      const Question question = question_about(next.fact);
      if (std::find(seen.begin(), seen.end(), question) != seen.end() || seen.size() == 3) continue;
      if (!find_question(view.assets, view.plan, view.session.today, id_of(question))) continue;
      seen.push_back(question);
      Node out = row(
          "next." + id_of(question), short_name(view, next.fact.fact),
          words.text(
              next.conditions > 0 || next.kronor > Kronor{} ? "estimate.next.why"_t : "estimate.next.why_result"_t,
              {{"who", question.scope == Scope::everyone ? words.text("question.about_all"_t) : whose(view, next.fact)},
               {"conditions", std::int64_t{next.conditions}},
               {"kronor", next.kronor}}),
          "unknown");
      out.children.push_back(
          button("next.open." + id_of(question), words.text("question.answer"_t), OpenQuestion{id_of(question)}));
      rows.push_back(std::move(out));
    }
    if (!rows.empty()) {
      screen.main.push_back(heading("estimate.next", words.text("estimate.next"_t), 2));
      screen.main.push_back(card("estimate.next.card", std::move(rows), words.text("estimate.next"_t)));
    }
  }
  if (a.what_would_change.empty()) return;
  std::vector<Node> rows;
  for (const Turn& turn : a.what_would_change) {
    if (rows.size() == turns_shown) break;
    Node out = row(
        "turn." + std::to_string(rows.size()), short_name(view, turn.fact.fact),
        words.text("estimate.turn"_t, {{"who", whose(view, turn.fact)},
                                       {"from", answer_in_words(view, turn.fact.fact, turn.from)},
                                       {"to", turn.to == "ZZ" ? words.text("estimate.turn.another_country"_t)
                                                              : answer_in_words(view, turn.fact.fact, turn.to)},
                                       {"state", words.text("estimate.state." + std::string(state_name(turn.state)))}}),
        "dot");
    out.value = words.kronor(turn.amount);
    rows.push_back(std::move(out));
  }
  if (a.what_would_change.size() > turns_shown)
    rows.push_back(
        paragraph("turn.more",
                  words.text("estimate.turn.more"_t,
                             {{"count", static_cast<std::int64_t>(a.what_would_change.size() - turns_shown)}}),
                  Tone::muted));
  screen.main.push_back(disclosure(view, "estimate.turns", words.text("estimate.turns"_t), std::move(rows)));
}

void estimate_aside(const ViewContext& view, const Assessment& a, Screen& screen) {
  const Catalogue& words = view.words;
  const RulePack& pack = view.assets.pack;
  screen.aside.push_back(heading("aside.sources", words.text("estimate.sources"_t), 2));
  if (const auto& version = pack.slices[a.slice].version) {
    screen.aside.push_back(paragraph("aside.version", words.text(pack.versions[*version].text)));
    screen.aside.push_back(paragraph("aside.checked", age_in_words(view)));
  }
  if (!a.conflicts.empty()) screen.aside.push_back(heading("aside.conflicts", words.text("estimate.conflicts"_t), 2));
  for (const std::uint16_t index : a.conflicts) {
    const Conflict& conflict = pack.conflicts[index];
    const std::string id = "aside." + conflict.id;
    screen.aside.push_back(paragraph(id, words.text(conflict.text), Tone::strong));
    for (const Reading& reading : conflict.readings)
      screen.aside.push_back(
          paragraph(id + ".reading" + std::to_string(&reading - conflict.readings.data()), words.text(reading.text)));
    screen.aside.push_back(paragraph(id + ".judgement", words.text(conflict.text + ".judgement")));
  }
  screen.aside.push_back(heading("aside.unknown", words.text("estimate.unknown"_t), 2));
  for (const Statement& s : pack.statements)
    if (s.topic == "not_calculated" && s.standing == Standing::unverified)
      screen.aside.push_back(paragraph("aside.not." + s.id, words.text(s.text)));
}

}  // namespace vagval
