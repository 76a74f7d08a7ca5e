#include "words/days.h"

#include "foundation/order.h"
#include "rules/source_check.h"
#include "words/path_words.h"

namespace vagval {

namespace {

constexpr int months_ahead = 36;

// Which of the known days lie before the birthday and which after: which one decides is not known. A day of which the
// same is not sure is left out.
std::string before_and_after(const ViewContext& view, const Period& birthday) {
  std::string before, after;
  for (std::size_t m = 0; m < milestone_count; ++m) {
    const auto& date = view.derived.path->schedule.milestones[m];
    if (!date) continue;
    const Truth is_before = vagval::before(*date, birthday);
    if (is_before == Truth::unknown) continue;
    std::string& side = is_before == Truth::yes ? before : after;
    side += (side.empty() ? "" : ", ") + view.words.text("milestone." + std::string(milestone_names[m]));
  }
  std::string out = view.words.text("day.of_age.about"_t);
  if (!before.empty()) out += " " + view.words.text("day.of_age.before"_t, {{"days", before}});
  if (!after.empty()) out += " " + view.words.text("day.of_age.after"_t, {{"days", after}});
  return out;
}

}  // namespace

// Days that follow from the law and from what the person wrote, in order of time.
std::vector<PlanDay> plan_days(const ViewContext& view) {
  const Catalogue& words = view.words;
  std::vector<PlanDay> out;
  const Schedule& schedule = view.derived.path->schedule;
  for (std::size_t t = 0; t < view.assets.path.tasks.size(); ++t) {
    const PathTask& task = view.assets.path.tasks[t];
    if (view.derived.path->concerned[t] == Truth::no) continue;
    const auto add = [&](const std::optional<Deadline>& deadline, TextKey about, const char* kind) {
      if (!deadline || !deadline->statutory) return;
      if (const auto& from = schedule.milestones[static_cast<std::size_t>(deadline->from)])
        out.push_back(
            {day_of(*deadline, *from), words.text(task.text), words.text(about), deadline->sources, kind + task.id});
    };
    add(task.latest, "day.at_the_latest"_t, "latest.");
    add(task.earliest, "day.at_the_earliest"_t, "earliest.");
  }
  const Date today = view.session.today, horizon = add_months(today, months_ahead, MonthEnd::last_day);
  const RulePack& pack = view.assets.pack;
  const ParameterValue* const adult_age = adult_age_on(pack, today);
  const std::optional<int> adult_years = adult_years_on(pack, today);
  for (const Person& person : view.plan.household.persons) {
    if (adult_years && person.birth)
      if (const Period day = of_age(*person.birth, *adult_years); day.first() > today && day.first() <= horizon)
        out.push_back({day, words.text("day.of_age"_t, {{"name", name_of(view, person)}}), before_and_after(view, day),
                       citations_as_written(pack, adult_age->sources), "of_age." + person.id});
    if (person.permit.expires_on)
      out.push_back({*person.permit.expires_on, words.text("day.permit"_t, {{"name", name_of(view, person)}}),
                     words.text("day.permit.about"_t),
                     citations_as_written(pack, cited_for(pack, CitedFor::permit_end)), "permit." + person.id});
  }
  for (const DocumentEntry& document : view.plan.documents) {
    if (!document.expires_on || document.state == DocumentState::not_needed) continue;
    const DocumentKind* const kind = find_document_kind(view.assets.path, document.document);
    if (!kind) continue;
    const Person* person = find_person(view.plan.household, document.person);
    out.push_back({*document.expires_on,
                   words.text("day.document"_t,
                              {{"document", words.text(kind->text)},
                               {"name", person ? name_of(view, *person) : words.text("documents.household"_t)}}),
                   words.text("day.document.about"_t),
                   {},
                   "document." + document.person + "/" + document.document});
  }
  sort_stably(out, [](const PlanDay& a, const PlanDay& b) {
    const auto known_end = [](const Period& p) { return p.has_first() ? p.first() : p.last(); };
    return known_end(a.when) < known_end(b.when);
  });
  return out;
}

}  // namespace vagval
