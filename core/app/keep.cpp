// What the actions about keeping do: passphrases, sealed files, the plan on the device, and leaving.
#include <utility>

#include "app/update.h"
#include "plan/plan_json.h"

namespace vagval {

namespace {

constexpr std::string_view plain_end = ".vagval.json", sealed_end = ".vagval.age";
constexpr const char *typed_new = "pass.new", *typed_again = "pass.again", *typed_open = "pass.open";

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

std::string taken(Session& session, const char* field) {
  std::string out;
  if (const auto typed = session.drafts.find(field); typed != session.drafts.end()) {
    out = typed->second;
    wipe(typed->second);
    session.drafts.erase(typed);
  }
  return out;
}

void forget_typed(Session& session) {
  for (const char* field : {typed_new, typed_again, typed_open}) {
    std::string text = taken(session, field);
    wipe(text);
  }
}

void forget_locked(Keeping& keeping) {
  keeping.locked.clear();
  keeping.locked_name.clear();
  keeping.locked_is_kept = false;
}

void write(Model& model, Effects& effects) {
  const Keeping& keeping = model.session.keeping;
  std::string name = model.session.file_name;
  if (keeping.newer && !name.empty()) name = "copy-" + name.substr(name.rfind('/') + 1);
  effects.push_back(WriteFile{named(std::move(name), keeping.key.has_value()), write_plan(model.plan), keeping.key});
}

void keep_now(const Model& model, Effects& effects, bool over_others) {
  const Keeping& keeping = model.session.keeping;
  if (keeping.here == Keeping::Here::off || (keeping.elsewhere && !over_others)) return;
  effects.push_back(KeepOnDevice{write_plan(model.plan),
                                 keeping.here == Keeping::Here::sealed ? keeping.key : std::nullopt, over_others});
}

void begin_keeping(Model& model, Effects& effects, Keeping::Here here) {
  model.session.keeping.here = here;
  model.session.keeping.elsewhere = false;
  keep_now(model, effects, false);
}

}  // namespace

Action stretched(WrapKey& wrap, const std::optional<SealedFile>& locked, const Salt& salt, const FileKey& random) {
  if (!locked) {
    KeyMade made{make_sealing_key(wrap, salt, work_factor_written, random)};
    wipe(wrap);
    return made;
  }
  const Result<SealingKey> key = unlock(*locked, wrap);
  wipe(wrap);
  if (!key) return NotUnsealed{key.error()};
  Result<std::string> bytes = open_sealed(*locked, *key);
  if (!bytes) return NotUnsealed{bytes.error()};
  return Unsealed{std::move(*bytes), *key};
}

void keep_up(const Model& model, Effects& effects) { keep_now(model, effects, false); }

void save(Model& model, Effects& effects) {
  const Session& session = model.session;
  // The first time it is a choice: with a passphrase or without.
  if (session.file_name.empty() && !session.keeping.key) return go_to(model, ScreenId::keep);
  write(model, effects);
}

void keep_plan(Model& model, Effects& effects, const SavePlain&) {
  if (model.session.keeping.here == Keeping::Here::sealed) {
    // The copy on the device keeps its passphrase; the file alone has none.
    std::string name = named(model.session.file_name, false);
    effects.push_back(WriteFile{std::move(name), write_plan(model.plan), std::nullopt});
    return;
  }
  if (model.session.keeping.key) wipe(*model.session.keeping.key);
  model.session.keeping.key.reset();
  write(model, effects);
}

void keep_plan(Model& model, Effects& effects, const UsePassphrase& action) {
  Session& session = model.session;
  Keeping& keeping = session.keeping;
  if (keeping.under_way) return;
  keeping.fault.clear();
  const auto refuse = [&](const char* key, const char* field) {
    keeping.fault = key;
    session.focus = field;
    ++session.focus_serial;
  };
  if (action.then == Then::open) {
    if (keeping.locked.empty()) return;
    std::string passphrase = taken(session, typed_open);
    if (passphrase.empty()) return refuse("pass.empty", typed_open);
    effects.push_back(FindKey{keeping.locked, std::move(passphrase)});
  } else {
    std::string passphrase = taken(session, typed_new), again = taken(session, typed_again);
    const bool same = passphrase == again;
    wipe(again);
    if (passphrase.empty() || !same || passphrase.size() > passphrase_max) {
      const bool empty = passphrase.empty();
      wipe(passphrase);
      return refuse(empty ? "pass.empty" : !same ? "pass.differ" : "error.text_too_long.what", typed_new);
    }
    effects.push_back(MakeKey{std::move(passphrase)});
  }
  keeping.under_way = action.then;
  keeping.thousandths = 0;
}

void keep_plan(Model& model, Effects& effects, const StopStretching&) {
  if (!model.session.keeping.under_way) return;
  model.session.keeping.under_way.reset();
  effects.push_back(StopKey{});
}

void keep_plan(Model& model, Effects& effects, const KeyMade& action) {
  Keeping& keeping = model.session.keeping;
  if (!keeping.under_way || *keeping.under_way == Then::open) return;  // it was cancelled
  const Then then = *keeping.under_way;
  keeping.under_way.reset();
  keeping.key = action.key;
  if (then == Then::save) return write(model, effects);
  if (then == Then::show) return carry_plan(model, effects, ShowPictures{});
  begin_keeping(model, effects, Keeping::Here::sealed);
}

void keep_plan(Model& model, Effects&, const Unsealed& action) {
  Keeping& keeping = model.session.keeping;
  if (!keeping.under_way || *keeping.under_way != Then::open) return;
  keeping.under_way.reset();
  const std::string name = keeping.locked_name;
  const bool kept = keeping.locked_is_kept;
  forget_locked(keeping);
  if (!open_file(model, name, action.bytes, kept)) return;
  model.session.keeping.key = action.key;
  if (kept) model.session.keeping.here = Keeping::Here::sealed;
}

void keep_plan(Model& model, Effects&, const NotUnsealed& action) {
  Session& session = model.session;
  if (!session.keeping.under_way) return;
  const bool opening = *session.keeping.under_way == Then::open;
  session.keeping.under_way.reset();
  say_error(model, action.error);
  session.focus = opening ? typed_open : typed_new;
  ++session.focus_serial;
}

void keep_plan(Model& model, Effects& effects, const LeaveLocked&) {
  keep_plan(model, effects, StopStretching{});
  forget_typed(model.session);
  forget_locked(model.session.keeping);
  model.session.together.opening = false;
  go_to(model, ScreenId::start);
}

void keep_plan(Model& model, Effects& effects, const KeepSealed&) {
  if (!model.session.keeping.key) return;
  begin_keeping(model, effects, Keeping::Here::sealed);
}

void keep_plan(Model& model, Effects& effects, const KeepPlain&) {
  model.session.open.erase("keep.here.sure");
  begin_keeping(model, effects, Keeping::Here::open);
}

void keep_plan(Model& model, Effects& effects, const StopKeeping&) {
  model.session.keeping.here = Keeping::Here::off;
  model.session.keeping.elsewhere = false;
  effects.push_back(EraseKept{});
}

void keep_plan(Model& model, Effects&, const DeviceIs& action) {
  Device& device = model.session.device;
  device.keeps = true;
  device.has_plan = action.has_plan;
  device.stored = action.stored;
  device.build = action.build;
  if (!action.erased) return;
  const bool left = !action.stored.empty();
  say(model, left, left ? "privacy.not_erased" : "privacy.erased", "");
}

void keep_plan(Model&, Effects& effects, const OpenKept&) { effects.push_back(ReadKept{}); }

void keep_plan(Model& model, Effects&, const KeptIs& action) { open_file(model, "", action.bytes, true); }

void keep_plan(Model& model, Effects& effects, const KeepMine&) {
  model.session.keeping.elsewhere = false;
  model.session.message.reset();
  keep_now(model, effects, true);
}

void keep_plan(Model& model, Effects&, const KeepFailed&) { say(model, true, "kept.failed.what", "kept.failed.do"); }

void keep_plan(Model& model, Effects& effects, const EraseDevice&) {
  start_plan(model, {});
  model.session.rules = {};
  go_to(model, ScreenId::privacy);
  effects.push_back(EraseKept{.everything = true});
}

void keep_plan(Model& model, Effects& effects, const Leave&) {
  forget_typed(model.session);
  if (model.session.keeping.key) wipe(*model.session.keeping.key);
  Session session{.language = model.session.language, .left = true, .today = model.session.today};
  model = Model{.session = std::move(session)};
  effects.push_back(StopKey{});
  effects.push_back(LeaveNow{});
}

}  // namespace vagval
