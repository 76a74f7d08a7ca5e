// What the actions about keeping do: passphrases, sealed files, the plan on the device, and leaving.
#include <utility>

#include "plan/plan_json.h"
#include "state/places.h"
#include "state/update.h"

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

void forget_forms(Keeping& keeping) {
  for (std::string& form : keeping.forms) wipe(form);
  keeping.forms.clear();
}

void forget_typed(Session& session) {
  forget_forms(session.keeping);
  for (const char* field : {typed_new, typed_again, typed_open}) {
    std::string text = taken(session, field);
    wipe(text);
  }
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

std::string copy_of(const std::string& path) {
  return path.substr(0, path.size() - base_name(path).size()) + "copy-" + base_name(path);
}

/// The plan's bytes. A plan that this program could not open again is not written, and the person is told.
std::optional<std::string> bytes_of(Model& model) {
  std::string bytes = write_plan(model.plan);
  if (bytes.size() <= plan_bytes_max) return bytes;
  say(model, true, "keep.too_large.what", "keep.too_large.do");
  return std::nullopt;
}

void write(Model& model, Effects& effects, const std::optional<SealingKey>& key) {
  const Session& session = model.session;
  std::string name = session.file_name.empty() ? session.wanted_name : session.file_name;
  if (session.keeping.newer && !name.empty()) name = copy_of(name);
  name = named(std::move(name), key.has_value());
  const bool own = session.own_files.contains(name);
  if (std::optional<std::string> bytes = bytes_of(model))
    effects.push_back(WriteFile{std::move(name), std::move(*bytes), key, own});
}

void keep_now(Model& model, Effects& effects, bool over_others, bool chosen = false) {
  Keeping& keeping = model.session.keeping;
  if (keeping.here == Keeping::Here::off || (keeping.elsewhere != Keeping::Elsewhere::none && !over_others)) return;
  std::optional<std::string> bytes = bytes_of(model);
  if (!bytes) keeping.failed = true;  // until the device says otherwise
  if (bytes)
    effects.push_back(KeepOnDevice{
        std::move(*bytes), keeping.here == Keeping::Here::sealed ? keeping.key : std::nullopt, over_others, chosen});
}

void begin_keeping(Model& model, Effects& effects, Keeping::Here here) {
  Session& session = model.session;
  if (session.keeping.newer) return say(model, true, "newer.locked.what", "newer.locked.do");
  session.keeping.here = here;
  session.keeping.written = false;
  session.keeping.elsewhere = session.device.newer_plan ? Keeping::Elsewhere::newer : Keeping::Elsewhere::none;
  keep_now(model, effects, false, true);
}

/// Stops keeping an unsealed plan on the device if pages of other owners could read it.
void keep_off_where_shared(Model& model) {
  Session& session = model.session;
  if (!session.device.shared || session.keeping.here != Keeping::Here::open) return;
  session.keeping.here = Keeping::Here::off;
  session.device.has_plan = true;
  say(model, true, "kept.shared.what", "kept.shared.do");
}

}  // namespace

const char* unread_key(Unread why) {
  switch (why) {
    case Unread::newer:
      return "kept.unread.newer";
    case Unread::strange:
      return "kept.unread.strange";
    case Unread::silent:
      return "kept.unread.silent";
    case Unread::no:
    case Unread::refused:
      break;
  }
  return "kept.unread.do";
}

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

void forget_passphrase(Effect& effect) {
  if (auto* make = std::get_if<MakeKey>(&effect)) wipe(make->passphrase);
  if (auto* find = std::get_if<FindKey>(&effect)) wipe(find->passphrase);
}

void keep_up(Model& model, Effects& effects) { keep_now(model, effects, false); }

void save(Model& model, Effects& effects) {
  const Session& session = model.session;
  // The first time it is a choice: with a passphrase or without.
  if (session.file_name.empty() && !session.keeping.key) return go_to(model, ScreenId::keep);
  write(model, effects, session.keeping.key);
}

void keep_plan(Model& model, Effects&, const Saved& action) {
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

void keep_plan(Model& model, Effects& effects, const SavePlain&) {
  std::optional<SealingKey>& key = model.session.keeping.key;
  // A copy on the device keeps its passphrase; the file alone has none.
  if (key && model.session.keeping.here != Keeping::Here::sealed) {
    wipe(*key);
    key.reset();
  }
  write(model, effects, std::nullopt);
}

void keep_plan(Model& model, Effects&, const GoOnWithCopy&) {
  Session& session = model.session;
  if (!session.keeping.newer) return;
  session.keeping.newer = false;
  session.unsaved = true;
  if (const std::string name = std::exchange(session.file_name, {}); !name.empty()) session.wanted_name = copy_of(name);
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
  keeping.under_way = action.then;
  keeping.thousandths = 0;
}

void keep_plan(Model& model, Effects& effects, const StopStretching&) {
  if (!model.session.keeping.under_way) return;
  model.session.keeping.under_way.reset();
  forget_forms(model.session.keeping);
  effects.push_back(StopKey{});
}

void keep_plan(Model& model, Effects& effects, const KeyMade& action) {
  Keeping& keeping = model.session.keeping;
  if (!keeping.under_way || *keeping.under_way == Then::open) return;  // it was cancelled
  const Then then = *keeping.under_way;
  keeping.under_way.reset();
  keeping.key = action.key;
  if (then == Then::show) return carry_plan(model, effects, ShowPictures{});
  if (then == Then::save) return write(model, effects, keeping.key);
  begin_keeping(model, effects, Keeping::Here::sealed);
}

void keep_plan(Model& model, Effects&, const Unsealed& action) {
  Keeping& keeping = model.session.keeping;
  if (!keeping.under_way || *keeping.under_way != Then::open) return;
  keeping.under_way.reset();
  forget_forms(keeping);
  const bool kept = keeping.locked_is_kept;
  // The plan may have changed while the program asked for the passphrase.
  const Action again = kept ? Action(OpenKept{}) : Action(FileOpened{keeping.locked_name, keeping.locked});
  if (!model.session.together.opening && ask_first(model, again)) return;
  const std::string name = keeping.locked_name;
  forget_locked(keeping);
  if (!open_file(model, name, action.bytes, kept)) {
    model.session.keeping.damaged = kept;
    return;
  }
  model.session.keeping.key = action.key;
  if (kept && !model.session.keeping.newer) {
    model.session.keeping.here = Keeping::Here::sealed;
    model.session.keeping.written = true;
  }
}

void keep_plan(Model& model, Effects& effects, const NotUnsealed& action) {
  Session& session = model.session;
  if (!session.keeping.under_way) return;
  const bool opening = *session.keeping.under_way == Then::open;
  if (opening && action.error.id == ErrorId::wrong_passphrase && !session.keeping.forms.empty()) {
    session.keeping.thousandths = 0;
    effects.push_back(FindKey{session.keeping.locked, next_form(session.keeping)});
    return;
  }
  forget_forms(session.keeping);
  session.keeping.under_way.reset();
  say_error(model, action.error);
  session.keeping.damaged = session.keeping.locked_is_kept && action.error.id == ErrorId::sealed_damaged;
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
  if (model.session.device.shared) return;  // there is no such button
  model.session.open.erase("keep.here.sure");
  begin_keeping(model, effects, Keeping::Here::open);
}

void keep_plan(Model& model, Effects& effects, const StopKeeping&) {
  model.session.keeping.here = Keeping::Here::off;
  model.session.keeping.elsewhere = Keeping::Elsewhere::none;
  model.session.device.newer_plan = false;
  effects.push_back(EraseKept{});
}

void keep_plan(Model& model, Effects&, const DeviceIs& action) {
  Device& device = model.session.device;
  device.keeps = true;
  device.unread = Unread::no;
  device.shared = action.shared;
  device.has_plan = action.has_plan;
  device.newer_plan = device.newer_plan && action.has_plan;
  device.stored = action.stored;
  device.build = action.build;
  device.policy = action.policy;
  const bool failed = action.erasing == DeviceIs::Erasing::failed,
             blocked = action.erasing == DeviceIs::Erasing::blocked;
  if (!action.erased && !failed && !blocked) return;
  if (action.erased) model.session.counsel.read_again = model.session.counsel.handed_over;
  const bool left = failed || (action.erased && !action.stored.empty());
  say(model, left, left ? "privacy.not_erased" : blocked ? "privacy.erased.blocked" : "privacy.erased", "");
}

void keep_plan(Model& model, Effects&, const DeviceUnread& action) {
  Device& device = model.session.device;
  device.keeps = true;
  device.unread = action.why;
  device.shared = action.shared;
  device.stored.clear();
  if (action.erasing) {
    model.session.counsel.read_again = model.session.counsel.handed_over;
    say(model, true, "privacy.erased.unknown", "kept.unread.silent");
  } else if (action.asked) {
    say(model, true, "kept.unread.what", unread_key(action.why));
  }
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
  model.session.keeping.elsewhere = Keeping::Elsewhere::none;
  model.session.device.newer_plan = false;
  model.session.message.reset();
  keep_now(model, effects, true);
}

void keep_plan(Model& model, Effects&, const KeepFailed&) {
  model.session.keeping.failed = true;
  say(model, true, "kept.failed.what", "kept.failed.do");
}

void keep_plan(Model& model, Effects&, const KeptNow&) {
  Keeping& keeping = model.session.keeping;
  if (keeping.here == Keeping::Here::off) return;  // an answer that comes late
  keeping.written = true;
  keeping.failed = false;
}

void keep_plan(Model& model, Effects& effects, const EraseDevice&) {
  start_plan(model, {});
  model.session.rules = {};
  forget_places(model.session);
  go_to(model, ScreenId::privacy);
  effects.push_back(EraseKept{.everything = true});
}

void keep_plan(Model& model, Effects& effects, const Leave&) {
  forget_typed(model.session);
  if (model.session.keeping.key) wipe(*model.session.keeping.key);
  Session session{
      .language = model.session.language, .left = true, .today = model.session.today, .clock = model.session.clock};
  model = Model{.session = std::move(session)};
  effects.push_back(StopKey{});
  effects.push_back(LeaveNow{});
}

}  // namespace vagval
