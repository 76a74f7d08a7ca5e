// The day that is counted with: the device's clock, unless it cannot be right, or the day that the person chose.
#pragma once

#include <optional>
#include <string>

#include "foundation/date.h"
#include "text/catalogue.h"

namespace vagval {

struct Assets;

struct CountedDay {
  Date today;
  std::optional<Date> clock;  ///< what the device's clock says, where that cannot be right; `today` is then another day
};

/// The day on which the program's own rules were checked. Today cannot lie before it.
Date program_checked_on(const Assets& assets);

/// A clock that is behind chooses no law and no ages: the day of the check is counted with in its place.
CountedDay by_clock(const Assets& assets, Date says);

/// What there is to doubt about the day, in words.
struct DayDoubt {
  std::string what, act;
};
/// \returns nothing for a day on or after the check. A day before it that no clock has said was chosen.
std::optional<DayDoubt> day_doubt(const Assets& assets, const Catalogue& words, const CountedDay& day);

}  // namespace vagval
