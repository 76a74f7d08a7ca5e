// A piece of a text as glyphs with their advances: by HarfBuzz where a face draws the piece, as units otherwise.
#pragma once

#include <hb.h>

#include <memory>
#include <string_view>
#include <vector>

#include "typeset/clusters.h"
#include "typeset/faces.h"
#include "typeset/segments.h"
#include "typeset/units.h"

namespace vagval::typeset {

struct ShapedGlyph {
  Glyph glyph;  ///< with its offsets from the place where it stands
  float advance = 0;
  std::size_t first = 0;  ///< its first byte in the text
  bool ink = true;        ///< false for spaces
};

struct DestroyBuffer {
  void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};

struct Shaper {
  Faces& faces;
  Units& units;
  std::unique_ptr<hb_buffer_t, DestroyBuffer> buffer{hb_buffer_create()};

  /// The glyphs of one piece, from left to right. \param most  the width of a line; wider units are taken apart.
  std::vector<ShapedGlyph> shape(std::string_view text, const Segment& piece, bool right_to_left, const Style& style,
                                 float most);

 private:
  std::vector<ShapedGlyph> shape_with_face(std::string_view text, const Segment& piece, bool right_to_left,
                                           const Style& style);
  std::vector<ShapedGlyph> shape_with_units(std::string_view text, const Segment& piece, bool right_to_left,
                                            Weight weight, float most);
  ShapedGlyph widest_unit(std::string_view text, const std::vector<Cluster>& letters, std::size_t begin,
                          std::size_t& end, bool right_to_left, Weight weight, float most);
  float blank(std::string_view text, const Cluster& cluster, Weight weight);
};

}  // namespace vagval::typeset
