#include "path/schedule.h"

#include <algorithm>
#include <unordered_map>

namespace vagval {

namespace {

// Tasks and milestones as numbers: milestones first, then the guide's tasks, then the own ones.
struct Graph {
  std::vector<std::uint32_t> first;   // index of each node's first edge in `before`; one more at the end
  std::vector<std::uint32_t> before;  // the nodes that each node waits for
  std::vector<std::uint32_t> order;   // every reachable node, after all nodes it waits for
  std::vector<bool> in_circle;

  std::size_t size() const { return first.size() - 1; }
  template <class Visit>
  void each_before(std::uint32_t node, Visit&& visit) const {
    for (std::uint32_t e = first[node]; e < first[node + 1]; ++e) visit(before[e]);
  }
};

std::string own_name(const OwnTask& task) { return name_of_own_task(task.id); }

Graph edges_of(const PathGuide& guide, const std::vector<OwnTask>& own) {
  std::unordered_map<std::string, std::uint32_t> number;
  number.reserve(guide.tasks.size() + own.size());
  for (std::size_t i = 0; i < milestone_count; ++i)
    number.emplace("@" + std::string(milestone_names[i]), static_cast<std::uint32_t>(i));
  for (const PathTask& task : guide.tasks) number.emplace(task.id, static_cast<std::uint32_t>(number.size()));
  for (const OwnTask& task : own) number.emplace(own_name(task), static_cast<std::uint32_t>(number.size()));
  Graph out;
  const auto add = [&](const std::vector<std::string>& after) {
    out.first.push_back(static_cast<std::uint32_t>(out.before.size()));
    for (const std::string& id : after)
      if (const auto found = number.find(id); found != number.end()) out.before.push_back(found->second);
  };
  for (std::size_t i = 0; i < milestone_count; ++i) add({});
  for (const PathTask& task : guide.tasks) add(task.after);
  for (const OwnTask& task : own) add(task.after);
  out.first.push_back(static_cast<std::uint32_t>(out.before.size()));
  return out;
}

// Orders the nodes: each after the nodes that it waits for. Nodes in a circle, and nodes that wait for one, are left
// out.
void put_in_order(Graph& graph) {
  const std::size_t count = graph.size();
  std::vector<std::uint32_t> waits(count), followers_first(count + 1), followers(graph.before.size());
  for (std::uint32_t n = 0; n < count; ++n) waits[n] = graph.first[n + 1] - graph.first[n];
  for (const std::uint32_t b : graph.before) ++followers_first[b + 1];
  for (std::size_t n = 0; n < count; ++n) followers_first[n + 1] += followers_first[n];
  std::vector<std::uint32_t> at = followers_first;
  for (std::uint32_t n = 0; n < count; ++n) graph.each_before(n, [&](std::uint32_t b) { followers[at[b]++] = n; });
  graph.order.reserve(count);
  for (std::uint32_t n = 0; n < count; ++n)
    if (waits[n] == 0) graph.order.push_back(n);
  for (std::size_t i = 0; i < graph.order.size(); ++i)
    for (std::uint32_t e = followers_first[graph.order[i]]; e < followers_first[graph.order[i] + 1]; ++e)
      if (--waits[followers[e]] == 0) graph.order.push_back(followers[e]);
}

// Marks the circles. The nodes without a place in the order wait for a circle; those for which no other such node waits
// are removed from the end, one after the other.
void find_circles(Graph& graph) {
  const std::size_t count = graph.size();
  graph.in_circle.assign(count, true);
  for (const std::uint32_t n : graph.order) graph.in_circle[n] = false;
  if (graph.order.size() == count) return;
  std::vector<std::uint32_t> follows(count), ends;
  for (std::uint32_t n = 0; n < count; ++n)
    if (graph.in_circle[n]) graph.each_before(n, [&](std::uint32_t b) { ++follows[b]; });
  for (std::uint32_t n = 0; n < count; ++n)
    if (graph.in_circle[n] && follows[n] == 0) ends.push_back(n);
  for (std::size_t i = 0; i < ends.size(); ++i) {
    graph.in_circle[ends[i]] = false;
    graph.each_before(ends[i], [&](std::uint32_t b) {
      if (--follows[b] == 0 && graph.in_circle[b]) ends.push_back(b);
    });
  }
}

Graph graph_of(const PathGuide& guide, const std::vector<OwnTask>& own) {
  Graph out = edges_of(guide, own);
  put_in_order(out);
  find_circles(out);
  return out;
}

// Of two moments counted from different milestones, the one with the later milestone is later.
int rank(const Moment& m) { return m.from ? static_cast<int>(*m.from) + 1 : 0; }
Moment later(const Moment& a, const Moment& b) {
  if (rank(a) != rank(b)) return rank(a) > rank(b) ? a : b;
  return a.days >= b.days ? a : b;
}
// A known date takes precedence over a moment counted from a milestone without a date.
Moment sooner(const Moment& a, const Moment& b) {
  if (rank(a) != rank(b)) return rank(a) < rank(b) ? a : b;
  return a.days <= b.days ? a : b;
}
Moment plus(Moment m, int days) {
  m.days += days;
  return m;
}

struct Nodes {
  std::vector<int> usual, least;  // in days
  std::vector<std::optional<Date>> on;
  std::vector<bool> settled;
};

Nodes nodes_of(const ScheduleInput& input) {
  std::unordered_map<std::string_view, const TaskEntry*> written;
  written.reserve(input.entries.size());
  for (const TaskEntry& entry : input.entries) written.emplace(entry.task, &entry);
  Nodes out;
  const auto add = [&](const std::string& id, int usual, int least, bool concerned) {
    const auto found = written.find(id);
    const TaskEntry* entry = found == written.end() ? nullptr : found->second;
    out.usual.push_back(usual);
    out.least.push_back(least);
    out.on.push_back(entry ? entry->on : std::nullopt);
    out.settled.push_back(!concerned || (entry && entry->state && is_settled(*entry->state)));
  };
  for (std::size_t i = 0; i < milestone_count; ++i) add("", 0, 0, true);
  for (std::size_t i = 0; i < input.guide.tasks.size(); ++i)
    add(input.guide.tasks[i].id, input.guide.tasks[i].lead.usual, input.guide.tasks[i].lead.least,
        input.concerned[i] != Truth::no);
  for (const OwnTask& task : input.own) add(own_name(task), task.days.value_or(0), task.days.value_or(0), true);
  return out;
}

using Milestones = std::array<std::optional<Date>, milestone_count>;

Milestones days_known(const Situation& s) {
  // Without an arrival date, the person arrives on the day of departure at the earliest.
  return {exact_day(s.application_date), exact_day(s.decision_date), exact_day(s.departure_date),
          exact_day(s.arrival_date ? s.arrival_date : s.departure_date)};
}

Moment moment_of(const Milestones& known, Milestone milestone) {
  const auto& date = known[static_cast<std::size_t>(milestone)];
  return date ? Moment{std::nullopt, date->days} : Moment{milestone, 0};
}

Moment moment_of(const Milestones& known, const Deadline& deadline) {
  const auto& date = known[static_cast<std::size_t>(deadline.from)];
  if (date) return {std::nullopt, day_of(deadline, *date).days};
  // Without a date a month counts as thirty days. Screens show such spans in months and weeks.
  return {deadline.from, deadline.months * 30 + deadline.days};
}

// The task of a node that is no milestone; nullptr for a task of the person's own.
const PathTask* guide_task(const PathGuide& guide, std::uint32_t node) {
  const std::size_t i = node - milestone_count;
  return i < guide.tasks.size() ? &guide.tasks[i] : nullptr;
}

std::string name_of(const PathGuide& guide, const std::vector<OwnTask>& own, std::uint32_t node) {
  const PathTask* const task = guide_task(guide, node);
  return task ? task->id : own_name(own[node - milestone_count - guide.tasks.size()]);
}

bool is_in_last_section(const ScheduleInput& input, std::uint32_t node) {
  const auto last = static_cast<std::uint16_t>(input.guide.sections.size() - 1);
  if (const PathTask* const task = guide_task(input.guide, node)) return task->section == last;
  return input.own[node - milestone_count - input.guide.tasks.size()].section == input.guide.sections[last].id;
}

struct Forwards {
  std::vector<Moment> begin, end;
  std::vector<bool> after_departure;
};

// A task begins at the earliest today, and when the tasks it waits for have ended.
Forwards go_forwards(const ScheduleInput& input, const Graph& graph, const Nodes& nodes, const Milestones& milestones) {
  const Moment now{std::nullopt, input.today.days};
  Forwards out{std::vector<Moment>(graph.size(), now), std::vector<Moment>(graph.size(), now),
               std::vector<bool>(graph.size())};
  for (const std::uint32_t n : graph.order) {
    Moment& begin = out.begin[n];
    if (n < milestone_count) {
      begin = out.end[n] = moment_of(milestones, static_cast<Milestone>(n));
      out.after_departure[n] = n >= static_cast<std::size_t>(Milestone::departure);
      continue;
    }
    out.after_departure[n] = is_in_last_section(input, n);
    if (out.after_departure[n]) begin = later(begin, moment_of(milestones, Milestone::arrival));
    graph.each_before(n, [&](std::uint32_t b) {
      if (out.after_departure[b]) out.after_departure[n] = true;
      if (!nodes.settled[b]) begin = later(begin, out.end[b]);
    });
    if (const PathTask* task = guide_task(input.guide, n); task && task->earliest)
      begin = later(begin, moment_of(milestones, *task->earliest));
    // A day that the person set takes precedence over the calculated one for all later tasks.
    out.end[n] = plus(nodes.on[n] ? Moment{std::nullopt, nodes.on[n]->days} : begin, nodes.usual[n]);
  }
  return out;
}

struct Backwards {
  std::vector<std::optional<Moment>> end_by, deadline;
};

// A task has to end before the tasks that wait for it have to begin.
Backwards go_backwards(const ScheduleInput& input, const Graph& graph, const Nodes& nodes,
                       const std::vector<bool>& after_departure, const Milestones& milestones) {
  Backwards out{std::vector<std::optional<Moment>>(graph.size()), std::vector<std::optional<Moment>>(graph.size())};
  const auto press = [&](std::uint32_t node, const Moment& moment) {
    std::optional<Moment>& by = out.end_by[node];
    by = by ? sooner(*by, moment) : moment;
  };
  for (std::size_t i = graph.order.size(); i-- > 0;) {
    const std::uint32_t n = graph.order[i];
    const PathTask* const task = n < milestone_count ? nullptr : guide_task(input.guide, n);
    if (n < milestone_count) {
      if (milestones[n].has_value() || n == static_cast<std::size_t>(Milestone::departure))
        press(n, moment_of(milestones, static_cast<Milestone>(n)));
    } else if (task && task->latest) {
      out.deadline[n] = moment_of(milestones, *task->latest);
      press(n, *out.deadline[n]);
    } else if (!after_departure[n]) {
      press(n, moment_of(milestones, Milestone::departure));
    }
    if (!out.end_by[n] || nodes.settled[n]) continue;
    const Moment begin_by = plus(*out.end_by[n], -nodes.least[n]);
    graph.each_before(n, [&](std::uint32_t b) { press(b, begin_by); });
  }
  return out;
}

}  // namespace

Date day_of(const Deadline& deadline, Date milestone) {
  return add_days(add_months(milestone, deadline.months, MonthEnd::last_day), deadline.days);
}

std::vector<std::string> waiting_in_a_circle(const PathGuide& guide, const std::vector<OwnTask>& own) {
  const Graph graph = graph_of(guide, own);
  std::vector<std::string> out;
  for (std::uint32_t n = milestone_count; n < graph.size(); ++n)
    if (graph.in_circle[n]) out.push_back(name_of(guide, own, n));
  return out;
}

Schedule schedule(const ScheduleInput& input) {
  const Graph graph = graph_of(input.guide, input.own);
  const Nodes nodes = nodes_of(input);
  Schedule out;
  out.milestones = days_known(input.situation);
  const Forwards forwards = go_forwards(input, graph, nodes, out.milestones);
  const Backwards backwards = go_backwards(input, graph, nodes, forwards.after_departure, out.milestones);
  for (std::uint32_t n = milestone_count; n < graph.size(); ++n) {
    TaskTime time{.earliest = forwards.begin[n], .deadline = backwards.deadline[n], .settled = nodes.settled[n]};
    if (backwards.end_by[n]) time.latest = plus(*backwards.end_by[n], -nodes.least[n]);
    out.tasks.push_back(time);
    if (graph.in_circle[n]) out.circle.push_back(name_of(input.guide, input.own, n));
  }
  return out;
}

}  // namespace vagval
