// Money: what it costs before, at and after the move, when the grant's parts come, how long it lasts, and what ends.
#include <algorithm>

#include "screens/money_parts.h"
#include "screens/view.h"
#include "words/path_words.h"

namespace vagval {

namespace {

std::string currency_name(const ViewContext& view) {
  return view.plan.budget.currency.empty() ? view.words.text("money.other"_t) : view.plan.budget.currency;
}

void line_nodes(const ViewContext& view, const MoneyLine& line, std::vector<Node>& out) {
  const Catalogue& words = view.words;
  const std::string name = "line." + line.id;
  std::string title = line.kind ? words.text(line.kind->text) : line.entry->text;
  if (!line.kind) {
    out.push_back(value_field(view, name + ".text", words.text("money.line.text"_t), "", Input::text));
    if (title.empty()) title = words.text("money.line.untitled"_t);
  }
  const bool other = line.entry && line.entry->money == Money::other;
  out.push_back(
      value_field(view, name + ".amount",
                  words.text(line.flow == Flow::income ? "money.line.income"_t : "money.line.cost"_t,
                             {{"line", title}, {"currency", other ? currency_name(view) : words.text("money.sek"_t)}}),
                  "", Input::amount));
  if (!view.plan.budget.currency.empty() || other)
    out.push_back(value_choice(view, name + ".currency", words.text("money.line.currency"_t, {{"line", title}}),
                               {{"", words.text("money.sek"_t)}, {"other", currency_name(view)}}, "sek"));
  if (line.rate_missing)
    out.push_back(paragraph(name + ".rate_missing",
                            words.text("money.rate_missing"_t, {{"currency", currency_name(view)}}), Tone::caption));
  if (!line.kind)
    out.push_back(button(name + ".remove", words.text("money.line.remove"_t, {{"line", title}}),
                         RemoveEntry{EntryList::line, line.id}, Emphasis::quiet));
}

Node phase_node(const ViewContext& view, const std::vector<MoneyLine>& lines, Phase phase) {
  const Catalogue& words = view.words;
  const std::string id = "money." + std::string(phase_names[static_cast<std::size_t>(phase)]);
  std::vector<Node> children{paragraph(id + ".about", words.text(id + ".about"), Tone::muted)};
  std::optional<Kronor> costs, income;  // what nobody has written is not nothing
  for (const Flow flow : {Flow::cost, Flow::income}) {
    for (const MoneyLine& line : lines) {
      if (line.phase != phase || line.flow != flow) continue;
      line_nodes(view, line, children);
      if (!line.amount) continue;
      std::optional<Kronor>& sum = flow == Flow::cost ? costs : income;
      sum = sum.value_or(Kronor{}) + *line.amount;
    }
    const std::string about =
        std::string(phase_names[static_cast<std::size_t>(phase)]) + (flow == Flow::cost ? ".cost" : ".income");
    children.push_back(button(id + (flow == Flow::cost ? ".add_cost" : ".add_income"),
                              words.text(flow == Flow::cost ? "money.add_cost"_t : "money.add_income"_t),
                              AddEntry{EntryList::line, about}, Emphasis::quiet));
  }
  Node out = disclosure(view, id, words.text(id), std::move(children));
  if (costs && income)
    out.detail = words.text("money.phase"_t, {{"costs", *costs}, {"income", *income}});
  else if (costs)
    out.detail = words.text("money.phase.costs"_t, {{"costs", *costs}});
  else
    out.detail = income ? words.text("money.phase.income"_t, {{"income", *income}}) : words.text("money.phase.empty"_t);
  return out;
}

void currency(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  std::vector<Node> children{
      value_field(view, "budget.currency", words.text("money.currency"_t), words.text("money.currency.help"_t),
                  Input::text),
      value_field(view, "budget.rate", words.text("money.rate"_t, {{"currency", currency_name(view)}}),
                  words.text("money.rate.help"_t), Input::amount),
      value_field(view, "budget.rate_on", words.text("money.rate_on"_t), words.text("field.date.help"_t), Input::date)};
  Node out = disclosure(view, "money.currency", words.text("money.currency.title"_t), std::move(children));
  const Budget& budget = view.plan.budget;
  out.detail = budget.currency.empty() ? words.text("money.currency.none"_t)
               : budget.rate           ? words.text("money.currency.now"_t,
                                                    {{"currency", budget.currency},
                                                     {"rate", with_decimal_mark(words, plan_value(view.plan, "budget.rate"))}})
                                       : budget.currency;
  screen.main.push_back(card("money.currency.card", {std::move(out)}, words.text("money.currency.title"_t)));
}

}  // namespace

void money_screen(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  const std::vector<MoneyLine> lines = money_lines(view.assets.path, view.plan);
  const Assessment* assessment = view.derived.assessment ? &*view.derived.assessment : nullptr;
  const std::vector<CashLine> counted = cash_lines(lines);
  const CashFlow cash = cash_flow(counted, view.plan.budget, view.assets.pack, assessment);
  screen.title = words.text("money.title"_t);
  screen.main.push_back(heading("title", screen.title, 1));
  screen.main.push_back(paragraph("money.lead", words.text("money.lead"_t), Tone::muted));
  screen.main.push_back(value_field(view, "budget.savings", words.text("money.savings"_t),
                                    words.text("money.savings.help"_t), Input::amount));
  std::vector<Node> phases;
  for (const Phase phase : {Phase::before, Phase::move, Phase::first_month, Phase::monthly})
    phases.push_back(phase_node(view, lines, phase));
  screen.main.push_back(card("money.phases", std::move(phases), words.text("money.phases"_t)));
  currency(view, screen);
  money_over_time(view, counted, cash, screen);
  money_tried_out(view, screen);
  money_parts(view, cash, screen);
  money_endings(view, screen);
  screen.aside.push_back(heading("aside.money", words.text("money.aside"_t), 2));
  screen.aside.push_back(paragraph("aside.money.text", words.text("money.aside.text"_t)));
  screen.aside.push_back(paragraph("aside.money.tax", words.text("money.aside.tax"_t)));
}

}  // namespace vagval
