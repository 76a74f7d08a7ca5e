// The screens that replace the program: while it is covered, and after the person has left in a hurry.
#include <utility>

#include "screens/view.h"
#include "words/path_words.h"

namespace vagval {

void cover_screen(const ViewContext& view, Screen& screen) {
  screen.title = view.words.text("cover.title"_t);
  screen.main.push_back(heading("title", screen.title, 1));
  screen.main.push_back(button("cover.open", view.words.text("cover.open"_t), Cover{false}));
}

// A month, as on any wall. It says nothing about what was here.
void neutral_screen(const ViewContext& view, Screen& screen) {
  const CivilDate today = civil(view.session.today);
  screen.app_name.clear();
  screen.promise.clear();
  screen.title = view.words.text("month." + std::to_string(today.month)) + " " + std::to_string(today.year);
  screen.main.push_back(heading("title", screen.title, 1));
  std::vector<std::vector<std::string>> weeks;
  // Day 0 was a Thursday; weeks begin on Mondays.
  const std::int32_t first = make_date(today.year, today.month, 1).value_or(Date{}).days;
  // The week that the month begins in has its other days too: a table's first line is read out as what its columns are.
  std::vector<std::string> week;
  for (std::int32_t before = ((first + 3) % 7 + 7) % 7; before > 0; --before)
    week.push_back(std::to_string(civil(Date{first - before}).day));
  for (int day = 1; day <= days_in_month(today.year, today.month); ++day) {
    week.push_back(std::to_string(day));
    if (week.size() == 7) weeks.push_back(std::exchange(week, {}));
  }
  if (!week.empty()) {
    week.resize(7);
    weeks.push_back(std::move(week));
  }
  screen.main.push_back(table("month", screen.title, weeks));
}

}  // namespace vagval
