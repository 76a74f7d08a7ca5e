// What ships with the program, read once: rules, path, words, example households.
#pragma once

#include <memory>
#include <optional>
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
  std::string rules_sha256;           ///< of the pack's file
  std::vector<Catalogue> catalogues;  ///< Swedish first
  std::vector<Example> examples;
  std::shared_ptr<const Assets> own;  ///< with rules from a file: what ships with the program; nullptr: this is it

  /// The catalogue of a language; Swedish for one that is not there.
  const Catalogue& catalogue(std::string_view language) const;
};

/// Gives the catalogues the figures of the pack, as they are on the day when the pack was checked. What the pack lacks
/// comes from the program's own. Call it after the pack or the catalogues have changed.
void state_figures(Assets& assets);

/// One more language, from what the build made of its catalogue. \returns false, and nothing has changed, if the words
/// do not fit or the language is there already.
bool add_words(Assets& assets, std::string_view bytes);

/// Whether the words of the language are here.
bool has_words(const Assets& assets, std::string_view language);

/// The first we have among a person's languages, best first, with commas between ("ckb-IQ,en"). English where we have
/// none of them; Swedish where nothing is said.
std::string language_for(const Assets& assets, std::string_view languages);

/// Rules, and the path that is compiled against them.
struct Rules {
  RulePack pack;
  PathGuide path;
};
struct RulesRead {
  std::optional<Rules> rules;     ///< absent when there is any problem
  std::vector<Problem> problems;  ///< see read_pack; of the path only where the pack has none
  std::size_t found = 0;          ///< how many there are
  bool newer = false;             ///< the pack is of a later version, so that the problems say little
};
/// Reads a rule pack strictly, and the path of this program with it. \param file  only named in the problems.
RulesRead read_rules(std::string_view bytes, std::string_view file);
/// Whether the pack says that it is of a later version than this program reads.
bool is_newer_rules(std::string_view bytes);
/// Whether the bytes claim to be a rule pack, readable or not.
bool is_rules_file(std::string_view bytes);

struct AssetsRead {
  std::shared_ptr<Assets> assets;  ///< nullptr when there is any problem
  std::vector<Problem> problems;
};
/// Reads everything embedded, strictly.
AssetsRead read_assets();

/// Loads the embedded rule pack, path, catalogues and examples once; only languages may come later. The build has
/// checked them: a fault here is the program's own, and ends it with its problem on stderr.
std::shared_ptr<Assets> load_assets();

}  // namespace vagval
