// Any order of a person's actions and a host's answers: each byte presses, types, holds, goes, undoes, or lets an event
// come from outside. The host carries out the program's effects, or fails, as the bytes decide. The plan always
// survives its file, undo leads back to the opened plan exactly, and every screen can be made.
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "app/app.h"
#include "plan/code_series.h"
#include "plan/plan_json.h"
#include "report/outputs.h"
#include "report/screen_json.h"
#include "state/assets.h"
#include "state/update.h"

using namespace vagval;

namespace {

constexpr std::string_view typed[] = {"",
                                      "2027-03-01",
                                      "1987",
                                      "350 000",
                                      "SY",
                                      "\xD9\xA3\xD9\xA4",
                                      "811228-9874",
                                      "\xE2\x80\xAE"
                                      "x",
                                      "-5",
                                      "9999-12-31",
                                      "A",
                                      "för vår",
                                      "1,5"};
// From here on a byte is an event from outside; smaller bytes are presses.
constexpr std::uint8_t first_from_outside = 0xD8;

void gather(const std::vector<Node>& nodes, std::vector<const Node*>& out) {
  for (const Node& node : nodes) {
    if ((node.action && !node.disabled) || node.hold) out.push_back(&node);
    if (node.kind != Kind::disclosure || node.expanded) gather(node.children, out);
  }
}

/// The work factor of passphrases, low enough to take no time.
SealingKey key_of(std::string_view passphrase) {
  constexpr Salt salt{7};
  const auto stretching = Stretching::begin(passphrase, salt, 1);
  while (!stretching->advance(1000)) continue;
  return make_sealing_key(stretching->key(), salt, 1, FileKey{3});
}

/// A host that carries out effects, and sometimes fails.
class Host {
 public:
  explicit Host(App& app) : app_(app) {}

  /// Runs until no effect is left; `luck` decides which ones fail.
  void answer(unsigned luck) {
    for (int round = 0; round < 8; ++round) {
      const std::vector<Effect> effects = app_.take_effects();
      if (effects.empty()) return;
      for (const Effect& one : effects) std::visit([&](const auto& effect) { carry_out(effect, luck); }, one);
      luck /= 3;
    }
    app_.take_effects();
  }

  /// An unrequested event, or a late answer.
  void come(unsigned what, unsigned luck) {
    switch (what % 34) {
      case 0:
      case 1:
      case 2:
        return app_.reply(FileOpened{name(luck), file(luck)});
      case 3:
        return app_.reply(FileNotOpened{fault(luck)});
      case 4:
        return app_.reply(KeyMade{key_of("late")});
      case 5:
        return app_.reply(Unsealed{file(luck), key_of("late")});
      case 6:
        return app_.reply(NotUnsealed{fault(luck)});
      case 7:
        return app_.reply(StretchedTo{static_cast<int>(luck * 5 % 1001)});
      case 8:
        return app_.reply(Saved{name(luck), luck % 3 == 0, luck % 5 == 0});
      case 9:
        return app_.reply(SaveFailed{fault(luck)});
      case 10:
        return app_.reply(KeptIs{file(luck), file(luck / 3)});
      case 11:
        return app_.reply(KeptElsewhere{luck % 2 == 0});
      case 12:
        return app_.reply(KeepFailed{});
      case 13:
        return app_.reply(device(luck % 2 == 0));
      case 14:
        return app_.reply(FileGiven{file(luck)});
      case 15:
        return app_.reply(FileNotGiven{});
      case 16:
        return app_.reply(NewerProgram{});
      case 17:
        return app_.dispatch(CloseProgram{});
      case 18:
        return app_.reply(VoicesAre{{"sv", "en"}});
      case 19:
        return app_.reply(ReadingEnded{});
      case 20:
        return app_.reply(CameraThere{});
      case 21:
        return app_.reply(CameraIs{static_cast<Camera>(luck % 7)});
      case 22:
        return app_.reply(PictureRead{picture(luck)});
      case 23:
        return app_.reply(SealedForPictures{seal(key_of("late"), Nonce{1}, file(luck))});
      case 24:
        return luck % 3 == 0 ? app_.reply(PictureDue{}) : app_.dispatch(StepPicture{luck % 2 ? 1 : -1});
      case 25:
        return app_.reply(Taken{luck % 2 ? name(luck) : ""});
      case 26:
        return app_.reply(TodayIs{add_days(*make_date(2026, 11, 20), static_cast<int>(luck * 9))});
      case 27:
        return app_.dispatch(Cover{luck % 2 == 0});
      case 28:
        return app_.gesture({Gesture::Verb::release, "", ""});
      case 29:
        return app_.dispatch(HideValues{luck % 2 == 0});
      case 30:
        return app_.dispatch(OpenMenu{luck % 2 == 0});
      case 31:
        return app_.dispatch(GoBack{});
      case 32:
        return app_.dispatch(GoForward{});
      default:
        return app_.dispatch(GoTo{static_cast<ScreenId>(luck % std::size(screen_names))});
    }
  }

 private:
  static Error fault(unsigned luck) {
    constexpr ErrorId ids[] = {ErrorId::disk_full, ErrorId::place_gone, ErrorId::wrong_passphrase,
                               ErrorId::sealed_damaged, ErrorId::cannot_read_file};
    return {ids[luck % std::size(ids)], "", "x"};
  }
  static std::string name(unsigned luck) {
    constexpr std::string_view names[] = {"plan.vagval.json", "plan.vagval.age", "/a/b/other.vagval.json", "rules.json",
                                          ""};
    return std::string(names[luck % std::size(names)]);
  }
  /// A file as found on a device: plans old and new, with and without a passphrase, and files that are no plans.
  std::string file(unsigned luck) const {
    const auto& examples = app_.assets()->examples;
    const std::string plan = write_plan(examples[luck % examples.size()].plan);
    switch (luck % 11) {
      case 0:
      case 1:
        return plan;
      case 2:
        return seal(key_of("A"), Nonce{1}, plan);
      case 3:
        return write_plan(app_.model().plan);
      case 4: {
        std::string newer = plan;
        const std::string version = "\"version\": ";
        newer[newer.find(version) + version.size()] = '9';
        return newer;
      }
      case 5:
        return R"({"format": "vagval-plan", "version": 1, "household": {"persons": [{"id": "a"}]}, "journal": [1]})";
      case 6:
        return plan.substr(0, plan.size() / 2);
      case 7:
        return seal(key_of("A"), Nonce{1}, "none");
      case 8:
        return R"({"format": "vagval-rules", "version": 1})";
      case 9:
        return kept_;
      default:
        return "";
    }
  }
  std::string picture(unsigned luck) const {
    const auto pictures = code_series(seal(key_of("A"), Nonce{1}, file(luck)));
    return !pictures || pictures->empty() || luck % 5 == 0 ? "VV1x" : (*pictures)[luck % pictures->size()];
  }
  DeviceIs device(bool erased) const {
    return {.has_plan = !kept_.empty(),
            .stored = {{"plan", static_cast<std::int64_t>(kept_.size())}},
            .build = "b",
            .erased = erased};
  }
  /// Bytes given out for keeping can be read again.
  static void expect_readable(const std::string& bytes) {
    if (!open_plan(bytes)) std::abort();
  }

  void carry_out(const ShowFilePicker& wanted, unsigned luck) {
    if (luck % 7 == 0) return wanted.several ? app_.reply(FileNotGiven{}) : app_.reply(FileNotOpened{fault(luck)});
    if (!wanted.several) return app_.reply(FileOpened{name(luck), file(luck)});
    for (unsigned i = 0; i < luck % 4; ++i) app_.reply(FileGiven{file(luck + i)});
  }
  void carry_out(const WriteFile& wanted, unsigned luck) {
    expect_readable(wanted.bytes);
    if (luck % 5 == 0) return app_.reply(SaveFailed{fault(luck)});
    app_.reply(Saved{wanted.name, !wanted.over && luck % 3 == 0, wanted.aside});
  }
  void carry_out(const MakeOutput& wanted, unsigned luck) {
    const Session& session = app_.model().session;
    const Result<OutputFile> made =
        make_output({app_.assets(), app_.model().plan, session.today, session.language}, wanted);
    if (!made) return app_.reply(SaveFailed{made.error()});
    if (made->bytes.empty()) std::abort();
    if (luck % 5 == 0) return app_.reply(SaveFailed{fault(luck)});
    app_.reply(Taken{wanted.on_paper ? "" : made->name});
  }
  void carry_out(const MakeKey& wanted, unsigned luck) {
    app_.reply(StretchedTo{500});
    if (luck % 7 == 0) return app_.reply(NotUnsealed{{ErrorId::sealed_no_memory, "", ""}});
    app_.reply(KeyMade{key_of(wanted.passphrase)});
  }
  void carry_out(const FindKey& wanted, unsigned) {
    const Result<SealedFile> file = read_sealed(wanted.bytes);
    if (!file) return app_.reply(NotUnsealed{file.error()});
    if (file->work_factor > 4) return app_.reply(NotUnsealed{{ErrorId::sealed_no_memory, "", ""}});
    const auto stretching = Stretching::begin(wanted.passphrase, file->salt, file->work_factor);
    while (!stretching->advance(1000)) continue;
    WrapKey key = stretching->key();
    app_.reply(stretched(key, *file, file->salt, FileKey{3}));
  }
  void carry_out(const KeepOnDevice& wanted, unsigned luck) {
    expect_readable(wanted.bytes);
    if (luck % 7 == 0) return app_.reply(KeepFailed{});
    if (luck % 11 == 0 && !wanted.over_others) return app_.reply(KeptElsewhere{luck % 2 == 0});
    before_ = std::exchange(kept_, wanted.key ? seal(*wanted.key, Nonce{1}, wanted.bytes) : wanted.bytes);
    if (luck % 13 != 0) app_.reply(KeptNow{});
  }
  void carry_out(const ReadKept&, unsigned luck) { app_.reply(KeptIs{luck % 5 == 0 ? "damaged" : kept_, before_}); }
  void carry_out(const EraseKept&, unsigned luck) {
    if (luck % 7 != 0) kept_.clear(), before_.clear();
    app_.reply(device(kept_.empty()));
  }
  void carry_out(const LookAround&, unsigned luck) {
    if (luck % 7 == 0) return app_.reply(DeviceUnread{static_cast<Unread>(1 + luck % 4)});
    app_.reply(device(false));
  }
  void carry_out(const AskForWords&, unsigned) {}
  void carry_out(const SealForPictures& wanted, unsigned) {
    app_.reply(SealedForPictures{seal(wanted.key, Nonce{2}, wanted.bytes)});
  }
  void carry_out(const StepPictures&, unsigned luck) {
    for (unsigned i = 0; i < luck % 4; ++i) app_.reply(PictureDue{});
  }
  void carry_out(const StartCamera&, unsigned luck) {
    app_.reply(CameraIs{luck % 3 ? Camera::on : Camera::refused});
    if (luck % 3) app_.reply(PictureRead{picture(luck)});
  }
  void carry_out(const Speak&, unsigned luck) {
    if (luck % 2 == 0) app_.reply(ReadingEnded{});
  }
  void carry_out(const BeSilent&, unsigned) {}
  void carry_out(const StopKey&, unsigned) {}
  void carry_out(const StopCamera&, unsigned) {}
  void carry_out(const UseNewerProgram&, unsigned) {}
  void carry_out(const LeaveNow&, unsigned) {
    if (!(app_.model().plan == Plan{})) std::abort();
  }
  void carry_out(const EndProgram&, unsigned) {}
  void carry_out(const ShowOtherPage&, unsigned) {}

  App& app_;
  std::string kept_, before_;
};

/// The plan without the rules seen at its last save: saving notes those, and undo keeps them.
bool same(Plan one, const Plan& other) {
  one.rules_seen = other.rules_seen;
  return one == other;
}

void check(App& app, const Plan& before, std::size_t steps_before) {
  const Plan after = app.model().plan;
  const Result<Plan> read = open_plan(write_plan(after));
  if (!read || !(*read == after)) std::abort();
  if (app.model().history.past.size() != steps_before + 1) return;
  app.dispatch(UndoLast{});
  if (!same(before, app.model().plan)) std::abort();
  app.dispatch(RedoLast{});
  if (!same(after, app.model().plan)) std::abort();
}

// When no undo is left, the plan is the opened one.
void follow(const App& app, Plan& opened) {
  const History& history = app.model().history;
  if (!history.past.empty()) return;
  if (history.future.empty()) opened = app.model().plan;
  if (!same(opened, app.model().plan)) std::abort();
}

/// \returns whether there was anything to undo.
bool press(App& app, std::uint8_t byte, std::size_t i) {
  std::vector<const Node*> nodes;
  for (const std::vector<Node>* part : parts_of(app.screen())) gather(*part, nodes);
  if (nodes.empty()) return false;  // the person has left
  const Node& node = *nodes[(byte * 7U + i) % nodes.size()];
  if (node.id == "header.leave" && i % 16 != 0) return true;
  const std::string id = node.id, text(typed[byte % std::size(typed)]);
  if (node.hold) {
    app.gesture({Gesture::Verb::hold, id, ""});
    if (byte % 3 != 0) app.gesture({Gesture::Verb::release, id, ""});
  } else if (node.kind == Kind::field) {
    app.gesture({Gesture::Verb::edit, id, text});
    app.gesture({Gesture::Verb::commit, id, text});
  } else {
    app.gesture({Gesture::Verb::activate, id, ""});
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const std::shared_ptr<const Assets> assets = load_assets();
  App app(assets, *make_date(2026, 11, 20), "sv");
  Host host(app);
  app.reply(DeviceIs{});
  if (size > 0 && bytes[0] % 2 == 0)
    app.dispatch(OpenExample{assets->examples[bytes[0] % assets->examples.size()].name});
  Plan opened = app.model().plan;
  for (std::size_t i = 1; i < size && i < 60; ++i) {
    const Plan before = app.model().plan;
    const std::size_t steps = app.model().history.past.size();
    const unsigned luck = i + 1 < size ? bytes[i + 1] : 1U;
    if (bytes[i] >= first_from_outside)
      host.come(bytes[i], luck);
    else if (!press(app, bytes[i], i))
      break;
    host.answer(luck);
    if (app.model().plan.household.persons.size() > 3) app.dispatch(UndoLast{});  // more persons take too long
    check(app, before, steps);
    follow(app, opened);
  }
  while (!app.model().history.past.empty()) app.dispatch(UndoLast{});
  follow(app, opened);
  if (screen_json(app.screen()).empty()) std::abort();
  return 0;
}
