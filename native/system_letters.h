// The system's fonts, found through Fontconfig where it is installed. It is asked for when the first letter is missing,
// and not linked: without it the program starts all the same, and such letters are frames.
#pragma once

#include "typeset/typesetter.h"

namespace vagval {

typeset::System desktop_letters();

}  // namespace vagval
