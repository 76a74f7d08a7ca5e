// The day it is in the tests.
#pragma once

#include "foundation/date.h"

namespace vagval {

inline Date today() { return *make_date(2026, 11, 20); }

}  // namespace vagval
