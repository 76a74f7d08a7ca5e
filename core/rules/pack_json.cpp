#include "rules/pack_json.h"

#include <algorithm>
#include <map>

#include "foundation/reader.h"
#include "rules/citation.h"
#include "rules/expr_json.h"
#include "rules/pack_check.h"
#include "rules/source_check.h"

namespace vagval {

namespace {

constexpr std::string_view tiers[] = {"law", "agency-page", "agency-news", "report", "press"};
constexpr std::string_view standings[] = {"law", "agency", "press", "inference", "not_read", "unverified"};
constexpr std::string_view shows[] = {"fact", "open", "authority", "unknown"};
constexpr std::string_view units[] = {"SEK", "year", "month", "percent", "date", "countries"};
constexpr std::string_view scopes[] = {"person", "household"};
constexpr std::string_view roles[] = {"requirement", "reported"};
constexpr std::string_view effects[] = {"ineligible", "authority"};
constexpr std::string_view cap_groups[] = {"couple", "household"};
constexpr std::string_view dues[] = {"with_decision", "on_departure", "after_arrival", "permit_ended"};
constexpr std::string_view topics[] = {"timeline", "amount",        "who",           "shown",     "excluded",
                                       "payment",  "repayment",     "status",        "procedure", "statistics",
                                       "unknown",  "other_support", "not_calculated"};

constexpr std::size_t parts_max = 32;

class PackReader {
 public:
  PackReader(std::string_view file, const std::function<bool(std::string_view)>& has_text) : has_text_(has_text) {
    problems_.file = file;
  }

  PackRead read(std::string_view bytes) {
    const Result<Json> json = read_json(bytes);
    if (!json) {
      problems_.add(json.error().where, "this is not readable JSON: " + std::string(error_name(json.error().id)) + " " +
                                            json.error().detail);
      return refused();
    }
    names_.pack = &pack_;
    ObjectReader top(*json, "", problems_);
    if (top.text("format") != "vagval-rules") top.problem("format", "this must be \"vagval-rules\"");
    if (top.integer("version") != 1) top.problem("version", "this program reads version 1");
    pack_.scheme = top.text("scheme");
    pack_.checked_on = top.date("checked_on");
    pack_.next_review = top.date("next_review");
    read_sources(top);
    each(top, "versions", [&](ObjectReader& r) {
      pack_.versions.push_back({r.text("id"), period(r), text_key(r, "text"), citations(r)});
    });
    read_cited_for(top);
    read_parameters(top);
    each(top, "caps", [&](ObjectReader& r) {
      CapRule cap{.id = r.text("id"), .period = period(r)};
      cap.group = static_cast<CapGroup>(r.choice("group", cap_groups));
      cap.parameter = parameter(r, "parameter", Unit::sek).value_or(0);
      cap.text = text_key(r, "text");
      cap.sources = citations(r);
      pack_.caps.push_back(std::move(cap));
    });
    read_definitions_and_conditions(top);
    each(top, "statements", [&](ObjectReader& r) { read_statement(r); });
    each(top, "amounts", [&](ObjectReader& r) {
      AmountRule amount{.id = r.text("id"), .period = period(r)};
      amount.when = expr(r, "when", {true, false});
      amount.parameter = parameter(r, "parameter", Unit::sek).value_or(0);
      pack_.amounts.push_back(std::move(amount));
    });
    each(top, "instalments", [&](ObjectReader& r) { read_instalment(r); });
    each(top, "repayments", [&](ObjectReader& r) {
      RepaymentRule rule{.id = r.text("id"), .period = period(r)};
      rule.within_months = optional_parameter(r, "within_months", Unit::month);
      rule.text = text_key(r, "text");
      rule.sources = citations(r);
      pack_.repayments.push_back(std::move(rule));
    });
    each(top, "conflicts", [&](ObjectReader& r) { read_conflict(r); });
    top.finish();
    check_periods(pack_, problems_);
    check_cycles(pack_, problems_);
    check_sums(pack_, problems_);
    check_sources(pack_, problems_);
    if (problems_.found == 0) check_unfolded(pack_, problems_);
    if (problems_.found == 0) check_days(pack_, problems_);
    if (problems_.found > 0) return refused();
    for (Condition& condition : pack_.conditions) condition.facts = facts_of(pack_, condition.expr);
    build_slices(pack_);
    return {std::move(pack_), {}};
  }

 private:
  PackRead refused() {
    const std::size_t found = problems_.found;
    return {std::nullopt, problems_.take(), found};
  }

  const JsonObject& named(ObjectReader& from, std::string_view key, const JsonObject& members) {
    static const JsonObject none;
    return from.few(key, members.size()) ? members : none;
  }

  template <class Read>
  void each(ObjectReader& top, std::string_view key, Read&& read) {
    const JsonArray& list = top.array(key);
    // Of a list that is far too long only the beginning is read: most checks compare every two entries.
    top.few(key, list.size());
    for (std::size_t i = 0; i < list.size() && i < data_entries_max; ++i) {
      ObjectReader reader(list[i], top.pointer_to(key) + pointer_step(std::to_string(i)), problems_);
      read(reader);
      reader.finish();
    }
  }

  std::string text_key(ObjectReader& r, std::string_view member, std::initializer_list<std::string_view> also = {}) {
    std::string key = r.text(member);
    if (key.empty()) return key;
    if (!has_text_(key)) r.problem(member, "no catalogue has the text \"" + key + "\"");
    for (const std::string_view suffix : also)
      if (const std::string longer = key + std::string(suffix); !has_text_(longer))
        r.problem(member, "no catalogue has the text \"" + longer + "\"");
    return key;
  }

  InForce period(ObjectReader& r) {
    InForce out{r.date("from"), r.optional_date("to")};
    if (out.to && *out.to < out.from) r.problem("to", "the period ends before it begins");
    return out;
  }
  InForce optional_period(ObjectReader& r) {
    InForce out{r.optional_date("from").value_or(*make_date(first_year, 1, 1)), r.optional_date("to")};
    if (out.to && *out.to < out.from) r.problem("to", "the period ends before it begins");
    return out;
  }

  std::vector<Citation> citations(ObjectReader& r, bool may_be_empty = false, std::string_view member = "sources") {
    const JsonArray& list = may_be_empty ? r.array_or_empty(member) : r.array(member);
    if (list.empty() && !may_be_empty) r.problem(member, "at least one source is needed");
    std::vector<Citation> out;
    for (const Json& entry : list) {
      const std::string* text = entry.text();
      CitedPlace place = text ? parse_citation(*text) : CitedPlace{};
      const auto found = sources_.find(place.source);
      if (found == sources_.end()) {
        r.problem(member, "there is no source \"" + place.source + "\"");
        continue;
      }
      out.push_back({found->second, std::move(place.section)});
    }
    return out;
  }

  // Required, unless all cited copies are undated; never later than the date of the copy.
  std::optional<Date> valid_seen(ObjectReader& r, const std::vector<Citation>& cited) {
    const SeenLimit limit = seen_limit(pack_, cited);
    if (limit.kind == SeenLimit::never) {
      const std::optional<Date> given = r.optional_date("valid_seen");
      if (given) r.problem("valid_seen", "only copies without a date say so: leave it out");
      return std::nullopt;
    }
    const Date given = r.date("valid_seen");
    if (limit.kind == SeenLimit::until && given > limit.day)
      r.problem("valid_seen", "this is later than any copy that was read (" + to_iso(limit.day) + ")");
    return given;
  }

  void read_sources(ObjectReader& top) {
    for (const auto& [id, json] : named(top, "sources", top.object("sources"))) {
      ObjectReader r(json, top.pointer_to("sources") + pointer_step(id), problems_);
      Source source{.id = id, .tier = static_cast<Tier>(r.choice("tier", tiers))};
      source.title = r.text("title");
      source.name = r.text_or_empty("name");
      source.publisher = r.text("publisher");
      source.dated = r.text("dated");
      source.address = r.text_or_empty("address");
      source.read = r.text_or_empty("read");
      source.copy = r.optional_date("copy");
      source.read_on = r.optional_date("read_on");
      if (r.optional("parts")) each(r, "parts", [&](ObjectReader& p) { source.parts.push_back(read_part(p)); });
      // Looked through for every citation of the source.
      if (source.parts.size() > parts_max) r.problem("parts", "a source has at most 32 parts");
      r.finish();
      sources_[id] = static_cast<std::uint16_t>(pack_.sources.size());
      pack_.sources.push_back(std::move(source));
    }
    std::size_t part = 0;
    for (Source& source : pack_.sources)
      for (SourcePart& one : source.parts) name_successor(part++, one);
  }
  SourcePart read_part(ObjectReader& r) {
    SourcePart out{.section = r.text("section"), .copy = r.optional_date("copy")};
    out.replaced_on = r.optional_date("replaced_on");
    successors_.push_back({r.pointer(), out.replaced_on ? r.text("replaced_by") : std::string()});
    if (!out.copy && !out.replaced_on) r.problem("section", "a part has a copy of its own, or a day of being replaced");
    return out;
  }
  // A source may name another source that stands after it.
  void name_successor(std::size_t part, SourcePart& out) {
    if (!out.replaced_on) return;
    const std::string& id = successors_[part].second;
    const auto found =
        std::find_if(pack_.sources.begin(), pack_.sources.end(), [&](const Source& s) { return s.id == id; });
    if (found == pack_.sources.end())
      problems_.add(successors_[part].first + pointer_step("replaced_by"), "there is no source \"" + id + "\"");
    else
      out.replaced_by = static_cast<std::uint16_t>(found - pack_.sources.begin());
  }

  // A pack made before this member cites nothing there; one that has it cites a source for everything in the list.
  void read_cited_for(ObjectReader& top) {
    const Json* json = top.optional("cited_for");
    if (!json) return;
    ObjectReader r(*json, top.pointer_to("cited_for"), problems_);
    for (std::size_t i = 0; i < cited_for_count; ++i) pack_.cited_for[i] = citations(r, false, cited_for_names[i]);
    r.finish();
  }

  void read_parameters(ObjectReader& top) {
    for (const auto& [id, json] : named(top, "parameters", top.object("parameters"))) {
      ObjectReader r(json, top.pointer_to("parameters") + pointer_step(id), problems_);
      Parameter out{.id = id, .unit = static_cast<Unit>(r.choice("unit", units))};
      out.text = text_key(r, "text");
      each(r, "values", [&](ObjectReader& v) { out.values.push_back(read_value(v, out.unit)); });
      if (out.values.empty()) r.problem("values", "at least one value is needed");
      r.finish();
      names_.parameters[id] = pack_.parameters.size();
      pack_.parameters.push_back(std::move(out));
    }
    constexpr std::string_view adult_age = "adult_age";
    const auto found = names_.parameters.find(adult_age);
    const std::string at = top.pointer_to("parameters") + pointer_step(adult_age);
    if (found == names_.parameters.end())
      return problems_.add(at, "this parameter is missing: it says from which age on a person is an adult");
    pack_.adult_age = found->second;
    if (pack_.parameters[found->second].unit != Unit::year) problems_.add(at + "/unit", "an age is in years");
  }
  ParameterValue read_value(ObjectReader& r, Unit unit) {
    ParameterValue out{.period = period(r)};
    out.announced = r.flag("announced");
    out.up_to = r.flag("up_to");
    out.sources = citations(r);
    out.valid_seen = valid_seen(r, out.sources);
    const Json* value = out.announced ? r.optional("value") : r.required("value");
    if (!value || value->is_null()) return out;
    if (out.announced) r.problem("value", "an announced value has no effect and may not be given");
    if (unit == Unit::country_list) {
      const JsonArray* list = value->array();
      for (const Json& entry : list ? *list : JsonArray{}) {
        if (const std::string* code = entry.text(); code && code->size() == 2)
          out.list.push_back(country_number({{(*code)[0], (*code)[1]}}));
        else
          r.problem("value", "a country is two capital letters");
      }
      if (out.list.empty()) r.problem("value", "the value does not fit the unit: a list of countries is expected");
      out.number = static_cast<std::int32_t>(out.list.size());
    } else if (unit == Unit::date) {
      const std::optional<Date> date = value->text() ? parse_date(*value->text()) : std::nullopt;
      if (!date) r.problem("value", "the value does not fit the unit: a date is expected");
      out.number = date.value_or(Date{}).days;
    } else {
      const std::int64_t* number = value->integer();
      const std::int64_t most = unit == Unit::sek ? 1'000'000'000 : unit == Unit::percent ? 100 : 1200;
      if (!number || *number < 0 || *number > most)
        r.problem("value", "the value does not fit the unit");
      else
        out.number = static_cast<std::int32_t>(*number);
    }
    return out;
  }

  std::optional<std::uint16_t> optional_parameter(ObjectReader& r, std::string_view member, Unit unit) {
    const std::string id = r.text_or_empty(member);
    if (id.empty()) return std::nullopt;
    const auto found = names_.parameters.find(id);
    if (found == names_.parameters.end()) {
      r.problem(member, "there is no parameter \"" + id + "\"");
      return std::nullopt;
    }
    if (pack_.parameters[found->second].unit != unit) r.problem(member, "the unit of this parameter does not fit here");
    return static_cast<std::uint16_t>(found->second);
  }
  std::optional<std::uint16_t> parameter(ObjectReader& r, std::string_view member, Unit unit) {
    r.required(member);
    return optional_parameter(r, member, unit);
  }

  std::uint32_t expr(ObjectReader& r, std::string_view member, ExprPlace place) {
    const Json* json = r.required(member);
    return json ? compile_expr(*json, r.pointer_to(member), place, names_, pack_, problems_) : no_expr;
  }
  std::uint32_t optional_expr(ObjectReader& r, std::string_view member, ExprPlace place) {
    const Json* json = r.optional(member);
    return json ? compile_expr(*json, r.pointer_to(member), place, names_, pack_, problems_) : no_expr;
  }

  // Expressions may name any definition or condition, so all names are collected before the first expression is
  // compiled.
  void read_definitions_and_conditions(ObjectReader& top) {
    const JsonObject& definitions = named(top, "definitions", top.object_or_empty("definitions"));
    for (const auto& [id, json] : definitions) {
      names_.definitions[id] = pack_.definitions.size();
      pack_.definitions.push_back({id, no_expr});
    }
    const JsonArray& all = top.array("conditions");
    for (std::size_t i = 0; i < all.size() && i < data_entries_max; ++i) {
      const Json& json = all[i];
      const Json* id = json.find("id");
      const Json* of = json.find("of");
      Condition condition;
      condition.id = id && id->text() ? *id->text() : std::string();
      condition.of_household = of && of->text() && *of->text() == "household";
      names_.conditions[condition.id].push_back(pack_.conditions.size());
      pack_.conditions.push_back(std::move(condition));
    }
    for (const auto& [id, json] : definitions)
      pack_.definitions[names_.definitions[id]].expr =
          compile_expr(json, top.pointer_to("definitions") + pointer_step(id), {true, false}, names_, pack_, problems_);
    std::size_t index = 0;
    each(top, "conditions", [&](ObjectReader& r) { read_condition(r, pack_.conditions[index++]); });
  }
  void read_condition(ObjectReader& r, Condition& out) {
    out.id = r.text("id");
    out.of_household = r.choice("of", scopes) == 1;
    out.period = period(r);
    out.role = static_cast<Role>(r.choice("role", roles, 0));
    out.effect = static_cast<Consequence>(r.choice("effect", effects, 0));
    const ExprPlace place{!out.of_household, false};
    out.applies = optional_expr(r, "applies", place);
    out.expr = expr(r, "expr", place);
    out.text = text_key(r, "text", {".rule"});
    out.tier = static_cast<Tier>(r.choice("tier", tiers));
    out.inference = r.flag("inference");
    out.sources = citations(r);
    out.valid_seen = valid_seen(r, out.sources);
  }

  void read_statement(ObjectReader& r) {
    Statement out{.id = r.text("id"), .period = optional_period(r)};
    out.topic = std::string(topics[r.choice("topic", topics)]);
    out.standing = static_cast<Standing>(r.choice("standing", standings));
    out.text = text_key(r, "text");
    out.sources = citations(r, out.standing == Standing::unverified);
    out.valid_seen = valid_seen(r, out.sources);
    pack_.statements.push_back(std::move(out));
  }

  void read_instalment(ObjectReader& r) {
    InstalmentRule out{.id = r.text("id"), .period = period(r)};
    const std::int64_t percent = r.integer("percent_of_rest").value_or(0);
    if (percent < 1 || percent > 100) r.problem("percent_of_rest", "a share is 1 to 100 percent of the rest");
    out.percent_of_rest = static_cast<std::int32_t>(percent);
    out.due = static_cast<Due>(r.choice("due", dues));
    out.months_after_departure = optional_parameter(r, "months_after_departure", Unit::month);
    out.months_if_keep_notice = optional_parameter(r, "months_if_keep_notice", Unit::month);
    out.text = text_key(r, "text");
    out.sources = citations(r);
    pack_.instalments.push_back(std::move(out));
  }

  void read_conflict(ObjectReader& r) {
    Conflict out{.id = r.text("id"), .period = optional_period(r)};
    out.text = text_key(r, "text", {".judgement"});
    out.show = static_cast<ShowAs>(r.choice("show_as", shows));
    out.makes_unclear = r.flag("makes_unclear");
    out.when = optional_expr(r, "when", {false, true});
    if (out.makes_unclear && out.when == no_expr) r.problem("makes_unclear", "this needs a \"when\"");
    each(r, "readings", [&](ObjectReader& reading) {
      out.readings.push_back({text_key(reading, "text"), citations(reading, true)});
    });
    pack_.conflicts.push_back(std::move(out));
  }

  const std::function<bool(std::string_view)>& has_text_;
  ProblemList problems_;
  std::map<std::string, std::uint16_t, std::less<>> sources_;
  RulePack pack_;
  ExprNames names_;
  std::vector<std::pair<std::string, std::string>>
      successors_;  ///< of the parts of sources: the place, and the named source
};

}  // namespace

std::string_view tier_name(Tier tier) { return tiers[static_cast<std::size_t>(tier)]; }
std::string_view standing_name(Standing standing) { return standings[static_cast<std::size_t>(standing)]; }
std::string_view show_as_name(ShowAs show) { return shows[static_cast<std::size_t>(show)]; }

PackRead read_pack(std::string_view bytes, std::string_view file,
                   const std::function<bool(std::string_view)>& has_text) {
  return PackReader(file, has_text).read(bytes);
}

}  // namespace vagval
