#include "state/examples.h"

#include <map>

namespace vagval {

Plan example_in(const Assets& assets, const Example& example, const Catalogue& to) {
  const Catalogue& from = assets.catalogues.front();
  std::map<std::string, std::string> translated;
  for (std::size_t i = 0; i < text_key_count; ++i) {
    const TextKey key{static_cast<std::uint16_t>(i)};
    if (text_key_name(key).starts_with("example.text.")) translated.emplace(from.text(key), to.text(key));
  }
  const auto translate = [&](std::string& text) {
    if (const auto found = translated.find(text); found != translated.end()) text = found->second;
  };
  Plan out = example.plan;
  for (TaskEntry& task : out.tasks) translate(task.note);
  for (OwnTask& task : out.own_tasks) translate(task.text);
  for (BudgetLine& line : out.budget.lines) translate(line.text);
  for (WayEntry& way : out.ways) translate(way.note);
  for (Matter& matter : out.matters) {
    translate(matter.text);
    for (std::string& words : matter.words) translate(words);
  }
  for (QuestionEntry& question : out.questions) {
    translate(question.text);
    translate(question.note);
  }
  for (JournalEntry& entry : out.journal) translate(entry.text);
  return out;
}

}  // namespace vagval
