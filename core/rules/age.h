// How long ago a fact was checked, in three steps.
#pragma once

#include <cstdint>

#include "foundation/date.h"

namespace vagval {

enum class Age : std::uint8_t {
  checked,
  may_be_old,  ///< the day for checking it again has passed
  old          ///< too old to rely on; the person has to ask
};

/// A fact counts as old so many months after its check. Source: none; the number is an assumption of this program.
inline constexpr int months_until_old = 12;

/// \param today  by the device's clock; a day before `checked_on` (a wrong clock) makes no fact old.
inline Age age_of(Date checked_on, Date next_review, Date today) {
  if (today > add_months(checked_on, months_until_old, MonthEnd::last_day)) return Age::old;
  return today > next_review ? Age::may_be_old : Age::checked;
}

}  // namespace vagval
