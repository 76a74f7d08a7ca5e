// Model = Plan + History + Session: plain values.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "plan/code_series.h"
#include "plan/plan.h"
#include "plan/seal.h"
#include "plan/stage_counts.h"
#include "state/action.h"
#include "state/reply.h"
#include "state/rule_files.h"

namespace vagval {

/// Earlier and later plans, for undo and redo. At most 200 of each.
struct History {
  std::vector<Plan> past, future;
  std::string merge_key;  ///< kind and target of the last merging action, empty otherwise
};

/// A message at the top of the screen: what happened, and what to do.
struct Message {
  bool is_error = false;
  std::string what, act;  ///< catalogue keys
  std::string detail, where;
  std::string other;  ///< another file's name
};

/// Reading settings.
struct ReadingAids {
  Appearance appearance = Appearance::system;
  int text_percent = 100;
  int browser_percent = 100;  ///< of the browser's own letters; text_percent multiplies it
  bool own_digits = false;
  std::string beside;  ///< a second language, or empty
  std::vector<LanguageToCome> to_come;
  std::string wanted;                ///< chosen, but its words are not here; empty: none
  std::vector<std::string> voices;   ///< languages that can be read aloud on this device
  bool aloud = false;                ///< being read aloud now
  PageShown page = PageShown::only;  ///< which page the browser shows
  bool draft_known = false;          ///< that the translation is a draft has been read
};

/// How the open plan is kept, and what waits for a passphrase.
struct Keeping {
  /// How each change is kept on the device.
  enum class KeptAs : std::uint8_t { off, open, sealed } kept_as = KeptAs::off;
  /// What has become of it since: another tab's change, another tab's erasing; or it is of a newer version.
  enum class Conflict : std::uint8_t { none, changed, erased, newer } conflict = Conflict::none;
  bool failed = false;                     ///< the device has refused a change
  bool written = false;                    ///< the device has said that the plan is there
  std::optional<SealingKey> key;           ///< of the open plan
  std::optional<PassphraseFor> under_way;  ///< a passphrase is being stretched
  int thousandths = 0;                     ///< how far
  std::vector<std::string> forms;          ///< of the passphrase that was typed, not tried yet; see passphrase_forms
  std::string fault;                       ///< catalogue key of the fault in the typed text
  std::string locked_name, locked;         ///< a sealed file that waits for its passphrase
  bool locked_is_kept = false;             ///< it is the one on the device
  bool newer = false;                      ///< opened from a newer version: it can only be read
  bool damaged = false;                    ///< the plan on the device cannot be read
  std::string before;                      ///< the copy beside it, from before its last change
};

/// What the host has said of the device and the program. It stays when another plan is opened.
struct Device {
  bool keeps = false;          ///< the host can keep a plan on it
  bool has_plan = false;       ///< there is one
  bool newer_plan = false;     ///< and a newer version wrote it
  Unread unread = Unread::no;  ///< the data cannot be read, so it is unknown whether they hold a plan
  bool shared = false;         ///< pages of other owners can read the storage
  std::vector<Stored> stored;  ///< as last read
  std::string build;
  std::string policy;          ///< the page's own, or empty
  bool newer_program = false;  ///< a newer version waits to be used
  bool camera = false;         ///< there may be one that pictures can be read with
  std::string chance;          ///< see ChanceIs; empty: the host has given none
};

/// The plan on its way to another device, or from one. Gone as soon as another screen is opened.
struct Transfer {
  std::vector<std::string> pictures;  ///< the texts of those being shown, see plan/code_series.h
  std::size_t at = 0;                 ///< which of them is seen
  bool running = false;               ///< the next one comes by itself
  Camera camera = Camera::off;
  CodeCollector collector;                    ///< what the camera has read
  std::optional<CodeCollector::Taken> taken;  ///< what became of the last text that was none of the series
};

/// Whether the camera reads codes, or will when the person allows it.
inline bool is_filming(const Transfer& transfer) {
  return transfer.camera == Camera::asked || transfer.camera == Camera::on;
}

/// Two plans of two adults beside each other. The other is never merged, saved or undone to.
struct Together {
  bool agreed = false;
  bool opening = false;                ///< the next file is the other plan
  std::set<std::string> mine, theirs;  ///< topics
  std::optional<Plan> other;
  std::string name;
};
inline constexpr std::string_view together_topics[] = {"where", "estimate", "matters", "questions"};

/// Working before others' eyes, with a counsellor or an interpreter.
struct Counsel {
  bool hidden = false;         ///< the person's data are replaced, see conceal.h
  std::string revealed;        ///< the node that is shown while held
  bool one_at_a_time = false;  ///< one idea of a screen
  int part = 0;                ///< which one
  bool pointer_ring = false;
  bool copy_person = false, copy_counsellor = false;  ///< who agrees that the counsellor keeps a copy
  /// Everything is forgotten; and what the device keeps has been read again since.
  bool handed_over = false, read_again = false;
};

/// The parts of the outputs to take along.
struct Take {
  Output output = Output::paper;
  /// See IncludePart. From the beginning the paper is what one takes to a meeting; the rest is a choice.
  std::set<std::string> left_out{"path", "calendar", "money", "compare", "journal"};
  bool days_by_name = false;
  std::optional<CsvForm> form;  ///< of tables; absent: the usual one of the language
};

/// A visited place: the screen, its open item, and the parts over it. Names and ids, no answers.
struct Place {
  ScreenId screen = ScreenId::start;
  std::string person, question, item;  ///< as of Session
  int part = 0;                        ///< as of Counsel
  bool menu = false;
  std::set<std::string> unfolded;  ///< since one came to it
  friend bool operator==(const Place&, const Place&) = default;
};

inline constexpr int cover_minutes_usual = 5;

/// What the plan has for a field, as text.
struct FieldValue {
  std::string value;
  friend bool operator==(const FieldValue&, const FieldValue&) = default;
};

/// What puts the open plan away.
using PutAway = std::variant<StartNewPlan, OpenExample, OpenKept, OpenBefore, CloseProgram, FileOpened>;

/// Everything that is not the plan. It never reaches a file.
struct Session {
  ScreenId screen = ScreenId::start;
  std::string language = "sv";
  ReadingAids reading;
  Keeping keeping;
  Device device;
  Together together;
  Counsel counsel;
  Take take;
  Transfer transfer;
  RuleFiles rules;
  StageCounts given;  ///< of files given to an office: the counts, and never a file
  bool covered = false;
  int cover_after = cover_minutes_usual;        ///< minutes; 0: never by itself
  bool left = false;                            ///< nothing is here any more but a neutral page
  Date today;                                   ///< the day that is counted with, see counted_day.h
  std::optional<Date> clock;                    ///< what the device's clock says, where that cannot be right
  std::string person;                           ///< open on the household screen
  std::string question;                         ///< open question, see questions.h
  std::string item;                             ///< open thing of the screen, see OpenItem
  std::string said_back;                        ///< the answer chosen of the open check, or empty
  std::uint32_t turned = 0;                     ///< how often the ways have been turned
  std::map<std::string, std::string> drafts;    ///< field id -> the exact typed text, until the person leaves the field
  std::map<std::string, std::string> typed_as;  ///< field id -> what was typed where it can be read otherwise too
  FieldValue typed_over;                        ///< what the field that is being typed in had before
  std::set<std::string> open;                   ///< disclosures
  std::set<std::string> unfolded;               ///< those of them that were folded out since one came to this screen
  bool menu_open = false;
  std::vector<Place> been;          ///< before this screen, the last at the end; see places.h
  std::vector<Place> ahead;         ///< gone back from, the next at the end
  RulesSeen opened_with;            ///< with which rules the open plan had been saved
  bool changes_known = false;       ///< what has changed in the rules since has been looked at
  std::string file_name;            ///< of the plan that was opened or saved last; on the desktop with its folder
  std::string wanted_name;          ///< for its first file, where it is not the usual one
  std::set<std::string> own_files;  ///< may be written over: opened or saved as this plan
  std::optional<Date> saved_on;     ///< since it was opened
  bool unsaved = false;
  std::optional<PutAway> waiting;  ///< asked about first
  std::optional<Message> message;
  std::uint32_t said = 0;  ///< how many messages there have been
  std::string was_open;    ///< person, question or thing that was open before: who comes back stands there again
  std::optional<ScreenId> was_at;  ///< the screen one has gone back from, for the same
  std::string focus;
  std::uint32_t focus_serial = 0;
};

/// Whether putting the plan away would lose changes.
inline bool is_at_risk(const Session& session) {
  const Keeping& keeping = session.keeping;
  const bool kept = keeping.kept_as != Keeping::KeptAs::off && keeping.conflict == Keeping::Conflict::none &&
                    !keeping.failed && keeping.written;
  return session.unsaved && !kept;
}

/// The name without its folder: on the desktop the whole path is known, and says more than it must.
inline std::string base_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

struct Model {
  Plan plan;
  History history;
  Session session;
};

}  // namespace vagval
