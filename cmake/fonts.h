/// The two embedded fonts: TrueType, Noto Sans cut down to Latin and the signs our texts use.
#pragma once

#include <string_view>

namespace vagval::assets {

std::string_view font_regular();
std::string_view font_semibold();

}  // namespace vagval::assets
