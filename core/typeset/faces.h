// The faces that draw letters: the built-in ones, and those of the system where the host lends font files.
#pragma once

#include <hb.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "typeset/typesetter.h"

namespace vagval::typeset {

/// The face before the first letter of a line.
inline constexpr std::uint16_t no_face = 0xFFFF;

struct DestroyFont {
  void operator()(hb_font_t* font) const { hb_font_destroy(font); }
};

struct Face {
  std::unique_ptr<hb_font_t, DestroyFont> font;
  FaceFile file;
  bool of_system = false;
  Weight weight = Weight::regular;
  hb_script_t script = HB_SCRIPT_LATIN;
  float upem = 1000;
};

struct Faces {
  std::vector<Face> all;
  System system;
  std::unordered_map<std::uint64_t, std::uint16_t> asked;  ///< the system face that has each letter

  /// \returns false if the bytes are no font.
  bool add(const FaceFile& file, Weight weight, bool of_system);
  /// All face numbers are below `outside`; add() refuses more faces.
  std::uint16_t count() const { return static_cast<std::uint16_t>(all.size()); }

  bool has(std::uint16_t face, char32_t code) const;
  bool has_all(std::uint16_t face, std::string_view text, std::size_t begin, std::size_t end) const;

  /// Returns the built-in face that draws the letter: the face before, where the letter belongs to no script; outside
  /// where no built-in face has the letter.
  std::uint16_t built_in_for(char32_t code, Weight weight, std::uint16_t before) const;
  /// Returns a system face that has the letter; outside where there is none.
  std::uint16_t of_system_for(char32_t code, Weight weight);
};

}  // namespace vagval::typeset
