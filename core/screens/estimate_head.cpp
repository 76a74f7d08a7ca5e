// The head of the estimate: the state in words, and the two cards of equal weight.
#include <algorithm>

#include "screens/estimate_parts.h"

namespace vagval {

namespace {

std::int64_t count_of(const Assessment& a, ConditionState state) {
  return std::count_if(a.conditions.begin(), a.conditions.end(),
                       [&](const ConditionResult& c) { return c.state == state && settles_something(a, c); });
}

std::string title(const ViewContext& view, const Assessment& a) {
  const auto people = static_cast<std::int64_t>(view.plan.household.persons.size());
  if (a.no_rule_for_date) return view.words.text("estimate.no_rule"_t);
  switch (a.state) {
    case State::may_be_covered:
      return view.words.text("estimate.may_be_covered"_t, {{"people", people}});
    case State::not_covered:
      return view.words.text(any_person_apart(a) ? "estimate.not_covered_apart"_t : "estimate.not_covered"_t,
                             {{"people", people}});
    case State::for_authority:
      return view.words.text("estimate.for_authority"_t, {{"people", people}});
    case State::need_more:
      return view.words.text(a.amount.max > Kronor{} ? "estimate.need_more"_t : "estimate.need_more_nothing"_t,
                             {{"people", people}, {"count", static_cast<std::int64_t>(a.next_questions.size())}});
  }
  return {};
}

std::string which_rules(const ViewContext& view, const Assessment& a) {
  const Slice& slice = view.assets.pack.slices[a.slice];
  if (!slice.version) return view.words.text("estimate.rules_none"_t, {{"date", a.rule_date}});
  const RuleVersion& version = view.assets.pack.versions[*slice.version];
  return view.words.text(a.application_date_assumed ? "estimate.rules_assumed"_t : "estimate.rules"_t,
                         {{"version", version.id}, {"date", a.rule_date}});
}

Node amount_card(const ViewContext& view, const Assessment& a) {
  const Catalogue& words = view.words;
  std::vector<Node> out{{.id = "estimate.amount",
                         .kind = Kind::figure,
                         .text = words.text("estimate.amount"_t),
                         .value = words.kronor(a.amount)}};
  std::vector<Citation> sources;
  std::optional<Date> seen;
  const Slice& slice = view.assets.pack.slices[a.slice];
  for (const CapResult& cap : a.caps) {
    const CapRule& rule = view.assets.pack.caps[cap.cap];
    if (const ParameterValue* value = slice.parameter_values[rule.parameter])
      if (value->valid_seen) seen = std::min(seen.value_or(*value->valid_seen), *value->valid_seen);
    const TextKey key = cap.binds == Truth::yes  ? "estimate.cap_binds"_t
                        : cap.binds == Truth::no ? "estimate.cap_free"_t
                                                 : "estimate.cap_maybe"_t;
    out.push_back(paragraph(
        "estimate.cap." + rule.id,
        words.text(key, {{"cap", words.text(rule.text)}, {"limit", cap.limit}, {"before", words.kronor(cap.before)}})));
    for (const Citation& c : rule.sources)
      if (std::find(sources.begin(), sources.end(), c) == sources.end()) sources.push_back(c);
  }
  if (!a.amount.is_point())
    out.push_back(paragraph("estimate.interval", words.text("estimate.interval"_t), Tone::muted));
  const bool up_to = std::any_of(slice.amounts.begin(), slice.amounts.end(), [&](std::uint16_t i) {
    const ParameterValue* value = slice.parameter_values[view.assets.pack.amounts[i].parameter];
    return value && value->up_to;
  });
  if (up_to) out.push_back(paragraph("estimate.up_to", words.text("estimate.up_to"_t), Tone::muted));
  out.push_back(source_row(view, "estimate.amount", sources, seen));
  return card("estimate.amount.card", std::move(out), words.text("estimate.amount"_t));
}

Node repayment_card(const ViewContext& view, const Assessment& a) {
  const Catalogue& words = view.words;
  const Slice& slice = view.assets.pack.slices[a.slice];
  std::vector<Node> out;
  if (a.amount.max == Kronor{}) {
    out.push_back({.id = "estimate.repay",
                   .kind = Kind::figure,
                   .text = words.text("estimate.repay"_t),
                   .value = words.text("estimate.repay_nothing"_t)});
    out.push_back(paragraph("estimate.repay.text", words.text("estimate.repay_nothing.text"_t)));
  } else if (slice.repayments.empty()) {
    out.push_back({.id = "estimate.repay",
                   .kind = Kind::figure,
                   .text = words.text("estimate.repay"_t),
                   .value = words.text("estimate.repay_unknown"_t)});
    out.push_back(paragraph("estimate.repay.text", words.text("estimate.repay_unknown.text"_t)));
  } else {
    out.push_back({.id = "estimate.repay",
                   .kind = Kind::figure,
                   .text = words.text("estimate.repay"_t),
                   .value = words.text("estimate.repay_all"_t)});
    std::vector<Citation> sources;
    for (const std::uint16_t index : slice.repayments) {
      const RepaymentRule& rule = view.assets.pack.repayments[index];
      out.push_back(paragraph("estimate.repay." + rule.id, words.text(rule.text)));
      sources.insert(sources.end(), rule.sources.begin(), rule.sources.end());
    }
    out.push_back(paragraph("estimate.no_appeal", words.text("estimate.no_appeal"_t)));
    out.push_back(source_row(view, "estimate.repay", sources));
  }
  return card("estimate.repay.card", std::move(out), words.text("estimate.repay"_t));
}

}  // namespace

void estimate_head(const ViewContext& view, const Assessment& a, Screen& screen) {
  screen.title = title(view, a);
  screen.main.push_back(heading("title", screen.title, 1));
  if (std::optional<Node> old = age_note(view, "estimate.old")) screen.main.push_back(std::move(*old));
  screen.main.push_back(paragraph("estimate.rules", which_rules(view, a), Tone::muted));
  screen.main.push_back(paragraph("estimate.decides", view.words.text("estimate.decides"_t), Tone::muted));
  if (a.no_rule_for_date) return;
  const std::int64_t for_authority = count_of(a, ConditionState::authority);
  // Where no condition is for the authority, what the sources say differently is the whole reason.
  if (a.state == State::for_authority && for_authority == 0)
    for (const std::uint16_t index : a.conflicts) {
      const Conflict& conflict = view.assets.pack.conflicts[index];
      screen.main.push_back(
          paragraph("estimate.reason." + conflict.id,
                    view.words.text("estimate.reason"_t, {{"question", view.words.text(conflict.text)}})));
    }
  for (std::size_t i = 0; i < a.persons.size(); ++i)
    if (may_be_covered_apart(a.persons[i]))
      screen.main.push_back(
          paragraph("estimate.apart." + view.plan.household.persons[i].id,
                    view.words.text("estimate.apart"_t,
                                    {{"who", name_of(view, i)}, {"amount", view.words.kronor(a.persons[i].amount)}})));
  Node pair{.id = "estimate.pair", .kind = Kind::pair};
  pair.children.push_back(amount_card(view, a));
  pair.children.push_back(repayment_card(view, a));
  screen.main.push_back(std::move(pair));
  const std::int64_t met = count_of(a, ConditionState::met), unmet = count_of(a, ConditionState::unmet),
                     unknown = count_of(a, ConditionState::unknown);
  screen.main.push_back(paragraph(
      "estimate.count",
      for_authority > 0
          ? view.words.text("estimate.count.authority"_t,
                            {{"met", met}, {"unmet", unmet}, {"unknown", unknown}, {"authority", for_authority}})
          : view.words.text("estimate.count"_t, {{"met", met}, {"unmet", unmet}, {"unknown", unknown}})));
}

}  // namespace vagval
