#include "words/changes.h"

#include <algorithm>

#include "rules/pack_difference.h"
#include "state/rules_hash.h"
#include "words/rule_words.h"

namespace vagval {

namespace {

constexpr std::size_t changes_max = 200;

bool have_changed(const ViewContext& view) {
  const RulesSeen& then = view.session.opened_with;
  return !then.sha256.empty() && then.sha256 != view.assets.rules_sha256;
}

/// A plan from a file that does not say with which rules it was saved: the first version's did not.
bool is_not_noted(const ViewContext& view) {
  return view.session.opened_with.sha256.empty() && !view.session.file_name.empty() && view.plan.example.empty() &&
         !view.session.saved_on;
}

/// The rules with which the plan was saved, where they are here.
const RulePack* older_pack(const ViewContext& view) {
  const std::string& hash = view.session.opened_with.sha256;
  if (view.assets.own && view.assets.own->rules_sha256 == hash) return &view.assets.own->pack;
  const RuleFiles& files = view.session.rules;
  if (files.pending && files.pending->read.rules && rules_hash(files.pending->bytes) == hash)
    return &files.pending->read.rules->pack;
  for (const auto& file : files.loaded)
    if (file->read.rules && rules_hash(file->bytes) == hash) return &file->read.rules->pack;
  return nullptr;
}

Node estimate_row(const ViewContext& view, const std::string& id, std::string when, State state,
                  const std::optional<KronorInterval>& amount) {
  Node out = row(id, std::move(when), view.words.text("changes.state." + std::string(state_name(state))));
  if (amount) out.value = view.words.kronor(*amount);
  return out;
}

void estimates(const ViewContext& view, const RulePack* older, std::vector<Node>& out) {
  const Catalogue& words = view.words;
  const RulesSeen& then = view.session.opened_with;
  std::vector<Node> rows;
  std::optional<KronorInterval> amount;
  if (then.least && then.most && *then.least <= *then.most) amount = KronorInterval{{*then.least}, {*then.most}};
  if (then.state) rows.push_back(estimate_row(view, "changes.then", words.text("changes.then"_t), *then.state, amount));
  const std::optional<Assessment>& now = view.derived.assessment;
  if (now && older) {
    const Assessment recount =
        assess(*older, view.plan.household, view.plan.situation, view.session.today, OtherAnswers::left_out);
    rows.push_back(
        estimate_row(view, "changes.recount", words.text("changes.recount"_t), recount.state, recount.amount));
  }
  if (now) rows.push_back(estimate_row(view, "changes.now", words.text("changes.now"_t), now->state, now->amount));
  if (rows.empty()) return;
  out.push_back(heading("changes.estimate", words.text("changes.estimate"_t), 3));
  out.push_back(card("changes.estimates", std::move(rows), words.text("changes.estimate"_t)));
  if (!then.state || !now) return;
  const bool equal = then.state == now->state && amount == std::optional(now->amount);
  out.push_back(paragraph("changes.why", words.text(equal ? "changes.equal"_t : "changes.why"_t), Tone::muted));
}

/// What the rules in use themselves say began, ended or was announced after a day.
class Dated {
 public:
  Dated(const ViewContext& view, Date after) : view_(view), after_(after) {}

  std::vector<Node> rows() {
    const RulePack& pack = view_.assets.pack;
    for (const Parameter& parameter : pack.parameters)
      for (const ParameterValue& value : parameter.values) add_value(parameter, value);
    for (const Condition& one : pack.conditions) add(one.id + " " + view_.words.text(one.text), one.period);
    for (const CapRule& one : pack.caps) add(view_.words.text(one.text), one.period);
    for (const InstalmentRule& one : pack.instalments) add(view_.words.text(one.text), one.period);
    for (const RepaymentRule& one : pack.repayments) add(view_.words.text(one.text), one.period);
    for (const RuleVersion& one : pack.versions) add(view_.words.text(one.text), one.period);
    for (const Statement& one : pack.statements) add(one.id + " " + view_.words.text(one.text), one.period);
    for (const Conflict& one : pack.conflicts) add(one.id + " " + view_.words.text(one.text), one.period);
    for (const Source& one : pack.sources)
      if (const std::optional<Date> dated = parse_date(one.dated); dated && *dated > after_)
        push(one.id + " " + one.title, one.dated);
    return std::move(rows_);
  }

  std::int64_t seen_later() const {
    const RulePack& pack = view_.assets.pack;
    const auto later = [&](const auto& one) { return one.valid_seen > after_; };
    std::int64_t out = std::count_if(pack.conditions.begin(), pack.conditions.end(), later) +
                       std::count_if(pack.statements.begin(), pack.statements.end(), later);
    for (const Parameter& parameter : pack.parameters)
      out += std::count_if(parameter.values.begin(), parameter.values.end(), later);
    return out;
  }

 private:
  void push(std::string name, std::string what) {
    if (rows_.size() >= changes_max) return;
    rows_.push_back(row("changes.item." + std::to_string(rows_.size()), std::move(name), std::move(what)));
  }
  void add(std::string name, const InForce& period) {
    if (period.from > after_) push(name, view_.words.text("changes.begins"_t, {{"from", period.from}}));
    if (period.to && *period.to > after_)
      push(std::move(name), view_.words.text("changes.ends"_t, {{"to", *period.to}}));
  }
  void add_value(const Parameter& parameter, const ParameterValue& value) {
    if (value.period.from <= after_) return;
    const std::string name = view_.words.text(parameter.text);
    if (value.announced) return push(name, view_.words.text("changes.announced"_t, {{"from", value.period.from}}));
    push(name, view_.words.text("changes.value"_t, {{"from", value.period.from},
                                                    {"after", value_in_words(view_.words, form_of(parameter.unit),
                                                                             written_value(parameter.unit, value))}}));
  }

  const ViewContext& view_;
  Date after_;
  std::vector<Node> rows_;
};

void items(const ViewContext& view, const RulePack* older, std::vector<Node>& out) {
  const Catalogue& words = view.words;
  const RulesSeen& then = view.session.opened_with;
  out.push_back(heading("changes.items", words.text("changes.items"_t), 3));
  if (older) {
    const std::vector<Difference> found = differences(*older, view.assets.pack);
    if (found.empty()) out.push_back(paragraph("changes.same", words.text("diff.same"_t)));
    for (Node& node : difference_nodes(words, "changes.diff", found)) out.push_back(std::move(node));
    return;
  }
  if (!then.checked_on) return;
  Dated dated(view, *then.checked_on);
  std::vector<Node> rows = dated.rows();
  const std::int64_t seen = dated.seen_later();
  if (seen > 0) rows.push_back(paragraph("changes.seen", words.text("diff.seen.text"_t, {{"count", seen}})));
  out.push_back(paragraph("changes.partly", words.text("changes.partly"_t, {{"then", *then.checked_on}}), Tone::muted));
  if (rows.empty())
    out.push_back(paragraph("changes.nothing", words.text("changes.nothing"_t, {{"then", *then.checked_on}})));
  else
    out.push_back(card("changes.list", std::move(rows), words.text("changes.items"_t)));
}

std::string what_changed(const ViewContext& view) {
  const RulesSeen& then = view.session.opened_with;
  if (!then.checked_on) return {};
  return view.words.text("changes.do"_t, {{"then", *then.checked_on}, {"now", view.assets.pack.checked_on}});
}

}  // namespace

std::optional<Node> changes_note(const ViewContext& view) {
  if (!have_changed(view) || view.session.changes_known) return std::nullopt;
  Node out = note("changes.note", Tone::info, view.words.text("changes.what"_t), what_changed(view));
  out.children = {button("changes.go", view.words.text("changes.go"_t), GoTo{ScreenId::rules})};
  return out;
}

std::vector<Node> changes_nodes(const ViewContext& view) {
  std::vector<Node> out;
  if (is_not_noted(view)) {
    out.push_back(heading("changes", view.words.text("changes.title"_t), 2));
    out.push_back(paragraph("changes.not_noted", view.words.text("changes.not_noted"_t)));
  }
  if (!have_changed(view)) return out;
  out.push_back(heading("changes", view.words.text("changes.title"_t), 2));
  out.push_back(paragraph("changes.what", view.words.text("changes.what"_t)));
  if (const std::string dates = what_changed(view); !dates.empty())
    out.push_back(paragraph("changes.dates", dates, Tone::muted));
  const RulePack* older = older_pack(view);
  estimates(view, older, out);
  items(view, older, out);
  return out;
}

}  // namespace vagval
