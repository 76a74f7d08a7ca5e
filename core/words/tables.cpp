#include "words/tables.h"

#include "foundation/order.h"
#include "foundation/utf8.h"
#include "plan/money.h"
#include "words/days.h"
#include "words/path_words.h"

namespace vagval {

namespace {

/// Hundredths as a decimal number.
std::string decimal(std::int64_t hundredths, CsvForm form) {
  const std::int64_t whole = hundredths / 100, rest = hundredths % 100;
  const char* const mark = form == CsvForm::semicolons ? "," : ".";
  return std::to_string(whole) + (rest == 0 ? "" : mark + std::to_string(rest / 10) + std::to_string(rest % 10));
}

Rows budget_rows(const ViewContext& view, CsvForm form) {
  const Catalogue& words = view.words;
  Rows out{{words.text("csv.line"_t), words.text("csv.when"_t), words.text("csv.direction"_t),
            words.text("csv.amount"_t), words.text("csv.currency"_t)}};
  for (const MoneyLine& line : money_lines(view.assets.path, view.plan)) {
    if (!line.entry || !line.entry->amount) continue;
    const bool other = line.entry->money == Money::other;
    out.push_back({line.kind ? words.text(line.kind->text) : line.entry->text,
                   words.text("money." + std::string(phase_names[static_cast<std::size_t>(line.phase)])),
                   words.text(line.flow == Flow::income ? "csv.in"_t : "csv.out"_t), decimal(*line.entry->amount, form),
                   other ? view.plan.budget.currency : "SEK"});
  }
  return out;
}

std::string day_or_none(const std::optional<Moment>& moment) {
  return moment && !moment->from ? to_iso(Date{moment->days}) : "";
}

Rows task_rows(const ViewContext& view) {
  const Catalogue& words = view.words;
  Rows out{{words.text("csv.part"_t), words.text("csv.thing"_t), words.text("csv.state"_t),
            words.text("csv.earliest"_t), words.text("csv.latest"_t), words.text("csv.on"_t)}};
  const PathGuide& guide = view.assets.path;
  const auto& times = view.derived.path->schedule.tasks;
  for (std::size_t t = 0; t < times.size(); ++t) {
    const bool own = t >= guide.tasks.size();
    if (!own && view.derived.path->concerned[t] == Truth::no) continue;
    const std::string id = own ? name_of_own_task(view.plan.own_tasks[t - guide.tasks.size()].id) : guide.tasks[t].id;
    const std::string section_id =
        own ? view.plan.own_tasks[t - guide.tasks.size()].section : guide.sections[guide.tasks[t].section].id;
    const PathSection* section = find_section(guide, section_id);
    const TaskEntry* entry = find_entry(view.plan, id);
    out.push_back({section ? words.text(section->text) : "", task_title(view, id),
                   state_in_words(view, state_of(view.plan, id)), day_or_none(times[t].earliest),
                   day_or_none(times[t].latest), entry && entry->on ? to_iso(*entry->on) : ""});
  }
  return out;
}

Rows document_rows(const ViewContext& view) {
  const Catalogue& words = view.words;
  Rows out{{words.text("csv.person"_t), words.text("csv.document"_t), words.text("csv.state"_t),
            words.text("csv.valid_until"_t)}};
  for (const DocumentEntry& document : view.plan.documents) {
    const DocumentKind* const kind = find_document_kind(view.assets.path, document.document);
    if (!kind) continue;
    const Person* person = find_person(view.plan.household, document.person);
    const std::string state =
        document.state
            ? words.text("documents." + std::string(document_state_names[static_cast<std::size_t>(*document.state)]))
            : words.text("documents.unknown"_t);
    // The file's own name stands for a person who is not, or no longer, in the household.
    out.push_back({person                    ? name_of(view, *person)
                   : document.person.empty() ? words.text("documents.household"_t)
                                             : document.person,
                   words.text(kind->text), state, document.expires_on ? to_iso(*document.expires_on) : ""});
  }
  return out;
}

}  // namespace

std::vector<CalendarEntry> calendar_entries(const ViewContext& view) {
  std::vector<CalendarEntry> out;
  for (std::size_t m = 0; m < milestone_count; ++m)
    if (const auto day = parse_date(answer_text(view.plan.household, view.plan.situation, {milestone_facts[m], ""})))
      out.push_back({*day, view.words.text("calendar." + std::string(milestone_names[m])), "",
                     "milestone." + std::string(milestone_names[m])});
  for (const PlanDay& day : plan_days(view))
    if (const std::optional<Date> exact = day.when.day()) out.push_back({*exact, day.what, day.about, day.key});
  for (const TaskEntry& task : view.plan.tasks)
    if (task.on && !is_settled(task.state.value_or(TaskState::not_started)))
      out.push_back({*task.on, task_title(view, task.task), "", "task." + task.task});
  sort_stably(out, [](const auto& a, const auto& b) { return a.day < b.day; });
  return out;
}

std::string calendar_title(const ViewContext& view, const CalendarEntry& entry, std::size_t number, bool by_name) {
  if (by_name) return entry.what;
  return view.words.text("ics.reminder"_t, {{"number", static_cast<std::int64_t>(number)}});
}

Rows table_rows(const ViewContext& view, TableOf table, CsvForm form) {
  Rows out = table == TableOf::budget  ? budget_rows(view, form)
             : table == TableOf::tasks ? task_rows(view)
                                       : document_rows(view);
  for (std::vector<std::string>& row : out)
    for (std::string& cell : row) cell = without_isolates(cell);  // a spreadsheet neither finds nor sorts what has them
  return out;
}

std::string column_name(TableOf table, std::size_t column) {
  return std::string(table_names[static_cast<std::size_t>(table)]) + "." + std::to_string(column);
}

Rows without(const Rows& rows, TableOf table, const std::set<std::string>& left_out) {
  Rows out;
  for (const std::vector<std::string>& row : rows) {
    std::vector<std::string>& kept = out.emplace_back();
    for (std::size_t c = 0; c < row.size(); ++c)
      if (!left_out.contains(column_name(table, c))) kept.push_back(row[c]);
  }
  return out;
}

}  // namespace vagval
