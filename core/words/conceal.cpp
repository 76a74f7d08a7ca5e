#include "words/conceal.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "foundation/digits.h"
#include "plan/field_ref.h"
#include "words/build.h"

namespace vagval {

namespace {

/// Whether all values of a message are figures of the rules, which say nothing about a person.
bool states_only_rules(const std::string& pattern) {
  for (std::size_t open = pattern.find('{'); open != std::string::npos; open = pattern.find('{', open + 1))
    if (pattern.compare(open + 1, rule_figure_prefix.size(), rule_figure_prefix) != 0) return false;
  return true;
}

/// The catalogue's own sentences, and those about "Person A".
class OwnWords {
 public:
  OwnWords(const Catalogue& words, std::size_t persons) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < persons; ++i) names.push_back(place_name(words, i));
    known_.insert(names.begin(), names.end());
    for (std::size_t i = 0; i < text_key_count; ++i) {
      const TextKey key{static_cast<std::uint16_t>(i)};
      const std::string& pattern = words.pattern(key);
      const std::size_t open = pattern.find('{');
      if (open == std::string::npos || states_only_rules(pattern)) {
        known_.insert(words.text(key));
      } else if (pattern.compare(open, 6, "{name}") == 0 && pattern.find('{', open + 1) == std::string::npos) {
        for (const std::string& name : names) known_.insert(words.text(key, {{"name", name}}));
      }
    }
  }
  bool contain(const std::string& text) const { return text.empty() || known_.contains(text); }

 private:
  std::unordered_set<std::string> known_;
};

bool is_number(const std::string& written) {
  const std::string text = western_digits(written);
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool same_words(const Node& a, const Node& b) {
  return a.text == b.text && a.detail == b.detail && a.value == b.value && a.beside == b.beside &&
         a.beside_detail == b.beside_detail && a.mark == b.mark && a.tone == b.tone && a.selected == b.selected &&
         a.share == b.share && a.span == b.span &&
         std::equal(a.children.begin(), a.children.end(), b.children.begin(), b.children.end(), same_words);
}

/// Kinds that are shown or hidden as a whole; a part of a table or picture could still reveal an answer.
bool is_whole(Kind kind) {
  return kind == Kind::table || kind == Kind::chart || kind == Kind::timeline || kind == Kind::bar ||
         kind == Kind::list || kind == Kind::choice;
}

/// Kinds with children. If the twin has no such node, its presence reveals an answer.
bool is_holding(Kind kind) {
  return kind == Kind::row || kind == Kind::note || kind == Kind::card || kind == Kind::pair ||
         kind == Kind::disclosure;
}

class Concealer {
 public:
  Concealer(const Screen& screen, const Screen& twin, const Catalogue& words, std::size_t persons,
            std::string_view revealed)
      : own_(words, persons),
        mark_(words.text("hidden.mark"_t)),
        hold_(words.text("hidden.hold"_t)),
        revealed_(revealed),
        same_screen_(screen.id == twin.id) {
    for (const std::vector<Node>* part : parts_of(twin)) know(*part);
  }

  /// \param foreign  inside a node that the twin does not have; its presence reveals an answer too.
  std::vector<Node> all(std::vector<Node> nodes, bool foreign = false) const {
    std::vector<Node> out;
    out.reserve(nodes.size());
    for (Node& node : nodes) {
      const Node* twin = foreign ? nullptr : twin_of(node.id);
      const bool shown = node.id == revealed_;
      if (same_screen_ && !twin && is_holding(node.kind)) {
        // What lies in a card is held each by itself: one hold shows one thing.
        const bool card = node.kind == Kind::card || node.kind == Kind::pair;
        hide_foreign(node, shown && !card);
        const std::string id = node.id;
        const bool inside = node.kind == Kind::row || node.kind == Kind::note;
        if (inside) node.children.push_back(holder(id));
        out.push_back(std::move(node));
        if (!inside && !card) out.push_back(holder(id));
        continue;
      }
      if (foreign && node.kind == Kind::heading) continue;
      if (is_whole(node.kind)) {
        const bool tells = twin ? !same_words(node, *twin) : node.kind != Kind::choice || has_answer(node);
        if (tells && !shown) hide_whole(node, twin);
        const std::string id = node.id;
        out.push_back(std::move(node));
        if (tells) out.push_back(holder(id));
        continue;
      }
      const bool tells = hide(node, twin, shown);
      const bool inside = node.kind == Kind::row || node.kind == Kind::note;
      node.children = all(std::move(node.children), foreign);
      if (tells && inside) node.children.push_back(holder(node.id));
      const std::string id = node.id;
      const bool card =
          node.kind == Kind::card || node.kind == Kind::pair || node.kind == Kind::button || node.kind == Kind::chip;
      out.push_back(std::move(node));
      if (tells && !inside && !card) out.push_back(holder(id));
    }
    return out;
  }

  /// A text on its own. It stays if it is the same for every plan.
  std::string outside(const std::string& text, const std::string& twin, const std::string& instead) const {
    return text == twin || (!same_screen_ && own_.contain(text)) ? text : instead;
  }
  const std::string& mark() const { return mark_; }

 private:
  void know(const std::vector<Node>& nodes) {
    for (const Node& node : nodes) {
      twins_.emplace(node.id, &node);
      know(node.children);
    }
  }
  const Node* twin_of(const std::string& id) const {
    const auto found = twins_.find(id);
    return found == twins_.end() ? nullptr : found->second;
  }

  Node holder(const std::string& id) const {
    Node out = button("hold." + id, hold_, Reveal{id}, Emphasis::quiet);
    out.hold = true;
    return out;
  }

  static bool has_line(const Node& table, const std::string& name) {
    return std::any_of(table.children.begin(), table.children.end(),
                       [&](const Node& line) { return !line.children.empty() && line.children.front().text == name; });
  }

  static bool has_answer(const Node& choice) {
    return std::any_of(choice.children.begin(), choice.children.end(), [](const Node& n) { return n.selected; });
  }

  /// \returns whether anything was replaced.
  bool replace(std::string& text, const std::string& twin, bool label) const {
    if (text == twin || (label && own_.contain(text))) return false;
    text = mark_;
    return true;
  }

  /// The placeholder for a hidden text; empty in the second language.
  void mask(Node& node) const {
    node.text = mark_;
    node.beside.clear();
  }

  /// Hides a node that exists because of the answers: its texts, and its other identifying members.
  void hide_foreign(Node& node, bool shown) const {
    if (shown) return;
    Node out = node.kind == Kind::disclosure || node.kind == Kind::row ? row(node.id, mark_) : node;
    out.text = mark_;
    out.detail.clear();
    out.beside.clear();
    out.beside_detail.clear();
    out.mark = node.mark.empty() ? "" : "dot";
    out.tone = node.kind == Kind::note ? Tone::info : Tone::body;
    out.children =
        node.kind == Kind::card || node.kind == Kind::pair ? all(std::move(node.children), true) : std::vector<Node>{};
    if (node.kind == Kind::row) out.action = node.action;
    node = std::move(out);
  }

  /// Hides every text of the node that depends on the plan. \returns whether it has any; with `shown` they stay.
  bool hide(Node& node, const Node* twin, bool shown) const {
    if (node.cites) return false;
    static const Node nothing;
    const Node& other = twin ? *twin : nothing;
    if (node.kind == Kind::field && node.input != Input::passphrase) return hide_field(node, shown);
    if (node.kind == Kind::field) {
      node.input = Input::passphrase;
      return false;
    }
    Node covered = node;
    // A button's name may depend on the answers (answer, change); it takes the twin's name.
    if (twin && node.kind == Kind::button && own_.contain(node.text)) covered.text = twin->text;
    // If the twin has another text in this place, or no such node, even a catalogue text reveals an answer.
    const bool label = !same_screen_ || (!twin && (node.kind == Kind::button || node.kind == Kind::option));
    bool tells = replace(covered.text, other.text, label);
    tells |= replace(covered.detail, other.detail, node.kind == Kind::option);
    tells |= replace(covered.value, other.value, false);
    // A sum is of the plan, also where it is what it would be without answers.
    if (node.kind == Kind::figure) covered.value = mark_, tells = true;
    covered.error.clear();
    if (node.mark != other.mark && node.mark != "dot" && !node.mark.empty()) {
      covered.mark = "dot";
      tells = true;
    }
    if (tells) covered.tone = node.kind == Kind::note ? Tone::info : Tone::body;
    // The second language can tell where the first does not: it has other plurals, and other words for a currency.
    if (tells || (twin && !label && (node.beside != other.beside || node.beside_detail != other.beside_detail))) {
      covered.beside.clear();
      covered.beside_detail.clear();
    }
    if (!shown) node = std::move(covered);
    return tells;
  }

  /// A concealed field takes no typing, and does not show whether it is empty.
  bool hide_field(Node& node, bool shown) const {
    node.kind = Kind::row;
    node.action.reset();
    node.error.clear();
    if (!own_.contain(node.text)) mask(node);
    node.detail.clear();
    node.beside_detail.clear();
    if (!shown) node.value = mark_;
    return true;
  }

  void hide_whole(Node& node, const Node* twin) const {
    if (!own_.contain(node.text) && !(twin && twin->text == node.text)) mask(node);
    switch (node.kind) {
      case Kind::choice:
        for (Node& option : node.children) {
          option.selected = false;
          if (!own_.contain(option.text) && !is_number(option.text)) mask(option);
          if (!own_.contain(option.detail)) option.detail.clear(), option.beside_detail.clear();
        }
        if (!own_.contain(node.detail)) node.detail.clear(), node.beside_detail.clear();
        return;
      case Kind::table:
        for (Node& line : node.children)
          for (Node& cell : line.children) {
            // That a line is there can tell too: its name stays where the twin has it.
            const bool head = &line == node.children.data(), name = &cell == line.children.data();
            if (!(head && own_.contain(cell.text)) && !(name && twin && has_line(*twin, cell.text))) mask(cell);
            cell.tone = Tone::body;
            cell.mark.clear();
          }
        return;
      case Kind::list:
        for (Node& item : node.children) mask(item);
        return;
      default:
        // A picture tells by its shape.
        node = paragraph(node.id, twin && twin->text == node.text ? node.text : mark_);
    }
  }

  OwnWords own_;
  std::string mark_, hold_;
  std::string_view revealed_;
  bool same_screen_;  ///< a question that nobody without answers is asked has no twin
  std::unordered_map<std::string, const Node*> twins_;
};

}  // namespace

Plan unanswered_twin(const Plan& plan) {
  Plan out;
  out.example = plan.example;  // made up, and to be known as such
  for (const Person& person : plan.household.persons) out.household.persons.push_back({.id = person.id});
  for (const OwnTask& task : plan.own_tasks) out.own_tasks.push_back({.id = task.id, .section = task.section});
  for (const BudgetLine& line : plan.budget.lines)
    out.budget.lines.push_back({.id = line.id, .phase = line.phase, .flow = line.flow});
  for (const Matter& matter : plan.matters) out.matters.push_back({.id = matter.id});
  for (const QuestionEntry& question : plan.questions)
    if (is_own_question(question.id)) out.questions.push_back({.id = question.id, .who = question.who});
  for (const JournalEntry& entry : plan.journal) out.journal.push_back({.id = entry.id});
  return out;
}

void conceal(Screen& screen, const Screen& twin, const Catalogue& words, std::size_t persons,
             std::string_view revealed) {
  const Concealer concealer(screen, twin, words, persons, revealed);
  screen.title = concealer.outside(screen.title, twin.title, concealer.mark());
  screen.announcement = concealer.outside(screen.announcement, twin.announcement, "");
  for (std::vector<Node>* part : {&screen.main, &screen.aside, &screen.footer}) *part = concealer.all(std::move(*part));
  // The remarks in the navigation count answers.
  for (Node& node : screen.navigation) node.value.clear();
}

}  // namespace vagval
