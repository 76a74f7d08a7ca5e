// What the actions about rule files do: opening, checking a signature, using, going back.
#include <algorithm>
#include <utility>

#include "foundation/overloaded.h"
#include "state/parts.h"

namespace vagval {

namespace {

// A signature is checked when it comes and when the key changes. Rules in use that turn out to be tampered with are not
// used any longer.
void check(Model& model, const std::string& sha256) {
  RuleFiles& files = model.session.rules;
  const auto found = files.signatures.find(sha256);
  const RulesFile* file = find_rules(files, sha256);
  if (found == files.signatures.end() || !file) return;
  found->second.check.reset();
  if (files.key) found->second.check = check_signature(found->second.signature, *files.key, file->bytes);
  if (files.in_use != sha256 || !is_tampered(files, sha256)) return;
  files.in_use.clear();
  say(model, true,
      *found->second.check == SignatureCheck::file_changed ? "sign.changed.what" : "sign.comment_changed.what",
      "sign.stopped");
}

void check_all(Model& model) {
  std::vector<std::string> hashes;
  for (const auto& [sha256, signature] : model.session.rules.signatures) hashes.push_back(sha256);
  for (const std::string& sha256 : hashes) check(model, sha256);
}

}  // namespace

const RulesFile* find_rules(const RuleFiles& files, std::string_view sha256) {
  if (files.pending && files.pending->sha256 == sha256) return files.pending.get();
  for (const auto& file : files.loaded)
    if (file->sha256 == sha256) return file.get();
  return nullptr;
}

const RulesFile* file_in_use(const RuleFiles& files) {
  return files.in_use.empty() ? nullptr : find_rules(files, files.in_use);
}

bool is_tampered(const RuleFiles& files, const std::string& sha256) {
  const auto found = files.signatures.find(sha256);
  if (found == files.signatures.end() || !found->second.check) return false;
  return *found->second.check == SignatureCheck::file_changed ||
         *found->second.check == SignatureCheck::comment_changed;
}

void open_rules(Model& model, const std::string& name, const std::string& bytes) {
  auto file = std::make_shared<RulesFile>();
  file->name = base_name(name);
  file->bytes = bytes;
  file->sha256 = sha256_text(bytes);
  file->read = read_rules(bytes, file->name);
  go_to(model, ScreenId::rules);
  model.session.rules.pending = std::move(file);
  model.session.focus = "rules.pending";
}

void open_signature(Model& model, const std::string& text) {
  RuleFiles& files = model.session.rules;
  // A file of a public key begins in the same way, and is shorter.
  if (const Result<PublicKey> key = read_public_key(text)) {
    go_to(model, ScreenId::rules);
    model.session.drafts[key_field] = text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
    std::string& typed = model.session.drafts[key_field];
    typed = typed.substr(typed.rfind('\n') + 1);
    say(model, false, "sign.key.noted.what", "sign.key.noted.do");
    return give_key(model, text);
  }
  const Result<Signature> signature = read_signature(text);
  if (!signature) return say_error(model, signature.error());
  const std::string about = files.pending ? files.pending->sha256 : files.in_use;
  if (about.empty()) return say(model, true, "sign.no_rules.what", "sign.no_rules.do");
  go_to(model, ScreenId::rules);
  files.signatures[about] = {*signature, std::nullopt};
  model.session.focus = "sign";
  check(model, about);
}

void give_key(Model& model, const std::string& text) {
  const Result<PublicKey> key = read_public_key(text);
  model.session.rules.key = key ? std::optional(*key) : std::nullopt;
  check_all(model);
}

namespace {

void use_rules(Model& model, const UseRules& action) {
  RuleFiles& files = model.session.rules;
  if (action.sha256.empty()) {
    files.in_use.clear();
    return say(model, false, "rules.own.what", "");
  }
  const RulesFile* file = find_rules(files, action.sha256);
  if (!file || !file->read.rules || is_tampered(files, action.sha256)) return;
  if (files.pending && files.pending->sha256 == action.sha256) {
    const bool known = std::any_of(files.loaded.begin(), files.loaded.end(),
                                   [&](const auto& one) { return one->sha256 == action.sha256; });
    if (!known && files.loaded.size() >= rule_files_max)
      return say(model, true, "rules.too_many.what", "rules.too_many.do", std::to_string(rule_files_max));
    if (!known) files.loaded.push_back(files.pending);
    files.pending.reset();
  }
  files.in_use = action.sha256;
  say(model, false, "rules.used.what", "rules.used.do");
  focus_on(model.session, "title");
}

void leave_rules(Model& model) {
  model.session.rules.pending.reset();
  model.session.message.reset();
  focus_on(model.session, "title");
}

}  // namespace

void apply(Work work, const RulesAction& action) {
  std::visit(Overloaded{[&](const UseRules& one) { use_rules(work.model, one); },
                        [&](const LeaveRules&) { leave_rules(work.model); }},
             action);
}

}  // namespace vagval
