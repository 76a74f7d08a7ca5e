// vagval stages: counts the plans in each stage, month by month. Reads one file after the other and keeps none.
#include <iostream>

#include "app/app.h"
#include "atomic_file.h"
#include "cli/commands.h"
#include "plan/stage_counts.h"
#include "report/outputs.h"
#include "report/screen_text.h"
#include "state/assets.h"
#include "words/path_words.h"
#include "words/stage_words.h"

namespace vagval {

namespace {

// Plans on the standard input, one on each line.
void count_lines(StageCounts& counts, const Assets& assets, const Catalogue& words, Date day) {
  std::ios::sync_with_stdio(false);
  std::string line;
  bool too_long = false;
  for (std::int64_t number = 1; read_line(std::cin, line, too_long); ++number) {
    if (line.empty() && !too_long) continue;
    std::optional<Error> fault;
    if (too_long) {
      ++counts.unread;
      fault = Error{ErrorId::file_too_large, "", std::to_string(line_max)};
    } else {
      fault = add_plan_file(counts, assets.path, line, day);
    }
    if (fault) complain(words, words.text("stages.at_line"_t, {{"number", number}}), *fault);
  }
}

void count_file(StageCounts& counts, const Assets& assets, const Catalogue& words, const std::string& file, Date day) {
  const Result<std::string> bytes = read_file(file);
  if (!bytes) {
    ++counts.unread;
    return complain(words, file, bytes.error());
  }
  if (const std::optional<Error> fault = add_plan_file(counts, assets.path, *bytes, day)) complain(words, file, *fault);
}

std::string in_words(const Assets& assets, const Catalogue& words, const StageCounts& counts,
                     const std::vector<StageMonth>& months) {
  Screen screen;
  screen.main = {heading("title", words.text("stages.title"_t), 1),
                 paragraph("files", words.text("stages.files"_t, {{"read", counts.read}, {"unread", counts.unread}}))};
  if (months.empty()) {
    screen.main.push_back(paragraph("none", words.text("stages.none"_t)));
    return screen_text(screen);
  }
  screen.main.push_back(heading("table", words.text("stages.table"_t), 2));
  screen.main.push_back(
      table("counts", words.text("stages.table"_t), stage_rows(words, assets.path, months, RowsFor::people)));
  screen.main.push_back(paragraph("hidden", words.text("stages.hidden.about"_t)));
  return screen_text(screen);
}

}  // namespace

int run_stages(const CommandOptions& options) {
  const auto assets = load_assets();
  const Catalogue& words = assets->catalogue(options.language);
  const Date day = said_day(options, *assets).today;
  StageCounts counts;
  for (const std::string& file : options.files) {
    if (file == "-")
      count_lines(counts, *assets, words, day);
    else
      count_file(counts, *assets, words, file, day);
  }
  const std::vector<StageMonth> months = stage_months(counts, day);
  const int written =
      write_output(options, words,
                   options.format == "csv" ? csv_file(stage_rows(words, assets->path, months, RowsFor::programs))
                                           : in_words(*assets, words, counts, months));
  if (written != answered_code) return written;
  return counts.unread == 0 ? answered_code : unreadable_code;
}

}  // namespace vagval
