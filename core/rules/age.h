// How old facts are, in three steps.
#pragma once

#include <cstdint>

#include "foundation/date.h"

namespace vagval {

enum class Age : std::uint8_t {
  checked,
  may_be_old,  ///< the day has passed on which they should have been checked again
  old          ///< so long ago that one has to ask
};

/// Months after which what was checked counts as old. Source: none, the number is our assumption.
inline constexpr int months_until_old = 12;

/// \param today  by the device's clock; a day before `checked_on` (a clock that is wrong) makes nothing old.
inline Age age_of(Date checked_on, Date next_review, Date today) {
  if (today > add_months(checked_on, months_until_old, MonthEnd::last_day)) return Age::old;
  return today > next_review ? Age::may_be_old : Age::checked;
}

}  // namespace vagval
