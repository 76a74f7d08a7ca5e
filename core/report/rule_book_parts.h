// The chapters of the rule book. Each function writes one section.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/expr_words.h"
#include "report/rule_book.h"
#include "words/rule_words.h"

namespace vagval {

// A chapter begins with its heading, whose anchor is the name of the chapter.
void write_versions(const ViewContext& view, Html& html);
void write_definitions(const ViewContext& view, Html& html);
void write_conditions(const ViewContext& view, Html& html);
void write_values(const ViewContext& view, Html& html);
void write_amounts(const ViewContext& view, Html& html);
void write_caps(const ViewContext& view, Html& html);
void write_instalments(const ViewContext& view, Html& html);
void write_repayments(const ViewContext& view, Html& html);
void write_facts(const ViewContext& view, Html& html);
void write_conflicts(const ViewContext& view, Html& html);
void write_scenarios(const ViewContext& view, const std::vector<ScenarioTable>& tables, Html& html);
void write_sources(const ViewContext& view, Html& html);

/// Opens a chapter's section; the caller closes it.
void open_chapter(Html& html, std::string_view id, std::string_view title);
/// A small entry with its own anchor and heading; the caller closes it.
void open_entry(Html& html, const std::string& id, std::string_view name, std::string_view title);
/// "L1 § 9 · law · seen 20 November 2026", each a link to the source; empty for no sources.
void write_citations(const ViewContext& view, const std::vector<Citation>& citations, std::optional<Date> seen,
                     Html& html);
/// The anchor of a thing with several periods: its id and its first day.
std::string anchor_of(std::string_view kind, const std::string& id, const InForce& period);

}  // namespace vagval
