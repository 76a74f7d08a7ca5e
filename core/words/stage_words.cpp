#include "words/stage_words.h"

#include <algorithm>

namespace vagval {

std::string month_in_words(const Catalogue& words, MonthNumber month) {
  return words.text("stages.of_year"_t, {{"month", words.text("month." + std::to_string(month % 12 + 1))},
                                         {"year", std::to_string(month / 12)}});
}

std::string stage_in_words(const Catalogue& words, const PathSection& section) {
  if (section.stage == 0) return words.text(section.text);
  return words.text("stages.column"_t, {{"number", std::int64_t{section.stage}}, {"stage", words.text(section.text)}});
}

std::string count_in_words(const Catalogue& words, const std::optional<std::int64_t>& count, RowsFor readers) {
  if (!count) return words.text("stages.hidden"_t);
  return readers == RowsFor::people ? words.number(*count) : std::to_string(*count);
}

std::vector<std::vector<std::string>> stage_rows(const Catalogue& words, const PathGuide& guide,
                                                 const std::vector<StageMonth>& months, RowsFor readers) {
  // A stage that nobody stood in is a column of zeros: programs want it, people lose the others behind it.
  const auto is_told = [&](std::size_t section) {
    return readers == RowsFor::programs || std::any_of(months.begin(), months.end(), [&](const StageMonth& month) {
             return month.counts[section] != std::int64_t{0};
           });
  };
  std::vector<std::vector<std::string>> out{{words.text("stages.month"_t)}};
  for (std::size_t i = 0; i < guide.sections.size(); ++i)
    if (is_told(i)) out.front().push_back(stage_in_words(words, guide.sections[i]));
  for (const StageMonth& month : months) {
    std::vector<std::string> row{readers == RowsFor::people ? month_in_words(words, month.month)
                                                            : month_text(month.month)};
    for (std::size_t i = 0; i < guide.sections.size(); ++i)
      if (is_told(i)) row.push_back(count_in_words(words, month.counts[i], readers));
    out.push_back(std::move(row));
  }
  if (readers == RowsFor::people) std::reverse(out.begin() + 1, out.end());
  return out;
}

}  // namespace vagval
