#include "screens/paper.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <utility>

#include "foundation/order.h"
#include "plan/identifiers.h"
#include "state/assets.h"
#include "state/counted_day.h"
#include "state/derived.h"
#include "state/questions.h"
#include "words/asked.h"
#include "words/conceal.h"
#include "words/path_words.h"

namespace vagval {

namespace {

Session session_of(const PaperOf& of, ScreenId screen) {
  Session out{.screen = screen, .language = of.language, .today = of.today, .clock = of.clock};
  out.reading.beside = of.beside;
  out.counsel.hidden = of.hidden;
  return out;
}

enum class Folded : std::uint8_t { opened, left_out };
void add_as_paper(std::vector<Node>& out, Node node, const std::string& prefix, Folded folded);

std::vector<Node> as_paper(std::vector<Node> nodes, const std::string& prefix, Folded folded = Folded::opened) {
  std::vector<Node> out;
  for (Node& node : nodes) add_as_paper(out, std::move(node), prefix, folded);
  return out;
}

// Paper has nothing to press. It shows folded parts open, and of a part folded inside another only the headline: the
// reasoning behind each of seventy conditions is on the screen.
void add_as_paper(std::vector<Node>& out, Node node, const std::string& prefix, Folded folded) {
  if (node.kind == Kind::button || node.kind == Kind::chart || node.kind == Kind::timeline ||
      node.kind == Kind::divider)
    return;
  node.id.insert(0, prefix);
  node.action.reset();
  node.context.clear();
  if (node.kind == Kind::field) {
    node.kind = Kind::row;
    node.detail.clear();
    node.beside_detail.clear();
  }
  if (node.kind == Kind::choice) {
    Node answer = row(node.id, node.text);
    answer.beside = node.beside;
    for (const Node& option : node.children)
      if (option.selected) {
        answer.detail = option.text;
        answer.beside_detail = option.beside;
      }
    out.push_back(std::move(answer));
    return;
  }
  if (node.kind == Kind::heading) node.level = static_cast<std::uint8_t>(std::min(node.level + 1, 4));
  if (node.kind == Kind::disclosure && folded == Folded::left_out) {
    node.kind = Kind::row;
    node.children.clear();
  }
  if (node.kind != Kind::table)
    node.children =
        as_paper(std::move(node.children), prefix, node.kind == Kind::disclosure ? Folded::left_out : folded);
  if (node.kind != Kind::disclosure) {
    out.push_back(std::move(node));
    return;
  }
  Node title = heading(node.id, node.text, 4);
  title.beside = node.beside;
  std::vector<Node> inside = std::move(node.children);
  out.push_back(std::move(title));
  if (!node.detail.empty()) {
    Node detail = paragraph(node.id + ".detail", node.detail, Tone::muted);
    detail.beside = node.beside_detail;
    out.push_back(std::move(detail));
  }
  for (Node& child : inside) out.push_back(std::move(child));
}

// Renumbers the headings: an unfolded heading has level four at every depth. No level is skipped below another heading,
// and headings of equal level stay equal.
void level_headings(std::vector<Node>& nodes, std::vector<std::pair<int, int>>& above) {
  for (Node& node : nodes) {
    if (node.kind == Kind::heading) {
      const int was = node.level;
      while (!above.empty() && above.back().first >= was) above.pop_back();
      if (!above.empty()) node.level = static_cast<std::uint8_t>(above.back().second + 1);
      above.emplace_back(was, node.level);
    }
    level_headings(node.children, above);
  }
}

void add_screen(const PaperOf& of, const Session& session, std::vector<Node>& out) {
  const std::string prefix =
      "paper." + std::string(name_of(session.screen)) + "." + session.person + session.item + ".";
  std::vector<Node> nodes = as_paper(nodes_of(of.assets, of.plan, session, of.derived), prefix);
  std::vector<std::pair<int, int>> above;
  level_headings(nodes, above);
  for (Node& node : nodes) out.push_back(std::move(node));
}

template <class Wanted>
void gather(const std::vector<Node>& nodes, Kind kind, const Wanted& is_wanted, std::vector<const Node*>& out) {
  for (const Node& node : nodes) {
    if (node.kind == kind && is_wanted(node)) out.push_back(&node);
    gather(node.children, kind, is_wanted, out);
  }
}

bool opens_question(const Node& node) {
  const auto* const open = node.action ? node.action->get<OpenItem>() : nullptr;
  return open && open->screen == ScreenId::questions && open->item == node.id;
}

void gather_text(const std::vector<Node>& nodes, std::string& out) {
  for (const Node& node : nodes) {
    if (node.kind == Kind::chip) out += node.text + "\n";
    gather_text(node.children, out);
  }
}

// Each text in one language; the other is laid beside what has the same id.
class Sheet {
 public:
  explicit Sheet(const PaperOf& of) : of_(of) {}

  template <class Fill>
  std::vector<Node> in_both(Fill fill) const {
    const Catalogue first = of_.assets.catalogue(of_.language).on(of_.today);
    std::vector<Node> out = fill(first, of_.language);
    if (of_.beside.empty() || of_.beside == of_.language) return out;
    lay_beside(out, fill(of_.assets.catalogue(of_.beside).on(of_.today), of_.beside));
    return out;
  }

 private:
  const PaperOf& of_;
};

PaperOf in_one_language(const PaperOf& of, const std::string& language, bool hidden) {
  return {of.assets, of.plan, of.derived, of.today, language, "", hidden, of.build, of.clock};
}

std::vector<Node> unanswered_in_words(const PaperOf& of, const Catalogue& words, std::size_t most) {
  std::vector<Node> out;
  for (const Question& question : questions_of_situation(of.assets, of.plan, of.today)) {
    if (is_everyday_fact(question.fact) || is_answered(of.plan, question) || out.size() == most) continue;
    out.push_back(paragraph("sheet.unknown." + id_of(question), words.text("q." + slug_of(question.fact) + ".short")));
  }
  if (out.empty()) out.push_back(paragraph("sheet.all_known", words.text("sheet.all_known"_t)));
  return out;
}

bool is_letter(char c) {
  return (static_cast<unsigned char>(c) & 0x80) != 0 || std::isalnum(static_cast<unsigned char>(c));
}

// The person's own text, with places instead of the names of the plan and a mark instead of each number that identifies
// a person.
std::string unnamed(const Plan& plan, const Catalogue& words, std::string text) {
  for (std::size_t i = 0; i < plan.household.persons.size(); ++i) {
    const std::string label = plan.household.persons[i].label.value_or("");
    if (label.empty()) continue;
    const std::string place = place_name(words, i);
    for (std::size_t at = text.find(label); at != std::string::npos; at = text.find(label, at)) {
      const std::size_t end = at + label.size();
      const bool whole = (at == 0 || !is_letter(text[at - 1])) && (end == text.size() || !is_letter(text[end]));
      if (whole) text.replace(at, label.size(), place);
      at += whole ? place.size() : label.size();
    }
  }
  const std::vector<FoundIdentifier> found = identifiers_in(text);
  for (std::size_t i = found.size(); i-- > 0;)
    text.replace(found[i].begin, found[i].end - found[i].begin, words.text("hidden.mark"_t));
  return text;
}

Node list_of(std::string id, std::vector<Node> items) {
  return {.id = std::move(id), .kind = Kind::list, .children = std::move(items)};
}

std::vector<Node> head_in(const PaperOf& of, const Catalogue& words) {
  std::vector<Node> out;
  if (!of.plan.example.empty()) {
    // A file may name an example that this version does not have.
    const std::optional<TextKey> name = find_text_key("example." + of.plan.example);
    out.push_back(
        note("paper.example", Tone::info, words.text("paper.example"_t), name ? words.text(*name) : std::string()));
  }
  out.push_back(paragraph("paper.as_of",
                          words.text("print.as_of"_t, {{"date", of.today}, {"checked", of.assets.pack.checked_on}}),
                          Tone::muted));
  if (const std::optional<DayDoubt> doubt = day_doubt(of.assets, words, {of.today, of.clock}))
    out.push_back(note("paper.day", Tone::hazard, doubt->what, doubt->act));
  const Session session = session_of(of, ScreenId::start);
  const ViewContext view{of.assets, words, of.plan, session, of.derived};
  if (age_of_rules(view) != Age::checked) out.push_back(paragraph("paper.age", age_in_words(view), Tone::strong));
  out.push_back(paragraph("paper.not_decision", words.text("print.not_decision"_t), Tone::muted));
  // How many, and no more: what was typed may be of a part that is left out.
  if (const auto count = static_cast<std::int64_t>(of.plan.drafts.size()); count > 0)
    out.push_back(paragraph("paper.unfinished", words.text("print.unfinished"_t, {{"count", count}}), Tone::strong));
  return out;
}

}  // namespace

std::vector<Node> paper_head(const PaperOf& of) {
  return Sheet(of).in_both([&](const Catalogue& words, const std::string&) { return head_in(of, words); });
}

std::vector<Node> paper_part(const PaperOf& of, ScreenId screen) {
  std::vector<Node> out;
  Session session = session_of(of, screen);
  add_screen(of, session, out);
  if (screen == ScreenId::household)
    for (const Person& person : of.plan.household.persons) {
      session.person = person.id;
      add_screen(of, session, out);
    }
  if (screen == ScreenId::path)
    for (const PathSection& section : of.assets.path.sections) {
      session.item = section.id;
      add_screen(of, session, out);
    }
  return out;
}

std::vector<Node> paper_end(const PaperOf& of, const std::vector<Node>& parts) {
  std::string cited;
  gather_text(parts, cited);
  return Sheet(of).in_both([&](const Catalogue& words, const std::string&) {
    std::vector<Node> out{heading("paper.unknown", words.text("sheet.unknown"_t), 2),
                          list_of("paper.unknown.list", unanswered_in_words(of, words, of.assets.path.tasks.size())),
                          heading("paper.sources", words.text("print.sources"_t), 2)};
    std::vector<Node> sources;
    for (const Source& source : of.assets.pack.sources) {
      if (cited.find(short_name(source)) == std::string::npos) continue;
      sources.push_back(
          paragraph("paper.source." + source.id, source.title + " · " + source.publisher + " · " + source.dated));
      sources.back().lang = "sv";
    }
    out.push_back(list_of("paper.sources.list", std::move(sources)));
    if (!of.build.empty())
      out.push_back(paragraph("paper.build", words.text("print.build"_t, {{"build", of.build}}), Tone::muted));
    return out;
  });
}

std::vector<Node> without(std::vector<Node> nodes, const std::set<std::string>& left_out) {
  std::vector<Node> out;
  bool in = true;
  for (Node& node : nodes) {
    if (node.kind == Kind::heading && node.level <= 2) in = !left_out.contains(node.id);
    if (in) out.push_back(std::move(node));
  }
  return out;
}

std::vector<Node> meeting_sheet(const PaperOf& of) {
  return Sheet(of).in_both([&](const Catalogue& words, const std::string& language) {
    const PaperOf one = in_one_language(of, language, true);
    std::vector<Node> out{heading("sheet.title", words.text("sheet.title"_t), 1)};
    for (Node& node : head_in(of, words)) out.push_back(std::move(node));
    out.push_back(paragraph("sheet.no_names", words.text("sheet.no_names"_t), Tone::muted));

    out.push_back(heading("sheet.understood", words.text("sheet.understood"_t), 2));
    std::vector<Node> items{paragraph(
        "sheet.people",
        words.text("sheet.people"_t, {{"count", static_cast<std::int64_t>(of.plan.household.persons.size())}}))};
    const std::vector<Node> estimate = nodes_of(of.assets, of.plan, session_of(one, ScreenId::estimate), of.derived);
    std::vector<const Node*> found;
    gather(
        estimate, Kind::heading, [](const Node& node) { return node.id == "title"; }, found);
    gather(
        estimate, Kind::figure, [](const Node&) { return true; }, found);
    for (const Node* node : found)
      items.push_back(
          paragraph("sheet.understood." + node->id, node->text + (node->value.empty() ? "" : ": " + node->value)));
    out.push_back(list_of("sheet.understood.list", std::move(items)));

    constexpr std::size_t most_unknown = 6, most_questions = 5;
    out.push_back(heading("sheet.unknown", words.text("sheet.unknown"_t), 2));
    out.push_back(list_of("sheet.unknown.list", unanswered_in_words(of, words, most_unknown)));

    out.push_back(heading("sheet.questions", words.text("sheet.questions"_t), 2));
    const std::vector<Node> questions = nodes_of(of.assets, of.plan, session_of(one, ScreenId::questions), of.derived);
    found.clear();
    gather(questions, Kind::row, opens_question, found);
    std::set<std::string> raised;
    for (const QuestionEntry& entry : of.plan.questions)
      if (entry.raise == true) raised.insert("question." + entry.id);
    // What was ticked to be raised comes first.
    sort_stably(found, [&](const Node* a, const Node* b) { return raised.contains(a->id) && !raised.contains(b->id); });
    items.clear();
    for (const Node* node : found)
      if (node->mark != "done" && items.size() < most_questions)
        items.push_back(paragraph("sheet." + node->id, unnamed(of.plan, words, node->text)));
    out.push_back(list_of("sheet.questions.list", std::move(items)));
    return out;
  });
}

std::vector<Node> application_sheet(const PaperOf& of) {
  PaperOf swedish = of;
  swedish.language = "sv";
  swedish.beside = of.language == "sv" ? std::string() : of.language;
  return Sheet(swedish).in_both([&](const Catalogue& words, const std::string& language) {
    const PaperOf one = in_one_language(of, language, of.hidden);
    const Session session = session_of(one, ScreenId::documents);
    const ViewContext view{of.assets, words, of.plan, session, of.derived};
    std::vector<Node> out{heading("application.title", words.text("application.title"_t), 1)};
    for (Node& node : head_in(of, words)) out.push_back(std::move(node));
    out.push_back(paragraph("application.lead", words.text("application.lead"_t)));
    const std::vector<Node> documents = nodes_of(of.assets, of.plan, session, of.derived);
    std::vector<const Node*> found;
    gather(
        documents, Kind::paragraph, [](const Node& node) { return node.id == "documents.application.state"; }, found);
    for (const Node* node : found) out.push_back(paragraph("application.state", node->text, Tone::strong));
    found.clear();
    std::map<std::string, std::string> whose{{"complete.household", "household"}};
    for (const Person& person : of.plan.household.persons) whose.emplace("complete." + person.id, person.id);
    gather(
        documents, Kind::row, [&](const Node& node) { return whose.contains(node.id); }, found);
    for (const Node* complete : found) {
      const std::string& whom = whose.find(complete->id)->second;
      out.push_back(heading("application." + whom, complete->text, 2));
      if (const Person* const person = find_person(of.plan.household, whom)) {
        std::vector<std::vector<std::string>> answers{
            {words.text("application.fact"_t), words.text("application.answer"_t)}};
        for (std::size_t f = 0; f < person_fact_count; ++f) {
          const Fact fact = static_cast<Fact>(f);
          if (!info(fact).on_sheet) continue;
          answers.push_back(
              {words.text("q." + slug_of(fact) + ".short"),
               answer_in_words(view, fact, answer_text(of.plan.household, of.plan.situation, {fact, person->id}))});
        }
        out.push_back(table("application." + whom + ".facts", complete->text, answers));
      }
      Node papers =
          row("application." + whom + ".papers", words.text("application.papers"_t), complete->detail, complete->mark);
      papers.children = as_paper(complete->children, "application.");
      out.push_back(std::move(papers));
    }
    return out;
  });
}

}  // namespace vagval
