#include "rules/source_check.h"

#include <algorithm>

#include "rules/citation.h"

namespace vagval {

namespace {

// Returns the longest part whose name the section begins with.
const SourcePart* part_of(const Source& source, std::string_view section) {
  const SourcePart* out = nullptr;
  for (const SourcePart& part : source.parts)
    if (section.starts_with(part.section) && (!out || part.section.size() > out->section.size())) out = &part;
  return out;
}

std::string replaced_in_words(const RulePack& pack, const Source& source, const std::string& section,
                              const SourcePart& part) {
  return source.id + "#" + section + " was replaced on " + to_iso(*part.replaced_on) +
         ": cite what replaced it beside it (\"" + pack.sources[part.replaced_by].id + "\")";
}

std::string cited_though_replaced(const RulePack& pack, const std::vector<Citation>& cited, const InForce& period) {
  std::vector<std::uint16_t> sources;  // all cited sources, in order; filled at the first replaced part
  for (const Citation& one : cited) {
    const Source& source = pack.sources[one.source];
    const SourcePart* part = replaced_part(source, one.section);
    if (!part || (period.to && *period.to < *part->replaced_on)) continue;
    if (sources.empty()) {
      for (const Citation& c : cited) sources.push_back(c.source);
      std::sort(sources.begin(), sources.end());
    }
    if (!std::binary_search(sources.begin(), sources.end(), part->replaced_by))
      return replaced_in_words(pack, source, one.section, *part);
  }
  return {};
}

template <class Entry>
void check(const RulePack& pack, const std::vector<Entry>& entries, const std::string& where, ProblemList& problems) {
  for (std::size_t i = 0; i < entries.size(); ++i)
    if (std::string wrong = cited_though_replaced(pack, entries[i].sources, entries[i].period); !wrong.empty())
      problems.add(where + pointer_step(std::to_string(i)) + "/sources", std::move(wrong));
}

}  // namespace

std::optional<Date> copy_of(const Source& source, std::string_view section) {
  const SourcePart* part = part_of(source, section);
  return part && part->copy ? part->copy : source.copy;
}

bool is_undated_copy(const Source& source, std::string_view section) {
  return source.read_on && !copy_of(source, section);
}

const SourcePart* replaced_part(const Source& source, std::string_view section) {
  const SourcePart* part = part_of(source, section);
  return part && part->replaced_on ? part : nullptr;
}

SeenLimit seen_limit(const RulePack& pack, const std::vector<Citation>& cited) {
  if (cited.empty()) return {};
  SeenLimit out{.kind = SeenLimit::never};
  for (const Citation& one : cited) {
    const Source& source = pack.sources[one.source];
    const std::optional<Date> copy = copy_of(source, one.section);
    if (!copy && !source.read_on) return {};
    if (copy && (out.kind == SeenLimit::never || out.day < *copy)) out = {SeenLimit::until, *copy};
  }
  return out;
}

std::string citation_as_written(const RulePack& pack, const Citation& citation) {
  const std::string& id = pack.sources[citation.source].id;
  return citation.section.empty() ? id : id + "#" + citation.section;
}

std::string cited(const RulePack& pack, const std::vector<Citation>& citations) {
  std::string out;
  for (const Citation& c : citations) out += (out.empty() ? "" : ", ") + citation_as_written(pack, c);
  return out;
}

std::vector<std::string> citations_as_written(const RulePack& pack, const std::vector<Citation>& citations) {
  std::vector<std::string> out;
  for (const Citation& citation : citations) out.push_back(citation_as_written(pack, citation));
  return out;
}

void check_sources(const RulePack& pack, ProblemList& problems) {
  for (const Parameter& parameter : pack.parameters)
    check(pack, parameter.values, "/parameters" + pointer_step(parameter.id) + "/values", problems);
  check(pack, pack.conditions, "/conditions", problems);
  check(pack, pack.statements, "/statements", problems);
  check(pack, pack.caps, "/caps", problems);
  check(pack, pack.instalments, "/instalments", problems);
  check(pack, pack.repayments, "/repayments", problems);
  for (std::size_t i = 0; i < pack.conflicts.size(); ++i)
    for (const Reading& reading : pack.conflicts[i].readings)
      if (std::string wrong = cited_though_replaced(pack, reading.sources, pack.conflicts[i].period); !wrong.empty())
        problems.add("/conflicts" + pointer_step(std::to_string(i)) + "/readings", std::move(wrong));
}

std::string cited_though_replaced(const RulePack& pack, const std::vector<std::string>& cited) {
  std::vector<Citation> known;
  for (const std::string& citation : cited) {
    CitedPlace place = parse_citation(citation);
    const auto found =
        std::find_if(pack.sources.begin(), pack.sources.end(), [&](const Source& s) { return s.id == place.source; });
    if (found != pack.sources.end())
      known.push_back({static_cast<std::uint16_t>(found - pack.sources.begin()), std::move(place.section)});
  }
  return cited_though_replaced(pack, known, InForce{});
}

}  // namespace vagval
