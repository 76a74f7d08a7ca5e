// Model = Plan + History + Session: plain values.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "app/action.h"
#include "plan/plan.h"

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

/// Everything that is not the plan. It never reaches a file.
struct Session {
  ScreenId screen = ScreenId::start;
  std::string language = "sv";
  ReadingAids reading;
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
  std::string example;  ///< name of the example household on show, or empty
  std::string announcement;
  std::string focus;
  std::uint32_t focus_serial = 0;
};

struct Model {
  Plan plan;
  History history;
  Session session;
};

}  // namespace vagval
