// Pictures: the sealed plan shown to another device's camera, or read from another's screen.
#include <utility>

#include "plan/plan_json.h"
#include "state/parts.h"

namespace vagval {

namespace {

// All of them are there: opened as a file would be.
void open_read(Model& model, const std::string& bytes) {
  Session& session = model.session;
  // This program makes no pictures of a plan that is not sealed.
  if (!is_sealed(bytes)) {
    session.transfer.collector = {};
    session.transfer.taken = CodeCollector::Taken::wrong_whole;
    return;
  }
  session.together.opening = false;
  session.transfer = {};
  open_file(model, "", bytes);
}

void transfer_plan(Model& model, Effects& effects, const ShowPictures&) { show_pictures(model, effects); }

void transfer_plan(Model& model, Effects&, const SealedForPictures& action) {
  if (model.session.screen != ScreenId::transfer || model.session.covered) return;
  Result<std::vector<std::string>> pictures = code_series(action.bytes);
  if (!pictures) return say_error(model, pictures.error());
  model.session.transfer = {};
  model.session.transfer.pictures = std::move(*pictures);
  model.session.message.reset();
  focus_on(model.session, "transfer.picture");
}

void turn(Transfer& transfer, bool back) {
  const std::size_t count = transfer.pictures.size();
  transfer.at = (transfer.at + (back ? count - 1 : 1)) % count;
}

void transfer_plan(Model& model, Effects&, const StepPicture& action) {
  Transfer& transfer = model.session.transfer;
  if (transfer.pictures.empty()) return;
  transfer.running = false;
  turn(transfer, action.by < 0);
}

void transfer_plan(Model& model, Effects&, const PictureDue&) {
  if (!model.session.transfer.pictures.empty() && model.session.transfer.running) turn(model.session.transfer, false);
}

void transfer_plan(Model& model, Effects& effects, const RunPictures& action) {
  Transfer& transfer = model.session.transfer;
  if (transfer.pictures.empty() || transfer.running == action.on) return;
  transfer.running = action.on;
  if (action.on) effects.push_back(StepPictures{});
}

void transfer_plan(Model& model, Effects&, const HidePictures&) { model.session.transfer = {}; }

void transfer_plan(Model& model, Effects&, const CameraThere&) { model.session.device.camera = true; }

void transfer_plan(Model& model, Effects& effects, const ReadPictures& action) {
  Transfer& transfer = model.session.transfer;
  if (!model.session.device.camera || is_filming(transfer) == action.on) return;
  transfer.taken.reset();
  transfer.camera = Camera::off;
  if (!action.on) return;  // what has been read stays, in case it is opened again
  transfer.pictures.clear();
  transfer.running = false;
  transfer.camera = Camera::asked;
  effects.push_back(StartCamera{});
}

void transfer_plan(Model& model, Effects&, const CameraIs& action) {
  Camera& camera = model.session.transfer.camera;
  // It was stopped before the answer came.
  if (camera != Camera::off) camera = action.camera;
}

void transfer_plan(Model& model, Effects&, const PictureRead& action) {
  Transfer& transfer = model.session.transfer;
  if (transfer.camera != Camera::on) return;
  using enum CodeCollector::Taken;
  const CodeCollector::Taken taken = transfer.collector.add(action.text);
  transfer.taken.reset();
  if (taken != added && taken != again) transfer.taken = taken;
  if (const auto whole = transfer.collector.whole()) open_read(model, *whole);
}

void transfer_plan(Model& model, Effects&, const ReadAgain&) {
  model.session.transfer.collector = {};
  model.session.transfer.taken.reset();
}

}  // namespace

void show_pictures(Model& model, Effects& effects) {
  if (!model.session.keeping.key || model.session.screen != ScreenId::transfer) return;
  effects.push_back(SealForPictures{write_plan(model.plan), *model.session.keeping.key});
}

void apply(Work work, const TransferAction& action) {
  std::visit([&](const auto& one) { transfer_plan(work.model, work.effects, one); }, action);
}

void apply(Work work, const TransferReply& reply) {
  std::visit([&](const auto& one) { transfer_plan(work.model, work.effects, one); }, reply);
}

}  // namespace vagval
