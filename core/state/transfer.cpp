// What the actions about pictures do: the sealed plan shown to another device's camera, or read from another's screen.
#include <utility>

#include "plan/plan_json.h"
#include "state/update.h"

namespace vagval {

namespace {

// All of them are there: opened as a file would be.
void open_read(Model& model, const std::string& bytes) {
  Session& session = model.session;
  // Nobody makes pictures of a plan that anyone could read from them.
  if (!is_sealed(bytes)) {
    session.transfer.collector = {};
    session.transfer.taken = CodeCollector::Taken::wrong_whole;
    return;
  }
  session.together.opening = false;
  session.transfer = {};
  open_file(model, "", bytes);
}

}  // namespace

void carry_plan(Model& model, Effects& effects, const ShowPictures&) {
  if (!model.session.keeping.key || model.session.screen != ScreenId::transfer) return;
  effects.push_back(SealForPictures{write_plan(model.plan), *model.session.keeping.key});
}

void carry_plan(Model& model, Effects&, const SealedForPictures& action) {
  if (model.session.screen != ScreenId::transfer || model.session.covered) return;
  Result<std::vector<std::string>> pictures = code_series(action.bytes);
  if (!pictures) return say_error(model, pictures.error());
  model.session.transfer = {};
  model.session.transfer.pictures = std::move(*pictures);
  model.session.message.reset();
  model.session.focus = "transfer.picture";
  ++model.session.focus_serial;
}

void carry_plan(Model& model, Effects&, const TurnPicture& action) {
  Transfer& transfer = model.session.transfer;
  const std::size_t count = transfer.pictures.size();
  if (count == 0 || (action.by_itself && !transfer.running)) return;
  // A person who turns pictures by hand looks at this one, so the series stops here.
  transfer.running = transfer.running && action.by_itself;
  transfer.at = (transfer.at + (action.by < 0 ? count - 1 : 1)) % count;
}

void carry_plan(Model& model, Effects& effects, const RunPictures& action) {
  Transfer& transfer = model.session.transfer;
  if (transfer.pictures.empty() || transfer.running == action.on) return;
  transfer.running = action.on;
  if (action.on) effects.push_back(StepPictures{});
}

void carry_plan(Model& model, Effects&, const HidePictures&) { model.session.transfer = {}; }

void carry_plan(Model& model, Effects&, const CameraThere&) { model.session.device.camera = true; }

void carry_plan(Model& model, Effects& effects, const ReadPictures& action) {
  Transfer& transfer = model.session.transfer;
  const bool on = transfer.camera == Camera::asked || transfer.camera == Camera::on;
  if (!model.session.device.camera || on == action.on) return;
  transfer.taken.reset();
  transfer.camera = Camera::off;
  if (!action.on) return;  // what has been read stays, in case it is opened again
  transfer.pictures.clear();
  transfer.running = false;
  transfer.camera = Camera::asked;
  effects.push_back(StartCamera{});
}

void carry_plan(Model& model, Effects&, const CameraIs& action) {
  Camera& camera = model.session.transfer.camera;
  // It was stopped before the answer came.
  if (camera != Camera::off) camera = action.camera;
}

void carry_plan(Model& model, Effects&, const PictureRead& action) {
  Transfer& transfer = model.session.transfer;
  if (transfer.camera != Camera::on) return;
  using enum CodeCollector::Taken;
  const CodeCollector::Taken taken = transfer.collector.add(action.text);
  transfer.taken.reset();
  if (taken != added && taken != again) transfer.taken = taken;
  if (const auto whole = transfer.collector.whole()) open_read(model, *whole);
}

void carry_plan(Model& model, Effects&, const ReadAgain&) {
  model.session.transfer.collector = {};
  model.session.transfer.taken.reset();
}

}  // namespace vagval
