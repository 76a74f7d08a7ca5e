// Files for the person: the days for a calendar, tables for a spreadsheet, the plan on paper, one sheet for a meeting.
// screens/paper.h and words/tables.h make the contents, and the preview shows the same ones.
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

/// The input of an output: a usable plan, the day, and a language.
struct OutputOf {
  std::shared_ptr<const Assets> assets;
  const Plan& plan;
  Date today;
  std::string language;
  std::string build;          ///< of the program, where the host knows it
  std::optional<Date> clock;  ///< the device's clock, if it cannot be right
};

/// iCalendar (RFC 5545): whole days without time or place.
/// \param own_words  false: each entry is called "Reminder 1", because other people can see a calendar or own its
/// server. An entry keeps its UID when its day or name changes; for a plan that was never saved, as long as the plan
/// does not change. \returns no_dates for a plan without days.
Result<std::string> calendar_file(const OutputOf& of, bool own_words);

/// A table as CSV (RFC 4180, with semicolons if the form says so), in UTF-8 with a byte order mark, without which
/// spreadsheets assume another encoding. A cell that a spreadsheet would evaluate begins with an apostrophe. \param
/// left_out  see IncludePart.
std::string table_file(const OutputOf& of, TableOf table, const std::set<std::string>& left_out = {},
                       CsvForm form = CsvForm::commas);

/// The plan as a page for A4: the chosen parts, the day, the note that it is no decision, the open points, and the
/// sources.
std::string print_page(const OutputOf& of, const std::vector<ScreenId>& parts, std::string_view beside = {});
/// One A4 for a meeting, without names or numbers. \param beside  a second language beside each text, or empty.
std::string sheet_page(const OutputOf& of, std::string_view beside, const std::set<std::string>& left_out = {});
/// A cover sheet for an application, in Swedish with the language beside.
std::string application_page(const OutputOf& of, const std::set<std::string>& left_out = {});
/// Rows as CSV, in the same form.
std::string csv_file(const Rows& rows, CsvForm form = CsvForm::commas);

/// A file for the person. Its name tells nothing about its owner.
struct OutputFile {
  std::string name, mime, bytes;
};
/// The file for a MakeOutput effect. \returns no_dates for a calendar without days.
Result<OutputFile> make_output(const OutputOf& of, const MakeOutput& wanted);

}  // namespace vagval
