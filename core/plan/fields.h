// The member names of each part of a plan in its file. There is one function for each part; reading, writing and the
// description of the format walk them. A member without a name here is not written to the file.
#pragma once

#include <type_traits>

#include "facts/fact.h"
#include "plan/plan.h"

namespace vagval {

/// `Part` is Entry or const Entry.
template <class Part, class Entry>
concept PartOf = std::is_same_v<std::remove_const_t<Part>, Entry>;

/// The visitor's members: name(key, string) for ids of ours or of the person's, words(key, string, most) for free text,
/// lines(key, string, most) for such text of several lines, value(key, optional, names…) for dates, numbers, truths and
/// choices, list(key, vector), ids(key, vector of ids), unknown(members).
template <PartOf<TaskEntry> E, class Visit>
void fields(E& e, Visit&& v) {
  v.name("task", e.task);
  v.choice("state", e.state, task_state_names);
  v.value("since", e.since);
  v.value("on", e.on);
  v.lines("note", e.note, note_max);
  v.unknown(e.unknown);
}
template <PartOf<OwnTask> E, class Visit>
void fields(E& e, Visit&& v) {
  v.name("id", e.id);
  v.name("section", e.section);
  v.words("text", e.text, words_max);
  v.number("days", e.days, 0, 3650);
  v.ids("after", e.after);
  v.unknown(e.unknown);
}
template <PartOf<DocumentEntry> E, class Visit>
void fields(E& e, Visit&& v) {
  v.name("person", e.person, true);
  v.name("document", e.document);
  v.choice("state", e.state, document_state_names);
  v.value("expires_on", e.expires_on);
  v.unknown(e.unknown);
}
template <PartOf<BudgetLine> E, class Visit>
void fields(E& e, Visit&& v) {
  v.name("id", e.id);
  v.words("text", e.text, words_max);
  v.choice("phase", e.phase, phase_names);
  v.choice("flow", e.flow, flow_names);
  v.number("amount", e.amount, 0, amount_max);
  v.choice("currency", e.money, money_names);
  v.unknown(e.unknown);
}
template <PartOf<Budget> E, class Visit>
void fields(E& e, Visit&& v) {
  v.list("lines", e.lines);
  v.number("savings", e.savings, 0, amount_max);
  v.words("currency", e.currency, currency_max);
  v.number("rate", e.rate, 1, std::int64_t{1'000'000'000'000});
  v.value("rate_on", e.rate_on);
  v.number("prices_percent", e.prices_percent, -50, 500);
  v.choice("last_part", e.last_part, last_part_names);
  v.number("months_late", e.months_late, 1, 60);
  v.value("no_income", e.no_income);
  v.unknown(e.unknown);
}
template <PartOf<JournalEntry> E, class Visit>
void fields(E& e, Visit&& v) {
  v.name("id", e.id);
  v.value("on", e.on);
  v.choice("kind", e.kind, journal_kind_names);
  v.name("about", e.about, true);
  v.lines("text", e.text, note_max);
  v.unknown(e.unknown);
}
template <PartOf<Draft> E, class Visit>
void fields(E& e, Visit&& v) {
  v.words("field", e.field, field_max);
  v.lines("text", e.text, draft_max);
  v.unknown(e.unknown);
}
template <PartOf<QuestionEntry> E, class Visit>
void fields(E& e, Visit&& v) {
  v.name("id", e.id);
  v.name("who", e.who, true);
  v.words("text", e.text, words_max);
  v.value("asked", e.asked);
  v.value("raise", e.raise);
  v.lines("note", e.note, note_max);
  v.unknown(e.unknown);
}
template <PartOf<Matter> E, class Visit>
void fields(E& e, Visit&& v) {
  v.name("id", e.id);
  v.words("text", e.text, words_max);
  v.choice("weight", e.weight, weight_names);
  for (std::size_t w = 0; w < way_count; ++w) v.lines(way_names[w], e.words[w], note_max);
  v.unknown(e.unknown);
}
template <PartOf<Going> E, class Visit>
void fields(E& e, Visit&& v) {
  v.name("person", e.person);
  v.choice("plan", e.plan, info(Fact::plan).choices);
  v.unknown(e.unknown);
}
template <PartOf<WayEntry> E, class Visit>
void fields(E& e, Visit&& v) {
  v.choice("way", e.way, way_names);
  v.value("hidden", e.hidden);
  v.value("departure_date", e.departure_date);
  v.value("country", e.country);
  v.list("persons", e.persons);
  v.lines("note", e.note, note_max);
  v.unknown(e.unknown);
}
template <PartOf<RulesSeen> E, class Visit>
void fields(E& e, Visit&& v) {
  v.name("scheme", e.scheme, true);
  v.value("checked_on", e.checked_on);
  v.name("sha256", e.sha256, true);
  v.choice("state", e.state, state_names);
  v.number("least", e.least, 0, amount_max);
  v.number("most", e.most, 0, amount_max);
  v.unknown(e.unknown);
}
/// The members of a plan except household and situation, which consist of facts (see facts/fact.h).
template <PartOf<Plan> P, class Visit>
void fields(P& plan, Visit&& v) {
  v.name("example", plan.example, true);
  v.choice("course", plan.course, course_names);
  v.name("stage", plan.stage, true);
  v.list("tasks", plan.tasks);
  v.list("own_tasks", plan.own_tasks);
  v.list("documents", plan.documents);
  v.part("budget", plan.budget);
  v.list("ways", plan.ways);
  v.list("matters", plan.matters);
  v.list("questions", plan.questions);
  v.list("journal", plan.journal);
  v.list("drafts", plan.drafts);
  v.part("rules_seen", plan.rules_seen);
  v.name("calendar_id", plan.calendar_id, true);
  v.unknown(plan.unknown);
}

/// The key that identifies an entry in its list.
inline std::string key_of(const TaskEntry& e) { return e.task; }
inline std::string key_of(const OwnTask& e) { return e.id; }
inline std::string key_of(const DocumentEntry& e) { return e.person + "/" + e.document; }
inline std::string key_of(const BudgetLine& e) { return e.id; }
inline std::string key_of(const JournalEntry& e) { return e.id; }
inline std::string key_of(const Draft& e) { return e.field; }
inline std::string key_of(const QuestionEntry& e) { return e.id; }
inline std::string key_of(const Matter& e) { return e.id; }
inline std::string key_of(const Going& e) { return e.person; }
inline std::string key_of(const WayEntry& e) {
  return e.way ? std::string(way_names[static_cast<std::size_t>(*e.way)]) : std::string();
}

}  // namespace vagval
