// What somebody did, and what we then want from the host. Values, compared in tests.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "facts/fact.h"
#include "foundation/date.h"
#include "foundation/result.h"
#include "plan/change.h"

namespace vagval {

/// How undo treats an action. Every action says so; forgetting it does not compile.
enum class Undo : std::uint8_t {
  step,   ///< one entry
  merge,  ///< joins the previous entry when kind and target are equal: typing is one step
  none    ///< navigation, language, replies of the host
};

enum class ScreenId : std::uint8_t {
  start,
  household,
  situation,
  estimate,
  path,
  calendar,
  money,
  documents,
  compare,
  questions,
  journal,
  sources,
  privacy,
  reading,        ///< languages, text size, colours
  accessibility,  ///< the statement
  glossary        ///< the Swedish words
};
inline constexpr std::string_view screen_names[] = {
    "start",   "household", "situation", "estimate", "path",    "calendar", "money",         "documents",
    "compare", "questions", "journal",   "sources",  "privacy", "reading",  "accessibility", "glossary"};
/// So many of them, from the first, are in the navigation; the others are reached from where they are needed.
inline constexpr std::size_t screens_in_navigation = 13;

// Moving about
struct GoTo {
  static constexpr Undo undo = Undo::none;
  ScreenId screen{};
};
struct OpenPerson {
  static constexpr Undo undo = Undo::none;
  std::string person;
};  ///< empty: back to the list
struct OpenQuestion {
  static constexpr Undo undo = Undo::none;
  std::string question;
};  ///< empty: back to the overview
/// One thing of a screen by itself: a section or a task of the path, a document, a way, a question, a journal entry.
struct OpenItem {
  static constexpr Undo undo = Undo::none;
  ScreenId screen{};
  std::string item;
};  ///< empty: back to the overview
/// The four ways in another order, so that none of them is always first.
struct TurnWays {
  static constexpr Undo undo = Undo::none;
};
struct ToggleOpen {
  static constexpr Undo undo = Undo::none;
  std::string id;
};
struct OpenMenu {
  static constexpr Undo undo = Undo::none;
  bool open = false;
};
struct ChooseLanguage {
  static constexpr Undo undo = Undo::none;
  std::string language;
};
// How somebody reads best. Not part of the plan, and not in its file.
/// The colours somebody reads best.
enum class Appearance : std::uint8_t { system, light, dark, contrast };
inline constexpr std::string_view appearance_names[] = {"system", "light", "dark", "contrast"};
struct ChooseAppearance {
  static constexpr Undo undo = Undo::none;
  Appearance appearance{};
};
struct ChooseTextSize {
  static constexpr Undo undo = Undo::none;
  int percent = 100;  ///< 100…200
};
struct ChooseDigits {
  static constexpr Undo undo = Undo::none;
  bool own = false;  ///< those of the language's script instead of 0-9
};
/// A second language beside the first; empty: none.
struct ChooseBeside {
  static constexpr Undo undo = Undo::none;
  std::string language;
};
/// Which languages the device has a voice for that works without the network; from the host. No other is used: a voice
/// on the network would be given the text.
struct VoicesAre {
  static constexpr Undo undo = Undo::none;
  std::vector<std::string> languages;
};
struct ReadAloud {
  static constexpr Undo undo = Undo::none;
  bool on = false;
};
/// The voice has come to the end; from the host.
struct ReadingEnded {
  static constexpr Undo undo = Undo::none;
};
/// The remark that a translation is a draft has been read.
struct DismissDraft {
  static constexpr Undo undo = Undo::none;
};
struct TodayIs {
  static constexpr Undo undo = Undo::none;
  Date today;
};  ///< from the host

// The plan
struct AddPerson {
  static constexpr Undo undo = Undo::step;
  std::string tie;
};  ///< as in the plan file; empty: not known
struct RemovePerson {
  static constexpr Undo undo = Undo::step;
  std::string person;
};
struct SetAnswer {
  static constexpr Undo undo = Undo::step;
  FactRef fact;
  std::string text;
};  ///< empty text: not known
struct SetAnswerForAll {
  static constexpr Undo undo = Undo::step;
  std::string question;
  std::string text;
};
/// Everything in the plan that is not a fact; see plan/change.h for the names.
struct SetValue {
  static constexpr Undo undo = Undo::step;
  std::string name, text;
};
struct AddEntry {
  static constexpr Undo undo = Undo::step;
  EntryList list{};
  std::string about;
};
struct RemoveEntry {
  static constexpr Undo undo = Undo::step;
  EntryList list{};
  std::string id;
};
/// Something was typed into a field. The draft is kept as typed; the plan changes only when it can be read.
struct EditField {
  static constexpr Undo undo = Undo::merge;
  std::string field, text;
};
struct CommitField {
  static constexpr Undo undo = Undo::merge;
  std::string field, text;
};
struct UndoLast {
  static constexpr Undo undo = Undo::none;
};
struct RedoLast {
  static constexpr Undo undo = Undo::none;
};
struct StartNewPlan {
  static constexpr Undo undo = Undo::none;
};
struct OpenExample {
  static constexpr Undo undo = Undo::none;
  std::string name;
};

// Files
struct AskForFile {
  static constexpr Undo undo = Undo::none;
};
struct FileOpened {
  static constexpr Undo undo = Undo::none;
  std::string name, bytes;
};
struct FileNotOpened {
  static constexpr Undo undo = Undo::none;
  Error error;
};
struct Save {
  static constexpr Undo undo = Undo::none;
};
struct Saved {
  static constexpr Undo undo = Undo::none;
  std::string name;
};
struct SaveFailed {
  static constexpr Undo undo = Undo::none;
  Error error;
};
struct DismissMessage {
  static constexpr Undo undo = Undo::none;
};

using Action =
    std::variant<GoTo, OpenPerson, OpenQuestion, OpenItem, TurnWays, ToggleOpen, OpenMenu, ChooseLanguage,
                 ChooseAppearance, ChooseTextSize, ChooseDigits, ChooseBeside, VoicesAre, ReadAloud, ReadingEnded,
                 DismissDraft, TodayIs, AddPerson, RemovePerson, SetAnswer, SetAnswerForAll, SetValue, AddEntry,
                 RemoveEntry, EditField, CommitField, UndoLast, RedoLast, StartNewPlan, OpenExample, AskForFile,
                 FileOpened, FileNotOpened, Save, Saved, SaveFailed, DismissMessage>;

// What we want from the host
struct ShowFilePicker {
  friend bool operator==(const ShowFilePicker&, const ShowFilePicker&) = default;
};
/// Web: a download of that name. Native: asks where, writes atomically. Ends with Saved or SaveFailed.
struct WriteFile {
  std::string name, bytes;
  friend bool operator==(const WriteFile&, const WriteFile&) = default;
};
/// Ends with ReadingEnded. Each passage is spoken by itself.
struct Speak {
  std::string language;
  std::vector<std::string> passages;
  friend bool operator==(const Speak&, const Speak&) = default;
};
struct BeSilent {
  friend bool operator==(const BeSilent&, const BeSilent&) = default;
};
using Effect = std::variant<ShowFilePicker, WriteFile, Speak, BeSilent>;

}  // namespace vagval
