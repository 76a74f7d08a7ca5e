// The lines of one paragraph: bidirectional order by SheenBidi, and the places where lines break.
#pragma once

#include <string_view>
#include <vector>

#include "typeset/shaping.h"

namespace vagval::typeset {

/// Adds the lines of the paragraph between the two bytes. \param most  the widest a line may be, in em.
void set_paragraph(Shaper& shaper, std::string_view text, std::size_t begin, std::size_t end, const Style& style,
                   float most, std::vector<Line>& out);

}  // namespace vagval::typeset
