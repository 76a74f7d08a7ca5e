// Model = Plan + History + Session: plain values.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/action.h"
#include "plan/plan.h"
#include "plan/seal.h"

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
};

/// How somebody reads best.
struct ReadingAids {
  Appearance appearance = Appearance::system;
  int text_percent = 100;
  bool own_digits = false;
  std::string beside;               ///< a second language, or empty
  std::vector<std::string> voices;  ///< languages that can be read aloud on this device
  bool aloud = false;               ///< being read aloud now
  bool draft_known = false;         ///< that the translation is a draft has been read
};

/// How the open plan is kept, and what waits for a passphrase.
struct Keeping {
  enum class Here : std::uint8_t { off, open, sealed } here = Here::off;  ///< each change is kept there
  bool elsewhere = false;                                                 ///< another tab has changed it since
  std::optional<SealingKey> key;                                          ///< of the open plan
  std::optional<Then> under_way;                                          ///< a passphrase is being stretched
  int thousandths = 0;                                                    ///< how far
  std::string fault;                ///< catalogue key of what is wrong with what was typed
  std::string locked_name, locked;  ///< a sealed file that waits for its passphrase
  bool locked_is_kept = false;      ///< it is the one on the device
  bool newer = false;               ///< opened from a newer version: its file is not written over
};

/// What the host has said of the device and the program. It stays when another plan is opened.
struct Device {
  bool keeps = false;          ///< the host can keep a plan on it
  bool has_plan = false;       ///< there is one
  std::vector<Stored> stored;  ///< as last read
  std::string build;
  bool newer_program = false;  ///< a newer version waits to be used
};

/// Two plans of two adults beside each other. The other is never merged, saved or undone to.
struct Together {
  bool agreed = false;
  bool opening = false;                ///< the next file is the other plan
  std::set<std::string> mine, theirs;  ///< topics
  std::optional<Plan> other;
  std::string name;
};
inline constexpr std::string_view together_topics[] = {"where", "estimate", "matters", "questions"};

inline constexpr int cover_minutes_usual = 5;

/// Everything that is not the plan. It never reaches a file.
struct Session {
  ScreenId screen = ScreenId::start;
  std::string language = "sv";
  ReadingAids reading;
  Keeping keeping;
  Device device;
  Together together;
  bool covered = false;
  int cover_after = cover_minutes_usual;  ///< minutes; 0: never by itself
  bool left = false;                      ///< nothing is here any more but a neutral page
  Date today;
  std::string person;                         ///< open on the household screen
  std::string question;                       ///< open question, see questions.h
  std::string item;                           ///< open thing of the screen, see OpenItem
  std::uint32_t turned = 0;                   ///< how often the ways have been turned
  std::map<std::string, std::string> drafts;  ///< field id -> exactly what was typed, while it cannot be read
  std::set<std::string> open;                 ///< disclosures
  bool menu_open = false;
  std::string file_name;  ///< of the plan that was opened or saved
  bool unsaved = false;
  std::optional<Message> message;
  std::string example;     ///< name of the example household on show, or empty
  std::uint32_t said = 0;  ///< how many messages there have been
  std::string was_open;    ///< person, question or thing that was open before: who comes back stands there again
  std::string focus;
  std::uint32_t focus_serial = 0;
};

struct Model {
  Plan plan;
  History history;
  Session session;
};

}  // namespace vagval
