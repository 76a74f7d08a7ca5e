#include "state/counted_day.h"

#include "state/assets.h"

namespace vagval {

Date program_checked_on(const Assets& assets) {
  // Rules from a file may give any day; only what ships with the program says when it was made.
  return assets.own ? assets.own->pack.checked_on : assets.pack.checked_on;
}

CountedDay by_clock(const Assets& assets, Date says) {
  const Date checked = program_checked_on(assets);
  return says < checked ? CountedDay{checked, says} : CountedDay{says, std::nullopt};
}

std::optional<DayDoubt> day_doubt(const Assets& assets, const Catalogue& words, const CountedDay& day) {
  const Date checked = program_checked_on(assets);
  if (day.clock)
    return DayDoubt{words.text("day.behind.what"_t, {{"clock", *day.clock}}),
                    words.text("day.behind.do"_t, {{"checked", checked}})};
  if (day.today < checked)
    return DayDoubt{words.text("day.chosen.what"_t, {{"day", day.today}}),
                    words.text("day.chosen.do"_t, {{"checked", checked}})};
  return std::nullopt;
}

}  // namespace vagval
