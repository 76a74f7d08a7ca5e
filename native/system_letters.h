// The system's fonts, found through Fontconfig if it is installed. The library is loaded at the first missing letter
// and not linked: without it the program starts, and such letters are frames.
#pragma once

#include "typeset/typesetter.h"

namespace vagval {

typeset::System desktop_letters();

}  // namespace vagval
