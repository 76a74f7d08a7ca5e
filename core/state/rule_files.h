// Rule packs that the person has opened from files, and the one in use.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plan/signature.h"
#include "state/assets.h"

namespace vagval {

/// A file with rules as it was opened; it never changes.
struct RulesFile {
  std::string name;  ///< without its folder
  std::string bytes, sha256;
  RulesRead read;
};

/// A signature of a file, and what it says with the key that was given; nothing while there is none.
struct RulesSignature {
  Signature signature;
  std::optional<SignatureCheck> check;
};

/// They belong to the program, not to the plan: they stay when another plan is opened and reach no file.
struct RuleFiles {
  std::shared_ptr<const RulesFile> pending;              ///< read and shown, not in use
  std::vector<std::shared_ptr<const RulesFile>> loaded;  ///< that have been in use, in the order they were opened
  std::string in_use;                                    ///< hash of one of them; empty: those of the program
  std::map<std::string, RulesSignature> signatures;      ///< by the hash of their file
  std::optional<PublicKey> key;                          ///< given by the person
};
inline constexpr std::size_t rule_files_max = 8;

/// The field for a public key.
inline constexpr const char* key_field = "rules.key";

/// \returns the file, pending or loaded, or nullptr.
const RulesFile* find_rules(const RuleFiles& files, std::string_view sha256);
/// \returns nullptr while the rules of the program are in use.
const RulesFile* file_in_use(const RuleFiles& files);
/// The file or its signature is not what was signed: such rules are not used.
bool is_tampered(const RuleFiles& files, const std::string& sha256);

}  // namespace vagval
