// What the program asks of the host. Values, compared in tests.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "plan/seal.h"
#include "state/output.h"
#include "state/screens.h"

namespace vagval {

/// Asks the person for a file.
struct ShowFilePicker {
  bool several = false;  ///< ends with a FileGiven or FileNotGiven for each, instead of FileOpened or FileNotOpened
  friend bool operator==(const ShowFilePicker&, const ShowFilePicker&) = default;
};
/// Web: a download of that name. Native: written atomically; without a folder, in the one the program was started in.
/// Sealed where there is a key, with a nonce that the host draws. Ends with Saved or SaveFailed.
struct WriteFile {
  std::string name, bytes;
  std::optional<SealingKey> key;
  bool over = false;   ///< the file of that name is this plan's own; otherwise a name that is taken stays whose it is
  bool aside = false;  ///< a copy for another person: the next save does not overwrite it
  friend bool operator==(const WriteFile&, const WriteFile&) = default;
};
/// Makes an output of the plan as it is now: a file, or paper where the host has a printer. Ends with Taken or
/// SaveFailed. See report/outputs.h.
struct MakeOutput {
  Output output{};
  std::vector<ScreenId> parts;     ///< of the paper
  std::set<std::string> left_out;  ///< of the others, see IncludePart
  bool days_by_name = false, on_paper = false;
  std::string beside;
  CsvForm form = CsvForm::commas;  ///< of a table
  friend bool operator==(const MakeOutput&, const MakeOutput&) = default;
};
/// Ends with ReadingEnded. Each passage is spoken by itself; App, which has the screen, puts them in.
struct Speak {
  std::string language;
  std::vector<std::string> passages;
  friend bool operator==(const Speak&, const Speak&) = default;
};
struct BeSilent {
  friend bool operator==(const BeSilent&, const BeSilent&) = default;
};
/// The same screen on the other page. Ends with PageIs.
struct ShowOtherPage {
  friend bool operator==(const ShowOtherPage&, const ShowOtherPage&) = default;
};
/// Stretches a new passphrase. Ends with KeyMade or NotUnsealed; StretchedTo tells how far it is.
struct MakeKey {
  std::string passphrase;
  friend bool operator==(const MakeKey&, const MakeKey&) = default;
};
/// Tries a passphrase on sealed bytes. Ends with Unsealed or NotUnsealed.
struct FindKey {
  std::string bytes, passphrase;
  friend bool operator==(const FindKey&, const FindKey&) = default;
};
struct StopKey {
  friend bool operator==(const StopKey&, const StopKey&) = default;
};
/// Keeps the plan on the device, within a second, in one transaction with the copy of before. Ends with
/// KeptNow, KeepFailed or KeptElsewhere; a newer one may come before its end.
struct KeepOnDevice {
  std::string bytes;
  std::optional<SealingKey> key;
  bool over_others = false;  ///< also over a change by another tab
  bool chosen = false;       ///< the person has just chosen that it is kept
  friend bool operator==(const KeepOnDevice&, const KeepOnDevice&) = default;
};
/// Ends with KeptIs; with DeviceIs where there is none any more; or with DeviceUnread.
struct ReadKept {
  friend bool operator==(const ReadKept&, const ReadKept&) = default;
};
/// Erases the kept plan, or everything there is. Ends with DeviceIs or DeviceUnread.
struct EraseKept {
  bool everything = false;
  friend bool operator==(const EraseKept&, const EraseKept&) = default;
};
/// The words and letters that have not come are asked for again.
struct AskForWords {
  friend bool operator==(const AskForWords&, const AskForWords&) = default;
};
/// Ends with DeviceIs or DeviceUnread.
struct LookAround {
  friend bool operator==(const LookAround&, const LookAround&) = default;
};
/// The neutral page is on the screen and the model is empty: nothing of the program stays.
struct LeaveNow {
  friend bool operator==(const LeaveNow&, const LeaveNow&) = default;
};
struct EndProgram {
  friend bool operator==(const EndProgram&, const EndProgram&) = default;
};
struct UseNewerProgram {
  friend bool operator==(const UseNewerProgram&, const UseNewerProgram&) = default;
};
/// Ends with SealedForPictures; sealed with a nonce that the host draws.
struct SealForPictures {
  std::string bytes;
  SealingKey key;
  friend bool operator==(const SealForPictures&, const SealForPictures&) = default;
};
/// Ends with PictureDue, again and again, as long as Session::transfer.running.
struct StepPictures {
  friend bool operator==(const StepPictures&, const StepPictures&) = default;
};
/// Asks for the camera and reads codes with it until it is stopped: CameraIs, then a PictureRead for each code.
struct StartCamera {
  friend bool operator==(const StartCamera&, const StartCamera&) = default;
};
struct StopCamera {
  friend bool operator==(const StopCamera&, const StopCamera&) = default;
};
using Effect = std::variant<ShowFilePicker, WriteFile, MakeOutput, Speak, BeSilent, MakeKey, FindKey, StopKey,
                            KeepOnDevice, ReadKept, EraseKept, LookAround, AskForWords, UseNewerProgram, LeaveNow,
                            SealForPictures, StepPictures, StartCamera, StopCamera, ShowOtherPage, EndProgram>;
using Effects = std::vector<Effect>;

}  // namespace vagval
