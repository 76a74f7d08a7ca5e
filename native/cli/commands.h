// What each command does. Answers go to the standard output, faults to the standard error.
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

/// Nothing is written over what is read: the one file, or its copy without a passphrase, would be lost or left behind.
/// \returns wrong_use_code when that was asked for, and says so.
int check_places(const CommandOptions& options);
/// Flushes the standard output. \returns `code`; where not everything has arrived it says so, and returns
/// unwritten_code.
int finish_output(const CommandOptions& options, int code);
/// The standard input, output and errors, where the caller has closed one of them: what is opened later must not get
/// its number and be written into by mistake.
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

/// The day that was given, which is the person's word; otherwise what the clock says, where that can be right.
CountedDay counted_day(const CommandOptions& options, const Assets& assets);
/// The same, and what there is to doubt about it is said on the standard error.
CountedDay said_day(const CommandOptions& options, const Assets& assets);

inline constexpr std::size_t line_max = 1'000'000;
/// Reads one line of at most line_max bytes; what is longer is read to its end but not kept.
/// \returns false at the end.
bool read_line(std::istream& in, std::string& line, bool& too_long);

/// To the file that was named, or to the standard output.
/// \returns the exit code; what went wrong has been said.
int write_output(const CommandOptions& options, const Catalogue& words, std::string_view bytes);

/// Says on the standard error what is wrong with a file, and what to do.
void complain(const Catalogue& words, const std::string& file, const Error& error);
/// Says what is wrong with a file for those who made it, each problem with its place.
void tell(const std::vector<Problem>& problems);

}  // namespace vagval
