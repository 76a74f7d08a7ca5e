// What a person can take along, and how a table is written.
#pragma once

#include <cstdint>
#include <string_view>

namespace vagval {

enum class Output : std::uint8_t { paper, sheet, application, calendar, budget, tasks, documents };
inline constexpr std::string_view output_names[] = {"paper",  "sheet", "application", "calendar",
                                                    "budget", "tasks", "documents"};

/// How a table is written: with a comma in numbers and semicolons between cells, as spreadsheets of many languages want
/// it, or with a point and commas, as the others and programs do.
enum class CsvForm : std::uint8_t { semicolons, commas };
inline constexpr std::string_view csv_form_names[] = {"semicolons", "commas"};

}  // namespace vagval
