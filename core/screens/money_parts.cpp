// Cash over time as a picture and a table, what the person tries out, the grant's parts, and what ends on moving.
#include "screens/money_parts.h"

#include <algorithm>
#include <array>

#include "words/path_words.h"

namespace vagval {

namespace {

std::string month_in_words(const ViewContext& view, int month) {
  if (month == before_the_move) return view.words.text("month.before"_t);
  if (month == the_move) return view.words.text("month.move"_t);
  const std::optional<Date> departure = exact_day(view.plan.situation.departure_date);
  if (!departure) return view.words.text("month.number"_t, {{"number", std::int64_t{month}}});
  const CivilDate civil_date = civil(add_months(*departure, month, MonthEnd::last_day));
  return view.words.text("month.dated"_t, {{"number", std::int64_t{month}},
                                           {"month", view.words.text("month." + std::to_string(civil_date.month))},
                                           {"year", std::to_string(civil_date.year)}});
}

std::string range(const ViewContext& view, Kronor low, Kronor high) {
  if (low == high) return view.words.kronor(low);
  return view.words.text("money.range"_t, {{"low", low}, {"high", high}});
}

std::string lasts_in_words(const ViewContext& view, std::optional<int> last) {
  if (!last) return view.words.text("money.lasts.all"_t, {{"count", std::int64_t{months_shown}}});
  if (*last < first_month) return view.words.text("money.lasts.none"_t);
  return view.words.text("money.lasts.months"_t, {{"count", std::int64_t{*last}}});
}

Node chart(const ViewContext& view, const CashFlow& cash) {
  std::int64_t least = 0, most = 1;
  for (const CashMonth& month : cash.months) {
    least = std::min(least, month.low.value);
    most = std::max(most, month.high.value);
  }
  const auto at = [&](std::int64_t value) {
    return static_cast<std::uint16_t>((value - least) * 1000 / std::max<std::int64_t>(1, most - least));
  };
  Node out{.id = "money.chart", .kind = Kind::chart, .text = view.words.text("money.chart"_t)};
  out.share = at(0);
  for (const CashMonth& month : cash.months) {
    Node point{.id = "money.chart." + std::to_string(month.month + 1),
               .kind = Kind::row,
               .text = month_in_words(view, month.month),
               .value = range(view, month.low, month.high)};
    point.share = at(month.high.value);
    point.span = at(month.low.value);
    out.children.push_back(std::move(point));
  }
  return out;
}

Node twin(const ViewContext& view, const CashFlow& cash) {
  const Catalogue& words = view.words;
  std::vector<std::vector<std::string>> rows{{words.text("money.column.month"_t), words.text("money.column.in"_t),
                                              words.text("money.column.out"_t), words.text("money.column.left"_t)}};
  for (const CashMonth& month : cash.months) {
    Kronor in_low, in_high, out;
    for (const CashEntry& entry : cash.entries) {
      if (entry.month != month.month) continue;
      if (entry.low.value < 0) {
        out = out - entry.low;
      } else {
        in_low = in_low + entry.low;
        in_high = in_high + entry.high;
      }
    }
    rows.push_back({month_in_words(view, month.month), range(view, in_low, in_high), words.kronor(out),
                    range(view, month.low, month.high)});
  }
  return table("money.table", words.text("money.table"_t), rows);
}

}  // namespace

namespace {

std::string lasts_in_words(const ViewContext& view, const CashFlow& cash) {
  const std::string low = lasts_in_words(view, cash.lasts_low), high = lasts_in_words(view, cash.lasts_high);
  return low == high ? low : view.words.text("money.lasts.range"_t, {{"low", low}, {"high", high}});
}

// The same money if the last part comes late, or never: beside each other, without anybody having to try.
std::vector<Node> lasts_otherwise(const ViewContext& view, const std::vector<CashLine>& lines) {
  std::vector<Node> out;
  if (!view.derived.assessment || view.derived.assessment->amount.max == Kronor{}) return out;
  const auto add = [&](const char* id, std::string what, const Budget& budget) {
    out.push_back(row(std::string("money.lasts.") + id, std::move(what),
                      lasts_in_words(view, cash_flow(lines, budget, view.assets.pack, &*view.derived.assessment))));
  };
  Budget other = view.plan.budget;
  other.last_part = LastPart::late;
  add("late",
      view.words.text("money.lasts.late"_t, {{"count", std::int64_t{other.months_late.value_or(default_months_late)}}}),
      other);
  other.last_part = LastPart::refused;
  add("refused", view.words.text("money.lasts.refused"_t), other);
  return out;
}

}  // namespace

void money_over_time(const ViewContext& view, const std::vector<CashLine>& lines, const CashFlow& cash,
                     Screen& screen) {
  const Catalogue& words = view.words;
  screen.main.push_back(heading("money.time", words.text("money.time"_t), 2));
  if (cash.entries.empty()) {
    screen.main.push_back(paragraph("money.time.empty", words.text("money.time.empty"_t), Tone::muted));
    return;
  }
  std::vector<Node> children;
  Node figure{.id = "money.lasts",
              .kind = Kind::figure,
              .text = words.text("money.lasts"_t),
              .value = lasts_in_words(view, cash)};
  children.push_back(std::move(figure));
  for (Node& otherwise : lasts_otherwise(view, lines)) children.push_back(std::move(otherwise));
  children.push_back(chart(view, cash));
  children.push_back(disclosure(view, "money.as_table", words.text("calendar.as_table"_t), {twin(view, cash)}));
  if (cash.waits_for_revocation)
    children.push_back(paragraph("money.waits", words.text("money.waits"_t), Tone::caption));
  children.push_back(paragraph("money.rounding", words.text("money.rounding"_t), Tone::caption));
  screen.main.push_back(card("money.time.card", std::move(children), words.text("money.time"_t)));
}

void money_tried_out(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  std::vector<Node> children{paragraph("money.try.about", words.text("money.try.about"_t), Tone::muted),
                             value_choice(view, "budget.last_part", words.text("money.last_part"_t),
                                          {{"", words.text("money.last_part.on_time"_t)},
                                           {"late", words.text("money.last_part.late"_t)},
                                           {"refused", words.text("money.last_part.refused"_t)}},
                                          "on_time")};
  if (view.plan.budget.last_part == LastPart::late)
    children.push_back(value_field(view, "budget.months_late", words.text("money.months_late"_t),
                                   words.text("money.months_late.help"_t), Input::amount));
  children.push_back(value_field(view, "budget.prices_percent", words.text("money.prices"_t),
                                 words.text("money.prices.help"_t), Input::change));
  children.push_back(value_choice(view, "budget.no_income", words.text("money.no_income"_t),
                                  {{"", words.text("answer.no"_t)}, {"true", words.text("answer.yes"_t)}}, "false"));
  screen.main.push_back(heading("money.try", words.text("money.try"_t), 2));
  screen.main.push_back(card("money.try.card", std::move(children), words.text("money.try"_t)));
}

void money_parts(const ViewContext& view, const CashFlow& cash, Screen& screen) {
  const Catalogue& words = view.words;
  screen.main.push_back(heading("money.grant", words.text("money.grant"_t), 2));
  if (!view.derived.assessment) {
    screen.main.push_back(paragraph("money.grant.none", words.text("money.grant.none"_t), Tone::muted));
    return;
  }
  std::vector<Node> left{heading("money.grant.parts", words.text("money.grant.parts"_t), 3)},
      right{heading("money.grant.owed", words.text("money.grant.owed"_t), 3)};
  for (const CashEntry& entry : cash.entries)
    if (entry.of_grant) {
      Node one = row("money.part." + std::to_string(left.size()), month_in_words(view, entry.month));
      one.value = range(view, entry.low, entry.high);
      left.push_back(std::move(one));
    }
  for (const Exposure& step : cash.exposure) {
    Node one = row("money.owed." + std::to_string(right.size()),
                   words.text("money.owed_from"_t, {{"month", month_in_words(view, step.month)}}));
    one.value = range(view, step.low, step.high);
    right.push_back(std::move(one));
  }
  std::vector<Citation> cited;
  for (const InstalmentResult& part : view.derived.assessment->instalments) {
    const std::vector<Citation>& of_rule = view.assets.pack.instalments[part.instalment].sources;
    cited.insert(cited.end(), of_rule.begin(), of_rule.end());
  }
  if (left.size() > 1) left.push_back(source_row(view, "money.grant", cited));
  if (left.size() == 1) left.push_back(paragraph("money.grant.no_parts", words.text("money.grant.no_parts"_t)));
  if (right.size() == 1) right.push_back(paragraph("money.grant.not_owed", words.text("money.grant.not_owed"_t)));
  right.push_back(paragraph("money.owed.about", words.text("money.owed.about"_t), Tone::caption));
  Node sources = row("money.owed.sources", "");
  sources.children = source_chips(view, "money.owed", cited_for(view.assets.pack, CitedFor::owed));
  right.push_back(std::move(sources));
  Node both{.id = "money.grant.pair", .kind = Kind::pair};
  both.children.push_back(card("money.grant.left", std::move(left), words.text("money.grant.parts"_t)));
  both.children.push_back(card("money.grant.right", std::move(right), words.text("money.grant.owed"_t)));
  screen.main.push_back(std::move(both));
  screen.main.push_back(
      button("money.estimate", words.text("money.estimate"_t), GoTo{ScreenId::estimate}, Emphasis::quiet));
}

void money_endings(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  constexpr std::array names = {"ends", "follows", "depends", "unknown"};
  constexpr std::array marks = {"unmet", "met", "authority", "unknown"};
  screen.main.push_back(heading("money.ends", words.text("money.ends"_t), 2));
  screen.main.push_back(paragraph("money.ends.about", words.text("money.ends.about"_t), Tone::muted));
  std::vector<Node> rows;
  const auto& endings = view.assets.path.endings;
  for (std::size_t e = 0; e < endings.size(); ++e) {
    const Fit& fit = view.derived.path->fitting.endings[e];
    if (fit.truth == Truth::no) continue;
    const auto what = static_cast<std::size_t>(endings[e].what);
    Node one =
        row("ends." + endings[e].id, words.text(endings[e].text), words.text(endings[e].text + ".about"), marks[what]);
    one.value = words.text(std::string("outcome.") + names[what]);
    one.children = source_chips(view, one.id, endings[e].sources);
    if (const std::string maybe = fit_in_words(view, fit); !maybe.empty())
      one.children.insert(one.children.begin(), paragraph(one.id + ".maybe", maybe, Tone::caption));
    rows.push_back(std::move(one));
  }
  screen.main.push_back(card("money.ends.list", std::move(rows), words.text("money.ends"_t)));
}

}  // namespace vagval
