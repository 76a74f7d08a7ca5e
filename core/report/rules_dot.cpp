// The expression graph in Graphviz's DOT: conditions, definitions and conflicts with the facts and values they read.
#include <set>

#include "report/expr_words.h"
#include "report/rule_book.h"

namespace vagval {

namespace {

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n')
      out += "\\n";
    else
      out += c;
  }
  return out + "\"";
}

class Graph {
 public:
  explicit Graph(const RulePack& pack) : pack_(pack) {}

  void node(const std::string& id, std::string_view label, std::string_view shape) {
    if (!nodes_.insert(id).second) return;
    out_ += "  " + quoted(id) + " [label=" + quoted(label) + ", shape=" + std::string(shape) + "];\n";
  }
  void edge(const std::string& from, const std::string& to, std::string_view label = {}) {
    if (!edges_.insert(from + "\n" + to).second) return;
    out_ += "  " + quoted(from) + " -> " + quoted(to);
    out_ += label.empty() ? ";\n" : " [label=" + quoted(label) + "];\n";
  }

  /// Draws the expression and all its operands; returns the id of its node.
  std::string expr(std::uint32_t index) {
    const Expr& e = pack_.exprs[index];
    if (e.op == Op::definition) return definition(static_cast<std::size_t>(e.constant));
    std::string id = "expr " + std::to_string(index);
    node(id, label(index), "plaintext");
    if (e.op == Op::conditions) {
      for (std::uint32_t i = 0; i < e.count; ++i) edge(id, condition(pack_.conditions[pack_.children[e.first + i]]));
    } else if (has_operands(e.op)) {
      for (const std::uint32_t operand : operands(pack_, e)) edge(id, expr(operand));
    } else if (reads_fact(e.op)) {
      const std::string fact(info(e.fact).name);
      node(fact, fact, "ellipse");
      edge(id, fact);
    }
    if (e.uses_parameter) value(pack_.parameters[static_cast<std::size_t>(e.constant)], id);
    return id;
  }

  static std::string condition(const Condition& rule) {
    return anchor("condition", rule.id + "." + to_iso(rule.period.from));
  }

  std::string definition(std::size_t index) const { return anchor("definition", pack_.definitions[index].id); }

  std::string take() { return "digraph rules {\n  rankdir=LR;\n  node [fontname=\"sans-serif\"];\n" + out_ + "}\n"; }

 private:
  static bool reads_fact(Op op) {
    return op == Op::equals || op == Op::in_list || op == Op::on_or_before || op == Op::on_or_after ||
           op == Op::on_or_after_today || op == Op::age_at_least;
  }
  /// Only the name of an operation, because its operands are nodes.
  std::string label(std::uint32_t index) const {
    const Op op = pack_.exprs[index].op;
    switch (op) {
      case Op::all_of:
        return "and";
      case Op::any_of:
        return "or";
      case Op::conditions:
        return "met";
      default:
        break;
    }
    const std::string formal = formal_expr(pack_, index);
    return has_operands(op) ? formal.substr(0, formal.find(" (")) : formal;
  }
  void value(const Parameter& parameter, const std::string& asked_by) {
    const std::string id = "$" + parameter.id;
    node(id, id, "note");
    edge(asked_by, id);
  }

  const RulePack& pack_;
  std::set<std::string> nodes_, edges_;
  std::string out_;
};

}  // namespace

std::string rules_dot(const RulePack& pack, const Catalogue& words) {
  Graph graph(pack);
  for (std::size_t i = 0; i < pack.definitions.size(); ++i)
    graph.node(graph.definition(i), "@" + pack.definitions[i].id, "hexagon");
  for (const Condition& rule : pack.conditions)
    graph.node(Graph::condition(rule), rule.id + "\n" + words.text(rule.text) + "\n" + to_iso(rule.period.from), "box");
  for (std::size_t i = 0; i < pack.definitions.size(); ++i)
    graph.edge(graph.definition(i), graph.expr(pack.definitions[i].expr));
  for (const Condition& rule : pack.conditions) {
    if (rule.applies != no_expr) graph.edge(Graph::condition(rule), graph.expr(rule.applies), "applies");
    graph.edge(Graph::condition(rule), graph.expr(rule.expr));
  }
  for (const AmountRule& amount : pack.amounts) {
    const std::string id = anchor("amount", amount.id + "." + to_iso(amount.period.from));
    graph.node(id, amount.id + "\n" + to_iso(amount.period.from), "component");
    if (amount.when != no_expr) graph.edge(id, graph.expr(amount.when));
  }
  for (const Conflict& conflict : pack.conflicts) {
    if (conflict.when == no_expr) continue;
    const std::string id = anchor("conflict", conflict.id);
    graph.node(id, conflict.id, "diamond");
    graph.edge(id, graph.expr(conflict.when));
  }
  return graph.take();
}

}  // namespace vagval
