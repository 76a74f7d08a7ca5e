// Expressions of a rule pack, without answers, as short formal text and in plain words.
#pragma once

#include <optional>
#include <string>

#include "report/html.h"
#include "rules/rule_pack.h"
#include "text/catalogue.h"
#include "words/build.h"

namespace vagval {

/// `permit.granted_on <= $permit_cutoff and not (permit.ground in {work, studies})`. $ marks a dated value, @ a
/// definition.
std::string formal_expr(const RulePack& pack, std::uint32_t expr);

/// Nested lists, one line for each step. Dated values are links with their values in the period.
void write_expr(const ViewContext& view, std::uint32_t expr, const std::optional<InForce>& period, Html& html);

/// The value in words: "18 years", "12 345 kr", a list of countries; or a text that no value is known, or no rule
/// exists.
std::string value_in_words(const Catalogue& words, Unit unit, const ParameterValue& value);
/// The name of a fact in the book, in its language.
std::string fact_name(const Catalogue& words, Fact fact);
/// Anchors. They are made of the names of things, so they stay the same between editions.
std::string anchor(std::string_view kind, std::string_view name);

}  // namespace vagval
