// Files: opening, saving, and putting a plan away.
#include <utility>

#include "foundation/overloaded.h"
#include "plan/entries_json.h"
#include "plan/plan_json.h"
#include "plan/signature.h"
#include "state/examples.h"
#include "state/parts.h"

namespace vagval {

namespace {

constexpr std::string_view plain_end = ".vagval.json", sealed_end = ".vagval.age";

/// The name with the end that says how it is kept; the folder, if any, stays.
std::string named(std::string name, bool sealed) {
  if (name.empty()) name = "plan";
  if (name.ends_with(sealed ? ".age" : ".json")) return name;
  for (const std::string_view end : {plain_end, sealed_end, std::string_view(".json"), std::string_view(".age")})
    if (name.ends_with(end) && name.size() > end.size()) {
      name.resize(name.size() - end.size());
      break;
    }
  return name + std::string(sealed ? sealed_end : plain_end);
}

std::string copy_of(const std::string& path) {
  return path.substr(0, path.size() - base_name(path).size()) + "copy-" + base_name(path);
}

void save(Model& model, Effects& effects) {
  const Session& session = model.session;
  // The first time it is a choice: with a passphrase or without.
  if (session.file_name.empty() && !session.keeping.key) return go_to(model, ScreenId::keep);
  write_own_file(model, effects, session.keeping.key);
}

void note_saved(Model& model, const Saved& action) {
  Session& session = model.session;
  const char* const saved_how = action.handed    ? "message.handed.what"
                                : action.renamed ? "message.saved_beside.what"
                                                 : "message.saved.what";
  if (action.aside) {
    session.counsel.copy_person = session.counsel.copy_counsellor = false;
    return say(model, false, saved_how, "handover.copy.text", base_name(action.name));
  }
  const std::string before = std::exchange(session.file_name, action.name);
  session.unsaved = false;
  session.keeping.newer = false;
  session.wanted_name.clear();
  session.own_files.insert(action.name);
  session.saved_on = session.today;
  const bool sealed = action.name.ends_with(".age");
  say(model, false, saved_how,
      !sealed                     ? "message.saved.do"
      : before.ends_with(".json") ? "message.plain_left.do"
                                  : "message.saved_sealed.do",
      action.name);
  session.message->other = base_name(before);
}

void save_plain(Model& model, Effects& effects) {
  std::optional<SealingKey>& key = model.session.keeping.key;
  // A copy on the device keeps its passphrase; the file alone has none.
  if (key && model.session.keeping.kept_as != Keeping::KeptAs::sealed) {
    wipe(*key);
    key.reset();
  }
  write_own_file(model, effects, std::nullopt);
}

void go_on_with_copy(Model& model) {
  Session& session = model.session;
  if (!session.keeping.newer) return;
  session.keeping.newer = false;
  session.unsaved = true;
  if (const std::string name = std::exchange(session.file_name, {}); !name.empty()) session.wanted_name = copy_of(name);
}

void open_example(const Assets& assets, Model& model, const OpenExample& action) {
  if (ask_first(model, action)) return;
  for (const Example& example : assets.examples)
    if (example.name == action.name)
      start_plan(model, example_in(assets, example, assets.catalogue(model.session.language)));
  go_to(model, ScreenId::estimate);
}

}  // namespace

std::optional<std::string> bytes_of(Model& model) {
  std::string bytes = write_plan(model.plan);
  if (bytes.size() <= plan_bytes_max) return bytes;
  say(model, true, "keep.too_large.what", "keep.too_large.do");
  return std::nullopt;
}

void write_own_file(Model& model, Effects& effects, const std::optional<SealingKey>& key) {
  const Session& session = model.session;
  std::string name = session.file_name.empty() ? session.wanted_name : session.file_name;
  if (session.keeping.newer && !name.empty()) name = copy_of(name);
  name = named(std::move(name), key.has_value());
  const bool own = session.own_files.contains(name);
  if (std::optional<std::string> bytes = bytes_of(model))
    effects.push_back(WriteFile{std::move(name), std::move(*bytes), key, own});
}

bool ask_first(Model& model, PutAway then) {
  if (!is_at_risk(model.session)) return false;
  model.session.waiting = std::move(then);
  model.session.message.reset();
  focus_on(model.session, "clear.save");
  return true;
}

void start_plan(Model& model, Plan plan) {
  const Session& old = model.session;
  // What belongs to the device and the reader stays; what belongs to the plan goes, its passphrase first.
  Session fresh{.language = old.language,
                .reading = old.reading,
                .device = old.device,
                .counsel = old.counsel,
                .rules = old.rules,
                .cover_after = old.cover_after,
                .today = old.today,
                .been = old.been,
                .ahead = old.ahead,
                .focus_serial = old.focus_serial};
  // Who has agreed to a copy has agreed for this plan.
  fresh.counsel.copy_person = fresh.counsel.copy_counsellor = false;
  fresh.counsel.handed_over = fresh.counsel.read_again = false;
  fresh.device.has_plan = old.device.has_plan || old.keeping.kept_as != Keeping::KeptAs::off;
  if (model.session.keeping.key) wipe(*model.session.keeping.key);
  model.plan = std::move(plan);
  model.history = {};
  model.session = std::move(fresh);
}

bool open_file(Model& model, const std::string& name, const std::string& bytes, bool kept) {
  Session& session = model.session;
  if (is_sealed(bytes)) {
    if (const Result<SealedFile> file = read_sealed(bytes); !file) {
      say_error(model, file.error());
      return false;
    }
    if (!kept && !session.together.opening && ask_first(model, FileOpened{name, bytes})) return false;
    go_to(model, ScreenId::keep);
    session.keeping.locked = bytes;
    session.keeping.locked_name = name;
    session.keeping.locked_is_kept = kept;
    session.focus = "pass.open";
    return false;
  }
  const bool other = std::exchange(session.together.opening, false);
  Result<Plan> plan = open_plan(bytes, other ? Newer::refused : Newer::as_far_as_understood);
  if (!plan && is_rules_file(bytes)) {
    open_rules(model, name, bytes);
    return false;
  }
  if (!plan && is_minisign_text(bytes)) {
    open_signature(model, bytes);
    return false;
  }
  if (!plan) {
    if (session.screen == ScreenId::keep) go_to(model, other ? ScreenId::together : ScreenId::start);
    say_error(model, plan.error());
    return false;
  }
  if (other) {
    session.together.other = std::move(*plan);
    session.together.name = base_name(name);
    session.together.theirs.clear();
    go_to(model, ScreenId::together);
    return false;
  }
  if (!kept && ask_first(model, FileOpened{name, bytes})) return false;
  start_plan(model, std::move(*plan));
  go_to(model, ScreenId::household);
  session.opened_with = model.plan.rules_seen;
  session.file_name = name;
  // What came as pictures has no name and lies in no file.
  const bool pictures = name.empty() && !kept;
  session.unsaved = pictures;
  session.keeping.newer = is_newer_plan(bytes);
  if (kept) session.device.newer_plan = session.keeping.newer;
  // What a newer version wrote stays as it is, in its file and on the device, and a note says so for as long.
  if (session.keeping.newer) return true;
  if (kept)
    session.keeping.kept_as = Keeping::KeptAs::open, session.keeping.written = true;
  else if (pictures)
    say(model, false, "transfer.opened.what", "transfer.opened.do");
  else
    say(model, false, "message.opened.what", "message.opened.do", base_name(name));
  if (!name.empty()) session.own_files.insert(name);
  return true;
}

void apply(Work work, const FileAction& action) {
  Model& model = work.model;
  std::visit(Overloaded{[&](const AskForFile&) {
                          model.session.together.opening = false;
                          work.effects.push_back(ShowFilePicker{});
                        },
                        [&](const Save&) { save(model, work.effects); },
                        [&](const SavePlain&) { save_plain(model, work.effects); },
                        [&](const GoOnWithCopy&) { go_on_with_copy(model); },
                        [&](const StartNewPlan& one) {
                          if (ask_first(model, one)) return;
                          start_plan(model, {});
                          go_to(model, ScreenId::household);
                        },
                        [&](const OpenExample& one) { open_example(work.assets, model, one); },
                        [&](const SaveFirst&) { save(model, work.effects); },
                        [&](const GoOnWithout&) {},  // the router goes on
                        [&](const StayHere&) { model.session.waiting.reset(); },
                        [&](const CloseProgram& one) {
                          if (!ask_first(model, one)) work.effects.push_back(EndProgram{});
                        }},
             action);
}

void apply(Work work, const FileReply& reply) {
  Model& model = work.model;
  std::visit(Overloaded{[&](const FileOpened& one) { open_file(model, one.name, one.bytes); },
                        [&](const FileNotOpened& one) { say_error(model, one.error); },
                        [&](const Saved& one) { note_saved(model, one); },
                        [&](const SaveFailed& one) { say_error(model, one.error); },
                        [&](const Taken& one) {
                          if (!one.name.empty())
                            say(model, false, one.handed ? "message.handed.what" : "take.made.what", "take.made.do",
                                one.name);
                        }},
             reply);
}

}  // namespace vagval
