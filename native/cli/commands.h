// The commands. Results go to the standard output, faults to the standard error.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "foundation/date.h"
#include "foundation/result.h"
#include "state/assets.h"
#include "state/counted_day.h"
#include "text/catalogue.h"

namespace vagval {

struct CommandOptions {
  std::string file, screen, name;
  bool list = false;
  std::string missing, draft, po, from_po;  ///< languages, and a PO file
  std::vector<std::string> files;
  std::string out, passphrase_file;
  std::string beside, table, form;
  std::vector<std::string> include;
  bool own_words = false;
  std::string language = "sv", format = "text", on;
};

inline constexpr int answered_code = 0, wrong_use_code = 2, unreadable_code = 3, unwritten_code = 4;

/// Refuses to write over the input file or its unsealed copy, which would be lost or left behind.
/// \returns wrong_use_code with a message if the paths are the same.
int check_places(const CommandOptions& options);
/// Flushes the standard output. \returns `code`, or unwritten_code with a message if the output was not written
/// completely.
int finish_output(const CommandOptions& options, int code);
/// Opens the standard streams that the caller has closed, so that no file opened later gets one of their numbers.
void hold_standard_streams();

int run_estimate(const CommandOptions& options);
int run_explain(const CommandOptions& options);
int run_screen(const CommandOptions& options);
int run_check(const CommandOptions& options);
int run_batch(const CommandOptions& options);
int run_rules(const CommandOptions& options);
int run_path(const CommandOptions& options);
int run_calendar(const CommandOptions& options);
int run_budget(const CommandOptions& options);
int run_documents(const CommandOptions& options);
int run_compare(const CommandOptions& options);
int run_questions(const CommandOptions& options);
int run_example(const CommandOptions& options);
int run_texts(const CommandOptions& options);
int run_ics(const CommandOptions& options);
int run_csv(const CommandOptions& options);
int run_print(const CommandOptions& options);
int run_sheet(const CommandOptions& options);
int run_application(const CommandOptions& options);
int run_seal(const CommandOptions& options);
int run_open(const CommandOptions& options);
int run_diff_rules(const CommandOptions& options);
int run_rulebook(const CommandOptions& options);
int run_stages(const CommandOptions& options);

/// The day of --on, if given; otherwise the device's day, if it can be right.
CountedDay counted_day(const CommandOptions& options, const Assets& assets);
/// The same, and writes doubts about the day to the standard error.
CountedDay said_day(const CommandOptions& options, const Assets& assets);

inline constexpr std::size_t line_max = 1'000'000;
/// Reads one line of at most line_max bytes. Reads a longer line to its end and drops it. \returns false at the end of
/// the input.
bool read_line(std::istream& in, std::string& line, bool& too_long);

/// Writes to the named file or to the standard output. \returns the exit code, after a message for any failure.
int write_output(const CommandOptions& options, const Catalogue& words, std::string_view bytes);

/// Writes to the standard error which fault a file has and how to mend it.
void complain(const Catalogue& words, const std::string& file, const Error& error);
/// Writes the faults of a file for its editor, each with its place.
void tell(const std::vector<Problem>& problems);

}  // namespace vagval
