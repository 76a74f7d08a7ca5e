// The choices of the screen Take along, and their defaults.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "state/model.h"

namespace vagval {

/// The screens that can be printed, in the order in which they stand on paper.
inline constexpr auto printable = [] {
  constexpr std::size_t count = [] {
    std::size_t out = 0;
    for (const ScreenRow& row : screen_rows) out += row.printed == Printed::on_paper ? 1 : 0;
    return out;
  }();
  std::array<ScreenId, count> out{};
  std::size_t next = 0;
  for (const ScreenId screen : all_screens)
    if (row_of(screen).printed == Printed::on_paper) out[next++] = screen;
  return out;
}();

/// The printable screens that `take` does not leave out.
std::vector<ScreenId> parts_taken(const Take& take);

/// The language beside on an output: the second language of the screen; on outputs for an authority, Swedish. Empty:
/// none.
std::string beside_on_paper(const Session& session, Output output);

enum class TableOf : std::uint8_t { budget, tasks, documents };
inline constexpr std::string_view table_names[] = {"budget", "tasks", "documents"};

/// The table of an output that is one.
constexpr TableOf table_of(Output output) {
  return output == Output::budget ? TableOf::budget : output == Output::tasks ? TableOf::tasks : TableOf::documents;
}

/// The form that spreadsheets expect in that language.
CsvForm usual_csv_form(std::string_view language);
/// The chosen form, or else the usual one of the session's language.
CsvForm csv_form(const Session& session);

}  // namespace vagval
