// An expression of a rule pack without anybody's answers: as a short formal text, and in plain words.
#pragma once

#include <optional>
#include <string>

#include "report/html.h"
#include "rules/rule_pack.h"
#include "text/catalogue.h"
#include "words/build.h"

namespace vagval {

/// `permit.granted_on <= $permit_cutoff and not (permit.ground in {work, studies})`. $ is a value that changes with
/// time, @ a definition.
std::string formal_expr(const RulePack& pack, std::uint32_t expr);

/// Nested lists, one line for each step; values that change with time are links with what they were in the period.
void write_expr(const ViewContext& view, std::uint32_t expr, const std::optional<Period>& period, Html& html);

/// The value in words: "18 years", "12 345 kr", a list of countries; or that none is known or there is no rule.
std::string value_in_words(const Catalogue& words, Unit unit, const ParameterValue& value);
/// What a fact is called in the book, in the language.
std::string fact_name(const Catalogue& words, Fact fact);
/// Anchors: stable, and made of the names of things.
std::string anchor(std::string_view kind, std::string_view name);

}  // namespace vagval
