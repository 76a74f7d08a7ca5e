// A rule pack: a grant's rules as dated data with sources, and the form the evaluator reads.
#pragma once

#include <array>
#include <cstdint>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "facts/fact.h"
#include "foundation/date.h"
#include "foundation/money.h"

namespace vagval {

/// The weight of a source, heaviest first.
enum class Tier : std::uint8_t { law, agency_page, agency_news, report, press };
std::string_view tier_name(Tier tier);  ///< "law", "agency-page", …

/// Facts about one part of a source: "7 kap." was read in a later copy, "4 kap." has been replaced.
struct SourcePart {
  std::string section;              ///< citations of this part begin with it
  std::optional<Date> copy;         ///< as Source::copy, of this part
  std::optional<Date> replaced_on;  ///< the part no longer holds from that day on
  std::uint16_t replaced_by = 0;    ///< the source that replaced it; cited beside it from that day on
};

struct Source {
  std::string id;  ///< "L1"
  Tier tier{};
  std::string title;  ///< in the source's own language
  std::string name;   ///< what chips call it, "2025:970"; empty: by its title
  std::string publisher;
  std::string dated;    ///< the date on the source: a date, a year, or "undated"
  std::string address;  ///< shown as text; the program never opens it
  std::string read;     ///< the parts that were read, in English
  /// The last day for which the copy that was read can answer. Absent with a `read_on`: the copy bears no day. Absent
  /// without one: the pack does not say (packs made before this member).
  std::optional<Date> copy;
  std::optional<Date> read_on;  ///< when it was last read
  std::vector<SourcePart> parts;
};

/// Returns the last day for which the copy of this section can answer.
std::optional<Date> copy_of(const Source& source, std::string_view section);
/// Whether the copy is known to bear no day.
bool is_undated_copy(const Source& source, std::string_view section);
/// Returns the part the section belongs to if that part has been replaced, otherwise nullptr.
const SourcePart* replaced_part(const Source& source, std::string_view section);

/// A citation, written "L1#9" in a pack: the source and a section of it.
struct Citation {
  std::uint16_t source = 0;  ///< index into RulePack::sources
  std::string section;       ///< "§ 9", may be empty
  friend bool operator==(const Citation&, const Citation&) = default;
};

/// What the program itself says beside a source: the pack cites a source for each, so that no code names one.
enum class CitedFor : std::uint8_t {
  permit_end,  ///< a permit that ends is a day to know
  owed,        ///< what has been paid may have to be paid back
  course,      ///< a plan is paused, stopped, or ends in staying
  apostille    ///< a document needs an apostille abroad
};
inline constexpr std::string_view cited_for_names[] = {"permit_end", "owed", "course", "apostille"};
inline constexpr std::size_t cited_for_count = std::size(cited_for_names);

/// Both days are included. Without `to` the period has no end.
struct InForce {
  Date from;
  std::optional<Date> to;
  bool contains(Date day) const { return day >= from && (!to || day <= *to); }
};

enum class Unit : std::uint8_t { sek, year, month, percent, date, country_list };

struct ParameterValue {
  InForce period;
  std::optional<std::int32_t> number;  ///< absent: announced, or explicitly no rule in this period
  std::vector<std::int32_t> list;      ///< of a country_list, as country_number
  bool announced = false;
  bool up_to = false;  ///< the rule says "at most"
  std::vector<Citation> sources;
  std::optional<Date> valid_seen;  ///< last day on which a source was seen to say so; absent: only undated copies do
};
struct Parameter {
  std::string id;
  Unit unit{};
  std::string text;                    ///< catalogue key of its name
  std::vector<ParameterValue> values;  ///< in order of time
};
/// Returns the value of a day, or nullptr.
inline const ParameterValue* value_on(const Parameter& parameter, Date day) {
  for (const ParameterValue& value : parameter.values)
    if (value.period.contains(day)) return &value;
  return nullptr;
}

enum class Op : std::uint8_t {
  all_of,
  any_of,
  not_of,
  equals,        ///< fact == value (or one of values)
  in_list,       ///< country fact in a country_list parameter
  on_or_before,  ///< date fact <= parameter or literal date
  on_or_after,
  on_or_after_today,  ///< date fact >= the day the plan is looked at
  age_at_least,       ///< age at the rule date >= parameter (years)
  some_person,
  every_person,
  another_person,     ///< the operand holds for another person of the household
  tied_person,        ///< the operand holds for the person that permit.tie_to names
  partner,            ///< the operand holds for this person's spouse or cohabitant
  applicant,          ///< the operand holds for the applicant
  covered,            ///< this person counts as covered; only in conflicts
  cap_binds,          ///< a cap lowers the sum; only in conflicts
  today_on_or_after,  ///< the day the plan is looked at >= a literal date
  definition,         ///< a named expression of the pack
  conditions,         ///< all these conditions count as met for this person
  authority,          ///< left to the authority: never known here
};

/// One node of a compiled expression. Children and constants lie in the pack's pools.
struct Expr {
  Op op{};
  Fact fact{};                ///< of the comparisons
  std::int32_t constant = 0;  ///< literal date, or index of a parameter / definition
  bool uses_parameter = false;
  /// age_at_least: the rule leaves open a person who turns that old within so many months …
  std::uint16_t unclear_months = 0;
  bool unclear_until_decision = false;  ///< … or, where the day of the decision is known, by that day
  std::uint32_t first = 0,
                count = 0;  ///< children in RulePack::children, values in ::constants, conditions in ::children
};
inline constexpr std::uint32_t no_expr = 0xFFFFFFFF;

/// Whether the children are expressions, not values or conditions.
constexpr bool has_operands(Op op) {
  return op == Op::all_of || op == Op::any_of || op == Op::not_of || op == Op::some_person || op == Op::every_person ||
         op == Op::another_person || op == Op::tied_person || op == Op::partner || op == Op::applicant;
}

/// The effect of a condition that is not met.
enum class Consequence : std::uint8_t {
  ineligible,  ///< the rule forbids the grant
  authority    ///< the authority decides
};

/// Whether a condition takes part in the result or is only reported beside it.
enum class Role : std::uint8_t {
  requirement,
  reported  ///< always for the authority to judge (security, documents): shown, never counted
};

struct Condition {
  std::string id;  ///< the dossier's row, "C-05"
  InForce period;
  bool of_household = false;  ///< evaluated once (situation facts), otherwise for each person
  Role role{};
  Consequence effect{};
  std::uint32_t applies = no_expr;
  std::uint32_t expr = no_expr;
  std::string text;  ///< catalogue keys: text (short name), text + ".rule" (what the rule says)
  Tier tier{};       ///< of the weightiest source; `inference` below if no source states it directly
  bool inference = false;
  std::vector<Citation> sources;
  std::optional<Date> valid_seen;  ///< as in ParameterValue
  std::vector<Fact> facts;         ///< that its expression reads directly, in order
};

/// How certain a statement is.
enum class Standing : std::uint8_t {
  law,
  agency,
  press,
  inference,
  not_read,  ///< there is a source, known second-hand: its own text was not read
  unverified
};
std::string_view standing_name(Standing standing);

/// A fact that is shown and cited and takes no part in the calculation. `unverified` is shown as "not known, ask the
/// agency".
struct Statement {
  std::string id;  ///< the dossier's row, "B-209", "E-42"
  InForce period;
  std::string
      topic;  ///< timeline, amount, who, shown, excluded, payment, repayment, status, procedure, unknown, other_support
  Standing standing{};
  std::string text;  ///< catalogue key
  std::vector<Citation> sources;
  std::optional<Date> valid_seen;  ///< as in ParameterValue; with no sources, the day of the search for them
};

/// The amount for persons for whom `when` holds. The entries of one day exclude each other.
struct AmountRule {
  std::string id;  ///< "adult", "child"
  InForce period;
  std::uint32_t when = no_expr;
  std::uint16_t parameter = 0;
};

enum class CapGroup : std::uint8_t { couple, household };
struct CapRule {
  std::string id;  ///< "couple", "household", "family"
  InForce period;
  CapGroup group{};
  std::uint16_t parameter = 0;
  std::string text;
  std::vector<Citation> sources;
};

enum class Due : std::uint8_t {
  with_decision,
  on_departure,
  after_arrival,
  permit_ended  ///< when the permit is revoked or has expired, and not before some months after departure
};
struct InstalmentRule {
  std::string id;
  InForce period;
  std::int32_t percent_of_rest = 0;  ///< of the rest; whole kronor rounded down, the last part takes the remainder
  Due due{};
  std::optional<std::uint16_t> months_after_departure;  ///< parameter
  std::optional<std::uint16_t> months_if_keep_notice;   ///< parameter
  std::string text;
  std::vector<Citation> sources;
};

/// A duty to pay back.
struct RepaymentRule {
  std::string id;  ///< "not_gone_in_time", "settles_again", "wrong_information"
  InForce period;
  std::optional<std::uint16_t> within_months;  ///< parameter; absent: the text has no time limit
  std::string text;
  std::vector<Citation> sources;
};

enum class ShowAs : std::uint8_t { fact, open, authority, unknown };
std::string_view show_as_name(ShowAs show);

struct Reading {
  std::string text;  ///< catalogue key
  std::vector<Citation> sources;
};
/// Where sources disagree or the rule is open.
struct Conflict {
  std::string id;  ///< "I-01"
  InForce period;
  std::string text;  ///< catalogue keys: text (the question), text + ".judgement"
  ShowAs show{};
  bool makes_unclear = false;    ///< when it touches a household, the result is for the authority to judge
  std::uint32_t when = no_expr;  ///< the conflict touches the result unless this is `no`; no_expr: it never touches the
                                 ///< result and is only listed
  std::vector<Reading> readings;
};

struct RuleVersion {
  std::string id;  ///< "2025:970"
  InForce period;  ///< of the application date
  std::string text;
  std::vector<Citation> sources;
};

/// The entries in force on one day: indices, and parameter values looked up in advance so that evaluation looks up
/// nothing.
struct Slice {
  InForce period;
  std::optional<std::uint16_t> version;
  std::vector<std::uint16_t> conditions;  ///< in the pack's order, which is that of the known reasons for refusal
  std::vector<std::optional<std::int32_t>> parameters;
  std::vector<const ParameterValue*> parameter_values;
  std::vector<std::uint16_t> amounts, caps, instalments, repayments, conflicts;
};

struct Definition {
  std::string id;
  std::uint32_t expr = no_expr;
};

struct RulePack {
  std::string scheme;
  Date checked_on, next_review;
  std::vector<Source> sources;
  std::vector<Parameter> parameters;
  std::vector<Definition> definitions;
  std::vector<RuleVersion> versions;
  std::vector<Condition> conditions;
  std::vector<Statement> statements;
  std::vector<AmountRule> amounts;
  std::vector<CapRule> caps;
  std::vector<InstalmentRule> instalments;
  std::vector<RepaymentRule> repayments;
  std::vector<Conflict> conflicts;
  std::array<std::vector<Citation>, cited_for_count> cited_for;  ///< empty in a pack that does not say
  std::size_t adult_age = 0;  ///< the parameter: from which age on a person is an adult

  std::vector<Expr> exprs;
  std::size_t rule_exprs = 0;  ///< how many of them belong to the rules; the rest belong to the path
  std::vector<std::uint32_t> children;
  std::vector<std::int32_t> constants;
  std::vector<Slice> slices;  ///< without gaps, in order of time

  RulePack() = default;
  RulePack(const RulePack&) = delete;  // slices point into the parameters
  RulePack& operator=(const RulePack&) = delete;
  RulePack(RulePack&&) = default;  // moving vectors keeps their elements where they are
  RulePack& operator=(RulePack&&) = default;
};

inline const std::vector<Citation>& cited_for(const RulePack& pack, CitedFor what) {
  return pack.cited_for[static_cast<std::size_t>(what)];
}

/// From which age on a person is an adult on that day, with the sources that say so; nullptr where the pack has no
/// number for the day.
const ParameterValue* adult_age_on(const RulePack& pack, Date day);
/// The same in years.
std::optional<int> adult_years_on(const RulePack& pack, Date day);

/// The expressions inside of an expression, as indices of RulePack::exprs.
inline std::span<const std::uint32_t> operands(const RulePack& pack, const Expr& expr) {
  return has_operands(expr.op) ? std::span(pack.children).subspan(expr.first, expr.count)
                               : std::span<const std::uint32_t>();
}

/// Returns the slice of a day. For days before all rules it returns the first slice, which has no version.
const Slice& slice_on(const RulePack& pack, Date day);

/// Days of a period that have the same rules.
struct Stretch {
  const Slice* slice;
  Period days;
};
/// Returns the period cut where the rules change, in order of time.
std::vector<Stretch> stretches_of(const RulePack& pack, const Period& period);

}  // namespace vagval
