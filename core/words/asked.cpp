#include "words/asked.h"

#include <algorithm>

#include "foundation/order.h"
#include "plan/field_ref.h"
#include "words/path_words.h"

namespace vagval {

namespace {

constexpr std::string_view agency = "who.mv", adviser = "who.lawyer", oneself = "who.me", others = "who.other";

// A file may name a person to ask that this version does not know. The plan keeps the name.
std::string known_or_other(const std::string& who) {
  return adviser_named(who) && find_text_key(who) ? who : std::string(others);
}

void from_guide(const ViewContext& view, std::vector<Asked>& out) {
  const auto& questions = view.assets.path.questions;
  for (std::size_t q = 0; q < questions.size(); ++q) {
    const Fit& fit = view.derived.path->fitting.questions[q];
    if (fit.truth == Truth::no) continue;
    const std::string id = "guide." + questions[q].id;
    out.push_back({id, questions[q].who, view.words.text(questions[q].text),
                   view.words.text(questions[q].text + ".why"),
                   source_chips(view, "question." + id, questions[q].sources), AskedFrom::guide});
  }
}

// What the estimate leaves to the authority, and where its sources disagree.
void from_estimate(const ViewContext& view, std::vector<Asked>& out) {
  if (!view.derived.assessment) return;
  const Assessment& a = *view.derived.assessment;
  const RulePack& pack = view.assets.pack;
  std::vector<std::uint16_t> seen;
  for (const ConditionResult& result : a.conditions) {
    if (result.state != ConditionState::authority && result.state != ConditionState::unknown) continue;
    if (std::find(seen.begin(), seen.end(), result.condition) != seen.end()) continue;
    seen.push_back(result.condition);
    const Condition& rule = pack.conditions[result.condition];
    const std::string id = "condition." + rule.id;
    const bool judged = result.state == ConditionState::authority;
    // The person can answer an unanswered question alone, so it is left out.
    out.push_back({id, std::string(judged ? agency : oneself),
                   view.words.text(judged ? "questions.judged"_t : "questions.unknown"_t,
                                   {{"condition", view.words.text(rule.text)}}),
                   view.words.text(judged ? "questions.judged.why"_t : "questions.unknown.why"_t),
                   source_chips(view, "question." + id, rule.sources, rule.valid_seen), AskedFrom::condition,
                   rule.facts.empty()});
  }
  for (const std::uint16_t index : a.conflicts) {
    const Conflict& conflict = pack.conflicts[index];
    const std::string id = "conflict." + conflict.id;
    std::vector<Citation> cited;
    for (const Reading& reading : conflict.readings)
      cited.insert(cited.end(), reading.sources.begin(), reading.sources.end());
    out.push_back({id, std::string(agency), view.words.text(conflict.text), view.words.text("questions.conflict.why"_t),
                   source_chips(view, "question." + id, cited), AskedFrom::conflict});
  }
}

void from_hazards(const ViewContext& view, std::vector<Asked>& out) {
  for (const Hazard& found : view.derived.path->hazards) {
    if (found.kind == HazardKind::deadline_passed) {
      const PathTask& task = *find_task(view.assets.path, found.tasks.front());
      out.push_back({"passed." + task.id, task.who,
                     view.words.text("questions.passed"_t, {{"task", view.words.text(task.text)}}),
                     view.words.text("questions.passed.why"_t),
                     source_chips(view, "question.passed." + task.id, task.sources), AskedFrom::hazard});
      continue;
    }
    const PathHazard& rule = view.assets.path.hazards[found.hazard];
    const std::string id = "hazard." + rule.id;
    if (std::any_of(out.begin(), out.end(), [&](const Asked& q) { return q.id == id; })) continue;
    out.push_back({id, std::string(adviser), view.words.text("questions.hazard"_t), view.words.text(rule.text),
                   source_chips(view, "question." + id, rule.sources), AskedFrom::hazard});
  }
}

// Facts and rules that the person has said they doubt.
void from_doubts(const ViewContext& view, std::vector<Asked>& out) {
  const RulePack& pack = view.assets.pack;
  for (const QuestionEntry& entry : view.plan.questions) {
    const std::optional<std::string> fact = doubted_by(entry.id);
    if (!fact || entry.raise != true) continue;
    const auto add = [&](const std::string& text, std::vector<Node> sources) {
      out.push_back({entry.id, std::string(agency), view.words.text("doubt.question"_t, {{"fact", text}}),
                     view.words.text("doubt.why"_t), std::move(sources), AskedFrom::doubt});
    };
    const auto rule =
        std::find_if(pack.conditions.begin(), pack.conditions.end(), [&](const Condition& c) { return c.id == *fact; });
    if (rule != pack.conditions.end()) {
      add(view.words.text(rule->text), source_chips(view, "question." + entry.id, rule->sources, rule->valid_seen));
      continue;
    }
    const auto found =
        std::find_if(pack.statements.begin(), pack.statements.end(), [&](const Statement& s) { return s.id == *fact; });
    if (found != pack.statements.end())
      add(view.words.text(found->text), source_chips(view, "question." + entry.id, found->sources, found->valid_seen));
  }
}

}  // namespace

std::vector<Asked> all_questions(const ViewContext& view) {
  std::vector<Asked> out;
  for (const QuestionEntry& entry : view.plan.questions) {
    // What a person wrote themselves; the others have only a tick and a note.
    if (!is_own_question(entry.id)) continue;
    out.push_back({entry.id,
                   known_or_other(entry.who),
                   entry.text.empty() ? view.words.text("questions.untitled"_t) : entry.text,
                   view.words.text("questions.own.why"_t),
                   {},
                   AskedFrom::own});
  }
  from_doubts(view, out);
  from_estimate(view, out);
  from_hazards(view, out);
  from_guide(view, out);
  sort_stably(out, [](const Asked& a, const Asked& b) { return !a.of_everyone && b.of_everyone; });
  return out;
}

std::vector<Asked> unmet_conditions(const ViewContext& view) {
  std::vector<Asked> out;
  if (!view.derived.assessment) return out;
  const RulePack& pack = view.assets.pack;
  for (const ConditionResult& result : view.derived.assessment->conditions) {
    if (result.state != ConditionState::unmet) continue;
    const Condition& rule = pack.conditions[result.condition];
    const std::string id = "unmet." + rule.id;
    if (std::any_of(out.begin(), out.end(), [&](const Asked& asked) { return asked.id == id; })) continue;
    out.push_back({id, std::string(agency),
                   view.words.text("asked.unmet"_t, {{"condition", view.words.text(rule.text)}}),
                   view.words.text(rule.text + ".rule"),
                   source_chips(view, "question." + id, rule.sources, rule.valid_seen), AskedFrom::unmet});
  }
  return out;
}

std::vector<std::string> authorities(const ViewContext& view, const std::vector<Asked>& questions) {
  std::vector<std::string> out;
  const auto add = [&](const std::string& who) {
    if (std::find(out.begin(), out.end(), who) == out.end()) out.push_back(who);
  };
  add(std::string(agency));
  for (const AuthorityQuestion& question : view.assets.path.questions) add(question.who);
  for (const Asked& question : questions) add(question.who);
  return out;
}

std::string short_name(const std::string& who) { return adviser_named(who).value_or(who); }

const QuestionEntry* find_question_entry(const Plan& plan, std::string_view id) {
  for (const QuestionEntry& entry : plan.questions)
    if (entry.id == id) return &entry;
  return nullptr;
}

bool is_raised(const Plan& plan, std::string_view id) {
  const QuestionEntry* const entry = find_question_entry(plan, id);
  return entry && entry->raise == true;
}

Node raise_button(const ViewContext& view, const std::string& id) {
  const bool raised = is_raised(view.plan, id);
  return button("raise." + id, view.words.text(raised ? "asked.not_raise"_t : "asked.raise"_t),
                SetValue{"question." + id + ".raise", raised ? "" : "true"}, Emphasis::quiet);
}

Node doubt_button(const ViewContext& view, const std::string& row, const std::string& fact) {
  const std::string id = name_of_doubt(fact);
  const bool doubted = is_raised(view.plan, id);
  return button("doubt." + row, view.words.text(doubted ? "doubt.not"_t : "doubt.mark"_t),
                SetValue{"question." + id + ".raise", doubted ? "" : "true"}, Emphasis::quiet);
}

}  // namespace vagval
