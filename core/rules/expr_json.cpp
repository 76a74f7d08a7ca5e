#include "rules/expr_json.h"

#include <algorithm>

namespace vagval {

namespace {

class Compiler {
 public:
  Compiler(const ExprNames& names, RulePack& pack, ProblemList& problems)
      : names_(names), pack_(pack), problems_(problems) {}

  std::uint32_t compile(const Json& json, const std::string& pointer, ExprPlace place) {
    const JsonObject* members = json.object();
    if (!members || members->size() != 1)
      return fail(pointer, "an expression with exactly one member is expected here");
    const auto& [op, operand] = members->front();
    const std::string at = pointer + pointer_step(op);
    if (op == "all") return group(Op::all_of, operand, at, place);
    if (op == "any") return group(Op::any_of, operand, at, place);
    if (op == "not") return wrap(Op::not_of, operand, at, place);
    if (op == "is") return is(operand, at, place);
    if (op == "in") return compare(Op::in_list, FactType::country, operand, at, place);
    if (op == "on_or_before") return compare(Op::on_or_before, FactType::date, operand, at, place);
    if (op == "on_or_after") return compare(Op::on_or_after, FactType::date, operand, at, place);
    if (op == "age_at_least") return age(operand, at, place);
    if (op == "some_person") return of_everyone(Op::some_person, operand, at, place);
    if (op == "every_person") return of_everyone(Op::every_person, operand, at, place);
    if (op == "another_person") return of_another(Op::another_person, operand, at, place);
    if (op == "tied_person") return of_another(Op::tied_person, operand, at, place);
    if (op == "partner") return of_another(Op::partner, operand, at, place);
    if (op == "applicant") return wrap(Op::applicant, operand, at, {true, place.in_conflict});
    if (op == "definition") return definition(operand, at, place);
    if (op == "conditions") return conditions(operand, at, place);
    if (op == "covered") return covered(operand, at, place);
    if (op == "cap_binds") return cap_binds(operand, at, place);
    if (op == "today_on_or_after") return today(operand, at);
    if (op == "authority") return truth_only(Op::authority, operand, at);
    return fail(at, "there is no operation of this name");
  }

 private:
  std::uint32_t fail(const std::string& pointer, std::string sentence) {
    problems_.add(pointer, std::move(sentence));
    return add({.op = Op::authority});
  }
  std::uint32_t add(Expr expr) {
    pack_.exprs.push_back(expr);
    return static_cast<std::uint32_t>(pack_.exprs.size() - 1);
  }
  // A name can stand for many conditions, and several expressions can use it.
  static constexpr std::size_t children_max = 1'000'000;
  std::uint32_t add_with(Expr expr, const std::vector<std::uint32_t>& children, const std::string& at) {
    expr.first = static_cast<std::uint32_t>(pack_.children.size());
    if (pack_.children.size() + children.size() > children_max) return fail(at, "these rules name too many others");
    expr.count = static_cast<std::uint32_t>(children.size());
    pack_.children.insert(pack_.children.end(), children.begin(), children.end());
    return add(expr);
  }

  std::uint32_t group(Op op, const Json& operand, const std::string& at, ExprPlace place) {
    const JsonArray* parts = operand.array();
    if (!parts || parts->empty()) return fail(at, "a list of expressions is expected here");
    std::vector<std::uint32_t> children;
    for (std::size_t i = 0; i < parts->size(); ++i)
      children.push_back(compile((*parts)[i], at + pointer_step(std::to_string(i)), place));
    return add_with({.op = op}, children, at);
  }
  std::uint32_t wrap(Op op, const Json& operand, const std::string& at, ExprPlace place) {
    return add_with({.op = op}, {compile(operand, at, place)}, at);
  }
  std::uint32_t of_everyone(Op op, const Json& operand, const std::string& at, ExprPlace place) {
    if (place.person_at_hand)
      return fail(at, "this asks about everyone and may not stand inside an expression about one person");
    return wrap(op, operand, at, {true, place.in_conflict});
  }
  std::uint32_t of_another(Op op, const Json& operand, const std::string& at, ExprPlace place) {
    if (!place.person_at_hand) return fail(at, "this asks about one person and needs one at hand");
    return wrap(op, operand, at, place);
  }

  std::optional<Fact> fact(const Json& json, const std::string& at, ExprPlace place) {
    const std::string* name = json.text();
    const std::optional<Fact> found = name ? find_fact(*name) : std::nullopt;
    if (!found) {
      problems_.add(at, "there is no fact of this name");
      return std::nullopt;
    }
    if (is_person_fact(*found) && !place.person_at_hand) {
      problems_.add(at, "a fact about a person is only reached through some_person or every_person here");
      return std::nullopt;
    }
    return found;
  }
  const JsonArray* two(const Json& operand, const std::string& at) {
    const JsonArray* parts = operand.array();
    if (parts && parts->size() == 2) return parts;
    problems_.add(at, "a list of two is expected here");
    return nullptr;
  }

  std::uint32_t is(const Json& operand, const std::string& at, ExprPlace place) {
    const JsonArray* parts = two(operand, at);
    if (!parts) return fail(at, "so this cannot be read");
    const std::optional<Fact> found = fact((*parts)[0], at + "/0", place);
    if (!found) return add({.op = Op::authority});
    const FactInfo& about = info(*found);
    std::vector<std::int32_t> values;
    if (about.type == FactType::boolean) {
      const bool* value = (*parts)[1].boolean();
      if (!value) return fail(at + "/1", "true or false is expected here");
      values.push_back(*value ? 1 : 0);
    } else if (about.type == FactType::choice) {
      const JsonArray* list = (*parts)[1].array();
      const JsonArray single = list ? JsonArray{} : JsonArray{(*parts)[1]};
      for (const Json& word : list ? *list : single) {
        const auto* const at_word =
            word.text() ? std::find(about.choices.data(), about.choices.data() + about.choices.size(), *word.text())
                        : nullptr;
        if (!at_word || at_word == about.choices.data() + about.choices.size())
          return fail(at + "/1", "this is not a possible answer to " + std::string(about.name));
        values.push_back(static_cast<std::int32_t>(at_word - about.choices.data()));
      }
    } else {
      return fail(at + "/0", "\"is\" compares yes/no answers and choices only");
    }
    Expr expr{.op = Op::equals, .fact = *found};
    expr.first = static_cast<std::uint32_t>(pack_.constants.size());
    expr.count = static_cast<std::uint32_t>(values.size());
    pack_.constants.insert(pack_.constants.end(), values.begin(), values.end());
    return add(expr);
  }

  std::optional<std::int32_t> parameter(const Json& json, const std::string& at, Unit unit) {
    const Json* name = json.object() && json.object()->size() == 1 ? json.find("parameter") : nullptr;
    const auto found = name && name->text() ? names_.parameters.find(*name->text()) : names_.parameters.end();
    if (found == names_.parameters.end()) {
      problems_.add(at, "there is no parameter of this name");
      return std::nullopt;
    }
    if (names_.pack->parameters[found->second].unit != unit) {
      problems_.add(at, "the unit of this parameter does not fit here");
      return std::nullopt;
    }
    return static_cast<std::int32_t>(found->second);
  }

  std::uint32_t compare(Op op, FactType type, const Json& operand, const std::string& at, ExprPlace place) {
    const JsonArray* parts = two(operand, at);
    if (!parts) return fail(at, "so this cannot be read");
    const std::optional<Fact> found = fact((*parts)[0], at + "/0", place);
    if (!found) return add({.op = Op::authority});
    if (info(*found).type != type) return fail(at + "/0", "the type of this fact does not fit the comparison");
    Expr expr{.op = op, .fact = *found};
    if (const std::string* text = (*parts)[1].text(); text && type == FactType::date) {
      if (*text == "today" && op == Op::on_or_after) {
        expr.op = Op::on_or_after_today;
        return add(expr);
      }
      const std::optional<Date> literal = parse_date(*text);
      if (!literal) return fail(at + "/1", "a date written YYYY-MM-DD is expected here");
      expr.constant = literal->days;
      return add(expr);
    }
    const auto found_parameter =
        parameter((*parts)[1], at + "/1", type == FactType::country ? Unit::country_list : Unit::date);
    if (!found_parameter) return add({.op = Op::authority});
    expr.constant = *found_parameter;
    expr.uses_parameter = true;
    return add(expr);
  }

  std::uint32_t age(const Json& operand, const std::string& at, ExprPlace place) {
    const JsonArray* parts = operand.array();
    if (!parts || parts->empty() || parts->size() > 2) return fail(at, "a list of one or two is expected here");
    if (!place.person_at_hand) return fail(at, "this asks about one person and needs one at hand");
    const auto years = parameter((*parts)[0], at + "/0", Unit::year);
    if (!years) return add({.op = Op::authority});
    Expr expr{.op = Op::age_at_least, .fact = Fact::birth, .constant = *years, .uses_parameter = true};
    if (parts->size() == 2) {
      ObjectReader reader((*parts)[1], at + "/1", problems_);
      expr.unclear_months = static_cast<std::uint16_t>(
          std::clamp<std::int64_t>(reader.integer("unclear_for_months").value_or(0), 0, 600));
      if (const Json* until = (*parts)[1].find("unclear_until")) {
        if (!until->text() || find_fact(*until->text()) != Fact::decision_date)
          problems_.add(at + "/1/unclear_until", "only situation.decision_date is possible here");
        expr.unclear_until_decision = true;
        (void)reader.text("unclear_until");
      }
      reader.finish();
    }
    return add(expr);
  }

  std::uint32_t definition(const Json& operand, const std::string& at, ExprPlace place) {
    const auto found = operand.text() ? names_.definitions.find(*operand.text()) : names_.definitions.end();
    if (found == names_.definitions.end()) return fail(at, "there is no definition of this name");
    if (!place.person_at_hand) return fail(at, "a definition is about a person and needs one at hand");
    return add({.op = Op::definition, .constant = static_cast<std::int32_t>(found->second)});
  }

  std::uint32_t conditions(const Json& operand, const std::string& at, ExprPlace place) {
    const JsonArray* list = operand.array();
    if (!list || list->empty()) return fail(at, "a list of condition ids is expected here");
    std::vector<std::uint32_t> indices;
    for (std::size_t i = 0; i < list->size(); ++i) {
      const std::string* id = (*list)[i].text();
      const auto found = id ? names_.conditions.find(*id) : names_.conditions.end();
      if (found == names_.conditions.end())
        return fail(at + pointer_step(std::to_string(i)), "there is no condition of this name");
      for (const std::size_t index : found->second) {
        if (!pack_.conditions[index].of_household && !place.person_at_hand)
          return fail(at + pointer_step(std::to_string(i)), "this condition is about a person and needs one at hand");
        indices.push_back(static_cast<std::uint32_t>(index));
      }
    }
    return add_with({.op = Op::conditions}, indices, at);
  }

  std::uint32_t truth_only(Op op, const Json& operand, const std::string& at) {
    if (!operand.boolean() || !*operand.boolean()) return fail(at, "only true is possible here");
    return add({.op = op});
  }
  std::uint32_t covered(const Json& operand, const std::string& at, ExprPlace place) {
    if (!place.in_conflict || !place.person_at_hand)
      return fail(at, "this is possible only about a person in a conflict");
    return truth_only(Op::covered, operand, at);
  }
  std::uint32_t cap_binds(const Json& operand, const std::string& at, ExprPlace place) {
    if (!place.in_conflict) return fail(at, "this is possible only in a conflict");
    for (const CapRule& cap : pack_.caps)
      if (operand.text() && cap.id == *operand.text())
        return add({.op = Op::cap_binds, .constant = static_cast<std::int32_t>(&cap - pack_.caps.data())});
    return fail(at, "there is no cap of this name");
  }
  std::uint32_t today(const Json& operand, const std::string& at) {
    const std::optional<Date> date = operand.text() ? parse_date(*operand.text()) : std::nullopt;
    if (!date) return fail(at, "a date written YYYY-MM-DD is expected here");
    return add({.op = Op::today_on_or_after, .constant = date->days});
  }

  const ExprNames& names_;
  RulePack& pack_;
  ProblemList& problems_;
};

void collect(const RulePack& pack, std::uint32_t index, std::vector<Fact>& out) {
  const Expr& expr = pack.exprs[index];
  const auto add = [&](Fact fact) {
    if (std::find(out.begin(), out.end(), fact) == out.end()) out.push_back(fact);
  };
  switch (expr.op) {
    case Op::equals:
    case Op::in_list:
    case Op::on_or_before:
    case Op::on_or_after:
    case Op::on_or_after_today:
    case Op::age_at_least:
      add(expr.fact);
      break;
    case Op::tied_person:
      add(Fact::permit_tie_to);
      break;
    case Op::partner:
    case Op::applicant:
      add(Fact::tie);
      break;
    case Op::definition:
      collect(pack, pack.definitions[static_cast<std::size_t>(expr.constant)].expr, out);
      break;
    case Op::all_of:
    case Op::any_of:
    case Op::not_of:
    case Op::some_person:
    case Op::every_person:
    case Op::another_person:
      for (std::uint32_t i = 0; i < expr.count; ++i) collect(pack, pack.children[expr.first + i], out);
      break;
    case Op::conditions:
    case Op::covered:
    case Op::cap_binds:
    case Op::today_on_or_after:
    case Op::authority:
      break;
  }
}

}  // namespace

std::uint32_t compile_expr(const Json& json, const std::string& pointer, ExprPlace place, const ExprNames& names,
                           RulePack& pack, ProblemList& problems) {
  return Compiler(names, pack, problems).compile(json, pointer, place);
}

std::vector<Fact> facts_of(const RulePack& pack, std::uint32_t expr) {
  std::vector<Fact> out;
  if (expr != no_expr) collect(pack, expr, out);
  return out;
}

}  // namespace vagval
