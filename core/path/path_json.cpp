// Reads the path strictly; expressions are compiled into the rule pack's pools.
#include <algorithm>
#include <set>

#include "foundation/reader.h"
#include "path/path_guide.h"
#include "path/schedule.h"
#include "rules/citation.h"
#include "rules/expr_json.h"
#include "rules/source_check.h"

namespace vagval {

namespace {

constexpr std::string_view of_names[] = {"person", "adult", "child", "household"};
constexpr std::string_view abroad_names[] = {"no", "ask", "apostille"};
constexpr std::string_view right_names[] = {"a", "b"};
constexpr std::string_view outcome_names[] = {"ends", "follows", "depends", "unknown"};

class PathReader {
 public:
  PathReader(std::string_view file, const std::function<bool(std::string_view)>& has_text, RulePack& pack)
      : has_text_(has_text), pack_(pack) {
    problems_.file = file;
    names_.pack = &pack;
    for (const Source& source : pack.sources) sources_.insert(source.id);
    for (std::size_t i = 0; i < pack.parameters.size(); ++i) names_.parameters[pack.parameters[i].id] = i;
    for (std::size_t i = 0; i < pack.definitions.size(); ++i) names_.definitions[pack.definitions[i].id] = i;
    for (std::size_t i = 0; i < pack.conditions.size(); ++i) names_.conditions[pack.conditions[i].id].push_back(i);
  }

  PathRead read(std::string_view bytes) {
    const Result<Json> json = read_json(bytes);
    if (!json) {
      problems_.add(json.error().where, "this is not readable JSON: " + std::string(error_name(json.error().id)));
      return refused();
    }
    ObjectReader top(*json, "", problems_);
    if (top.text("format") != "vagval-path") top.problem("format", "this must be \"vagval-path\"");
    if (top.integer("version") != 2) top.problem("version", "this program reads version 2");
    each(top, "documents", [&](ObjectReader& r) { document(r); });
    each(top, "budget", [&](ObjectReader& r) { cost(r); });
    each(top, "sections", [&](ObjectReader& r) { section(r); });
    each(top, "hazards", [&](ObjectReader& r) { hazard(r); });
    each(top, "ends", [&](ObjectReader& r) { ending(r); });
    each(top, "compare", [&](ObjectReader& r) { compare(r); });
    each(top, "questions", [&](ObjectReader& r) { question(r); });
    each(top, "talks", [&](ObjectReader& r) { talk(r); });
    each(top, "rumours", [&](ObjectReader& r) { rumour(r); });
    each(top, "checks", [&](ObjectReader& r) { say_back(r); });
    top.finish();
    if (guide_.sections.empty()) problems_.add("/sections", "a path has at least one section");
    refer();
    if (problems_.found == 0) refuse_cycles();
    if (problems_.found > 0) return refused();
    return {std::move(guide_), {}};
  }

 private:
  PathRead refused() {
    const std::size_t found = problems_.found;
    return {std::nullopt, problems_.take(), found};
  }

  template <class Read>
  void each(ObjectReader& from, std::string_view key, Read&& read) {
    const JsonArray& list = from.array_or_empty(key);
    from.few(key, list.size());
    for (std::size_t i = 0; i < list.size() && i < data_entries_max; ++i) {
      ObjectReader reader(list[i], from.pointer_to(key) + pointer_step(std::to_string(i)), problems_);
      read(reader);
      reader.finish();
    }
  }
  std::string text_key(ObjectReader& r, std::string_view member, std::string_view also) {
    std::string key = r.text(member);
    for (const std::string& needed : {key, key + std::string(also)})
      if (!key.empty() && !has_text_(needed)) r.problem(member, "no catalogue has the text \"" + needed + "\"");
    return key;
  }
  std::string id_of(ObjectReader& r, const std::string& prefix) {
    std::string id = prefix + r.text("id");
    if (!ids_.insert(prefix.empty() ? r.pointer().substr(0, r.pointer().rfind('/')) + id : id).second)
      r.problem("id", "this name is taken");
    return id;
  }
  std::uint32_t expression(ObjectReader& r, std::string_view member) {
    const Json* json = r.optional(member);
    return json ? compile_expr(*json, r.pointer_to(member), {}, names_, pack_, problems_) : no_expr;
  }
  std::vector<std::string> words(ObjectReader& r, std::string_view member) {
    std::vector<std::string> out;
    const JsonArray& list = r.array_or_empty(member);
    if (!r.few(member, list.size())) return out;
    for (const Json& entry : list) {
      if (entry.text())
        out.push_back(*entry.text());
      else
        r.problem(member, "a list of words is expected here");
    }
    return out;
  }
  Sources sources(ObjectReader& r, std::string_view member = "sources") {
    Sources out = words(r, member);
    for (const std::string& citation : out) {
      const std::string id = parse_citation(citation).source;
      if (!sources_.contains(id)) r.problem(member, "the rule pack has no source \"" + id + "\"");
    }
    if (std::string wrong = cited_though_replaced(pack_, out); !wrong.empty()) r.problem(member, std::move(wrong));
    return out;
  }
  int days(ObjectReader& r, std::string_view member, int least) {
    const std::int64_t value = r.optional_integer(member).value_or(0);
    if (value < least || value > 3650) r.problem(member, "this is not a plausible number");
    return static_cast<int>(value);
  }
  std::optional<Deadline> deadline(ObjectReader& from, std::string_view member) {
    const Json* json = from.optional(member);
    if (!json) return std::nullopt;
    ObjectReader r(*json, from.pointer_to(member), problems_);
    Deadline out{.from = static_cast<Milestone>(r.choice("from", milestone_names)),
                 .months = days(r, "months", -120),
                 .days = days(r, "days", -3650),
                 .statutory = r.flag("statutory"),
                 .sources = sources(r)};
    if (out.statutory && out.sources.empty()) r.problem("sources", "a statutory day needs the section that says so");
    r.finish();
    return out;
  }

  void section(ObjectReader& r) {
    PathSection out{.id = id_of(r, "")};
    out.stage = static_cast<int>(r.integer("stage").value_or(0));
    if (out.stage < 0 || out.stage > 8) r.problem("stage", "a stage is 1 to 8, or 0 before and after them");
    out.text = text_key(r, "text", ".about");
    guide_.sections.push_back(out);
    each(r, "tasks", [&](ObjectReader& t) { task(t, out.id); });
  }
  void task(ObjectReader& r, const std::string& section) {
    PathTask out{.id = id_of(r, section + "."),
                 .section = static_cast<std::uint16_t>(guide_.sections.size() - 1),
                 .text = text_key(r, "text", ".do"),
                 .who = text_key(r, "who", "")};
    out.reversibility = static_cast<Reversibility>(r.choice("undo", reversibility_names));
    out.applies = expression(r, "applies");
    out.after = words(r, "after");
    out.needs = words(r, "needs");
    out.gives = words(r, "gives");
    if (const Json* lead = r.required("days")) {
      ObjectReader d(*lead, r.pointer_to("days"), problems_);
      out.lead = {days(d, "least", 0), days(d, "usual", 0), sources(d)};
      if (out.lead.usual < out.lead.least) d.problem("usual", "usual is less than least");
      d.finish();
    }
    out.latest = deadline(r, "latest");
    out.earliest = deadline(r, "earliest");
    out.costs = words(r, "costs");
    out.sources = sources(r);
    guide_.tasks.push_back(std::move(out));
  }
  void hazard(ObjectReader& r) {
    PathHazard out{.id = id_of(r, ""), .text = text_key(r, "text", ".why")};
    out.applies = expression(r, "applies");
    if (const Json* order = r.optional("order")) {
      ObjectReader o(*order, r.pointer_to("order"), problems_);
      out.first = words(o, "first");
      out.then = words(o, "then");
      if (out.first.empty() || out.then.empty()) o.problem("first", "an order needs what comes first and what then");
      o.finish();
    }
    out.when = expression(r, "when");
    out.tasks = words(r, "tasks");
    if (out.first.empty() == (out.when == no_expr)) r.problem("order", "a hazard has either an order or a \"when\"");
    out.sources = sources(r);
    if (out.sources.empty()) r.problem("sources", "a hazard needs a source");
    guide_.hazards.push_back(std::move(out));
  }
  void document(ObjectReader& r) {
    DocumentKind out{.id = id_of(r, ""), .text = text_key(r, "text", ".why")};
    out.of = static_cast<DocumentOf>(r.choice("of", of_names));
    out.applies = expression(r, "applies");
    out.application = r.flag("application");
    out.expires = r.flag("expires");
    out.abroad = static_cast<Abroad>(r.choice("abroad", abroad_names, 0));
    out.sources = sources(r);
    guide_.documents.push_back(std::move(out));
  }
  void cost(ObjectReader& r) {
    CostKind out{.id = id_of(r, ""), .text = text_key(r, "text", "")};
    out.phase = static_cast<Phase>(r.choice("phase", phase_names));
    out.flow = static_cast<Flow>(r.choice("flow", flow_names));
    guide_.costs.push_back(std::move(out));
  }
  void ending(ObjectReader& r) {
    Ending out{.id = id_of(r, ""), .text = text_key(r, "text", ".about")};
    out.what = static_cast<Outcome>(r.choice("what", outcome_names));
    out.applies = expression(r, "applies");
    out.sources = sources(r);
    guide_.endings.push_back(std::move(out));
  }
  void compare(ObjectReader& r) {
    CompareRow out{.id = id_of(r, ""), .text = text_key(r, "text", "")};
    if (const Json* cells = r.required("cells")) {
      ObjectReader c(*cells, r.pointer_to("cells"), problems_);
      for (std::size_t i = 0; i < way_count; ++i) out.cells[i] = text_key(c, way_names[i], "");
      c.finish();
    }
    if (const Json* cited = r.optional("sources")) {
      ObjectReader c(*cited, r.pointer_to("sources"), problems_);
      for (std::size_t i = 0; i < way_count; ++i) out.sources[i] = sources(c, way_names[i]);
      c.finish();
    }
    guide_.compare.push_back(std::move(out));
  }
  void question(ObjectReader& r) {
    AuthorityQuestion out{.id = id_of(r, ""), .who = text_key(r, "who", ""), .text = text_key(r, "text", ".why")};
    out.applies = expression(r, "applies");
    out.sources = sources(r);
    guide_.questions.push_back(std::move(out));
  }

  void talk(ObjectReader& r) {
    TalkSheet out{
        .id = id_of(r, ""), .text = text_key(r, "text", ""), .task = r.text("task"), .items = words(r, "items")};
    for (const std::string& item : out.items)
      if (!has_text_(item)) r.problem("items", "no catalogue has the text \"" + item + "\"");
    guide_.talks.push_back(std::move(out));
  }

  WorkedSum sum_of(ObjectReader& r) { return static_cast<WorkedSum>(r.choice("sum", worked_sum_names, 0)); }
  void rumour(ObjectReader& r) {
    Rumour out{.id = id_of(r, ""), .text = text_key(r, "text", ".says"), .open = r.flag("open"), .sum = sum_of(r)};
    if (out.sum != WorkedSum::none && !has_text_(out.text + ".sum"))
      r.problem("sum", "no catalogue has the text \"" + out.text + ".sum\"");
    out.sources = sources(r);
    if (out.sources.empty()) r.problem("sources", "what the sources say needs a source");
    guide_.rumours.push_back(std::move(out));
  }
  void say_back(ObjectReader& r) {
    Check out{.id = id_of(r, ""), .text = text_key(r, "text", ".why")};
    for (const std::string_view answer : right_names) {
      const std::string needed = out.text + "." + std::string(answer);
      if (!has_text_(needed)) r.problem("text", "no catalogue has the text \"" + needed + "\"");
    }
    out.a_is_right = r.choice("right", right_names) == 0;
    out.sum = sum_of(r);
    out.sources = sources(r);
    if (out.sources.empty()) r.problem("sources", "what the sources say needs a source");
    guide_.checks.push_back(std::move(out));
  }

  // Reports references to entries that do not exist.
  void refer() {
    const auto task_exists = [&](const std::string& id) { return find_milestone(id) || find_task(guide_, id); };
    const auto document_exists = [&](const std::string& id) {
      return std::any_of(guide_.documents.begin(), guide_.documents.end(), [&](const auto& d) { return d.id == id; });
    };
    const auto check = [&](const std::string& who, const std::vector<std::string>& ids, const auto& exists) {
      for (const std::string& id : ids)
        if (!exists(id)) problems_.add("/" + who, "there is no \"" + id + "\"");
    };
    for (const PathTask& t : guide_.tasks) {
      check(t.id, t.after, task_exists);
      check(t.id, t.needs, document_exists);
      check(t.id, t.gives, document_exists);
      check(t.id, t.costs, [&](const std::string& id) { return find_cost(guide_, id) != nullptr; });
    }
    for (const TalkSheet& t : guide_.talks) check(t.id, {t.task}, task_exists);
    for (const PathHazard& h : guide_.hazards)
      for (const auto* ids : {&h.first, &h.then, &h.tasks}) check(h.id, *ids, task_exists);
  }
  void refuse_cycles() {
    for (const std::string& id : waiting_in_a_circle(guide_, {}))
      problems_.add("/" + id, "this task waits for itself by way of others");
  }

  const std::function<bool(std::string_view)>& has_text_;
  RulePack& pack_;
  ExprNames names_;
  ProblemList problems_;
  std::set<std::string_view> sources_;  // of the rule pack
  PathGuide guide_;
  std::set<std::string> ids_;
};

}  // namespace

PathRead read_path(std::string_view bytes, std::string_view file, const std::function<bool(std::string_view)>& has_text,
                   RulePack& pack) {
  return PathReader(file, has_text, pack).read(bytes);
}

}  // namespace vagval
