// Which face draws which part of a text: a cluster has one source, and letters that join have one source by word.
#pragma once

#include <string_view>
#include <vector>

#include "typeset/faces.h"

namespace vagval::typeset {

/// A piece of a text that one face draws in one script.
struct Segment {
  std::size_t begin = 0, end = 0;
  std::uint16_t face = no_face;
  hb_script_t script = HB_SCRIPT_LATIN;
};

/// The pieces of a part of the text, in reading order. Asks the system for faces of letters that no face has.
std::vector<Segment> segments(Faces& faces, std::string_view text, std::size_t begin, std::size_t end, Weight weight);

}  // namespace vagval::typeset
