#include "words/explain.h"

#include "state/questions.h"

namespace vagval {

namespace {

std::string number_or_date(const ViewContext& view, const Expr& expr, Date rule_date) {
  if (!expr.uses_parameter) return view.words.date(Date{expr.constant});
  const Parameter& parameter = view.assets.pack.parameters[static_cast<std::size_t>(expr.constant)];
  const std::optional<std::int32_t> value =
      slice_on(view.assets.pack, rule_date).parameters[static_cast<std::size_t>(expr.constant)];
  std::string name = view.words.text(parameter.text);
  if (!value) return name;
  if (parameter.unit == Unit::date) return view.words.date(Date{*value});
  if (parameter.unit == Unit::country_list) return name;
  return std::to_string(*value);
}

// The answers that a comparison accepts.
std::string wanted_answers(const ViewContext& view, const Expr& expr) {
  std::string out;
  for (std::uint32_t i = 0; i < expr.count; ++i) {
    const Answer constant = answered(view.assets.pack.constants[expr.first + i]);
    out += (i ? " / " : "") + answer_in_words(view, typed_answer(expr.fact, constant));
  }
  return out;
}

// The conditions that are in force among those of the expression.
std::string condition_ids(const RulePack& pack, const Expr& expr, Date rule_date) {
  std::string out;
  for (std::uint32_t i = 0; i < expr.count; ++i) {
    const Condition& c = pack.conditions[pack.children[expr.first + i]];
    if (c.period.contains(rule_date)) out += (out.empty() ? "" : ", ") + c.id;
  }
  return out;
}

std::string sentence(const ViewContext& view, const Assessment& assessment, const TraceNode& node) {
  const RulePack& pack = view.assets.pack;
  const Expr& expr = pack.exprs[node.expr];
  const std::string fact = view.words.text("q." + slug_of(expr.fact) + ".short");
  const std::string answer = answer_in_words(view, node.typed());
  const std::string limit =
      expr.op == Op::on_or_before || expr.op == Op::on_or_after || expr.op == Op::in_list || expr.op == Op::age_at_least
          ? number_or_date(view, expr, assessment.shown_rules)
          : "";
  switch (expr.op) {
    case Op::all_of:
      return view.words.text("explain.all"_t);
    case Op::any_of:
      return view.words.text("explain.any"_t);
    case Op::not_of:
      return view.words.text("explain.not"_t);
    case Op::equals:
      return view.words.text("explain.is"_t,
                             {{"fact", fact}, {"answer", answer}, {"wanted", wanted_answers(view, expr)}});
    case Op::in_list:
      return view.words.text("explain.in"_t, {{"fact", fact}, {"answer", answer}, {"list", limit}});
    case Op::on_or_before:
      return view.words.text("explain.on_or_before"_t, {{"fact", fact}, {"answer", answer}, {"limit", limit}});
    case Op::on_or_after:
      return view.words.text("explain.on_or_after"_t, {{"fact", fact}, {"answer", answer}, {"limit", limit}});
    case Op::on_or_after_today:
      return view.words.text("explain.on_or_after"_t,
                             {{"fact", fact}, {"answer", answer}, {"limit", view.words.date(assessment.as_of)}});
    case Op::age_at_least:
      return view.words.text("explain.age"_t, {{"answer", answer}, {"limit", limit}, {"date", assessment.rule_date}});
    case Op::some_person:
      return view.words.text("explain.some_person"_t);
    case Op::every_person:
      return view.words.text("explain.every_person"_t);
    case Op::another_person:
      return view.words.text("explain.another_person"_t);
    case Op::tied_person:
      return view.words.text("explain.tied_person"_t, {{"answer", answer}});
    case Op::partner:
      return view.words.text("explain.partner"_t);
    case Op::applicant:
      return view.words.text("explain.applicant"_t);
    case Op::definition:
      return view.words.text("explain.definition"_t);
    case Op::conditions:
      return view.words.text("explain.conditions"_t, {{"ids", condition_ids(pack, expr, assessment.shown_rules)}});
    case Op::today_on_or_after:
      return view.words.text("explain.today"_t, {{"limit", Date{expr.constant}}});
    case Op::covered:
    case Op::cap_binds:
    case Op::authority:
      return view.words.text("explain.authority"_t);
  }
  return {};
}

Node tree(const ViewContext& view, const Assessment& assessment, std::uint32_t index, const std::string& id) {
  const TraceNode& node = assessment.trace[index];
  Node out = row(id, sentence(view, assessment, node), "", mark_of(node.verdict));
  if (node.person != nobody) out.value = name_of(view, static_cast<std::size_t>(node.person));
  int number = 0;
  for (std::uint32_t child = node.first_child; child != no_node; child = assessment.trace[child].next)
    out.children.push_back(tree(view, assessment, child, id + "." + std::to_string(number++)));
  return out;
}

}  // namespace

std::string mark_of(Verdict verdict) {
  if (verdict.truth == Truth::yes) return "met";
  if (verdict.truth == Truth::no) return "unmet";
  return verdict.missing ? "unknown" : "authority";
}

Node explain_condition(const ViewContext& view, const Assessment& assessment, const ConditionResult& result) {
  const Condition& rule = view.assets.pack.conditions[result.condition];
  const std::string whom =
      result.person == nobody ? "all" : view.plan.household.persons[static_cast<std::size_t>(result.person)].id;
  const std::string id = "why." + rule.id + "." + whom;
  std::vector<Node> children{paragraph(id + ".rule", view.words.text(rule.text + ".rule"))};
  int number = 0;
  for (std::uint32_t child = assessment.trace[result.node].first_child; child != no_node;
       child = assessment.trace[child].next)
    children.push_back(tree(view, assessment, child, id + "." + std::to_string(number++)));
  for (Node& source : source_chips(view, id, rule.sources, rule.valid_seen)) children.push_back(std::move(source));
  if (rule.inference) children.push_back(chip(id + ".inference", view.words.text("chip.inference"_t)));
  std::string name = rule.id + " " + view.words.text(rule.text);
  Node out = disclosure(view, id, std::move(name), std::move(children), mark_of(assessment.trace[result.node].verdict));
  if (result.person != nobody) out.detail = name_of(view, static_cast<std::size_t>(result.person));
  return out;
}

}  // namespace vagval
