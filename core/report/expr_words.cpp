#include "report/expr_words.h"

#include <cctype>

#include "state/questions.h"
#include "text/countries.h"

namespace vagval {

namespace {

// The name without "person." or "situation."; the surrounding text names the owner of the fact.
std::string short_fact(Fact fact) {
  const std::string name(info(fact).name);
  return name.substr(name.find('.') + 1);
}

std::string fact_value(Fact fact, std::int32_t value) {
  const FactInfo& about = info(fact);
  if (about.type == FactType::boolean) return value ? "true" : "false";
  return std::string(about.choices[static_cast<std::size_t>(value)]);
}

std::string limit(const RulePack& pack, const Expr& expr) {
  if (expr.uses_parameter) return "$" + pack.parameters[static_cast<std::size_t>(expr.constant)].id;
  return to_iso(Date{expr.constant});
}

std::string equals(const RulePack& pack, const Expr& expr) {
  std::string values;
  for (std::uint32_t i = 0; i < expr.count; ++i)
    values += (i > 0 ? ", " : "") + fact_value(expr.fact, pack.constants[expr.first + i]);
  return short_fact(expr.fact) + (expr.count == 1 ? " = " + values : " in {" + values + "}");
}

std::string joined(const RulePack& pack, const Expr& expr, const char* word) {
  std::string out;
  for (std::uint32_t i = 0; i < expr.count; ++i) {
    const std::uint32_t child = pack.children[expr.first + i];
    const Op op = pack.exprs[child].op;
    const bool group = expr.count > 1 && (op == Op::all_of || op == Op::any_of) && op != expr.op;
    out += (i > 0 ? std::string(" ") + word + " " : "") + (group ? "(" : "") + formal_expr(pack, child) +
           (group ? ")" : "");
  }
  return out;
}

std::string wrapped(const RulePack& pack, const Expr& expr, const char* word) {
  return std::string(word) + " (" + formal_expr(pack, pack.children[expr.first]) + ")";
}

/// Here only the name of a condition matters, not its periods.
std::string condition_names(const RulePack& pack, const Expr& expr) {
  std::string out;
  for (std::uint32_t i = 0; i < expr.count; ++i) {
    const std::string& id = pack.conditions[pack.children[expr.first + i]].id;
    if (i == 0 || pack.conditions[pack.children[expr.first + i - 1]].id != id) out += (out.empty() ? "" : ", ") + id;
  }
  return out;
}

bool overlaps(const InForce& a, const std::optional<InForce>& b) {
  if (!b) return true;
  return (!a.to || *a.to >= b->from) && (!b->to || *b->to >= a.from);
}

class Words {
 public:
  Words(const ViewContext& view, const std::optional<InForce>& period, Html& html)
      : view_(view), pack_(view.assets.pack), words_(view.words), period_(period), html_(html) {}

  void write(std::uint32_t index) {
    const Expr& expr = pack_.exprs[index];
    html_.open("li");
    if (expr.op != Op::definition) html_.text(sentence(expr));
    if (expr.uses_parameter) parameter(static_cast<std::size_t>(expr.constant));
    if (expr.op == Op::definition) {
      const std::string& id = pack_.definitions[static_cast<std::size_t>(expr.constant)].id;
      html_.link(anchor("definition", id), words_.text("rulebook.definition"_t, {{"name", "@" + id}}));
    }
    if (expr.unclear_months > 0)
      html_.text(" " + words_.text(expr.unclear_until_decision ? "rulebook.age_open_until"_t : "rulebook.age_open"_t,
                                   {{"count", std::int64_t{expr.unclear_months}}}));
    if (has_operands(expr.op)) {
      html_.open("ul");
      for (const std::uint32_t operand : operands(pack_, expr)) write(operand);
      html_.close();
    }
    html_.close();
  }

 private:
  // A link to the value, with its values while the rule was in force.
  void parameter(std::size_t index) {
    const Parameter& parameter = pack_.parameters[index];
    html_.text(" (").link(anchor("value", parameter.id), "$" + parameter.id);
    std::string before;
    for (const ParameterValue& value : parameter.values) {
      if (!overlaps(value.period, period_) || parameter.unit == Unit::country_list) continue;
      const std::string in_words = value_in_words(words_, parameter.unit, value);
      if (in_words != before) html_.text((before.empty() ? ": " : "; ") + in_words);
      before = in_words;
    }
    html_.text(")");
  }

  std::string limit_in_words(const Expr& expr) const {
    if (!expr.uses_parameter) return words_.date(Date{expr.constant});
    return words_.text(pack_.parameters[static_cast<std::size_t>(expr.constant)].text);
  }

  std::string wanted(const Expr& expr) const {
    std::string out;
    for (std::uint32_t i = 0; i < expr.count; ++i) {
      const std::string one =
          answer_in_words(view_, typed_answer(expr.fact, answered(pack_.constants[expr.first + i])));
      out = i == 0 ? one : words_.text("rulebook.or"_t, {{"first", out}, {"second", one}});
    }
    return out;
  }

  std::string sentence(const Expr& expr) const {
    const std::string fact = fact_name(words_, expr.fact);
    switch (expr.op) {
      case Op::all_of:
        return words_.text("explain.all"_t);
      case Op::any_of:
        return words_.text("explain.any"_t);
      case Op::not_of:
        return words_.text("explain.not"_t);
      case Op::equals:
        return words_.text("rulebook.is"_t, {{"fact", fact}, {"wanted", wanted(expr)}});
      case Op::in_list:
        return words_.text("rulebook.in"_t, {{"fact", fact}, {"list", limit_in_words(expr)}});
      case Op::on_or_before:
        return words_.text("rulebook.on_or_before"_t, {{"fact", fact}, {"limit", limit_in_words(expr)}});
      case Op::on_or_after:
        return words_.text("rulebook.on_or_after"_t, {{"fact", fact}, {"limit", limit_in_words(expr)}});
      case Op::on_or_after_today:
        return words_.text("rulebook.on_or_after"_t, {{"fact", fact}, {"limit", words_.text("rulebook.today"_t)}});
      case Op::age_at_least:
        return words_.text("rulebook.age_at_least"_t, {{"limit", limit_in_words(expr)}});
      case Op::some_person:
        return words_.text("explain.some_person"_t);
      case Op::every_person:
        return words_.text("explain.every_person"_t);
      case Op::another_person:
        return words_.text("explain.another_person"_t);
      case Op::tied_person:
        return words_.text("rulebook.tied"_t);
      case Op::partner:
        return words_.text("explain.partner"_t);
      case Op::applicant:
        return words_.text("explain.applicant"_t);
      case Op::conditions:
        return words_.text("explain.conditions"_t, {{"ids", condition_names(pack_, expr)}});
      case Op::today_on_or_after:
        return words_.text("rulebook.today_after"_t, {{"limit", Date{expr.constant}}});
      case Op::covered:
        return words_.text("rulebook.covered"_t);
      case Op::cap_binds:
        return words_.text("rulebook.cap_binds"_t,
                           {{"cap", words_.text(pack_.caps[static_cast<std::size_t>(expr.constant)].text)}});
      case Op::authority:
        return words_.text("explain.authority"_t);
      case Op::definition:
        break;  // a link
    }
    return {};
  }

  const ViewContext& view_;
  const RulePack& pack_;
  const Catalogue& words_;
  const std::optional<InForce>& period_;
  Html& html_;
};

}  // namespace

std::string formal_expr(const RulePack& pack, std::uint32_t index) {
  const Expr& expr = pack.exprs[index];
  switch (expr.op) {
    case Op::all_of:
      return joined(pack, expr, "and");
    case Op::any_of:
      return joined(pack, expr, "or");
    case Op::not_of:
      return wrapped(pack, expr, "not");
    case Op::equals:
      return equals(pack, expr);
    case Op::in_list:
      return short_fact(expr.fact) + " in " + limit(pack, expr);
    case Op::on_or_before:
      return short_fact(expr.fact) + " <= " + limit(pack, expr);
    case Op::on_or_after:
      return short_fact(expr.fact) + " >= " + limit(pack, expr);
    case Op::on_or_after_today:
      return short_fact(expr.fact) + " >= today";
    case Op::age_at_least:
      return "age >= " + limit(pack, expr) +
             (expr.unclear_months > 0
                  ? " [open " + std::string(expr.unclear_until_decision ? "until the decision, or " : "") + "for " +
                        std::to_string(expr.unclear_months) + " months]"
                  : "");
    case Op::some_person:
      return wrapped(pack, expr, "some person");
    case Op::every_person:
      return wrapped(pack, expr, "every person");
    case Op::another_person:
      return wrapped(pack, expr, "another person");
    case Op::tied_person:
      return wrapped(pack, expr, "tied person");
    case Op::partner:
      return wrapped(pack, expr, "partner");
    case Op::applicant:
      return wrapped(pack, expr, "applicant");
    case Op::definition:
      return "@" + pack.definitions[static_cast<std::size_t>(expr.constant)].id;
    case Op::conditions:
      return "met (" + condition_names(pack, expr) + ")";
    case Op::today_on_or_after:
      return "today >= " + to_iso(Date{expr.constant});
    case Op::covered:
      return "covered";
    case Op::cap_binds:
      return "binds (" + pack.caps[static_cast<std::size_t>(expr.constant)].id + ")";
    case Op::authority:
      return "the authority judges";
  }
  return {};
}

void write_expr(const ViewContext& view, std::uint32_t expr, const std::optional<InForce>& period, Html& html) {
  html.open("ul", " class=\"expr\"");
  Words(view, period, html).write(expr);
  html.close();
}

std::string value_in_words(const Catalogue& words, Unit unit, const ParameterValue& value) {
  if (value.announced) return words.text("rulebook.announced"_t);
  if (unit == Unit::country_list) {
    std::string out;
    for (const std::int32_t country : value.list) {
      out += (out.empty() ? "" : ", ") + country_name(words, std::string(country_of(country).letters, 2));
    }
    return out.empty() ? words.text("rulebook.nothing"_t) : out;
  }
  if (!value.number) return words.text("rulebook.no_value"_t);
  const std::int64_t number = *value.number;
  std::string out;
  switch (unit) {
    case Unit::sek:
      out = words.kronor(Kronor{number});
      break;
    case Unit::year:
      out = words.text("rulebook.years"_t, {{"count", number}});
      break;
    case Unit::month:
      out = words.text("rulebook.months"_t, {{"count", number}});
      break;
    case Unit::percent:
      out = words.text("rulebook.percent"_t, {{"count", number}});
      break;
    case Unit::date:
    case Unit::country_list:
      out = words.date(Date{*value.number});
      break;
  }
  return value.up_to ? words.text("rulebook.up_to"_t, {{"value", out}}) : out;
}

std::string fact_name(const Catalogue& words, Fact fact) {
  if (fact == Fact::birth) return words.text("field.birth"_t);
  return words.text("q." + slug_of(fact) + ".short");
}

std::string anchor(std::string_view kind, std::string_view name) {
  std::string out = std::string(kind) + ".";
  for (const char c : name) {
    const bool kept = std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_' || c == '.';
    if (kept)
      out += c;
    else if (out.back() != '-')
      out += '-';
  }
  return out;
}

}  // namespace vagval
