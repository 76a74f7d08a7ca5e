// The system's letters as the browser draws them on an invisible canvas. No font is requested and nothing is sent.
#pragma once

#include "typeset/typesetter.h"

namespace vagval {

typeset::System browser_letters();

}  // namespace vagval
