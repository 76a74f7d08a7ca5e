// Questions to ask, collected by authority from what is unknown, in dispute, risky, and the person's own.
#include <algorithm>

#include "app/path_words.h"
#include "app/view.h"

namespace vagval {

namespace {

struct Asked {
  std::string id, who, text, why;
  std::vector<Node> sources;
  bool own = false;
};

constexpr std::string_view agency = "who.mv", adviser = "who.lawyer", oneself = "who.me";

void from_guide(const ViewContext& view, std::vector<Asked>& out) {
  const auto& questions = view.assets.path.questions;
  for (std::size_t q = 0; q < questions.size(); ++q) {
    const Fit& fit = view.derived.path->fitting.questions[q];
    if (fit.truth == Truth::no) continue;
    const std::string id = "guide." + questions[q].id;
    out.push_back({id, questions[q].who, view.words.text(questions[q].text),
                   view.words.text(questions[q].text + ".why"),
                   source_chips(view, "question." + id, questions[q].sources)});
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
    // What is only not answered yet is for the person to find out.
    out.push_back({id, std::string(judged ? agency : oneself),
                   view.words.text(judged ? "questions.judged"_t : "questions.unknown"_t,
                                   {{"condition", view.words.text(rule.text)}}),
                   view.words.text(judged ? "questions.judged.why"_t : "questions.unknown.why"_t),
                   source_chips(view, "question." + id, rule.sources, rule.valid_seen)});
  }
  for (const std::uint16_t index : a.conflicts) {
    const Conflict& conflict = pack.conflicts[index];
    const std::string id = "conflict." + conflict.id;
    std::vector<Citation> cited;
    for (const Reading& reading : conflict.readings)
      cited.insert(cited.end(), reading.sources.begin(), reading.sources.end());
    out.push_back({id, std::string(agency), view.words.text(conflict.text), view.words.text("questions.conflict.why"_t),
                   source_chips(view, "question." + id, cited)});
  }
}

void from_hazards(const ViewContext& view, std::vector<Asked>& out) {
  for (const Hazard& found : view.derived.path->hazards) {
    if (found.kind == HazardKind::deadline_passed) {
      const PathTask& task = *find_task(view.assets.path, found.tasks.front());
      out.push_back(
          {"passed." + task.id, task.who, view.words.text("questions.passed"_t, {{"task", view.words.text(task.text)}}),
           view.words.text("questions.passed.why"_t), source_chips(view, "question.passed." + task.id, task.sources)});
      continue;
    }
    const PathHazard& rule = view.assets.path.hazards[found.hazard];
    const std::string id = "hazard." + rule.id;
    if (std::any_of(out.begin(), out.end(), [&](const Asked& q) { return q.id == id; })) continue;
    out.push_back({id, std::string(adviser), view.words.text("questions.hazard"_t), view.words.text(rule.text),
                   source_chips(view, "question." + id, rule.sources)});
  }
}

std::vector<Asked> all_questions(const ViewContext& view) {
  std::vector<Asked> out;
  for (const QuestionEntry& entry : view.plan.questions) {
    // What a person wrote themselves; the others have only a tick and a note.
    const bool own = entry.id.find('.') == std::string::npos;
    if (!own) continue;
    out.push_back({entry.id,
                   entry.who.empty() ? "who.other" : entry.who,
                   entry.text.empty() ? view.words.text("questions.untitled"_t) : entry.text,
                   view.words.text("questions.own.why"_t),
                   {},
                   true});
  }
  from_estimate(view, out);
  from_hazards(view, out);
  from_guide(view, out);
  return out;
}

const QuestionEntry* entry_of(const ViewContext& view, const std::string& id) {
  for (const QuestionEntry& entry : view.plan.questions)
    if (entry.id == id) return &entry;
  return nullptr;
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

void overview(const ViewContext& view, const std::vector<Asked>& questions, Screen& screen) {
  const Catalogue& words = view.words;
  screen.title = words.text("questions.title"_t);
  screen.main.push_back(heading("title", screen.title, 1));
  screen.main.push_back(paragraph("questions.lead", words.text("questions.lead"_t), Tone::muted));
  screen.main.push_back(
      button("questions.add", words.text("questions.add"_t), AddEntry{EntryList::question, std::string(agency)}));
  std::vector<Node> groups;
  for (const std::string& who : authorities(view, questions)) {
    std::vector<Node> rows;
    std::int64_t open = 0;
    for (const Asked& question : questions) {
      if (question.who != who) continue;
      const QuestionEntry* entry = entry_of(view, question.id);
      const bool asked = entry && entry->asked == true;
      open += !asked;
      const std::string id = "question." + question.id;
      Node one = row(id, question.text, question.why, asked ? "done" : "open");
      if (asked) one.value = words.text("questions.asked"_t);
      one.children = question.sources;
      if (entry && !entry->note.empty())
        one.children.insert(one.children.begin(), paragraph(id + ".note", entry->note));
      one.action = OpenItem{ScreenId::questions, id};
      rows.push_back(std::move(one));
    }
    if (rows.empty()) continue;
    const std::string id = "questions." + who.substr(4);
    Node group = disclosure(view, id, words.text(who), std::move(rows));
    group.detail = words.text("questions.count"_t, {{"count", open}});
    groups.push_back(std::move(group));
  }
  screen.main.push_back(card("questions.card", std::move(groups), screen.title));
  screen.aside.push_back(heading("aside.questions", words.text("questions.aside"_t), 2));
  screen.aside.push_back(paragraph("aside.questions.text", words.text("questions.aside.text"_t)));
}

void one_question(const ViewContext& view, const Asked& question, const std::vector<std::string>& whom,
                  Screen& screen) {
  const Catalogue& words = view.words;
  const std::string name = "question." + question.id;
  screen.title = question.text;
  screen.main.push_back(paragraph("question.who", words.text(question.who), Tone::muted));
  screen.main.push_back(heading("title", screen.title, 1));
  screen.main.push_back(paragraph("question.why", question.why));
  if (question.own) {
    screen.main.push_back(value_field(view, name + ".text", words.text("questions.text"_t), "", Input::text));
    std::vector<ValueOption> options;
    for (const std::string& who : whom) options.push_back({who, words.text(who)});
    screen.main.push_back(value_choice(view, name + ".who", words.text("questions.who"_t), options));
  }
  screen.main.push_back(
      value_choice(view, name + ".asked", words.text("questions.is_asked"_t),
                   {{"", words.text("questions.not_asked"_t)}, {"true", words.text("questions.asked"_t)}}, "false"));
  screen.main.push_back(value_field(view, name + ".note", words.text("questions.note"_t), "", Input::note));
  if (!question.sources.empty()) {
    Node sources = row("question.sources", words.text("task.sources"_t));
    sources.children = question.sources;
    screen.main.push_back(card("question.sources.card", {std::move(sources)}, words.text("task.sources"_t)));
  }
  if (question.own)
    screen.main.push_back(button("question.remove", words.text("questions.remove"_t),
                                 RemoveEntry{EntryList::question, question.id}, Emphasis::quiet));
  screen.footer.push_back(
      button("footer.back", words.text("questions.all"_t), OpenItem{ScreenId::questions, ""}, Emphasis::primary));
}

}  // namespace

void questions_screen(const ViewContext& view, Screen& screen) {
  const std::vector<Asked> questions = all_questions(view);
  for (const Asked& question : questions)
    if (view.session.item == "question." + question.id)
      return one_question(view, question, authorities(view, questions), screen);
  overview(view, questions, screen);
}

}  // namespace vagval
