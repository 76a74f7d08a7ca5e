// Lays out and draws the nodes of a screen: one function for each kind, heights remembered for the frame.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "ui/painter.h"
#include "ui/pen.h"

namespace vagval::ui {

/// How wide a button is with its words on one line. A quiet one has no frame and less room around them.
float button_width(const Pen& pen, const Node& node);
/// The height of the words of a button so wide, in one language or two.
float button_words(const Pen& pen, const Node& node, float width);
/// How far a quiet button reaches out, so that its words begin where other words begin.
float outdent(const Node& node);

class Layout {
 public:
  /// \param collecting  whether the places of nodes are wanted; otherwise what cannot be seen is passed over.
  Layout(const Screen& screen, const FrameInput& input, PainterState& state, Frame& out, bool collecting, Pen pen,
         TextPlaces& texts)
      : screen_(screen), input_(input), state_(state), out_(out), collecting_(collecting), texts_(texts), pen_(pen) {}

  /// Where the nodes that follow belong: on the page that scrolls (then `shift` is how far it has), or fixed.
  void begin(bool scrolls, float shift, float clip_top, float clip_bottom);

  float height(const Node& node, float width);
  /// Draws the node with its top start corner there; \returns its height.
  float draw(const Node& node, float x, float y, float width);
  /// One below the other; \returns the height of all.
  float height_of_all(const std::vector<Node>& nodes, float width);
  float draw_all(const std::vector<Node>& nodes, float x, float y, float width);

  /// A button of a given width, for bars and lists.
  void button(const Node& node, float x, float y, float width, float button_height);
  const Pen& pen() const { return pen_; }
  void place(const std::string& id, float x, float y, float width, float node_height);
  /// A press on this rectangle becomes an activation of the node. \returns whether the pointer is over it.
  bool press(const std::string& id, float x, float y, float width, float node_height, bool enabled);
  /// The same for what acts while it is held.
  bool hold(const std::string& id, float x, float y, float width, float node_height);

 private:
  /// The place of something that can be pressed, for the pointer and the ring of the focus. \returns whether it was
  /// pressed and let go.
  bool item(const std::string& id, float x, float y, float width, float node_height);
  float kind(const Node& node, float x, float y, float width, bool drawing);
  /// A text and, below it, the same in the second language.
  float said(const Pen& pen, float x, float y, float width, const std::string& words, const std::string& beside,
             const Type& type, Colour colour);
  float paragraph(const Node& node, float x, float y, float width, bool drawing);
  float bullets(const Node& node, float x, float y, float width, bool drawing);
  float card(const Node& node, float x, float y, float width, bool drawing);
  float pair(const Node& node, float x, float y, float width, bool drawing);
  float choice(const Node& node, float x, float y, float width, bool drawing);
  float option(const Node& node, float x, float y, float width, bool drawing);
  float field(const Node& node, float x, float y, float width, bool drawing);
  float row(const Node& node, float x, float y, float width, bool drawing);
  float note(const Node& node, float x, float y, float width, bool drawing);
  float bar(const Node& node, float x, float y, float width, bool drawing);
  float table(const Node& node, float x, float y, float width, bool drawing);
  float stacked_table(const Node& node, float x, float y, float width, bool drawing);
  float chart(const Node& node, float x, float y, float width, bool drawing);
  float timeline(const Node& node, float x, float y, float width, bool drawing);
  float square(const Node& node, float x, float y, float width, bool drawing);
  float chips(const Node& node, float x, float y, float width, bool drawing);
  float disclosure(const Node& node, float x, float y, float width, bool drawing);
  /// Takes back the place just given to a node, to give it another.
  void unplace() {
    if (collecting_) out_.placed.pop_back();
  }
  void remember_height(const Node& node, float width, float node_height);
  /// Chips and buttons side by side, everything else below.
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
