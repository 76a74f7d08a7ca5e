// What a person takes along, as files: days for a calendar, tables for a spreadsheet, the plan on paper, one sheet for
// a meeting. What is in them is made in screens/paper.h and words/tables.h, which the preview shows too.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/app.h"
#include "foundation/result.h"
#include "screens/paper.h"
#include "state/assets.h"
#include "words/tables.h"

namespace vagval {

/// What an output is made of: a plan that can be used, seen on a day, in a language.
struct OutputOf {
  std::shared_ptr<const Assets> assets;
  const Plan& plan;
  Date today;
  std::string language;
  std::string build;          ///< of the program, where the host knows it
  std::optional<Date> clock;  ///< what the device's clock says, where that cannot be right
};

/// iCalendar (RFC 5545): whole days without place or time. \param own_words  false: each is called "Reminder 1", since
/// calendars are seen by others and are often on somebody else's computer. An entry keeps its UID whatever its day is
/// and is called: of a plan that was never saved, for as long as the plan is as it is. \returns no_dates where there is
/// nothing to put in.
Result<std::string> calendar_file(const OutputOf& of, bool own_words);

/// A table as CSV (RFC 4180, with semicolons where the form says so), in UTF-8 with a byte order mark, since
/// spreadsheets take it for something else without. What a spreadsheet would take for a formula begins with an
/// apostrophe. \param left_out  see IncludePart.
std::string table_file(const OutputOf& of, TableOf table, const std::set<std::string>& left_out = {},
                       CsvForm form = CsvForm::commas);

/// The plan as a page for A4: what was chosen, the day it is as of, that it is no decision, what is not known, and the
/// sources.
std::string print_page(const OutputOf& of, const std::vector<ScreenId>& parts, std::string_view beside = {});
/// One A4 for a meeting, without names or numbers. \param beside  a second language beside each text, or empty.
std::string sheet_page(const OutputOf& of, std::string_view beside, const std::set<std::string>& left_out = {});
/// A cover sheet for an application, in Swedish with the language beside.
std::string application_page(const OutputOf& of, const std::set<std::string>& left_out = {});
/// Rows as CSV, in the same way.
std::string csv_file(const Rows& rows, CsvForm form = CsvForm::commas);

/// A file to be given to the person: its name says nothing of whose it is.
struct OutputFile {
  std::string name, mime, bytes;
};
/// What the effect MakeOutput asks for. \returns no_dates for a calendar without days.
Result<OutputFile> make_output(const OutputOf& of, const MakeOutput& wanted);

}  // namespace vagval
