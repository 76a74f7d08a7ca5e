// A plan: the person's entries. The plan file holds exactly this.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "budget/budget.h"
#include "facts/household.h"
#include "path/path_guide.h"
#include "path/task.h"
#include "rules/assess.h"

namespace vagval {

/// The version of the files this program writes. It rises only when an old reader would misread a new file.
inline constexpr int plan_version = 3;

/// The person's course. All four are complete answers.
enum class Course : std::uint8_t { active, paused, stopped, staying };
inline constexpr std::string_view course_names[] = {"active", "paused", "stopped", "staying"};

/// The kind of a journal entry: written by the person, or added by the program when stage or course changed.
enum class JournalKind : std::uint8_t { note, stage, course };
inline constexpr std::string_view journal_kind_names[] = {"note", "stage", "course"};

struct JournalEntry {
  std::string id;
  std::optional<Date> on;
  std::optional<JournalKind> kind;  ///< absent: a note
  std::string about;                ///< of a change: the section or the course
  std::string text;
  UnknownMembers unknown;
  friend bool operator==(const JournalEntry&, const JournalEntry&) = default;
};

/// A question to an authority: of the guide, of the estimate, or the person's own (then with a text and whom to ask).
struct QuestionEntry {
  std::string id;
  std::string who;  ///< catalogue key of whom to ask, "who.mv"
  std::string text;
  std::optional<bool> asked;
  std::optional<bool> raise;  ///< the person wants to raise it at a meeting
  std::string note;           ///< the answer to it
  UnknownMembers unknown;
  friend bool operator==(const QuestionEntry&, const QuestionEntry&) = default;
};

enum class Weight : std::uint8_t { little, some, much };
inline constexpr std::string_view weight_names[] = {"little", "some", "much"};

/// A matter that counts for the person, in their own words. The program never adds matters up.
struct Matter {
  std::string id, text;
  std::optional<Weight> weight;
  std::array<std::string, way_count> words;  ///< how the matter would be on each way
  UnknownMembers unknown;
  friend bool operator==(const Matter&, const Matter&) = default;
};

/// The persons who go on one of the four ways.
struct Going {
  std::string person;
  std::optional<MovePlan> plan;
  UnknownMembers unknown;
  friend bool operator==(const Going&, const Going&) = default;
};

/// One of the four ways beside each other, with facts of its own where the person gave some.
struct WayEntry {
  std::optional<Way> way;
  std::optional<bool> hidden;
  std::optional<Date> departure_date;
  std::optional<Country> country;
  std::vector<Going> persons;
  std::string note;
  UnknownMembers unknown;
  friend bool operator==(const WayEntry&, const WayEntry&) = default;
};

/// The rules with which the plan was last saved, and their result at that time. Empty: the plan was never saved.
struct RulesSeen {
  std::string scheme;
  std::optional<Date> checked_on;
  std::string sha256;                       ///< of the rule pack's file
  std::optional<State> state;               ///< of the estimate; absent: there was none
  std::optional<std::int64_t> least, most;  ///< whole kronor
  UnknownMembers unknown;
  friend bool operator==(const RulesSeen&, const RulesSeen&) = default;
};

/// Text in a field that the field cannot read. It is kept as typed and has no value.
struct Draft {
  std::string field;  ///< "field.p1.birth", "set.budget.savings"; see plan/field_ref.h
  std::string text;
  UnknownMembers unknown;
  friend bool operator==(const Draft&, const Draft&) = default;
};

struct Plan {
  std::string example;  ///< the id of the example household it began as, or empty; every screen and output of the plan
                        ///< then says so
  Household household;
  Situation situation;
  std::optional<Course> course;  ///< absent: active
  std::string stage;             ///< the section of the path the person is in, or empty
  std::vector<TaskEntry> tasks;
  std::vector<OwnTask> own_tasks;
  std::vector<DocumentEntry> documents;
  Budget budget;
  std::vector<WayEntry> ways;
  std::vector<Matter> matters;
  std::vector<QuestionEntry> questions;
  std::vector<JournalEntry> journal;
  std::vector<Draft> drafts;  ///< at most one for each field
  RulesSeen rules_seen;
  std::string calendar_id;  ///< random letters that the entries of its calendar files go by; empty until it is saved
  UnknownMembers unknown;   ///< members of the file that this version does not know
  friend bool operator==(const Plan&, const Plan&) = default;
};

/// The largest number of entries of each kind in a plan. Entries written by hand stay far below it.
inline constexpr std::size_t entries_max = 5000;
inline constexpr std::size_t plan_bytes_max = 1'000'000;  ///< of its file without a passphrase
inline constexpr std::size_t after_max = 50;              ///< tasks that one task waits for
inline constexpr std::size_t words_max = 200;             ///< characters of a title
inline constexpr std::size_t note_max = 4000;             ///< characters of a note
inline constexpr std::size_t currency_max = 12;
inline constexpr std::size_t field_max = 400;     ///< characters of a field's name
inline constexpr std::size_t draft_max = 65'536;  ///< characters of the text typed into it

/// A person id that the plan does not use: "p1", "p2", … It depends on the plan alone, not on time or chance.
std::string free_person_id(const Household& household);

const TaskEntry* find_entry(const Plan& plan, std::string_view task);
const OwnTask* find_own_task(const Plan& plan, std::string_view id);
const Draft* find_draft(const Plan& plan, std::string_view field);
void forget_draft(Plan& plan, std::string_view field);
const DocumentEntry* find_document(const Plan& plan, std::string_view person, std::string_view document);
const WayEntry* find_way(const Plan& plan, Way way);

}  // namespace vagval
