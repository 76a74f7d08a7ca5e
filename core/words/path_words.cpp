#include "words/path_words.h"

#include <algorithm>
#include <cstdlib>

#include "state/questions.h"
#include "state/typed_field.h"
#include "state/update.h"
#include "text/countries.h"
#include "text/error_words.h"

namespace vagval {

namespace {

std::string milestone_in_words(const ViewContext& view, Milestone milestone) {
  return view.words.text("milestone." + std::string(milestone_names[static_cast<std::size_t>(milestone)]));
}

}  // namespace

std::string task_title(const ViewContext& view, std::string_view id) {
  if (const auto milestone = find_milestone(id)) return milestone_in_words(view, *milestone);
  if (const PathTask* task = find_task(view.assets.path, id)) return view.words.text(task->text);
  if (const std::optional<std::string> own = own_task_of(id))
    if (const OwnTask* task = find_own_task(view.plan, *own))
      return task->text.empty() ? view.words.text("task.untitled"_t) : task->text;
  return view.words.text("task.unknown"_t, {{"id", std::string(id)}});
}

TaskState state_of(const Plan& plan, std::string_view task) {
  const TaskEntry* entry = find_entry(plan, task);
  return entry ? entry->state.value_or(TaskState::not_started) : TaskState::not_started;
}

std::string state_in_words(const ViewContext& view, TaskState state) {
  return view.words.text("state." + std::string(task_state_names[static_cast<std::size_t>(state)]));
}

std::string mark_of(TaskState state) {
  switch (state) {
    case TaskState::done:
      return "done";
    case TaskState::in_progress:
    case TaskState::waiting:
      return "begun";
    case TaskState::not_for_me:
    case TaskState::decided_not:
      return "off";
    case TaskState::not_started:
    case TaskState::cannot_yet:
      break;
  }
  return "open";
}

std::string days_in_words(const ViewContext& view, int days) {
  const auto count = [&](int n) { return std::int64_t{n}; };
  if (days >= 60 && days % 30 == 0) return view.words.text("time.months"_t, {{"count", count(days / 30)}});
  if (days >= 14) return view.words.text("time.weeks"_t, {{"count", count((days + 6) / 7)}});
  return view.words.text("time.days"_t, {{"count", count(days)}});
}

std::string moment_in_words(const ViewContext& view, const Moment& moment) {
  if (const auto date = moment.date()) return view.words.date(*date);
  const std::string from = milestone_in_words(view, *moment.from);
  if (moment.days == 0) return view.words.text("moment.at"_t, {{"milestone", from}});
  const std::string time = days_in_words(view, std::abs(moment.days));
  return view.words.text(moment.days < 0 ? "moment.before"_t : "moment.after"_t, {{"time", time}, {"milestone", from}});
}

std::string latest_in_words(const ViewContext& view, const TaskTime& time) {
  if (!time.latest) return view.words.text("calendar.no_limit"_t);
  const std::optional<Date> date = time.latest->date();
  if (date && *date < view.session.today) return view.words.text("task.short_of_time"_t);
  return moment_in_words(view, *time.latest);
}

namespace {

// A length of time as one says it: days, then weeks, then months, to the nearest.
std::string about_in_words(const ViewContext& view, int days) {
  if (days < 7) return view.words.text("time.days"_t, {{"count", std::int64_t{days}}});
  if (days < 45) return view.words.text("time.weeks"_t, {{"count", std::int64_t{(days + 3) / 7}}});
  return view.words.text("time.months"_t, {{"count", std::int64_t{(days + 15) / 30}}});
}

}  // namespace

std::string lead_in_words(const ViewContext& view, const LeadTime& lead) {
  if (lead.usual == 0) return view.words.text("lead.none"_t);
  const std::string least = about_in_words(view, lead.least), usual = about_in_words(view, lead.usual);
  const std::string time = lead.least == 0 || least == usual
                               ? view.words.text("lead.about"_t, {{"usual", usual}})
                               : view.words.text("lead.between"_t, {{"least", least}, {"usual", usual}});
  return lead.sources.empty() ? view.words.text("lead.estimate"_t, {{"time", time}}) : time;
}

std::string fit_in_words(const ViewContext& view, const Fit& fit) {
  if (fit.truth != Truth::unknown) return {};
  std::string facts;
  for (const Fact fact : fit.depends_on) {
    const std::string name = view.words.text("q." + slug_of(fact) + ".short");
    facts += (facts.empty() ? "" : ", ") + name;
  }
  return facts.empty() ? view.words.text("fit.maybe"_t) : view.words.text("fit.depends"_t, {{"facts", facts}});
}

std::string question_of(const ViewContext& view, Fact fact) {
  const auto id_if_asked = [&](const std::string& person) -> std::string {
    const std::string id = id_of(question_about({fact, person}));
    return find_question(view.assets, view.plan, view.session.today, id) ? id : std::string();
  };
  if (!is_person_fact(fact)) return id_if_asked("");
  for (const Person& person : view.plan.household.persons)
    if (answer_text(view.plan.household, view.plan.situation, {fact, person.id}).empty())
      if (std::string id = id_if_asked(person.id); !id.empty()) return id;
  return {};
}

std::string with_decimal_mark(const Catalogue& words, std::string amount) {
  if (const std::size_t comma = amount.find(','); comma != std::string::npos)
    amount.replace(comma, 1, words.pattern("format.decimal"_t));
  return amount;
}

Node value_field(const ViewContext& view, const std::string& name, std::string label, std::string help, Input input) {
  const std::string id = field_of_value(name);
  Node out{.id = id, .kind = Kind::field, .text = std::move(label), .detail = std::move(help), .input = input};
  const std::string* const typed = typed_into(view.plan, view.session, id);
  out.value = typed ? *typed : plan_value(view.plan, name);
  if (!typed && input == Input::country) out.value = country_name(view.words, out.value);
  if (!typed && input == Input::amount) out.value = with_decimal_mark(view.words, out.value);
  if (const auto error = draft_error(view.assets, view.plan, view.session, id))
    out.error = error_sentence(view.words, *error);
  out.action = EditField{id, ""};
  return out;
}

Node value_choice(const ViewContext& view, const std::string& name, std::string label,
                  const std::vector<ValueOption>& options, std::string_view same_as_none) {
  Node out{.id = "choose." + name, .kind = Kind::choice, .text = std::move(label), .compact = true};
  std::string now = plan_value(view.plan, name);
  if (now == same_as_none) now.clear();
  for (const ValueOption& option : options) {
    Node one{.id = "choose." + name + "." + (option.value.empty() ? "none" : option.value),
             .kind = Kind::option,
             .text = option.text};
    one.selected = now == option.value;
    one.action = SetValue{name, option.value};
    out.children.push_back(std::move(one));
  }
  return out;
}

Node hazard_note(const ViewContext& view, std::string id, std::string lead, const PathHazard& hazard) {
  Node out = note(std::move(id), Tone::hazard, std::move(lead), view.words.text(hazard.text));
  out.children.push_back(paragraph(out.id + ".why", view.words.text(hazard.text + ".why"), Tone::caption));
  for (Node& source : source_chips(view, out.id, hazard.sources)) out.children.push_back(std::move(source));
  return out;
}

std::vector<Node> found_hazards(const ViewContext& view, std::string_view task) {
  std::vector<Node> out;
  if (!view.derived.path) return out;
  for (const Hazard& found : view.derived.path->hazards) {
    if (!task.empty() && std::find(found.tasks.begin(), found.tasks.end(), task) == found.tasks.end()) continue;
    const std::string id = "hazard." + std::to_string(&found - view.derived.path->hazards.data());
    if (found.kind == HazardKind::deadline_passed) {
      const PathTask& late = *find_task(view.assets.path, found.tasks.front());
      Node one =
          note(id, Tone::hazard, view.words.text("hazard.passed"_t),
               view.words.text("hazard.passed.text"_t, {{"task", view.words.text(late.text)}, {"date", *found.day}}));
      one.children = source_chips(view, id, late.latest->sources);
      if (task.empty())
        one.children.push_back(button(id + ".open", view.words.text("task.open"_t),
                                      OpenItem{ScreenId::path, found.tasks.front()}, Emphasis::quiet));
      out.push_back(std::move(one));
      continue;
    }
    const PathHazard& rule = view.assets.path.hazards[found.hazard];
    const bool order = found.kind == HazardKind::order;
    const std::string lead = order ? view.words.text("hazard.order"_t, {{"then", task_title(view, found.tasks[0])},
                                                                        {"first", task_title(view, found.tasks[1])}})
                                   : view.words.text(found.maybe ? "hazard.maybe"_t : "hazard.now"_t);
    Node one = hazard_note(view, id, lead, rule);
    if (task.empty())
      for (const std::string& concerned : found.tasks)
        if (find_task(view.assets.path, concerned))
          one.children.push_back(button(id + ".open." + concerned, task_title(view, concerned),
                                        OpenItem{ScreenId::path, concerned}, Emphasis::quiet));
    out.push_back(std::move(one));
  }
  return out;
}

std::optional<std::size_t> place_of(const ViewContext& view, std::string_view task) {
  const auto& tasks = view.assets.path.tasks;
  for (std::size_t i = 0; i < tasks.size(); ++i)
    if (tasks[i].id == task) return i;
  const std::optional<std::string> own = own_task_of(task);
  for (std::size_t i = 0; own && i < view.plan.own_tasks.size(); ++i)
    if (view.plan.own_tasks[i].id == *own) return tasks.size() + i;
  return std::nullopt;
}

Node table(std::string id, std::string name, const std::vector<std::vector<std::string>>& rows) {
  Node out{.id = std::move(id), .kind = Kind::table, .text = std::move(name)};
  for (std::size_t r = 0; r < rows.size(); ++r) {
    Node line{.id = out.id + "." + std::to_string(r), .kind = Kind::table_row};
    for (std::size_t c = 0; c < rows[r].size(); ++c)
      line.children.push_back({.id = line.id + "." + std::to_string(c), .kind = Kind::cell, .text = rows[r][c]});
    out.children.push_back(std::move(line));
  }
  return out;
}

}  // namespace vagval
