// The system's letters as the browser draws them on a canvas that nobody sees: no font is asked for, nothing is sent.
#pragma once

#include "typeset/typesetter.h"

namespace vagval {

typeset::System browser_letters();

}  // namespace vagval
