// The day on which all tests run.
#pragma once

#include "foundation/date.h"

namespace vagval {

inline Date today() { return *make_date(2026, 11, 20); }

}  // namespace vagval
