// When the money comes, what would be owed at each stage, and each person's part.
#include "screens/estimate_parts.h"

namespace vagval {

namespace {

std::string due_in_words(const ViewContext& view, const InstalmentRule& rule, const DueTime& due) {
  const Catalogue& words = view.words;
  switch (rule.due) {
    case Due::with_decision:
      if (due.earliest_max) return words.text("due.decision_on"_t, {{"date", *due.earliest_max}});
      return words.text("due.decision"_t);
    case Due::on_departure:
      if (due.earliest_max) return words.text("due.departure_on"_t, {{"date", *due.earliest_max}});
      return words.text("due.departure"_t);
    case Due::after_arrival:
      if (due.earliest_max) return words.text("due.arrival_on"_t, {{"date", *due.earliest_max}});
      if (due.earliest_min) return words.text("due.arrival_after"_t, {{"date", *due.earliest_min}});
      return words.text("due.arrival"_t);
    case Due::permit_ended:
      break;
  }
  std::string out;
  if (due.earliest_min && due.earliest_max && *due.earliest_min != *due.earliest_max)
    out = words.text("due.last_between"_t, {{"from", *due.earliest_min}, {"to", *due.earliest_max}});
  else if (due.earliest_min)
    out = words.text("due.last_on"_t, {{"date", *due.earliest_min}});
  else if (due.months_after_departure_min == due.months_after_departure_max)
    out = words.text("due.last_months"_t, {{"months", std::int64_t{due.months_after_departure_min.value_or(0)}}});
  else
    out = words.text("due.last_months_between"_t, {{"from", std::int64_t{due.months_after_departure_min.value_or(0)}},
                                                   {"to", std::int64_t{due.months_after_departure_max.value_or(0)}}});
  if (due.waits_for_revocation) out += " " + words.text("due.revocation"_t);
  return out;
}

}  // namespace

void estimate_money(const ViewContext& view, const Assessment& a, Screen& screen) {
  const Catalogue& words = view.words;
  if (a.amount.max == Kronor{}) return;
  screen.main.push_back(
      heading("estimate.when", words.text("estimate.when"_t, {{"amount", words.kronor(a.amount)}}), 2));
  Node bar{.id = "estimate.bar", .kind = Kind::bar, .text = words.text("estimate.bar"_t)};
  std::vector<Citation> sources;
  for (const InstalmentResult& part : a.instalments) {
    const InstalmentRule& rule = view.assets.pack.instalments[part.instalment];
    Node out = row("part." + rule.id, words.text(rule.text), due_in_words(view, rule, part.due),
                   "swatch" + std::to_string(bar.children.size() + 1));
    out.value = words.kronor(part.amount);
    out.share = static_cast<std::uint16_t>(part.percent * 10);
    bar.children.push_back(std::move(out));
    sources.insert(sources.end(), rule.sources.begin(), rule.sources.end());
  }
  std::vector<Node> children{std::move(bar)};
  const bool later_parts = a.instalments.size() > 1;
  if (later_parts) {
    children.push_back(note("estimate.may_stop", Tone::hazard, words.text("estimate.may_stop"_t),
                            words.text("estimate.may_stop.text"_t)));
    children.push_back(paragraph("estimate.month_ends", words.text("estimate.month_ends"_t), Tone::caption));
  }
  children.push_back(source_row(view, "estimate.parts", sources));
  screen.main.push_back(card("estimate.parts", std::move(children), words.text("estimate.bar"_t)));
  if (a.repayment.empty()) return;

  screen.main.push_back(heading("estimate.owed", words.text("estimate.owed"_t), 2));
  constexpr std::string_view stages[] = {"after_decision", "after_arrival", "after_last_part"};
  Node table{.id = "owed", .kind = Kind::table, .text = words.text("estimate.owed"_t)};
  const auto line = [&](const std::string& id, std::string when, std::string owed) {
    Node out{.id = "owed." + id, .kind = Kind::table_row};
    out.children.push_back({.id = out.id + ".when", .kind = Kind::cell, .text = std::move(when)});
    out.children.push_back({.id = out.id + ".owed", .kind = Kind::cell, .text = std::move(owed)});
    table.children.push_back(std::move(out));
  };
  std::vector<Citation> cited;
  for (const std::uint16_t index : view.assets.pack.slices[a.slice].repayments) {
    const std::vector<Citation>& of_rule = view.assets.pack.repayments[index].sources;
    cited.insert(cited.end(), of_rule.begin(), of_rule.end());
  }
  line("head", words.text("estimate.owed.when"_t), words.text("estimate.owed.how_much"_t));
  for (const RepaymentResult& stage : a.repayment) {
    const std::string name(stages[static_cast<std::size_t>(stage.stage)]);
    line(name, words.text("estimate.owed." + name), words.kronor(stage.owed));
  }
  screen.main.push_back(
      card("estimate.owed.card",
           {std::move(table), paragraph("estimate.owed.no_limit", words.text("estimate.owed.no_limit"_t)),
            source_row(view, "estimate.owed", cited)},
           words.text("estimate.owed"_t)));
}

void estimate_persons(const ViewContext& view, const Assessment& a, Screen& screen) {
  const Catalogue& words = view.words;
  screen.main.push_back(heading("estimate.persons", words.text("estimate.persons"_t), 2));
  std::vector<Node> rows;
  bool split = false;
  constexpr std::string_view marks[] = {"met", "unmet", "unknown", "authority"};
  for (std::size_t i = 0; i < a.persons.size(); ++i) {
    const PersonResult& p = a.persons[i];
    Node out = row("amount." + view.plan.household.persons[i].id, name_of(view, i),
                   words.text("estimate.state." + std::string(state_name(p.state))) +
                       (p.in_household == Truth::no ? " " + words.text("estimate.own_household"_t) : ""),
                   std::string(marks[static_cast<std::size_t>(p.state)]));
    out.value = words.kronor(p.base);
    if (p.amount != p.base) {
      split = true;
      out.detail += " " + words.text("estimate.after_caps"_t, {{"amount", words.kronor(p.amount)}});
    }
    rows.push_back(std::move(out));
  }
  if (split) rows.push_back(paragraph("estimate.split", words.text("estimate.split"_t), Tone::muted));
  std::vector<Citation> cited;
  std::optional<Date> seen;
  const Slice& slice = view.assets.pack.slices[a.slice];
  for (const std::uint16_t index : slice.amounts)
    if (const ParameterValue* value = slice.parameter_values[view.assets.pack.amounts[index].parameter]) {
      cited.insert(cited.end(), value->sources.begin(), value->sources.end());
      if (value->valid_seen) seen = std::min(seen.value_or(*value->valid_seen), *value->valid_seen);
    }
  if (!cited.empty()) rows.push_back(source_row(view, "estimate.persons", cited, seen));
  screen.main.push_back(card("estimate.persons.card", std::move(rows), words.text("estimate.persons"_t)));
}

}  // namespace vagval
