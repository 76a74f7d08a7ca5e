// The typesetter's glyphs as pictures in Dear ImGui's atlas: one ImFont for each face, whose characters are glyph ids,
// and one for the system's pictures, whose characters are unit numbers.
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
  /// Whether a picture found no room in the atlas. It stays a frame until the pictures are made anew.
  void tell_full() { full_ = true; }
  /// Adds both weights of a script and forgets typeset texts. `bytes` must stay valid.
  void add(std::string_view regular, std::string_view semibold);
  /// Sets the source of letters that no face has, and forgets typeset texts.
  void use(typeset::System system);

  /// Adds the system's letters to the font added last, for natively typed text, which Dear ImGui sets letter by letter.
  void type_with_system();
  struct Outlines;
  /// The font of a letter that only the system has; null where the host lends no font file with it.
  const Outlines* typed(char32_t letter);

  /// Call once for each frame, before drawing. Drops cached pictures of letters beyond the memory limit.
  void begin_frame();

  typeset::Typesetter& setter() { return setter_; }
  /// Rises when a script has been added.
  std::uint32_t serial() const { return serial_; }

  /// Draws one line with its left edge and its baseline at this point. `size` is CSS font-size in px.
  void draw(ImDrawList* list, const typeset::Line& line, float left, float baseline, float size, ImU32 colour);

 private:
  void add_face(std::string_view bytes, typeset::Weight weight);
  void add_fonts();
  /// Draws the frame for a letter that no source has.
  void frame(ImDrawList* list, float x, float baseline, float width, float size, ImU32 colour) const;

  typeset::Typesetter setter_;
  std::unordered_map<const void*, std::unique_ptr<Outlines>> typed_;  ///< by the address of the face
  std::vector<ImFont*> faces_;                                        ///< in the typesetter's order
  ImFont* units_ = nullptr;
  std::uint32_t generation_ = 0;
  int limit_ = 0;  ///< the limit of the pictures' pixels
  bool made_anew_ = true;
  bool full_ = false;  ///< a picture found no room in the atlas since the atlas was made anew
  std::uint32_t serial_ = 0;
};

}  // namespace vagval::ui
