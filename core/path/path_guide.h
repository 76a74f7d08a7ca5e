// The path as data: ten sections from the first thoughts to the first fifteen months, with tasks, documents, hazards of
// order, matters that end on moving, a comparison of staying and going, and questions.
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "budget/budget.h"
#include "foundation/result.h"
#include "rules/rule_pack.h"

namespace vagval {

/// Whether a task can be taken back.
enum class Reversibility : std::uint8_t { freely, at_a_cost, not_at_all };
inline constexpr std::string_view reversibility_names[] = {"freely", "at_a_cost", "not_at_all"};

/// The days from which other days are counted.
enum class Milestone : std::uint8_t { application, decision, departure, arrival };
inline constexpr std::string_view milestone_names[] = {"application", "decision", "departure", "arrival"};
inline constexpr std::size_t milestone_count = 4;

/// "L7#27 §": a source of the rule pack and a section of it.
using Sources = std::vector<std::string>;

/// Days from the start of a task to its end. Without sources it is an estimate of this program and shown as one.
struct LeadTime {
  int least = 0, usual = 0;
  Sources sources;
};

/// A day counted from a milestone: whole months first (month ends on its last day), then days; both may be negative.
struct Deadline {
  Milestone from{};
  int months = 0, days = 0;
  bool statutory = false;
  Sources sources;
};

struct PathTask {
  std::string id;  ///< "documents.passport": section and task
  std::uint16_t section = 0;
  std::string text;  ///< catalogue key; text + ".do" describes the task
  std::string who;   ///< catalogue key of the actor
  Reversibility reversibility{};
  std::uint32_t applies = no_expr;        ///< in the rule pack's expressions; no_expr: concerns every household
  std::vector<std::string> after;         ///< tasks, or milestones written "@departure"
  std::vector<std::string> needs, gives;  ///< documents
  LeadTime lead;
  std::optional<Deadline> latest, earliest;
  std::vector<std::string> costs;  ///< lines of the budget
  Sources sources;
};

/// An order of steps, or an answer, that can close a door. The program points it out and blocks nothing.
struct PathHazard {
  std::string id, text;             ///< catalogue keys: text, text + ".why"
  std::uint32_t applies = no_expr;  ///< of an order: the persons it concerns
  std::vector<std::string>
      first;  ///< of an order: the warning comes when a step of `then` is done, begun or dated before one of these
  std::vector<std::string> then;
  std::uint32_t when = no_expr;    ///< of an answer: the warning comes when this holds
  std::vector<std::string> tasks;  ///< of an answer: the tasks it concerns
  Sources sources;
};

enum class DocumentOf : std::uint8_t { person, adult, child, household };
enum class Abroad : std::uint8_t { no, ask, apostille };
struct DocumentKind {
  std::string id, text;  ///< catalogue keys: text, text + ".why"
  DocumentOf of{};
  std::uint32_t applies = no_expr;
  bool application = false;  ///< belongs to an application to Migrationsverket
  bool expires = false;
  Abroad abroad{};
  Sources sources;
};

struct CostKind {
  std::string id, text;
  Phase phase{};
  Flow flow{};
};

/// The effect of moving on something that the household has.
enum class Outcome : std::uint8_t { ends, follows, depends, unknown };
struct Ending {
  std::string id, text;  ///< catalogue keys: text, text + ".about"
  Outcome what{};
  std::uint32_t applies = no_expr;
  Sources sources;
};

/// The four ways beside each other, in the guide's order; the screen transposes the table.
enum class Way : std::uint8_t { stay, visit, go, other };
inline constexpr std::string_view way_names[] = {"stay", "visit", "return", "other"};
inline constexpr std::size_t way_count = 4;
struct CompareRow {
  std::string id, text;
  std::array<std::string, way_count> cells;  ///< catalogue keys
  std::array<Sources, way_count> sources;
};

struct AuthorityQuestion {
  std::string id, who, text;  ///< catalogue keys: who, text, text + ".why"
  std::uint32_t applies = no_expr;
  Sources sources;
};

/// Questions to talk through, for one task: with a child of some age, with a partner, before a visit. Never scored.
struct TalkSheet {
  std::string id, text, task;
  std::vector<std::string> items;  ///< catalogue keys
};

/// A sum calculated from the rules in force, so that no text holds a figure.
enum class WorkedSum : std::uint8_t {
  none,
  parts,   ///< the parts of one adult's grant
  family,  ///< a couple with two children, with the caps
  back     ///< the debt of one adult who settles in Sweden again
};
inline constexpr std::string_view worked_sum_names[] = {"none", "parts", "family", "back"};

/// A common claim, and the statement of the sources about it.
struct Rumour {
  std::string id, text;  ///< catalogue keys: text, text + ".says"; with a sum text + ".sum"
  bool open = false;     ///< the sources disagree or do not say
  WorkedSum sum{};
  Sources sources;
};

/// A question with two plain answers that tells whether a text was clear. Never scored.
struct Check {
  std::string id, text;  ///< catalogue keys: text, text + ".a", ".b", ".why"
  bool a_is_right = false;
  WorkedSum sum{};
  Sources sources;
};

struct PathSection {
  std::string id;
  int stage = 0;     ///< 1…8 of the Stockholm model (etapp); 0 before and after them
  std::string text;  ///< catalogue keys: text, text + ".about"
};

struct PathGuide {
  std::vector<PathSection> sections;
  std::vector<PathTask> tasks;  ///< in the order of the sections
  std::vector<PathHazard> hazards;
  std::vector<DocumentKind> documents;
  std::vector<CostKind> costs;
  std::vector<Ending> endings;
  std::vector<CompareRow> compare;
  std::vector<AuthorityQuestion> questions;
  std::vector<TalkSheet> talks;
  std::vector<Rumour> rumours;
  std::vector<Check> checks;
};

/// Returns the task, or nullptr.
const PathTask* find_task(const PathGuide& guide, std::string_view id);
const PathSection* find_section(const PathGuide& guide, std::string_view id);
const CostKind* find_cost(const PathGuide& guide, std::string_view id);
const DocumentKind* find_document_kind(const PathGuide& guide, std::string_view id);
/// "@departure".
std::optional<Milestone> find_milestone(std::string_view name);

struct PathRead {
  std::optional<PathGuide> guide;
  std::vector<Problem> problems;  ///< the first problems_told of them, and a count of the rest
  std::size_t found = 0;          ///< the number of all problems
};

/// Reads strictly, as a rule pack is read. Problems are unknown members, texts, sources, tasks, documents and costs,
/// and tasks that wait for each other. \param pack  receives the compiled expressions.
PathRead read_path(std::string_view bytes, std::string_view file, const std::function<bool(std::string_view)>& has_text,
                   RulePack& pack);

}  // namespace vagval
