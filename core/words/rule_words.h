// Differences between rule packs in plain words.
#pragma once

#include <string>
#include <vector>

#include "rules/pack_difference.h"
#include "screen/screen.h"
#include "text/catalogue.h"

namespace vagval {

struct DifferenceInWords {
  std::string name, what;  ///< "C-05 No debts"; "From 1 January 2026: …"
};
DifferenceInWords in_words(const Catalogue& words, const Difference& difference);

/// Headings and rows, by what the differences are about. Of a kind with very many the first are shown, and how many
/// more there are.
std::vector<Node> difference_nodes(const Catalogue& words, const std::string& id,
                                   const std::vector<Difference>& differences);

/// The problems that a strict reader found, for the author of the file: the first ones, and a count of the rest.
std::vector<Node> problem_nodes(const Catalogue& words, const std::string& id, const std::vector<Problem>& problems,
                                std::size_t found);

/// "from 1 January 2026" or "from … to …".
std::string period_in_words(const Catalogue& words, const InForce& period);
/// A parameter's value as a difference writes it, in words.
std::string value_in_words(const Catalogue& words, Form form, const std::string& value);

}  // namespace vagval
