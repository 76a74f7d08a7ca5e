// The person's actions, and the effects that the program asks of the host. Values, compared in tests.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "facts/fact.h"
#include "foundation/date.h"
#include "foundation/result.h"
#include "plan/change.h"
#include "plan/seal.h"

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
  glossary,       ///< the Swedish words
  keep,           ///< saving, with or without a passphrase; opening what has one
  together,       ///< two plans of two adults, beside each other
  rumours,        ///< common claims, and the statements of the sources about them
  rules,          ///< which rules are in use, others from a file, and what they would change
  take,           ///< print, sheet, calendar, tables: what to take along
  transfer,       ///< the plan to another device, as pictures
  counsel,        ///< working with a counsellor
  agenda,         ///< what to go through together
  checks,         ///< saying it back
  handover,       ///< what the person takes along, and what stays
  stages          ///< an office's overview of files that persons gave
};
inline constexpr std::string_view screen_names[] = {
    "start",     "household", "situation", "estimate", "path",    "calendar",      "money",    "documents", "compare",
    "questions", "journal",   "sources",   "privacy",  "reading", "accessibility", "glossary", "keep",      "together",
    "rumours",   "rules",     "take",      "transfer", "counsel", "agenda",        "checks",   "handover",  "stages"};
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
/// One of the two answers of the check that is open: "a" or "b". Forgotten when another is opened.
struct SayBack {
  static constexpr Undo undo = Undo::none;
  std::string choice;
};
/// The four ways in another order, so that none of them is always first.
struct TurnWays {
  static constexpr Undo undo = Undo::none;
};
struct ToggleOpen {
  static constexpr Undo undo = Undo::none;
  std::string id;
  bool folds = false;  ///< it is something that folds out over the screen: going back folds it in again
};
struct OpenMenu {
  static constexpr Undo undo = Undo::none;
  bool open = false;
};
/// To the previous screen, as the key or the swipe of a phone; an open part of the screen is closed first.
/// Nothing where there is none, and nothing while the program is covered.
struct GoBack {
  static constexpr Undo undo = Undo::none;
};
/// To the screen one has gone back from.
struct GoForward {
  static constexpr Undo undo = Undo::none;
};
struct ChooseLanguage {
  static constexpr Undo undo = Undo::none;
  std::string language;
};
/// A language whose words come as a file of their own, with what has to be said of it before they are here, in its own
/// words.
struct LanguageToCome {
  std::string language, name, coming, missing, again;
  bool right_to_left = false;
  bool whole = false;  ///< reviewed, as Swedish is
  bool late = false;   ///< the file has been asked for and has not come
  friend bool operator==(const LanguageToCome&, const LanguageToCome&) = default;
};
/// Those that the host is waiting for or has waited for; from the host, again whenever one is late.
struct LanguagesToCome {
  static constexpr Undo undo = Undo::none;
  std::vector<LanguageToCome> languages;
};
/// What has not come is asked for again, at once.
struct AskAgain {
  static constexpr Undo undo = Undo::none;
};
// Reading settings. They are not part of the plan, and not in its file.
/// The colours of the person's choice.
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
/// How large the browser's own letters are; from the host.
struct BrowserLetters {
  static constexpr Undo undo = Undo::none;
  int percent = 100;
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
/// Which page the browser shows, where it has two: drawn on a canvas, or plain. only: there is no other.
enum class PageShown : std::uint8_t { only, drawn, plain };
/// From the host.
struct PageIs {
  static constexpr Undo undo = Undo::none;
  PageShown page{};
};
struct TurnPage {
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
/// Goes to where a text stands that the plan could not take.
struct OpenField {
  static constexpr Undo undo = Undo::none;
  std::string field;
};
/// Such a text of a field that this version does not have.
struct ForgetDraft {
  static constexpr Undo undo = Undo::step;
  std::string field;
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
  std::string name;      ///< on the desktop with its folder
  bool renamed = false;  ///< the name that was asked for was another file's
  bool aside = false;    ///< as the effect said
  bool handed = false;   ///< to a browser, which may ask where, and does not tell what became of it
};
struct SaveFailed {
  static constexpr Undo undo = Undo::none;
  Error error;
};
struct DismissMessage {
  static constexpr Undo undo = Undo::none;
};
// What would put away a plan with changes that are not saved is asked about first.
struct SaveFirst {
  static constexpr Undo undo = Undo::none;
};
struct GoOnWithout {
  static constexpr Undo undo = Undo::none;
};
struct StayHere {
  static constexpr Undo undo = Undo::none;
};
/// The window is to be closed; from the host.
struct CloseProgram {
  static constexpr Undo undo = Undo::none;
};
/// A plan of a newer version can only be read; its copy is one of this version.
struct GoOnWithCopy {
  static constexpr Undo undo = Undo::none;
};

// Keeping: with a passphrase or without, in a file or on this device
/// The next step with a typed passphrase.
enum class Then : std::uint8_t { save, keep, open, show };
/// Stretches what was typed; with `save`, `keep` and `show` a new key is made, with `open` the waiting file is tried.
struct UsePassphrase {
  static constexpr Undo undo = Undo::none;
  Then then{};
};
struct StopStretching {
  static constexpr Undo undo = Undo::none;
};
struct StretchedTo {
  static constexpr Undo undo = Undo::none;
  int thousandths = 0;
};  ///< from the host
struct KeyMade {
  static constexpr Undo undo = Undo::none;
  SealingKey key;
};  ///< from the host
struct Unsealed {
  static constexpr Undo undo = Undo::none;
  std::string bytes;
  SealingKey key;
};  ///< from the host
struct NotUnsealed {
  static constexpr Undo undo = Undo::none;
  Error error;
};  ///< from the host
struct LeaveLocked {
  static constexpr Undo undo = Undo::none;
};
struct SavePlain {
  static constexpr Undo undo = Undo::none;
};
/// With the key that the plan has already.
struct KeepSealed {
  static constexpr Undo undo = Undo::none;
};
struct KeepPlain {
  static constexpr Undo undo = Undo::none;
};
struct StopKeeping {
  static constexpr Undo undo = Undo::none;
};
/// All data stored on the device, with their bytes; from the host, which has just read them.
struct Stored {
  std::string name;
  std::int64_t bytes = 0;
  friend bool operator==(const Stored&, const Stored&) = default;
};
struct DeviceIs {
  static constexpr Undo undo = Undo::none;
  bool has_plan = false;
  std::vector<Stored> stored;
  std::string build;    ///< the hash of this build, or empty
  std::string policy;   ///< the page's own Content-Security-Policy, or empty
  bool erased = false;  ///< read right after everything was erased
  bool shared = false;  ///< pages of other owners can read the storage, e.g. if the page was opened from a file
  enum class Erasing : std::uint8_t {
    done,
    blocked,  ///< the plan is gone, but another tab holds what it lay in
    failed    ///< not everything could be erased, or nothing is known of it
  } erasing = Erasing::done;
};
/// The reason why the data on the device cannot be read.
enum class Unread : std::uint8_t {
  no,
  refused,  ///< the browser says no, or that something is wrong with it
  newer,    ///< a newer version has made it
  strange,  ///< it is not what this program makes
  silent    ///< there is no answer
};
/// The data on the device could not be read; from the host.
struct DeviceUnread {
  static constexpr Undo undo = Undo::none;
  Unread why = Unread::refused;
  bool asked = true;     ///< by the person, who is told at once
  bool erasing = false;  ///< it was to be erased
  bool shared = false;   ///< as DeviceIs
};
struct OpenKept {
  static constexpr Undo undo = Undo::none;
};
struct KeptIs {
  static constexpr Undo undo = Undo::none;
  std::string bytes, before;  ///< before: the copy from before the last change, or empty
};                            ///< from the host
/// The copy from before the last change, where the one on the device cannot be read.
struct OpenBefore {
  static constexpr Undo undo = Undo::none;
};
/// The plan on the device was changed or erased by another tab since; from the host.
struct KeptElsewhere {
  static constexpr Undo undo = Undo::none;
  bool erased = false;
};
struct KeepMine {
  static constexpr Undo undo = Undo::none;
};
struct KeepFailed {
  static constexpr Undo undo = Undo::none;
};  ///< from the host
/// The device has said that what was to be kept is written; from the host.
struct KeptNow {
  static constexpr Undo undo = Undo::none;
};
struct LookAtDevice {
  static constexpr Undo undo = Undo::none;
};
struct EraseDevice {
  static constexpr Undo undo = Undo::none;
};
/// A newer version of the program waits; from the host.
struct NewerProgram {
  static constexpr Undo undo = Undo::none;
};
struct UseNewer {
  static constexpr Undo undo = Undo::none;
};
// An office's overview
/// Files that persons chose to give to an office, to be counted; see plan/stage_counts.h.
struct AskForGivenFiles {
  static constexpr Undo undo = Undo::none;
};
struct FileGiven {
  static constexpr Undo undo = Undo::none;
  std::string bytes;
};  ///< from the host
/// One that could not be read, or is too large to be a plan; from the host.
struct FileNotGiven {
  static constexpr Undo undo = Undo::none;
};
struct ForgetGiven {
  static constexpr Undo undo = Undo::none;
};
// Leaving and covering
struct Leave {
  static constexpr Undo undo = Undo::none;
};
struct Cover {
  static constexpr Undo undo = Undo::none;
  bool on = true;
};
struct ChooseCover {
  static constexpr Undo undo = Undo::none;
  int minutes = 0;  ///< 0: never by itself
};
// To and from another device, as pictures
/// Shows the plan sealed with the key that it has already.
struct ShowPictures {
  static constexpr Undo undo = Undo::none;
};
/// The plan sealed for the pictures; from the host.
struct SealedForPictures {
  static constexpr Undo undo = Undo::none;
  std::string bytes;
};
struct TurnPicture {
  static constexpr Undo undo = Undo::none;
  int by = 1;
  bool by_itself = false;  ///< from the host's clock
};
struct RunPictures {
  static constexpr Undo undo = Undo::none;
  bool on = false;
};
struct HidePictures {
  static constexpr Undo undo = Undo::none;
};
/// There may be a camera that pictures can be read with; from the host.
struct CameraThere {
  static constexpr Undo undo = Undo::none;
};
struct ReadPictures {
  static constexpr Undo undo = Undo::none;
  bool on = true;
};
enum class Camera : std::uint8_t {
  off,
  asked,
  on,
  refused,
  broken,
  hidden,    ///< the browser shows the page other pixels than it draws
  no_reader  ///< the part of the page that reads codes has not come
};
/// What has become of the camera; from the host.
struct CameraIs {
  static constexpr Undo undo = Undo::none;
  Camera camera{};
};
/// The text of a code that the camera has seen; from the host.
struct PictureRead {
  static constexpr Undo undo = Undo::none;
  std::string text;
};
struct ReadAgain {
  static constexpr Undo undo = Undo::none;
};
// Two plans
struct AgreeTogether {
  static constexpr Undo undo = Undo::none;
};
struct ShowTopic {
  static constexpr Undo undo = Undo::none;
  bool mine = true;
  std::string topic;
};
struct OpenOther {
  static constexpr Undo undo = Undo::none;
};
struct CloseOther {
  static constexpr Undo undo = Undo::none;
};

// With a counsellor, before others' eyes
struct HideValues {
  static constexpr Undo undo = Undo::none;
  bool on = false;
};
/// Shows one thing that is hidden, for as long as it is held; empty: hides it again.
struct Reveal {
  static constexpr Undo undo = Undo::none;
  std::string id;
};
/// One idea of a screen at a time.
struct OneAtATime {
  static constexpr Undo undo = Undo::none;
  bool on = false;
};
struct ShowPart {
  static constexpr Undo undo = Undo::none;
  int part = 0;
};
struct RingPointer {
  static constexpr Undo undo = Undo::none;
  bool on = false;
};
/// Whether the counsellor may keep a copy: only where both have said so.
struct AgreeCopy {
  static constexpr Undo undo = Undo::none;
  bool counsellor = false, yes = false;
};
/// The counsellor's own copy, where both agree.
struct SaveCopy {
  static constexpr Undo undo = Undo::none;
};
/// Everything is forgotten, here and on the device, and read again to see that it is.
struct HandOver {
  static constexpr Undo undo = Undo::none;
};

/// Random letters of the host, once: what files need that nobody can guess and no two have in common comes from them.
struct ChanceIs {
  static constexpr Undo undo = Undo::none;
  std::string chance;
};

// What to take along
enum class Output : std::uint8_t { paper, sheet, application, calendar, budget, tasks, documents };
inline constexpr std::string_view output_names[] = {"paper",  "sheet", "application", "calendar",
                                                    "budget", "tasks", "documents"};
struct ChooseOutput {
  static constexpr Undo undo = Undo::none;
  Output output{};
};
/// A part of an output is left out, or taken in again: a screen of the paper by its name, a part of a sheet by its
/// heading's id, a column of a table as "budget.0".
struct IncludePart {
  static constexpr Undo undo = Undo::none;
  std::string part;
};
/// How a table is written: with a comma in numbers and semicolons between cells, as spreadsheets of many languages want
/// it, or with a point and commas, as the others and programs do.
enum class CsvForm : std::uint8_t { semicolons, commas };
inline constexpr std::string_view csv_form_names[] = {"semicolons", "commas"};
struct ChooseCsvForm {
  static constexpr Undo undo = Undo::none;
  CsvForm form{};
};
/// The days of a calendar by what they are, instead of as reminders.
struct CallDaysByName {
  static constexpr Undo undo = Undo::none;
  bool on = false;
};
struct TakeAlong {
  static constexpr Undo undo = Undo::none;
  bool on_paper = false;  ///< to the printer rather than into a file
};
/// It has been made; from the host.
struct Taken {
  static constexpr Undo undo = Undo::none;
  std::string name;     ///< of the file; empty: it was printed
  bool handed = false;  ///< as of Saved
};

// Rules from a file
/// Those of the file with that hash; empty: those of the program.
struct UseRules {
  static constexpr Undo undo = Undo::none;
  std::string sha256;
};
/// Those that wait are not to be used.
struct LeaveRules {
  static constexpr Undo undo = Undo::none;
};

using AnyAction =
    std::variant<GoTo, OpenPerson, OpenQuestion, OpenItem, TurnWays, ToggleOpen, OpenMenu, ChooseLanguage,
                 LanguagesToCome, AskAgain, ChooseAppearance, ChooseTextSize, ChooseDigits, ChooseBeside, VoicesAre,
                 ReadAloud, ReadingEnded, PageIs, TurnPage, DismissDraft, TodayIs, AddPerson, RemovePerson, SetAnswer,
                 SetAnswerForAll, SetValue, AddEntry, RemoveEntry, EditField, CommitField, OpenField, ForgetDraft,
                 UndoLast, RedoLast, StartNewPlan, OpenExample, AskForFile, FileOpened, FileNotOpened, Save, Saved,
                 SaveFailed, DismissMessage, UsePassphrase, StopStretching, StretchedTo, KeyMade, Unsealed, NotUnsealed,
                 LeaveLocked, SavePlain, KeepSealed, KeepPlain, StopKeeping, DeviceIs, DeviceUnread, OpenKept, KeptIs,
                 KeptElsewhere, KeepMine, KeepFailed, KeptNow, LookAtDevice, EraseDevice, NewerProgram, UseNewer, Leave,
                 Cover, ChooseCover, AgreeTogether, ShowTopic, OpenOther, CloseOther, HideValues, Reveal, OneAtATime,
                 ShowPart, RingPointer, AgreeCopy, SaveCopy, HandOver, ChooseOutput, IncludePart, CallDaysByName,
                 ChooseCsvForm, ChanceIs, TakeAlong, Taken, ShowPictures, SealedForPictures, TurnPicture, RunPictures,
                 HidePictures, CameraThere, ReadPictures, CameraIs, PictureRead, ReadAgain, SayBack, UseRules,
                 LeaveRules, AskForGivenFiles, FileGiven, FileNotGiven, ForgetGiven, SaveFirst, GoOnWithout, StayHere,
                 CloseProgram, GoOnWithCopy, OpenBefore, GoBack, GoForward, BrowserLetters>;

/// One of them. It is made, copied and destroyed in one file: the code for so many alternatives in every screen's would
/// take most of the time that building takes.
struct Action : AnyAction {
  template <class Alternative>
  Action(Alternative alternative);  // NOLINT(google-explicit-constructor): an action is one of its alternatives
  Action(const Action& other);
  Action(Action&& other) noexcept;
  Action& operator=(const Action& other);
  Action& operator=(Action&& other) noexcept;
  ~Action();
};

// What we want from the host
struct ShowFilePicker {
  bool several = false;  ///< ends with a FileGiven or FileNotGiven for each, instead of FileOpened or FileNotOpened
  friend bool operator==(const ShowFilePicker&, const ShowFilePicker&) = default;
};
/// Web: a download of that name. Native: written atomically; without a folder, in the one the program was started in.
/// Sealed where there is a key, with a nonce that the host draws. Ends with Saved or SaveFailed.
struct WriteFile {
  std::string name, bytes;
  std::optional<SealingKey> key;
  bool over = false;   ///< the file of that name is this plan's own; otherwise a name that is taken stays whose it is
  bool aside = false;  ///< a copy for another person: the next save does not overwrite it
  friend bool operator==(const WriteFile&, const WriteFile&) = default;
};
/// Makes an output of the plan as it is now: a file, or paper where the host has a printer. Ends with Taken or
/// SaveFailed. See report/outputs.h.
struct MakeOutput {
  Output output{};
  std::vector<ScreenId> parts;     ///< of the paper
  std::set<std::string> left_out;  ///< of the others, see IncludePart
  bool days_by_name = false, on_paper = false;
  std::string beside;
  CsvForm form = CsvForm::commas;  ///< of a table
  friend bool operator==(const MakeOutput&, const MakeOutput&) = default;
};
/// Ends with ReadingEnded. Each passage is spoken by itself; App, which has the screen, puts them in.
struct Speak {
  std::string language;
  std::vector<std::string> passages;
  friend bool operator==(const Speak&, const Speak&) = default;
};
struct BeSilent {
  friend bool operator==(const BeSilent&, const BeSilent&) = default;
};
/// The same screen on the other page. Ends with PageIs.
struct ShowOtherPage {
  friend bool operator==(const ShowOtherPage&, const ShowOtherPage&) = default;
};
/// Stretches a new passphrase. Ends with KeyMade or NotUnsealed; StretchedTo tells how far it is.
struct MakeKey {
  std::string passphrase;
  friend bool operator==(const MakeKey&, const MakeKey&) = default;
};
/// Tries a passphrase on sealed bytes. Ends with Unsealed or NotUnsealed.
struct FindKey {
  std::string bytes, passphrase;
  friend bool operator==(const FindKey&, const FindKey&) = default;
};
struct StopKey {
  friend bool operator==(const StopKey&, const StopKey&) = default;
};
/// Keeps the plan on the device, within a second, in one transaction with the copy of before. Ends with
/// KeptNow, KeepFailed or KeptElsewhere; a newer one may come before its end.
struct KeepOnDevice {
  std::string bytes;
  std::optional<SealingKey> key;
  bool over_others = false;  ///< also over a change by another tab
  bool chosen = false;       ///< the person has just chosen that it is kept
  friend bool operator==(const KeepOnDevice&, const KeepOnDevice&) = default;
};
/// Ends with KeptIs; with DeviceIs where there is none any more; or with DeviceUnread.
struct ReadKept {
  friend bool operator==(const ReadKept&, const ReadKept&) = default;
};
/// Erases the kept plan, or everything there is. Ends with DeviceIs or DeviceUnread.
struct EraseKept {
  bool everything = false;
  friend bool operator==(const EraseKept&, const EraseKept&) = default;
};
/// The words and letters that have not come are asked for again.
struct AskForWords {
  friend bool operator==(const AskForWords&, const AskForWords&) = default;
};
/// Ends with DeviceIs or DeviceUnread.
struct LookAround {
  friend bool operator==(const LookAround&, const LookAround&) = default;
};
/// The neutral page is on the screen and the model is empty: nothing of the program stays.
struct LeaveNow {
  friend bool operator==(const LeaveNow&, const LeaveNow&) = default;
};
struct EndProgram {
  friend bool operator==(const EndProgram&, const EndProgram&) = default;
};
struct UseNewerProgram {
  friend bool operator==(const UseNewerProgram&, const UseNewerProgram&) = default;
};
/// Ends with SealedForPictures; sealed with a nonce that the host draws.
struct SealForPictures {
  std::string bytes;
  SealingKey key;
  friend bool operator==(const SealForPictures&, const SealForPictures&) = default;
};
/// Sends TurnPicture by itself, again and again, as long as Session::transfer.running.
struct StepPictures {
  friend bool operator==(const StepPictures&, const StepPictures&) = default;
};
/// Asks for the camera and reads codes with it until it is stopped: CameraIs, then a PictureRead for each code.
struct StartCamera {
  friend bool operator==(const StartCamera&, const StartCamera&) = default;
};
struct StopCamera {
  friend bool operator==(const StopCamera&, const StopCamera&) = default;
};
using Effect = std::variant<ShowFilePicker, WriteFile, MakeOutput, Speak, BeSilent, MakeKey, FindKey, StopKey,
                            KeepOnDevice, ReadKept, EraseKept, LookAround, AskForWords, UseNewerProgram, LeaveNow,
                            SealForPictures, StepPictures, StartCamera, StopCamera, ShowOtherPage, EndProgram>;

}  // namespace vagval
