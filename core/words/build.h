// Short ways to make nodes, so that a screen's source reads like the screen.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "rules/age.h"
#include "screen/screen.h"
#include "state/derived.h"
#include "state/model.h"

namespace vagval {

/// What a screen may look at.
struct ViewContext {
  const Assets& assets;
  const Catalogue& words;
  const Plan& plan;
  const Session& session;
  const Derived& derived;
};

Node heading(std::string id, std::string text, std::uint8_t level = 2);
Node paragraph(std::string id, std::string text, Tone tone = Tone::body);
Node button(std::string id, std::string text, Action action, Emphasis emphasis = Emphasis::secondary);
Node card(std::string id, std::vector<Node> children, std::string name = {});
Node row(std::string id, std::string text, std::string detail = {}, std::string mark = {});
Node chip(std::string id, std::string text);
Node note(std::string id, Tone tone, std::string strong, std::string text);
Node list(std::string id, std::vector<std::string> items);
/// Answers to choose among; each is an `option`.
Node choice(std::string id, std::string text, std::string detail = {}, bool compact = false);
Node option(std::string id, std::string text, bool selected, Action action);
/// Open or closed as the session says.
Node disclosure(const ViewContext& view, std::string id, std::string text, std::vector<Node> children,
                std::string mark = {});

/// Says that the node is in a language other than the screen's.
void written_in(Node& node, const Catalogue& words);

/// How old what a source says is, as a chip says it: "2025:970 § 9 · law · seen 2026-04-02", of an undated copy when it
/// was read, of a replaced section since when. \param checked  of the cited rule; none: as the source itself says.
std::string cited_in_words(const ViewContext& view, const Source& source, const std::string& section,
                           std::optional<Date> checked, const std::string& name);
/// Describes the copy of a source that was read, a sentence for each fact: the day to which it holds, the replaced
/// parts.
std::vector<std::string> copy_in_words(const Catalogue& words, const Source& source);
/// What a source is called in a chip: "2025:970", or its title.
std::string short_name(const Source& source);
/// How old the rules in use are today.
Age age_of_rules(const ViewContext& view);
/// What there is to say of it; nothing while they are as they should be.
std::optional<Node> age_note(const ViewContext& view, std::string id);
/// The same as one sentence: when they were checked, and what that means today.
std::string age_in_words(const ViewContext& view);

/// "§ 9 · law · seen 2026-11-20", one for each citation; with time "…, may be old", then "old (…): ask".
std::vector<Node> source_chips(const ViewContext& view, const std::string& id, const std::vector<Citation>& citations,
                               std::optional<Date> checked = std::nullopt);
/// The chips of all these citations side by side, each source once.
Node source_row(const ViewContext& view, const std::string& id, const std::vector<Citation>& citations,
                std::optional<Date> checked = std::nullopt);
/// A citation as the path's data writes it, "L7#27 §".
std::vector<Node> source_chips(const ViewContext& view, const std::string& id,
                               const std::vector<std::string>& citations);

/// What a person is called: the chosen label or "Person A" by the place in the household.
std::string name_of(const ViewContext& view, const Person& person);
std::string name_of(const ViewContext& view, std::size_t person);

/// What a person without a label is called, by the place in the household: "Person A".
std::string place_name(const Catalogue& words, std::size_t person);

/// An answer in words: "ja", "flykting", "12 september 2024", "Syrien"; "vet inte" when there is none.
std::string answer_in_words(const ViewContext& view, const TypedAnswer& answer);
/// The same of an answer as the plan file writes it; a text that is no answer to the fact stays as it is.
std::string answer_in_words(const ViewContext& view, Fact fact, const std::string& answer);

}  // namespace vagval
