// The steps that the features' parts of `update` share.
#pragma once

#include <optional>
#include <string>

#include "state/model.h"

namespace vagval {

// Messages
void say(Model& model, bool is_error, std::string what, std::string act, std::string detail = {},
         std::string where = {});
void say_error(Model& model, const Error& error);

// Moving about
void go_to(Model& model, ScreenId screen);
/// Forgets the answer to the check question, so that the next person does not see it.
void forget_check(Session& session);
/// Moves the focus to the node, also where it was there before.
void focus_on(Session& session, std::string id);
/// The focus is on the title of the screen.
void to_top(Session& session);

// The plan
void change_plan(const Assets& assets, Model& model, const AddPerson& action);
void change_plan(const Assets& assets, Model& model, const RemovePerson& action);
void change_plan(const Assets& assets, Model& model, const SetAnswer& action);
void change_plan(const Assets& assets, Model& model, const SetAnswerForAll& action);
void change_plan(const Assets& assets, Model& model, const SetValue& action);
void change_plan(const Assets& assets, Model& model, const AddEntry& action);
void change_plan(const Assets& assets, Model& model, const RemoveEntry& action);
void edit_field(const Assets& assets, Model& model, const std::string& field, const std::string& text, bool committed);
/// One step of undo, and back.
void undo_last(Model& model);
void redo_last(Model& model);

// Files
void start_plan(Model& model, Plan plan);
/// Opens a file, or asks for its passphrase. \param kept  it is the one on the device.
/// \returns whether it is the open plan now; the other of two plans is not.
bool open_file(Model& model, const std::string& name, const std::string& bytes, bool kept = false);
/// Asks about changes that are not saved, where there are any. \returns whether it asks; `then` waits.
bool ask_first(Model& model, PutAway then);
/// The plan's bytes. A plan that this program could not open again is not written, and the person is told.
std::optional<std::string> bytes_of(Model& model);
/// Asks the host to write the plan into its file, sealed where there is a key.
void write_own_file(Model& model, Effects& effects, const std::optional<SealingKey>& key);

// Keeping
/// The kept plan follows the plan.
void keep_up(Model& model, Effects& effects);
/// Overwrites the typed passphrases.
void forget_typed_passphrases(Session& session);
/// Shows the plan as pictures, sealed with its key.
void show_pictures(Model& model, Effects& effects);

// Rules
/// Rules from a file: read, shown and waiting; a signature of such a file, or a public key.
void open_rules(Model& model, const std::string& name, const std::string& bytes);
void open_signature(Model& model, const std::string& text);
void give_key(Model& model, const std::string& text);
/// What goes out as the plan says which rules were in use, and what they make of it.
void note_rules(const Assets& assets, Model& model, Effects& effects);
/// Gives the plan what its calendar goes by, where it has none yet. \returns whether it has got it now.
bool name_calendar(Model& model);

}  // namespace vagval
