#include "report/estimate_json.h"

#include "facts/check.h"
#include "report/json_values.h"
#include "rules/source_check.h"

namespace vagval {

namespace {

Json interval(KronorInterval value) {
  return {JsonObject{{"min", number(value.min.value)}, {"max", number(value.max.value)}}};
}
Json number_or_null(const std::optional<int>& value) { return value ? number(*value) : Json{}; }
Json text_or_null(const std::string& value) { return value.empty() ? Json{} : text(value); }
std::string_view truth_name(Truth truth) { return truth == Truth::yes ? "yes" : truth == Truth::no ? "no" : "unknown"; }

template <class List, class Write>
Json list(const List& entries, Write&& write) {
  JsonArray out;
  for (const auto& entry : entries) out.push_back(write(entry));
  return {std::move(out)};
}

class EstimateWriter {
 public:
  EstimateWriter(const RulePack& pack, const Household& household, const Situation& situation,
                 const Assessment& assessment, std::optional<Date> clock)
      : pack_(pack), household_(household), situation_(situation), a_(assessment), clock_(clock) {}

  Json estimate() const {
    const Slice& slice = pack_.slices[a_.slice];
    JsonObject out;
    out.emplace_back("state", text(state_name(a_.state)));
    out.emplace_back("version", slice.version ? text(pack_.versions[*slice.version].id) : Json{});
    out.emplace_back("as_of", text(to_iso(a_.as_of)));
    out.emplace_back("rule_date", text(to_text(a_.rule_date)));
    out.emplace_back("rule_date_from", text(a_.application_date_assumed ? "as_of" : "situation.application_date"));
    out.emplace_back("day_doubts", day_doubts());
    out.emplace_back("amount", a_.no_rule_for_date ? Json{} : interval(a_.amount));
    out.emplace_back("persons", persons());
    out.emplace_back("apart", apart());
    out.emplace_back("caps", list(a_.caps, [&](const CapResult& cap) { return cap_json(cap); }));
    out.emplace_back("instalments",
                     list(a_.instalments, [&](const InstalmentResult& result) { return part_json(result); }));
    out.emplace_back("repayment",
                     list(a_.repayment, [&](const RepaymentResult& stage) { return repayment_json(stage); }));
    out.emplace_back("conditions", list(a_.conditions, [&](const ConditionResult& c) { return condition_json(c); }));
    out.emplace_back("conflicts",
                     list(a_.conflicts, [&](std::uint16_t index) { return conflict_json(pack_.conflicts[index]); }));
    out.emplace_back("next_questions", list(a_.next_questions, [&](const NextQuestion& q) {
                       return Json{JsonObject{{"fact", text(info(q.fact.fact).name)},
                                              {"person", text_or_null(q.fact.person)},
                                              {"conditions", number(q.conditions)},
                                              {"kronor", number(q.kronor.value)}}};
                     }));
    out.emplace_back("what_would_change", list(a_.what_would_change, [&](const Turn& t) {
                       return Json{JsonObject{{"fact", text(info(t.fact.fact).name)},
                                              {"person", text_or_null(t.fact.person)},
                                              {"from", text(t.from)},
                                              {"to", text(t.to)},
                                              {"state", text(state_name(t.state))},
                                              {"amount", interval(t.amount)}}};
                     }));
    out.emplace_back(
        "oddities",
        list(oddities(household_, situation_, a_.as_of, adult_years_on(pack_, a_.as_of)), [&](const Oddity& o) {
          return Json{JsonObject{{"id", text(oddity_name(o.id))}, {"where", text(o.where)}}};
        }));
    out.emplace_back("checked_on", text(to_iso(pack_.checked_on)));
    out.emplace_back("next_review", text(to_iso(pack_.next_review)));
    return {std::move(out)};
  }

 private:
  Json sources(const std::vector<Citation>& citations) const {
    return list(citations, [&](const Citation& c) { return text(citation_as_written(pack_, c)); });
  }
  Json person_id(std::int8_t person) const {
    return person == nobody ? Json{} : text(household_.persons[static_cast<std::size_t>(person)].id);
  }

  // The day lies before the check of the rules: the person chose it, or the program did not follow the device's clock.
  Json day_doubts() const {
    JsonArray out;
    if (clock_)
      out.push_back({JsonObject{{"id", text("clock_before_check")}, {"day", text(to_iso(*clock_))}}});
    else if (a_.as_of < pack_.checked_on)
      out.push_back({JsonObject{{"id", text("as_of_before_check")}, {"day", text(to_iso(a_.as_of))}}});
    return {std::move(out)};
  }

  // Persons who are counted separately and may be covered, for every state of the household.
  Json apart() const {
    JsonArray out;
    for (std::size_t i = 0; i < a_.persons.size(); ++i)
      if (may_be_covered_apart(a_.persons[i])) out.push_back(text(household_.persons[i].id));
    return {std::move(out)};
  }

  Json persons() const {
    JsonArray out;
    for (std::size_t i = 0; i < a_.persons.size(); ++i) {
      const PersonResult& p = a_.persons[i];
      out.push_back({JsonObject{{"id", text(household_.persons[i].id)},
                                {"state", text(state_name(p.state))},
                                {"amount", a_.no_rule_for_date ? Json{} : interval(p.amount)},
                                {"base", a_.no_rule_for_date ? Json{} : interval(p.base)},
                                {"in_household", text(truth_name(p.in_household))}}});
    }
    return {std::move(out)};
  }

  Json cap_json(const CapResult& cap) const {
    const CapRule& rule = pack_.caps[cap.cap];
    return {JsonObject{{"id", text(rule.id)},
                       {"limit", number(cap.limit.value)},
                       {"binds", text(truth_name(cap.binds))},
                       {"before", interval(cap.before)},
                       {"after", interval(cap.after)},
                       {"sources", sources(rule.sources)}}};
  }

  Json part_json(const InstalmentResult& result) const {
    const InstalmentRule& rule = pack_.instalments[result.instalment];
    return {JsonObject{
        {"id", text(rule.id)},
        {"percent", number(result.percent)},
        {"amount", interval(result.amount)},
        {"earliest",
         {JsonObject{{"min", date_or_null(result.due.earliest_min)}, {"max", date_or_null(result.due.earliest_max)}}}},
        {"months_after_departure",
         {JsonObject{{"min", number_or_null(result.due.months_after_departure_min)},
                     {"max", number_or_null(result.due.months_after_departure_max)}}}},
        {"waits_for_revocation", {result.due.waits_for_revocation}},
        {"sources", sources(rule.sources)}}};
  }

  Json repayment_json(const RepaymentResult& stage) const {
    constexpr std::string_view stages[] = {"after_decision", "after_arrival", "after_last_part"};
    return {JsonObject{{"stage", text(stages[static_cast<std::size_t>(stage.stage)])},
                       {"owed", interval(stage.owed)},
                       {"from", date_or_null(stage.from)},
                       {"months_after_departure", number_or_null(stage.months_after_departure)},
                       {"time_limit", Json{}}}};
  }

  Json condition_json(const ConditionResult& result) const {
    const Condition& rule = pack_.conditions[result.condition];
    JsonArray answers;
    for (const Fact fact : rule.facts) {
      const std::string who = is_person_fact(fact) && result.person != nobody
                                  ? household_.persons[static_cast<std::size_t>(result.person)].id
                                  : "";
      if (is_person_fact(fact) && who.empty()) continue;
      answers.push_back({JsonObject{{"fact", text(info(fact).name)},
                                    {"answer", text_or_null(answer_text(household_, situation_, {fact, who}))}}});
    }
    return {JsonObject{{"id", text(rule.id)},
                       {"person", person_id(result.person)},
                       {"result", text(condition_state_name(result.state))},
                       {"counts", {rule.role == Role::requirement}},
                       {"answers", {std::move(answers)}},
                       {"tier", text(tier_name(rule.tier))},
                       {"inference", {rule.inference}},
                       {"sources", sources(rule.sources)}}};
  }

  Json conflict_json(const Conflict& conflict) const {
    return {JsonObject{{"id", text(conflict.id)},
                       {"show_as", text(show_as_name(conflict.show))},
                       {"makes_unclear", {conflict.makes_unclear}},
                       {"readings", list(conflict.readings, [&](const Reading& r) { return sources(r.sources); })}}};
  }

  const RulePack& pack_;
  const Household& household_;
  const Situation& situation_;
  const Assessment& a_;
  std::optional<Date> clock_;
};

}  // namespace

Json estimate_to_json(const RulePack& pack, const Household& household, const Situation& situation,
                      const Assessment& assessment, std::optional<Date> clock) {
  return EstimateWriter(pack, household, situation, assessment, clock).estimate();
}

std::string estimate_json(const RulePack& pack, const Household& household, const Situation& situation,
                          const Assessment& assessment, std::optional<Date> clock) {
  return write_json(estimate_to_json(pack, household, situation, assessment, clock));
}

}  // namespace vagval
