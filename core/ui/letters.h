// The typesetter's glyphs as pictures in Dear ImGui's atlas: one ImFont for each face, whose "letters" are glyph ids,
// and one for what the system draws, whose "letters" are units.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "imgui.h"
#include "typeset/typesetter.h"

namespace vagval::ui {

/// The faces of one Dear ImGui context. Lives as long as that context.
class Letters {
 public:
  Letters();
  ~Letters();
  /// The atlas had no room for a picture, which stays a frame until the pictures are made anew.
  void tell_full() { full_ = true; }
  /// Both weights of a script. Text set before is set anew. `bytes` must stay where they are.
  void add(std::string_view regular, std::string_view semibold);
  /// What the system draws where none of the faces has a letter. Text set before is set anew.
  void use(typeset::System system);

  /// The system's letters for what is typed natively, which Dear ImGui sets letter by letter: one more source of the
  /// font added last.
  void type_with_system();
  struct Outlines;
  /// Of a letter that only the system has; null where it lends no file with it.
  const Outlines* typed(char32_t letter);

  /// Once for each frame, before anything is drawn in it: of letters that have been drawn, only as many are kept as fit
  /// into the memory set aside for them.
  void begin_frame();

  typeset::Typesetter& setter() { return setter_; }
  /// Grows when a script has come.
  std::uint32_t serial() const { return serial_; }

  /// Draws one line with its left edge and its baseline there. `size` is CSS font-size in px.
  void draw(ImDrawList* list, const typeset::Line& line, float left, float baseline, float size, ImU32 colour);

 private:
  void add_face(std::string_view bytes, typeset::Weight weight);
  void add_fonts();
  /// Where nobody has the letter, or nobody can draw it.
  void frame(ImDrawList* list, float x, float baseline, float width, float size, ImU32 colour) const;

  typeset::Typesetter setter_;
  std::unordered_map<const void*, std::unique_ptr<Outlines>> typed_;  ///< by where a face begins
  std::vector<ImFont*> faces_;                                        ///< in the typesetter's order
  ImFont* units_ = nullptr;
  std::uint32_t generation_ = 0;
  int limit_ = 0;  ///< of the pictures' pixels
  bool made_anew_ = true;
  bool full_ = false;  ///< the atlas had no room for a picture since it was made anew
  std::uint32_t serial_ = 0;
};

}  // namespace vagval::ui
