// A screen as data. Dear ImGui, the page's semantics, plain text and print are readers of the same thing.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "state/action.h"

namespace vagval {

/// What a node is. Readers know how each kind looks, sounds and prints; screens only arrange.
enum class Kind : std::uint8_t {
  heading,    ///< text; level 1…3
  paragraph,  ///< text; tone
  list,       ///< children: items (paragraphs), read as a bulleted list
  card,       ///< children on a surface; text, if any, is its accessible name
  pair,       ///< two children (cards) of equal weight side by side where there is room
  figure,     ///< a large value: text = what it is (caption), value = the value
  button,     ///< text; emphasis; action
  choice,     ///< one of its `option` children; text = the question; detail = one line of help
  option,     ///< a whole-row radio; text, detail; selected; action
  field,      ///< a line of text a person edits; text = label, detail = help, value = the typed text, error; input
  row,        ///< text, detail (second line), value (end of line); mark; children: chips and buttons at its end
  chip,       ///< a small rounded label; text; with an action it opens something (a source)
  note,       ///< a bar at its start and a ground: tone hazard, info, error, met; text = first bold words, detail = the
              ///< rest; children
  bar,        ///< stacked shares: children are rows whose `share` is their part of 1000; text = what it shows
  table,      ///< children are rows of cells: first row is the header
  table_row,  ///< children: cells
  cell,       ///< text
  chart,  ///< a line over time: children are rows, text = the moment, value = the amount, `share` and `span` the upper
          ///< and lower end of the line in thousandths of the height; `share` of the chart itself is where zero
          ///< lies; text = what it shows. A table beside it says the same
  timeline,  ///< children are rows: text = what, value = when in words, `share` and `span` its begin and end in
             ///< thousandths; `share` of the timeline itself is today. A table beside it says the same
  code,      ///< a square for another device's camera: text = what it is, value = rows of '1' (dark) and '0' from the
             ///< top, with a space between two rows. Black on white whatever the colours, with four white cells around
  camera,    ///< where the host shows what the camera sees; text = what it is. Hosts without a camera leave it empty
  disclosure,  ///< text, detail, value; expanded; action toggles; children are shown when expanded; mark
  divider      ///< a thin line; no meaning
};

enum class Tone : std::uint8_t {
  body,
  muted,
  caption,
  strong,
  met,
  unmet,
  unknown,
  authority,  ///< the four states of a condition: symbol, word and colour
  hazard,
  info,
  error
};

/// How loud a button is.
enum class Emphasis : std::uint8_t { primary, secondary, quiet };

/// What kind of text a field takes; readers choose keyboards and autocompletion by it.
enum class Input : std::uint8_t {
  text,
  date,
  year,
  country,
  amount,
  note,
  passphrase,
  change
};  ///< year: or a whole date; note: several lines; passphrase: dots; change: a number that may be below nothing

struct Node {
  std::string id;  ///< stable, unique on the screen, [a-z0-9._-]; never a label
  Kind kind = Kind::paragraph;
  std::string text;
  std::string detail;
  std::string value;
  std::string error;  ///< of a field: the fault in the typed text and its remedy; empty without a fault
  Tone tone = Tone::body;
  Emphasis emphasis = Emphasis::secondary;
  Input input = Input::text;
  std::uint8_t level = 2;   ///< of a heading
  std::uint16_t share = 0;  ///< of a bar's row, in thousandths; of charts and timelines see there
  std::uint16_t span = 0;
  std::string mark;  ///< at the start of a row or disclosure: "met", "unmet", "unknown", "authority", "done", "open",
                     ///< "dot", a number "1"…"8", or "swatch1"…"swatch3"
  std::string picture;  ///< of a row: the pictogram beside its words, for who reads little; it says nothing they do not
  bool selected = false;
  bool disabled = false;
  bool expanded = false;
  bool hold = false;     ///< of a button: it acts while it is held down, and no longer
  bool compact = false;  ///< of a choice: short answers side by side, as chips
  bool preview = false;  ///< of a row's detail or a paragraph: the person's own words, which another screen
                         ///< shows whole; a reader with little room may show their beginning
  bool cites = false;    ///< of a chip: what a statement rests on; it says nothing of the person
  bool own = false;      ///< holds words that the person wrote: not for a service that translates
  bool grid = false;     ///< of a choice: many short answers (years, days) in columns; see lay_out
  std::string enter;     ///< of a field: the button that Enter presses after the typed text is taken; may be empty
  std::string beside, beside_detail;  ///< the same text and detail in the screen's second language
  std::string lang;                   ///< BCP 47, where it differs from the screen's; see written_in
  bool lang_right_to_left = false;    ///< how that language runs
  std::string context;           ///< catalogue topic for the side column when this node has the focus; may be empty
  std::optional<Action> action;  ///< what activating does; of a field: what committing does is EditField
  std::vector<Node> children;
};

/// Everything a person sees.
struct Screen {
  std::string id;        ///< "estimate", "household.p1.permit_ground"
  std::string title;     ///< its level-1 heading; also the first heading in `main`
  std::string language;  ///< "sv"
  bool right_to_left = false;
  std::string beside_language;  ///< of `beside`; empty: no second language
  bool beside_right_to_left = false;
  Appearance appearance = Appearance::system;
  int text_percent = 100;        ///< 100…200; of the letters: the browser's own and the choice made here, together
  std::string app_name;          ///< "Vägval"
  std::string promise;           ///< the always visible line: nothing leaves this device
  std::vector<Node> navigation;  ///< buttons; `selected` is the current screen; `value` a small remark ("4 personer")
  std::string navigation_label, menu_label, close_label, skip_label, aside_label, toolbar_label;
  std::string plain_label,
      drawn_label;  ///< of the page's own switch between the canvas and a plain page; empty: no switch
  std::string copied_label, not_copied_label;  ///< said where a text has been copied from the canvas, or has not
  bool menu_open = false;                      ///< on narrow screens: the navigation covers the page
  bool pointer_ring = false;                   ///< a ring around the pointer, for those who look on
  std::vector<Node> header;                    ///< buttons that stay visible while the page scrolls: leaving
  std::vector<Node> toolbar;                   ///< buttons: undo, redo, open, save, language
  std::vector<Node> main;
  std::vector<Node> aside;   ///< sources, conflicts, unknown points; after `main` where there is no room beside it
  std::vector<Node> footer;  ///< back and next, at the bottom
  std::string announcement;  ///< spoken once when `said` grows; empty: nothing. Errors stand as notes and are spoken so
  std::uint32_t said = 0;    ///< how many messages there have been: the same one twice is two
  std::string focus;         ///< id that should get the focus when `focus_serial` changes
  std::uint32_t focus_serial = 0;
};

/// Decides for every reader which choices are grids: more than six answers of at most 12 characters each.
void lay_out(std::vector<Node>& nodes);

/// A reader's report: the person acted on the node of this id.
struct Gesture {
  enum class Verb : std::uint8_t {
    activate,
    edit,
    commit,
    hold,
    release
  } verb{};  ///< edit: while typing; commit: Enter or leaving the field; hold and release: of a button with `hold`
  std::string id;
  std::string text;  ///< of edit and commit
};

/// Every part of the screen that holds nodes, in reading order.
std::array<const std::vector<Node>*, 6> parts_of(const Screen& screen);

/// \returns the node, or nullptr. Looks in every part of the screen; not inside collapsed disclosures.
const Node* find_node(const Screen& screen, std::string_view id);

/// The passages of the screen that are read aloud, in its order.
std::vector<std::string> passages(const Screen& screen);

/// The collapsed disclosures in which the node of this id is folded away, by their ids; none where it is seen or is not
/// on the screen.
std::set<std::string> folds_around(const Screen& screen, std::string_view id);

/// The one door: turns a gesture into an action. A gesture for a node that is gone, disabled or not of that kind (late
/// events, double taps) gives nothing.
std::optional<Action> intent(const Screen& screen, const Gesture& gesture);

}  // namespace vagval
