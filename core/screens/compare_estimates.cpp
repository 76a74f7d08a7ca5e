// Each way gets its own estimate; staying and visiting get a sentence of the same weight.
#include <algorithm>
#include <tuple>

#include "facts/check.h"
#include "screens/compare_parts.h"

namespace vagval {

namespace {

// A way without a grant of its own: staying, and visiting before anything is decided.
bool has_own_estimate(Way way) { return way == Way::go || way == Way::other; }

std::vector<std::string> unmet(const ViewContext& view, const Assessment& assessment) {
  std::vector<std::string> out;
  for (const ConditionResult& result : assessment.conditions) {
    if (result.state != ConditionState::unmet) continue;
    std::string name = view.words.text(view.assets.pack.conditions[result.condition].text);
    if (std::find(out.begin(), out.end(), name) == out.end()) out.push_back(std::move(name));
  }
  return out;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : ", ") + part;
  return out;
}

}  // namespace

WayEstimate estimate_of(const ViewContext& view, Way way) {
  WayEstimate out{facts_of_way(view.plan, way), std::nullopt};
  const Date today = view.session.today;
  if (has_own_estimate(way) && !out.facts.household.persons.empty() &&
      faults(out.facts.household, out.facts.situation, today).empty())
    out.assessment = assess(view.assets.pack, out.facts.household, out.facts.situation, today, OtherAnswers::left_out);
  return out;
}

std::string estimate_in_words(const ViewContext& view, Way way, const WayEstimate& estimate) {
  const Catalogue& words = view.words;
  if (way == Way::stay) return words.text("compare.estimate.stay"_t);
  if (way == Way::visit) return words.text("compare.estimate.visit"_t);
  if (!estimate.assessment) return words.text("compare.estimate.none"_t);
  const Assessment& a = *estimate.assessment;
  std::string state = words.text("estimate.state." + std::string(state_name(a.state)));
  if (a.no_rule_for_date) return state;
  if (a.state == State::not_covered) return any_person_apart(a) ? words.text("estimate.not_covered_apart"_t) : state;
  return words.text("compare.estimate"_t, {{"state", state}, {"amount", words.kronor(a.amount)}});
}

std::vector<std::string> differences(const ViewContext& view, const std::vector<Way>& ways,
                                     const std::vector<WayEstimate>& estimates) {
  std::vector<std::string> out;
  const Catalogue& words = view.words;
  for (std::size_t a = 0; a < ways.size(); ++a)
    for (std::size_t b = a + 1; b < ways.size(); ++b) {
      const auto &one = estimates[a].assessment, &two = estimates[b].assessment;
      if (!one || !two || (one->state == two->state && one->amount == two->amount)) continue;
      out.push_back(words.text("compare.difference"_t, {{"one", way_in_words(view, ways[a])},
                                                        {"first", estimate_in_words(view, ways[a], estimates[a])},
                                                        {"two", way_in_words(view, ways[b])},
                                                        {"second", estimate_in_words(view, ways[b], estimates[b])}}));
      const std::vector<std::string> left = unmet(view, *one), right = unmet(view, *two);
      for (const auto& [way, here, there] : {std::tuple(ways[a], &left, &right), std::tuple(ways[b], &right, &left)}) {
        std::vector<std::string> only;
        for (const std::string& name : *here)
          if (std::find(there->begin(), there->end(), name) == there->end()) only.push_back(name);
        if (!only.empty())
          out.push_back(
              words.text("compare.only_unmet"_t, {{"way", way_in_words(view, way)}, {"conditions", joined(only)}}));
      }
    }
  return out;
}

}  // namespace vagval
