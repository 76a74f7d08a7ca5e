// Lays out and draws the nodes of a screen: one function for each kind. Heights are cached for the frame.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "ui/painter.h"
#include "ui/pen.h"

namespace vagval::ui {

/// The width of a button with its words on one line. A quiet button has no frame and less padding.
float button_width(const Pen& pen, const Node& node);
/// The height of the words of a button of this width, in one language or two.
float button_words(const Pen& pen, const Node& node, float width);
/// How far a quiet button moves out, so that its words align with other words.
float outdent(const Node& node);

class Layout {
 public:
  /// \param collecting  whether to collect the places of nodes; otherwise invisible nodes are skipped.
  Layout(const Screen& screen, const FrameInput& input, PainterState& state, Frame& out, bool collecting, Pen pen,
         TextPlaces& texts)
      : screen_(screen), input_(input), state_(state), out_(out), collecting_(collecting), texts_(texts), pen_(pen) {}

  /// Where the following nodes belong: to the page that scrolls (`shift` is its scroll position), or to a fixed part.
  void begin(bool scrolls, float shift, float clip_top, float clip_bottom);

  float height(const Node& node, float width);
  /// Draws the node with its top start corner at this point; returns its height.
  float draw(const Node& node, float x, float y, float width);
  /// Draws the nodes below each other; returns their height.
  float height_of_all(const std::vector<Node>& nodes, float width);
  float draw_all(const std::vector<Node>& nodes, float x, float y, float width);

  /// Draws a button of a given width, for bars and lists.
  void button(const Node& node, float x, float y, float width, float button_height);
  const Pen& pen() const { return pen_; }
  void place(const std::string& id, float x, float y, float width, float node_height);
  /// Makes a press on this rectangle an activation of the node. \returns whether the pointer is over it.
  bool press(const std::string& id, float x, float y, float width, float node_height, bool enabled);
  /// As `press`, for buttons that act while held.
  bool hold(const std::string& id, float x, float y, float width, float node_height);

 private:
  /// Registers a rectangle that can be pressed, for the pointer and the focus ring. \returns whether it was pressed and
  /// released.
  bool item(const std::string& id, float x, float y, float width, float node_height);
  float kind(const Node& node, float x, float y, float width, bool drawing);
  /// A text and, below it, the same text in the second language.
  float said(const Pen& pen, float x, float y, float width, const std::string& words, const std::string& beside,
             const Type& type, Colour colour);
  /// Draws the node, or only measures it; returns its height.
  float put(const Node& node, float x, float y, float width, bool drawing) {
    return drawing ? draw(node, x, y, width) : height(node, width);
  }
  Pen pen_for(bool drawing) const { return drawing ? pen_ : pen_.measuring(); }
  float heading(const Node& node, float x, float y, float width, bool drawing);
  float figure(const Node& node, float x, float y, float width, bool drawing);
  float chip(const Node& node, float x, float y, float width, bool drawing);
  float paragraph(const Node& node, float x, float y, float width, bool drawing);
  float bullets(const Node& node, float x, float y, float width, bool drawing);
  float card(const Node& node, float x, float y, float width, bool drawing);
  float pair(const Node& node, float x, float y, float width, bool drawing);
  float button_in_page(const Node& node, float x, float y, float width, bool drawing);
  float choice(const Node& node, float x, float y, float width, bool drawing);
  float answer_grid(const Node& node, float x, float y, float width, bool drawing);
  /// Places a short answer and makes it pressable; draws the ground for its words.
  void answer_ground(const Node& node, float x, float y, float width, float high, float rounding, bool enabled);
  float option(const Node& node, float x, float y, float width, bool drawing);
  float field(const Node& node, float x, float y, float width, bool drawing);
  struct RowWidths;
  RowWidths row_widths(const Node& node, float width) const;
  void press_row(const Node& node, float x, float y, float width);
  float row_words(const Node& node, const RowWidths& widths, float x, float y, float width, bool drawing);
  float row(const Node& node, float x, float y, float width, bool drawing);
  float note(const Node& node, float x, float y, float width, bool drawing);
  float bar(const Node& node, float x, float y, float width, bool drawing);
  float table(const Node& node, float x, float y, float width, bool drawing);
  float stacked_table(const Node& node, float x, float y, float width, bool drawing);
  float chart(const Node& node, float x, float y, float width, bool drawing);
  float timeline(const Node& node, float x, float y, float width, bool drawing);
  float square(const Node& node, float x, float y, float width, bool drawing);
  float chips(const Node& node, float x, float y, float width, bool drawing);
  float disclosure_head(const Node& node, float x, float y, float width, bool drawing);
  float inline_lines(const std::vector<Node>& nodes, float x, float y, float width, bool drawing);
  float disclosure(const Node& node, float x, float y, float width, bool drawing);
  /// Removes the place last registered for a node, so that the caller can register another.
  void unplace() {
    if (collecting_) out_.placed.pop_back();
  }
  void remember_height(const Node& node, float width, float node_height);
  /// Chips and buttons stand side by side, all other nodes below each other.
  float children_below(const Node& node, float x, float y, float width, bool drawing);
  float inline_width(const Node& node) const;
  bool is_inline(const Node& node) const { return node.kind == Kind::chip || node.kind == Kind::button; }
  bool visible(float y, float node_height) const { return y + node_height >= clip_top_ && y <= clip_bottom_; }

  const Screen& screen_;
  const FrameInput& input_;
  PainterState& state_;
  Frame& out_;
  const bool collecting_;
  TextPlaces& texts_;
  Pen pen_;
  bool scrolls_ = false;
  float shift_ = 0, clip_top_ = 0, clip_bottom_ = 0;
};

}  // namespace vagval::ui
