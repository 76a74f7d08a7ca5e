#include "rules/pack_difference.h"

#include <algorithm>
#include <type_traits>
#include <utility>

#include "rules/same_expr.h"
#include "rules/source_check.h"

namespace vagval {

namespace {

std::string written(const InForce& period) { return to_iso(period.from) + "/" + (period.to ? to_iso(*period.to) : ""); }

std::string code_of(std::int32_t country) { return std::string(country_of(country).letters, 2); }

std::string written(const ParameterValue* value, Unit unit) {
  return value ? written_value(unit, *value) : std::string(no_value);
}

// The entries of two packs that are compared with each other. Entries of one name that begin on the same day are
// paired; so are the last two of a name that are left over.
template <class Entry>
struct Pairs {
  const std::vector<Entry>&before, &after;
  std::vector<const Entry*> partner = std::vector<const Entry*>(before.size(), nullptr);  ///< of each entry before
  std::vector<bool> taken = std::vector<bool>(after.size(), false);                       ///< of each entry after

  Pairs(const std::vector<Entry>& earlier, const std::vector<Entry>& later) : before(earlier), after(later) {
    for (std::size_t i = 0; i < before.size(); ++i)
      take(i, [&](const Entry& one) { return one.period.from == before[i].period.from; });
    for (std::size_t i = 0; i < before.size(); ++i)
      if (!partner[i] && count_left(before[i].id) == 2) take(i, [](const Entry&) { return true; });
  }

 private:
  template <class Fits>
  void take(std::size_t old, Fits&& fits) {
    for (std::size_t i = 0; i < after.size(); ++i) {
      if (after[i].id != before[old].id || taken[i] || !fits(after[i])) continue;
      partner[old] = &after[i];
      taken[i] = true;
      return;
    }
  }
  // How many entries of this name, in both packs, have no partner yet.
  std::size_t count_left(const std::string& id) const {
    std::size_t left = 0;
    for (std::size_t k = 0; k < before.size(); ++k)
      if (!partner[k] && before[k].id == id) ++left;
    for (std::size_t k = 0; k < after.size(); ++k)
      if (!taken[k] && after[k].id == id) ++left;
    return left;
  }
};

class Comparison {
 public:
  Comparison(const RulePack& earlier, const RulePack& later)
      : earlier_(earlier), later_(later), expressions_{earlier, later} {}

  std::vector<Difference> compare() {
    dates();
    parameters();
    conditions();
    money();
    statements();
    definitions();
    sources();
    if (seen_ > 0)
      out_.push_back({.in = DifferenceIn::seen,
                      .happened = Happened::changed,
                      .aspect = Aspect::value,
                      .form = Form::count,
                      .after = std::to_string(seen_)});
    return std::move(out_);
  }

 private:
  void conditions() {
    each(DifferenceIn::condition, earlier_.conditions, later_.conditions, [&](const auto& a, const auto& b) {
      words(a.text, b.text);
      if (!expressions_.same(a.expr, b.expr) || !expressions_.same(a.applies, b.applies)) changed(Aspect::rule);
      if (a.effect != b.effect || a.role != b.role) changed(Aspect::effect);
      if (a.of_household != b.of_household) changed(Aspect::who);
      if (a.tier != b.tier || a.inference != b.inference)
        changed(Aspect::standing, Form::key, weight_of(a), weight_of(b));
      citations(a.sources, b.sources);
      if (a.valid_seen != b.valid_seen) ++seen_;
    });
  }

  // Amounts, caps, instalments and repayments.
  void money() {
    each(DifferenceIn::amount, earlier_.amounts, later_.amounts, [&](const auto& a, const auto& b) {
      if (!expressions_.same(a.when, b.when)) changed(Aspect::rule);
      parameter_of(a.parameter, b.parameter);
    });
    each(DifferenceIn::cap, earlier_.caps, later_.caps, [&](const auto& a, const auto& b) {
      words(a.text, b.text);
      if (a.group != b.group) changed(Aspect::who);
      parameter_of(a.parameter, b.parameter);
      citations(a.sources, b.sources);
    });
    each(DifferenceIn::instalment, earlier_.instalments, later_.instalments, [&](const auto& a, const auto& b) {
      words(a.text, b.text);
      if (a.percent_of_rest != b.percent_of_rest)
        changed(Aspect::value, Form::percent, std::to_string(a.percent_of_rest), std::to_string(b.percent_of_rest));
      if (a.due != b.due || !same_parameter(a.months_after_departure, b.months_after_departure) ||
          !same_parameter(a.months_if_keep_notice, b.months_if_keep_notice))
        changed(Aspect::rule);
      citations(a.sources, b.sources);
    });
    each(DifferenceIn::repayment, earlier_.repayments, later_.repayments, [&](const auto& a, const auto& b) {
      words(a.text, b.text);
      if (!same_parameter(a.within_months, b.within_months)) changed(Aspect::rule);
      citations(a.sources, b.sources);
    });
  }

  // The versions of the rules, the statements of sources, and the conflicts between them.
  void statements() {
    each(DifferenceIn::version, earlier_.versions, later_.versions, [&](const auto& a, const auto& b) {
      words(a.text, b.text);
      citations(a.sources, b.sources);
    });
    each(DifferenceIn::statement, earlier_.statements, later_.statements, [&](const auto& a, const auto& b) {
      words(a.text, b.text);
      if (a.topic != b.topic) changed(Aspect::topic, Form::key, "topic." + a.topic, "topic." + b.topic);
      if (a.standing != b.standing)
        changed(Aspect::standing, Form::key, "standing." + std::string(standing_name(a.standing)),
                "standing." + std::string(standing_name(b.standing)));
      citations(a.sources, b.sources);
      if (a.valid_seen != b.valid_seen) ++seen_;
    });
    each(DifferenceIn::conflict, earlier_.conflicts, later_.conflicts, [&](const auto& a, const auto& b) {
      words(a.text, b.text);
      if (!expressions_.same(a.when, b.when)) changed(Aspect::rule);
      if (a.show != b.show || a.makes_unclear != b.makes_unclear) changed(Aspect::effect);
      if (!same_readings(a.readings, b.readings)) changed(Aspect::readings);
    });
  }

  void changed(Aspect aspect, Form form = Form::none, std::string before = {}, std::string after = {}) {
    Difference one = about_;
    one.happened = Happened::changed;
    one.aspect = aspect;
    one.form = form;
    one.before = std::move(before);
    one.after = std::move(after);
    out_.push_back(std::move(one));
  }
  void words(const std::string& before, const std::string& after) {
    if (before != after) changed(Aspect::words, Form::key, before, after);
  }
  void citations(const std::vector<Citation>& before, const std::vector<Citation>& after) {
    const std::string a = cited(earlier_, before), b = cited(later_, after);
    if (a != b) changed(Aspect::sources, Form::citations, a, b);
  }
  void parameter_of(std::uint16_t before, std::uint16_t after) {
    const Parameter &a = earlier_.parameters[before], &b = later_.parameters[after];
    if (a.id != b.id) changed(Aspect::value, Form::key, a.text, b.text);
  }
  bool same_parameter(std::optional<std::uint16_t> before, std::optional<std::uint16_t> after) const {
    if (!before || !after) return before == after;
    return earlier_.parameters[*before].id == later_.parameters[*after].id;
  }
  bool same_readings(const std::vector<Reading>& before, const std::vector<Reading>& after) const {
    return std::equal(before.begin(), before.end(), after.begin(), after.end(), [&](const auto& a, const auto& b) {
      return a.text == b.text && cited(earlier_, a.sources) == cited(later_, b.sources);
    });
  }
  static std::string weight_of(const Condition& condition) {
    return condition.inference ? "standing.inference" : "tier." + std::string(tier_name(condition.tier));
  }

  template <class Entry>
  static std::string name_of(const RulePack& pack, const Entry& entry) {
    if constexpr (std::is_same_v<Entry, AmountRule>)
      return pack.parameters[entry.parameter].text;
    else
      return entry.text;
  }

  template <class Entry>
  void whole(DifferenceIn in, Happened happened, const RulePack& pack, const Entry& entry) {
    out_.push_back({.in = in,
                    .happened = happened,
                    .aspect = Aspect::whole,
                    .id = entry.id,
                    .text = name_of(pack, entry),
                    .from = entry.period.from,
                    .to = entry.period.to});
  }

  template <class Entry, class Compare>
  void each(DifferenceIn in, const std::vector<Entry>& before, const std::vector<Entry>& after, Compare&& compare) {
    const Pairs<Entry> pairs(before, after);
    for (std::size_t i = 0; i < before.size(); ++i) {
      const Entry& old = before[i];
      if (!pairs.partner[i]) {
        whole(in, Happened::removed, earlier_, old);
        continue;
      }
      const Entry& now = *pairs.partner[i];
      about_ = {.in = in, .id = now.id, .text = name_of(later_, now), .from = now.period.from};
      if (written(old.period) != written(now.period))
        changed(Aspect::period, Form::period, written(old.period), written(now.period));
      compare(old, now);
    }
    for (std::size_t i = 0; i < after.size(); ++i)
      if (!pairs.taken[i]) whole(in, Happened::added, later_, after[i]);
  }

  void dates() {
    about_ = {.in = DifferenceIn::dates};
    if (earlier_.scheme != later_.scheme) changed(Aspect::words, Form::plain, earlier_.scheme, later_.scheme);
    if (earlier_.checked_on != later_.checked_on)
      changed(Aspect::checked_on, Form::date, to_iso(earlier_.checked_on), to_iso(later_.checked_on));
    if (earlier_.next_review != later_.next_review)
      changed(Aspect::next_review, Form::date, to_iso(earlier_.next_review), to_iso(later_.next_review));
    for (std::size_t i = 0; i < cited_for_count; ++i) {
      about_.id = cited_for_names[i];
      citations(earlier_.cited_for[i], later_.cited_for[i]);
    }
  }

  template <class Entry, class Compare>
  void named(DifferenceIn in, const std::vector<Entry>& before, const std::vector<Entry>& after, Compare&& compare) {
    const auto find = [](const std::vector<Entry>& among, const std::string& id) -> const Entry* {
      for (const Entry& one : among)
        if (one.id == id) return &one;
      return nullptr;
    };
    for (const Entry& old : before) {
      const Entry* now = find(after, old.id);
      about_ = {.in = in, .id = old.id};
      label(now ? *now : old);
      if (now)
        compare(old, *now);
      else
        out_.push_back(about(Happened::removed));
    }
    for (const Entry& now : after) {
      if (find(before, now.id)) continue;
      about_ = {.in = in, .id = now.id};
      label(now);
      out_.push_back(about(Happened::added));
    }
  }
  Difference about(Happened happened) const {
    Difference out = about_;
    out.happened = happened;
    return out;
  }
  void label(const Parameter& parameter) { about_.text = parameter.text; }
  void label(const Source& source) { about_.title = source.title; }
  void label(const Definition&) {}

  void parameters() {
    named(DifferenceIn::parameter, earlier_.parameters, later_.parameters,
          [&](const Parameter& a, const Parameter& b) { values(a, b); });
  }

  // Writes both values for each stretch of time and joins neighbouring stretches with the same change.
  void values(const Parameter& a, const Parameter& b) {
    words(a.text, b.text);
    if (a.unit != b.unit) changed(Aspect::unit);
    std::vector<Date> starts;
    for (const Parameter* parameter : {&a, &b})
      for (const ParameterValue& value : parameter->values) {
        starts.push_back(value.period.from);
        if (value.period.to) starts.push_back(Date{value.period.to->days + 1});
      }
    std::sort(starts.begin(), starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    const std::size_t first = out_.size();
    bool seen_differs = false;
    for (std::size_t i = 0; i < starts.size(); ++i) {
      const ParameterValue *old = value_on(a, starts[i]), *now = value_on(b, starts[i]);
      const std::optional<Date> to = i + 1 < starts.size() ? std::optional(Date{starts[i + 1].days - 1}) : std::nullopt;
      about_.from = starts[i];
      about_.to = to;
      const std::string before = written(old, a.unit), after = written(now, b.unit);
      const std::string cited_before = old ? cited(earlier_, old->sources) : "",
                        cited_after = now ? cited(later_, now->sources) : "";
      if (before != after)
        stretch(first, Aspect::value, form_of(b.unit), before, after);
      else if (cited_before != cited_after)
        stretch(first, Aspect::sources, Form::citations, cited_before, cited_after);
      if (old && now && old->valid_seen != now->valid_seen) seen_differs = true;
    }
    if (seen_differs) ++seen_;
  }
  void stretch(std::size_t first, Aspect aspect, Form form, const std::string& before, const std::string& after) {
    if (out_.size() > first) {
      Difference& last = out_.back();
      if (last.aspect == aspect && last.before == before && last.after == after && last.to &&
          last.to->days + 1 == about_.from->days) {
        last.to = about_.to;
        return;
      }
    }
    changed(aspect, form, before, after);
  }

  void definitions() {
    named(DifferenceIn::definition, earlier_.definitions, later_.definitions,
          [&](const Definition& a, const Definition& b) {
            if (!expressions_.same(a.expr, b.expr)) changed(Aspect::rule);
          });
  }

  void sources() {
    named(DifferenceIn::source, earlier_.sources, later_.sources, [&](const Source& a, const Source& b) {
      if (a.tier != b.tier)
        changed(Aspect::standing, Form::key, "tier." + std::string(tier_name(a.tier)),
                "tier." + std::string(tier_name(b.tier)));
      for (std::string Source::*part :
           {&Source::title, &Source::name, &Source::publisher, &Source::dated, &Source::address, &Source::read})
        if (a.*part != b.*part) changed(Aspect::words, Form::plain, a.*part, b.*part);
      if (a.copy != b.copy || a.read_on != b.read_on || !same_parts(a, b)) ++seen_;
    });
  }

  bool same_parts(const Source& before, const Source& after) const {
    return std::equal(
        before.parts.begin(), before.parts.end(), after.parts.begin(), after.parts.end(),
        [&](const SourcePart& a, const SourcePart& b) {
          return a.section == b.section && a.copy == b.copy && a.replaced_on == b.replaced_on &&
                 (!a.replaced_on || earlier_.sources[a.replaced_by].id == later_.sources[b.replaced_by].id);
        });
  }

  const RulePack& earlier_;
  const RulePack& later_;
  SameExpr expressions_;
  Difference about_;
  std::vector<Difference> out_;
  int seen_ = 0;
};

}  // namespace

Form form_of(Unit unit) {
  switch (unit) {
    case Unit::sek:
      return Form::kronor;
    case Unit::year:
      return Form::years;
    case Unit::month:
      return Form::months;
    case Unit::percent:
      return Form::percent;
    case Unit::date:
      return Form::date;
    case Unit::country_list:
      return Form::countries;
  }
  return Form::none;
}

std::string written_value(Unit unit, const ParameterValue& value) {
  if (value.announced) return std::string(announced_value);
  if (!value.number) return std::string(no_value);
  if (unit == Unit::date) return to_iso(Date{*value.number});
  if (unit != Unit::country_list) return (value.up_to ? "<=" : "") + std::to_string(*value.number);
  std::vector<std::int32_t> sorted = value.list;
  std::sort(sorted.begin(), sorted.end());
  std::string out;
  for (const std::int32_t country : sorted) out += (out.empty() ? "" : " ") + code_of(country);
  return out;
}

std::vector<Difference> differences(const RulePack& earlier, const RulePack& later) {
  return Comparison(earlier, later).compare();
}

}  // namespace vagval
