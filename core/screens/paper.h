// The contents of paper as nodes. The preview on the screen and the printed page use the same ones.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "screen/screen.h"
#include "screens/view.h"
#include "state/take.h"

namespace vagval {

/// Whose paper: a plan that can be used, seen on a day.
struct PaperOf {
  const Assets& assets;
  const Plan& plan;
  const Derived& derived;  ///< all that any screen needs
  Date today;
  std::string language;
  std::string beside;         ///< a second language beside each text, or empty
  bool hidden = false;        ///< names are places ("Person A")
  std::string build;          ///< of the program, where the host knows it
  std::optional<Date> clock;  ///< as in Session
};

/// The day it is as of, how old the rules are, that it is no decision; and that it is an example, where it is one.
std::vector<Node> paper_head(const PaperOf& of);
/// One screen and what belongs to it, without anything to press: each person's answers, each section's tasks.
std::vector<Node> paper_part(const PaperOf& of, ScreenId screen);
/// The unknown points, and the sources that the parts name.
std::vector<Node> paper_end(const PaperOf& of, const std::vector<Node>& parts);

/// Without the parts that are left out: headings of the second level by their ids, with what stands under them.
std::vector<Node> without(std::vector<Node> nodes, const std::set<std::string>& left_out);

/// One A4 for a meeting, without names: understood points, unknown points, five questions.
std::vector<Node> meeting_sheet(const PaperOf& of);
/// The rows of an application, and the missing documents of each person; in Swedish, with the person's own language
/// beside.
std::vector<Node> application_sheet(const PaperOf& of);

}  // namespace vagval
