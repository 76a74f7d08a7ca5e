// update(Model, Action) -> Model and Effects: routes, and keeps history. Each room of actions has its own file.
#pragma once

#include <vector>

#include "state/assets.h"
#include "state/model.h"

namespace vagval {

struct Step {
  Model model;
  std::vector<Effect> effects;
};

Step update(const Assets& assets, Model model, const Action& action);

// The rooms that `update` routes to. Each changes the model it is given.
void change_plan(const Assets& assets, Model& model, const AddPerson& action);
void change_plan(const Assets& assets, Model& model, const RemovePerson& action);
void change_plan(const Assets& assets, Model& model, const SetAnswer& action);
void change_plan(const Assets& assets, Model& model, const SetAnswerForAll& action);
void change_plan(const Assets& assets, Model& model, const SetValue& action);
void change_plan(const Assets& assets, Model& model, const AddEntry& action);
void change_plan(const Assets& assets, Model& model, const RemoveEntry& action);
void edit_field(const Assets& assets, Model& model, const std::string& field, const std::string& text, bool committed);
/// Opens a file, or asks for its passphrase. \param kept  it is the one on the device.
/// \returns whether it is the open plan now; the other of two plans is not.
bool open_file(Model& model, const std::string& name, const std::string& bytes, bool kept = false);
/// Asks about changes that are not saved, where there are any. \returns whether it asks; `then` waits.
bool ask_first(Model& model, Action then);
void go_to(Model& model, ScreenId screen);
void say(Model& model, bool is_error, std::string what, std::string act, std::string detail = {},
         std::string where = {});
void say_error(Model& model, const Error& error);
/// Passphrases, files and the device; leaving; two plans.
using Effects = std::vector<Effect>;
void save(Model& model, Effects& effects);
void keep_plan(Model& model, Effects& effects, const UsePassphrase& action);
void keep_plan(Model& model, Effects& effects, const KeyMade& action);
void keep_plan(Model& model, Effects& effects, const Unsealed& action);
void keep_plan(Model& model, Effects& effects, const NotUnsealed& action);
void keep_plan(Model& model, Effects& effects, const StopStretching& action);
void keep_plan(Model& model, Effects& effects, const LeaveLocked& action);
void keep_plan(Model& model, Effects& effects, const SavePlain& action);
void keep_plan(Model& model, Effects& effects, const KeepSealed& action);
void keep_plan(Model& model, Effects& effects, const KeepPlain& action);
void keep_plan(Model& model, Effects& effects, const StopKeeping& action);
void keep_plan(Model& model, Effects& effects, const DeviceIs& action);
void keep_plan(Model& model, Effects& effects, const DeviceUnread& action);
/// What to do about it.
const char* unread_key(Unread why);
void keep_plan(Model& model, Effects& effects, const OpenKept& action);
void keep_plan(Model& model, Effects& effects, const KeptIs& action);
void keep_plan(Model& model, Effects& effects, const OpenBefore& action);
void keep_plan(Model& model, Effects& effects, const KeepMine& action);
void keep_plan(Model& model, Effects& effects, const GoOnWithCopy& action);
void keep_plan(Model& model, Effects& effects, const Saved& action);
void keep_plan(Model& model, Effects& effects, const KeepFailed& action);
void keep_plan(Model& model, Effects& effects, const KeptNow& action);
void keep_plan(Model& model, Effects& effects, const EraseDevice& action);
void keep_plan(Model& model, Effects& effects, const Leave& action);
/// Forgets the plan here and on the device, and has the device read again.
void hand_over(Model& model, Effects& effects);
/// A copy for the counsellor, where both have agreed to it.
void save_copy(Model& model, Effects& effects);
/// Makes what has been chosen on the screen `take`.
void take_along(Model& model, Effects& effects, bool on_paper);
/// To and from another device, as pictures.
void carry_plan(Model& model, Effects& effects, const ShowPictures& action);
void carry_plan(Model& model, Effects& effects, const SealedForPictures& action);
void carry_plan(Model& model, Effects& effects, const TurnPicture& action);
void carry_plan(Model& model, Effects& effects, const RunPictures& action);
void carry_plan(Model& model, Effects& effects, const HidePictures& action);
void carry_plan(Model& model, Effects& effects, const CameraThere& action);
void carry_plan(Model& model, Effects& effects, const ReadPictures& action);
void carry_plan(Model& model, Effects& effects, const CameraIs& action);
void carry_plan(Model& model, Effects& effects, const PictureRead& action);
void carry_plan(Model& model, Effects& effects, const ReadAgain& action);
/// What a stretched passphrase gives: a new key, or the file that waited for it opened; for the hosts. Wipes `wrap`.
/// \param locked  absent: a key is made, from `salt` and `random`.
Action stretched(WrapKey& wrap, const std::optional<SealedFile>& locked, const Salt& salt, const FileKey& random);
/// Overwrites what an effect holds of a passphrase, once it has been carried out.
void forget_passphrase(Effect& effect);
/// The kept plan follows the plan.
void keep_up(Model& model, Effects& effects);
void start_plan(Model& model, Plan plan);
/// Rules from a file: read, shown and waiting; a signature of such a file, or a public key.
void open_rules(Model& model, const std::string& name, const std::string& bytes);
void open_signature(Model& model, const std::string& text);
void give_key(Model& model, const std::string& text);
void use_rules(Model& model, const UseRules& action);
void leave_rules(Model& model);
/// What goes out as the plan says which rules were in use, and what they make of it.
void note_rules(const Assets& assets, Model& model, Effects& effects);
/// Gives the plan what its calendar goes by, where it has none yet. \returns whether it has got it now.
bool name_calendar(Model& model);

/// Sets a fact, or with empty text forgets it. \returns whether it can be set so; the plan is unchanged otherwise.
bool answer(Plan& plan, const FactRef& ref, std::string_view text);

}  // namespace vagval
