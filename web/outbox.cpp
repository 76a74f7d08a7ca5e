#include "outbox.h"

#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <utility>
#include <variant>

#include "assets/border.h"
#include "foundation/json.h"
#include "foundation/overloaded.h"
#include "state/update.h"

namespace vagval {

namespace {

using border::EffectName;

JsonObject kind(EffectName name) {
  return {{"kind", {std::string(border::effect_names[static_cast<std::size_t>(name)])}}};
}

// The bytes may be any; the page reads them from memory.
void add_bytes(JsonObject& out, const std::string& bytes) {
  out.emplace_back("address", Json{static_cast<std::int64_t>(reinterpret_cast<std::uintptr_t>(bytes.data()))});
  out.emplace_back("size", Json{static_cast<std::int64_t>(bytes.size())});
}

// What leaves the memory of the program is sealed before it does, with a nonce of its own.
void seal_now(std::string& bytes, const std::optional<SealingKey>& key) {
  if (!key) return;
  Nonce nonce;
  fill_random(nonce.data(), nonce.size());
  bytes = seal(*key, nonce, bytes);
}

Json only(EffectName name) { return {kind(name)}; }

Json speak(const Speak& speak) {
  JsonArray passages;
  for (const std::string& passage : speak.passages) passages.push_back({passage});
  JsonObject out = kind(EffectName::speak);
  out.emplace_back("language", Json{speak.language});
  out.emplace_back("passages", Json{std::move(passages)});
  return {std::move(out)};
}

Json write_file(WriteFile& file) {
  seal_now(file.bytes, file.key);
  JsonObject out = kind(EffectName::write_file);
  out.emplace_back("name", Json{file.name});
  out.emplace_back("aside", Json{file.aside});
  add_bytes(out, file.bytes);
  return {std::move(out)};
}

Json keep(KeepOnDevice& keep) {
  seal_now(keep.bytes, keep.key);
  JsonObject out = kind(EffectName::keep);
  out.emplace_back("over_others", Json{keep.over_others});
  out.emplace_back("chosen", Json{keep.chosen});
  add_bytes(out, keep.bytes);
  return {std::move(out)};
}

Json with_flag(EffectName name, const char* member, bool yes) {
  JsonObject out = kind(name);
  out.emplace_back(member, Json{yes});
  return {std::move(out)};
}

Json output(const OutputFile& made, bool on_paper) {
  JsonObject out = kind(EffectName::output);
  out.emplace_back("name", Json{made.name});
  out.emplace_back("mime", Json{made.mime});
  out.emplace_back("on_paper", Json{on_paper});
  add_bytes(out, made.bytes);
  return {std::move(out)};
}

}  // namespace

void fill_random(std::uint8_t* bytes, std::size_t size) {
  if (::getentropy(bytes, size) != 0) std::abort();
}

std::string hex(const Salt& salt) {
  std::string out;
  for (const std::uint8_t byte : salt)
    for (const int nibble : {byte >> 4, byte & 15}) out += "0123456789abcdef"[nibble];
  return out;
}

Json Outbox::stretch(const std::string& passphrase, int work_factor) const {
  JsonObject out = kind(EffectName::stretch);
  out.emplace_back("passphrase", Json{passphrase});
  out.emplace_back("salt", Json{hex(salt_)});
  out.emplace_back("factor", Json{std::int64_t{work_factor}});
  return {std::move(out)};
}

// Nothing where there is nothing for the page to do.
std::optional<Json> Outbox::effect(App& app, Effect& effect) {
  using Out = std::optional<Json>;
  return std::visit(Overloaded{[](const ShowFilePicker& picker) -> Out {
                                 return with_flag(EffectName::show_file_picker, "several", picker.several);
                               },
                               [](const Speak& wanted) -> Out { return speak(wanted); },
                               [](const BeSilent&) -> Out { return only(EffectName::be_silent); },
                               [](WriteFile& file) -> Out { return write_file(file); },
                               [&](const MakeOutput& wanted) -> Out {
                                 const Model& model = app.model();
                                 Result<OutputFile> made =
                                     make_output({app.assets(), model.plan, model.session.today, model.session.language,
                                                  model.session.device.build, model.session.clock},
                                                 wanted);
                                 // A calendar without days: its button cannot be pressed.
                                 if (!made) return std::nullopt;
                                 made_ = std::move(*made);
                                 return output(made_, wanted.on_paper);
                               },
                               [&](const MakeKey& make) -> Out {
                                 fill_random(salt_.data(), salt_.size());
                                 locked_.reset();
                                 return stretch(make.passphrase, work_factor_written);
                               },
                               [&](const FindKey& find) -> Out {
                                 // It has been read once already, so it can be read.
                                 Result<SealedFile> file = read_sealed(find.bytes);
                                 if (!file) return std::nullopt;
                                 salt_ = file->salt;
                                 locked_ = std::move(*file);
                                 return stretch(find.passphrase, locked_->work_factor);
                               },
                               [&](const StopKey&) -> Out {
                                 locked_.reset();
                                 return only(EffectName::stop_stretching);
                               },
                               [](KeepOnDevice& wanted) -> Out { return keep(wanted); },
                               [](const ReadKept&) -> Out { return only(EffectName::read_kept); },
                               [](const EraseKept& erase) -> Out {
                                 return with_flag(EffectName::erase, "everything", erase.everything);
                               },
                               [](const UseNewerProgram&) -> Out { return only(EffectName::update); },
                               [](const LookAround&) -> Out { return only(EffectName::look); },
                               [](const AskForWords&) -> Out { return only(EffectName::ask_for_words); },
                               [](const LeaveNow&) -> Out { return only(EffectName::leave); },
                               [&](SealForPictures& wanted) -> Out {
                                 seal_now(wanted.bytes, wanted.key);
                                 app.reply(SealedForPictures{std::move(wanted.bytes)});
                                 return std::nullopt;
                               },
                               [](const StepPictures&) -> Out { return only(EffectName::step_pictures); },
                               [](const StartCamera&) -> Out { return only(EffectName::start_camera); },
                               [](const StopCamera&) -> Out { return only(EffectName::stop_camera); },
                               [](const ShowOtherPage&) -> Out { return only(EffectName::other_page); },
                               [](const EndProgram&) -> Out { return only(EffectName::end); }},
                    effect);
}

const std::string& Outbox::take(App& app) {
  wipe(asked_);
  wipe(made_.bytes);  // the page has taken it
  effects_ = app.take_effects();
  JsonArray all;
  for (Effect& each : effects_)
    if (std::optional<Json> json = effect(app, each)) all.push_back(std::move(*json));
  asked_ = write_json({std::move(all)});
  for (Effect& each : effects_) forget_passphrase(each);
  return asked_;
}

void Outbox::stretched(App& app, WrapKey* key) {
  const std::optional<SealedFile> locked = std::exchange(locked_, std::nullopt);
  if (!key) return app.reply(NotUnsealed{{ErrorId::sealed_no_memory, "", ""}});
  FileKey random;
  fill_random(random.data(), random.size());
  app.reply(vagval::stretched(*key, locked, salt_, random));
}

}  // namespace vagval
