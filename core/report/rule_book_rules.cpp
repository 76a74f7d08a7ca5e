// The rule book's chapters on the rules.
#include "report/rule_book_parts.h"

namespace vagval {

namespace {

void write_label(Html& html, const std::string& text) { html.element("p", text, " class=\"label\""); }

void write_formal(const ViewContext& view, std::uint32_t expr, Html& html) {
  write_label(html, view.words.text("rulebook.expression"_t));
  html.open("p").element("code", formal_expr(view.assets.pack, expr), " dir=\"ltr\"").close();
}

void write_tested(const ViewContext& view, TextKey label, std::uint32_t expr, const std::optional<InForce>& period,
                  Html& html) {
  if (expr == no_expr) return;
  write_label(html, view.words.text(label));
  write_expr(view, expr, period, html);
  write_formal(view, expr, html);
}

void write_period(const ViewContext& view, const InForce& period, Html& html) {
  html.element("p", period_in_words(view.words, period), " class=\"quiet\"");
}

/// A sentence that names a value: "At most: Most for one family ($family_cap)".
void write_value_line(const ViewContext& view, TextKey sentence, std::uint16_t parameter, const InForce& period,
                      Html& html) {
  const Parameter& named = view.assets.pack.parameters[parameter];
  html.open("p").text(view.words.text(sentence, {{"parameter", view.words.text(named.text)}})).text(" (");
  html.link(anchor("value", named.id), "$" + named.id).text(")");
  std::string before;
  for (const ParameterValue& value : named.values) {
    const bool apart =
        (value.period.to && *value.period.to < period.from) || (period.to && *period.to < value.period.from);
    if (apart) continue;
    html.text((before.empty() ? ": " : "; ") + value_in_words(view.words, named.unit, value));
    before = named.id;
  }
  html.close();
}

void write_condition(const ViewContext& view, const Condition& rule, Html& html) {
  const Catalogue& words = view.words;
  open_entry(html, anchor_of("condition", rule.id, rule.period), rule.id, words.text(rule.text));
  write_period(view, rule.period, html);
  write_label(html, words.text("rulebook.rule"_t));
  html.element("p", words.text(rule.text + ".rule"));
  write_tested(view, "rulebook.applies"_t, rule.applies, rule.period, html);
  write_tested(view, "rulebook.tested"_t, rule.expr, rule.period, html);
  html.open("p", " class=\"quiet\"");
  html.text(words.text(rule.of_household ? "rulebook.of_household"_t : "rulebook.of_person"_t) + " ");
  html.text(words.text(rule.role == Role::reported              ? "rulebook.reported"_t
                       : rule.effect == Consequence::ineligible ? "rulebook.effect.ineligible"_t
                                                                : "rulebook.effect.authority"_t));
  if (rule.inference) html.text(" · " + words.text("chip.inference"_t));
  html.close();
  write_citations(view, rule.sources, rule.valid_seen, html);
  html.close();
}

void write_dated_values(const ViewContext& view, const Parameter& parameter, Html& html) {
  const Catalogue& words = view.words;
  html.open("table").open("tr");
  for (const TextKey key : {"rulebook.from"_t, "rulebook.to"_t, "rulebook.value"_t, "rulebook.sources"_t})
    html.element("th", words.text(key), " scope=\"col\"");
  html.close();
  for (const ParameterValue& value : parameter.values) {
    html.open("tr").element("td", words.date(value.period.from));
    html.element("td", value.period.to ? words.date(*value.period.to) : words.text("rulebook.still"_t));
    html.element("td", value_in_words(words, parameter.unit, value)).open("td");
    write_citations(view, value.sources, value.valid_seen, html);
    html.close().close();
  }
  html.close();
}

std::string due_in_words(const Catalogue& words, Due due) {
  switch (due) {
    case Due::with_decision:
      return words.text("due.decision"_t);
    case Due::on_departure:
      return words.text("due.departure"_t);
    case Due::after_arrival:
      return words.text("due.arrival"_t);
    case Due::permit_ended:
      return words.text("due.revocation"_t);
  }
  return {};
}

}  // namespace

void write_versions(const ViewContext& view, Html& html) {
  open_chapter(html, "versions", view.words.text("rulebook.versions"_t));
  for (const RuleVersion& version : view.assets.pack.versions) {
    open_entry(html, anchor("version", version.id), version.id, "");
    write_period(view, version.period, html);
    html.element("p", view.words.text(version.text));
    write_citations(view, version.sources, std::nullopt, html);
    html.close();
  }
  html.close();
}

void write_definitions(const ViewContext& view, Html& html) {
  open_chapter(html, "definitions", view.words.text("rulebook.definitions"_t));
  for (const Definition& definition : view.assets.pack.definitions) {
    open_entry(html, anchor("definition", definition.id), "@" + definition.id, "");
    write_tested(view, "rulebook.tested"_t, definition.expr, std::nullopt, html);
    html.close();
  }
  html.close();
}

void write_conditions(const ViewContext& view, Html& html) {
  open_chapter(html, "conditions", view.words.text("rulebook.conditions"_t));
  for (const Condition& rule : view.assets.pack.conditions) write_condition(view, rule, html);
  html.close();
}

void write_values(const ViewContext& view, Html& html) {
  open_chapter(html, "values", view.words.text("rulebook.parameters"_t));
  for (const Parameter& parameter : view.assets.pack.parameters) {
    open_entry(html, anchor("value", parameter.id), "$" + parameter.id, view.words.text(parameter.text));
    write_dated_values(view, parameter, html);
    html.close();
  }
  html.close();
}

void write_amounts(const ViewContext& view, Html& html) {
  open_chapter(html, "amounts", view.words.text("rulebook.amounts"_t));
  for (const AmountRule& amount : view.assets.pack.amounts) {
    open_entry(html, anchor_of("amount", amount.id, amount.period), amount.id, "");
    write_period(view, amount.period, html);
    write_value_line(view, "rulebook.amount"_t, amount.parameter, amount.period, html);
    write_tested(view, "rulebook.applies"_t, amount.when, amount.period, html);
    html.close();
  }
  html.close();
}

void write_caps(const ViewContext& view, Html& html) {
  const Catalogue& words = view.words;
  open_chapter(html, "caps", words.text("rulebook.caps"_t));
  for (const CapRule& cap : view.assets.pack.caps) {
    open_entry(html, anchor_of("cap", cap.id, cap.period), cap.id, words.text(cap.text));
    write_period(view, cap.period, html);
    write_value_line(view, "rulebook.limit"_t, cap.parameter, cap.period, html);
    html.element("p",
                 words.text(cap.group == CapGroup::couple ? "rulebook.group.couple"_t : "rulebook.group.household"_t));
    write_citations(view, cap.sources, std::nullopt, html);
    html.close();
  }
  html.close();
}

void write_instalments(const ViewContext& view, Html& html) {
  const Catalogue& words = view.words;
  open_chapter(html, "instalments", words.text("rulebook.instalments"_t));
  for (const InstalmentRule& part : view.assets.pack.instalments) {
    open_entry(html, anchor_of("instalment", part.id, part.period), part.id, words.text(part.text));
    write_period(view, part.period, html);
    html.element("p", words.text("rulebook.of_rest"_t, {{"percent", std::int64_t{part.percent_of_rest}}}));
    html.element("p", due_in_words(words, part.due));
    if (part.months_after_departure)
      write_value_line(view, "rulebook.not_before"_t, *part.months_after_departure, part.period, html);
    if (part.months_if_keep_notice)
      write_value_line(view, "rulebook.with_notice"_t, *part.months_if_keep_notice, part.period, html);
    write_citations(view, part.sources, std::nullopt, html);
    html.close();
  }
  html.close();
}

void write_repayments(const ViewContext& view, Html& html) {
  const Catalogue& words = view.words;
  open_chapter(html, "repayments", words.text("rulebook.repayments"_t));
  for (const RepaymentRule& duty : view.assets.pack.repayments) {
    open_entry(html, anchor_of("repayment", duty.id, duty.period), duty.id, "");
    write_period(view, duty.period, html);
    html.element("p", words.text(duty.text));
    if (duty.within_months)
      write_value_line(view, "rulebook.within"_t, *duty.within_months, duty.period, html);
    else
      html.element("p", words.text("rulebook.no_limit"_t));
    write_citations(view, duty.sources, std::nullopt, html);
    html.close();
  }
  html.close();
}

}  // namespace vagval
