// What a person takes along: days for a calendar, tables for a spreadsheet, the plan on paper, one sheet for a meeting.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/app.h"
#include "app/assets.h"
#include "foundation/result.h"

namespace vagval {

/// What an output is made of: a plan that can be used, seen on a day, in a language.
struct OutputOf {
  std::shared_ptr<const Assets> assets;
  const Plan& plan;
  Date today;
  std::string language;
};

/// iCalendar (RFC 5545): whole days without place or time. \param own_words  false: each is called "Reminder 1", since
/// calendars are seen by others and are often on somebody else's computer.
/// \returns no_dates where there is nothing to put in.
Result<std::string> calendar_file(const OutputOf& of, bool own_words);

enum class TableOf : std::uint8_t { budget, tasks, documents };
inline constexpr std::string_view table_names[] = {"budget", "tasks", "documents"};

/// A table as CSV (RFC 4180), in UTF-8 with a byte order mark, since spreadsheets take it for something else without.
/// What a spreadsheet would take for a formula begins with an apostrophe.
std::string table_file(const OutputOf& of, TableOf table);

/// Rows as CSV, in the same way.
std::string csv_file(const std::vector<std::vector<std::string>>& rows);

/// The screens that can be printed, in the order in which they stand on paper.
inline constexpr ScreenId printable[] = {
    ScreenId::household, ScreenId::situation, ScreenId::estimate, ScreenId::path,      ScreenId::calendar,
    ScreenId::money,     ScreenId::documents, ScreenId::compare,  ScreenId::questions, ScreenId::journal};

/// The plan as a page for A4: what was chosen, the day it is as of, that it is no decision, and the sources.
std::string print_page(const OutputOf& of, const std::vector<ScreenId>& parts);

/// One A4 for a meeting, without names or numbers: understood, not known, five questions. \param beside  a second
/// language beside each text, or empty.
std::string meeting_sheet(const OutputOf& of, std::string_view beside);

}  // namespace vagval
