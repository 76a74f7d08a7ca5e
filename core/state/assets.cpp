#include "state/assets.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <utility>

#include "assets/embedded.h"
#include "foundation/json.h"
#include "plan/plan_json.h"
#include "rules/pack_json.h"
#include "state/rules_hash.h"

namespace vagval {

const Catalogue& Assets::catalogue(std::string_view language) const {
  for (const Catalogue& c : catalogues)
    if (c.language() == language) return c;
  return catalogues.front();
}

namespace {

// Swedish first, it is the measure; then English; then the others by their codes, in whichever order they come.
void add(std::vector<Catalogue>& all, Catalogue one) {
  const auto place = [](const Catalogue& c) {
    return std::pair(c.language() == "sv" ? 0 : c.language() == "en" ? 1 : 2, c.language());
  };
  const auto after =
      std::find_if(all.begin(), all.end(), [&](const Catalogue& other) { return place(other) > place(one); });
  all.insert(after, std::move(one));
}

}  // namespace

bool has_words(const Assets& assets, std::string_view language) {
  return assets.catalogue(language).language() == language;
}

namespace {

// The value of the day, or else of the last day before on which there was one, or else the first there is.
std::optional<std::int64_t> nearest(const Parameter& parameter, Date day) {
  std::optional<std::int64_t> out;
  for (const ParameterValue& value : parameter.values)
    if (value.number && (!out || value.period.from <= day)) out = *value.number;
  return out;
}

const Parameter* find_parameter(const std::vector<Parameter>& all, std::string_view id) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const Parameter& one) { return one.id == id; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace

void state_figures(Assets& assets) {
  std::vector<Parameter> all = assets.pack.parameters;
  if (assets.own)
    for (const Parameter& one : assets.own->pack.parameters)
      if (!find_parameter(all, one.id)) all.push_back(one);
  const auto figures = std::make_shared<const RuleFigures>([all = std::move(all)](std::string_view name, Date day) {
    const Parameter* const parameter = find_parameter(all, name);
    return parameter ? nearest(*parameter, day) : std::nullopt;
  });
  for (Catalogue& one : assets.catalogues) one = one.with_figures(figures, assets.pack.checked_on);
}

bool add_words(Assets& assets, std::string_view bytes) {
  CatalogueRead read = read_embedded_catalogue(bytes, "words", &assets.catalogues.front());
  if (!read.catalogue || assets.catalogue(read.catalogue->language()).language() == read.catalogue->language())
    return false;
  add(assets.catalogues, std::move(*read.catalogue));
  state_figures(assets);
  return true;
}

std::string language_for(const Assets& assets, std::string_view languages) {
  if (languages.empty()) return "sv";
  while (!languages.empty()) {
    const std::size_t comma = std::min(languages.find(','), languages.size());
    std::string tag(languages.substr(0, comma));
    languages.remove_prefix(std::min(comma + 1, languages.size()));
    for (char& c : tag) c = c == '_' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    // What others call what we have; "ku" alone may be either Kurdish.
    for (const Catalogue& c : assets.catalogues)
      for (const std::string& other : c.also_called())
        if ((tag + '-').starts_with(other + '-')) tag = c.language();
    tag = tag.substr(0, tag.find('-'));
    for (const Catalogue& c : assets.catalogues)
      if (c.language() == tag) return tag;
  }
  return "en";
}

namespace {

constexpr std::int64_t rules_version = 1;  // see read_pack
constexpr std::string_view rules_format = "vagval-rules";

bool has_text_key(std::string_view key) { return find_text_key(key).has_value(); }

}  // namespace

RulesRead read_rules(std::string_view bytes, std::string_view file) {
  PackRead pack = read_pack(bytes, file, has_text_key);
  if (!pack.pack) return {std::nullopt, std::move(pack.problems), pack.found, is_newer_rules(bytes)};
  constexpr std::string_view path_file = "path/se.json";
  PathRead path = read_path(assets::file(path_file), path_file, has_text_key, *pack.pack);
  if (!path.guide) return {std::nullopt, std::move(path.problems), path.found, false};
  return {Rules{std::move(*pack.pack), std::move(*path.guide)}, {}, 0, false};
}

bool is_newer_rules(std::string_view bytes) {
  const Result<Json> json = read_json(bytes);
  const Json* version = json ? json->find("version") : nullptr;
  return version && version->integer() && *version->integer() > rules_version;
}

bool is_rules_file(std::string_view bytes) {
  if (const Result<Json> json = read_json(bytes)) {
    const Json* format = json->find("format");
    return format && format->text() && *format->text() == rules_format;
  }
  // A file that is damaged further down still names its format at the beginning.
  constexpr std::size_t beginning = 400;
  return bytes.substr(0, beginning).find('"' + std::string(rules_format) + '"') != std::string_view::npos;
}

AssetsRead read_assets() {
  std::vector<Problem> problems;
  const auto gather = [&](std::vector<Problem> found) { problems.insert(problems.end(), found.begin(), found.end()); };
  auto out = std::make_shared<Assets>();
  const auto read_words = [&](const assets::File& file) {
    CatalogueRead read =
        read_embedded_catalogue(file.bytes, file.path, out->catalogues.empty() ? nullptr : &out->catalogues.front());
    gather(std::move(read.problems));
    if (read.catalogue) add(out->catalogues, std::move(*read.catalogue));
  };
  constexpr std::string_view measure = "text/sv.json";  // the others are read by it
  read_words({measure, assets::file(measure)});
  for (const assets::File& file : assets::files())
    if (file.path.starts_with("text/") && file.path != measure) read_words(file);
  constexpr std::string_view own = "rules/se-repatriation-grant.json";
  RulesRead rules = read_rules(assets::file(own), own);
  gather(std::move(rules.problems));
  if (rules.rules) {
    out->pack = std::move(rules.rules->pack);
    out->path = std::move(rules.rules->path);
    out->rules_sha256 = rules_hash(assets::file(own));
    state_figures(*out);
  }
  for (const assets::File& file : assets::files()) {
    constexpr std::string_view folder = "examples/", ending = ".json";
    if (!file.path.starts_with(folder)) continue;
    const Result<Plan> plan = open_plan(file.bytes);
    const std::string name(file.path.substr(folder.size(), file.path.size() - folder.size() - ending.size()));
    if (!plan)
      gather({{std::string(file.path), plan.error().where, std::string(error_name(plan.error().id))}});
    else if (!has_text_key("example." + name) || !has_text_key("example." + name + ".outcome"))
      gather({{std::string(file.path), "", "no catalogue has a title and an outcome for this example"}});
    else if (plan->example != name)
      gather({{std::string(file.path), "/example", "an example says its own name, so that its files do too"}});
    else
      out->examples.push_back({name, *plan});
  }
  if (!problems.empty()) return {nullptr, std::move(problems)};
  return {std::move(out), {}};
}

std::shared_ptr<Assets> load_assets() {
  AssetsRead read = read_assets();
  for (const Problem& p : read.problems)
    std::fprintf(stderr, "%s%s: %s\n", p.file.c_str(), p.pointer.c_str(), p.sentence.c_str());
  if (!read.assets) std::abort();
  return std::move(read.assets);
}

}  // namespace vagval
