// The calendar: the days everything hangs on, the days of the law, and every task's earliest and latest day.
#include <algorithm>

#include "foundation/order.h"
#include "screens/view.h"
#include "state/questions.h"
#include "words/days.h"
#include "words/path_words.h"

namespace vagval {

namespace {

void milestones(const ViewContext& view, Screen& screen) {
  std::vector<Node> rows;
  for (std::size_t m = 0; m < milestone_count; ++m) {
    const std::string answer = answer_text(view.plan.household, view.plan.situation, {milestone_facts[m], ""});
    const std::string id = "calendar." + std::string(milestone_names[m]);
    Node one =
        row(id, view.words.text("calendar." + std::string(milestone_names[m])),
            answer.empty() ? view.words.text("calendar.no_day"_t) : answer_in_words(view, milestone_facts[m], answer),
            answer.empty() ? "open" : "done");
    if (const std::string question = question_of(view, milestone_facts[m]); !question.empty())
      one.children.push_back(button(id + ".open",
                                    view.words.text(answer.empty() ? "question.answer"_t : "question.change"_t),
                                    OpenQuestion{question}));
    rows.push_back(std::move(one));
  }
  screen.main.push_back(card("calendar.milestones", std::move(rows), view.words.text("calendar.milestones"_t)));
}

struct Line {
  std::string id, title;
  const TaskTime* time = nullptr;
};

std::vector<Line> open_tasks(const ViewContext& view) {
  std::vector<Line> out;
  const PathGuide& guide = view.assets.path;
  const auto& times = view.derived.path->schedule.tasks;
  for (std::size_t t = 0; t < times.size(); ++t) {
    if (times[t].settled) continue;
    const bool own = t >= guide.tasks.size();
    const std::string id = own ? name_of_own_task(view.plan.own_tasks[t - guide.tasks.size()].id) : guide.tasks[t].id;
    out.push_back({id, "", &times[t]});
  }
  // What presses first comes first; what hangs on a milestone without a date comes after the dates.
  const auto order = [](const Line& line) {
    const Moment m = line.time->latest.value_or(line.time->earliest);
    return std::pair(m.from ? static_cast<int>(*m.from) + 1 : 0, m.days);
  };
  sort_stably(out, [&](const Line& a, const Line& b) { return order(a) < order(b); });
  for (Line& line : out) line.title = task_title(view, line.id);
  return out;
}

// Days from today on the drawn line; without a day of departure the move is thought half a year ahead, and said so.
struct Axis {
  Date begin, end, departure;
  std::uint16_t at(Date day) const {
    const std::int64_t whole = std::max(1, end.days - begin.days);
    return static_cast<std::uint16_t>(
        std::clamp<std::int64_t>((std::int64_t{day.days} - begin.days) * 1000 / whole, 0, 1000));
  }
  Date day_of(const Moment& moment) const { return moment.from ? add_days(departure, moment.days) : Date{moment.days}; }
};

Axis axis_of(const ViewContext& view) {
  const Date today = view.session.today;
  const std::optional<Date> departure = exact_day(view.plan.situation.departure_date);
  Axis out{today, {}, departure.value_or(add_months(today, 6, MonthEnd::last_day))};
  out.end = add_months(std::max(out.departure, today), 15, MonthEnd::last_day);
  return out;
}

std::string words_for_bar(const ViewContext& view, const TaskTime& time, const TaskEntry* entry) {
  if (entry && entry->on) return view.words.date(*entry->on);
  if (!time.latest) return moment_in_words(view, time.earliest);
  return view.words.text("calendar.from_to"_t,
                         {{"from", moment_in_words(view, time.earliest)}, {"to", latest_in_words(view, time)}});
}

Node picture(const ViewContext& view, const std::vector<Line>& lines) {
  const Axis axis = axis_of(view);
  const bool dated = exact_day(view.plan.situation.departure_date).has_value();
  Node out{.id = "calendar.timeline",
           .kind = Kind::timeline,
           .text = view.words.text(dated ? "calendar.timeline"_t : "calendar.timeline.relative"_t)};
  out.value = dated ? view.words.date(axis.departure) : view.words.text("milestone.departure"_t);
  out.share = axis.at(axis.departure);
  for (const Line& line : lines) {
    const Date begin = axis.day_of(line.time->earliest);
    Date end = line.time->latest ? axis.day_of(*line.time->latest) : begin;
    if (line.time->deadline) end = axis.day_of(*line.time->deadline);
    const TaskEntry* entry = find_entry(view.plan, line.id);
    Node one{.id = "line." + line.id, .kind = Kind::row, .text = line.title};
    one.share = axis.at(std::min(begin, end));
    one.span = axis.at(std::max(begin, end));
    if (entry && entry->on) one.share = one.span = axis.at(*entry->on);
    one.value = words_for_bar(view, *line.time, entry);
    one.mark = mark_of(state_of(view.plan, line.id));
    one.action = OpenItem{ScreenId::path, line.id};
    out.children.push_back(std::move(one));
  }
  return out;
}

Node twin(const ViewContext& view, const std::vector<Line>& lines) {
  const Catalogue& words = view.words;
  std::vector<std::vector<std::string>> rows{{words.text("calendar.column.task"_t), words.text("task.earliest"_t),
                                              words.text("task.latest"_t), words.text("task.on"_t)}};
  for (const Line& line : lines) {
    const TaskEntry* entry = find_entry(view.plan, line.id);
    rows.push_back({line.title, moment_in_words(view, line.time->earliest), latest_in_words(view, *line.time),
                    entry && entry->on ? words.date(*entry->on) : "–"});
  }
  return table("calendar.table", words.text("calendar.table"_t), rows);
}

}  // namespace

void calendar_screen(const ViewContext& view, Screen& screen) {
  const Catalogue& words = view.words;
  screen.title = words.text("calendar.title"_t);
  screen.main.push_back(heading("title", screen.title, 1));
  screen.main.push_back(paragraph("calendar.lead", words.text("calendar.lead"_t), Tone::muted));
  milestones(view, screen);
  if (!view.derived.path->schedule.circle.empty()) {
    std::string circle;
    for (const std::string& id : view.derived.path->schedule.circle)
      circle += (circle.empty() ? "" : ", ") + task_title(view, id);
    screen.main.push_back(note("calendar.circle", Tone::hazard, words.text("calendar.circle"_t), circle));
  }
  const std::vector<PlanDay> days = plan_days(view);
  screen.main.push_back(heading("calendar.days", words.text("calendar.days"_t), 2));
  std::vector<Node> rows;
  for (const PlanDay& day : days) {
    Node one = row("day." + std::to_string(rows.size()), day.what, day.about, "dot");
    one.value = exactness(day.when) == Exactness::year
                    ? words.text("day.in_year"_t, {{"year", std::to_string(civil(day.when.first()).year)}})
                    : words.period(day.when);
    one.children = source_chips(view, one.id, day.sources);
    rows.push_back(std::move(one));
  }
  if (rows.empty())
    screen.main.push_back(paragraph("calendar.days.none", words.text("calendar.days.none"_t), Tone::muted));
  else
    screen.main.push_back(card("calendar.days.list", std::move(rows), words.text("calendar.days"_t)));
  const std::vector<Line> lines = open_tasks(view);
  screen.main.push_back(heading("calendar.tasks", words.text("calendar.tasks"_t), 2));
  screen.main.push_back(paragraph("calendar.tasks.about", words.text("calendar.tasks.about"_t), Tone::muted));
  screen.main.push_back(picture(view, lines));
  screen.main.push_back(disclosure(view, "calendar.as_table", words.text("calendar.as_table"_t), {twin(view, lines)}));
  screen.aside.push_back(heading("aside.calendar", words.text("calendar.aside"_t), 2));
  screen.aside.push_back(paragraph("aside.calendar.text", words.text("calendar.aside.text"_t)));
}

}  // namespace vagval
