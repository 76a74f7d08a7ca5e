// Questions to ask, grouped by authority: about unknown, disputed and risky points, and the person's own.
#include <algorithm>

#include "screens/view.h"
#include "words/asked.h"
#include "words/path_words.h"

namespace vagval {

namespace {

void overview(const ViewContext& view, const std::vector<Asked>& questions, Screen& screen) {
  const Catalogue& words = view.words;
  screen.title = words.text("questions.title"_t);
  screen.main.push_back(heading("title", screen.title, 1));
  screen.main.push_back(paragraph("questions.lead", words.text("questions.lead"_t), Tone::muted));
  screen.main.push_back(
      button("questions.add", words.text("questions.add"_t), AddEntry{EntryList::question, "who.mv"}));
  std::vector<Node> groups;
  for (const std::string& who : authorities(view, questions)) {
    std::vector<Node> rows;
    std::int64_t open = 0;
    for (const Asked& question : questions) {
      if (question.who != who) continue;
      const QuestionEntry* entry = find_question_entry(view.plan, question.id);
      const bool asked = entry && entry->asked == true;
      open += !asked;
      const std::string id = "question." + question.id;
      Node one = row(id, question.text, question.why, asked ? "done" : "open");
      if (asked) one.value = words.text("questions.asked"_t);
      one.children = question.sources;
      if (entry && !entry->note.empty()) {
        one.children.insert(one.children.begin(), paragraph(id + ".note", entry->note));
        one.children.front().preview = true;
      }
      one.action = OpenItem{ScreenId::questions, id};
      rows.push_back(std::move(one));
    }
    if (rows.empty()) continue;
    const std::string id = "questions." + short_name(who);
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
  if (question.from == AskedFrom::own) {
    screen.main.push_back(value_field(view, name + ".text", words.text("questions.text"_t), "", Input::text));
    std::vector<ValueOption> options;
    for (const std::string& who : whom) options.push_back({who, words.text(who)});
    screen.main.push_back(value_choice(view, name + ".who", words.text("questions.who"_t), options));
  }
  screen.main.push_back(
      value_choice(view, name + ".asked", words.text("questions.is_asked"_t),
                   {{"", words.text("questions.not_asked"_t)}, {"true", words.text("questions.asked"_t)}}, "false"));
  screen.main.push_back(raise_button(view, question.id));
  screen.main.push_back(value_field(view, name + ".note", words.text("questions.note"_t), "", Input::note));
  if (!question.sources.empty()) {
    Node sources = row("question.sources", words.text("task.sources"_t));
    sources.children = question.sources;
    screen.main.push_back(card("question.sources.card", {std::move(sources)}, words.text("task.sources"_t)));
  }
  if (question.from == AskedFrom::own)
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
