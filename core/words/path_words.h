// The path in words: names of tasks, states, times, and the reasons why a task may concern the household.
#pragma once

#include <string>
#include <string_view>

#include "path/schedule.h"
#include "words/build.h"

namespace vagval {

/// The title of a task of the guide or of one's own, or of a milestone ("@departure").
std::string task_title(const ViewContext& view, std::string_view id);
/// "not_started" where nothing is written.
TaskState state_of(const Plan& plan, std::string_view task);
std::string state_in_words(const ViewContext& view, TaskState state);
/// A row's mark for a state.
std::string mark_of(TaskState state);

/// "12 mars 2027", "3 veckor före flytten", "15 månader efter flytten".
std::string moment_in_words(const ViewContext& view, const Moment& moment);
/// The latest beginning; one that has passed is not a date that anybody can keep, and says so.
std::string latest_in_words(const ViewContext& view, const TaskTime& time);
/// "1–3 veckor (vår uppskattning)".
std::string lead_in_words(const ViewContext& view, const LeadTime& lead);
std::string days_in_words(const ViewContext& view, int days);
/// "Kan röra er. Beror på: bostad, barn"; empty when it is known.
std::string fit_in_words(const ViewContext& view, const Fit& fit);

/// The open question that would settle a fact, for a button: id of the question, or empty.
std::string question_of(const ViewContext& view, Fact fact);

/// An amount of the plan ("9,5") with the language's decimal mark.
std::string with_decimal_mark(const Catalogue& words, std::string amount);

/// A field for a value of plan/change.h.
Node value_field(const ViewContext& view, const std::string& name, std::string label, std::string help, Input input);

/// A choice among words for a value of plan/change.h, side by side where there is room. \param same_as_none  a word
/// that a file may hold and that means the same as no value.
struct ValueOption {
  std::string value, text;
};
Node value_choice(const ViewContext& view, const std::string& name, std::string label,
                  const std::vector<ValueOption>& options, std::string_view same_as_none = {});

/// A note about one hazard, with its reason and sources.
Node hazard_note(const ViewContext& view, std::string id, std::string lead, const PathHazard& hazard);
/// The hazards found that name this task, or all of them for an empty task.
std::vector<Node> found_hazards(const ViewContext& view, std::string_view task);

/// The index of a task in the guide followed by the own ones, as in Schedule::tasks.
std::optional<std::size_t> place_of(const ViewContext& view, std::string_view task);

/// Table cells from texts; the first row is the header.
Node table(std::string id, std::string name, const std::vector<std::vector<std::string>>& rows);

}  // namespace vagval
