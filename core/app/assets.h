// What ships with the program, read once: rules, path, words, example households.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "path/path_guide.h"
#include "plan/plan.h"
#include "rules/rule_pack.h"
#include "text/catalogue.h"

namespace vagval {

struct Example {
  std::string name;  ///< file name without folder and ending; `example.<name>` is its title
  Plan plan;
};

struct Assets {
  RulePack pack;
  PathGuide path;
  std::vector<Catalogue> catalogues;  ///< Swedish first
  std::vector<Example> examples;

  /// The catalogue of a language; Swedish for one that is not there.
  const Catalogue& catalogue(std::string_view language) const;
};

/// One more language, from what the build made of its catalogue. \returns false, and nothing has changed, if the words
/// do not fit or the language is there already.
bool add_words(Assets& assets, std::string_view bytes);

/// The first we have among a person's languages, best first, with commas between ("ckb-IQ,en"). English where we have
/// none of them; Swedish where nothing is said.
std::string language_for(const Assets& assets, std::string_view languages);

struct AssetsRead {
  std::shared_ptr<Assets> assets;  ///< nullptr when there is any problem
  std::vector<Problem> problems;
};
/// Reads everything embedded, strictly.
AssetsRead read_assets();

}  // namespace vagval
