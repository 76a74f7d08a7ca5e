// Questions to ask: collected from unknown, disputed, risky and doubted points, and the person's own.
#pragma once

#include <string>
#include <vector>

#include "words/build.h"

namespace vagval {

/// Where a question comes from.
enum class AskedFrom : std::uint8_t { own, doubt, condition, unmet, conflict, hazard, guide };

struct Asked {
  std::string id;   ///< as in the plan: "guide.mv_list", "condition.C-01", "q1"
  std::string who;  ///< catalogue key of whom to ask, "who.mv"; a name that the catalogue lacks is "who.other"
  std::string text, why;
  std::vector<Node> sources;
  AskedFrom from = AskedFrom::guide;
  bool of_everyone = false;  ///< a condition on no fact: judged for every household alike, and listed last
};

/// The view's path and assessment have to be worked out (derive for the questions).
std::vector<Asked> all_questions(const ViewContext& view);
/// Conditions that the answers do not meet, as things to talk about.
std::vector<Asked> unmet_conditions(const ViewContext& view);
/// Whom to ask, in the order of the screens.
std::vector<std::string> authorities(const ViewContext& view, const std::vector<Asked>& questions);
/// Whom to ask, as part of a node's id: "mv" of "who.mv".
std::string short_name(const std::string& who);

const QuestionEntry* find_question_entry(const Plan& plan, std::string_view id);
/// Whether the person has ticked it to be raised.
bool is_raised(const Plan& plan, std::string_view id);
/// A button that ticks it, or takes the tick away.
Node raise_button(const ViewContext& view, const std::string& id);
/// A button by which a person says that they doubt a fact ("A-01") or a rule; it then stands among the questions.
/// \param row  id of the row that it stands in: a fact can stand on a screen more than once.
Node doubt_button(const ViewContext& view, const std::string& row, const std::string& fact);

}  // namespace vagval
