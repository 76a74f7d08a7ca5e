// Marks the person's own texts, so that a page can exclude them from a translation service.
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "foundation/utf8.h"
#include "words/overlays.h"

namespace vagval {

namespace {

// A shorter name stands in other texts too.
constexpr std::size_t found_anywhere_from = 4;

std::vector<std::string> written(const Plan& plan) {
  std::vector<std::string> out;
  for (const Person& person : plan.household.persons)
    if (person.label) out.push_back(*person.label);
  for (const TaskEntry& task : plan.tasks) out.push_back(task.note);
  for (const OwnTask& task : plan.own_tasks) out.push_back(task.text);
  for (const BudgetLine& line : plan.budget.lines) out.push_back(line.text);
  out.push_back(plan.budget.currency);
  for (const WayEntry& way : plan.ways) out.push_back(way.note);
  for (const Matter& matter : plan.matters) {
    out.push_back(matter.text);
    out.insert(out.end(), matter.words.begin(), matter.words.end());
  }
  for (const QuestionEntry& question : plan.questions) {
    out.push_back(question.text);
    out.push_back(question.note);
  }
  for (const JournalEntry& entry : plan.journal) out.push_back(entry.text);
  return out;
}

struct Words {
  std::unordered_set<std::string> all;
  std::vector<std::string> names;  ///< of persons: they stand inside of sentences

  void add(const Plan& plan) {
    for (std::string& text : written(plan)) all.insert(std::move(text));
    for (const Person& person : plan.household.persons)
      if (person.label && person.label->size() >= found_anywhere_from) names.push_back(*person.label);
  }
  bool stand_in(const std::string& text) const {
    if (text.empty()) return false;
    if (all.count(text) > 0) return true;
    for (const std::string& name : names)
      if (text.find(name) != std::string::npos) return true;
    // Words that are put into a sentence stand in isolates there.
    for (std::size_t at = text.find(isolate); at != std::string::npos; at = text.find(isolate, at + 1)) {
      const std::size_t begin = at + isolate.size(), end = text.find(end_isolate, begin);
      if (end != std::string::npos && all.count(text.substr(begin, end - begin)) > 0) return true;
    }
    return false;
  }
};

void mark(std::vector<Node>& nodes, const Words& words) {
  for (Node& node : nodes) {
    node.own = node.kind == Kind::field || words.stand_in(node.text) || words.stand_in(node.detail) ||
               words.stand_in(node.value) || words.stand_in(node.beside) || words.stand_in(node.beside_detail);
    mark(node.children, words);
  }
}

}  // namespace

void mark_own_words(const Plan& plan, const Session& session, Screen& screen) {
  Words words;
  words.add(plan);
  if (session.together.other) words.add(*session.together.other);
  for (const std::string& name : {session.file_name, session.together.name, session.keeping.locked_name})
    words.all.insert(base_name(name));
  words.all.erase("");
  for (std::vector<Node>* part : {&screen.main, &screen.aside, &screen.footer, &screen.toolbar}) mark(*part, words);
}

}  // namespace vagval
