// The typesetter's glyphs as pictures in Dear ImGui's atlas: one ImFont for each face, whose "letters" are glyph ids.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "imgui.h"
#include "typeset/typesetter.h"

namespace vagval::ui {

/// The faces of one Dear ImGui context. Lives as long as that context.
class Letters {
 public:
  /// Both weights of a script. Text set before is set anew. `bytes` must stay where they are.
  void add(std::string_view regular, std::string_view semibold);

  typeset::Typesetter& setter() { return setter_; }
  /// Grows when a script has come.
  std::uint32_t serial() const { return serial_; }

  /// Draws one line with its left edge and its baseline there. `size` is CSS font-size in px.
  void draw(ImDrawList* list, const typeset::Line& line, float left, float baseline, float size, ImU32 colour);

 private:
  void add_face(std::string_view bytes, typeset::Weight weight);

  typeset::Typesetter setter_;
  std::vector<ImFont*> faces_;  ///< in the typesetter's order
  std::uint32_t serial_ = 0;
};

}  // namespace vagval::ui
