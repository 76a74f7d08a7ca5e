// The counts of stages as rows of words: the same ones on the screen, in a file and on the command line.
#pragma once

#include <string>
#include <vector>

#include "path/path_guide.h"
#include "plan/stage_counts.h"
#include "text/catalogue.h"

namespace vagval {

/// Of whom the rows are read: people, or programs (months as 2026-03, numbers without spaces).
enum class RowsFor : std::uint8_t { people, programs };

/// "March 2026".
std::string month_in_words(const Catalogue& words, MonthNumber month);
/// "2 Housing there"; before and after the eight stages without a number.
std::string stage_in_words(const Catalogue& words, const PathSection& section);
/// The number, or that it is hidden.
std::string count_in_words(const Catalogue& words, const std::optional<std::int64_t>& count, RowsFor readers);

/// The first row is the header: the month, then the sections of the path; for people only those that a file was counted
/// in. The newest month comes first for people and last for programs.
std::vector<std::vector<std::string>> stage_rows(const Catalogue& words, const PathGuide& guide,
                                                 const std::vector<StageMonth>& months, RowsFor readers);

}  // namespace vagval
