// Keeping a plan: passphrases, sealed files, and the plan on the device.
#include <utility>

#include "plan/plan_json.h"
#include "state/parts.h"
#include "state/update.h"

namespace vagval {

namespace {

constexpr const char *typed_new = "pass.new", *typed_again = "pass.again", *typed_open = "pass.open";

std::string taken(Session& session, const char* field) {
  std::string out;
  if (const auto typed = session.drafts.find(field); typed != session.drafts.end()) {
    out = typed->second;
    wipe(typed->second);
    session.drafts.erase(typed);
  }
  return out;
}

void forget_forms(Keeping& keeping) {
  for (std::string& form : keeping.forms) wipe(form);
  keeping.forms.clear();
}

std::string next_form(Keeping& keeping) {
  std::string out = keeping.forms.front();
  wipe(keeping.forms.front());
  keeping.forms.erase(keeping.forms.begin());
  return out;
}

void forget_locked(Keeping& keeping) {
  keeping.locked.clear();
  keeping.locked_name.clear();
  keeping.locked_is_kept = false;
}

void keep_now(Model& model, Effects& effects, bool over_others, bool chosen = false) {
  Keeping& keeping = model.session.keeping;
  if (keeping.kept_as == Keeping::KeptAs::off || (keeping.conflict != Keeping::Conflict::none && !over_others)) return;
  std::optional<std::string> bytes = bytes_of(model);
  if (!bytes) keeping.failed = true;  // until the device says otherwise
  if (bytes)
    effects.push_back(KeepOnDevice{std::move(*bytes),
                                   keeping.kept_as == Keeping::KeptAs::sealed ? keeping.key : std::nullopt, over_others,
                                   chosen});
}

void begin_keeping(Model& model, Effects& effects, Keeping::KeptAs as) {
  Session& session = model.session;
  if (session.keeping.newer) return say(model, true, "newer.locked.what", "newer.locked.do");
  session.keeping.kept_as = as;
  session.keeping.written = false;
  session.keeping.conflict = session.device.newer_plan ? Keeping::Conflict::newer : Keeping::Conflict::none;
  keep_now(model, effects, false, true);
}

/// Stops keeping an unsealed plan on the device if pages of other owners could read it.
void keep_off_where_shared(Model& model) {
  Session& session = model.session;
  if (!session.device.shared || session.keeping.kept_as != Keeping::KeptAs::open) return;
  session.keeping.kept_as = Keeping::KeptAs::off;
  session.device.has_plan = true;
  say(model, true, "kept.shared.what", "kept.shared.do");
}

void keep_plan(Model& model, Effects& effects, const UsePassphrase& action) {
  Session& session = model.session;
  Keeping& keeping = session.keeping;
  if (keeping.under_way) return;
  keeping.fault.clear();
  const auto refuse = [&](const char* key, const char* field) {
    keeping.fault = key;
    focus_on(session, field);
  };
  if (action.use == PassphraseFor::open) {
    if (keeping.locked.empty()) return;
    std::string passphrase = taken(session, typed_open);
    if (passphrase.empty()) return refuse("pass.empty", typed_open);
    forget_forms(keeping);
    keeping.forms = passphrase_forms(passphrase);
    wipe(passphrase);
    effects.push_back(FindKey{keeping.locked, next_form(keeping)});
  } else {
    std::string passphrase = taken(session, typed_new), again = taken(session, typed_again);
    for (std::string* one : {&passphrase, &again}) {
      std::string written = passphrase_written(*one);
      wipe(*one);
      *one = std::move(written);
    }
    const bool same = passphrase == again;
    wipe(again);
    if (passphrase.empty() || !same || passphrase.size() > passphrase_max) {
      const bool empty = passphrase.empty();
      wipe(passphrase);
      return refuse(empty ? "pass.empty" : !same ? "pass.differ" : "error.text_too_long.what", typed_new);
    }
    effects.push_back(MakeKey{std::move(passphrase)});
  }
  keeping.under_way = action.use;
  keeping.thousandths = 0;
}

void keep_plan(Model& model, Effects& effects, const StopStretching&) {
  if (!model.session.keeping.under_way) return;
  model.session.keeping.under_way.reset();
  forget_forms(model.session.keeping);
  effects.push_back(StopKey{});
}

void keep_plan(Model& model, Effects&, const StretchedTo& reply) {
  model.session.keeping.thousandths = reply.thousandths;
}

void keep_plan(Model& model, Effects& effects, const KeyMade& action) {
  Keeping& keeping = model.session.keeping;
  if (!keeping.under_way || *keeping.under_way == PassphraseFor::open) return;  // it was cancelled
  const PassphraseFor use = *keeping.under_way;
  keeping.under_way.reset();
  keeping.key = action.key;
  if (use == PassphraseFor::show) return show_pictures(model, effects);
  if (use == PassphraseFor::save) return write_own_file(model, effects, keeping.key);
  begin_keeping(model, effects, Keeping::KeptAs::sealed);
}

void keep_plan(Model& model, Effects&, const Unsealed& action) {
  Keeping& keeping = model.session.keeping;
  if (!keeping.under_way || *keeping.under_way != PassphraseFor::open) return;
  keeping.under_way.reset();
  forget_forms(keeping);
  const bool kept = keeping.locked_is_kept;
  // The plan may have changed while the program asked for the passphrase.
  const PutAway again = kept ? PutAway(OpenKept{}) : PutAway(FileOpened{keeping.locked_name, keeping.locked});
  if (!model.session.together.opening && ask_first(model, again)) return;
  const std::string name = keeping.locked_name;
  forget_locked(keeping);
  if (!open_file(model, name, action.bytes, kept)) {
    model.session.keeping.damaged = kept;
    return;
  }
  model.session.keeping.key = action.key;
  if (kept && !model.session.keeping.newer) {
    model.session.keeping.kept_as = Keeping::KeptAs::sealed;
    model.session.keeping.written = true;
  }
}

void keep_plan(Model& model, Effects& effects, const NotUnsealed& action) {
  Session& session = model.session;
  if (!session.keeping.under_way) return;
  const bool opening = *session.keeping.under_way == PassphraseFor::open;
  if (opening && action.error.id == ErrorId::wrong_passphrase && !session.keeping.forms.empty()) {
    session.keeping.thousandths = 0;
    effects.push_back(FindKey{session.keeping.locked, next_form(session.keeping)});
    return;
  }
  forget_forms(session.keeping);
  session.keeping.under_way.reset();
  say_error(model, action.error);
  session.keeping.damaged = session.keeping.locked_is_kept && action.error.id == ErrorId::sealed_damaged;
  focus_on(session, opening ? typed_open : typed_new);
}

void keep_plan(Model& model, Effects& effects, const LeaveLocked&) {
  keep_plan(model, effects, StopStretching{});
  forget_typed_passphrases(model.session);
  forget_locked(model.session.keeping);
  model.session.together.opening = false;
  go_to(model, ScreenId::start);
}

void keep_plan(Model& model, Effects& effects, const KeepSealed&) {
  if (!model.session.keeping.key) return;
  begin_keeping(model, effects, Keeping::KeptAs::sealed);
}

void keep_plan(Model& model, Effects& effects, const KeepPlain&) {
  if (model.session.device.shared) return;  // there is no such button
  model.session.open.erase("keep.here.sure");
  begin_keeping(model, effects, Keeping::KeptAs::open);
}

void keep_plan(Model& model, Effects& effects, const StopKeeping&) {
  model.session.keeping.kept_as = Keeping::KeptAs::off;
  model.session.keeping.conflict = Keeping::Conflict::none;
  model.session.device.newer_plan = false;
  effects.push_back(EraseKept{});
}

void keep_plan(Model& model, Effects& effects, const OpenKept& action) {
  if (!ask_first(model, action)) effects.push_back(ReadKept{});
}

void keep_plan(Model& model, Effects&, const KeptIs& action) {
  model.session.together.opening = false;
  if (ask_first(model, OpenKept{})) return;
  if (open_file(model, "", action.bytes, true)) return keep_off_where_shared(model);
  model.session.keeping.before = action.before;
  model.session.keeping.damaged = model.session.keeping.locked.empty();
}

void keep_plan(Model& model, Effects&, const OpenBefore& action) {
  if (ask_first(model, action)) return;
  const std::string before = std::exchange(model.session.keeping.before, {});
  if (before.empty()) return;
  model.session.keeping.damaged = false;
  model.session.message.reset();
  forget_locked(model.session.keeping);
  if (open_file(model, "", before, true)) keep_off_where_shared(model);
}

void keep_plan(Model& model, Effects& effects, const KeepMine&) {
  model.session.keeping.conflict = Keeping::Conflict::none;
  model.session.device.newer_plan = false;
  model.session.message.reset();
  keep_now(model, effects, true);
}

void keep_plan(Model& model, Effects&, const KeptElsewhere& reply) {
  model.session.keeping.conflict = reply.erased ? Keeping::Conflict::erased : Keeping::Conflict::changed;
}

void keep_plan(Model& model, Effects&, const KeepFailed&) {
  model.session.keeping.failed = true;
  say(model, true, "kept.failed.what", "kept.failed.do");
}

void keep_plan(Model& model, Effects&, const KeptNow&) {
  Keeping& keeping = model.session.keeping;
  if (keeping.kept_as == Keeping::KeptAs::off) return;  // an answer that comes late
  keeping.written = true;
  keeping.failed = false;
}

}  // namespace

void forget_typed_passphrases(Session& session) {
  forget_forms(session.keeping);
  for (const char* field : {typed_new, typed_again, typed_open}) {
    std::string text = taken(session, field);
    wipe(text);
  }
}

Reply stretched(WrapKey& wrap, const std::optional<SealedFile>& locked, const Salt& salt, const FileKey& random) {
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

void forget_passphrase(Effect& effect) {
  if (auto* make = std::get_if<MakeKey>(&effect)) wipe(make->passphrase);
  if (auto* find = std::get_if<FindKey>(&effect)) wipe(find->passphrase);
}

void keep_up(Model& model, Effects& effects) { keep_now(model, effects, false); }

void apply(Work work, const KeepAction& action) {
  std::visit([&](const auto& one) { keep_plan(work.model, work.effects, one); }, action);
}

void apply(Work work, const KeepReply& reply) {
  std::visit([&](const auto& one) { keep_plan(work.model, work.effects, one); }, reply);
}

}  // namespace vagval
