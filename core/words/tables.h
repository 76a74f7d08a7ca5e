// The plan as days and as rows of cells: what a calendar file, a table for a spreadsheet, and their preview are made
// of.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "state/take.h"
#include "words/build.h"

namespace vagval {

struct CalendarEntry {
  Date day;
  std::string what, about;
  std::string key;  ///< what it is, whatever it is called and on whichever day: no two of a plan have the same
};
/// In order of time: the milestones, the law's days and the person's own. Nothing where the day is not known exactly.
/// The view's path has to be worked out (derive for the calendar).
std::vector<CalendarEntry> calendar_entries(const ViewContext& view);
/// What an entry is called: what it is, or, since calendars are seen by others, "Reminder 1". \param number  from 1.
std::string calendar_title(const ViewContext& view, const CalendarEntry& entry, std::size_t number, bool by_name);

using Rows = std::vector<std::vector<std::string>>;
/// The first row is the header. Amounts are decimal numbers without anything more, days YYYY-MM-DD. No cell has
/// invisible marks in it.
Rows table_rows(const ViewContext& view, TableOf table, CsvForm form = CsvForm::commas);
/// By which a column is left out: "budget.0".
std::string column_name(TableOf table, std::size_t column);
/// Without the columns that are left out.
Rows without(const Rows& rows, TableOf table, const std::set<std::string>& left_out);

}  // namespace vagval
