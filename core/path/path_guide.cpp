#include "path/path_guide.h"

#include "foundation/reader.h"

namespace vagval {

namespace {

constexpr std::string_view reversibilities[] = {"freely", "at_a_cost", "not_at_all"};

class PathReader {
 public:
  PathReader(std::string_view file, const std::function<bool(std::string_view)>& has_text,
             const std::function<bool(std::string_view)>& knows_source)
      : has_text_(has_text), knows_source_(knows_source) {
    problems_.file = file;
  }

  PathRead read(std::string_view bytes) {
    const Result<Json> json = read_json(bytes);
    if (!json) {
      problems_.add(json.error().where, "this is not readable JSON: " + std::string(error_name(json.error().id)));
      return {std::nullopt, std::move(problems_.problems)};
    }
    ObjectReader top(*json, "", problems_);
    if (top.text("format") != "vagval-path") top.problem("format", "this must be \"vagval-path\"");
    if (top.integer("version") != 1) top.problem("version", "this program reads version 1");
    PathGuide guide;
    each(top, "sections", [&](ObjectReader& r) { guide.sections.push_back(section(r)); });
    top.finish();
    if (!problems_.problems.empty()) return {std::nullopt, std::move(problems_.problems)};
    return {std::move(guide), {}};
  }

 private:
  template <class Read>
  void each(ObjectReader& from, std::string_view key, Read&& read) {
    const JsonArray& list = from.array_or_empty(key);
    for (std::size_t i = 0; i < list.size(); ++i) {
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
  std::vector<std::string> sources(ObjectReader& r) {
    std::vector<std::string> out;
    for (const Json& entry : r.array_or_empty("sources")) {
      if (!entry.text() || !knows_source_(entry.text()->substr(0, entry.text()->find('#'))))
        r.problem("sources", "the rule pack has no such source");
      else
        out.push_back(*entry.text());
    }
    return out;
  }
  PathSection section(ObjectReader& r) {
    PathSection out{.id = r.text("id")};
    out.stage = static_cast<int>(r.integer("stage").value_or(0));
    if (out.stage < 0 || out.stage > 8) r.problem("stage", "a stage is 1 to 8, or 0 before and after them");
    out.text = text_key(r, "text", ".about");
    each(r, "hazards", [&](ObjectReader& h) {
      out.hazards.push_back({h.text("id"), text_key(h, "text", ""), sources(h)});
    });
    each(r, "tasks", [&](ObjectReader& t) {
      PathTask task{.id = t.text("id"), .text = text_key(t, "text", ".do"), .who = text_key(t, "who", "")};
      task.reversibility = static_cast<Reversibility>(t.choice("undo", reversibilities));
      task.sources = sources(t);
      out.tasks.push_back(std::move(task));
    });
    return out;
  }

  const std::function<bool(std::string_view)>& has_text_;
  const std::function<bool(std::string_view)>& knows_source_;
  ProblemList problems_;
};

}  // namespace

PathRead read_path(std::string_view bytes, std::string_view file, const std::function<bool(std::string_view)>& has_text,
                   const std::function<bool(std::string_view)>& knows_source) {
  return PathReader(file, has_text, knows_source).read(bytes);
}

}  // namespace vagval
